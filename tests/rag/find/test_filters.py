from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.find.filters import allowed, in_days
from rag.pipeline import Pipeline
from rag.records import Query, Turn
from tests.conftest import NewStore, pipeline_over


def query(since: str | None = None, until: str | None = None) -> Query:
    return Query(standalone="", kind="fact", topic="", speaker=None, speakers=(), since=since, until=until)


@pytest.mark.parametrize(
    ("since", "until", "day", "inside"),
    [
        ("2031-03-02", None, "2031-03-02", True),
        ("2031-03-03", None, "2031-03-02", False),
        (None, "2031-03-02", "2031-03-02", True),
        (None, "2031-03-01", "2031-03-02", False),
        (None, "2031", "2031-03-02", True),
        ("2031", "2031", "2030-12-31", False),
        ("2031-01-01", "2031-12-31", "2031", True),
        ("2031-01-01", "2031-12-31", "2030", False),
        ("2031", None, None, False),
        (None, "2031", None, False),
        (None, None, None, True),
    ],
)
def test_days(since: str | None, until: str | None, day: str | None, inside: bool) -> None:
    assert in_days(query(since, until), day) is inside


def test_no_filter_allows_all(gazette: Pipeline) -> None:
    assert allowed(query(), gazette.store.catalog) is None


@pytest.fixture
def recalled(new_store: NewStore, tmp_path: Path) -> Iterator[Pipeline]:
    """An article that tells what somebody said years before it was published."""
    text = (
        "date 2031-05-20 “The ferry will sail again by spring,” Ilse Varga said on Monday.\n\n"
        "“I was against the ferry tax,” Odran Tell said on 3 March 2024.\n"
    )
    with pipeline_over({"ferry.txt": text}, tmp_path, new_store) as pipeline:
        yield pipeline


def test_days_filter_by_when_words_were_said(recalled: Pipeline) -> None:
    answer = recalled.ask(Turn("What did Odran Tell say about the ferry in 2024?"))
    later = recalled.ask(Turn("What did Odran Tell say about the ferry in 2031?"))
    assert (answer.status, answer.citations[0].said_on) == ("answered", "2024-03-03")
    assert (later.status, later.scope.filters["since"]) == ("not_found", "2031-01-01")


ARTICLES = {
    "may.txt": "Published: 20 May 2031\n\n“The ferry tax is a mistake,” Odran Quill has said in the council.\n",
    "june.txt": "Published: 11 June 2031\n\nIn an interview Odran Quill argued: “The ferry tax emptied the quay.”\n",
    "july.txt": "Published: 2 July 2031\n\n“The ferry tax fell,” Odran Quill said on 3 March 2024.\n",
}


@pytest.fixture
def undated(new_store: NewStore, tmp_path: Path) -> Iterator[Pipeline]:
    """Articles that leave open when their words were said, and one that does not."""
    with pipeline_over(ARTICLES, tmp_path, new_store) as pipeline:
        yield pipeline


@pytest.mark.parametrize(
    ("asked", "document"),
    [("in May 2031", "may.txt"), ("in June 2031", "june.txt"), ("in July 2031", None), ("in March 2024", "july.txt")],
)
def test_words_of_an_unknown_day_are_found_by_their_article(
    undated: Pipeline, asked: str, document: str | None
) -> None:
    answer = undated.ask(Turn(f"What did Odran Quill say about the ferry tax {asked}?"))
    assert [each.doc for each in answer.citations] == ([document] if document else [])


def test_the_article_is_named_where_the_day_is_not_known(undated: Pipeline) -> None:
    answer = undated.ask(Turn("What did Odran Quill say about the ferry tax in May 2031?"))
    assert answer.citations[0].said_on is None
    assert "in a document of 20 May 2031" in answer.answer


@pytest.mark.parametrize(("asked", "count"), [("in May 2031", 1), ("in 2031", 2), ("in July 2031", 0)])
def test_a_list_of_a_time_has_words_of_an_unknown_day(undated: Pipeline, asked: str, count: int) -> None:
    answer = undated.ask(Turn(f"List everything Odran Quill said about the ferry tax {asked}"))
    assert (answer.count or 0) == count
