"""The first and last words of somebody in a document, found by who speaks and by what the document is called."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "talk.txt": (
        "THE LONG TABLE\nEpisode 12: Nets and eels\nReleased 6 March 2030\nHost: Lene Orsk\n"
        "Guests: Ida Vessel and Bruno Falk\n\n"
        "LENE ORSK: Welcome. Bruno, how long have you kept eels?\n\n"
        "BRUNO FALK: Nine years. My uncle dug the pond.\n\n"
        "LENE ORSK: Should eels be taxed, Ida?\n\n"
        "IDA VESSEL: I used to say no. In 2024 I told the council so. I have changed my mind, because the ponds drink "
        "the brook dry. Today I would tax every eel.\n\n"
        "LENE ORSK: And what goes best with eel?\n\n"
        "BRUNO FALK: Rye bread. Nothing else.\n"
    ),
    "press.txt": (
        "LUND FOOTBALL CLUB - PRESS CONFERENCE\nSaturday 9 May 2030\n\n"
        "PETRA LOWELL (Lund Herald): Maud, you led at the break. What went wrong?\n\n"
        "MAUD ASKE: We stopped running.\n\n"
        "OLEN PRADO (Harbour Radio): Will you stay?\n\n"
        "MAUD ASKE: Yes, until June.\n"
    ),
    "report.md": (
        "# Report of the hearing\n\n*Vesk, 9 June 2030.*\n\n## Opening words\n\n"
        "**Tomas Brandvik** said he was a baker and the son of a baker. He lives on Mill Street.\n\n"
        "## The ring road\n\n"
        "Harrower: yes. It takes the lorries away from the school.\n\n"
        'Brandvik: no. "Forty million for three bends, and the brook goes under."\n\n'
        "Tennick: not now. The county cannot borrow for it.\n\n"
        "## Closing words\n\n"
        'Harrower: "Build it and be done."\n'
        'Brandvik: "Look at the brook before you vote."\n'
        'Tennick: "Count the money twice."\n'
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "words", "speaker"),
    [
        ("Who had the last word at the hearing, and what was it?", "Count the money twice", "Tennick"),
        ("What was the first thing the Herald woman asked the Lund coach?", "What went wrong?", "Petra Lowell"),
        ("What was the last thing Bruno Falk said in the podcast?", "Nothing else", "Bruno Falk"),
    ],
)
def test_the_ends_of_a_document(town: Pipeline, question: str, words: str, speaker: str) -> None:
    answer = town.ask(Turn(question))
    assert words in answer.citations[0].text, answer.answer
    assert speaker in (answer.citations[0].speaker or "")


@pytest.mark.parametrize(
    ("question", "words", "line"),
    [
        (
            "In the podcast, what was the first thing Ida Vessel said about taxed eels?",
            "I used to say no",
            "The first words by Ida Vessel that name “taxed eels” in “THE LONG TABLE”",
        ),
        (
            "What was the last thing Bruno Falk said about eel in the podcast?",
            "Rye bread",
            "The last words by Bruno Falk in reply to what names “eel” [2], in “THE LONG TABLE”",
        ),
        (
            "What was the first thing Bruno Falk said about the pond in the podcast?",
            "Nine years",
            "The first words by Bruno Falk that name “the pond” in “THE LONG TABLE”",
        ),
    ],
)
def test_the_ends_on_a_topic_are_in_the_documents_order(town: Pipeline, question: str, words: str, line: str) -> None:
    answer = town.ask(Turn(question))
    assert words in answer.citations[0].text, answer.answer
    assert answer.opening.startswith(line)


@pytest.mark.parametrize(
    "question",
    ["What was the last thing Nils Varga said in the podcast?", "Who had the last word in the Eskby debate?"],
)
def test_of_no_such_document_or_speaker_no_end_is_shown(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert not answer.answer.startswith("The last"), answer.answer
