"""Whose verb it is: the phrase before a verb group that is its subject, asides stepped over."""

from __future__ import annotations

import re

from index.cues.phrases import name_ending, phrase_ending, small_name_ending
from index.cues.quantities import counts, with_about, with_quantity
from index.cues.tokens import Phrase, Tokens, skipped_left
from index.cues.word_classes import CLAUSE_OPENERS
from index.names.descriptions import is_person_noun

_BOUNDARIES = frozenset(",;:-CSQ.WZRx)")


def _stands_as_subject(made: Tokens, phrase: Phrase) -> bool:
    """Return whether nothing before the phrase makes it an object: it opens the clause or follows what can open one."""
    before = phrase.first - 1
    # "In 1992 the owner said"
    dated = before > 0 and made.tags[before] == "#" and made.tags[before - 1] == "I" and made.tags[phrase.first] in "DN"
    # "(Ana Ruiz said it would.)": a sentence between brackets.
    bracketed = before >= 0 and made.tags[before] == "(" and (before == 0 or made.tags[before - 1] in ".Q")
    return before < 0 or dated or bracketed or made.tags[before] in _BOUNDARIES


def subject_before(made: Tokens, verb: int, floor: int = 0) -> Phrase | None:
    """Return the subject of the verb group that begins at a token: the phrase before it, asides stepped over.

    "a majority of voters" is said with how many they are; of "with a few issues and officials" it is the officials.
    """
    phrase = _phrase_before(made, verb, floor)
    if phrase is None or phrase.first < 1:
        return phrase
    whole = with_quantity(made, phrase, floor) or _behind_and(made, phrase, verb)
    return with_about(made, whole, floor)


def _behind_and(made: Tokens, phrase: Phrase, verb: int) -> Phrase:
    """Return what follows "and" in a phrase that hangs on a preposition or verb: "with few issues and officials"."""
    hangs = made.tags[phrase.first - 1] in "IvVT" and made.lower[phrase.first - 1] not in CLAUSE_OPENERS
    if not hangs or any(tag not in "RZ" for tag in made.tags[phrase.last : verb]):
        return phrase
    joined = next((at for at in range(phrase.last - 1, phrase.first, -1) if made.lower[at] == "and"), None)
    if (
        not joined
        or made.tags[joined - 1] != "n"
        or any(counts(made, at, at + 1) for at in range(phrase.first, joined))
    ):
        return phrase
    return Phrase(joined + 1, phrase.last)


def _phrase_before(made: Tokens, verb: int, floor: int) -> Phrase | None:
    """Return the phrase before a verb group that is its subject, asides stepped over."""
    position = skipped_left(made, verb)
    # "who Oster on Monday called": the day is no part of the subject.
    while position > floor + 1 and made.tags[position] == "Z" and made.tags[position - 1] in "IZ":
        position = skipped_left(made, position)
        position = skipped_left(made, position) if made.tags[position] == "I" else position
    position = _before_seat(made, position)
    if position < floor:
        return None
    tag = made.tags[position]
    if tag == ")":
        while position >= floor and made.tags[position] != "(":
            position -= 1
        position -= 1
        tag = made.tags[position] if position >= floor else ""
    if tag in {",", "-"}:
        return _before_aside(made, position, floor)
    if tag == "W":
        return antecedent(made, position, floor)
    phrase = _bearer(made, phrase_ending(made, position))
    if phrase is None or phrase.first < floor:
        return _antecedent_of_relative(made, position, floor) if tag in {"O", "Z", "n"} else None
    if not _stands_as_subject(made, phrase):
        if whole := _head_before(made, phrase, floor):
            return whole
        if bearer := _from_somewhere(made, phrase, floor):
            return bearer
        found = _antecedent_of_relative(made, phrase.first, floor)
        if found:
            return found
        if made.lower[position] in _NEVER_OBJECTS and made.tags[phrase.first - 1] in "nNZ#":
            # "In fact she said", "on Monday he said"
            return phrase
        if made.lower[phrase.first - 1] == "by":
            # "a letter obtained by the Gazette says"
            return None
        verb_form = made.verbs[verb]
        if made.lower[phrase.first - 1] in CLAUSE_OPENERS and made.tags[phrase.first] == "D":
            # "after a clerk phoned her to say": a clause with a verb of its own, and no time before one.
            finite = verb_form.form in {"past", "s"} if verb_form else made.tags[verb] in "Av"
            return phrase if finite and made.lower[verb + 1 : verb + 2] != ["by"] else None
        heard = verb_form is not None and verb_form.form == "base"
        # "she said some people had told her"
        held = made.tags[phrase.first - 1] == "V" and is_person_noun(made.lower[position])
        fits = made.tags[position] in "NP" or heard or held
        return phrase if made.tags[phrase.first - 1] in "vVI" and fits else None
    describes = "n" in (made.tags[position], made.tags[phrase.first])
    name = name_ending(made, phrase.first - 2) if describes and phrase.first > 1 else None
    if name and made.tags[phrase.first - 1] == "," and name.last - name.first >= 2 and _stands_as_subject(made, name):
        # "Ana Ruiz, director of records said"
        return name
    return phrase


def _bearer(made: Tokens, phrase: Phrase | None) -> Phrase | None:
    """Return of "the suit against Ruiz" the suit: an accusation is never in the words of the accused."""
    while phrase and phrase.first > 1 and made.lower[phrase.first - 1] == "against":
        at = phrase.first - 2
        if made.tags[at] == "Q":
            return Phrase(at, at + 1)
        phrase = phrase_ending(made, at)
    return phrase


def _head_before(made: Tokens, phrase: Phrase, floor: int) -> Phrase | None:
    """Return all of "the lack of praise at the Vesk Awards": what a preposition hangs on a thing is not who acts."""
    at = phrase.first - 1
    placed = made.tags[phrase.first] == "D" and made.lower[at] in _FROM | {"on", "by"} and made.tags[at - 1] == "n"
    if at - 1 < floor or not placed or is_person_noun(made.lower[at - 1]):
        return None
    head = phrase_ending(made, at - 1)
    whole = head and head.first >= floor and made.tags[head.first] == "D" and _stands_as_subject(made, head)
    return Phrase(head.first, phrase.last) if head and whole else None


def _before_seat(made: Tokens, position: int) -> int:
    """Return the token before a party and seat that ends at one: "Rep. Ana Ruiz, R-Vesk Falls said"."""
    for at in range(position, max(1, position - 3), -1):
        if made.tags[at] != "N":
            break
        if _SEAT.match(made.words[at]) and made.tags[at - 1] == ",":
            return at - 2
    return position


_SEAT = re.compile(r"[RDI]-[A-Z]")


def _from_somewhere(made: Tokens, place: Phrase, floor: int) -> Phrase | None:
    """Return who is named before the place or body that a phrase is: "Ruiz from Vesk Capital said"."""
    at = place.first - 1
    if (
        at - 1 < floor
        or made.lower[at] not in _FROM
        or made.tags[at - 1] not in "NP"
        or made.tags[place.last - 1] != "N"
    ):
        return None
    bearer = phrase_ending(made, at - 1)
    return bearer if bearer and bearer.first >= floor and _stands_as_subject(made, bearer) else None


_NEVER_OBJECTS = frozenset("he she they we i".split())

_FROM = frozenset("from at with in".split())


def _before_aside(made: Tokens, closing: int, floor: int) -> Phrase | None:
    """Return the phrase before an aside that ends at a comma or dash: the one that opens the clause, if any does."""
    mark = made.tags[closing]
    if closing > floor and made.tags[closing - 1] == ")":
        # "Sen. Ana Ruiz (D-Vesk), said"
        end = closing - 1
        while end > floor and made.tags[end] != "(":
            end -= 1
        phrase = phrase_ending(made, end - 1)
        if phrase and phrase.first >= floor and _stands_as_subject(made, phrase):
            return phrase
    chosen: Phrase | None = None
    for position in range(closing - 2, max(floor, closing - 45) - 1, -1):
        if made.tags[position] in ".;Q(":
            break
        if mark == "," and made.tags[position] == "-" and all(tag in "N,#Z.()" for tag in made.tags[:position]):
            # "Eskby, 20 April 2026 – Eskby's mayor, Ana Ruiz, welcomed": the place of a dateline acts in nothing.
            break
        if made.tags[position] != mark:
            continue
        end = position - 1
        if end > floor and made.tags[end] == ")":
            while end > floor and made.tags[end] != "(":
                end -= 1
            end -= 1
        phrase = phrase_ending(made, end)
        if phrase and phrase.first >= floor and _stands_as_subject(made, phrase) and made.tags[end] in "NnP":
            named = made.tags[end] == "N" or chosen is None
            if named and not _opens_with_preposition(made, phrase):
                chosen = phrase
    aside = _named_aside(made, closing)
    described = chosen and (made.tags[chosen.first] == "D" or made.tags[chosen.last - 1] == "n")
    return aside if aside and described else chosen


def _named_aside(made: Tokens, closing: int) -> Phrase | None:
    """Return the name that an aside is: "the director, Ana Ruiz, said"."""
    name = name_ending(made, closing - 1) or small_name_ending(made, closing - 1)
    if name is None or name.last - name.first < 2:
        return None
    # "the other candidate, former Secretary of State Ana Ruiz, said"
    first = name.first
    while first > 0 and (made.tags[first - 1] in "nN" or made.lower[first - 1] == "of"):
        first -= 1
    return name if first > 0 and made.tags[first - 1] == made.tags[closing] else None


def _opens_with_preposition(made: Tokens, phrase: Phrase) -> bool:
    return phrase.first > 0 and made.tags[phrase.first - 1] in "IT"


def antecedent(made: Tokens, relative: int, floor: int) -> Phrase | None:
    end = relative - 1
    while end >= floor and made.tags[end] in ",)-":
        end -= 1
    phrase = _bearer(made, phrase_ending(made, end))
    edge = phrase.first - 1 if phrase else 0
    while edge > 1 and made.lower[edge] in _INSTEAD:
        edge -= 1
    if phrase and edge < phrase.first - 1 and edge > 1 and made.tags[edge] == ",":
        # "It was Marsh, not Prior, who said": the one that is not denied.
        phrase = phrase_ending(made, edge - 1)
    if phrase and made.lower[relative] == "who" and (name := _sender(made, phrase)):
        return name
    return phrase if phrase and phrase.first >= floor else None


_INSTEAD = frozenset("not and rather than instead of".split())


def _sender(made: Tokens, phrase: Phrase) -> Phrase | None:
    """Return the name in "a letter from Ana Ruiz, who wrote": what is no person does not say a word."""
    name = name_ending(made, phrase.last - 1)
    if name is None or name.first < phrase.first + 2 or made.lower[name.first - 1] not in {"from", "by"}:
        return None
    return None if is_person_noun(made.lower[name.first - 2]) else name


def _antecedent_of_relative(made: Tokens, position: int, floor: int) -> Phrase | None:
    """Return "the groups" for "the groups who wrote to her say"."""
    for relative in range(position, max(floor, position - 25) - 1, -1):
        if made.tags[relative] == "W":
            return antecedent(made, relative, floor)
        if made.tags[relative] in ".;:Q":
            return None
    return None


def loose_subject(made: Tokens, verb: int) -> Phrase | None:
    """Return all from where the clause opens to its verb, where that is short and can be a description of somebody."""
    last = skipped_left(made, verb) + 1
    first = last
    while first > 0 and last - first < 13 and made.tags[first - 1] not in ",;:-CSQ.xVvA":
        first -= 1
    if first and made.lower[first - 1] in {"has", "have", "had"}:
        # "Ana Ruiz has in the past ruled it out": the subject stands before the auxiliary.
        between = range(first, verb)
        parted = all(made.tags[at] in "IDnZRN#" and made.lower[at] not in CLAUSE_OPENERS for at in between)
        return subject_before(made, first - 1) if parted else None
    while first < last and made.tags[first] in "RZ":
        first += 1
    opens = first == 0 or made.tags[first - 1] in ",;:-CSQ.x"
    fits = (
        last - first >= 2
        and opens
        and not made.lower[first].endswith("ing")
        and made.tags[first] in "DNn#"
        and made.tags[last - 1] in "NnO#Z"
    )
    return Phrase(first, last) if fits else None
