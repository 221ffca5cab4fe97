"""Noun phrases: the one that ends at a token, the one that begins there."""

from __future__ import annotations

from index.cues.quantities import QUANTITIES
from index.cues.tokens import (
    COMMA,
    CONJUNCTION,
    CUE_VERB,
    DETERMINER,
    NAME,
    NOUN,
    NUMBER,
    OTHER_VERB,
    PREPOSITION,
    PRONOUN,
    TIME,
    Phrase,
    Tokens,
)
from index.names.descriptions import is_person_noun
from index.text.word_lists import given_names

_PART_OF_NOUN = frozenset("Nn#D")
_JOINING = PREPOSITION + CONJUNCTION
_STANDING_ALONE = frozenset("others some many one most all both another".split())


def phrase_ending(tokens: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that ends with the token at the position, or None.

    "spokesman for the mayor" is one phrase, "on Monday Ana Ruiz" ends in one; a bracket or an aside is stepped over by
    `subject_before`.
    """
    if position < 0:
        return None
    tags = tokens.tags
    if tags[position] == PRONOUN:
        return Phrase(position, position + 1)
    if tags[position] not in "Nn#" and tokens.lower[position] not in _STANDING_ALONE:
        return None
    first = position
    while first > 0 and _takes_left(tokens, first):
        first -= 1
        if tags[first] == DETERMINER and first > 0 and tags[first - 1] not in "DIC":
            break
    while first < position and tags[first] in _JOINING:
        first += 1
    return Phrase(first, position + 1)


def _takes_left(tokens: Tokens, first: int) -> bool:
    """Return whether the token before belongs to a phrase too; a name ends at other words: "last week Ana Ruiz"."""
    tags = tokens.tags
    left = tags[first - 1]
    if left in _PART_OF_NOUN:
        return True
    if first < 2:
        return False
    if left in _JOINING:
        return _joins(tokens, first - 1)
    if left == CUE_VERB:
        return tags[first - 2] == DETERMINER and tags[first] in "nN"
    return left in {OTHER_VERB, TIME} and tags[first - 2] == DETERMINER and tags[first] in "nN#"


def _joins(tokens: Tokens, position: int) -> bool:
    """Return whether a preposition or "and" holds a noun phrase together: a noun before it, and what can begin one."""
    left, word, right = tokens.tags[position - 1], tokens.lower[position], tokens.tags[position + 1]
    if left == NUMBER and word == "of":
        # "79% of voters"
        return tokens.lower[position - 1].endswith("%") or right in "ND"
    if word == "of" and tokens.lower[position - 1] in QUANTITIES:
        # "most of the retired miners"
        return right in "NnD"
    if left not in "Nn":
        return False
    if word == "and":
        # "Doctors and nurses said": the first word's capital is the sentence's.
        opens = position == 1 and right == NOUN and is_person_noun(tokens.lower[0])
        return right in "NnD" and (left == right or opens)
    return word in {"of", "for"} or word in _PLACING and left == NOUN and _can_be_placed(tokens, position - 1)


_PLACING = frozenset("at in from with on".split())


def _can_be_placed(tokens: Tokens, position: int) -> bool:
    """Return whether a noun may be held to a place: "the analysts at …", "Still, analysts at Bank of Vesk said"."""
    opens = position < 1 or tokens.tags[position - 1] in ",;:.-SQ"
    return _has_determiner(tokens, position) or opens and is_person_noun(tokens.lower[position])


def _has_determiner(tokens: Tokens, position: int) -> bool:
    while position >= 0 and tokens.tags[position] in "nN":
        position -= 1
    return position < 0 or tokens.tags[position] in "D#"


def small_name_ending(tokens: Tokens, position: int) -> Phrase | None:
    """Return the name in small letters that an aside is: ", prof sir mike richards,"; None where it is none."""
    first = position
    while first > 0 and tokens.tags[first - 1] == NOUN and position - first < 4:
        first -= 1
    if first == 0 or tokens.tags[first - 1] != COMMA or tokens.tags[position] != NOUN:
        return None
    at = first
    while at < position and tokens.lower[at].rstrip(".") in _COURTESIES:
        at += 1
    named = tokens.lower[at] in given_names() and position - at in {1, 2}
    return Phrase(at, position + 1) if named and not is_person_noun(tokens.lower[position]) else None


_COURTESIES = frozenset("mr mrs ms miss dr prof professor sir dame lord lady cllr councillor rev".split())


def name_ending(tokens: Tokens, position: int) -> Phrase | None:
    """Return the name that ends with the token at the position, without what describes its bearer, or None."""
    first = position + 1
    while first > 0 and tokens.tags[first - 1] == NAME:
        first -= 1
    return Phrase(first, position + 1) if first <= position else None


def phrase_starting(tokens: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, as a subject after its verb ("said the mayor of Vesk")."""
    tags = tokens.tags
    if position < len(tokens) and tags[position] == PRONOUN:
        return Phrase(position, position + 1)
    last = position
    while last < len(tokens) and _continues(tokens, position, last):
        last += 1
    if last == position or tags[last - 1] in "DvV":
        return None
    return _name_behind(tokens, position, last) or Phrase(position, last)


def _continues(tokens: Tokens, first: int, at: int) -> bool:
    """Return whether a token belongs to the phrase that began at `first`."""
    tag = tokens.tags[at]
    if tag in "Nn#":
        return True
    begins = tag == DETERMINER and (at == first or tokens.tags[at - 1] in "ICD")
    following = tokens.tags[at + 1] if at + 1 < len(tokens) else ""
    if following in _PART_OF_NOUN and (begins or tag in "vV"):
        return True
    if _is_before_of_or_then(tokens, at, begins):
        return True
    return following != "" and at > first and tag in _JOINING and _goes_on(tokens, first, at)


def _is_before_of_or_then(tokens: Tokens, at: int, begins: bool) -> bool:
    """Return whether a phrase goes on in "said one of the farmers" or "said the then mayor, Ana Ruiz"."""
    if begins and tokens.lower[at + 1 : at + 2] == ["of"]:
        return True
    return "then" in tokens.lower[at : at + 2] and (begins or tokens.tags[at - 1] == DETERMINER)


def _name_behind(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """Return the name that a comma parts from the office before it: "said the mayor, Ana Ruiz."."""
    tags = tokens.tags
    described = tags[first] == DETERMINER and NOUN in tags[first:last]
    if tags[last - 1] == NAME and not described or tags[last : last + 2] != [COMMA, NAME]:
        return None
    end = last + 1
    while end < len(tokens) and tags[end] == NAME:
        end += 1
    closed = end == len(tokens) or tags[end] in ",.-(;"
    return Phrase(last + 1, end) if closed and end - last - 1 >= 2 else None


def _goes_on(tokens: Tokens, first: int, position: int) -> bool:
    word, left, right = tokens.lower[position], tokens.tags[position - 1], tokens.tags[position + 1]
    if word in {"of", "for"}:
        return right in "NnD#"
    if word == "and":
        return left == right and left in "Nn"
    return word in {"at", "in", "from", "with"} and left == NOUN and tokens.tags[first] == DETERMINER and right in "ND"
