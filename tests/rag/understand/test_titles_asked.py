# ruff: noqa: E501  The cases are read more easily a line each.
"""People asked for by names with titles, by titles that are surnames, and by offices that only one of several holds."""

from __future__ import annotations

import pytest

from index.attribution.offices import described
from index.names.names import same_person
from index.names.titles import split_title
from index.people.people import People
from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

TEXTS = {
    "market.txt": "Sen. Angus King spoke on Monday. “The market will recover by spring,” King said.\n",
    "land.txt": "President Odo Vance met miners on Tuesday. “The market is ours to win,” Vance said.\n",
    "crown.txt": "King Alaric of Vesk opened the hall. “The market has stood for ages,” King Alaric said.\n",
    "court.txt": "Prosecutor Lucasta Grieve addressed the jury. “He moved the coins himself,” Grieve said. His barrister, Noel Abara QC, told the court: “My client never touched a coin.”\n",
    "deal.txt": "Councillor Ida Roth met the press. “The deal is dead,” Councillor Ida Roth said.\n",
    "theo.txt": "Cllr Theo Pope left early. “The deal was never alive,” said Pope.\n",
    "mary.txt": "“The choir deserves a new organ,” said Dr Mary Judge, who sings in it.\n",
    "health.txt": "Health minister Livia Crane came to the ward. “Insulin will be cheap,” Crane said.\n",
    "finance.txt": "Ruben Falk, the finance minister, came to the mint. “Coins will be lighter,” Falk said.\n",
    "harbour.txt": "The then harbour minister, Claus Rye, looked at the light. “The light needs no keeper,” Rye said.\n",
    "plain.txt": "Minister Agda Rolf came to the mill. “The mill will be listed,” Rolf said.\n",
    "deputy.txt": "Deputy Mayor Sten Holt was in Skarn. “The square will be paved,” Holt said.\n",
    "mayor.txt": "Mayor Vera Lind was in Skarn too. “The square will be green,” Lind said.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("asked", "cited"),
    [
        ("Angus King", {"market.txt"}),
        ("Senator Angus King", {"market.txt"}),
        ("King Alaric", {"crown.txt"}),
        ("Mary Judge", {"mary.txt"}),
        ("Theo Pope", {"theo.txt"}),
        ("Lucasta Grieve", {"court.txt"}),
        ("Prosecutor Grieve", {"court.txt"}),
        ("Noel Abara", {"court.txt"}),
        ("Abara", {"court.txt"}),
        ("Ida Roth", {"deal.txt"}),
        ("Cllr Ida Roth", {"deal.txt"}),
        ("the finance minister", {"finance.txt"}),
        ("the Finance Minister", {"finance.txt"}),
        ("the minister of finance", {"finance.txt"}),
        ("the health minister", {"health.txt"}),
        ("the harbour minister", {"harbour.txt"}),
        ("the deputy mayor", {"deputy.txt"}),
        ("the mayor", {"mayor.txt"}),
        ("the education minister", set()),
        ("Angus Bishop", set()),
    ],
)
def test_who_is_meant(town: Pipeline, asked: str, cited: set[str]) -> None:
    answer = town.ask(Turn(f"What did {asked} say?"))
    assert {each.doc for each in answer.citations} == cited
    assert answer.notice is None


def test_a_surname_that_is_a_title_is_nobodys_office(town: Pipeline) -> None:
    found = find_speakers("King", town.store.catalog)
    assert "Odo Vance" not in found
    assert any(each.endswith("Angus King") for each in found)


def test_several_holders_of_an_office_are_shown_with_it(town: Pipeline) -> None:
    notice = town.ask(Turn("What did the minister say?")).notice or ""
    assert "“the minister” may be any of" in notice
    assert "is the name of" not in notice
    assert "Livia Crane (Health minister)" in notice


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Prosecutor Lucasta Grieve", "Lucasta Grieve", True),
        ("Noel Abara QC", "Noel Abara", True),
        ("Noel Abara, K.C.", "Mr Abara", True),
        ("Sen. Angus King", "Angus King", True),
        ("Cllr Ida Roth", "Councillor Ida Roth", True),
        ("Prosecutor Lucasta Grieve", "Prosecutor Anna Grieve", False),
        ("Dean Marr", "Olof Marr", False),
        ("Ida Ma", "Ida Roth", False),
    ],
)
def test_titles_make_no_other_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("phrase", "name", "title"),
    [
        ("Angus King", "Angus King", ""),
        ("Sen. Angus King", "Angus King", "Sen."),
        ("Cllr Theo Pope", "Theo Pope", "Cllr"),
        ("Dr Mary Judge", "Mary Judge", "Dr"),
        ("King Alaric", "Alaric", "King"),
        ("Prime Minister", "", "Prime Minister"),
        ("Florence Mayor", "", "Florence Mayor"),
        ("Bishop George Bishop", "George Bishop", "Bishop"),
    ],
)
def test_a_title_behind_a_given_name_is_a_surname(phrase: str, name: str, title: str) -> None:
    assert split_title(phrase) == (name, title)


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("Tomas Brandvik, a day after her brother-in-law, spoke to the Post.", "Tomas Brandvik", set()),
        ("It would not have happened if the captain was a woman, Boris Tarn has said.", "Boris Tarn", set()),
        ("On Friday Hans Pohl accused Minister Eva Rand of delay.", "Eva Rand", {"is Minister"}),
        ("Address by President Aurel Manning", "Aurel Manning", {"is President"}),
        ("Former Eskby mayor Boris Tarn came.", "Boris Tarn", {"is Former Eskby mayor"}),
        ("The harbour master, Ana Ruiz, came.", "Ana Ruiz", {"is The harbour master"}),
        ("Ana Ruiz, a week before the vote, left for Vesk.", "Ana Ruiz", set()),
        ("Ana Ruiz, an actress, came home.", "Ana Ruiz", {"is an actress"}),
        ("Nobody knew whether it was a nurse, Ana Ruiz told the court.", "Ana Ruiz", set()),
    ],
)
def test_a_description_is_a_post(text: str, name: str, posts: set[str]) -> None:
    found = {words for person, words in described(text, People(text)) if person == name and words.startswith("is ")}
    assert found == posts
