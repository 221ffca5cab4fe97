"""Names of which people are called by a part: a king's by the first, a double surname with a hyphen or without."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.people.parts_of_names import called_by_first_name, without_hyphen
from tests.rag.conftest import Over

SPEAKERS = (
    "King Osman II ibn Al Rafiq",
    "Crown Prince Rafiq bin Osman II",
    "Mr. Selim bin Hakar",
    "Selim Tarn",
    "Ana Varo Lind",
    "Ana Varo-Lind",
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Osman", ["King Osman II ibn Al Rafiq"]),
        ("Rafiq", ["Crown Prince Rafiq bin Osman II"]),
        ("Selim", ["Mr. Selim bin Hakar"]),
        ("Ana", []),
        ("", []),
    ],
)
def test_a_first_name_before_a_parents(name: str, found: list[str]) -> None:
    assert called_by_first_name(name, SPEAKERS) == found


def test_a_double_surname_with_and_without_a_hyphen() -> None:
    assert without_hyphen("Varo-Lind", SPEAKERS) == ["Ana Varo Lind", "Ana Varo-Lind"]
    assert without_hyphen("Lind", SPEAKERS) == []


COURT = {
    "king.json": '{"text": "The dam must be built before winter comes.", "speaker": "King Osman II ibn Al Rafiq"}',
    "prince.json": '{"text": "The dam must wait for schools.", "speaker": "Crown Prince Rafiq bin Osman II"}',
}


@pytest.fixture(scope="module")
def court(over: Over) -> Pipeline:
    return over(COURT)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did King Osman say about the dam?", "built before winter"),
        ("What did Rafiq say about the dam?", "must wait"),
    ],
)
def test_a_king_is_not_mistaken_for_his_son(court: Pipeline, question: str, words: str) -> None:
    answer = court.ask(Turn(question))
    assert [each.text for each in answer.citations if words in each.text]
    assert len({each.speaker for each in answer.citations}) == 1
