"""Paragraphs of all pages -> one text, without raised marks of notes; each part with its piece of a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from index.readers.pdf.hyphens import Words
from index.readers.pdf.lines import Line
from index.readers.pdf.paragraphs import Paragraph, goes_on
from index.readers.pdf.view import Box, Piece
from index.text.expressions import expression

_SUPERSCRIPT = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = expression(r"[\[(]?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]{1,3}|[a-z])[\])]?,?\Z")
_DRAWN_MARK = expression(r"(?<=[^\W\d]|[.,;:!?”’\"')»])[⁰¹²³⁴-⁹]{1,3}\Z")
_NUMERIC = expression(r"[\d+\-]+\Z")


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """A span of the text and what of a page it is: a piece's characters, or a place (a note's, a field's)."""

    start: int
    end: int
    page: int
    first: int
    last: int
    box: Box


@dataclass
class Text:
    """A text under construction."""

    words: Words
    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    spans: list[PlacedSpan] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add what no piece of a page stands for: a space, a paragraph's end."""
        self.parts.append(text)
        self.length += len(text)

    def begin(self, page: int) -> None:
        """Say that pages up to this one begin here."""
        while len(self.starts) <= page:
            self.starts.append(self.length)

    def piece(self, page: int, piece: Piece, text: str) -> None:
        """Add a piece's words."""
        if text:
            box = (piece.left, piece.top, piece.right, piece.bottom)
            self.spans.append(
                PlacedSpan(
                    start=self.length,
                    end=self.length + len(text),
                    page=page,
                    first=piece.first,
                    last=piece.last,
                    box=box,
                )
            )
            self.add(text)

    def paragraph(self, paragraph: Paragraph, notes: set[str]) -> None:
        """Add a paragraph's words, or a table's row with its cells apart."""
        if self.length:
            self.add("\n\n")
        self.begin(paragraph.page)
        if paragraph.cells is None:
            self.lines(paragraph.page, paragraph.lines, notes)
            return
        for number, cell in enumerate(paragraph.cells):
            if number:
                label = number == 1 and self.parts[-1].endswith(":")
                self.add(" " if label else " | ")
            self.lines(paragraph.page, cell, notes)

    def paragraphs(self, paragraphs: list[Paragraph], notes: set[str]) -> None:
        """Add paragraphs one after the other."""
        for each in paragraphs:
            self.paragraph(each, notes)

    def go_on(self, page: int, paragraph: Paragraph, notes: set[str]) -> None:
        """Add the words of a paragraph with which the last one goes on, on another page."""
        self.close(paragraph.text)
        self.begin(page)
        self.lines(page, paragraph.lines, notes)

    def lines(self, page: int, lines: list[Line], notes: set[str]) -> None:
        """Add lines with their ends closed: by a space, by nothing within a word."""
        for number, line in enumerate(lines):
            following = lines[number + 1] if number + 1 < len(lines) else None
            self._line(page, line, notes)
            if following is not None:
                self.close(following.text)

    def close(self, following: str) -> None:
        """End a line that goes on with these words."""
        last = "".join(self.parts[-3:])[-60:]
        if not last or last[-1].isspace():
            return
        if (
            last.endswith("-")
            and len(last) > 1
            and (last[-2].isalpha() or (last[-2].isdigit() and following[0].isdigit()))
        ):
            if self.words.one_word(last[:-1], following):
                self._cut()
            return
        if last[-1] == "—" and len(last) > 1 and not last[-2].isspace():
            return
        if not (_wide(last[-1]) and _wide(following[0])):
            self.add(" ")

    def _cut(self) -> None:
        """Take back the hyphen that the text ends with."""
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        span = self.spans.pop()
        if span.end - 1 > span.start:
            self.spans.append(replace(span, end=span.end - 1))

    def _line(self, page: int, line: Line, notes: set[str]) -> None:
        dropped = False
        for number, (space, piece) in enumerate(zip(line.spaces, line.pieces, strict=True)):
            text = _written(line, number, notes)
            before = line.pieces[number - 1] if number else None
            apart = space or dropped and piece.left - line.pieces[number - 2].right > 0.4 * piece.size
            if text and number and (apart or (before and before.raised and number == 1)):
                self.add(" ")
            dropped = not text
            self.piece(page, piece, text)


def _written(line: Line, number: int, notes: set[str]) -> str:
    """Return a piece's words: without a note's mark, a raised figure as such, all else as drawn."""
    piece = line.pieces[number]
    if piece.raised and number:
        bare = piece.text.strip("[](),")
        if bare in notes or (_MARK.match(piece.text) and all(each in notes for each in re.split(r"[,–-]", bare))):
            return ""
        return piece.text.translate(_SUPERSCRIPT) if _NUMERIC.match(piece.text) else piece.text
    if (match := _DRAWN_MARK.search(piece.text)) and match[0].translate(_DIGITS) in notes:
        return piece.text[: match.start()]
    return piece.text


def _wide(letter: str) -> bool:
    return letter >= "\u2e80" and unicodedata.east_asian_width(letter) in "WF"


def text_of(pages: list[list[Paragraph]], words: Words) -> Text:
    """Return the text of pages of paragraphs.

    A paragraph that the next page goes on with stands last on its page, after the page's notes.
    """
    text = Text(words)
    marks = _marks_of_notes(pages)
    carried: Paragraph | None = None
    waiting: list[Paragraph] = []
    for number, page in enumerate(pages):
        body = list(_bodies([page]))
        waiting += [each for each in page if each.note is not None]
        known = marks[number]
        if carried and body and goes_on(carried, body[0]):
            carried = body.pop(0)
            text.go_on(number, carried, known)
        last = body[-1] if body else carried
        open_end = _goes_over(last, pages[number + 1 :])
        ends_page = bool(body) or not open_end
        over = body.pop() if body and open_end else None
        text.paragraphs(body, known)
        if ends_page:
            text.paragraphs(waiting, known)
            waiting = []
        if over:
            text.paragraph(over, known)
        carried = last
        text.begin(number)
    return text


def _marks_of_notes(pages: list[list[Paragraph]]) -> list[set[str]]:
    """Return for each page the marks of its notes, or those of all pages where it has none."""
    marks = [{each.note.translate(_DIGITS) for each in page if each.note} for page in pages]
    everywhere = set().union(*marks) if marks else set()
    return [own or everywhere for own in marks]


def _goes_over(last: Paragraph | None, further: list[list[Paragraph]]) -> bool:
    """Return whether the last paragraph of a page goes on in the first one of those that follow."""
    following = next(_bodies(further), None)
    return last is not None and following is not None and goes_on(last, following)


def _bodies(pages: list[list[Paragraph]]) -> Iterator[Paragraph]:
    for page in pages:
        for each in page:
            if each.note is None:
                yield each
