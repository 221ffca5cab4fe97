from __future__ import annotations

import time

import pytest

from errors import QuestionError
from rag.pipeline import Pipeline
from rag.records import Turn


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("What did Lukashenko say about Poland?", "Lukashenko", "Poland"),
        ("what did lukashenko say about poland", "lukashenko", "poland"),
        ("What did the Belarusian leader say about drones?", "the Belarusian leader", "drones"),
        ("What does President Lukashenko think of Trump?", "President Lukashenko", "Trump"),
        ("What is Lukashenko’s position on Ukraine?", "Lukashenko", "Ukraine"),
        ("What are the views of Lukashenko on borders?", "Lukashenko", "borders"),
        ("According to Lukashenko, who needs this war?", "Lukashenko", "who needs this war"),
        ("How many wars did Trump stop according to Lukashenko?", "Lukashenko", "How many wars did Trump stop"),
        ("Did Lukashenko mention sanctions?", "Lukashenko", "sanctions"),
        ("What did Lukashenka say about Poland?", "Lukashenka", "Poland"),
        ("Who led the U.S. delegation?", None, "Who led the U.S. delegation"),
        ("What did it say about Poland?", None, "What did it say about Poland"),
    ],
)
def test_speaker_and_topic(sample: Pipeline, question: str, speaker: str | None, topic: str) -> None:
    query = sample.understand(Turn(question))
    assert (query.speaker, query.topic) == (speaker, topic)
    assert query.speakers == (("Aleksandr Lukashenko",) if speaker else ())


def test_somebody_the_store_does_not_know_stays_the_asked_speaker(sample: Pipeline) -> None:
    query = sample.understand(Turn("What did Mira Quill say about Poland?"))
    assert (query.speaker, query.speakers) == ("Mira Quill", ())


@pytest.mark.parametrize(
    "question", ["What did Odran Tell say about jobs?", "What did Odran Tell tell the council about jobs?"]
)
def test_a_surname_that_looks_like_a_verb(gazette: Pipeline, question: str) -> None:
    assert gazette.understand(Turn(question)).speaker == "Odran Tell"


def test_another_first_name_is_another_person(sample: Pipeline) -> None:
    assert sample.understand(Turn("What did Viktor Lukashenko say about Poland?")).speakers == ()


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("And about Russia?", "What did Lukashenko say about Russia?"),
        ("What about drones?", "What did Lukashenko say about drones?"),
        ("Did he mention Duda?", "Did Lukashenko mention Duda?"),
        ("Who led the delegation?", "Who led the delegation?"),
    ],
)
def test_a_later_question_is_rewritten_to_stand_alone(sample: Pipeline, question: str, standalone: str) -> None:
    turn = Turn(question, history=("What did Lukashenko say about Poland?",))
    assert sample.understand(turn).standalone == standalone


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("What is Odran Tell's post?", "Who is Odran Tell?"),
        ("What was Odran Tell’s former role", "Who was Odran Tell?"),
        ("Which is the position of Mira Quill?", "Who is Mira Quill?"),
        ("What post does Palo Brandt hold?", "Who is Palo Brandt?"),
        ("What is Mira Quill's position?", "What is Mira Quill's position?"),
        ("What is Mira Quill's position on the ferry?", "What is Mira Quill's position on the ferry?"),
        ("What is the role of the harbour?", "What is the role of the harbour?"),
    ],
)
def test_a_question_for_a_post_asks_who_it_is(gazette: Pipeline, question: str, standalone: str) -> None:
    assert gazette.understand(Turn(question)).standalone == standalone


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_an_empty_question_is_refused(sample: Pipeline, question: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        sample.understand(Turn(question))


def test_a_day_of_asking_that_is_no_day_is_refused(sample: Pipeline) -> None:
    with pytest.raises(QuestionError, match="'next week' is not a date; write it as YYYY-MM-DD"):
        sample.understand(Turn("Who resigned this week?", question_date="next week"))


@pytest.mark.parametrize(
    ("question", "day", "expected"),
    [
        ("Who met the delegation this week?", None, "2025-09-11"),
        ("Who met the delegation?", None, None),
        ("Who met the delegation?", "2025-09-20", "2025-09-20"),
    ],
)
def test_the_day_near_which_answers_are_looked_for(
    sample: Pipeline, question: str, day: str | None, expected: str | None
) -> None:
    assert sample.understand(Turn(question, question_date=day)).question_date == expected


def test_last_week_counts_from_the_day_of_asking(sample: Pipeline) -> None:
    query = sample.understand(Turn("What did Lukashenko say last week?", question_date="2025-09-17"))
    assert (query.since, query.until) == ("2025-09-08", "2025-09-14")


def test_a_question_of_100_000_characters_is_refused_with_both_numbers(sample: Pipeline) -> None:
    with pytest.raises(QuestionError, match=r"100,000 characters.*2,000"):
        sample.understand(Turn("x" * 100_000))


@pytest.mark.parametrize("filler", ["what did ", "is ", "the views of ", "a ", "'s "])
def test_the_longest_question_is_understood_at_once(sample: Pipeline, filler: str) -> None:
    # Patterns that backtrack without end have hung the program before.
    question = (filler * 2_000)[:2_000]
    started = time.perf_counter()
    sample.understand(Turn(question))
    assert time.perf_counter() - started < 30
