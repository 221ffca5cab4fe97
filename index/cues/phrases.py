"""Noun phrases: the one that ends at a token, the one that begins there."""

from __future__ import annotations

from index.cues.quantities import QUANTITIES
from index.cues.tokens import Phrase, Tokens
from index.names.descriptions import is_person_noun
from index.text.word_lists import given_names

_PART_OF_NOUN = frozenset("Nn#D")


def phrase_ending(made: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that ends with the token at the position, or None.

    "spokesman for the mayor" is one phrase, "on Monday Ana Ruiz" ends in one; a bracket or an aside is stepped over by
    `subject_before`.
    """
    if position < 0:
        return None
    tags = made.tags
    if tags[position] == "P":
        return Phrase(position, position + 1)
    if tags[position] not in "Nn#" and made.lower[position] not in {
        "others",
        "some",
        "many",
        "one",
        "most",
        "all",
        "both",
        "another",
    }:
        return None
    first = position
    while first > 0:
        left = tags[first - 1]
        if left in _PART_OF_NOUN or (left == "V" and first >= 2 and tags[first - 2] == "D" and tags[first] in "nN"):
            # A name ends at what is neither a name nor a description of one: "last week Ana Ruiz".
            first -= 1
            if tags[first] == "D" and first > 0 and tags[first - 1] not in "DIC":
                break
            continue
        if left == "v" and first >= 2 and tags[first - 2] in "D" and tags[first] in "nN#":
            first -= 1
            continue
        if left in "IC" and first >= 2 and _joins(made, first - 1):
            first -= 1
            continue
        if left == "Z" and first >= 2 and tags[first - 2] in "D" and tags[first] in "nN#":
            first -= 1
            continue
        break
    while first < position and tags[first] in "IC":
        first += 1
    return Phrase(first, position + 1)


def _joins(made: Tokens, position: int) -> bool:
    """Return whether a preposition or "and" holds a noun phrase together: a noun before it, and what can begin one."""
    left = made.tags[position - 1]
    word = made.lower[position]
    if left == "#" and word == "of":
        # "79% of voters"
        return made.lower[position - 1].endswith("%") or made.tags[position + 1] in "ND"
    if word == "of" and made.lower[position - 1] in QUANTITIES:
        # "most of the retired miners"
        return made.tags[position + 1] in "NnD"
    if left not in "Nn":
        return False
    if word == "and":
        following = made.tags[position + 1]
        # "Doctors and nurses said": the first word's capital is the sentence's.
        opens = position == 1 and following == "n" and is_person_noun(made.lower[0])
        return following in "NnD" and (left == following or opens)
    if word in {"of", "for"}:
        return True
    if word not in {"at", "in", "from", "with", "on"} or left != "n":
        return False
    opens = position < 2 or made.tags[position - 2] in ",;:.-SQ"
    # "Still, analysts at Bank of Vesk said"
    return _has_determiner(made, position - 1) or opens and is_person_noun(made.lower[position - 1])


def _has_determiner(made: Tokens, position: int) -> bool:
    while position >= 0 and made.tags[position] in "nN":
        position -= 1
    return position < 0 or made.tags[position] in "D#"


def small_name_ending(made: Tokens, position: int) -> Phrase | None:
    """Return the name in small letters that an aside is: ", prof sir mike richards,"; None where it is none."""
    first = position
    while first > 0 and made.tags[first - 1] == "n" and position - first < 4:
        first -= 1
    if first == 0 or made.tags[first - 1] != "," or made.tags[position] != "n":
        return None
    at = first
    while at < position and made.lower[at].rstrip(".") in _COURTESIES:
        at += 1
    named = made.lower[at] in given_names() and position - at in {1, 2}
    return Phrase(at, position + 1) if named and not is_person_noun(made.lower[position]) else None


_COURTESIES = frozenset("mr mrs ms miss dr prof professor sir dame lord lady cllr councillor rev".split())


def name_ending(made: Tokens, position: int) -> Phrase | None:
    """Return the name that ends with the token at the position, without what describes its bearer, or None."""
    first = position + 1
    while first > 0 and made.tags[first - 1] == "N":
        first -= 1
    return Phrase(first, position + 1) if first <= position else None


def phrase_starting(made: Tokens, position: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, as a subject after its verb ("said the mayor of Vesk")."""
    tags = made.tags
    last = position
    if last < len(made) and tags[last] == "P":
        return Phrase(position, position + 1)
    while last < len(made):
        tag = tags[last]
        following = tags[last + 1] if last + 1 < len(made) else ""
        opens = last == position or tags[last - 1] in "ICD"
        described = (tag in "vV" or tag == "D" and opens) and following and following in "Nn#D"
        # "said one of the farmers"
        described = described or tag == "D" and opens and made.lower[last + 1 : last + 2] == ["of"]
        # "said the then mayor, Ana Ruiz"
        described = (
            described or "then" in made.lower[last : last + 2] and (tag == "D" and opens or tags[last - 1] == "D")
        )
        joined = tag in "IC" and last > position and following and _goes_on(made, position, last)
        if not (tag in "Nn#" or described or joined):
            break
        last += 1
    if last == position or tags[last - 1] in "DvV":
        return None
    named = tags[last - 1] == "N" and not (tags[position] == "D" and "n" in tags[position:last])
    if not named and last + 1 < len(made) and tags[last] == "," and tags[last + 1] == "N":
        # "said the mayor, Ana Ruiz."
        end = last + 1
        while end < len(made) and tags[end] == "N":
            end += 1
        if end - last - 1 >= 2 and (end == len(made) or tags[end] in ",.-(;"):
            return Phrase(last + 1, end)
    return Phrase(position, last)


def _goes_on(made: Tokens, first: int, position: int) -> bool:
    word, left, right = made.lower[position], made.tags[position - 1], made.tags[position + 1]
    if word in {"of", "for"}:
        return right in "NnD#"
    if word == "and":
        return left == right and left in "Nn"
    return word in {"at", "in", "from", "with"} and left == "n" and made.tags[first] == "D" and right in "ND"
