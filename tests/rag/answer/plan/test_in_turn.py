"""Parts of a question that are asked in turn, and a whole where no part finds anything."""

from __future__ import annotations

import pytest

from rag.answer.plan.in_turn import first_answered
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

VOTES = {
    "north.txt": "Ona Quill won the election in Eskby. The gap was 14 votes.\n",
    "south.txt": "Marden Tell won the election in Vesk. The gap was 90 votes.\n",
}


@pytest.fixture(scope="module")
def votes(over: Over) -> Pipeline:
    return over(VOTES)


@pytest.mark.parametrize(("place", "gap"), [("Eskby", "14"), ("Vesk", "90")])
def test_the_second_part_is_of_the_place_of_the_first(votes: Pipeline, place: str, gap: str) -> None:
    answer = votes.ask(Turn(f"Who won the election in {place} and how big was the gap?"))
    assert answer.status == "answered"
    assert gap in answer.answer
    assert len({each.doc for each in answer.citations}) == 1


def test_the_whole_is_asked_where_no_part_is_answered(votes: Pipeline) -> None:
    found = votes.ask(Turn("Who won the election in Eskby?"))
    absent = votes.ask(Turn("Who built the lighthouse at Skell?"))
    assert absent.status == "not_found"
    assert first_answered(absent, lambda: found) is found
    assert first_answered(absent, lambda: absent) is absent
    assert first_answered(found, lambda: absent) is found
    assert first_answered(None, lambda: absent) is absent


WORKSHOP = {
    "bench.txt": (
        "The boat workshop of Vesk\n\nThe boat builder of Vesk took on her first pupil, Odran Tell, in 2031. "
        "He gave her an oar as a present. The oar bears the words: We have wind.\n"
    ),
    "ferry.txt": "The ferry of Eskby\n\nThe new ferry was called the Ada Holm. The excuse was the weather.\n",
}


@pytest.fixture(scope="module")
def workshop(over: Over) -> Pipeline:
    return over(WORKSHOP)


def test_what_points_at_the_part_before_is_read_behind_its_answer(workshop: Pipeline) -> None:
    answer = workshop.ask(
        Turn("What present did Odran Tell give to the boat builder of Vesk, and what did it say on it?")
    )
    assert [each.status for each in answer.parts] == ["answered", "answered"]
    assert "We have wind" in answer.answer


@pytest.mark.parametrize("clause", ["what was their excuse", "what was its price", "what's the excuse"])
def test_what_points_at_the_part_before_is_not_answered_by_another_document(workshop: Pipeline, clause: str) -> None:
    answer = workshop.ask(Turn(f"Who was the first pupil of the boat builder of Vesk, and {clause}?"))
    assert answer.parts[0].status == "answered"
    assert "ferry.txt" not in {each.doc for each in answer.citations}
