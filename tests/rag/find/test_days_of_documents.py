from __future__ import annotations

from pathlib import Path

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.conftest import NewStore, pipeline_over
from tests.rag.conftest import Over
from ui import render

DOCUMENTS = {
    "2029-04-05-tell.txt": "“The ferry tolls will rise at once,” Mayor Odran Tell said.\n",
    "2030-02-11-tell.txt": "“The ferry tolls will fall again soon,” Mayor Odran Tell said.\n",
    "2030-06-07-tell.txt": "“The ferry tolls will stay as they are,” Mayor Odran Tell said.\n",
    "2031-04-09-quill.txt": "“The market will open in the spring,” Minister Mira Quill said.\n",
    "undated.txt": "The market is old. “The market stays where it is,” Palo Brandt said.\n",
}


@pytest.fixture(scope="module")
def dated(over_each_store: Over) -> Pipeline:
    return over_each_store(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What did Odran Tell say in April?", "2029-04-01", "2029-04-30"),
        ("What did Odran Tell say in February?", "2030-02-01", "2030-02-28"),
        ("What did Odran Tell say yesterday?", "2030-06-06", "2030-06-06"),
        ("What did Odran Tell say today?", "2030-06-07", "2030-06-07"),
        ("What did Mira Quill say in April?", "2031-04-01", "2031-04-30"),
        ("List all statements about the tolls in April", "2029-04-01", "2029-04-30"),
        ("List all statements about the market in April", "2031-04-01", "2031-04-30"),
        ("What did Odran Tell say in 2030?", "2030-01-01", "2030-12-31"),
    ],
)
def test_a_month_is_read_against_the_documents_asked_about(
    dated: Pipeline, question: str, since: str, until: str
) -> None:
    query = dated.understand(Turn(question))
    assert (query.since, query.until) == (since, until)


def test_two_months_leave_out_what_lies_between(dated: Pipeline) -> None:
    answer = dated.ask(Turn("List all statements by Odran Tell in February and in June"))
    assert {each.said_on for each in answer.citations} == {"2030-02-11", "2030-06-07"}
    wide = dated.ask(Turn("List all statements by Odran Tell in April and in June"))
    assert {each.said_on for each in wide.citations} == {"2029-04-05", "2030-06-07"}


def test_what_was_assumed_is_shown(dated: Pipeline) -> None:
    answer = dated.ask(Turn("What did Odran Tell say in April?"))
    assert answer.status == "answered"
    assert answer.notice == (
        "The question names no year for “in April”; April 2029 was taken, the newest with documents."
    )
    assert answer.scope.filters["assumed"] == answer.notice
    assert (("since", "until"), "Days: 1 April 2029 to 30 April 2029 (assumed)") in render.chips(answer.scope)


def test_a_chip_that_is_taken_back_takes_the_assumption_with_it(dated: Pipeline) -> None:
    answer = dated.ask(Turn("What did Odran Tell say in April?", without=("since", "until")))
    assert (answer.notice, "assumed" in answer.scope.filters) == (None, False)


def test_documents_without_a_day_are_named(dated: Pipeline) -> None:
    answer = dated.ask(Turn("What did Bram Oster say about tolls?"))
    assert "Searched 5 documents, 4 from 5 April 2029 to 9 April 2031 and 1 without a date" in answer.answer


def test_a_day_asked_about_finds_what_was_plainly_said_on_it(new_store: NewStore, tmp_path: Path) -> None:
    text = (
        "Rivals clash over mill\n\nHarl Post, Friday 10 July 2026\n\n"
        "The two rivals for Harl met on stage for the first time on Wednesday.\n\n"
        "“The mill is made of tin,” Odo Brand said.\n\n"
        "Mayor Mara Quill had said in May that she would close the mill. On Wednesday she took that back. "
        "“I no longer want to close the mill,” she said.\n"
    )
    with pipeline_over({"mill.txt": text}, tmp_path, new_store) as pipeline:
        said = pipeline.ask(Turn("What did Mara Quill say on 8 July 2026?"))
        assert [each.said_on for each in said.citations] == ["2026-07-08"]
        assert "I no longer want to close the mill" in said.citations[0].text
        other = pipeline.ask(Turn("What did Odo Brand say about the mill?"))
        assert [each.said_on for each in other.citations] == [None]
        assert "in a document of" in "".join(each.text for each in other.segments)
