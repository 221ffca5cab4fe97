"""Numbers of lines at the margin of a page, as courts and printers set them: no words of the text, and taken off.

They are found by their running order, from 1 to 25 on each page or on and on, beside lines of which sentences run over
the end. The numbers of a list or a table run as well, but none of its entries goes on in the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.text.expressions import expression

_NUMBERED = expression(r"[ \t]*(?P<number>\d{1,4})(?:(?P<gap>[ \t]+)(?P<rest>\S(?:[^\n]*\S)?))?[ \t]*")
_LABEL = expression(r"(?:[QA](?:[.:]|[ \t])|BY [A-Z]|\(|[^\W\d_a-z]{2,}[^\W\d_a-z.’' -]{0,40}:)")
_ASKING = expression(r"[QA](?:[.:]|[ \t])")
_SENTENCE = expression(r"[.?!][”’\"')]*(?:[ \t]|$)")
_COLUMNS = expression(r"\S[ ]{3,}\S")
_OPENING = expression(r"(?<![ \t])[ \t]*+[^:.\s][^:.\n]{0,39}[:.][ \t]++")
_ENDS = expression(r"[.?!:;)\]—–-][”’»\"')\]]*$")
_FIGURES = expression(r"[\d.,%€$£)]$")
_PAGE_MARK = expression(r"\W*+(?:(?:page|p\.)\W*+)?\d{1,4}(?:\W++(?:of\W++)?\d{1,4})?\W*+", re.IGNORECASE)
_LEAST, _LEAST_SIGNS = 6, 2
"""So many lines make a numbered page, and so many of them show that they are lines and no entries."""
_FULL = 20
"""Characters of a line that may run over into the next one."""
_MOST_BETWEEN = 4
"""So many lines between two numbered pages may be their heads and feet."""


@dataclass(frozen=True)
class _Line:
    at: int
    number: int
    rest: str


@dataclass(frozen=True)
class Unnumbered:
    """A text without the numbers of its lines, and how many numbers, and heads and feet of pages, were taken out."""

    text: str
    numbers: int = 0
    running: int = 0

    @property
    def omitted(self) -> tuple[tuple[str, int], ...]:
        """Return what was taken out, in the singular, with its count."""
        counts = (("line number", self.numbers), ("running head or foot", self.running))
        return tuple((what, count) for what, count in counts if count)


def without_line_numbers(text: str) -> Unnumbered:
    """Return a text without the numbers of its lines, its lines joined where a sentence runs over; else as it was."""
    lines = text.split("\n")
    pages = numbered_pages(lines)
    if not pages:
        return Unnumbered(text)
    numbered = {at for page in pages for at in page}
    running = _running(lines, pages)
    empty = {at for at in _inside(pages) if not lines[at].strip()}
    gap = min(_gap(lines[at]) for at in numbered if _match(lines[at])["rest"])
    kept: list[str] = []
    joins = False
    for at, line in enumerate(lines):
        if at in running or at in empty:
            continue
        bare = _bare(line, gap) if at in numbered else line
        if joins and at in numbered and goes_on(kept[-1], bare):
            kept[-1] = f"{kept[-1].rstrip()} {bare.strip()}"
        else:
            kept.append(bare)
        joins = at in numbered
    return Unnumbered("\n".join(kept), len(numbered), len(running))


def _inside(pages: Sequence[Sequence[int]]) -> range:
    """Return the lines from the first numbered one to the last, also those between two pages."""
    return range(pages[0][0], pages[-1][-1] + 1)


def numbered_pages(lines: Sequence[str]) -> list[list[int]]:
    """Return for each page whose lines are numbered which of the lines begin with their number, none elsewhere."""
    runs = list(_runs(lines))
    if not any(_is_page(run) for run in runs):
        return []
    kept: list[list[_Line]] = []
    for run in runs:
        follows = bool(kept) and run[0].number in (1, kept[-1][-1].number + 1)
        if _is_page(run) or follows and _has_words(run):
            kept.append(run)
    return [[each.at for each in run] for run in kept]


def _runs(lines: Sequence[str]) -> Iterator[list[_Line]]:
    """Yield the runs of lines that begin with numbers, each one more than the one before."""
    run: list[_Line] = []
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        match = _NUMBERED.fullmatch(line)
        number = int(match["number"]) if match else 0
        if match and run and number == run[-1].number + 1:
            run.append(_Line(at, number, match["rest"] or ""))
            continue
        if run:
            yield run
        run = [_Line(at, number, match["rest"] or "")] if match else []
    if run:
        yield run


def _is_page(run: Sequence[_Line]) -> bool:
    """Return whether the numbers are those of lines: some are empty, labelled, or go on with the sentence before."""
    if len(run) < _LEAST or not _has_words(run):
        return False
    labels = sum(_LABEL.match(each.rest) is not None for each in run)
    over = sum(goes_on(before.rest, each.rest) and each.rest[:1].islower() for before, each in pairwise(run))
    sure = over or {"Q", "A"} <= {each.rest[:1] for each in run if _ASKING.match(each.rest)}
    signs = labels + over + sum(not each.rest for each in run[1:-1])
    # A list in small letters has no sentence that ends.
    sentence = any(_SENTENCE.search(each.rest) for each in run)
    return bool(sure) and sentence and signs >= max(_LEAST_SIGNS, len(run) // 8)


def _has_words(run: Sequence[_Line]) -> bool:
    texts = [each.rest for each in run if each.rest]
    figures = sum(_FIGURES.search(each) is not None and not _ENDS.search(each) for each in texts)
    return len(texts) * 2 >= len(run) and figures * 3 <= len(texts)


def goes_on(line: str, following: str) -> bool:
    """Return whether a sentence runs over the end of a line into the next one."""
    bare = following.strip()
    if len(line.strip()) < _FULL or not bare or _ENDS.search(line.rstrip()) or _LABEL.match(bare):
        return False
    if any(_COLUMNS.search(_OPENING.sub("", each, count=1)) for each in (line, following)):
        return False
    indent, next_indent = (len(each) - len(each.lstrip()) for each in (line, following))
    opening = _OPENING.match(line)
    # A line goes on at the margin, or below the words behind its label.
    hangs = opening is not None and abs(next_indent - opening.end()) <= 1
    return (next_indent <= indent or hangs) and not (line.isupper() or bare.isupper())


def _running(lines: Sequence[str], pages: Sequence[Sequence[int]]) -> set[int]:
    """Return the lines between two numbered pages that are the number of a page or return between others."""
    gaps = [[at for at in range(before[-1] + 1, after[0]) if lines[at].strip()] for before, after in pairwise(pages)]
    gaps = [gap for gap in gaps if len(gap) <= _MOST_BETWEEN]
    counts = Counter(key for gap in gaps for key in {_key(lines[at]) for at in gap})
    return {at for gap in gaps for at in gap if _runs_on(lines[at]) or counts[_key(lines[at])] > 1}


def _runs_on(line: str) -> bool:
    """Return whether a line that has no number among numbered ones is the foot of a page: its number, a firm's name."""
    bare = line.strip()
    return bool(_PAGE_MARK.fullmatch(line)) or bare[:1] not in "([" and (re.sub(r"\W|\d", "", bare) or "a").isupper()


def _key(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line).lower().split())


def _match(line: str) -> re.Match[str]:
    match = _NUMBERED.fullmatch(line)
    assert match is not None
    return match


def _gap(line: str) -> int:
    return len(_match(line)["gap"].expandtabs(4))


def _bare(line: str, gap: int) -> str:
    """Return a line without its number, and without the space that stands between all numbers and words."""
    match = _match(line)
    rest = match["rest"] or ""
    return " " * (len((match["gap"] or "").expandtabs(4)) - gap) + rest if rest else ""
