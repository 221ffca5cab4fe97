"""Near-misses are questions that their passage does not answer, whichever way they were made."""

from __future__ import annotations

import random

import pytest

from training.near_misses import counts, edits, near_misses

PASSAGE = (
    "The Vesk bridge was opened by Odran Tell in 1931. Mira Quill closed the harbour in 1952. "
    "The largest berth lies north of the quay."
)
OTHER = "The bridge of Lorn was never opened to carts. It fell in 1940."


def pair(question: str, answer: str) -> dict[str, object]:
    answers = [{"text": answer, "start": PASSAGE.index(answer)}]
    return {
        "id": "1",
        "title": "Vesk",
        "question": question,
        "context": PASSAGE,
        "answers": answers,
        "impossible": False,
    }


@pytest.mark.parametrize(
    ("question", "answer", "kind", "edited"),
    [
        ("When did Odran Tell open the bridge?", "1931", "entity", "When did Mira Quill open the bridge?"),
        ("Who opened the bridge in 1931?", "Odran Tell", "number", "Who opened the bridge in 1952?"),
        ("Who was opening the bridge?", "Odran Tell", "negation", "Who was not opening the bridge?"),
        ("Where does the largest berth lie?", "north of the quay", "antonym", "Where does the smallest berth lie?"),
    ],
)
def test_a_question_is_edited_into_one_that_is_not_answered(question: str, answer: str, kind: str, edited: str) -> None:
    assert dict(edits(pair(question, answer), random.Random(1)))[kind] == edited


def test_an_edit_that_the_passage_answers_is_dropped() -> None:
    asked = pair("Who closed the harbour in 1952?", "Mira Quill")
    asked["context"] = PASSAGE + " Odran Tell closed the harbour in 1931 too."
    assert "number" not in dict(edits(asked, random.Random(1)))


def test_the_nearest_other_passage_of_the_document_is_taken() -> None:
    asked = pair("Who opened the bridge?", "Odran Tell")
    other = {
        **pair("When did it fall?", "1931"),
        "id": "2",
        "context": OTHER,
        "answers": [{"text": "1940", "start": 56}],
    }
    rows = [each for each in near_misses([asked, other], seed=3) if each["made"] == "other passage"]
    assert (rows[0]["context"], rows[0]["impossible"]) in {(OTHER, True), (PASSAGE, True)}
    assert counts(rows) == {"other passage": 2}
