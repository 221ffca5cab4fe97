"""A part of a name by which people of one kind of names are called -> the speakers whose names have it there.

King Abdullah is "King Abdullah II ibn Al Hussein", not somebody's son "bin Abdullah"; Díaz-Canel is "Díaz Canel" too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from index.names.names import same_person
from index.names.titles import name_words, split_title
from index.text.expressions import expression
from index.text.stems import plain

_GOES_ON = expression(r"(?:bin|ibn|bint|binti|al|[ivx]+)", re.IGNORECASE)
"""What stands behind a name that is called by it: whose child, or the how manieth."""


def called_by_first_name(name: str, speakers: Iterable[str]) -> list[str]:
    """Return the speakers whose names begin so and go on with a parent's name or a number: "Mahathir bin Mohamad"."""
    asked = plain(name).split()
    return [each for each in speakers if asked and _has(asked[0][0], each) and _begins(asked, _plain_words(each))]


def _has(letter: str, name: str) -> bool:
    """Return whether a word of a name may begin with a letter: titles are taken off few of a thousand names then."""
    return not name.isascii() or f" {letter}" in f" {name.lower().replace(chr(39), '').replace('.', '')}"


@lru_cache(maxsize=50_000)
def _plain_words(name: str) -> list[str]:
    return plain(split_title(name)[0] or name).split()


def _begins(asked: list[str], own: list[str]) -> bool:
    return own[: len(asked)] == asked and len(own) > len(asked) and bool(_GOES_ON.fullmatch(own[len(asked)]))


def without_hyphen(name: str, speakers: Iterable[str]) -> list[str]:
    """Return the speakers whose names end with the words that a hyphen joins: "Miguel Díaz Canel" for "Díaz-Canel"."""
    if "-" not in name:
        return []
    asked = f" {_apart(name)}"
    return [each for each in speakers if f" {_apart(each)}".endswith(asked)]


def _apart(name: str) -> str:
    return " ".join(plain(name).replace("-", " ").split())


def parts_of(name: str) -> tuple[list[str], list[str]]:
    """Return the words of a name without its title and initials, and the initials."""
    words = name_words(split_title(name)[0] or name)
    initials = [each for each in words if re.fullmatch(r"(?:\w\.)+|\w", each)]
    return [each for each in words if each not in initials] or words, initials


def fitting(found: list[str], name: str) -> list[str]:
    """Return the names that do not contradict a given name: "Ana Tell" is not "Odran Tell"."""
    words = set(name.lower().split())
    if len(words) < 2:
        return found
    if name.lower() in {each.lower() for each in found}:
        found = [each for each in found if _is_form_of(each, name)]
    forms = [(each, set(each.lower().split())) for each in found]
    return [each for each, own in forms if words <= own or own <= words or same_person(each, name)]


def _is_form_of(other: str, name: str) -> bool:
    """Return whether a name can be another form of one that somebody bears.

    John Quincy Adams is another than John Adams, and George H.W. Bush than George W. Bush, where each is called so;
    Mr. Odran J. Tell is Odran Tell, and so may be Tell.
    """
    (words, initials), (own, also) = parts_of(name), parts_of(other)
    return len(own) == 1 or (len(own) == len(words) and (initials == also or not (initials and also)))
