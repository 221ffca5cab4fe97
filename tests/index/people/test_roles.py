"""Phrases for people: the office that one names, a name without its title."""

from __future__ import annotations

import pytest

from index.names.titles import role_key, split_title
from index.people.people import People
from index.text.sentences import joined_lines


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


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Der Rat hat getagt, und die Kapitänin Frauke Petersen ist dagegen.", "Kapitänin Frauke Petersen",
         "Frauke Petersen"),
        ("Anwesend: Bürgermeisterin Almut Kesting, Gemeinderat Veit Sommer. Es ist still.", "Sommer", "Veit Sommer"),
        ("Present: Chair Olu Brandreth, Treasurer Nan Fosdyke\nApologies: Trustee Pavel Hruby", "Fosdyke",
         "Nan Fosdyke"),
        ("Present: Secretary Maud Ellery. Notes taken by M. Ellery.", "Ellery", "Maud Ellery"),
    ],
)  # fmt: skip
def test_a_role_or_the_line_below_is_no_part_of_a_name(text: str, phrase: str, name: str) -> None:
    assert People(joined_lines(text)).person(phrase) == name
