"""What stands among the words of a transcript or speech and is nobody's: page furniture, stage notes, formulas.

A column or page line of an official report, the time, a division, "(Applause.)", "Check against delivery": the words
around them are their speaker's, these are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import Span, trimmed

CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?"
"""A time of day or of a recording: 0:45, 00:12:31.250, 10:45 a.m."""

_NOTE = (
    r"laugh\w*|chuckl\w*|applau\w*|cross-?talk\w*|inaudible|indistinct|unintelligible|pause[sd]?|music\w*|cheer\w*"
    r"|boo\w*"
    r"|silence|interrupt\w*|sigh\w*|cough\w*|overlapping|simultaneous|off[- ]mic\w*|foreign language|video|end of"
    r"|beat|break|recess|rires|applaudissements|risas|aplausos|beifall|heiterkeit|gelächter|смех|аплодисменты|оплески"
    r"|сміх|апладысменты|oklaski|śmiech|\d+[- ]second"
)
_BRACKETED = rf"(?:[\[(](?:[^\W\d_a-zа-яёіїєґў][^\])\n]{{0,60}}|(?:{_NOTE})\b[^\])\n]{{0,40}})[.!]?[\])])"
_ENDS = re.compile(rf"^(?:{_BRACKETED}\s{{0,4}})+|(?:\s{{0,4}}{_BRACKETED})+$")
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]+[ ]\d{4}|[A-Z][a-z]+[ ]\d{1,2},[ ]\d{4})"
_FURNITURE = re.compile(
    rf"""[ \t]*(?:
      (?:{_DAY}[ ]?:?[ ]?)?(?:[Cc]ol(?:umn|\.)?|COLUMN)[ ]\d+[A-Za-z]*(?:[ ]?:?[ ]?{_DAY})?
    | \[?(?:[Pp]age|PAGE|[Pp]\.|Seite|Página|Стр\.?)[ ]?\d+(?:[ ]?(?:of|OF|/|von|de|из)[ ]?\d+)?\]?
    | [-–—|]*[ ]?\d{{1,4}}[ ]?(?:/[ ]?\d{{1,4}})?[ ]?[-–—|]*
    | …?/…? | [.…]+/[.…]+
    | [\[(]?(?:{CLOCK}|\d{{1,2}}(?:\.\d{{2}})?[ ]?[ap]\.?m\.?|(?:12[ ])?noon|midnight)[\])]?
    | (?:{CLOCK})[ ]?-->[ ]?(?:{CLOCK})
    | (?i:\(?(?:final[ ])?(?:please[ ])?check[ ]against[ ]delivery\)?\.?|seul[ ]le[ ]prononcé[ ]fait[ ]foi\.?
        |cotejar[ ]con[ ].{{1,30}}|es[ ]gilt[ ]das[ ]gesprochene[ ]wort\.?|embargoed?[ ].{{1,60}}|as[ ]delivered\.?)
    | (?:The[ ](?:House|Committee|Council|Assembly|Senate)|Sitting|Committee|House)[ ](?:(?:again[ ])?divided|rose
        |adjourned|suspended|then[ ]adjourned|stands?[ ]adjourned)\b[^\n]{{0,80}}
    | Division[ ](?:No\.?|number)?[ ]?\d+\]?[^\n]{{0,40}}
    | (?:(?:Ayes|Noes|AYES|NOES|Yeas|Nays|YEAS|NAYS)(?:[ :—–-]{{1,3}}\d+)?
        |(?:For|Against|Abstentions?)[ :—–-]{{1,3}}\d+)
        (?:[ ]?[,;.][ ]?(?:Ayes|Noes|Yeas|Nays|Against|Abstentions?)[ :—–-]{{1,3}}\d+)*\.?
    | (?:Tellers[ ]for[ ]the[ ](?:Ayes|Noes)|Question[ ](?:again[ ])?(?:put|proposed|accordingly))\b[^\n]{{0,80}}
    | [A-Z][^.!?:\n]{{0,80}}(?:interjecting|rose|rising|having[ ]spoken)[ ]?[—–-]{{1,2}}
    | [^.!?:\n]{{1,60}}[ ](?:started|stopped)[ ]transcription
    | (?:Meeting|Recording|Transcript(?:ion)?|Call)[ ](?:started|ended|stopped|begins|ends)(?:[ ][^\n]{{0,60}})?
    | (?i:(?:transcribed|reported|recorded|prepared)[ ]by:?[ ][^\n]{{1,60}})
    | (?i:\[?editor[’']?s?[’']?[ ]note\b[^\n]{{0,400}})
    | The[ ](?:vote|roll|question)[ ]was[ ](?:then[ ])?(?:taken|called|put)\b[^,\n]{{0,40}}\.
    | The[ ](?:meeting|hearing|sitting|session)[ ](?:was|is)[ ](?:then[ ])?(?:called|suspended|adjourned|resumed|opened
        |closed)\b[^\n]{{0,80}}
    | (?:Motion|Amendment|Clause|Bill|Schedule)s?[ ](?:\d+[ ])?(?:by[ ]leave,?[ ])?(?:agreed|negatived|withdrawn|read
        |ordered|accordingly)\b[^\n]{{0,80}}
    | (?i:\(?Whereupon,?[ ][^\n]{{1,200}})
    | (?i:[\[(*]*(?:end[ ]of[ ](?:the[ ])?(?:transcript|interview|recording|statement|speech|session)|end|adjourned
        |(?:end|start)[ ]of[ ]tape)[\])*]*[.:]?(?:[ ](?:at[ ])?\d[^\n]{{0,30}})?)
    | [*_=~#-]{{2,}} | OFFICIAL(?:[ ]SENSITIVE)? | UNCLASSIFIED | FINAL | DRAFT | EMBARGOED
    )[ \t]*""",
    re.VERBOSE,
)
_DIVISION = re.compile(r"[ \t]*(?:AYES|NOES|YEAS|NAYS)(?:[ :—–-]+\d+)?\.?[ \t]*")
_RUNNING = re.compile(r"[ \t]*+(?P<words>[^\n]{1,60}?)[ \t]++\d{1,3}[ ]?/[ ]?\d{1,3}[ \t]*")
"""A running head with page and pages: "Débat général 2/17"."""


def is_furniture(line: str) -> bool:
    """Return whether a line of a transcript or speech is nobody's words: a page, column, time or division line."""
    # Without its blanks: they may stand in several places of what is looked for.
    bare = line.strip(" \t")
    return _FURNITURE.fullmatch(bare) is not None or _RUNNING.fullmatch(bare) is not None


def spoken_parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretches between two offsets that no furniture line interrupts, without white space at their ends."""
    begin = position = start
    voting = False
    while position < end:
        newline = text.find("\n", position, end)
        stop = end if newline < 0 else newline
        line = text[position:stop]
        voting = bool(_DIVISION.fullmatch(line)) or (voting and bool(line.strip()))
        if line.strip() and (voting or is_furniture(line)):
            if span := trimmed(text, begin, position):
                yield span
            begin = stop
        position = stop + 1
    if span := trimmed(text, begin, end):
        yield span


def without_directions(text: str, start: int, end: int) -> Span | None:
    """Return the span without stage directions at its ends, None when nothing else is left."""
    span = trimmed(text, start, end)
    while span and (match := _ENDS.search(text[span[0] : span[1]])):
        start = span[0] + match.end() if match.start() == 0 else span[0]
        end = span[0] + match.start() if match.start() else span[1]
        span = trimmed(text, start, end)
    return span


_CAPITAL = r"[^\W\d_a-zа-яёіїєґўłśż]"
_GREETED = (
    r"(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)"
    r"|hallo|liebe[rs]?|sehr geehrte[rns]?"
    r"|guten (?:tag|morgen|abend)|moin|servus|bonjour|bonsoir|salut|cher|chère|madame|monsieur|hola|buenos días"
    r"|estimad[oa]s?|querid[oa]s?"
    r"|ciao|gentile|caro|cara|beste|hej|уважаем\w+|дорог\w+|здравствуйте|привет|добрый (?:день|вечер)|доброе утро"
    r"|шановн\w+|вітаю|добрий день|доброго дня|паважан\w+|вітаем|szanown\w+|drog[ia]\w*|dzień dobry|cześć|witam)"
)
_GREETING = re.compile(
    rf"{_GREETED}(?:[ ,]+{_CAPITAL}[\w.’'-]*){{0,6}}[ ]*[,!:.]*|{_GREETED}(?:[ ,]+[^\W\d_][\w.’'-]*){{0,6}}[ ]*[,!:]+"
)
_CLOSING = re.compile(
    r"(?i:(?:with |many |our |my )?(?:best|kind|kindest|warm|warmest)(?: (?:regards|wishes))?|regards|cordially"
    r"|yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely(?: yours)?|cheers|thanks(?: again| a lot)?|love"
    r"|many thanks|thank you"
    r"|(?:mit )?(?:freundlichen?|besten?|herzlichen?|viele|liebe|schöne) gr(?:ü|ue)(?:ß|ss)en?"
    r"|mfg|lg|gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|vg"
    r"|cordialement|bien (?:à vous|cordialement)|amicalement|sincères salutations"
    r"|(?:un )?(?:saludos?|abrazo)(?: cordial(?:es)?)?"
    r"|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|groeten?|hälsningar|(?:с|c) уважением"
    r"|всего доброго|с наилучшими пожеланиями|з повагою|з найкращими побажаннями|з павагай|z poważaniem"
    r"|pozdrawiam(?: serdecznie)?|z wyrazami szacunku)"
    rf"(?:[ ]*[,.!–—-]*[ ]*\n?(?:{_CAPITAL}[\w.’'-]*[ ]?){{0,4}})?[,.!]*"
)
_LONE_NAME = re.compile(rf"[–—-]{{0,2}}[ ]?{_CAPITAL}[\w.’'-]*(?:[ ](?:de|van|von|der|la|{_CAPITAL}[\w.’'-]*)){{0,3}}")


def is_courtesy(words: str, writer: str) -> bool:
    """Return whether a paragraph of a mail is its greeting, its closing or the writer's name and no more."""
    words = words.strip()
    if _CLOSING.fullmatch(words) or _GREETING.fullmatch(words):
        return True
    own = {each.lower().strip(".") for each in writer.split()}
    signed = {each.lower().strip(".,–—- ") for each in words.split()} - {""}
    return _LONE_NAME.fullmatch(words) is not None and bool(signed) and signed <= own


def without_greeting(text: str, start: int, end: int) -> Span | None:
    """Return the span without a greeting that is its first line, None where nothing else is in it."""
    newline = text.find("\n", start, end)
    if newline > 0 and _GREETING.fullmatch(text[start:newline].strip()) and text[start:newline].rstrip()[-1:] in ",!:.":
        return trimmed(text, newline, end)
    return trimmed(text, start, end)
