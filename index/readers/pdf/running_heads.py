"""Running heads and feet: rows that return at one place of several pages, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from index.readers.pdf.lines import Line
from index.text.expressions import expression

ROWS = 4
"""So many rows from the top and from the bottom of a page may be running ones."""
_ZONE = 0.22
_NEAR = 7.0
"""Points that a running row's place may differ by from page to page."""
_NUMBERS = expression(r"\d+|\A[ivxlc]{1,7}(?= )|(?<= )[ivxlc]{1,7}\Z")
"""Figures, and Roman ones in small letters at a row's ends."""
_PAGE = r"page|pag\.?|pg\.?|p\.|página|pagina|seite|s\.|strona|str\.|стр\.|страница|с\.|сторінка|صفحة"
_PAGE_NUMBER = expression(
    rf"[-–—|\[(/•· ]*(?P<word>{_PAGE})?"
    r"[-–—|\[( ]*(?P<number>\d{1,4}|[ivxlc]{1,7})[-–—|\]). ]*"
    r"(?P<all>(?:/|of|von|de|of the|sur|из|з|z|ze|di|su)[ ]*\d{1,4})?[-–—|\]).•· ]*\Z",
    re.IGNORECASE,
)
_PAGE_AND_WORDS = expression(
    rf"(?:(?P<first>{_PAGE}) *(?P<number>\d{{1,4}}) *[-–—|·•/] *\S.{{0,80}}|"
    rf".{{0,80}}[-–—|·•/] *(?P<last>{_PAGE}) *(?P<end>\d{{1,4}}))\Z",
    re.IGNORECASE,
)
"""A page's number with words beside it: "Page 1 — Printed by Holm and Sons"."""

Rows = list[list[Line]]


@dataclass(frozen=True)
class _Seen:
    page: int
    index: int
    base: float
    numbers: tuple[int, ...]


def without_running(pages: list[Rows], heights: list[float]) -> tuple[list[Rows], list[str]]:
    """Return the pages' rows without running ones, and the words of those that were taken out.

    The first page keeps its head, which no sentence runs over: a letterhead or a title with a day may stand there once.
    """
    returning = _returning(pages, heights)
    taken: list[str] = []
    kept = []
    for number, rows in enumerate(pages):
        gone = {
            index
            for order in (range(len(rows)), range(len(rows) - 1, -1, -1))
            for index in _outermost(order, rows, number, returning)
        }
        head = [
            index for index in gone if number == 0 and not _is_number(rows[index]) and _high(rows, index, heights[0])
        ]
        gone -= set(head)
        taken += [_text(rows[index]) for index in sorted(gone)]
        kept.append([row for index, row in enumerate(rows) if index not in gone])
    return kept, taken


def _outermost(order: range, rows: Rows, page: int, returning: set[tuple[int, int]]) -> list[int]:
    """Return the running rows from one end of a page as far as they follow each other."""
    found = []
    for index in list(order)[:ROWS]:
        if (page, index) not in returning:
            break
        found.append(index)
    return found


def _high(rows: Rows, index: int, height: float) -> bool:
    return rows[index][0].base < height / 2


def _returning(pages: list[Rows], heights: list[float]) -> set[tuple[int, int]]:
    groups: dict[tuple[str, int], list[_Seen]] = defaultdict(list)
    lone: list[tuple[_Seen, re.Match[str]]] = []
    counted: dict[int, set[int]] = defaultdict(set)
    named: set[tuple[int, int]] = set()
    for page, index, text in _outer_rows(pages, heights):
        rows = pages[page]
        seen = _Seen(
            page=page,
            index=index,
            base=rows[index][0].base,
            numbers=tuple(_value(each[:9]) for each in _NUMBERS.findall(text)),
        )
        match = _PAGE_NUMBER.match(text.strip())
        if not match and _names_page(text.strip(), page) and index in (0, len(rows) - 1) and _apart(rows, index):
            named.add((page, index))
        for number in [_value(match["number"])] if match else seen.numbers:
            counted[number - page].add(page)
        if match:
            lone.append((seen, match))
        elif len(text) <= 200 and (key := _wording(text)):
            groups[key, 0].append(seen)
    found = named | _numbers(lone, counted, pages)
    for seen_rows in groups.values():
        found |= _group(seen_rows, pages)
    return found


def _outer_rows(pages: list[Rows], heights: list[float]) -> Iterator[tuple[int, int, str]]:
    """Yield the rows near the upper and lower end of each page: its number, theirs and their words."""
    for page, rows in enumerate(pages):
        for index in _zone(rows, heights[page]):
            # A note's number is raised, and may count with the pages.
            if not rows[index][0].pieces[0].raised:
                yield page, index, _text(rows[index])


def _wording(text: str) -> str | None:
    """Return what rows of one wording share, their numbers apart; None for what is too little to compare."""
    key = "".join(_NUMBERS.sub("#", text).lower().split())
    return key if sum(map(str.isalpha, key)) >= 2 or "#" in key else None


def _names_page(text: str, page: int) -> bool:
    """Return whether a row says which page it stands on, and something besides."""
    match = _PAGE_AND_WORDS.match(text)
    return bool(match) and int((match["number"] or match["end"]) if match else 0) in (page, page + 1)


def _zone(rows: Rows, height: float) -> set[int]:
    top = {index for index in range(min(ROWS, len(rows))) if rows[index][0].base < _ZONE * height}
    low = {index for index in range(max(0, len(rows) - ROWS), len(rows)) if rows[index][0].base > (1 - _ZONE) * height}
    return top | low


def _text(row: list[Line]) -> str:
    return " ".join(line.text for line in row)


def _is_number(row: list[Line]) -> bool:
    return bool(_PAGE_NUMBER.match(_text(row).strip()))


def _group(seen: list[_Seen], pages: list[Rows]) -> set[tuple[int, int]]:
    """Return which rows of one wording run: at one place, with numbers that stay or count with the pages."""
    found: set[tuple[int, int]] = set()
    for one in seen:
        same = [each for each in seen if abs(each.base - one.base) <= _NEAR and _counting(one, each)]
        needed = 2 if len(pages) <= 4 else 3
        if len({each.page for each in same}) >= needed and any(_apart(pages[each.page], each.index) for each in same):
            found.add((one.page, one.index))
    return found


def _counting(one: _Seen, other: _Seen) -> bool:
    if len(one.numbers) != len(other.numbers):
        return False
    steps = [b - a for a, b in zip(one.numbers, other.numbers, strict=True)]
    return all(step in (0, other.page - one.page) for step in steps)


def _apart(rows: Rows, index: int) -> bool:
    """Return whether a row at a page's edge stands apart from the text, or in another size."""
    steps = [b[0].base - a[0].base for a, b in zip(rows, rows[1:], strict=False) if b[0].base - a[0].base > 2]
    if not steps:
        return True
    usual = median(steps)
    size = median(row[0].size for row in rows)
    inner = index + 1 if index < len(rows) / 2 else index - 1
    if not 0 <= inner < len(rows):
        return True
    away = abs(rows[inner][0].base - rows[index][0].base)
    return (
        away > 1.25 * usual
        or away < 2
        or not 0.93 < rows[index][0].size / size < 1.07
        or _apart_further(rows, index, usual)
    )


def _apart_further(rows: Rows, index: int, usual: float) -> bool:
    """Return whether the rows of a head of several lines stand apart from the text together."""
    inner = (
        range(index, min(index + ROWS, len(rows) - 1)) if index < len(rows) / 2 else range(max(0, index - ROWS), index)
    )
    return any(rows[each + 1][0].base - rows[each][0].base > 1.6 * usual for each in inner)


def _numbers(
    lone: list[tuple[_Seen, re.Match[str]]], counted: dict[int, set[int]], pages: list[Rows]
) -> set[tuple[int, int]]:
    """Return which rows of a number alone are page numbers: said so, counting with the pages, or set apart."""
    found = set()
    for seen, match in lone:
        value = _value(match["number"])
        rows = pages[seen.page]
        outer = seen.index in (0, len(rows) - 1)
        sure = match["word"] or match["all"] or len(counted[value - seen.page]) > 1
        alone = (
            outer and _apart(rows, seen.index) and match["number"].isdecimal() and value in (seen.page + 1, seen.page)
        )
        if sure or alone:
            found.add((seen.page, seen.index))
    return found


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in number.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
