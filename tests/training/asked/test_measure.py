"""What is counted of the passages that a reader has read."""

from __future__ import annotations

from rag.records import Reading
from training.asked.measure import auroc, figures, question_of


def line(*holds: list[int], quotes: int) -> dict[str, object]:
    passages = [
        {"document": "quay.md", "span": [at, at + 1], "score": 1 - at / 10, "holds": each, "partly": False}
        for at, each in enumerate(holds)
    ]
    return {"quotes": quotes, "passages": passages}


def read(*logits: float) -> list[Reading]:
    return [Reading(answerable=each, margin=each, start=0, end=1) for each in logits]


def test_auroc_counts_pairs_in_the_right_order() -> None:
    assert auroc([3, 1], [2, 1]) == 0.625
    assert auroc([], [1]) == 0.0


def test_the_reader_puts_first_what_holds_the_answer() -> None:
    answered = question_of(line([], [0], quotes=1), read(-5, 3))
    two = question_of(line([0], [], [1], quotes=2), read(3, -5, 3))
    absent = question_of(line([], [], quotes=0), read(-5, -4))
    found = figures([answered, two, absent])
    assert (found["questions"], found["absent"]) == (2, 1)
    assert found["auroc of passages, retrieval"] == 0.25
    assert found["auroc of passages, reader"] == 1.0
    assert found["auroc of questions, reader"] == 1.0
    assert found["all in the first (1, 2, 3) of 5"] == [1, 2, 2]
    assert found["all in the first of retrieval"] == [0, 1, 2, 2, 2]


def test_what_answers_as_well_is_enough() -> None:
    assert question_of(line([-1], quotes=2), read(1)).has_all(question_of(line([-1], quotes=2), read(1)).seen, 1)
