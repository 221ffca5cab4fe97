"""Paragraph and sentence spans that survive quotation marks, initials and abbreviations.

Rules only: a terminal mark, closing marks, white space and something that can begin a sentence; not after a title, an
initial or an abbreviation. Spans hold no white space at their ends.
"""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.word_lists import person_nouns

Span = tuple[int, int]
CELLS = " | "
"""What stands between the cells of a row, as the readers of tables write it."""

# A newline is a paragraph's end when a blank line follows, or when the line before it ends a sentence or is short
# enough to be a heading, or when the next line begins a list item, a heading or a quotation.
_BLANK = expression(r"\n[ \t\f\r]*\n\s*|\f\s*")
_ENDS, _CLOSES = frozenset(".!?…:;。！？"), "”’»›\"')]"
_ITEM_STARTS = expression(r"(?:[-*•–—#>|]|\d{1,3}[.)]|[“„«\"])\s*\S")
_FIELD = expression(r"[*_]{0,3}[^\W\d_a-z](?:[\w’'-]+[ ]?){1,3}:[*_]{0,3}(?:[ \t]|$)")
"""A line of a head that says what it lists: "Present: …", "Apologies: …"."""
_MIDST = expression(r"(?P<word>[a-zà-ÿа-яёіїєґąćęłńóśźż]{3,})[.!?][”\")]? [^\W\d_a-z][^.!?]*$")
_HEADING_CHARACTERS = 60
_LONGEST_HEADING, _LONGEST_LINE = 110, 300
# A line that ends in the midst of a cue, a title or a phrase is no heading: "…,” said Authority chair", "of the".
_GOES_ON = expression(
    r"[”\"’'»]\s(?:\w+\s){0,2}?(?:said|says|added|commented|told|replied|wrote|explained|asked|warned|noted|argued|insisted"
    r"|answered|recalled|continued)(?:\s[\w’'.-]+){0,4}$"
    r"|\b(?:Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Prof|Professor|Sens?|Reps?|Govs?)\.?$"
    r"|\b(?:United|Prime|Vice|Deputy|European)$"
    r"|\b[Aa]ccording to(?:\s[\w’'.-]+){0,6}$"
    r"|[a-z]\s(?:of|the|a|an|for|by|with|from|and|to|in|at)$"
    r"|[A-Z]\s(?:OF|THE|A|AN|FOR|BY|WITH|FROM|AND|TO|IN|AT)$"
)
# Looked for only where a run of marks begins, and never given back: with each of 20,000 dots as a beginning the run was
# read 20,000 times.
_BREAK = expression(
    r"(?<![.!?…])(?P<mark>[.!?…]++)[”’»›\"')\]]*+(?P<gap>\s++)(?=[“‘«„‹\"'(\[–—-]*+\s?[^\W_a-zа-яіўєїґąćęłńóśźż])"
    r"|(?<![。！？])(?P<wide>[。！？]++[”’」』]*+)\s*+"
    # "resumes operations.When its lines": no space, and a word that can only begin a sentence.
    r"|(?P<tight>[.!?](?<=[a-z]{3}[.!?])(?=(?:The|A|An|He|She|It|They|We|You|This|That|These|Those|But|And|In|On|At|If|When"
    r"|While|There|Here|His|Her|Their|Our|What|Who|Why|How|After|Before|Since|However)[ ]))"
)
ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof rev fr sr jr st sen rep gov gen lt col sgt capt cmdr maj adm hon pres supt messrs mt ft no
    nos vs v etc al cf eg ie approx dept est fig inc ltd co corp bros ave blvd rd jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue wed thu fri sat sun vol pp ed eds art sec ch ca mgr pvt cpl det insp amb""".split()
)
_OF_SEVERAL = frozenset("sens reps govs gens profs drs cols lts attys".split())
"""Titles of several: "Sens. Farr and Orr". In small letters they may be other words: "twelve reps."."""
_SHORT_FORMS = ABBREVIATIONS | _OF_SEVERAL
# After these a full stop never ends the sentence; after the others (“Inc.”, “etc.”, “a.m.”) it may.
_MAY_END = frozenset("etc inc ltd co corp jr sr est dept al ave rd".split())
_STARTERS = frozenset(
    """the a an he she it they we you i this that these those but and so in on at as if when while there here his her
    its their our my what who why how for after before since however meanwhile yet now then both""".split()
)
_DOTTED = expression(r"(?:\b[^\W\d_]\.)+[^\W\d_]?$")
_INITIAL = expression(r"(?:^|[\s(“‘\"])[^\W\d_]$")
_LAST_WORD = expression(r"([^\W\d_]+)$")
_NEXT_WORD = expression(r"\W*(\w+)")
_PEOPLE = expression(r"\W{0,3}(?P<first>[A-Z][a-z]+) (?P<second>[a-z][a-z-]+)")
_OF_GROUPS = frozenset(
    """rights aid health medical local public police opposition community industry environmental religious political
    business labor labour legal relief advocacy women student youth conservation consumer election security military
    civic church human civil union news media school farm animal""".split()
)
"""What tells of which kind people or bodies are that begin a sentence: "Rights groups worry"."""
_NEVER_OPENING = frozenset(
    "marshal marine ranger senator representative attorney governor congressman ambassador".split()
)
"""Offices of a land, which its short form stands before: "U.S. Marshals said"."""


def paragraphs(text: str) -> list[Span]:
    """Return the spans of the paragraphs, in order, without surrounding white space."""
    spans: list[Span] = []
    start = 0
    for blank in [*_BLANK.finditer(text), None]:
        end = blank.start() if blank else len(text)
        spans.extend(_lines_joined(text, start, end))
        start = blank.end() if blank else end
    return spans


def joined_lines(text: str) -> str:
    """Return the text with a space for each line break inside a paragraph, every character in its place."""
    pieces: list[str] = []
    position = 0
    for start, end in paragraphs(text):
        pieces += [text[position:start], re.sub(r"[\r\n]", " ", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def _lines_joined(text: str, start: int, end: int) -> list[Span]:
    """Return the block's paragraphs: hard-wrapped lines are joined, lines that stand alone are not."""
    spans: list[Span] = []
    begin = position = start
    while position < end:
        newline = text.find("\n", position, end)
        line_end = end if newline < 0 else newline
        following = text[line_end + 1 : min(end, line_end + _LONGEST_LINE)].lstrip(" \t").partition("\n")[0]
        if newline < 0 or _line_stands_alone(text[position:line_end].strip(), following):
            if span := trimmed(text, begin, line_end):
                spans.append(span)
            begin = line_end + 1
        position = line_end + 1
    if span := trimmed(text, begin, end):
        spans.append(span)
    return spans


def _line_stands_alone(line: str, following: str) -> bool:
    row = CELLS in line or CELLS in following
    ends = not line or row or line.rstrip(_CLOSES)[-1:] in _ENDS or line.startswith("#")
    if ends or _ITEM_STARTS.match(following):
        return True
    if _FIELD.match(following) and _FIELD.match(line):
        return True
    if not following[:1].isupper() or len(line) >= _HEADING_CHARACTERS and not _had_room(line, following):
        return False
    return _GOES_ON.search(line) is None and not _begins_a_sentence(line)


def _begins_a_sentence(line: str) -> bool:
    """Return whether a sentence ends on a line and another one begins: "More will be needed. The"."""
    found = _MIDST.search(line)
    return found is not None and found["word"].lower() not in ABBREVIATIONS


def _had_room(line: str, following: str) -> bool:
    """Return whether the next line is so long that its first word would have fit on this one: no width broke it."""
    return len(line) < _LONGEST_HEADING and len(following) * 4 > (len(line) + len(following.split(None, 1)[0])) * 5


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of the sentences between two offsets, in order, each inside one paragraph."""
    stop = len(text) if end is None else end
    block = text[start:stop]
    return [
        (start + first, start + last)
        for paragraph in paragraphs(block)
        for first, last in _sentences_of(block, *paragraph)
    ]


def _sentences_of(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    begin = start
    for match in _BREAK.finditer(text, start, end):
        surely = match["wide"] or match["tight"]
        if not surely and not _ends_sentence(text, begin, match):
            continue
        cut = match.end() if surely else match.start("gap")
        if span := trimmed(text, begin, cut):
            spans.append(span)
        begin = match.end()
    if span := trimmed(text, begin, end):
        spans.append(span)
    return spans


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    if match["mark"] != ".":
        return True
    before = text[max(begin, match.start() - 24) : match.start()]
    if ("." in before and _DOTTED.search(before)) or _INITIAL.search(before[-3:]):
        return len(before.rsplit(None, 1)[-1]) > 1 and _begins_one(text, begin, match)
    word = _LAST_WORD.search(before)
    if word is None or word[1].lower() not in _SHORT_FORMS:
        # Most full stops: what follows them tells nothing more.
        return True
    return _ends_behind(word[1], before, _NEXT_WORD.match(text, match.end()), _begins_one(text, begin, match))


def _begins_one(text: str, begin: int, match: re.Match[str]) -> bool:
    """Return whether what follows a full stop can only begin a sentence."""
    following = _NEXT_WORD.match(text, match.end())
    if following is not None and following[1].lower() in _STARTERS:
        return True
    return _begins_with_people(text, match.end()) and _stands_alone(text[begin : match.start()])


def _stands_alone(before: str) -> bool:
    """Return whether a short form is not of the people behind it: "the U.S.", "Vesk, N.R.", not "that U.S. police"."""
    words = before.split()
    if len(words) < 3 or words[-1].lower() in _MAY_END:
        return len(words) > 2
    return words[-2] == "the" or words[-2].endswith(",") or not words[-1][:1].isupper()


def _begins_with_people(text: str, start: int) -> bool:
    """Return whether people in the plural can begin a sentence at a place: "Critics say", "Rights groups worry"."""
    found = _PEOPLE.match(text, start)
    if found is None:
        return False
    first, second = found["first"].lower(), found["second"]
    if first in _OF_GROUPS:
        return second.endswith("s") and second not in _NO_PLURALS
    return first.endswith("s") and first[:-1] in person_nouns() and first[:-1] not in _NEVER_OPENING


_NO_PLURALS = frozenset("was is has says does".split())


def _ends_behind(word: str, before: str, following: re.Match[str] | None, starter: bool) -> bool:
    """Return whether a full stop behind a short form ends a sentence."""
    small = word.lower()
    if small in _OF_SEVERAL:
        return word[0].islower() or starter
    if before.endswith((")", "]")):
        return True
    if small in {"no", "v", "art", "ch", "ed", "sat", "sun", "mar", "may", "dec", "sec"}:
        return not (following and following[1][0].isdigit()) if word[0].islower() else starter
    return small in _MAY_END and starter


def overlap(one: Span, other: Span) -> float:
    """Return the intersection of two spans over their union, 0 to 1."""
    (start, end), (first, last) = one, other
    if start == first and end == last:
        return 1.0 if end > start else 0.0
    shared = (end if end < last else last) - (start if start > first else first)
    return shared / ((end if end > last else last) - (start if start < first else first)) if shared > 0 else 0.0


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, or None when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
