"""A retrieved passage is labelled by whether a whole quote stands in it."""

from __future__ import annotations

import pytest

from index.records import Document
from rag.records import Candidate
from training.asked.passages import Quote, labelled

TEXT = "The quay was shut in May. Mira Quill shut it, as the wall behind it had cracked in the frost. Nobody was hurt."
WHY = "as the wall behind it had cracked in the frost"
DOCUMENT = Document(
    id="quay.md", path="", title="Vesk", published=None, source=None, url=None, language="en", text=TEXT, sha256=""
)


def label(start: int, end: int, *quotes: Quote) -> dict[str, object]:
    return labelled(Candidate("quay.md", start, end, score=0.5), DOCUMENT, quotes)


def test_a_passage_with_a_whole_quote_answers_and_says_where() -> None:
    found = label(26, 94, Quote("quay.md", WHY, 0))
    text, answer = found["text"], found["answer"]
    assert isinstance(text, str)
    assert isinstance(answer, tuple)
    assert text.startswith("Vesk. Mira Quill")
    assert text[slice(*answer)] == WHY
    assert found["holds"] == [0]


@pytest.mark.parametrize(
    ("span", "partly"),
    [((0, 25), False), ((0, 80), True), ((75, 109), True)],
    ids=["none of it", "its beginning", "its end"],
)
def test_a_passage_with_a_part_of_a_quote_is_not_counted(span: tuple[int, int], partly: bool) -> None:
    found = label(*span, Quote("quay.md", WHY, 0))
    assert (found["holds"], found["answer"], found["partly"]) == ([], None, partly)


def test_few_words_answer_only_in_their_own_document() -> None:
    assert label(0, 25, Quote("quay.md", "in May", 1))["holds"] == [1]
    assert label(0, 25, Quote("other.md", "in May", 1))["holds"] == []
    assert label(26, 94, Quote("other.md", WHY, 1))["holds"] == [1]
