"""Whether a text tells people of one surname apart: kin of who is called by it alone, a father and his "Jr."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.titles import SUFFIX, is_title_word
from index.people.person import Person
from index.text.expressions import expression

_KIN = "(?:wife|husband|son|daughter|brother|sister|mother|father|niece|nephew|cousin|widow|stepson|uncle|aunt)"
_KIN_OF = expression(
    rf"(?:[’']s|\b(?:[Hh]is|[Hh]er|[Tt]heir)) (?:[\w-]+ )?(?:ex-)?{_KIN}(?:-in-law)?\b"
    rf"|\b(?:ex-)?{_KIN}(?:-in-law)? of (?:the |(?:his|her|their) |[A-Z])"
    rf"|\bmarried to (?:his|her|the )"
)
"""What tells that somebody is of somebody's family."""
_NEAR_KIN = 70
_SHORTEST_OFFICE = 4
"""Longer than this is no "Mr", "Dr" or "Miss"."""
_FATHER_AND_SON = expression(
    r"\b(?:his|whose|the|my) (?:[\w-]+ )?father\b|\bfather, |[’']s (?:[\w-]+ )?son\b|\b[Hh]is (?:[\w-]+ )?son\b"
    r"|\bson of\b|\bthe elder\b|\bnamesake\b|\bfather and son\b"
)
"""What tells that of two people of one name the one is the other's son."""
_GIVEN_BEFORE = expression(r"(?:[A-Z]\.|[A-Z][\w’'-]*) $")


def _is_named_after_kin(text: str, name: str) -> bool:
    """Return whether a name is that of kin of somebody whom the text calls by the surname alone before it.

    "Quell won. Vanessa Quell, the wife of his son, …": who is called Quell further down is not she.
    """
    named, alone = text.find(name), text.find(name.split()[-1])
    if not 0 <= alone < named:
        return False
    return bool(_KIN_OF.search(text[max(0, named - _NEAR_KIN) : named + len(name) + _NEAR_KIN]))


def _is_kin_of_an_office(text: str, name: str, words: set[str]) -> bool:
    """Return whether a name is that of kin of an office's holder of the same surname: "President Quell" is not he.

    `words` are those of the titles before the name itself: "Eric Quell, the president's second son" has none. A "Jr."
    is kin of somebody by his name.
    """
    named, last = text.find(name), re.escape(SUFFIX.sub("", name).split()[-1])
    around = text[max(0, named - _NEAR_KIN) : max(0, named) + len(name) + _NEAR_KIN]
    if named < 0 or not (SUFFIX.search(name) or _KIN_OF.search(around)):
        return False
    titles = {match[1].lower() for match in re.finditer(rf"(?<![\w’'-])([A-Z][a-z]{{2,}}) {last}\b(?! [A-Z])", text)}
    return _has_another_office(text, name, titles - words)


def _has_another_office(text: str, name: str, titles: set[str]) -> bool:
    """Return whether one of the titles is an office that the text does not tell of the bearer of a name."""
    offices = (each for each in titles if is_title_word(each) and len(each) > _SHORTEST_OFFICE)
    return any(not _is_told_of(text, name, each) for each in offices)


def _is_told_of(text: str, name: str, office: str) -> bool:
    """Return whether a text tells beside a name that its bearer holds an office: "Karl Holt, the mayor of Eskby"."""
    told = rf"{re.escape(name)}(?:,| (?:is|was|became|has been))(?: [\w’'-]+){{0,4}}? {office}\b(?![’'])"
    behind = re.search(told, text, re.IGNORECASE)
    return behind is not None and "of the" not in behind[0] and not re.search(_KIN, behind[0])


def _are_generations(text: str, names: set[str]) -> bool:
    """Return whether names that "Jr." or "Sr." alone distinguishes are those of a father and a son.

    A text that calls one man with and without it says nothing of a father; "Sr." beside "Jr." does.
    """
    if len({match[0].strip(", .") for each in names if (match := SUFFIX.search(each))}) > 1:
        return True
    for each in names:
        for match in re.finditer(rf"\b{re.escape(each)}", text):
            if _FATHER_AND_SON.search(text, max(0, match.start() - _NEAR_KIN), match.end() + _NEAR_KIN):
                return True
    return False


def is_called_junior(text: str, name: str) -> bool:
    """Return whether a text calls somebody "Quell Jr." with no given name: who is called Quell alone is another."""
    suffix, last = SUFFIX.search(name), SUFFIX.sub("", name).split()[-1]
    if suffix is None:
        return False
    short = re.compile(rf"(?<![\w’'-]){re.escape(last)},? {suffix[0].strip(', .')}\b")
    return any(not _GIVEN_BEFORE.search(text, max(0, each.start() - 30), each.start()) for each in short.finditer(text))


def is_kin(text: str, person: Person) -> bool:
    """Return whether somebody is kin of another whom the text calls by their surname alone, or with an office."""
    return _is_named_after_kin(text, person.name) or _is_kin_of_an_office(text, person.name, person.words)


def generations(text: str, group: Sequence[Person]) -> list[list[Person]]:
    """Return the forms of one name, those of a father apart from those of a son where the text tells of two."""
    by_suffix: dict[str, list[Person]] = {}
    for person in group:
        by_suffix.setdefault("".join(SUFFIX.findall(person.name)), []).append(person)
    if len(by_suffix) < 2:
        return [list(group)]
    offices: set[str] = set().union(*(each.words for each in by_suffix.get("", [])))
    juniors = [each for suffix, those in by_suffix.items() if suffix for each in those]
    # "Donald Quell Jr." beside "President Donald Quell", who is nowhere told to be president
    apart = all(_has_another_office(text, each.name, offices - each.words) for each in juniors)
    told = apart or _are_generations(text, {each.name for each in group})
    return list(by_suffix.values()) if told else [list(group)]


def junior(people: Sequence[Person], name: str) -> str | None:
    """Return who is called by a surname or given name and "Jr.": "Quell Jr.", "Don Jr." for Donald Quell Jr."""
    word, suffix = SUFFIX.sub("", name).lower(), SUFFIX.search(name)
    if suffix is None or " " in word:
        return None
    found = [each for each in people if (own := SUFFIX.search(each.name)) and own[0] == suffix[0]]
    found = [each for each in found if word in each.aliases or len(word) > 2 and each.name.lower().startswith(word)]
    return found[0].name if len(found) == 1 else None
