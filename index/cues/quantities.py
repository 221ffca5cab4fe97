"""How many: "a majority of voters", "eight in 10", "more than a third of nurses"."""

from __future__ import annotations

from index.cues.tokens import DETERMINER, NAME, NUMBER, Phrase, Tokens


def with_quantity(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return a phrase with how many of them it is: "a majority of registered voters", "eight in 10 voters"."""
    of = phrase.first - 1
    while of > floor and phrase.first - of < 9 and tokens.tags[of] in "nNv#CR":
        of -= 1
    if of - 1 < floor or tokens.lower[of] not in {"of", "in"} or not counts(tokens, of - 1, of):
        return None
    first = of - 1
    while (
        first > floor
        and tokens.tags[first] != DETERMINER
        and (tokens.tags[first - 1] in "DnR#" or first == 1 and tokens.tags[0] == NAME)
    ):
        first -= 1
    return Phrase(first, phrase.last)


def with_about(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase:
    """Return a phrase with what stands before its number: "more than a third of nurses"."""
    first = phrase.first
    if not any(counts(tokens, at, at + 1) for at in range(first, min(phrase.last - 1, first + 4))):
        return phrase
    if first == 1 and "-" in tokens.words[0]:
        # "Sixty-one percent of": a number with a sentence's capital
        first = 0
    while first > floor and tokens.lower[first - 1] in _ABOUT:
        first -= 1
    return Phrase(first, phrase.last)


def counts(tokens: Tokens, at: int, of: int) -> bool:
    """Return whether a word before "of" or "in" tells how many: "most of", "two thirds of", "eight in 10"."""
    if tokens.lower[of] == "in":
        return _is_number(tokens, at) and of + 1 < len(tokens) and _is_number(tokens, of + 1)
    return tokens.lower[of] == "of" and (
        _is_number(tokens, at) or tokens.lower[at] in QUANTITIES or tokens.lower[at] == "out"
    )


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.tags[at] == NUMBER or tokens.lower[at] in _NUMBERS


_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())

QUANTITIES = frozenset(
    """majority minority most some many several few handful half third thirds quarter quarters fifth fifths percent
    number dozens hundreds thousands scores couple plurality none all any share proportion""".split()
)

_ABOUT = frozenset(
    """nearly almost about roughly around over under than more fewer less at least most up to close just only
    well""".split()
)
