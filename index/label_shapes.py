"""The shapes of a line's beginning that may say who speaks next, as regular expressions.

`index.labels` decides which of them are labels in one text.
"""

from __future__ import annotations

import re

from index.asides import CLOCK

_UPPER = "[^\\W\\d_a-zа-яёіїєґўßàâäéèêëïîôöùûüçñœąćęłńóśźżčďěňřšťůýžåøæ]"
_PARTICLE = (
    "(?:(?:of|the|for|and|de|da|do|di|del|della|dos|das|du|des|van|von|der|den|ten|ter|zu|zur|bin|ibn|ben|al|el|la|le"
    "|los|las|lo|y|e|et|und|и|та|pro|tempore|at|in|on)(?![\\w’'-])|[dlo][’'](?=[A-Z]))"
)
_WORD = rf"(?:(?:[a-z]{{1,4}}(?=[A-Z])|[dlo][’'])?{_UPPER}(?:[^\W_]|[.’'-])*)"
_NUMBERED = r"(?:[ ]?(?:#|No\.?[ ]?)?\d{1,3}(?!\d|[:.]\d)|[ ][A-Z])"
NAME_WORDS = rf"(?:(?:{_PARTICLE}[ ]){{0,3}}{_WORD}(?:[ ](?:{_PARTICLE}[ ]?){{0,4}}{_WORD}|[ ](?:pro tempore)){{0,8}})"
OPENING = re.compile(
    r"[ \t]*(?:(?:>>+|[-–—•]|\d{1,2}(?=[ \t]{2})|\d{1,2}(?=\t)|</?(?:b|strong|em|i|p)>|\*{1,3}|__"
    rf"|(?P<clock>[\[(]?{CLOCK}[\])]?(?:[ ]?(?:-->|-|–)[ ]?{CLOCK}[\])]?)?))[ \t]*){{0,5}}"
)
_BRACKETS = r"(?:[ ]?(?P<brackets>(?:[(\[][^()\[\]\n]{1,80}[)\]][ ]?){1,3}))?"
_CLOSING = r"(?:\*{1,3}|__|</(?:b|strong|em|i)>)?"
COLON = re.compile(
    rf"(?P<name>{NAME_WORDS}{_NUMBERED}?){_CLOSING}{_BRACKETS}(?:,[ ](?P<office>[^:\n,]{{1,60}}(?:,[^:\n]{{1,40}})?))?"
    rf"(?:[ ]{{1,3}}[\[(]?{CLOCK}[\])]?)?{_CLOSING}[ ]?[::]{_CLOSING}(?!//)[ \t]*"
)
_SURNAME = (
    rf"(?:(?:[A-Z]\.|(?:de|la|van|von|der|den|du|di|le|DE|LA|VAN|VON|DER|DEN|DU|DI|LE)|"
    rf"(?:[a-z]{{1,4}})?{_UPPER}[^\W\d_’'-]*"
    rf"(?:[’'-]{_UPPER}[^\W\d_]*)*)[ ]){{0,4}}(?:[a-z]{{1,4}})?{_UPPER}[^\W\d_]+(?:[’'-]{_UPPER}[^\W\d_]*)*"
)
STOP = re.compile(
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gen|Adm|Col|Hon|Sir|Dame|M)\.?|Senator|Representative|Chair"
    r"(?:man|woman)?"
    r"|Chairperson|Vice Chair(?:man|woman)?|Secretary|Commissioner|Director|Judge|Justice|President|Governor"
    rf"|Ambassador|Ranking Member|Delegate|Admiral|General|Mme|Mlle)[ ]{_SURNAME}"
    r"|(?:M\.|Mme)[ ]l[ea][ ](?:président|présidente|ministre|rapporteure?)"
    r"|[Tt]he[ ][A-Z]{4,}(?:[ ][A-Z]{3,}){0,2}(?:[ ]pro[ ]tempore)?)"
    r"(?:[ ]of[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)?(?:[ ](?P<brackets>\([^()\n]{1,60}\)))?(?:, (?:Jr|Sr))?"
    r"(?:, [^\W\d_A-Z][^.\n]{1,80})?\.(?:—|–|[ ]+)"
    r"(?=[^\W\d_a-z]|[“\"(\[$\d])"
)
ASKING = re.compile(r"(?P<name>[QA])(?:[.:]|(?=[ ]{2}|\t)|(?<=Q)(?=[ ][A-Z(“\"]))[ \t]*(?=\S)")
CLOCK_LINE = re.compile(
    rf"(?P<name>{NAME_WORDS}{_NUMBERED}?){_CLOSING}{_BRACKETS}[ \t]*[|,–—-]?[ \t]*[\[(]?{CLOCK}[\])]?"
    rf"(?:[ ]?(?:-->|-|–)[ ]?{CLOCK})?{_CLOSING}[ \t]*$"
)
NAME_LINE = re.compile(rf"(?P<name>{NAME_WORDS}{_NUMBERED}?){_CLOSING}{_BRACKETS}{_CLOSING}[ \t]*$")
DASH = re.compile(
    rf"(?P<name>{NAME_WORDS}){_CLOSING}{_BRACKETS}{_CLOSING}(?:(?:, [^\n.]{{1,60}})?\.?[ ][—–-]{{1,2}}[ ]|\t+)(?=\S)"
)
UNKNOWN = re.compile(
    rf"(?P<name>[\[(]?[^\W\d_][\w’'. -]{{0,58}}[\])]?)(?:[ ][\[(]?{CLOCK}[\])]?)?[ ]?:{_CLOSING}[ \t]*"
)
UNKNOWN_STOP = re.compile(r"(?P<name>[^\W\d_][^\W\d_-]*(?:[ ][^\W\d_-]+){0,4})\.[ ]+(?=[^\W\d_a-z]|[“\"])")
BY = re.compile(
    r"[ \t\d]*(?:(?:CROSS|DIRECT|RE-?DIRECT|RECROSS)[ -]?)?(?:EXAMINATION[ ])?BY[ ]"
    r"(?P<name>[A-Z][A-Z.’' -]{2,50}):?[ \t]*$"
)
