"""Whose verb it is: the phrase before a verb group that is its subject, asides stepped over."""

from __future__ import annotations

import re

from index.cues.phrases import name_ending, phrase_ending, small_name_ending
from index.cues.quantities import counts, with_about, with_quantity
from index.cues.tokens import (
    CLOSING,
    COMMA,
    CUE_VERB,
    DASH,
    DETERMINER,
    NAME,
    NOUN,
    NUMBER,
    OBJECT,
    OPENING,
    PREPOSITION,
    QUOTATION,
    RELATIVE,
    TIME,
    Phrase,
    Tokens,
    skipped_left,
)
from index.cues.word_classes import CLAUSE_OPENERS
from index.names.descriptions import is_person_noun

_BOUNDARIES = frozenset(",;:-CSQ.WZRx)")


def _stands_as_subject(tokens: Tokens, phrase: Phrase) -> bool:
    """Return whether nothing before the phrase makes it an object: it opens the clause or follows what can open one."""
    before = phrase.first - 1
    # "In 1992 the owner said"
    dated = (
        before > 0
        and tokens.tags[before] == NUMBER
        and tokens.tags[before - 1] == PREPOSITION
        and tokens.tags[phrase.first] in "DN"
    )
    # "(Ana Ruiz said it would.)": a sentence between brackets.
    bracketed = before >= 0 and tokens.tags[before] == OPENING and (before == 0 or tokens.tags[before - 1] in ".Q")
    return before < 0 or dated or bracketed or tokens.tags[before] in _BOUNDARIES


def subject_before(tokens: Tokens, verb: int, floor: int = 0) -> Phrase | None:
    """Return the subject of the verb group that begins at a token: the phrase before it, asides stepped over.

    "a majority of voters" is said with how many they are; of "with a few issues and officials" it is the officials.
    """
    phrase = _phrase_before(tokens, verb, floor)
    if phrase is None or phrase.first < 1:
        return phrase
    whole = with_quantity(tokens, phrase, floor) or _behind_and(tokens, phrase, verb)
    return with_about(tokens, whole, floor)


def _behind_and(tokens: Tokens, phrase: Phrase, verb: int) -> Phrase:
    """Return what follows "and" in a phrase that hangs on a preposition or verb: "with few issues and officials"."""
    hangs = tokens.tags[phrase.first - 1] in "IvVT" and tokens.lower[phrase.first - 1] not in CLAUSE_OPENERS
    if not hangs or any(tag not in "RZ" for tag in tokens.tags[phrase.last : verb]):
        return phrase
    joined = next((at for at in range(phrase.last - 1, phrase.first, -1) if tokens.lower[at] == "and"), None)
    if (
        not joined
        or tokens.tags[joined - 1] != NOUN
        or any(counts(tokens, at, at + 1) for at in range(phrase.first, joined))
    ):
        return phrase
    return Phrase(joined + 1, phrase.last)


def _phrase_before(tokens: Tokens, verb: int, floor: int) -> Phrase | None:
    """Return the phrase before a verb group that is its subject, asides stepped over."""
    position = skipped_left(tokens, verb)
    # "who Oster on Monday called": the day is no part of the subject.
    while position > floor + 1 and tokens.tags[position] == TIME and tokens.tags[position - 1] in "IZ":
        position = skipped_left(tokens, position)
        position = skipped_left(tokens, position) if tokens.tags[position] == PREPOSITION else position
    position = _before_seat(tokens, position)
    if position < floor:
        return None
    tag = tokens.tags[position]
    if tag == CLOSING:
        while position >= floor and tokens.tags[position] != OPENING:
            position -= 1
        position -= 1
        tag = tokens.tags[position] if position >= floor else ""
    if tag in {COMMA, DASH}:
        return _before_aside(tokens, position, floor)
    if tag == RELATIVE:
        return antecedent(tokens, position, floor)
    phrase = _bearer(tokens, phrase_ending(tokens, position))
    if phrase is None or phrase.first < floor:
        return _antecedent_of_relative(tokens, position, floor) if tag in {OBJECT, TIME, NOUN} else None
    if not _stands_as_subject(tokens, phrase):
        if whole := _head_before(tokens, phrase, floor):
            return whole
        if bearer := _from_somewhere(tokens, phrase, floor):
            return bearer
        found = _antecedent_of_relative(tokens, phrase.first, floor)
        if found:
            return found
        if tokens.lower[position] in _NEVER_OBJECTS and tokens.tags[phrase.first - 1] in "nNZ#":
            # "In fact she said", "on Monday he said"
            return phrase
        if tokens.lower[phrase.first - 1] == "by":
            # "a letter obtained by the Gazette says"
            return None
        verb_form = tokens.verbs[verb]
        if tokens.lower[phrase.first - 1] in CLAUSE_OPENERS and tokens.tags[phrase.first] == DETERMINER:
            # "after a clerk phoned her to say": a clause with a verb of its own, and no time before one.
            finite = verb_form.form in {"past", "s"} if verb_form else tokens.tags[verb] in "Av"
            return phrase if finite and tokens.lower[verb + 1 : verb + 2] != ["by"] else None
        heard = verb_form is not None and verb_form.form == "base"
        # "she said some people had told her"
        held = tokens.tags[phrase.first - 1] == CUE_VERB and is_person_noun(tokens.lower[position])
        fits = tokens.tags[position] in "NP" or heard or held
        return phrase if tokens.tags[phrase.first - 1] in "vVI" and fits else None
    describes = "n" in (tokens.tags[position], tokens.tags[phrase.first])
    name = name_ending(tokens, phrase.first - 2) if describes and phrase.first > 1 else None
    if (
        name
        and tokens.tags[phrase.first - 1] == COMMA
        and name.last - name.first >= 2
        and _stands_as_subject(tokens, name)
    ):
        # "Ana Ruiz, director of records said"
        return name
    return phrase


def _bearer(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """Return of "the suit against Ruiz" the suit: an accusation is never in the words of the accused."""
    while phrase and phrase.first > 1 and tokens.lower[phrase.first - 1] == "against":
        at = phrase.first - 2
        if tokens.tags[at] == QUOTATION:
            return Phrase(at, at + 1)
        phrase = phrase_ending(tokens, at)
    return phrase


def _head_before(tokens: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return all of "the lack of praise at the Vesk Awards": what a preposition hangs on a thing is not who acts."""
    at = phrase.first - 1
    placed = (
        tokens.tags[phrase.first] == DETERMINER
        and tokens.lower[at] in _FROM | {"on", "by"}
        and tokens.tags[at - 1] == NOUN
    )
    if at - 1 < floor or not placed or is_person_noun(tokens.lower[at - 1]):
        return None
    head = phrase_ending(tokens, at - 1)
    whole = head and head.first >= floor and tokens.tags[head.first] == DETERMINER and _stands_as_subject(tokens, head)
    return Phrase(head.first, phrase.last) if head and whole else None


def _before_seat(tokens: Tokens, position: int) -> int:
    """Return the token before a party and seat that ends at one: "Rep. Ana Ruiz, R-Vesk Falls said"."""
    for at in range(position, max(1, position - 3), -1):
        if tokens.tags[at] != NAME:
            break
        if _SEAT.match(tokens.words[at]) and tokens.tags[at - 1] == COMMA:
            return at - 2
    return position


_SEAT = re.compile(r"[RDI]-[A-Z]")


def _from_somewhere(tokens: Tokens, place: Phrase, floor: int) -> Phrase | None:
    """Return who is named before the place or body that a phrase is: "Ruiz from Vesk Capital said"."""
    at = place.first - 1
    if (
        at - 1 < floor
        or tokens.lower[at] not in _FROM
        or tokens.tags[at - 1] not in "NP"
        or tokens.tags[place.last - 1] != NAME
    ):
        return None
    bearer = phrase_ending(tokens, at - 1)
    return bearer if bearer and bearer.first >= floor and _stands_as_subject(tokens, bearer) else None


_NEVER_OBJECTS = frozenset("he she they we i".split())

_FROM = frozenset("from at with in".split())


def _before_aside(tokens: Tokens, closing: int, floor: int) -> Phrase | None:
    """Return the phrase before an aside that ends at a comma or dash: the one that opens the clause, if any does."""
    mark = tokens.tags[closing]
    if closing > floor and tokens.tags[closing - 1] == CLOSING:
        # "Sen. Ana Ruiz (D-Vesk), said"
        end = closing - 1
        while end > floor and tokens.tags[end] != OPENING:
            end -= 1
        phrase = phrase_ending(tokens, end - 1)
        if phrase and phrase.first >= floor and _stands_as_subject(tokens, phrase):
            return phrase
    chosen: Phrase | None = None
    for position in range(closing - 2, max(floor, closing - 45) - 1, -1):
        if tokens.tags[position] in ".;Q(":
            break
        if mark == COMMA and tokens.tags[position] == DASH and all(tag in "N,#Z.()" for tag in tokens.tags[:position]):
            # "Eskby, 20 April 2026 – Eskby's mayor, Ana Ruiz, welcomed": the place of a dateline acts in nothing.
            break
        if tokens.tags[position] != mark:
            continue
        end = position - 1
        if end > floor and tokens.tags[end] == CLOSING:
            while end > floor and tokens.tags[end] != OPENING:
                end -= 1
            end -= 1
        phrase = phrase_ending(tokens, end)
        if phrase and phrase.first >= floor and _stands_as_subject(tokens, phrase) and tokens.tags[end] in "NnP":
            named = tokens.tags[end] == NAME or chosen is None
            if named and not _opens_with_preposition(tokens, phrase):
                chosen = phrase
    aside = _named_aside(tokens, closing)
    described = chosen and (tokens.tags[chosen.first] == DETERMINER or tokens.tags[chosen.last - 1] == NOUN)
    return aside if aside and described else chosen


def _named_aside(tokens: Tokens, closing: int) -> Phrase | None:
    """Return the name that an aside is: "the director, Ana Ruiz, said"."""
    name = name_ending(tokens, closing - 1) or small_name_ending(tokens, closing - 1)
    if name is None or name.last - name.first < 2:
        return None
    # "the other candidate, former Secretary of State Ana Ruiz, said"
    first = name.first
    while first > 0 and (tokens.tags[first - 1] in "nN" or tokens.lower[first - 1] == "of"):
        first -= 1
    return name if first > 0 and tokens.tags[first - 1] == tokens.tags[closing] else None


def _opens_with_preposition(tokens: Tokens, phrase: Phrase) -> bool:
    return phrase.first > 0 and tokens.tags[phrase.first - 1] in "IT"


def antecedent(tokens: Tokens, relative: int, floor: int) -> Phrase | None:
    end = relative - 1
    while end >= floor and tokens.tags[end] in ",)-":
        end -= 1
    phrase = _bearer(tokens, phrase_ending(tokens, end))
    edge = phrase.first - 1 if phrase else 0
    while edge > 1 and tokens.lower[edge] in _INSTEAD:
        edge -= 1
    if phrase and edge < phrase.first - 1 and edge > 1 and tokens.tags[edge] == COMMA:
        # "It was Marsh, not Prior, who said": the one that is not denied.
        phrase = phrase_ending(tokens, edge - 1)
    if phrase and tokens.lower[relative] == "who" and (name := _sender(tokens, phrase)):
        return name
    return phrase if phrase and phrase.first >= floor else None


_INSTEAD = frozenset("not and rather than instead of".split())


def _sender(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the name in "a letter from Ana Ruiz, who wrote": what is no person does not say a word."""
    name = name_ending(tokens, phrase.last - 1)
    if name is None or name.first < phrase.first + 2 or tokens.lower[name.first - 1] not in {"from", "by"}:
        return None
    return None if is_person_noun(tokens.lower[name.first - 2]) else name


def _antecedent_of_relative(tokens: Tokens, position: int, floor: int) -> Phrase | None:
    """Return "the groups" for "the groups who wrote to her say"."""
    for relative in range(position, max(floor, position - 25) - 1, -1):
        if tokens.tags[relative] == RELATIVE:
            return antecedent(tokens, relative, floor)
        if tokens.tags[relative] in ".;:Q":
            return None
    return None


def loose_subject(tokens: Tokens, verb: int) -> Phrase | None:
    """Return all from where the clause opens to its verb, where that is short and can be a description of somebody."""
    last = skipped_left(tokens, verb) + 1
    first = last
    while first > 0 and last - first < 13 and tokens.tags[first - 1] not in ",;:-CSQ.xVvA":
        first -= 1
    if first and tokens.lower[first - 1] in {"has", "have", "had"}:
        # "Ana Ruiz has in the past ruled it out": the subject stands before the auxiliary.
        between = range(first, verb)
        parted = all(tokens.tags[at] in "IDnZRN#" and tokens.lower[at] not in CLAUSE_OPENERS for at in between)
        return subject_before(tokens, first - 1) if parted else None
    while first < last and tokens.tags[first] in "RZ":
        first += 1
    opens = first == 0 or tokens.tags[first - 1] in ",;:-CSQ.x"
    fits = (
        last - first >= 2
        and opens
        and not tokens.lower[first].endswith("ing")
        and tokens.tags[first] in "DNn#"
        and tokens.tags[last - 1] in "NnO#Z"
    )
    return Phrase(first, last) if fits else None
