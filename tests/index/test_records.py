"""What a document and its statements say of a place in the text."""

from __future__ import annotations

import pytest

from index.records import Passage, Statement, day_of, owner_of, passage_of, text_hash, vector_id
from tests.index.analysed import document


def statement(start: int, end: int, day: str | None = None) -> Statement:
    return Statement(
        document_id="a.txt",
        start=start,
        end=end,
        speaker="Odran Tell",
        kind="direct",
        cue=None,
        said_on=day,
        reported_by=None,
        confidence=1.0,
    )


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (9, 1), (10, 2), (29, 2), (30, 3), (500, 3)])
def test_the_page_of_an_offset(offset: int, page: int) -> None:
    assert document("x" * 40, pages=(0, 10, 30)).page_at(offset) == page
    assert document("x" * 40).page_at(offset) is None


@pytest.mark.parametrize(("offset", "second"), [(0, None), (5, 1.5), (19, 1.5), (20, 4.0)])
def test_the_time_of_an_offset(offset: int, second: float | None) -> None:
    assert document("x" * 40, times=((5, 1.5), (20, 4.0))).time_at(offset) == second


def test_the_owner_of_words_is_the_innermost_statement_around_all_of_them() -> None:
    outer, inner, beside = statement(0, 40), statement(10, 20), statement(12, 18)
    assert owner_of((10, 20), [outer, inner, beside]) == inner
    assert owner_of((12, 30), [outer, inner, beside]) == outer
    assert owner_of((30, 41), [outer, inner, beside]) is None


def test_a_statement_without_a_day_does_not_get_the_documents() -> None:
    assert day_of(statement(0, 4), document("Rain.")) is None
    assert day_of(statement(0, 4, "2030-05-04"), document("Rain.")) == "2030-05-04"
    assert day_of(None, document("Rain.")) == "2031-01-01"


def test_a_vector_is_another_one_when_the_text_changed_and_leads_to_its_passage() -> None:
    passage = Passage("a.txt", 0, 5, 2)
    before, after = (vector_id(passage.id, text_hash(text)) for text in ("Rain.", "Snow."))
    assert before != after
    assert passage_of(before) == passage_of(after) == passage.id
    assert Passage("a.txt", 0, 6, 2).id != passage.id
