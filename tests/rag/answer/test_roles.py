# ruff: noqa: E501  The cases are read more easily a line each.
"""People asked for by what they are: offices with places, titles with surnames, two people of one name."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

DOCUMENTS = {
    "eskby.txt": (
        "date 2031-03-02 The quay of Eskby\n\nAda Quarry, the mayor of Eskby, opened the quay on Sunday. "
        "“The quay cost forty million crowns,” Quarry said.\n"
    ),
    "vesk.txt": (
        "date 2031-03-09 The quay of Vesk\n\nThe mayor of Vesk, Bram Oster, was asked about the quay. "
        "“Our quay will never be sold,” Oster said.\n"
    ),
    "farm.txt": (
        "date 2031-04-01 Potatoes\n\nTom Quarry, a farmer, looked over his field. “The quay takes our best land,” Quarry said.\n"
    ),
    "warsaw.txt": (
        "date 2031-04-11 A railway\n\nPolish Prime Minister Jan Wolny spoke on Monday. “The railway opens in May,” Wolny said.\n"
    ),
    "prague.txt": (
        "date 2031-04-12 Another railway\n\nPetr Novak, the Prime Minister of Czechia, disagreed. "
        "“That railway is a dream,” Novak said.\n"
    ),
    "minsk.txt": (
        "date 2031-05-01 Potash\n\nBelarusian President Odran Tellenko met miners. “Potash is our bread,” Tellenko said.\n"
    ),
    "kyiv.txt": (
        "date 2031-05-02 Grain\n\nUkrainian President Taras Holenskyy spoke to farmers. “Grain goes by sea,” Holenskyy said.\n"
    ),
    "wife.txt": (
        "date 2031-05-03 Schools\n\nOlha Holenska, a teacher, visited a school. “Grain is no lesson for a child,” Holenska said.\n"
    ),
    "master.txt": (
        "date 2031-06-01 Silt\n\nAna Ruiz, the harbour master, measured the basin. “Silt fills the basin every winter,” Ruiz said.\n"
    ),
    "stage.txt": (
        "date 2031-06-02 A premiere\n\nAna Ruiz, an actress, came home. “The basin of my childhood was blue,” Ruiz said.\n"
    ),
    "governor.txt": (
        "date 2031-07-01 Fish\n\nSkarv Governor Leif Brandal spoke. “Herring comes back,” Brandal said.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def people(over_each_store: Over) -> Pipeline:
    return over_each_store(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("What did the mayor of Eskby say about the quay?", {"eskby.txt"}),
        ("What did the mayor of Vesk say about the quay?", {"vesk.txt"}),
        ("What did the mayor of vesk say about the quay?", {"vesk.txt"}),
        ("What did the mayor of Osk say about the quay?", set()),
        ("What did Mayor Quarry say about the quay?", {"eskby.txt"}),
        ("What did Tom Quarry say about the quay?", {"farm.txt"}),
        ("What did the Prime Minister of Poland say about the railway?", {"warsaw.txt"}),
        ("What did the Czech prime minister say about the railway?", {"prague.txt"}),
        ("What did the Prime Minister of Czechia say about the railway?", {"prague.txt"}),
        ("What did the Belarusian leader say about potash?", {"minsk.txt"}),
        ("What did President Holenskyy say about grain?", {"kyiv.txt"}),
        ("What did the governor of Skarv say about herring?", {"governor.txt"}),
        ("What did the mayor of Vesk say about herring?", set()),
    ],
)
def test_who_is_asked_for_by_an_office(people: Pipeline, question: str, cited: set[str]) -> None:
    answer = people.ask(Turn(question))
    assert {each.doc for each in answer.citations} == cited
    assert answer.notice is None


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What did Quarry say about the quay?", ("Ada Quarry (the mayor of Eskby)", "Tom Quarry (a farmer)")),
        ("What did Ana Ruiz say about the basin?", ("the harbour master", "an actress", "may be two people")),
        ("Did Quarry say “the quay takes our best land”?", ("Ada Quarry", "Tom Quarry")),
    ],
)
def test_two_people_of_one_name_are_shown(people: Pipeline, question: str, parts: tuple[str, ...]) -> None:
    notice = people.ask(Turn(question)).notice or ""
    assert all(each in notice for each in parts), notice
