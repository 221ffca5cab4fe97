"""Numbers that are computed from cells -> how they are written: with as many digits as the cells have, never floats."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from index.text.expressions import expression
from index.text.stems import stem
from rag.answer.tables.table import number_in

_PLACES = expression(r"\.(\d+)")
_NO_RATIO = frozenset(
    stem(each)
    for each in """temperature degree celsius fahrenheit year rank ranking place position pos latitude longitude grade
    index day date""".split()
)
"""What a column is called whose numbers have no zero to count from, so that none is twice another."""
_DIGITS = 2
"""So many digits more than the cells have are written of what does not come out even."""
_LONGEST = 50


def number(cell: str) -> Fraction:
    """Return the number of a cell that is known to have one."""
    return number_in(cell) or Fraction(0)


def places_of(cells: Sequence[str]) -> int:
    """Return the most digits behind the point that a cell has."""
    return max((len(found[1]) for each in cells if (found := _PLACES.search(each))), default=0)


def written(value: Fraction, places: int) -> str:
    """Return a number with so many digits behind the point, "about" before one that does not come out even."""
    exact = value * 10**places
    if exact.denominator == 1:
        return _with(value, places)
    return f"about {_with(value, places)}"


def amount(value: Fraction, cells: Sequence[str]) -> str:
    """Return a difference of cells or their sum; of two percentages it is counted in points."""
    points = " percentage points" if is_share(cells) else ""
    return f"{written(value, places_of(cells))}{points}"


def mean(cells: Sequence[str]) -> str:
    """Return the mean of cells."""
    value = sum(map(number, cells), Fraction(0)) / len(cells)
    places = places_of(cells)
    even = next((each for each in range(places, places + _DIGITS) if (value * 10**each).denominator == 1), None)
    return written(value, places + _DIGITS if even is None else even)


def ratio(more: str, less: str, column: frozenset[str]) -> str:
    """Return how many times one cell is the other, nothing where that says little or the numbers have no zero."""
    one, other = number(more), number(less)
    if other <= 0 or is_share([more, less]) or "°" in more or column & _NO_RATIO:
        return ""
    value = one / other
    places = next((each for each in range(_DIGITS) if (value * 10**each).denominator == 1), _DIGITS)
    told = written(value, places)
    return f", {told} times as much" if Fraction(told.removeprefix("about ").replace(",", "")) > 1 else ""


def is_share(cells: Sequence[str]) -> bool:
    """Return whether all cells are percentages."""
    return all(each.strip().endswith("%") for each in cells)


def _with(value: Fraction, places: int) -> str:
    """Return a number rounded to so many places, half away from zero."""
    with localcontext() as context:
        context.prec = _LONGEST
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"
