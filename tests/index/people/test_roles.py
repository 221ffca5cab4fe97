"""Phrases for people: the office that one names, a name without its title."""

from __future__ import annotations

import pytest

from index.names.titles import role_key, split_title


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Belarusian leader", "head-of-state Belarus"),
        ("President of Poland", "head-of-state Poland"),
        ("the prime minister", "head-of-government"),
        ("a fisherman", None),
    ],
)
def test_role_key(phrase: str, expected: str | None) -> None:
    assert role_key(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "name", "title_words"),
    [
        ("Belarusian President Aleksandr Lukashenko", "Aleksandr Lukashenko", "Belarusian President"),
        ("Mr Tell", "Tell", "Mr"),
        ("Odran Tell", "Odran Tell", ""),
    ],
)
def test_split_title(phrase: str, name: str, title_words: str) -> None:
    assert split_title(phrase) == (name, title_words)
