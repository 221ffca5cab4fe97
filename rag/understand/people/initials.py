"""Initials that stand for somebody ("LBJ") -> the speakers whose names they are, where one person alone bears them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.names.names import is_name, same_person
from index.names.titles import name_words
from index.text.expressions import expression

_INITIALS = expression(r"(?:[A-Z]\.? ?){3,4}|[bcdfghjklmnpqrstvwxz]{3}")
"""Three and more, for two are borne by too many; in small letters only what is no word ("jfk")."""
_FIRST_LETTER = expression(r"(?<![^\W\d_])[^\W\d_]")


def of_initials(phrase: str, speakers: Iterable[str]) -> list[str]:
    """Return the forms of the one person whose name has these initials, the middle ones written out or not."""
    if not _INITIALS.fullmatch(phrase):
        return []
    letters = re.sub(r"[. ]", "", phrase).lower()
    # Reading a name in full takes 40 microseconds, its first letters one, and a store of news has 6,000 speakers.
    alike = [each for each in speakers if set(letters) <= set(_FIRST_LETTER.findall(each.lower()))]
    found = [each for each in alike if is_name(each) and _initials(each) == letters]
    if not found or not all(same_person(each, found[0]) for each in found):
        return []
    others = [each for each in speakers if each not in found and is_name(each)]
    return [*found, *(each for each in others if _is_short_form(each, found[0]))]


def _initials(name: str) -> str:
    words = [word for each in name_words(name) for word in re.findall(r"[^\W\d_]+", each)]
    return "".join(word[0] for word in words).lower()


def _is_short_form(other: str, name: str) -> bool:
    """Return whether a name is the same one without what stands in its middle: Lyndon Johnson of Lyndon B. Johnson."""
    words = name_words(other)
    return len(words) == 2 and same_person(other, name) and words[0].lower() == name_words(name)[0].lower()
