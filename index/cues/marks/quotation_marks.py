"""Text -> paragraphs with the quotations in them, by their marks.

A stack automaton for each paragraph: curly, straight, low-high marks and guillemets, British single marks, ``pairs'' of
old type, marks inside marks. A mark opens or closes by its own direction or, where it has none, by what stands
beside it. Apostrophes, elisions (’90s) and inch marks are no marks. A missing closing mark swallows no more than its
paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from index.cues.marks.backticks import backtick_marks
from index.cues.marks.dashes import dash_speech
from index.cues.marks.unclosed import is_credit, is_nested, surely_said
from index.text.expressions import expression
from index.text.sentences import Span, paragraphs

Style = Literal["double", "straight", "single", "guillemet", "tick", "backtick", "pair", "dash"]
MOST_MARKS = 4_000
"""Of a paragraph; what follows more marks than that is read as text."""
MOST_LINES = 6
"""Of a quotation that is broken over lines, after its first."""

_MARK = expression(r"``|''|[“”„‟\"＂«»‘‚‹›`]|(?<!\w)['’]|['’](?!\w)")
_ELISION = expression(r"['’‘](?:\d0s|\d\d(?!\w)|em\b|n['’]|tis\b|twas\b|cause\b|til\b|round\b|bout\b)", re.IGNORECASE)
_NEXT_SENTENCE = expression(r"\s+[A-ZА-ЯЁІЇЄҐ]")
_STYLES: dict[str, Style] = {
    **dict.fromkeys("“”„‟", "double"),
    **dict.fromkeys('"＂', "straight"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‘’'‚‹›`", "single"),
    "``": "tick",
    "''": "tick",
}
_DOUBLE = expression(r"``|''|[“”„‟\"＂«»]")
_CLOSERS: dict[Style, tuple[str, ...]] = {"double": ("”", '"'), "straight": ('"', "”"), "tick": ("''",)}
_ENDS_WORDS = ".,!?…—"
_SAID_BEHIND = expression(
    r"[,.?!…] . (?:[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?|he |she )(?:said|asked|added|told|replied)\b"
)
"""A straight mark with a space on either side, with who said the words behind it."""
_MIXED: tuple[set[Style], ...] = ({"tick", "double"}, {"tick", "straight"})


@dataclass
class Quotation:
    """What stands inside a pair of marks: `start` to `end` without them, `left` to `right` with them."""

    start: int
    end: int
    left: int
    right: int
    style: Style
    closed: bool
    inner: list[Quotation] = field(default_factory=list)
    continues: bool = False
    """Whether it goes on with an utterance that what stands before left open."""
    goes_on: bool = False
    """Whether another one continues it, so that no closing mark is missing."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's span and the outermost quotations in it, in order."""

    start: int
    end: int
    quotations: list[Quotation]


def quoted_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs with their quotations; a paragraph left open is continued by one that opens at once.

    By convention each paragraph of a long quotation begins with an opening mark and only the last has a closing one.
    Where a quotation is broken over lines, no line after the first has an opening mark: what stands up to the closing
    one continues it.
    """
    spans = paragraphs(text)
    found: list[Paragraph] = []
    left_open: Quotation | None = None
    closes_in = -1
    for number, (start, end) in enumerate(spans):
        runs_on = left_open.style if left_open and number <= closes_in else None
        quotations = _with_dashes(text, start, end, _Reader(text, start, end, runs_on).read())
        opens_at_once = bool(quotations) and not text[start : quotations[0].left].strip()
        if left_open and opens_at_once and left_open.style == quotations[0].style:
            quotations[0].continues = left_open.goes_on = True
        left_open = quotations[-1] if quotations and not quotations[-1].closed else None
        if left_open and number >= closes_in:
            closes_in = _closing_paragraph(text, spans[number + 1 : number + 1 + MOST_LINES], left_open.style, number)
        found.append(Paragraph(start, end, quotations))
    for each in found:
        each.quotations[:] = [part for one in each.quotations for part in _without_narration(text, one, each)]
    return found


def _without_narration(text: str, quotation: Quotation, within: Paragraph) -> list[Quotation]:
    """Return a quotation whose closing mark is missing up to where it surely ends, and those behind that."""
    if quotation.closed or quotation.goes_on or quotation.style == "backtick":
        return [quotation]
    if quotation.end < within.end and is_nested(text, (within.start, within.end), quotation.end):
        return [quotation]
    before = text[within.start : quotation.left].rstrip()
    alone = quotation.end == within.end and before[-1:] in {"", ":"}
    stop = surely_said(text, quotation.start, quotation.end, alone=alone)
    if not text[stop : quotation.end].strip():
        return [quotation]
    behind = [each for each in quotation.inner if each.left >= stop]
    quotation.inner = [each for each in quotation.inner if each.left < stop]
    quotation.end = quotation.right = stop
    return [quotation, *behind]


def _closing_paragraph(text: str, following: Sequence[Span], style: Style, number: int) -> int:
    """Return which paragraph closes a quotation that the one of a number leaves open, -1 where none does.

    The first double mark behind it must be one that closes: no other quotation has opened since.
    """
    for ahead, (start, end) in enumerate(following, number + 1):
        mark = _DOUBLE.search(text, start, end)
        if mark is not None:
            at, behind = mark.start(), text[mark.end() : mark.end() + 1]
            closes = mark[0] in _CLOSERS.get(style, ()) and at > start and text[at - 1] in _ENDS_WORDS
            return ahead if closes and not behind.isalnum() and not is_credit(text[start:at]) else -1
    return -1


def _with_dashes(text: str, start: int, end: int, marked: list[Quotation]) -> list[Quotation]:
    """Return the quotations of a paragraph with its speech after dashes, which holds those in marks."""
    spoken = [
        Quotation(first, last, left=first, right=last, style="dash", closed=True)
        for first, last in dash_speech(text, start, end)
    ]
    for each in spoken:
        each.inner = [other for other in marked if each.start <= other.left and other.right <= each.end]
    outside = [
        other for other in marked if not any(each.start < other.right and other.left < each.end for each in spoken)
    ]
    return sorted([*spoken, *outside], key=lambda each: each.left) if spoken else marked


_CLOSED_BY = {"“": "„", "»": "«", "«": "»"}
"""What a mark closes that opens a quotation in other languages."""


class _Reader:
    """Reads the marks of one paragraph."""

    def __init__(self, text: str, start: int, end: int, runs_on: Style | None = None) -> None:
        """`runs_on` is the style of the quotation that runs on from the paragraph before without a mark."""
        self.text = text
        self.span: Span = (start, end)
        self.marks = [
            match.span() for _, match in zip(range(MOST_MARKS), _MARK.finditer(text, start, end), strict=False)
        ]
        self.closers = [first for first, last in self.marks if self._may_close_single(first, last)]
        self._closing = set(self.closers)
        self.sure_closers = [first for first in self.closers if not self._plural_possessive(first)]
        # Where apostrophes stand for double marks, single ones are inner ones, and what holds them is not marked.
        self.converted = "''" in text[start:end] and "``" not in text[start:end]
        self.backticks = backtick_marks(text, start, end)
        self.open: list[Quotation] = []
        self.found: list[Quotation] = []
        if runs_on:
            self._open(runs_on, start, start)

    def read(self) -> list[Quotation]:
        if not self.marks and not self.open:
            return []
        for first, last in self.marks:
            self._read_mark(first, last)
        while self.open:
            self._keep(self.open.pop())
        for one, following in pairwise(self.found):
            if self._is_continued(one, following):
                one.goes_on = following.continues = True
        return self.found

    def _read_mark(self, first: int, last: int) -> None:
        """Open or close a quotation at a mark, or neither where it is none."""
        style = _STYLES.get(self.text[first:last], "single")
        if first in self.backticks:
            self._backtick(first, last)
        elif (mixed := self._mixed(style, first, last)) is not None:
            self._close(mixed, first, last)
        elif self.text[first:last] == "''" and not self._is_open("tick"):
            # Two apostrophes close a ``pair''; alone they may be minutes, or marks that a conversion made of real ones.
            self._pair(first, last)
        elif style == "single" and not self._is_single(first):
            return
        elif self._closes(style, first, last):
            self._close(style, first, last)
        elif self._opens(style, first, last):
            self._missing_mark(style, first)
            self._open(style, first, last)

    def _is_continued(self, one: Quotation, following: Quotation) -> bool:
        """Return whether a quotation without a closing mark goes on in the one that opens where it ends."""
        adjoin = one.right == following.left and not one.closed and one.style == following.style
        whole = adjoin and not self.text[surely_said(self.text, one.start, one.end) : one.end].strip()
        return whole and self.text[one.start : one.end].rstrip()[-1:] in _ENDS_WORDS

    def _backtick(self, first: int, last: int) -> None:
        """Open or close words between a backtick and an apostrophe; a backtick in them begins their next sentence."""
        if self.backticks[first] == "closes":
            if self._is_open("backtick"):
                self._close("backtick", first, last)
            return
        while self._is_open("backtick"):
            left_open = self.open.pop()
            left_open.end = left_open.right = first
            self._keep(left_open)
        self._open("backtick", first, last)

    def _mixed(self, style: Style, first: int, last: int) -> Style | None:
        """Return which style a mark of another one closes, as texts mix them: “…'' and ``…"; None where it does not."""
        before, after = self._around(first, last)
        opened = self.open[-1].style if self.open else None
        if before.isspace() or after.isalnum() or opened is None or {style, opened} not in _MIXED:
            return None
        ahead = _DOUBLE.search(self.text, last, self.span[1])
        own = _CLOSERS.get(opened, ())
        closes_later = ahead and ahead[0] in own and not self.text[ahead.start() - 1].isspace()
        return None if closes_later else opened

    def _open(self, style: Style, first: int, last: int) -> None:
        """Begin a quotation at a mark; until one closes it, it lasts to the paragraph's end."""
        end = self.span[1]
        self.open.append(Quotation(last, end, left=first, right=end, style=style, closed=False))

    def _pair(self, first: int, last: int) -> None:
        """Open or close an utterance between pairs of apostrophes; terms and pieces in such marks stay text."""
        if self._is_open("pair"):
            if not self.text[first - 1].isspace():
                self._close("pair", first, last)
        elif not self.open and self._opens_word(first, last) and self._utterance(first, last):
            self._open("pair", first, last)

    def _utterance(self, first: int, last: int) -> bool:
        """Return whether somebody's whole words begin here: a capital and an end of their own, or what goes on."""
        end = self.text.find("''", last, self.span[1])
        if end < 0:
            return not self.text[self.span[0] : first].strip()
        goes_on = bool(self.found) and self.text[first - 2 : first] == ", "
        return (self.text[last] in "'[" or not self.text[last].islower() or goes_on) and self.text[end - 1] in ",.?!-"

    def _is_open(self, style: Style) -> bool:
        return any(_alike(each.style, style) for each in self.open)

    def _around(self, first: int, last: int) -> tuple[str, str]:
        start, end = self.span
        return (self.text[first - 1] if first > start else " ", self.text[last] if last < end else " ")

    def _is_single(self, first: int) -> bool:
        """Return whether a single mark is one of quotation here, and no apostrophe."""
        if self.converted or self.backticks:
            return False
        return _ELISION.match(self.text, first) is None or first in self._closing

    def _may_close_single(self, first: int, last: int) -> bool:
        before, after = self._around(first, last)
        return self.text[first] in "’'›" and last - first == 1 and not before.isspace() and not after.isalnum()

    def _plural_possessive(self, first: int) -> bool:
        """Return whether "farmers’ union" rather than a closing mark stands here: s’ before a small letter."""
        return self.text[first - 1] in "sz" and re.match(r".\s+[^\W\d_A-Z]", self.text[first : first + 6]) is not None

    def _closer_ahead(self, closers: list[int], after: int) -> bool:
        """Return whether a single mark can be closed before the next double one ends what it stands in."""
        return bisect_right(closers, after) < len(closers)

    def _closes(self, style: Style, first: int, last: int) -> bool:
        if not self._is_open(style):
            return False
        if style == "single":
            return self._closes_single(first)
        mark = self.text[first:last]
        if mark in {"''", "``"}:
            return mark == "''"
        before, after = self._around(first, last)
        if mark == "”":
            return not before.isspace() or after.isspace()
        if mark in {"“", "„", "«", "»"}:
            return self._closes_opening_mark(style, mark) or (
                mark == "“" and not before.isspace() and not after.isalnum()
            )
        return self._closes_straight(first, before, after)

    def _closes_single(self, first: int) -> bool:
        if first not in self._closing or self.open[-1].style != "single":
            return False
        return not self._plural_possessive(first) or not self._closer_ahead(self.sure_closers, first)

    def _closes_opening_mark(self, style: Style, mark: str) -> bool:
        """Return whether a mark that opens elsewhere closes the one that is open: „…“ and »…«."""
        opened = next(each for each in reversed(self.open) if _alike(each.style, style))
        return self.text[opened.left] == _CLOSED_BY.get(mark)

    def _closes_straight(self, first: int, before: str, after: str) -> bool:
        """Return whether a straight mark closes: after a word or sentence, or an inner one: 'Stop,' "."""
        if before.isspace() and after.isspace() and self.text[first - 2] in "'’":
            return True
        if before.isspace() and _SAID_BEHIND.match(self.text, first - 2):
            return True
        return not (before.isspace() or before in "([—") and not self._inches(first, before, after)

    def _inches(self, first: int, before: str, after: str) -> bool:
        """Return whether a straight mark after a figure measures: one that closes is still to come."""
        if not before.isdigit() or after != " ":
            return False
        return self.text.count('"', first + 1, self.span[1]) % 2 == 1

    def _opens_word(self, first: int, last: int) -> bool:
        before, after = self._around(first, last)
        return not before.isalnum() and not after.isspace()

    def _opens(self, style: Style, first: int, last: int) -> bool:
        before, after = self._around(first, last)
        mark = self.text[first:last]
        if before == "=" or after == ">":
            # An attribute of markup begins or ends: <a href="…">.
            return False
        if style == "single":
            return mark not in {"›", "`"} and self._opens_single(first, last)
        if mark in {"“", "„", "‟", "``", "«"}:
            return not before.isalnum() or mark in {"„", "«"} or after.isalnum()
        if mark == "»":
            return not before.isalnum() and after.isalnum()
        return self._opens_straight(first, before, after)

    def _opens_single(self, first: int, last: int) -> bool:
        before, _ = self._around(first, last)
        if not self._opens_word(first, last) or before in ".,!?…":
            return False
        return (before.isspace() or before in '“"([—«„-') and self._closer_ahead(self.closers, first + 1)

    def _opens_straight(self, first: int, before: str, after: str) -> bool:
        # Between two letters a straight mark opens where as many marks as close what it opens stand behind it.
        glued = before.isalpha() and after.isalpha() and not self.text.count('"', first, self.span[1]) % 2
        if after.isspace() or before in ".,!?" and not after.isalnum():
            return False
        return glued or not before.isalnum()

    def _missing_mark(self, style: Style, first: int) -> None:
        """End what was left open where the same mark opens again: double marks stand in double marks nowhere."""
        if style == "double" and self.open and self.open[-1].style == "straight" and self._closed_ahead(first):
            return
        if style == "single" and self.open and self.open[-1].style != "single":
            # Inside double marks single ones are a level of their own, whatever stands open around.
            return
        while self._is_open(style):
            open_quotation = self.open.pop()
            open_quotation.end = open_quotation.right = self._wrong_closer(open_quotation, first)
            self._keep(open_quotation)

    def _wrong_closer(self, quotation: Quotation, end: int) -> int:
        """Return where a quotation with no closing mark of its own ends: at a single one after a full stop, if any."""
        for first in self.closers[bisect_right(self.closers, quotation.start) :]:
            if first >= end:
                break
            if self.text[first - 1] in ".!?" and _NEXT_SENTENCE.match(self.text, first + 1, end):
                return first
        return end

    def _closed_ahead(self, first: int) -> bool:
        """Return whether a curly pair stands whole inside straight marks."""
        closing = self.text.find("”", first, self.span[1])
        straight = self.text.find('"', first, self.span[1])
        return closing >= 0 and not 0 <= straight < closing

    def _close(self, style: Style, first: int, last: int) -> None:
        while True:
            quotation = self.open.pop()
            if quotation.style == style or (_alike(quotation.style, style) and not self._has(style)):
                break
            # An inner mark that nothing closed is none ("’tis" and the like): what it contained is of the outer one.
            if self.open:
                self.open[-1].inner += quotation.inner
        quotation.end, quotation.right, quotation.closed = first, last, True
        self._keep(quotation)

    def _has(self, style: Style) -> bool:
        return any(each.style == style for each in self.open)

    def _keep(self, quotation: Quotation) -> None:
        if quotation.style == "single" and not quotation.closed:
            (self.open[-1].inner if self.open else self.found).extend(quotation.inner)
            return
        (self.open[-1].inner if self.open else self.found).append(quotation)


def _alike(one: Style, other: Style) -> bool:
    """Return whether one mark may close the other: texts mix straight and curly ones."""
    return one == other or {one, other} == {"double", "straight"}
