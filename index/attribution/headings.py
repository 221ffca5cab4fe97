"""Links and headings that a page sets between its paragraphs: they are nobody's words and name no speaker."""

from __future__ import annotations

import re

from index.cues.marks.quotation_marks import Quotation
from index.text.expressions import expression

_LABEL = (
    r"(?:[Rr]ead (?:[Mm]ore|[Nn]ext|[Aa]lso)|READ (?:MORE|NEXT|ALSO)|[Mm]ore on this|RELATED(?: [A-Z]+)?"
    r"|[Rr]elated(?: (?:stor(?:y|ies)|articles?|coverage|content|news|links?|reading))?|[Ss]ee [Aa]lso|SEE ALSO"
    r"|[Aa]lso (?:[Rr]ead|[Ss]ee)|ALSO (?:READ|SEE)|[Ww]atch (?:[Nn]ow|[Mm]ore|[Ll]ive)|WATCH (?:NOW|MORE|LIVE)"
    r"|[Dd]on[’']t [Mm]iss|DON[’']T MISS|[Uu]p [Nn]ext|UP NEXT|[Tt]rending(?: [Nn]ow)?"
    r"|[Mm]ost [Rr]ead|MOST READ|[Ff]rom [Tt]he [Aa]rchives?|[Yy]ou (?:may|might) (?:also )?like|[Gg]o [Dd]eeper"
    r"|[Kk]eep [Rr]eading|[Ff]urther [Rr]eading|[Ii]n [Cc]ase [Yy]ou [Mm]issed [Ii]t|ICYMI"
    r"|[Ll]atest (?:[Nn]ews|[Uu]pdates?))"
)
_BEFORE = r"[ \t*_\[(>•-]{0,6}"
_BEHIND = r"[*_]{0,2}[ ]?[:|»>](?![ *_]{0,3}[“\"‘'«])"
_LINK = expression(rf"{_BEFORE}{_LABEL}{_BEHIND}")
_HEADED = expression(rf"{_BEFORE}(?:[Rr]ead|READ|[Mm]ore|MORE|[Ww]atch|WATCH|[Ll]isten|LISTEN|[Rr]ecommended){_BEHIND}")
"""What heads a link, and now and then a sentence."""
_GLUED = expression(r"[^\W\d_a-z][\w’'-]*(?: [\w’'-]+){0,6}:(?=[^\W\d_a-z]|[“\"‘'])")
"""A label without a space behind its colon, as a page's link loses it: "LATEST FROM VESK:Ruiz tells Brandt …"."""
_SENTENCE_ENDS = (".", ".”", '."', ".’", ".'")
GOES_ON = tuple(".,;:!?…—–-")
"""What ends a sentence or a part of one: words that end so are no heading."""
_LONGEST_LINK, _LONGEST_HEADING = 250, 12


def is_link(text: str, position: int) -> bool:
    """Return whether a sentence that begins at a position, or the line that it stands on, is a link to another page."""
    if _LINK.match(text, position):
        return True
    start = text.rfind("\n", 0, position) + 1
    stop = text.find("\n", position)
    line = text[start : stop if stop >= 0 else len(text)].rstrip()
    if _LINK.match(line):
        return start == position or len(line) <= _LONGEST_LINK
    if len(line) > _LONGEST_LINK or line.endswith(_SENTENCE_ENDS):
        return False
    return _GLUED.match(line) is not None or _HEADED.match(line) is not None


_ANNOUNCES = expression(
    r"[ \t>]{0,4}(?:On|Am|Le|El|Il|Op|Den|W dniu|Dnia|At)\b[^\n]{0,160}?(?:\d{1,2}[:.h]\d\d|<[^<>\n ]+@)[^\n]{0,160}\b"
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|napisał(?:a)?|pisze)\b[^\n]{0,80}:[ \t]*$",
    re.MULTILINE,
)
"""The line that a mail's program sets above what it quotes: "On Mon, 19 Oct 2026 at 17:40, Ana Ruiz wrote:"."""


def announces_a_mail(text: str, position: int) -> bool:
    """Return whether a sentence stands on the line that a program sets above the words of another mail."""
    return _ANNOUNCES.match(text, text.rfind("\n", 0, position) + 1) is not None


def is_heading(text: str, quotation: Quotation) -> bool:
    """Return whether a quotation alone on its line is set as a heading: short, closed, and without a sentence's end."""
    words = text[quotation.start : quotation.end].rstrip()
    if not quotation.closed or quotation.continues or len(words.split()) > _LONGEST_HEADING or words.endswith(GOES_ON):
        return False
    return is_alone_on_its_line(text, quotation.left, quotation.right)


def is_alone_on_its_line(text: str, left: int, right: int) -> bool:
    """Return whether nothing but marks of a heading stands on the line beside a span."""
    before = text[text.rfind("\n", 0, left) + 1 : left]
    stop = text.find("\n", right)
    after = text[right : stop if stop >= 0 else len(text)]
    return not before.strip(" \t#*_") and not after.strip(" \t#*_")
