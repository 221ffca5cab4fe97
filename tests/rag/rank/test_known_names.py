"""A person of a topic by the full name, where the text has the surname alone beside the full name elsewhere."""

from __future__ import annotations

import pytest

from rag.rank.known_names import told_given_names
from rag.records import Turn
from tests.rag.conftest import Over

NEWS = {
    "fire.txt": "Fire at the paint works\n\nThe lawyer of the foreman, Cyril Abbott, spoke in court.\n\n"
    "“Danso ran back twice to fetch people,” Abbott said.\n\nKofi Danso, 44, has worked there for nineteen years.\n",
    "mayor.txt": "Mayor at odds with the mill\n\n"
    "Mayor Ines Holt said: “Quillon has promised us new filters for six years.”\n\n"
    "Odran P. Quillon has owned the mill since 2019.\n",
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Cyril Abbott say about Kofi Danso?", "ran back twice"),
        ("What did Ines Holt say about Odran Quillon?", "new filters"),
        ("What did Holt say about Odran Quillon's filters?", "new filters"),
    ],
)
def test_the_surname_is_enough_where_the_text_knows_the_person(over: Over, question: str, words: str) -> None:
    answer = over(NEWS).ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in " ".join(each.text for each in answer.citations)


def test_a_namesake_is_another(over: Over) -> None:
    assert over(NEWS).ask(Turn("What did Cyril Abbott say about Mary Danso?")).status == "not_found"


def test_a_given_name_is_told_beside_the_surname() -> None:
    assert told_given_names("Kofi Danso", "Kofi Danso ran. Danso fell.") == {"kofi"}
    assert not told_given_names("Kofi Danso", "Mary Danso ran.")
    assert not told_given_names("Kofi Danso", "Kofi Danso ran.", shown="He fell.")
