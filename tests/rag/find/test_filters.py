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


def test_days_hold_for_when_words_were_said(recalled: Pipeline) -> None:
    answer = recalled.ask(Turn("What did Odran Tell say about the ferry in 2024?"))
    later = recalled.ask(Turn("What did Odran Tell say about the ferry in 2031?"))
    assert (answer.status, answer.citations[0].said_on) == ("answered", "2024-03-03")
    assert (later.status, later.scope.filters["since"]) == ("not_found", "2031-01-01")
