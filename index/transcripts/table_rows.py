"""Words whose speaker the layout shows: rows of a table of quotations, and block quotes with a line that names whose.

A table counts whose first row names a column of words and one of speakers (index/readers/fields.py), in any reader's
text, where a row is a line of cells between bars. A block quote ("> …") is the words of whom a dash below it or in its
last line names, else of the one person whom the sentence names that leads to it with a colon. Below a heading like
"Quotes from the interview" it is the guest's of whom the page is, where no label in it names another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.dates.days import written
from index.dates.published import day
from index.names.titles import NAMES, split_title
from index.people.people import People
from index.readers.fields import meanings, plain
from index.records import Document
from index.text.expressions import expression
from index.text.sentences import Span, sentences, trimmed
from index.transcripts.heads.about_one import guest_of
from index.transcripts.turns import Turn
from index.transcripts.whose.questionnaires import answers

_ROW = expression(r"^(?=[^\n]*\S \|)[^\n]+$", re.MULTILINE)
_RULE = expression(r"[\s|:+=-]*")
_BLOCK = expression(r"(?:^>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_LINE = expression(r"^>[> \t]*(?P<words>[^\n]*)$", re.MULTILINE)
_NAMED = expression(
    r"\s{0,4}(?:—|–|--?|―)[ \t]*[*_]{0,3}(?P<name>[^\W\d_a-z][^\n,(*_|]{1,60}?)[*_]{0,3}"
    r"(?:[ \t]*[,(](?P<rest>[^\n]{0,120}))?[ \t]*$"
)
_NEXT = expression(r"[ \t]*\n?([^\n]+)")
_HEADING = expression(r"^#{1,6}[ \t]+(?P<words>[^\n]{1,120}?)[ \t#*_]*$", re.MULTILINE)
_QUOTING = expression(
    r"(?:some |best |key |selected )?(?:quotes?|quotations?|excerpts?|highlights?)(?: taken)? from (?:the|our|this)"
    r" (?:interview|conversation|episode|podcast|talk|discussion|show)",
    re.IGNORECASE,
)
_LABEL = expression(
    r"[\[(*_]{0,3}(?P<name>[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{1,30}){0,2})[*_]{0,3}:[\])*_]{0,3}[ \t]+"
)
MOST_COLUMNS = 30


def laid_out_turns(document: Document, people: People) -> list[Turn]:
    """Return the turns that a table of quotations, a block quote with a name or a questionnaire makes, in order."""
    text = document.text
    found = [*_rows(text, people), *_blocks(document, people)] if "|" in text or ">" in text else []
    if "#" in text and "?" in text:
        found += [Turn(*each.span, speaker=each.speaker) for each in answers(text, people)]
    return sorted(found, key=lambda each: each.start)


def _rows(text: str, people: People) -> Iterator[Turn]:
    fields: Mapping[str, int] = {}
    columns, end = 0, 0
    for match in _ROW.finditer(text):
        cells = _cells(text, *match.span())
        if text[end : match.start()].strip() and not _RULE.fullmatch(text[end : match.start()]):
            fields, columns = {}, 0
        end = match.end()
        if not columns:
            fields, columns = _columns([text[slice(*each)] for each in cells])
            # Rows without a head are no table of quotations: the next line is not its head either.
            columns = columns or len(cells)
        elif fields and len(cells) == columns and (turn := _turn_of_row(text, cells, fields, people)):
            yield turn


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of a row's cells; bars at its ends are Markdown's."""
    bars = [start - 1, *(at for at in range(start, end) if text[at] == "|"), end][: MOST_COLUMNS + 1]
    spans = [(first + 1, last) for first, last in zip(bars, bars[1:], strict=False)]
    if text[start] == "|":
        spans = spans[1:]
    if text[end - 1] == "|":
        spans = spans[:-1]
    return [trimmed(text, *each) or (each[0], each[0]) for each in spans]


def _columns(names: list[str]) -> tuple[dict[str, int], int]:
    """Return which column holds the words, the speaker and the day, and how many there are; 0 where it is no head."""
    plainly = [plain(each.strip("*_ ")) for each in names]
    meant = meanings(plainly)
    if "text" not in meant or "speaker" not in meant:
        return {}, 0
    wanted = ("text", "speaker", "published")
    return {field: plainly.index(meant[field]) for field in wanted if field in meant}, len(names)


def _turn_of_row(text: str, cells: list[Span], fields: Mapping[str, int], people: People) -> Turn | None:
    words, name = cells[fields["text"]], text[slice(*cells[fields["speaker"]])]
    if words[0] == words[1] or not any(map(str.isalpha, name)) or _RULE.fullmatch(text[slice(*words)]):
        return None
    written_day = text[slice(*cells[fields["published"]])] if "published" in fields else None
    said_on = None if not written_day else _day(written_day) or ""
    return Turn(*_unmarked(text, words), speaker=_person(name, people), said_on=said_on)


def _unmarked(text: str, span: Span) -> Span:
    """Return the span without marks of quotation around all of it."""
    start, end = span
    return (start + 1, end - 1) if end - start > 2 and text[start] in '“„«"' and text[end - 1] in '”“»"' else span


def _blocks(document: Document, people: People) -> Iterator[Turn]:
    text = document.text
    quoting = _quoting_sections(text)
    guest = guest_of(document, people) if quoting else None
    for block in _BLOCK.finditer(text):
        lines = _lines_of(text, block)
        named = _NAMED.fullmatch(text, *lines[-1]) if len(lines) > 1 else None
        if named:
            lines = lines[:-1]
        else:
            named = _NAMED.match(_next_line(text, block.end()))
        speaker = _person(named["name"], people) if named else _leading(text, block.start(), people)
        if speaker:
            said_on = _day(named["rest"] or "") if named else None
            spans = (trimmed(text, *each) for each in lines)
            yield from (Turn(*span, speaker=speaker, said_on=said_on) for span in spans if span)
        elif guest and not named:
            yield from _of_guest(text, lines, guest, quoting)


def _lines_of(text: str, block: re.Match[str]) -> list[Span]:
    return [match.span("words") for match in _LINE.finditer(text, *block.span()) if match["words"].strip()]


def _quoting_sections(text: str) -> list[Span]:
    """Return the sections below headings that say that they quote a talk, each up to the next heading."""
    headings = [(match.start(), _QUOTING.fullmatch(match["words"])) for match in _HEADING.finditer(text)]
    ends = [*(start for start, _ in headings[1:]), len(text)]
    return [(start, end) for (start, quotes), end in zip(headings, ends, strict=False) if quotes]


def _of_guest(text: str, lines: list[Span], guest: str, quoting: list[Span]) -> Iterator[Turn]:
    """Yield the lines of a block quote in such a section as the guest's, up to another's label: "[Ana:] And then?"."""
    for start, end in lines:
        if not any(first < start < last for first, last in quoting):
            return
        if label := _LABEL.match(text, start, end):
            if label["name"].lower() not in guest.lower().split() and label["name"].lower() != guest.lower():
                return
            start = label.end()
        if span := trimmed(text, start, end):
            yield Turn(*_unmarked(text, span), speaker=guest)


def _next_line(text: str, start: int) -> str:
    """Return the next line with words behind at most one empty one."""
    match = _NEXT.match(text, start)
    return match[1] if match else ""


def _leading(text: str, start: int, people: People) -> str | None:
    """Return the one person whom the sentence before a block names that ends with a colon."""
    before = text[max(0, start - 400) : start].rstrip().rpartition("\n")[2]
    if not before.endswith(":"):
        return None
    first, last = sentences(before)[-1]
    persons = {found for match in NAMES.finditer(before[first:last]) if (found := people.person(match[0]))}
    return persons.pop() if len(persons) == 1 else None


def _person(name: str, people: People) -> str | None:
    """Return whom a cell or a line of a name names, None where it is no name."""
    name = " ".join(name.strip("*_ ").split())
    bare = split_title(name)[0] or name
    return people.person(name) or (bare if bare[:1].isupper() and len(bare) <= 80 else None)


def _day(words: str) -> str | None:
    """Return the day that a cell or the rest of a line names with its year."""
    found = [each.on() for each in written(words) if each.year and not each.ranged]
    return day(words) or (found[0].isoformat() if len(found) == 1 and found[0] else None)
