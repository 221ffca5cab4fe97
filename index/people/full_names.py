"""Capitalised words -> whether they are somebody's full name: what "and" joins, where they are from, bodies apart."""

from __future__ import annotations

from collections.abc import Iterable

from index.names.descriptions import is_person_noun
from index.names.titles import (
    BODIES,
    INSTITUTION,
    OF_A_PLACE,
    PARTICLES,
    STATES,
    SUFFIX,
    THINGS,
    given_and_surname,
    is_common,
    is_title_word,
    split_title,
)
from index.people.person import surnamed_commonly
from index.text.countries import country
from index.text.expressions import expression

_JOINED = expression(r"(?<!\s)\s+and\s+")
_BETWEEN = " & "


def joined_parts(phrase: str) -> list[str]:
    """Return what "and" joins in a phrase of capitalised words."""
    named = phrase.split(_BETWEEN)
    # Names of two words with "&" between them are two people; "Louis Hale & Associates" is a firm.
    two = len(named) == 2 and all(len(each.split()) >= 2 for each in named)
    return named if two else _JOINED.split(phrase)


def surnames(phrases: Iterable[str]) -> frozenset[str]:
    """Return in small letters what may be a surname in phrases of capitalised words: one by itself, one behind another.

    "Khan", and "Zaya Khan".
    """
    parts = (part.split() for phrase in phrases for part in joined_parts(phrase))
    return frozenset(words[-1].lower() for words in parts if 1 <= len(words) <= 2)


def before_place(phrase: str, surnames: frozenset[str], in_small_letters: frozenset[str]) -> str | None:
    """Return the full name that a phrase begins with before where its bearer is from or writes, or None.

    "Ana Ruiz of the Vesk School", "Ana Ruiz for the Vesk Gazette"; of a body ("Grace Church of Vesk") there is none. Of
    a given name that no list has the text has the surname elsewhere too, and neither word in small letters.
    """
    front = OF_A_PLACE.split(phrase, maxsplit=1)[0]
    if front == phrase or INSTITUTION.search(front) or BODIES.search(front):
        return None
    if given_and_surname(front):
        return front
    words = front.lower().split()
    if len(words) != 2 or words[1] not in surnames or not in_small_letters.isdisjoint(words):
        return None
    named = can_be_full_name(front, "") and split_title(front) == (front, "") and not is_person_noun(words[0])
    return front if named else None


def is_part(name: str, longest: str) -> bool:
    """Return whether all words of a name are those of a longer one or their initials: "M. Holm" of "Maud Holm"."""
    if SUFFIX.search(longest) and not SUFFIX.search(name):
        return False
    words = set(longest.split())
    initials = {word[0] for word in words}
    return all(word in words or len(word) == 2 and word[1] == "." and word[0] in initials for word in name.split())


def can_be_full_name(name: str, title: str) -> bool:
    words = SUFFIX.sub("", name).split()
    # "SpaceX Crew-8" is a mission of the firm, not its full name.
    numbered = any(character.isdigit() for character in "".join(words[1:]))
    telling = [each for each in words if each.lower() not in PARTICLES]
    if len(words) < 2 or len(telling) > 4 or numbered or THINGS.search(name):
        return False
    return "&" not in words and (bool(title) or not is_common(name) or surnamed_commonly(words))


def is_a_body(name: str, title: str) -> bool:
    """Return whether a name is that of a state, a firm or an office: of "The Los Angeles Times", no Angeles."""
    if name.replace(" ", "_") in STATES or country(name):
        return True
    if not BODIES.search(name):
        return False
    if not given_and_surname(name) or len(name.split()) != 2:
        return True
    return title.lower().startswith("the ") and not is_title_word(title.split()[1])
