"""A day or number is not told beside which another one stands nearer to what is asked."""

from __future__ import annotations

import pytest

from rag.answer.opening.claims import is_nearest
from rag.answer.opening.days import days
from rag.check.cite import cite
from rag.pipeline import Pipeline
from rag.rank.evidence import as_evidence
from rag.records import Turn
from tests.rag.conftest import Over

COURT = """Moneylender Otto Pell fined

The registry of Vesk brought charges against the moneylender on 15 April 2033.

He had lent at sixty per cent. On 29 July 2033, he pleaded guilty in the court of Vesk.
"""
MILL = "The mill of Lorn\n\nThe mill of Lorn was sold on 3 May 2033. It burnt down on 9 June 2033.\n"


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over({"court.txt": COURT, "mill.txt": MILL})


@pytest.mark.parametrize(
    ("question", "document", "value", "expected"),
    [
        ("When did the moneylender Otto Pell plead guilty?", "court.txt", "15 April 2033", False),
        ("When did Otto Pell plead guilty?", "court.txt", "29 July 2033", True),
        ("When were charges brought against Otto Pell?", "court.txt", "15 April 2033", True),
        ("When was the mill of Lorn sold?", "mill.txt", "3 May 2033", True),
        ("When was the mill of Lorn burnt down?", "mill.txt", "3 May 2033", False),
        ("When did the mill of Lorn burn?", "mill.txt", "9 June 2033", True),
    ],
)
def test_another_value_may_be_nearer(
    papers: Pipeline, question: str, document: str, value: str, expected: bool
) -> None:
    found = papers.document(document)
    start = found.text.rindex("\n", 0, found.text.index(value)) + 1
    span = (start, found.text.index(".", found.text.index(value)) + 1)
    (citation,) = cite([as_evidence(found, span, None, score=1.0, coverage=1.0)], papers.store.catalog)
    at = citation.text.index(value)
    query = papers.understand(Turn(question))
    assert is_nearest(citation, (at, at + len(value)), days, query, papers.store.catalog) == expected


@pytest.mark.parametrize(
    ("question", "value"),
    [("When was the mill of Lorn sold?", "3 May 2033"), ("When did Otto Pell plead guilty?", "29 July 2033")],
)
def test_the_value_of_what_is_asked_is_told(papers: Pipeline, question: str, value: str) -> None:
    assert papers.ask(Turn(question)).opening.startswith(value)
