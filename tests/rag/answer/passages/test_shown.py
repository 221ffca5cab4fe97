"""Two passages are shown at once, one where the reader has the answer there alone; the rest under "More:"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answer.passages.shown import in_passages
from rag.answer.passages.whole import whole
from rag.check.cite import MORE
from rag.pipeline import Pipeline
from rag.records import Candidate
from tests.rag.answer.passages.papers import PAPERS
from tests.rag.conftest import Over


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("logits", "at_once"),
    [
        ((2.0, -1.0, -1.0), 1),
        ((2.0, 1.0, -3.0), 2),
        ((-1.0, -4.0, -4.0), 2),
        ((2.0, None, None), 2),
        ((None, None, None), 2),
    ],
)
def test_how_many_are_shown_at_once(papers: Pipeline, logits: tuple[float | None, ...], at_once: int) -> None:
    catalog = papers.store.catalog
    places = [each for one in catalog.documents() for each in catalog.passages_of(one.id)[:1]][: len(logits)]
    passages = []
    for each, logit in zip(places, logits, strict=True):
        document = catalog.document(each.document_id)
        assert document is not None
        place = Candidate(document_id=each.document_id, start=each.start, end=each.end, score=1.0)
        found = whole(document, place, None, catalog)
        assert found is not None
        passages.append(replace(found, logit=logit))
    segments = in_passages(passages, catalog).segments
    fold = next(at for at, each in enumerate(segments) if each.text == MORE)
    assert len({each.citation.n for each in segments[:fold] if each.citation}) == at_once
    assert all(each.text != MORE for each in in_passages(passages, catalog, folds=False).segments)
