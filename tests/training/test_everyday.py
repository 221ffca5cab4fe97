"""Everyday questions hold places and no words of documents, and a piece is labelled by where their answer stands."""

from __future__ import annotations

import gzip
import json

import pytest

from index.records import Document
from rag.reader.pieces import Part, Piece
from training.everyday import QUESTIONS, Asked, _is_surely_wrong, _offset

TEXT = "The quay was shut in May. Mira Quill shut it, as the wall had cracked. Nobody was hurt."
ANSWER = "Mira Quill"


def piece(start: int, end: int, document: str = "vesk") -> Piece:
    parts = (Part("On 3 May 2031: ", None), Part(TEXT[start:end], start))
    return Piece(document_id=document, span=(start, end), speaker=None, heading="", parts=parts)


def asked(part: tuple[int, int] = (0, len(TEXT)), topic: bool = False) -> Asked:
    document = Document(
        id="vesk", path="", title="Vesk", published=None, source=None, url=None, language="en", text=TEXT, sha256=""
    )
    start = TEXT.index(ANSWER)
    return Asked("who closed the quay", topic, document, part, (start, start + len(ANSWER)), answerable=True)


def test_each_line_has_a_question_and_one_place_inside_its_part() -> None:
    with gzip.open(QUESTIONS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    assert len(rows) > 4_000
    for row in rows:
        (place,) = [each for each in (row["answer"], row["near"]) if each]
        assert row["part"][0] <= place[0] < place[1] <= row["part"][1]
        assert row["question"].strip()
        assert set(row) == {"set", "document", "part", "question", "topic", "answer", "near", "dev"}


def test_the_place_of_an_answer_is_found_behind_what_is_given_besides() -> None:
    read = piece(26, 70)
    start = TEXT.index(ANSWER)
    at = _offset(read, start, start + len(ANSWER))
    assert at is not None
    assert read.text[at : at + len(ANSWER)] == ANSWER
    assert _offset(piece(0, 25), start, start + len(ANSWER)) is None


@pytest.mark.parametrize(
    ("read", "about", "wrong"),
    [
        (piece(0, 25), asked(), True),
        (piece(26, 70), asked(), False),
        (piece(71, 87), asked(part=(0, 70)), False),
        (piece(0, 25), asked(topic=True), False),
        (piece(0, 25, document="lorn"), asked(topic=True), True),
    ],
    ids=["beside it", "the answer", "not looked at", "more on the topic", "another document"],
)
def test_a_piece_counts_as_wrong_only_where_that_is_sure(read: Piece, about: Asked, wrong: bool) -> None:
    assert _is_surely_wrong(about, read) is wrong
