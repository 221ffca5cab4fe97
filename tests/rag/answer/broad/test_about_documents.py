"""Questions about the documents themselves, and small talk."""

from __future__ import annotations

import pytest

from index.correct import change
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound
from tests.rag.conftest import Over


@pytest.mark.parametrize(
    ("question", "first", "number"),
    [
        ("how many documents", "The index has 4 documents, from 2 March 2031 to 1 May 2033, with ", 4),
        ("How many documents do you have?", "The index has 4 documents", 4),
        ("How many documents are from 2031?", "From these days the index has 2 documents", 2),
        ("How many speeches are there by Salter?", "Perrin Salter speaks in 2 documents", 2),
        ("which documents do you have", "The index has 4 documents", 4),
        ("Сколько документов?", "The index has 4 documents", 4),
        (
            "from when to when",
            "The index has 4 documents, from 2 March 2031 to 1 May 2033; the oldest and the newest:",
            2,
        ),
        ("What period do these documents cover?", "The index has 4 documents", 2),
        (
            "What is the newest document?",
            "The index has 4 documents, from 2 March 2031 to 1 May 2033; the oldest and",
            2,
        ),
        (
            "what sources",
            "The documents come from Kestria Archive (2 documents); of 2 documents no source is known:",
            4,
        ),
        ("How many documents mention herring?", "2 documents, from 2 March 2031 to 1 May 2033, name herring", 2),
        ("how many docs talk about the mines of lorn", "2 documents, from 4 October 2031 to 20 September 2032,", 2),
        ("in how many of them is Mira Quill named", "1 document, of 2 March 2031, names Mira Quill, by these words", 1),
        ("How many articles mention the ferry?", "1 document, of 2 March 2031, names the ferry", 1),
        ("How many documents from 2031 mention Lorn?", "2 documents, from 2 March 2031 to 4 October 2031, na", 2),
        ("is herring mentioned anywhere?", "Yes: 2 documents, from 2 March 2031 to 1 May 2033, name herring", 2),
        ("do any of the documents mention the fishermen", "Yes: 1 document, of 2 March 2031, names the fishermen", 1),
        ("where is the salt tax mentioned", "1 document, of 20 September 2032, names the salt tax", 1),
        ("list the documents on kestria", "2 documents, from 20 September 2032 to 1 May 2033, name kestria", 2),
        ("how many documents mention hering", "2 documents, from 2 March 2031 to 1 May 2033, name herring", 2),
        (
            "Which documents mention the pumps?",
            "2 documents, from 4 October 2031 to 20 September 2032, name the pumps",
            2,
        ),
        (
            "When was the address to the council published?",
            "“Address by Perrin Salter to the Council of Kestria” is",
            1,
        ),
        ("When was “The ferry of Vesk” published?", "“The ferry of Vesk” is dated 2 March 2031", 1),
        ("when was this published", "The question does not say which document is meant; the index has 4 documents", 4),
        ("Who wrote this?", "The question does not say which document is meant", 4),
        ("How long is this document?", "The question does not say which document is meant", 4),
    ],
)
def test_what_is_known_of_the_documents(papers: Pipeline, question: str, first: str, number: int) -> None:
    answer = papers.ask(Turn(question))
    sound(papers, answer)
    assert answer.kind == "catalog"
    assert answer.answer.startswith(first)
    assert len(answer.citations) == number


def test_of_one_document(one: Pipeline) -> None:
    day = one.ask(Turn("when was this published"))
    assert day.answer == "“The ferry of Vesk” is dated 2 March 2031, read from the dateline. [1]"
    assert one.ask(Turn("How long is this document?")).answer.startswith("“The ferry of Vesk” (2 March 2031) has 1")
    assert one.ask(Turn("How many documents are there?")).count == 1


def test_singular_and_plural_are_counted_as_one_word(over: Over) -> None:
    pipeline = over(
        {
            "stop.txt": "The stop at the quay\n\nA bus waits at the quay of Vesk, said Mayor Odran Tell.\n",
            "fleet.txt": "The fleet\n\nThe buses of Vesk are old, said Mira Quill.\n",
            "Bus drivers.txt": "They asked for a higher wage, said Mira Quill of the drivers.\n",
            "business.txt": "The mill\n\nIt is a good business, said Mira Quill.\n",
        }
    )
    for asked in ("buses", "a bus"):
        assert pipeline.ask(Turn(f"How many documents are about {asked}?")).count == 3
    assert pipeline.ask(Turn("How many documents mention buses?")).count == 3


def test_a_day_that_was_set_is_told_as_corrected(over: Over) -> None:
    pipeline = over({"2031-02-19-minutes.txt": "The council of Vesk met.\n\nMayor Odran Tell opened the meeting.\n"})
    day = Turn("when was this published")
    assert pipeline.ask(day).answer.endswith("is dated 19 February 2031, read from the file's name. [1]")
    change(pipeline.store, "2031-02-19-minutes.txt", {"published": "2031-02-12"}, [], 128)
    told = pipeline.ask(day).answer
    assert told.endswith("12 February 2031, as corrected; the file says 19 February 2031, in the file's name. [1]")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("hi", "Hello. The index contains 4 documents from 2 March 2031 to 1 May 2033."),
        ("Hello there!", "Hello. The index contains"),
        ("good evening", "Hello. The index contains"),
        ("привет", "Здравствуйте. В указателе: 4."),
        ("cześć", "Dzień dobry."),
        ("thanks", "You are welcome."),
        ("Thank you very much!", "You are welcome."),
        ("дякую", "Будь ласка."),
        ("danke", "Gern geschehen."),
        ("bye", "Goodbye."),
        ("who are you?", "I answer questions about what is said in these documents"),
        ("what can you do", "I answer questions about"),
        ("help", "I answer questions about"),
    ],
)
def test_small_talk_gets_a_sentence(papers: Pipeline, question: str, first: str) -> None:
    answer = papers.ask(Turn(question))
    assert (answer.kind, answer.status, answer.citations) == ("chat", "answered", ())
    assert answer.answer.startswith(first)


def test_examples_have_an_answer(papers: Pipeline) -> None:
    _, *shown = papers.ask(Turn("hi")).answer.split("\n\n• ")
    assert 1 <= len(shown) <= 2
    for each in shown:
        assert papers.ask(Turn(each)).status == "answered"


@pytest.mark.parametrize(
    ("question", "status", "first"),
    [
        ("How many documents mention Ostrava?", "answered", "None of the 4 documents, from 2 March 2031 to 1 May 2033"),
        ("How many speeches from 2019 mention herring?", "answered", "No document is of these days."),
        ("Which documents mention Ostrava?", "not_found", "None of the 4 documents"),
        ("Is Ostrava mentioned anywhere?", "not_found", "None of the 4 documents"),
        ("do any of the documents mention a zeppelin", "not_found", "None of the 4 documents"),
    ],
)
def test_what_no_document_names_is_told(papers: Pipeline, question: str, status: str, first: str) -> None:
    answer = papers.ask(Turn(question))
    assert (answer.kind, answer.status, answer.citations) == ("catalog", status, ())
    assert answer.answer.startswith(first)
