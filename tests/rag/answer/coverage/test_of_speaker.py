"""The newest or first that there is from somebody on a topic is a document of theirs, by its day and passage."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "one.txt": "Ferry fares must fall\n\n2 March 2031\n\nMinister Ana Ruiz said today that the fares of the "
    "ferries were too high. “The ferries are for everybody,” Ana Ruiz said.\n",
    "two.txt": "What of the ferries?\n\n9 May 2031\n\nIt was sad that the council had no word on the crossing, "
    "Minister Ana Ruiz said today. “We want a commissioner,” Ana Ruiz said.\n",
    "other.txt": "The ferries\n\n20 June 2031\n\n“The ferries will sail,” Bo Falk said.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


def test_the_newest_of_a_speaker_is_the_document_that_its_title_names(town: Pipeline) -> None:
    answer = town.ask(Turn("What is the most recent thing we have from Ana Ruiz on ferries?"))
    assert answer.status == "answered"
    assert "9 May 2031" in answer.opening
    assert "commissioner" in answer.answer
    assert all(each.doc == "two.txt" for each in answer.citations)


def test_that_these_documents_are_meant_is_no_topic(town: Pipeline) -> None:
    answer = town.ask(Turn("When does Ana Ruiz first mention the ferries in these documents?"))
    assert answer.status == "answered"
    assert "2 March 2031" in answer.answer.partition("\n")[0]


def test_of_a_topic_that_nothing_of_theirs_names_there_is_no_newest(town: Pipeline) -> None:
    assert town.ask(Turn("What is the most recent thing we have from Ana Ruiz on lighthouses?")).status != "answered"
