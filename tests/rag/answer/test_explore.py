"""What a view holds: every statement of a person, a topic and a time, counted by month or year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.names.names import Speaker
from rag.answer import explore
from rag.answer.explore import Spoken, View
from rag.pipeline import Pipeline
from rag.records import Evidence, Turn
from tests.rag.conftest import Over

ONE = Evidence(document_id="paper", start=0, end=1, score=1.0, coverage=1.0, cosine=1.0)


def said(*days: str | None) -> list[Evidence]:
    return [replace(ONE, said_on=day) for day in days]


def test_months_are_counted_in_order() -> None:
    assert explore.by_period([said("2031-03-02", "2031-01-05", "2031-03-09", None, "2031")]) == [
        {"2031-01": 1, "2031-03": 2}
    ]


def test_a_long_time_is_counted_by_years_for_all_views() -> None:
    views = [said("2001-03-02", "2001-04-05"), said("2031-03-02", "2030")]
    assert explore.by_period(views) == [{"2001": 2}, {"2030": 1, "2031": 1}]


def test_nothing_has_no_time() -> None:
    assert explore.by_period([[], said(None)]) == [{}, {}]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View("Odran Tell", ("Odran Tell",), "harbour"), ["The harbour cost forty million crowns and took six years,"]),
        (View("Palo Brandt", ("Palo Brandt",), "harbour"), []),
        (View(topic="berths"), ["They will lose their berths."]),
        (View("Odran Tell", ("Odran Tell",), "harbour", since="2031-04-01"), []),
        (View("Nobody Known", (), ""), []),
    ],
)
def test_a_view_finds_its_words(gazette: Pipeline, view: View, expected: list[str]) -> None:
    citations = explore.shown(explore.found(view, gazette.store.catalog), gazette.store.catalog)
    assert [each.text for each in citations] == expected
    assert {each.check for each in citations} <= {"verified"}


@pytest.mark.parametrize("role", ["INTERVIEWER", "REPORTER", "MODERATOR", "Q"])
def test_starter_questions_are_about_people_with_names(over: Over, role: str) -> None:
    turns = (
        f"{role}: What will the ferry to Vesk cost?\n\nODRAN TELL: The ferry sails to the United States from Vesk.\n\n"
    )
    pipeline = over({f"{role}.txt": f"date 2031-03-02\n\n{turns * 4}"})
    questions = pipeline.starter_questions()
    assert questions
    assert all("Tell" in each for each in questions)
    assert not any("about United States" in each for each in questions)


def test_starter_questions_fall_back_to_whoever_speaks(over: Over) -> None:
    pipeline = over({"a.txt": "“We bought the ferry,” said the mayor of Vesk.\n"})
    assert all(pipeline.ask(Turn(each)).status == "answered" for each in pipeline.starter_questions())


def test_speakers_are_counted_by_month_under_all_forms_of_their_names() -> None:
    register = [Speaker("Odran Tell", ("Tell",), 3, None, None), Speaker("Palo Brandt", (), 4, None, None)]
    counts = [
        ("Tell", "2031-03", 1),
        ("Odran Tell", "2031-03", 2),
        ("Palo Brandt", "2031-04", 4),
        ("Nobody", "2031-04", 9),
    ]
    assert explore.by_speaker(counts, register) == [
        Spoken("Palo Brandt", "2031-04", 4),
        Spoken("Odran Tell", "2031-03", 3),
    ]
    long = [("Tell", "1998-03", 1), ("Tell", "2031-03", 2)]
    assert [each.period for each in explore.by_speaker(long, register)] == ["1998", "2031"]
    assert explore.by_speaker([], register) == []


def test_evidence_without_a_month_or_a_speaker_is_not_counted_by_month() -> None:
    told = [replace(each, speaker="Odran Tell") for each in said("2031-03-02", "2031-03", "2031", None)]
    assert explore.months_of([*told, *said("2031-03-02")]) == [("Odran Tell", "2031-03", 2)]


def test_the_store_counts_statements_by_speaker_and_month(gazette: Pipeline) -> None:
    catalog = gazette.store.catalog
    counts = catalog.spoken_by_month()
    assert {month for _, month, _ in counts} == {"2031-03", "2031-04"}
    dated = sum(each.statements for each in catalog.register() if each.first)
    assert sum(count for _, _, count in counts) == dated


SPOKEN = {
    "a turn behind its label": (
        "date 2031-05-02\n\nMIRA QUILL: The weir leaks and nobody mends it. I have asked three times.\n\n"
        "PALO BRANDT: We will mend it.\n\nMIRA QUILL: When?\n\nPALO BRANDT: In the spring.\n",
        "weir",
        [("Mira Quill", "The weir leaks and nobody mends it.")],
    ),
    "a quotation of several sentences": (
        "date 2031-05-02 Anglers met on Friday.\n\n“The trout are gone. Nobody feeds them now,” Nora Feld said.\n",
        "trout",
        [("Nora Feld", "The trout are gone.")],
    ),
    "what is told of in the document's words": (
        "date 2031-05-02 Miller Oto Renn said that the mill would stand still all summer.\n",
        "mill",
        [("Oto Renn", "Miller Oto Renn said that the mill would stand still all summer.")],
    ),
    "what the document says itself": (
        "date 2031-05-02 The lighthouse was painted red.\n\n“We like blue,” said Nora Feld.\n",
        "lighthouse",
        [(None, "The lighthouse was painted red.")],
    ),
}


@pytest.mark.parametrize("name", SPOKEN)
def test_words_of_anybody_on_a_topic_are_whose_they_are(over: Over, name: str) -> None:
    text, topic, expected = SPOKEN[name]
    catalog = over({f"{topic}.txt": text}).store.catalog
    citations = explore.shown(explore.found(View(topic=topic), catalog), catalog)
    found = [(each.speaker, each.text.removeprefix("“").removeprefix("date 2031-05-02 ")) for each in citations]
    assert found == expected
    assert {each.check for each in citations} == {"verified"}
