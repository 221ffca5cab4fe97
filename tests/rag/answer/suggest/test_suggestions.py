"""Further questions: each has an answer, is another than what was asked, and is in the question's language."""

from __future__ import annotations

import json

import pytest

from index.text.stems import CYRILLIC
from rag.answer.suggest.topics import called, names_in, others_on, topics_of
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "one.txt": """date 2031-03-02

“Our harbour is open to ships from Poland and Norway,” said Ana Ruiz.

“Norway pays for the ferry,” Ruiz said. “We expect forty ships from Poland,” she said.
""",
    "two.txt": """date 2031-06-10

“Norway has stopped paying for the ferry,” said Ana Ruiz.

“Poland will pay for half of the bridge,” said Palo Brandt. “The ferry is too slow,” Brandt said.
""",
    "three.txt": """date 2031-09-05

“We say that Norway never paid anything,” said Irena Kowal. “We think that Finland must build the bridge,” Kowal said.
""",
}
QUESTIONS = (
    "What did Ana Ruiz say about Norway?",
    "What did Palo Brandt say about Poland?",
    "Who spoke about the ferry?",
    "How many ships are expected?",
    "Summarise what Ana Ruiz said.",
)


@pytest.fixture(scope="module")
def texts(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_suggestion_is_answered_and_new(texts: Pipeline, question: str) -> None:
    turn = Turn(question)
    found = texts.suggestions(turn, texts.ask(turn))
    assert 1 <= len(found) <= 3
    assert question not in found
    assert {texts.ask(Turn(each)).status for each in found} == {"answered"}


def test_the_topic_goes_to_another_speaker_and_the_speaker_to_another_topic(texts: Pipeline) -> None:
    turn = Turn("What did Ana Ruiz say about Norway?")
    found = texts.suggestions(turn, texts.ask(turn))
    assert "What did Ana Ruiz say about Poland?" in found
    assert "What did Irena Kowal say about Norway?" in found
    assert "How has Ana Ruiz’s position on Norway changed?" in found


def test_a_refusal_is_followed_by_what_is_answered_nearby(texts: Pipeline) -> None:
    turn = Turn("What did Irena Kowal say about taxes?")
    answer = texts.ask(turn)
    assert answer.status == "not_found"
    found = texts.suggestions(turn, answer)
    assert "What did Irena Kowal say about Norway?" in found


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Что Ана Руис сказала о Норвегии?", "Что"),
        ("Co Ana Ruiz powiedziała o Norwegii?", "Co"),
        ("Was sagte Ana Ruiz über Norwegen?", "Was"),
    ],
)
def test_suggestions_are_in_the_question_s_language(texts: Pipeline, question: str, word: str) -> None:
    turn = Turn(question)
    found = texts.suggestions(turn, texts.ask(turn))
    assert any(each.startswith(word) for each in found)
    assert all(bool(CYRILLIC.search(each)) == bool(CYRILLIC.search(question)) for each in found)
    assert {texts.ask(Turn(each)).status for each in found} == {"answered"}


def test_what_was_asked_before_is_not_suggested(texts: Pipeline) -> None:
    turn = Turn("What did Ana Ruiz say about Norway?", ("What did Irena Kowal say about Norway?",))
    assert "What did Irena Kowal say about Norway?" not in texts.suggestions(turn, texts.ask(turn))


def test_suggestions_are_a_field_only_where_they_are_asked_for(texts: Pipeline) -> None:
    turn = Turn("What did Ana Ruiz say about Norway?")
    assert "suggestions" not in texts.ask(turn).to_json()
    found = texts.ask(Turn(turn.question, suggests=True))
    assert json.loads(json.dumps(found.to_json()))["suggestions"] == list(found.suggestions or ())
    assert found.suggestions
    assert not any(each in found.answer for each in found.suggestions)


def test_starters_are_of_several_kinds(texts: Pipeline) -> None:
    openings = {each.split()[0] for each in texts.starter_questions()}
    assert len(openings) >= 2
    assert {texts.ask(Turn(each)).status for each in texts.starter_questions()} == {"answered"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("we said to Norway that it pays", ["Norway"]),
        ("the Federal taxes and the Best of it", ["Best"]),
        ("on Monday in March the Mayor of Vesk, who spoke", ["Vesk"]),
        ("all European leaders in Brussels", ["Belgium"]),
    ],
)
def test_what_can_be_a_topic(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names


def test_what_stands_without_a_capital_too_is_no_topic(over: Over) -> None:
    text = "“All States of the Union agree, and no states of Marland do, says Finland,” said Ana Ruiz.\n"
    assert "States" not in topics_of("Ana Ruiz", over({"a.txt": text}).store.catalog)


BODIES = """date 2031-04-01

“The ferry stays,” said the Vesk council on Monday. “Norway pays for it,” the Vesk council said.

“Norway pays us well,” the Ministry of Harbours said. “Norway is a friend,” the Kremlin said.

“I told Norway so,” the Kremlin said.

“Norway is late,” said Amnesty International. The Amnesty International report was read by all.

“Norway has written to us,” Orlen told Vesk Radio. The Orlen statement was short. “We wait for Norway,” said Orlen.
"""


def test_a_body_is_asked_about_with_its_article(over: Over) -> None:
    texts = over({"a.txt": BODIES})
    names = {called(each, texts.store.catalog) for each in texts.store.catalog.speakers()}
    assert names == {"the Vesk council", "the Ministry of Harbours", "the Kremlin", "Amnesty International", "Orlen"}
    found = suggested(texts, "What did Orlen say about Norway?")
    assert "What did the Kremlin say about Norway?" in found
    assert all(each.startswith(("What did the ", "What did Amnesty")) for each in found)
    assert "Was sagte Kremlin über Norwegen?" in suggested(texts, "Was sagte Orlen über Norwegen?")


def suggested(texts: Pipeline, question: str) -> tuple[str, ...]:
    return texts.suggestions(Turn(question), texts.ask(Turn(question)))


LADY = """date 2031-05-02

“We wrote to the Harbour Board, and to Odran Tell,” said Ana Ruiz.

“We asked the Harbour Board, and later Tell,” Ruiz said.

“We heard from Odran Tell, and nothing from the Harbour Board,” Ruiz said.
"""


def test_a_topic_has_its_article_and_is_asked_about_once(over: Over) -> None:
    texts = over({"a.txt": LADY})
    found = suggested(texts, "What did Ana Ruiz say about taxes?")
    assert "What did Ana Ruiz say about the Harbour Board?" in found
    assert sum("Tell" in each for each in found) == 1


def test_a_body_is_no_topic_of_its_own(over: Over) -> None:
    words = (
        "“The Harbour Board will open the pier,” said the Harbour Board. “The Harbour Board is late,” said Ana Ruiz.\n"
    )
    found = others_on("Harbour Board", (), over({"a.txt": f"date 2031-03-02\n\n{words}"}).store.catalog)
    assert found == ["Ana Ruiz"]
