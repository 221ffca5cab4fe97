"""The shapes of a line's beginning that may say who speaks next, as regular expressions.

`index.transcripts.labels` decides which of them are labels in one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.text.expressions import expression
from index.transcripts.asides import CLOCK
from index.transcripts.label_words import VOICE

Form = Literal["colon", "stop", "clock", "dash", "alone", "asking", "heading"]

_UPPER = "[^\\W\\d_a-zа-яёіїєґўßàâäéèêëïîôöùûüçñœąćęłńóśźżčďěňřšťůýžåøæ]"
_PARTICLE = (
    "(?:(?:of|the|for|and|de|da|do|di|del|della|dos|das|du|des|van|von|der|den|ten|ter|zu|zur|bin|ibn|ben|al|el|la|le"
    "|los|las|lo|y|e|et|und|и|та|pro|tempore|at|in|on)(?![\\w’'-])|[dlo][’'](?=[A-Z]))"
)
_WORD = rf"(?:(?:[a-z]{{1,4}}(?=[A-Z])|[dlo][’'])?{_UPPER}(?:[^\W_]|[.’'-])*)"
_NUMBERED = r"(?:[ ]?(?:#|No\.?[ ]?)?\d{1,3}(?!\d|[:.]\d)|[ ][A-Z])"
NAME_WORDS = rf"(?:(?:{_PARTICLE}[ ]){{0,3}}{_WORD}(?:[ ](?:{_PARTICLE}[ ]?){{0,4}}{_WORD}|[ ](?:pro tempore)){{0,8}})"
DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
"""A day in figures, as programs write it before the time of a message."""
_DAY = rf"(?:(?:{DATE}|[Tt]oday|[Yy]esterday|[Hh]eute|[Gg]estern)(?:,[ ]?|[ ](?:at|um)[ ]|[ ]))?"
OPENING = expression(
    r"[ \t]*(?:(?:>>+|[-–—•]|[†‡]{1,2}|\d{1,3}[.)](?=[ \t])|#{1,6}(?=[ ])|Q\d{1,4}(?=[ \t]+[^\W\d_a-z])"
    r"|\d{1,2}(?=[ \t]{2})"
    r"|\d{1,2}(?=\t)|</?(?:b|strong|em|i|p)>|\*{1,3}|__|From(?=[ \t]{1,4}[^\W\d_][^\n:]{1,120}[ ]?:)"
    rf"|{VOICE}(?:[ ]{{2,9}}|\t|:(?=[ ][^\W\d_a-z][^\n:.]{{1,60}}:))"
    rf"|(?P<clock>[\[(]?{_DAY}{CLOCK}[\])]?(?:[ ]?(?:-->|-|–)[ ]?{CLOCK}[\])]?)?))[ \t]*){{0,5}}"
)
_BRACKETS = r"(?:[ ]?(?P<brackets>(?:[(\[][^()\[\]\n]{1,120}[)\]][ ]?){1,3}))?"
_CLOSING = r"(?:\*{1,3}|__|</(?:b|strong|em|i)>)?"
COLON = expression(
    # A full stop before the colon ("HON. SPEAKER.:") is a part of short forms alone.
    rf"(?P<name>{NAME_WORDS}{_NUMBERED}?)(?<![^\W\d_]{{4}}\.)\.?{_CLOSING}{_BRACKETS}"
    r"(?:,[ ](?P<office>[^:\n,]{1,60}(?:,[^:\n]{1,40})?))?"
    rf"(?:[ ]{{1,3}}[\[(]?{CLOCK}[\])]?)?(?:[ \t]+[Tt]o[ \t]+[^\n:]{{1,60}}?)?{_CLOSING}[ ]?[::]{_CLOSING}(?!//)[ \t]*"
    r"(?:[\[(]?\d{1,2}:\d\d:\d\d[\])]?[ \t]*$)?"
)
SURROUNDED = expression(r"(?:\[(?P<name>[^\W\d_][^\[\]<>\n:]{1,40})\]|<(?P<nick>[^\W\d_][^<>\n:]{1,40})>)[ \t]+(?=\S)")
"""A name between brackets before the words: "[Ana Ruiz] Yes.", "<ana> Yes."."""
CAPITALS = expression(
    r"(?P<name>[A-ZÀ-ÞА-Я]{2}[A-ZÀ-ÞА-Я’'-]{1,30}(?:[ ][A-ZÀ-ÞА-Я]{3,30})?)(?:[ ]\([^()\n]{1,40}\))?"
    r"\.[ ]+(?=[(\[“\"]|[^\W\d_a-z])"
)
"""A name in capitals before a full stop, as plays have it: "RUIZ. We go."."""
_CAPITALS = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐЎ]"
APART = expression(
    rf"(?P<name>(?:{_CAPITALS}(?:{_CAPITALS}|[.’'-]){{1,29}}[ ]){{0,3}}{_CAPITALS}(?:{_CAPITALS}|[’'-]){{1,30}}"
    rf"|(?:{_UPPER}[^\W\d_’'-]{{1,20}}[ ]){{1,2}}{_UPPER}[^\W\d_]{{1,20}}(?:[’'-]{_UPPER}[^\W\d_]{{1,20}})?"
    rf"(?=(?:[ ]\([^()\n]{{1,40}}\))?[ ]{{2,}}(?:{_UPPER}|[“\"‘'¿¡\[(…])))"
    r"(?:[ ](?P<brackets>\([^()\n]{1,40}\)))?[ ]{2,}(?=[^\W\d_]|[“\"‘'¿¡\[(…])"
)
"""A name with a gap behind it, as interviews have it: "DS PRYCE  Where is it?"; in prose small letters follow."""
POINTED = expression(rf"(?P<name>{NAME_WORDS}{_NUMBERED}?|[a-z][\w-]{{1,20}})>[ \t]{{1,9}}(?=[^\s>])")
"""A name with a mark behind it, as programs write it: "Ana Ruiz> Where is it?"."""
INITIALED = expression(r"(?P<name>[A-Z](?:\.?[A-Z]){1,3}\.?)(?:\*{2,3}|__)[ \t]+(?=\S)")
"""Bold initials before the words: "**AR** Where is it?"."""
_SURNAME = (
    rf"(?:(?:(?:[A-Z]\.){{1,3}}|(?:de|la|van|von|der|den|du|di|le|DE|LA|VAN|VON|DER|DEN|DU|DI|LE)|"
    rf"(?:[a-z]{{1,4}})?{_UPPER}[^\W\d_’'-]*"
    rf"(?:[’'-]{_UPPER}[^\W\d_]*)*)[ ]){{0,4}}(?:[a-z]{{1,4}})?{_UPPER}[^\W\d_]+(?:[’'-]{_UPPER}[^\W\d_]*)*"
)
_RANK = r"(?:Lt|Maj|Capt|Brig|Sgt|Cpl|Cmdr|Comm|Insp|Supt|Gen|Adm|Col|Rear|Vice|LT|MAJ|CAPT|BRIG|SGT|GEN|ADM|COL)\.?"
STOP = expression(
    rf"(?P<name>(?:{_RANK}[ ]){{1,2}}{_SURNAME}"
    r"|(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gen|Adm|Col|Hon|Sir|Dame|M|MR|MRS|MS|MISS|DR|HON)\.?|Senator"
    r"|Representative|Chair(?:man|woman)?|CHAIR(?:MAN|WOMAN)?|VICE CHAIR(?:MAN|WOMAN)?|GOVERNOR|PRESIDENT|SECRETARY"
    r"|Chairperson|Vice Chair(?:man|woman)?|Secretary|Commissioner|Director|Judge|Justice|President|Governor"
    rf"|Ambassador|Ranking Member|Delegate|Admiral|General|Mme|Mlle)[ ](?:{_RANK}[ ]){{0,2}}{_SURNAME}"
    r"|(?:HON\.?|MADAM)[ ](?:[A-Z]{2,}[ ]){1,6}[A-Z]{3,}"
    r"|(?:M\.|Mme)[ ]l[ea][ ](?:président|présidente|ministre|rapporteure?)"
    r"|(?:[Tt]he|THE)[ ][A-Z]{4,}(?:[ ][A-Z]{3,}){0,2}(?:[ ]pro[ ]tempore)?)"
    r"(?:[ ]of[ ][A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)?"
    r"(?:[ ](?P<brackets>[(\[][^()\[\]\n]{1,120}[)\]](?:[ ][(\[][^()\[\]\n]{1,60}[)\]]){0,2}))?(?:, (?:Jr|Sr))?"
    r"(?:, [^\W\d_A-Z][^.\n]{1,80})?\.(?:—|–|-[ ]{0,2}|[ ]+)"
    r"(?=[^\W\d_a-z]|[“\"(\[$\d])"
)
INLINE = expression(
    r"(?<=[.?!…”’\"')][ ])(?=(?:HON|MR|MRS|MS|DR)\.[ ](?:[A-Z]{1,4}\.[ ]?){0,5}[A-Z][A-Z’'-]{2,30}"
    r"(?:[ ][A-Z’'-]{3,30})?(?:[ ]\([^()\n]{1,120}\))?\.[-–—][ ]?[^\W\d_a-z])"
)
"""Before a label that a record runs on behind another's words: "… on Thursday. HON. B. QUIST.- Mr. Speaker, …"."""
_MARK = r"(?:\*{1,3}|__)?"
_NOTED = r"[(\[][^()\[\]\n]{1,80}[)\]]"
ASKING = expression(
    r"(?![QA]\.(?:[ -]?[A-Z]\.?){1,3}:)(?!\[?A\]?[ \t]{1,9}(?:[—–-]{1,2}[ ])?[a-z])"
    r"(?P<boxed>\[)?(?P<name>[QA])(?(boxed)\][:.]?"
    rf"|(?:\d{{0,4}}[.:]{_MARK}|(?<=A)[ ]?{_NOTED}[ ]?{_MARK}:{_MARK}"
    rf"|(?<=Q)[ ]?(?P<brackets>{_NOTED})(?:[ ]?{_MARK}:{_MARK}|(?=[ ]))"
    rf"|{_MARK}(?=[ ]{{2}}|\t|[ ]?$)|[ ]?(?:[—–]|--)(?=[ ])|(?<=Q)(?:[ ]-(?=[ ])|(?=[ ][A-Z“‘\"'«¿¡…]))))"
    r"[ \t]*(?=\S|$)"
)
"""Who asks or answers by a letter: "Q. Why?", "Q (Ana Ruiz, The Harrier): Why?", "[Q] Why?", or alone on its line."""
ASKING_FROM = expression(
    rf"(?P<name>(?i:question))[ ](?i:from|by)[ ](?P<brackets>[^\W\d_a-z][^:\n.?!]{{2,80}}){_MARK}:{_MARK}[ \t]*"
)
"""Who asks, written out: "Question from Ana Ruiz, The Harrier: Why?"."""
CLOCK_LINE = expression(
    rf"(?P<name>{NAME_WORDS}{_NUMBERED}?){_CLOSING}{_BRACKETS}[ \t]*[|,–—-]?[ \t]*[\[(]?{_DAY}{CLOCK}[\])]?"
    rf"(?:[ ]?(?:-->|-|–)[ ]?{CLOCK})?{_CLOSING}[ \t]*$"
)
NAME_LINE = expression(
    rf"(?P<name>{NAME_WORDS}{_NUMBERED}?){_CLOSING}{_BRACKETS}{_CLOSING}"
    r"(?:[ ](?:--|[–—-])[ ](?P<post>[^\n.:?!]{2,80}))?[ \t]*$"
)
DASH = expression(
    rf"(?P<name>{NAME_WORDS}){_CLOSING}{_BRACKETS}{_CLOSING}(?:(?:, [^\n.]{{1,60}})?\.?[ ][—–-]{{1,2}}[ ]|\t+)(?=\S)"
)
UNKNOWN = expression(
    rf"(?P<name>[\[(]?[^\W\d_][\w’'./ -]{{0,58}}[\])]?)(?:[ ][\[(]?{CLOCK}[\])]?)?[ ]?:{_CLOSING}[ \t]*"
)
UNKNOWN_APART = expression(
    r"\[?(?P<name>[^\W\d_](?:[\w’'.-]|[ ](?![ ])){0,58})(?:\]|[ ]?>|[ ][—–-]{1,2})?"
    r"(?:[ ]{2,}|\t+|(?<=[\]>—–-])[ ])(?=\S)"
)
UNKNOWN_STOP = expression(r"(?P<name>[^\W\d_][^\W\d_-]*(?:[ ][^\W\d_-]+){0,4})\.[ ]+(?=[^\W\d_a-z]|[“\"])")
_TITLED = r"(?:M[Rr]s?|M[Rr][Ss]|M[Ss]|Miss|MISS|D[Rr]|Prof|PROF|Sir|SIR)\.?[ ]"
BY = expression(
    r"[ \t\d(]*(?:(?:(?:(?:CROSS|DIRECT|RE-?DIRECT|RECROSS)[ -]?)?(?:EXAMINATION[ ])?BY"
    r"|(?i:(?:further[ ])?questions[ ](?:from|by)))[ ](?P<name>[A-Z][A-Z.’' -]{2,50})"
    rf"|(?:Examination[ ])?By[ ](?P<titled>{_TITLED}[A-Z][\w.’' -]{{1,50}}))[:)]?[ \t]*$"
)
_PERSON = r"(?:[A-Z][\w.’'-]*[ ]){0,5}[A-Z][\w’'-]*"
HEARD = expression(
    r"[ \t\d*#_]*+(?i:(?:[a-z-]++[ ]){0,2}(?:[a-z]++-)?(?:examination|testimony|evidence|deposition))"
    rf"(?:[ ]\(?(?i:continued|resumed)\)?)?(?:[ ](?i:of)[ ](?:(?i:the[ ]witness)[ ,]{{0,2}})?(?P<of>{_PERSON}))?"
    rf"(?:,[ ][^\n.?!]{{1,100}}|[ ](?i:by|for|on)[ ][^\n.?!]{{1,100}}|[ ]\((?i:continued|resumed)\))?[:.]?[ \t*_]*$"
)
"""A heading of a hearing, with whose evidence follows where it says so: "CROSS-EXAMINATION OF MR. TELL"."""
SPACED = expression(r"[ \t\d*#_]*[^\W\d_a-z](?:[ ]{1,4}[^\W\d_a-z]){4,40}[:.]?[ \t*_]*$")
"""A heading whose letters are set apart: "P R O C E E D I N G S"."""
APPEARING = expression(
    r"[ \t\d*#_]*(?:(?:APPEARANCES|ALSO PRESENT|EXHIBITS)\b[^\n]{0,100}|(?:Appearances|Also present):[^\n]{0,100}"
    r"|(?i:(?:on behalf of|for) the (?:state|plaintiffs?|defen[cs]e|defendants?|appellants?|respondents?|petitioners?"
    r"|people|crown|prosecution|claimants?|commonwealth|government|applicants?|united states)):[^\n]{0,100})$"
)
"""A line of a hearing's head that lists who appears in it."""
SWORN = expression(
    rf"[ \t(]*(?:(?i:the[ ]witness)[, ]{{1,2}})?(?P<of>{_PERSON}),?\s{{1,9}}"
    r"(?:(?:(?:the|a)\s)?witness(?:\sherein)?,?\s{1,9})?(?:(?:having|who)\s{1,9}(?:been|was)|being|was|is)?\s{0,9}(?:(?:first|duly|previously|then)\s{1,9}){0,2}(?:called|sworn|affirmed|recalled)\b"
    r"(?=[^\n]{0,200}\b(?:witness|sworn|testif|oath|affirmed))[^\n]*$"
)
"""A line that calls or swears in a witness."""
AFFIRMED = expression(
    rf"[ \t\d]*(?P<of>{_TITLED}{_PERSON})[ ]"
    r"\((?i:(?:re-?)?(?:sworn|affirmed|called|recalled)|continued|resumed)\)[ \t]*$"
)
"""A line that says who is heard from here on: "MS DORA LUND (affirmed)"."""
_CAPITAL = rf"(?:{_TITLED}|(?i:the)[ ])(?:[A-Z]\.[ ]?){{0,3}}[A-Z][\w’'-]{{1,30}}(?:[ ][A-Z][\w’'-]{{1,30}}){{0,3}}"
_BY_WHOM = rf"(?:(?i:(?:(?:further|re-?|cross-?)[ ]?)?examined)[ ])?(?i:by)[ ](?P<by>{_CAPITAL})"
WITNESS = expression(
    rf"^[ \t*_]{{0,8}}(?P<of>(?:{_TITLED})?(?:[A-Z]\.[ ]?){{0,3}}(?:[A-Z][\w’'-]{{1,30}}[ ]?){{1,4}}),[ ]"
    r"(?:(?!(?:sworn|called|recalled|examined|affirmed)\b)[^\n.?!;]){0,80}(?:sworn|called|recalled|examined|affirmed)\b"
    rf"(?:[^\n]{{0,60}}?\b{_BY_WHOM})?[^\n]*$",
    re.MULTILINE,
)
"""A line of minutes of evidence that says who is heard, and by whom: "Mr. T. ORR, sworn. Examined by Mr. HALE."."""
EXAMINED = expression(
    rf"^[ \t*_]{{0,8}}{_BY_WHOM.replace('<by>', '<name>')}(?:[ ]\([^()\n]{{1,80}}\))?[.:]?[ \t*_]{{0,8}}$",
    re.MULTILINE,
)
"""A line of minutes of evidence that says who asks from here on: "Cross-examined by Mr. VANE (for the owners)."."""
NUMBERED = expression(
    r"^[ \t]{0,8}(?P<number>\d{1,5})\.[ ]{1,3}(?:\((?P<by>[^()\n]{3,60}?)\.?\)[ ]{1,3})?"
    r"(?P<asked>[^\W\d_](?:[^\n—–]|\n(?![ \t]*\n|[ \t]*\d{1,5}\.)){2,800}?[.?!][”’\"']?)[ ]?(?:[—–]{1,2}|--)[ ]?(?=\S)",
    re.MULTILINE,
)
"""A question of minutes of evidence up to its answer: "14. Was it shut?—It was."."""
EXCUSED = expression(
    r"\b(?:[Ww]itness(?:es)?(?:,? [A-Z][\w’'-]+){0,3}(?: (?:is|are|was|were|may be))?(?: now| then| first| duly){0,2}"
    r" (?:excused|discharged|released|withdrew|withdrawn|sworn|called|affirmed)|(?:step|stand) down"
    r"|calls? (?:the|its|his|her|my|our|another|a)(?: \w+)? witness)\b"
)
"""After these words the next answers may be another witness's."""
ASKED = expression(
    rf"(?:(?:[^\n]{{0,80}}?[ ])?(?:[IVXLC]{{1,7}}|\d{{1,3}})\.[ ]{{1,3}})?(?:The[ ])?"
    rf"(?P<name>(?:{_TITLED}|(?:[A-Z][a-z]{{1,5}}\.-?){{1,2}}[ ])"
    rf"(?:[A-Z]\.[ ]?){{0,3}}(?:[A-Z][A-Za-z’'-]{{0,20}}[ ]){{0,3}}"
    r"[A-Z’'-]{3,30})(?:[ ]\([^()\n]{1,60}\))?\s{1,4}asked[ ](?P<whom>(?:[Tt]he[ ])?[A-Z][\w’', -]{2,80}?)"
    r"(?:(?P<colon>:)|,?[ ](?:whether|if|what|when|why|how|who|upon[ ]notice)\b)"
)
"""A member's question of an official report: "II. Mr. DE VRY asked the Minister of Rivers:"."""
CALLED = expression(
    rf"(?:(?:Now|So|And|Well|Good[ ]\w+),?[ ])?(?P<name>{_TITLED}[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){{0,2}}),[ ]"
)
"""Whom a question calls by name: "Mr. Tell, who opened the gate?"."""


@dataclass(frozen=True)
class Label:
    """A line's beginning that says who speaks from `end` on; `start` is where the line begins."""

    start: int
    end: int
    name: str
    form: Form
    notes: str = ""
    """What stands in brackets behind the name: seat, party, office, or the name behind an office."""
    known: bool = True
    """Whether the line is in the form of the transcript's labels; else only that another one may speak."""


def lines_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin and end; a label that runs on in one begins its own."""
    position = 0
    while position < len(text):
        newline = text.find("\n", position)
        stop = len(text) if newline < 0 else newline
        starts = [position, *(match.start() for match in INLINE.finditer(text, position, stop))]
        yield from zip(starts, [*starts[1:], stop], strict=True)
        position = stop + 1
