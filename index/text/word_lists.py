"""The lists of words in `index/text/lexicon/`: nouns of people, given names with their gender.

Where they come from stands in each file. A list is read when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon"


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns, in small letters and the singular, that first of all mean a person."""
    return frozenset(word for line in _lines("person_nouns.txt") for word in line.split())


@cache
def given_names() -> Mapping[str, str]:
    """Return the given names, in small letters, that one gender bears almost alone, each with "female" or "male"."""
    names: dict[str, str] = {}
    gender = ""
    for line in _lines("given_names.txt"):
        if line.endswith(":"):
            gender = line[:-1]
        else:
            names |= dict.fromkeys(line.split(), gender)
    return names


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
