"""Noun phrases: the one that ends at a token, the one that begins there."""

from __future__ import annotations

from index.cues.quantities import QUANTITIES
from index.cues.tokens import COMMA, CUE_VERB, DETERMINER, NAME, NOUN, NUMBER, OTHER_VERB, PRONOUN, TIME, Phrase, Tokens
from index.names.descriptions import is_person_noun
from index.text.word_lists import given_names

_PART_OF_NOUN = frozenset("Nn#D")


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
    if tags[position] not in "Nn#" and tokens.lower[position] not in {
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
        if left in _PART_OF_NOUN or (
            left == CUE_VERB and first >= 2 and tags[first - 2] == DETERMINER and tags[first] in "nN"
        ):
            # A name ends at what is neither a name nor a description of one: "last week Ana Ruiz".
            first -= 1
            if tags[first] == DETERMINER and first > 0 and tags[first - 1] not in "DIC":
                break
            continue
        if left == OTHER_VERB and first >= 2 and tags[first - 2] in "D" and tags[first] in "nN#":
            first -= 1
            continue
        if left in "IC" and first >= 2 and _joins(tokens, first - 1):
            first -= 1
            continue
        if left == TIME and first >= 2 and tags[first - 2] in "D" and tags[first] in "nN#":
            first -= 1
            continue
        break
    while first < position and tags[first] in "IC":
        first += 1
    return Phrase(first, position + 1)


def _joins(tokens: Tokens, position: int) -> bool:
    """Return whether a preposition or "and" holds a noun phrase together: a noun before it, and what can begin one."""
    left = tokens.tags[position - 1]
    word = tokens.lower[position]
    if left == NUMBER and word == "of":
        # "79% of voters"
        return tokens.lower[position - 1].endswith("%") or tokens.tags[position + 1] in "ND"
    if word == "of" and tokens.lower[position - 1] in QUANTITIES:
        # "most of the retired miners"
        return tokens.tags[position + 1] in "NnD"
    if left not in "Nn":
        return False
    if word == "and":
        following = tokens.tags[position + 1]
        # "Doctors and nurses said": the first word's capital is the sentence's.
        opens = position == 1 and following == NOUN and is_person_noun(tokens.lower[0])
        return following in "NnD" and (left == following or opens)
    if word in {"of", "for"}:
        return True
    if word not in {"at", "in", "from", "with", "on"} or left != NOUN:
        return False
    opens = position < 2 or tokens.tags[position - 2] in ",;:.-SQ"
    # "Still, analysts at Bank of Vesk said"
    return _has_determiner(tokens, position - 1) or opens and is_person_noun(tokens.lower[position - 1])


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
    last = position
    if last < len(tokens) and tags[last] == PRONOUN:
        return Phrase(position, position + 1)
    while last < len(tokens):
        tag = tags[last]
        following = tags[last + 1] if last + 1 < len(tokens) else ""
        opens = last == position or tags[last - 1] in "ICD"
        described = (tag in "vV" or tag == DETERMINER and opens) and following and following in "Nn#D"
        # "said one of the farmers"
        described = described or tag == DETERMINER and opens and tokens.lower[last + 1 : last + 2] == ["of"]
        # "said the then mayor, Ana Ruiz"
        described = (
            described
            or "then" in tokens.lower[last : last + 2]
            and (tag == DETERMINER and opens or tags[last - 1] == DETERMINER)
        )
        joined = tag in "IC" and last > position and following and _goes_on(tokens, position, last)
        if not (tag in "Nn#" or described or joined):
            break
        last += 1
    if last == position or tags[last - 1] in "DvV":
        return None
    named = tags[last - 1] == NAME and not (tags[position] == DETERMINER and NOUN in tags[position:last])
    if not named and last + 1 < len(tokens) and tags[last] == COMMA and tags[last + 1] == NAME:
        # "said the mayor, Ana Ruiz."
        end = last + 1
        while end < len(tokens) and tags[end] == NAME:
            end += 1
        if end - last - 1 >= 2 and (end == len(tokens) or tags[end] in ",.-(;"):
            return Phrase(last + 1, end)
    return Phrase(position, last)


def _goes_on(tokens: Tokens, first: int, position: int) -> bool:
    word, left, right = tokens.lower[position], tokens.tags[position - 1], tokens.tags[position + 1]
    if word in {"of", "for"}:
        return right in "NnD#"
    if word == "and":
        return left == right and left in "Nn"
    return word in {"at", "in", "from", "with"} and left == NOUN and tokens.tags[first] == DETERMINER and right in "ND"
