"""Words that are no question by their grammar and name a known speaker; questions for facts stay what they are."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("question", "speaker", "words"),
    [
        ("tellmar what think about bridge who guilty", "Tellmar", "bridge"),
        ("what tellmar think about ferries", "Tellmar", "ferries"),
        ("tellmar ferries opinion", "tellmar", "ferries"),
        ("opinion tellmar ferries", "Tellmar", "ferries"),
        ("quillon bridge waste or no", "Quillon", "waste"),
        ("why quillon say bridge bad who pay", "Quillon", "bridge"),
        ("quillon about vaccines what say", "Quillon", "Vaccines"),
        ("please tell tellmar view ferries", "Tellmar", "ferries"),
        ("how janner think poverty stop", "Janner", "Poverty"),
        ("Janner says what about poverty", "Janner", "Poverty"),
        ("holdane harbour tax why he say unfair", "Holdane", "unfair"),
        ("what mira quillon say vaccines children", "Mira Quillon", "Vaccines"),
    ],
)
def test_the_statements_nearest_to_the_words_are_shown(town: Pipeline, question: str, speaker: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert town.understand(Turn(question)).speaker == speaker
    assert answer.status == "answered"
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who is the wife of Odran Tellmar?",
        "When was Odran Tellmar born?",
        "Does Mira Quillon own a ferry?",
        "Who married Mira Quillon?",
        "Which ferry is named after Janner?",
        "How old is Mira Quillon?",
        "Is Janner a lawyer?",
        "Why did Germany deny the sanctions?",
        "How did Belarus answer the storm?",
    ],
)
def test_a_question_for_a_fact_stays_one(town: Pipeline, question: str) -> None:
    assert town.understand(Turn(question)).speaker is None


def test_words_on_what_nobody_said_are_refused(town: Pipeline) -> None:
    assert town.ask(Turn("quillon volcano opinion why")).status == "not_found"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Waht did Quillon say abuot vaccines?", "What did Quillon say about vaccines?"),
        ("What did Qiullon say about vacines?", "vaccines?"),
        ("what did Quillon siad about the brigde", "bridge"),
        ("Compaer what Tellmar and Quillon siad about the brigde", "Compare what Tellmar and Quillon said"),
    ],
)
def test_misspelt_words_are_read_together(town: Pipeline, typed: str, read: str) -> None:
    assert read in town.understand(Turn(typed)).standalone
    assert town.ask(Turn(typed)).status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Odran Vale on ferries - what does he say?",
        "John Quillon about vaccines what say",
        "opinion Mira Vale vaccines",
    ],
)
def test_a_part_of_anothers_name_is_not_who_bears_it_here(town: Pipeline, question: str) -> None:
    assert not {"Odran", "Mira", "Quillon"} & {town.understand(Turn(question)).speaker}
    assert town.ask(Turn(question)).citations == ()


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Tellmar Poland cranes what say", "Tellmar"),
        ("Odran on ferries - what does he say?", "Odran"),
        ("What does President Tellmar think bridge", "President Tellmar"),
    ],
)
def test_a_word_in_capitals_beside_a_surname_may_be_the_topic(town: Pipeline, question: str, speaker: str) -> None:
    assert town.understand(Turn(question)).speaker == speaker
