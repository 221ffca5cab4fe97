"""One question in the many wordings that people give it: what changed, how often, in how many documents."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Query, Turn
from tests.rag.conftest import Over

TEXTS = {
    "2030-03-01-ferry.txt": (
        "The ferry\n\n“The ferry is safe and will stay cheap,” Mayor Odran Tell said.\n\n"
        "“I fear the ferry,” said Mira Quill, a fisherman. “Tell used to laugh at the lighthouse.”\n"
    ),
    "2031-03-02-ferry.txt": (
        "The ferry again\n\n“The ferry is not safe,” Mayor Odran Tell said.\n\n"
        "“Now Tell loves the lighthouse,” Mira Quill said.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


def asked(pipeline: Pipeline, question: str) -> Query:
    return pipeline.understand(Turn(question))


@pytest.mark.parametrize(
    "question",
    [
        "How has what Tell says about the ferry changed over time?",
        "how did what tell said about the ferry change",
        "Has what Odran Tell says about the ferry changed?",
        "How has the way Tell talks about the ferry changed?",
        "How has the way in which Tell speaks of the ferry shifted over the years?",
        "How have the views of Tell on the ferry changed?",
        "how has the rhetoric of odran tell about the ferry evolved",
        "what changed in what Tell said about the ferry",
        "What has changed in how Tell talks about the ferry?",
        "What's changed in Tell's position on the ferry?",
        "what has changed about tell's view of the ferry",
        "How has Tell's attitude to the ferry changed over time?",
        "in what way did Tell's tone on the ferry shift",
        "Has Tell changed his mind on the ferry?",
    ],
)
def test_what_changed_in_somebodys_words(town: Pipeline, question: str) -> None:
    query = asked(town, question)
    assert (query.kind, query.speakers) == ("timeline", ("Odran Tell",))
    assert query.topic in ("the ferry", "ferry")


@pytest.mark.parametrize(
    "question",
    [
        "How has Tell's attitude to the lighthouse changed, according to Quill?",
        "how did tell's view of the lighthouse change according to Mira Quill",
        "Has Odran Tell's position on the lighthouse changed, according to Mira Quill?",
    ],
)
def test_a_change_that_somebody_else_tells(town: Pipeline, question: str) -> None:
    query = asked(town, question)
    assert (query.kind, query.speakers) == ("statements", ("Mira Quill",))
    assert query.topic.lower().split()[-1] == "lighthouse"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("how often is the ferry mentioned", "the ferry"),
        ("How many times is the lighthouse named in the documents?", "the lighthouse"),
        ("how often do the documents mention the ferry", "the ferry"),
        ("How many times do these texts talk about the ferry?", "the ferry"),
        ("how many times does the word safe appear", "safe"),
        ("How often does the lighthouse come up?", "the lighthouse"),
        ("how often does the name Quill occur in the documents", "Quill"),
    ],
)
def test_how_often_something_is_named(town: Pipeline, question: str, topic: str) -> None:
    query = asked(town, question)
    assert (query.kind, query.counts, query.speaker, query.topic) == ("list", True, None, topic)


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("In how many documents does Tell mention the ferry?", True),
        ("how many articles did Odran Tell talk about the ferry in", True),
        ("In which documents does Tell mention the ferry?", False),
        ("which articles does Tell speak about the ferry in", False),
    ],
)
def test_in_which_documents_somebody_names_something(town: Pipeline, question: str, counts: bool) -> None:
    query = asked(town, question)
    assert (query.kind, query.counts, query.speakers, query.topic) == ("list", counts, ("Odran Tell",), "the ferry")
