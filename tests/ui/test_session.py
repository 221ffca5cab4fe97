from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import pytest

from rag.find.answerability import LIKELIHOOD, STRICTNESS, decide
from rag.pipeline import Pipeline
from rag.records import Evidence, Query
from ui.session import COOKIE, as_strict, strictness

QUERY = Query("When did it open?", "fact", "When did it open", None)
FIRST = Evidence("a.txt", 0, 9, score=0.700, coverage=0.1, cosine=0.1)
SECOND = replace(
    FIRST, document_id="b.txt", score=0.699, coverage=1.0, cosine=0.9, passage_cosine=0.9, late_interaction=0.9
)


@pytest.mark.parametrize("level", sorted(STRICTNESS))
def test_a_level_of_strictness_keeps_the_order_of_a_reranker(sample: Pipeline, level: str) -> None:
    reranked = replace(sample, decide=partial(decide, strictness="balanced", likelihood=0.0))
    decision = as_strict(reranked, level).decide(QUERY, (), [FIRST, SECOND])
    assert [each.document_id for each in decision.evidence] == ["a.txt", "b.txt"]


def test_without_a_reranker_the_likely_goes_first(sample: Pipeline) -> None:
    plain = replace(sample, decide=partial(decide, strictness="balanced", likelihood=LIKELIHOOD))
    decision = as_strict(plain, "strict").decide(QUERY, (), [FIRST, SECOND])
    assert decision.evidence[0].document_id == "b.txt"


def test_a_level_of_strictness_is_the_one_that_decides(sample: Pipeline) -> None:
    unsure = replace(SECOND, passage_cosine=0.45)
    levels = {level: as_strict(sample, level).decide(QUERY, (), [unsure]).answer for level in STRICTNESS}
    assert levels["lenient"]
    assert not levels["strict"]
    assert as_strict(sample, None) is sample


@pytest.mark.parametrize(("kept", "level"), [("lenient", "lenient"), ("<script>", None), (None, None)])
def test_the_level_that_was_chosen_is_there_when_the_page_is_loaded_again(
    monkeypatch: pytest.MonkeyPatch, kept: str | None, level: str | None
) -> None:
    monkeypatch.setattr("streamlit.context", SimpleNamespace(cookies={COOKIE: kept} if kept else {}))
    assert strictness() == level
