"""What of a document is given to the reader, and where what it finds stands."""

from __future__ import annotations

import pytest

from index.records import Document, Statement
from rag.reader.pieces import NOWHERE, Piece, pieces, surroundings
from rag.records import Evidence, Reading

TEXT = "First one here. Second one is longer than that. Third. Fourth one ends it."
TABLE = "Station | January | July\nEskby | 120 mm | 31 mm\nVelmark | 88 mm | 47 mm\n"


class Shelf:
    """One document, as the catalog gives it."""

    def __init__(self, text: str, title: str = "Notes", published: str | None = None) -> None:
        self.only = Document(
            id="d",
            path="d.txt",
            title=title,
            published=published,
            source=None,
            url=None,
            language="en",
            text=text,
            sha256="0",
        )

    def document(self, document_id: str) -> Document | None:
        return self.only if document_id == "d" else None

    def statements(self, document_id: str) -> list[Statement]:
        return []

    def piece(self, question: str, words: str, speaker: str | None = None, lead: str = "") -> Piece:
        start = self.only.text.index(words)
        evidence = Evidence(
            document_id="d",
            start=start,
            end=start + len(words),
            score=1.0,
            coverage=1.0,
            cosine=1.0,
            speaker=speaker,
            lead=lead,
        )
        (found,) = pieces(question, [evidence], self, most=4)
        return found


@pytest.mark.parametrize(
    ("span", "most", "shown"),
    [
        ((16, 47), 31, "Second one is longer than that."),
        ((16, 47), 40, "Second one is longer than that. Third."),
        ((16, 47), 56, "First one here. Second one is longer than that. Third."),
        ((16, 47), 500, TEXT),
        ((0, 15), 60, "First one here. Second one is longer than that. Third."),
        ((16, 47), 5, "Second one is longer than that."),
    ],
)
def test_evidence_is_read_with_the_sentences_around_it(span: tuple[int, int], most: int, shown: str) -> None:
    start, end = surroundings(TEXT, span, most)
    assert TEXT[start:end] == shown


@pytest.mark.parametrize(
    ("question", "title", "published", "before"),
    [
        ("Why was it closed in April 2031?", "Notes", "2031-04-19", "On 19 April 2031: "),
        ("Why was it closed on 19 April?", "Notes", "2031-04-19", "On 19 April 2031: "),
        ("When was it closed?", "Notes", "2031-04-19", ""),
        ("Why was it closed in May 2029?", "Notes", "2031-04-19", ""),
        ("Why was it closed in April 2031?", "Notes", None, ""),
        ("Why was the harbour closed?", "Harbour news", None, "Harbour news. "),
        ("Why was the harbour closed in April?", "Harbour news", "2031-04-19", "Harbour news. On 19 April 2031: "),
        ("Why were the gates closed?", "Gates", None, ""),
    ],
)
def test_a_day_and_a_title_are_given_where_the_question_names_them(
    question: str, title: str, published: str | None, before: str
) -> None:
    text = "It was closed because its gates were worn out."
    assert Shelf(text, title, published).piece(question, text).text == before + text


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Eskby | 120 mm | 31 mm", "Station Eskby: January 120 mm, July 31 mm"),
        ("Velmark | 88 mm | 47 mm", "Station Velmark: January 88 mm, July 47 mm"),
    ],
)
def test_a_row_is_given_in_words(words: str, row: str) -> None:
    piece = Shelf(TABLE).piece("What was it in July?", words, lead="Station | January | July")
    assert piece.text == row


def test_a_row_of_other_columns_is_given_as_it_stands() -> None:
    piece = Shelf(TABLE).piece("What was it in July?", "Eskby | 120 mm | 31 mm", lead="Station | January")
    assert "Eskby | 120 mm | 31 mm" in piece.text


@pytest.mark.parametrize(
    ("read", "stands"),
    [("120 mm", "120 mm"), ("31 mm", "31 mm"), ("Eskby", "Eskby"), ("120 mm, July 31 mm", "120 mm | 31 mm")],
)
def test_a_cell_that_is_read_is_found_in_the_document(read: str, stands: str) -> None:
    piece = Shelf(TABLE).piece("What was it?", "Eskby | 120 mm | 31 mm", lead="Station | January | July")
    start = piece.text.index(read)
    found = piece.in_document(Reading(answerable=1.0, margin=1.0, start=start, end=start + len(read)))
    assert TABLE[found.start : found.end] == stands


@pytest.mark.parametrize("read", ["Station", "Mira Quill", "On 19 April 2031", "Mira Quill: It was"])
def test_what_was_given_besides_stands_nowhere(read: str) -> None:
    given = (
        Shelf(TABLE).piece("?", "Eskby | 120 mm | 31 mm", lead="Station | January | July")
        if read == "Station"
        else Shelf("It was closed.", published="2031-04-19").piece(
            "Who, in April 2031?", "It was closed.", "Mira Quill"
        )
    )
    start = given.text.index(read)
    found = given.in_document(Reading(answerable=1.0, margin=1.0, start=start, end=start + len(read)))
    assert (found.start, found.end) == (NOWHERE, NOWHERE)


def test_a_question_and_its_answer_are_read_together() -> None:
    text = "How deep is the basin?\n\nFour metres."
    piece = Shelf(text).piece("How deep is it?", "Four metres.", lead="How deep is the basin?")
    assert piece.text.count("How deep is the basin?") == 1


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("Who closed the quay?", "Mira Quill: "),
        ("Why did Quill close it?", "Mira Quill: "),
        ("How much does the sea wall cost?", ""),
        ("Is the fund used for the sea wall?", ""),
    ],
)
def test_who_says_it_is_given_where_the_question_asks_for_it(question: str, before: str) -> None:
    text = "The fund pays nine million for it."
    assert Shelf(text).piece(question, text, speaker="Mira Quill").text == before + text
