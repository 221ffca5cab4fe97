"""The forms of answers, over an invented town's archive."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

ARCHIVE = {
    "2029.txt": "date 2029-05-01 “The ferry will cost 40 crowns,” Mayor Odran Tell said. “The ferry is safe.”\n",
    "2030.txt": "date 2030-05-01 “The ferry will cost 55 crowns,” Mayor Odran Tell said.\n\n“Kestria pays,” he said.\n",
    "2031.txt": (
        "date 2031-05-01 “We will close the ferry by winter,” Mayor Odran Tell told the council.\n\n"
        "“The ferry is old,” Mira Quill said. “I asked Tell: ‘Who pays?’ He said: ‘Nobody.’”\n\n"
        "The harbour of Vesk was opened in 1954.\n"
    ),
    "2032.txt": "date 2032-05-01 The harbour of Vesk was opened in 1955, the town's chronicle holds.\n",
}


@pytest.fixture(scope="module")
def archive(over_each_store: Over) -> Pipeline:
    return over_each_store(ARCHIVE)


def test_a_list_is_exhaustive_and_counted(archive: Pipeline) -> None:
    answer = archive.ask(Turn("List all statements by Odran Tell about the ferry"))
    assert (answer.status, answer.kind, answer.count) == ("answered", "list", 4)
    assert [each.said_on for each in answer.citations] == ["2031-05-01", "2030-05-01", "2029-05-01", "2029-05-01"]
    assert {each.speaker for each in answer.citations} == {"Odran Tell"}
    assert answer.answer.startswith("4 sentences by Odran Tell name the ferry (3 documents, ")


def test_a_count_counts_under_its_days(archive: Pipeline) -> None:
    answer = archive.ask(Turn("How many times did Odran Tell mention the ferry in 2029?"))
    assert (answer.count, len(answer.citations)) == (2, 2)


def test_nothing_to_list_is_not_found(archive: Pipeline) -> None:
    answer = archive.ask(Turn("How many times did Mira Quill mention taxes?"))
    assert (answer.status, answer.citations) == ("not_found", ())


def test_a_timeline_begins_with_the_earliest_day(archive: Pipeline) -> None:
    answer = archive.ask(Turn("Timeline of Odran Tell's statements on the ferry"))
    days = [each.said_on for each in answer.citations]
    assert days == sorted(days, key=str)
    assert len(days) == 4
    assert "Compare [1] and [3]: they differ only in a number or a negation." in answer.answer


def test_to_whom_it_was_said(archive: Pipeline) -> None:
    answer = archive.ask(Turn("What did Odran Tell say about closing the ferry?"))
    assert "Odran Tell told the council (1 May 2031):" in answer.answer


def test_a_short_reply_comes_with_its_exchange(archive: Pipeline) -> None:
    answer = archive.ask(Turn("What did Odran Tell tell Mira Quill?", document="2031.txt"))
    cited = [(each.speaker, each.reported_by, each.text) for each in answer.citations]
    assert ("Odran Tell", "Mira Quill", "Nobody.") in cited
    assert ("Mira Quill", None, "I asked Tell: ‘Who pays?’ He said: ‘Nobody.’") in cited
    assert "In the exchange, as reported by Mira Quill" in answer.answer


def test_sources_that_differ_are_shown_as_differing(archive: Pipeline) -> None:
    answer = archive.ask(Turn("When was the harbour of Vesk opened?"))
    assert answer.status == "answered"
    assert [each.published for each in answer.citations[:2]] == ["2032-05-01", "2031-05-01"]
    assert "differ" in answer.answer or "disagree" in answer.answer
    marked = [each.text[slice(*each.marked)] for each in answer.segments if each.marked]
    assert marked == ["1955", "1954"]
    assert all(each.citation and each.text == each.citation.text for each in answer.segments if each.marked)


def test_somebody_without_words_who_is_named(archive: Pipeline) -> None:
    answer = archive.ask(Turn("What did Kestria Vesk say about the ferry?"))
    assert answer.status == "not_found"
    assert "No words were recognised as those of Kestria Vesk. Searched 4 documents" in answer.answer


def test_days_that_the_question_gives_are_shown(archive: Pipeline) -> None:
    answer = archive.ask(Turn("What did Odran Tell say about taxes in 2029?"))
    assert answer.status == "not_found"
    assert "1 January 2029 to 31 December 2029, as the question says" in answer.answer


def test_help_says_what_is_in_the_index(archive: Pipeline) -> None:
    answer = archive.ask(Turn("hello"))
    assert (answer.kind, answer.citations) == ("chat", ())
    assert "4 documents" in answer.answer
    assert "Odran Tell" in answer.answer
