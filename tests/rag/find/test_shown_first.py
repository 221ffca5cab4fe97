"""What is shown of a fact's evidence, and what first."""

from __future__ import annotations

from typing import Any

from rag.find.shown_first import is_where_read, on_the_point, words_first
from rag.records import Evidence, Reading


def evidence(start: int, end: int, reading: Reading | None, **more: Any) -> Evidence:
    found: dict[str, Any] = {"score": 1.0, "coverage": 0.5, "cosine": 0.5, **more}
    return Evidence(document_id="a.txt", start=start, end=end, reading=reading, **found)


READ = Reading(answerable=4.0, margin=5.0, start=60, end=70)


def test_the_words_that_answer_go_before_what_stands_around_them() -> None:
    around, words = evidence(0, 50, READ), evidence(51, 90, READ)
    assert [is_where_read(each) for each in (around, words)] == [False, True]
    assert words_first([around, words]) == [words]


def test_a_line_with_nothing_else_of_the_question_does_not() -> None:
    around, bare = evidence(0, 50, READ, coverage=1.0), evidence(51, 90, READ, coverage=0.2)
    assert words_first([around, bare]) == [around, bare]


def test_what_the_words_point_back_to_stays() -> None:
    before = evidence(0, 58, READ, speaker="Odran Tell")
    words = evidence(59, 90, READ, speaker="Odran Tell")
    assert words_first([before, words]) == [words, before]


def test_unsure_readings_change_nothing() -> None:
    unsure = READ._replace(margin=-1.0)
    for reading in (None, unsure):
        found = [evidence(0, 50, reading), evidence(51, 90, reading)]
        assert words_first(found) == found


def test_others_words_with_far_less_of_the_question_are_left_out() -> None:
    full = evidence(0, 50, READ, speaker="Odran Tell", coverage=1.0)
    others = [evidence(100, 150, READ, speaker="Mira Quill", coverage=share) for share in (0.5, 0.7)]
    assert on_the_point([full, *others]) == [full, others[1]]
