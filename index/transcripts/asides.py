"""What stands among the words of a transcript or speech and is nobody's: page furniture, stage notes, formulas.

A column or page line of an official report, the time, a division, "(Applause.)", "Check against delivery": the words
around them are their speaker's, these are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.text.expressions import expression
from index.text.sentences import Span, trimmed

CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?"
"""A time of day or of a recording: 0:45, 00:12:31.250, 10:45 a.m."""

_NOTE = (
    r"laugh\w*|chuckl\w*|applau\w*|cross-?talk\w*|inaudible|indistinct|unintelligible|pause[sd]?|music\w*|cheer\w*"
    r"|boo\w*"
    r"|silence|interrupt\w*|sigh\w*|cough\w*|overlapping|simultaneous|off[- ]mic\w*|foreign language|video|end of"
    r"|beat|break|recess|edited|commercial|sound\w*|audio|clip|no (?:audible|verbal)|off the record"
    r"|rires|applaudissements|risas|aplausos|beifall|heiterkeit|gelächter|смех|аплодисменты|оплески"
    r"|сміх|апладысменты|oklaski|śmiech|\d+[- ]second"
)
_BRACKETED = rf"(?:[\[(](?:[^\W\d_a-zа-яёіїєґў][^\])\n]{{0,60}}|(?:{_NOTE})\b[^\])\n]{{0,40}})[.!]?[\])])"
_ENDS = expression(rf"^(?:{_BRACKETED}\s{{0,4}})+|(?:\s{{0,4}}{_BRACKETED})+$")
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]+[ ]\d{4}|[A-Z][a-z]+[ ]\d{1,2},[ ]\d{4})"
_FURNITURE = expression(
    rf"""[ \t]*(?:
      (?:{_DAY}[ ]?:?[ ]?)?(?:[Cc]ol(?:umn|\.)?|COLUMN)[ ]\d+[A-Za-z]*(?:[ ]?:?[ ]?{_DAY})?
    | \[?(?:[Pp]age|PAGE|[Pp]\.|Seite|Página|Стр\.?)[ ]?\d+(?:[ ]?(?:of|OF|/|von|de|из)[ ]?\d+)?\]?
    | [-–—|]*[ ]?\d{{1,4}}[ ]?(?:/[ ]?\d{{1,4}})?[ ]?[-–—|]*
    | …?/…? | [.…]+/[.…]+
    | [\[(]?(?:{CLOCK}|\d{{1,2}}(?:\.\d{{2}})?[ ]?[ap]\.?m\.?|(?:12[ ])?noon|midnight)[\])]?
    | (?:{CLOCK})[ ]?-->[ ]?(?:{CLOCK})
    | (?i:(?:final[ ])?(?:please[ ])?check(?:ed)?[ ]against[ ]delivery[.!]?|seul[ ]le[ ]prononcé[ ]fait[ ]foi[.!]?
        |cotejar[ ]con[ ].{{1,30}}|es[ ]gilt[ ]das[ ]gesprochene[ ]wort[.!]?|sperrfrist[ :].{{1,60}}
        |(?:strictly[ ]|under[ ]){{0,2}}embargo(?:ed)?[ :].{{1,60}}
        |not[ ]for[ ](?:release|publication|broadcast)[ ](?:before|until)[ ].{{1,60}}
        |as[ ](?:delivered|prepared(?:[ ]for[ ]delivery)?|written|given|spoken)[.!]?)
    | (?:The[ ](?:House|Committee|Council|Assembly|Senate)|Sitting|Committee|House|Proceedings|Debate)[ ]
        (?:(?:again[ ])?divided|rose|adjourned|suspended|resumed|interrupted|then[ ]adjourned|stands?[ ]adjourned
        |to[ ]be[ ]resumed)\b[^\n]{{0,80}}
    | Leave[ ](?:not[ ]|is[ ]|was[ ])?(?:granted|refused|denied)\.?
    | A[ ](?:division|quorum)[ ]having[ ]been[ ]called\b[^\n]{{0,80}}
    | (?:Ordered|Resolved),[ ]That\b[^\n]{{1,300}}
    | Division[ ](?:No\.?|number)?[ ]?\d+\]?[^\n]{{0,40}}
    | (?:(?:Ayes|Noes|AYES|NOES|Yeas|Nays|YEAS|NAYS)(?:[ :—–-]{{1,3}}\d+)?
        |(?:For|Against|Abstentions?)[ :—–-]{{1,3}}\d+)
        (?:[ ]?[,;.][ ]?(?:Ayes|Noes|Yeas|Nays|Against|Abstentions?)[ :—–-]{{1,3}}\d+)*\.?
    | Tellers[ ]for[ ]the[ ](?:Ayes|Noes)\b[^\n]{{0,80}}
    | Question[ ](?:again[ ])?(?:put|proposed|accordingly|agreed[ ]to|resolved|negatived)\b[^\n]{{0,200}}
    | [A-Z][^.!?:\n]{{0,80}}(?:interjecting|rose|rising|having[ ]spoken)[ ]?[—–-]{{1,2}}
    | [^.!?:\n]{{1,60}}[ ](?:started|stopped)[ ]transcription
    | (?:Meeting|Recording|Transcript(?:ion)?|Call)[ ](?:started|ended|stopped|begins|ends)(?:[ ][^\n]{{0,60}})?
    | (?i:(?:transcribed|reported|recorded|prepared)[ ]by:?[ ][^\n]{{1,60}})
    | (?i:\[?editor[’']?s?[’']?[ ]note\b[^\n]{{0,400}})
    | The[ ](?:vote|roll|question)[ ]was[ ](?:then[ ])?(?:taken|called|put)\b[^,\n]{{0,40}}\.
    | The[ ](?:meeting|hearing|sitting|session)[ ](?:(?:was|is)[ ](?:then[ ])?
        (?:called|suspended|adjourned|resumed|opened|closed)|rose|resumed|closed|ended)\b[^\n]{{0,80}}
    | A[ ](?:recorded[ ]|roll-call[ ])?vote[ ]was[ ](?:then[ ])?taken\b[^,\n]{{0,60}}\.
    | (?:(?:Lords|Manuscript|Government)[ ][Aa]mendment|(?:New[ ])?(?:Motion|Amendment|Clause|Bill|Schedule))s?,?[ ]
        (?:\d+[A-Z]?,?[ ])?(?:as[ ]amended,?[ ])?(?:by[ ]leave,?[ ])?
        (?:(?:agreed|disagreed|negatived|withdrawn|read|ordered|accordingly|proposed)\b[^\n]{{0,200}}
        |(?:made|moved|carried|lost|passed)\.?)
    | (?i:\(?Whereupon,?[ ][^\n]{{1,200}})
    | (?i:[\[(*]*(?:end[ ]of[ ](?:the[ ])?(?:transcript|interview|recording|statement|speech|session)|end|adjourned
        |(?:end|start)[ ]of[ ]tape)[\])*]*[.:]?(?:[ ]{{1,10}}(?:at[ ])?\d[^\n]{{0,30}})?)
    | [*_=~#-]{{2,}} | OFFICIAL(?:[ ]SENSITIVE)? | UNCLASSIFIED | FINAL | DRAFT | EMBARGOED
    )[ \t]*""",
    re.VERBOSE,
)
_NOTICES = expression(
    r"""[ \t]*(?-i:(?=[^\W\d_a-z]|©))(?:
      (?:(?:several|some|many|a[ ]number[ ]of|other)[ ](?:right[ ])?(?:hon(?:ou?rable|\.)?[ ])?
        (?:members|senators|deputies|delegates|lords)[ ][^.!?:\n]{0,30}?(?:rose|rising|interjecting|interrupting))
        [ ]?[.—–-]{0,2}
    | (?:(?:loud[ ]|prolonged[ ]|general[ ])?(?:interruptions?|disorder|uproar|laughter|applause|cheers|jeers|heckling
        |commotion)(?:[ ](?:from|in|on|among)[ ][^.!?:\n]{1,50})?\.?)
    | (?:time[ ]expired|division(?:[ ]called|[ ]bells?[ ]r[au]ng)?|quorum[ ](?:formed|called))\.?
    | (?:(?:copyright\b|©)[^\n]{0,200})
    | (?:(?:(?:this|the|our|\w+)[ ])?transcripts?[ ](?:is|are|was|were|has[ ]been|may|provided|produced|generated)[ ]
        [^\n]{0,40}(?:created|provided|generated|produced|edited|updated|final|errors?|accura\w+)\b[^\n]{0,300})
    | (?:(?:this|the)[ ](?:interview|conversation|transcript|discussion|q[ ]?&[ ]?a)[ ](?:was|has[ ]been|is)[ ]
        (?:\w+ly[ ])?(?:edited|condensed|translated|shortened|conducted|recorded|transcribed)\b[^\n]{0,200})
    | (?:(?:(?:this[ ]|the[ ])?page[ ](?:was[ ])?)?last[ ](?:updated|modified|reviewed|edited|changed)\b[ :]
        [^\n.!?]{0,40}\d[^\n.!?]{0,20})
    | (?:(?:share|print|e-?mail|save|bookmark)[ ]this(?:[ ](?:page|article|speech|story|post|release))?
        (?:[ ](?:on|via|by|through)\b[^\n.!?]{0,30})?\W{0,3})
    | (?:(?:back|return)[ ]to[ ](?:the[ ])?(?:top|contents|previous[ ]page|index|news|speeches|all[ ]\w+)\W?)
    | (?:interview[ ](?:\w+ly[ ])?(?:edited|condensed|translated|shortened|conducted|recorded)\b[^\n]{0,200})
    | (?:(?:company|corporate|conference[ ]call|other)[ ]participants:?
        |questions?(?:[ ]and[ ]|-and-|[ ]&[ ])answers?(?:[ ](?:session|period))?:?
        |prepared[ ]remarks:?|q[ ]?&[ ]?a(?:[ ]session)?:?)
    )[ \t]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Notes and notices that begin with a capital, since in small letters they may be a wrapped line's words."""
_NOTED = expression(r"[ \t]*\((?i:whereupon|thereupon)\b")
_DIVISION = expression(
    r"[ \t]*(?:(?:AYES|NOES|YEAS|NAYS)(?:[ :—–-]+\d+)?\.?"
    r"|(?:In favou?r|For|Against|Abstain(?:ing|ed)|Abstentions?)(?:[ ]\(\d+\))?:)[ \t]*"
)
_RUNNING = expression(r"[ \t]*+(?P<words>[^\n]{1,60}?)[ \t]++\d{1,3}[ ]?/[ ]?\d{1,3}[ \t]*")
"""A running head with page and pages: "Débat général 2/17"."""

_LINES = (_FURNITURE, _NOTICES, _RUNNING)


def is_furniture(line: str) -> bool:
    """Return whether a line of a transcript or speech is nobody's words: a page, column, time or division line."""
    # Without its blanks: they may stand in several places of what is looked for.
    bare = line.strip(" \t")
    if any(each.fullmatch(bare) for each in _LINES):
        return True
    within = bare.strip(" \t*_").strip("[]()")
    return bool(within) and within != bare and any(each.fullmatch(within) for each in (_FURNITURE, _NOTICES))


def spoken_parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans between two offsets that no furniture line interrupts, without white space at their ends."""
    begin = position = start
    voting = noting = False
    while position < end:
        newline = text.find("\n", position, end)
        stop = end if newline < 0 else newline
        line = text[position:stop]
        voting = bool(_DIVISION.fullmatch(line)) or (voting and bool(line.strip()))
        # What stands behind a label is its speaker's: "Mr Orr: The House rose to him."
        whole = position == 0 or text[position - 1] == "\n"
        noted, noting = noting, _noting(line, noting) and whole
        if line.strip() and (voting or noted or whole and is_furniture(line)):
            if span := trimmed(text, begin, position):
                yield span
            begin = stop
        position = stop + 1
    if span := trimmed(text, begin, end):
        yield span


def _noting(line: str, before: bool) -> bool:
    """Return whether a clerk's note in brackets goes on below a line: "(Whereupon, at ten a recess was taken"."""
    opens = _NOTED.match(line) is not None
    return (opens or before) and ")" not in line and bool(line.strip())


def without_directions(text: str, start: int, end: int) -> Span | None:
    """Return the span without stage directions at its ends, None when nothing else is left."""
    span = trimmed(text, start, end)
    while span and (match := _ENDS.search(text[span[0] : span[1]])):
        start = span[0] + match.end() if match.start() == 0 else span[0]
        end = span[0] + match.start() if match.start() else span[1]
        span = trimmed(text, start, end)
    return span


_OFFICE = r"The (?:President|Vice President|Prime Minister|Governor|Mayor|Chancellor|Premier|First Lady)"
_HALL = r"(?:The )?Audience(?: members?)?|Members? of (?:the )?audience|Protest[eo]rs?|Demonstrators?|Hecklers?|Q"
_TITLE = (
    r"(?:Rep|Sen|Gov|Representative|Senator|Governor|Speaker|Mr|Mrs|Ms|Dr)\.?[ ](?!Speaker|President|Chair|Secretary)"
)
_VOICE = expression(
    rf"(?:(?P<own>{_OFFICE})|(?P<hall>{_HALL})|(?P<named>{_TITLE}[A-Z][\w’'-]+(?:[ ][A-Z][\w.’'-]*){{0,3}}"
    r"|The (?:Speaker|Chair(?:man|woman)?|Clerk)))\.(?=[ ]|$)"
)


class Voice(NamedTuple):
    """A paragraph of a speech: where its words are, and whether somebody else says them."""

    span: Span
    is_other: bool


def voices_of(text: str, spans: Sequence[Span]) -> list[Voice]:
    """Return the paragraphs of one person's speech with those that a label with a full stop gives to somebody else.

    A record of a speech notes who calls out and when the speaker goes on: "Rep. Ruiz. It's a lie." "The President. We
    will see." Where it never notes that he goes on, a voice from the hall has one paragraph and a name no label.
    """
    labels = [_VOICE.match(text, *span) for span in spans]
    goes_on = len({match["own"] for match in labels if match and match["own"]}) == 1
    found: list[Voice] = []
    is_other = False
    for span, match in zip(spans, labels, strict=True):
        label = match if match and (match["hall"] or goes_on) else None
        if label:
            is_other = not label["own"]
        if words := trimmed(text, label.end() if label else span[0], span[1]):
            found.append(Voice(words, is_other))
        is_other = is_other and goes_on
    return found
