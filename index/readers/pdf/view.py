"""What a page of a PDF contains, and its rotation: plain data.

Places are points from the top left corner of the page as a viewer shows it, turned pages included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Side = TypeVar("Side", float, NDArray[np.float64])


@dataclass(slots=True)
class Piece:
    """Characters drawn together; `first` and `last` are PDFium's numbers of them, `raised` says a note mark's place."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    first: int
    last: int
    spaced: bool = False
    raised: bool = False
    lowered: bool = False
    hidden: bool = False
    bold: bool = False


@dataclass
class Page:
    """What a page holds; `unread` counts what of it is no text to read."""

    number: int
    width: float = 0.0
    height: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    written: list[Piece] = field(default_factory=list)
    """What its form fields and free-text notes hold."""
    pictures: int = 0
    controls: int = 0
    """Characters that no font should draw."""
    unreadable: bool = False
    unread: dict[str, int] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)
    """The words that were left out, for those who count them."""


@dataclass(frozen=True)
class View:
    """How a page is turned and cut: PDF's coordinates -> those of this file."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height as shown."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def box(self, left: Side, bottom: Side, right: Side, top: Side) -> tuple[Side, Side, Side, Side]:
        """Return the place on the page of a rectangle, or of many by their sides."""
        if self.turns == 0:
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turns == 1:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turns == 2:
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return (self.top - top, self.right - right, self.top - bottom, self.right - left)

    def baseline(self, x: float, y: float) -> float:
        """Return how far below the top a point stands."""
        return (self.top - y, x - self.left, y - self.bottom, self.right - x)[self.turns]

    def upright(self, a: float, b: float) -> bool:
        """Return whether text that runs along the vector runs from left to right on the page."""
        along, across = ((a, b), (b, a), (-a, b), (-b, a))[self.turns]
        return along > 0 and abs(across) <= 0.1 * along
