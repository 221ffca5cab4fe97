# ruff: noqa: E501  The cases are read more easily a line each.
"""A quotation check denies words only where they are somebody else's, and shows both wordings of what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from tests.conftest import pipeline_over
from tests.rag.conftest import Over, quote_checked

NOT_CLEAR = "it is not clear who said them"
TEXTS = {
    "nobody.txt": "The hall was full on Friday. “The lamps will stay lit,” read the last line. Helle Marstrand left early.\n",
    "wall.txt": "“Leave the gate open until the very last cow has come home.” Nobody owned up to it. Ivo McKeown was at sea.\n",
    "letters.txt": "Somebody had painted on the hull: “The tide keeps its promises.” Anna Verne shrugged.\n",
    "bishop.txt": "Bishop Corin Sele left the chapter. Dean Mary Osk stayed. “I sign a great many papers,” the bishop said.\n",
    "chair.txt": "PRESS RELEASE\n\n“Today is a proud day for every welder,” said Authority chair\nOttoline Maas. Rolf Enger listened.\n",
    "comic.txt": "Stefan Corbel will write a film. The comedian said: “I am free from June on.” Fans were glad.\n",
    "client.txt": "Desmond Fyfe denies theft. His barrister, Noel Abara, told the court: “My client says this: ‘I never touched a coin.’”\n",
    "king.txt": "Sen. Angus King came to the pier. “There is room for error on both sides,” Sen. Angus King said.\n",
    "crowd.txt": "Orrin Vale left the hall. “Down with the toll,” protesters shouted.\n",
    "spokesman.txt": "“The toll was never ours,” said a spokesman for Orrin Vale.\n",
    "actress.txt": "“The stage was cold that night,” the actress said. Boris Tarn watched.\n",
    "reports.txt": "“Ada Holm said that the ferry is late again. I told her so,” Piet Okonjo said.\n",
    "unnamed.txt": "“People were saying that the ferry is sold to Osk. I doubt it,” Piet Okonjo said.\n",
    "plain.txt": "“The ferry needs new paint,” Piet Okonjo said.\n",
    "two.txt": "Enid Corrie and Paul Corrie wrote the play. “The script is a fraud,” Corrie said.\n",
    "time.txt": "“The trains are on time,” Nora Pell said. “You can’t park here, friends,” Odo Quill said. “Nobody wants the barn,” Wim Lund said. “In spring, when the ice melts, we sail,” Ana Sorel said.\n",
    "denied.txt": "Palo Brandt told the council: “I never said that the harbour should close.”\n",
    "chiefs.txt": "Chief Marlow reported on the blaze. The police chief, Rudi Kanter, came late. The hall was quiet. The chief: “We would have saved the granary.”\n",
    "captains.txt": "Captain Hedda Brun and Captain Sverre Lie met. The captain spoke first. “The reef is charted wrong,” the captain said.\n",
    "denies.txt": "Palo Brandt denied that “the lottery was ever rigged.”\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("name", "words", "speaker"),
    [
        ("nobody", "The lamps will stay lit", "Helle Marstrand"),
        ("wall", "Leave the gate open until the very last cow has come home", "Ivo McKeown"),
        ("wall", "Leave the gate open till the very last cow has come home", "Ivo McKeown"),
        ("letters", "The tide keeps its promises", "Anna Verne"),
        ("letters", "The tide never keeps its promises", "Anna Verne"),
        ("unnamed", "the ferry is sold to Osk", "Ada Holm"),
    ],
)
def test_words_of_nobody_known_are_not_denied(town: Pipeline, name: str, words: str, speaker: str) -> None:
    answer = quote_checked(town, words, speaker, f"{name}.txt")
    assert NOT_CLEAR in answer.answer
    assert_no_denial(answer)


@pytest.mark.parametrize(
    ("name", "words", "speaker"),
    [
        ("chiefs", "We would have saved the granary", "Chief Marlow"),
        ("captains", "The reef is charted wrong", "Hedda Brun"),
        ("captains", "The reef is charted wrong", "Sverre Lie"),
    ],
)
def test_words_of_one_with_a_title_that_two_have_are_not_denied(
    town: Pipeline, name: str, words: str, speaker: str
) -> None:
    answer = quote_checked(town, words, speaker, f"{name}.txt")
    assert_no_denial(answer)
    assert "not clear" in answer.answer or "unsure" in answer.answer


@pytest.mark.parametrize("who", ["A driver", "The mayor", "The pilot", "A spokesman", "Viktor Hale’s wife", "a nurse"])
@pytest.mark.parametrize("asked_of", ["Who said", "Did a nurse say", "Did the chair say"])
def test_words_of_whoever_is_only_described_are_found(tmp_path: Path, who: str, asked_of: str) -> None:
    with pipeline_over({"a.txt": f"The road was closed. {who} said: “The road is a habit.”\n"}, tmp_path) as pipeline:
        answer = pipeline.ask(Turn(f"{asked_of} “The road is a habit”?"))
        assert answer.citations[0].text == "The road is a habit."


def assert_no_denial(answer: Answer) -> None:
    lowered = answer.answer.lower()
    assert "not by" not in lowered
    assert "as far as" not in lowered
    assert answer.verdict != "exact"


@pytest.mark.parametrize(
    ("name", "words", "speaker"),
    [
        ("bishop", "I sign a great many papers", "Corin Sele"),
        ("chair", "Today is a proud day for every welder", "Ottoline Maas"),
        ("king", "There is room for error on both sides", "Angus King"),
    ],
)
def test_a_title_is_whom_the_document_calls_so(town: Pipeline, name: str, words: str, speaker: str) -> None:
    answer = quote_checked(town, words, speaker, f"{name}.txt")
    assert answer.verdict == "exact"
    assert "Not by" not in answer.answer


@pytest.mark.parametrize(
    ("name", "words", "speaker"),
    [
        ("comic", "I am free from June on", "Stefan Corbel"),
        ("client", "I never touched a coin", "Desmond Fyfe"),
        ("two", "The script is a fraud", "Enid Corrie"),
    ],
)
def test_whom_a_description_may_mean_is_not_denied(town: Pipeline, name: str, words: str, speaker: str) -> None:
    answer = quote_checked(town, words, speaker, f"{name}.txt")
    assert "not clear" in answer.answer or "unsure" in answer.answer, answer.answer
    assert_no_denial(answer)


@pytest.mark.parametrize(
    ("name", "words", "speaker"),
    [
        ("bishop", "I sign a great many papers", "Mary Osk"),
        ("chair", "Today is a proud day for every welder", "Rolf Enger"),
        ("crowd", "Down with the toll", "Orrin Vale"),
        ("spokesman", "The toll was never ours", "Orrin Vale"),
        ("actress", "The stage was cold that night", "Boris Tarn"),
        ("plain", "The ferry needs new paint", "Ada Holm"),
        ("king", "There is room for error on both sides", "Angus Bishop"),
    ],
)
def test_words_of_somebody_else_are_denied(town: Pipeline, name: str, words: str, speaker: str) -> None:
    answer = quote_checked(town, words, speaker, f"{name}.txt")
    assert answer.verdict == "other_speaker"
    assert answer.answer.startswith(f"Not by {speaker}: these are words of")


def test_words_that_somebody_quotes_of_the_asked_one_are_as_reported(town: Pipeline) -> None:
    answer = quote_checked(town, "the ferry is late again", "Ada Holm", "reports.txt")
    assert answer.answer.startswith("In these words, as reported by Piet Okonjo")


def test_words_that_somebody_quotes_of_another_are_not_his(town: Pipeline) -> None:
    answer = quote_checked(town, "the ferry is late again", "Nora Pell", "reports.txt")
    assert answer.answer.startswith("Not by Nora Pell: Piet Okonjo reports them as words of Ada Holm")


@pytest.mark.parametrize(
    ("words", "speaker", "message"),
    [
        ("The trains are late", "Nora Pell", "the question has “late”, the document “on time”."),
        ("You can park here, friends", "Odo Quill", "the question has “can”, the document “can’t”."),
        ("Everybody wants the barn", "Wim Lund", "the question has “Everybody”, the document “Nobody”."),
        ("In summer, when the ice melts, we sail", "Ana Sorel", "the question has “summer”, the document “spring”."),
        ("You can’t park there, friends", "Odo Quill", "the question has “there”, the document “here”."),
    ],
)
def test_a_difference_has_whole_words_in_marks(town: Pipeline, words: str, speaker: str, message: str) -> None:
    answer = quote_checked(town, words, speaker, "time.txt")
    assert answer.verdict == "altered"
    assert answer.answer.count(message) == 1, answer.answer
    assert answer.answer.count("the question has") == 1


@pytest.mark.parametrize(
    ("name", "words"), [("denied", "the harbour should close"), ("denies", "the lottery was ever rigged")]
)
def test_each_citation_of_a_sense_stands_behind_its_words(town: Pipeline, name: str, words: str) -> None:
    answer = quote_checked(town, words, "Palo Brandt", f"{name}.txt")
    assert answer.answer.count("The whole sentence") == 1
    for each in answer.citations:
        assert any(segment.citation and segment.citation.n == each.n for segment in answer.segments)
    assert [each.n for each in answer.citations] == sorted({each.n for each in answer.citations})
