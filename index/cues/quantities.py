"""How many: "a majority of voters", "eight in 10", "more than a third of nurses"."""

from __future__ import annotations

from index.cues.tokens import Phrase, Tokens


def with_quantity(made: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return a phrase with how many of them it is: "a majority of registered voters", "eight in 10 voters"."""
    of = phrase.first - 1
    while of > floor and phrase.first - of < 9 and made.tags[of] in "nNv#CR":
        of -= 1
    if of - 1 < floor or made.lower[of] not in {"of", "in"} or not counts(made, of - 1, of):
        return None
    first = of - 1
    while (
        first > floor
        and made.tags[first] != "D"
        and (made.tags[first - 1] in "DnR#" or first == 1 and made.tags[0] == "N")
    ):
        first -= 1
    return Phrase(first, phrase.last)


def with_about(made: Tokens, phrase: Phrase, floor: int) -> Phrase:
    """Return a phrase with what stands before its number: "more than a third of nurses"."""
    first = phrase.first
    if not any(counts(made, at, at + 1) for at in range(first, min(phrase.last - 1, first + 4))):
        return phrase
    if first == 1 and "-" in made.words[0]:
        # "Sixty-one percent of": a number with a sentence's capital
        first = 0
    while first > floor and made.lower[first - 1] in _ABOUT:
        first -= 1
    return Phrase(first, phrase.last)


def counts(made: Tokens, at: int, of: int) -> bool:
    """Return whether a word before "of" or "in" tells how many: "most of", "two thirds of", "eight in 10"."""
    if made.lower[of] == "in":
        return _is_number(made, at) and of + 1 < len(made) and _is_number(made, of + 1)
    return made.lower[of] == "of" and (_is_number(made, at) or made.lower[at] in QUANTITIES or made.lower[at] == "out")


def _is_number(made: Tokens, at: int) -> bool:
    return made.tags[at] == "#" or made.lower[at] in _NUMBERS


_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())

QUANTITIES = frozenset(
    """majority minority most some many several few handful half third thirds quarter quarters fifth fifths percent
    number dozens hundreds thousands scores couple plurality none all any share proportion""".split()
)

_ABOUT = frozenset(
    """nearly almost about roughly around over under than more fewer less at least most up to close just only
    well""".split()
)
