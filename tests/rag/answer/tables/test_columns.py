"""Rows that are shown by themselves stand below the names of their columns, cited like all other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer.tables.columns import with_columns
from rag.check import cite, verify
from rag.pipeline import Pipeline
from rag.rank.evidence import as_evidence
from rag.records import Answer, Segment, Turn
from tests.rag.conftest import Over

PONDS = "pond,parish,frogs,newts\n" + "".join(f"Pond {at},Lorn,{at},{at * 2}\n" for at in range(1, 40))
HEAD = "pond | parish | frogs | newts"


@pytest.fixture(scope="module")
def ponds(over: Over) -> Pipeline:
    return over({"ponds.csv": PONDS, "talk.txt": "The warden of Lorn spoke of frogs in every pond.\n"})


def _answer(ponds: Pipeline, rows: list[str], nearest: bool) -> Answer:
    document = ponds.document("ponds.csv")
    spans = [(at, at + len(each)) for each in rows if (at := document.text.index(each)) >= 0]
    evidence = [as_evidence(document, each, None, score=1.0, coverage=1.0) for each in spans]
    cited = verify.checked(cite.cite(evidence, ponds.store.catalog), ponds.store.catalog)
    segments = [Segment("Found:")]
    for each in cited:
        segments += [Segment("\n\n"), *cite.shown(each)]
    asked = ponds.ask(Turn("What did the warden of Lorn speak of?"))
    if nearest:
        return replace(asked, segments=(Segment("Nothing."),), nearest=cited, citations=())
    return replace(asked, segments=tuple(segments), nearest=(), citations=cited)


def test_rows_in_an_answer(ponds: Pipeline) -> None:
    row, other = "Pond 7 | Lorn | 7 | 14", "Pond 9 | Lorn | 9 | 18"
    answer = with_columns(_answer(ponds, [row, other], nearest=False), ponds.store.catalog)
    assert answer.answer == f"Found:\n\n“{HEAD}” [3]\n\n“{row}” [1]\n\n“{other}” [2]"
    assert [each.check for each in answer.citations] == ["verified"] * 3


def test_rows_that_are_nearest(ponds: Pipeline) -> None:
    row = "Pond 7 | Lorn | 7 | 14"
    answer = with_columns(_answer(ponds, [row], nearest=True), ponds.store.catalog)
    assert [(each.n, each.text) for each in answer.nearest] == [(1, HEAD), (2, row)]
    assert answer.answer == "Nothing."


def test_rows_that_are_shown_with_their_columns(ponds: Pipeline) -> None:
    whole = f"{HEAD}\nPond 1 | Lorn | 1 | 2"
    answer = _answer(ponds, [whole], nearest=False)
    assert with_columns(answer, ponds.store.catalog) == answer


def test_other_words_are_left_as_they_are(ponds: Pipeline) -> None:
    answer = ponds.ask(Turn("What did the warden of Lorn speak of?"))
    assert with_columns(answer, ponds.store.catalog) == answer
    assert all("|" not in each.text for each in answer.citations)
