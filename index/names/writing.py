"""How a text is written: in which of the languages whose names are read otherwise, and whether names have capitals."""

from __future__ import annotations

from index.text.expressions import expression


def is_slavic(text: str) -> bool:
    """Return whether a text is in Russian, Ukrainian, Belarusian or Polish, by its letters."""
    read = text[:_READ_LETTERS]
    return len(_SLAVIC_LETTER.findall(read)) * 60 > len(read)


def is_german(text: str) -> bool:
    """Return whether a text is in German, by its commonest words."""
    read = text[:_READ_LETTERS]
    return len(_GERMAN_WORD.findall(read)) * 12 > read.count(" ")


_GERMAN_WORD = expression(r"\b(?:der|die|das|und|nicht|ist|ich|wir|ein|eine|mit|den|dem|von|zu|auf|für|es|im)\b")
_READ_LETTERS = 4_000
_SLAVIC_LETTER = expression(r"[\u0400-\u04ffąćęłńśźżĄĆĘŁŃŚŹŻ]")


def names_have_capitals(text: str) -> bool:
    """Return whether a text writes names with capitals: some words within its sentences have them, or it is short."""
    words = text.count(" ")
    return words < _SHORT or len(_CAPITAL_WITHIN.findall(text)) * _SELDOM_CAPITAL > words


_CAPITAL_WITHIN = expression(r"[\w,] [^\W\d_a-z][^\W\d_]")
_SHORT, _SELDOM_CAPITAL = 60, 100
"""Words of a text too short to tell, and the words of which at least one has a capital: news has one in eight."""
