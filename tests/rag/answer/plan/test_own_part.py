"""Two people, things or times of one question: each answered by what is of it, or by one passage that tells of both."""

from __future__ import annotations

from datetime import date

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.plan.papers import PAPERS
from tests.rag.conftest import Over


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "each"),
    [
        (
            "What is the difference in price between a Wren and a Heron ferry, in Clara Rowan's figures?",
            [("A Wren ferry", "about 2 million dollars"), ("A Heron ferry", "around 14 million dollars")],
        ),
        (
            "How many thefts were there in Eastgate in February 2031 compared with May 2031?",
            [("February 2031", "2 thefts reported"), ("May 2031", "6 thefts reported")],
        ),
        (
            "How did leaks in the third quarter of 2031 compare with the first quarter?",
            [("The third quarter of 2031", "Leaks fell to 120"), ("The first quarter of 2031", "Leaks rose to 310")],
        ),
        (
            "How many complaints did Westmere Water have in the first and in the third quarter of 2031?",
            [("The first quarter of 2031", "stood at 95"), ("The third quarter of 2031", "stood at 61")],
        ),
    ],
)
def test_each_is_shown_what_is_of_it(papers: Pipeline, question: str, each: list[tuple[str, str]]) -> None:
    answer = papers.ask(Turn(question))
    assert answer.status == "answered"
    assert [part.heading for part in answer.parts] == [heading for heading, _ in each]
    for part, (_, words) in zip(answer.parts, each, strict=True):
        cited = [one.text for one in answer.citations if one.n in part.citations]
        assert words in cited[0]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("By how much did punctuality rise on the 12 and the 12B?", ["18.5% and 24.1%"]),
        ("How many hours a week will the library and the museum open?", ["30 hours", "museum 18"]),
        (
            "What will sales at Skylark Boats be in 2032 by its own outlook of December 2031, and what its loss?",
            ["80 to 90 million", "4 to 6 million"],
        ),
        ("How many hours and days a week will the library open?", ["30 hours"]),
        ("What sales and what loss does Skylark Boats expect for 2032?", ["80 to 90 million", "4 to 6 million"]),
    ],
)
def test_one_passage_that_tells_of_both_stands_alone_and_no_value_above_it(
    papers: Pipeline, question: str, held: list[str]
) -> None:
    answer = papers.ask(Turn(question))
    assert answer.parts == ()
    assert all(each in answer.cited[0].text for each in held)
    assert not any(each.isdigit() for each in answer.opening)


def test_two_people_with_words_of_their_own_are_shown_one_after_the_other(papers: Pipeline) -> None:
    answer = papers.ask(Turn("What objections did Leo Brandt and Nora Pell raise to the tram on Quay Street?"))
    words = {
        part.heading: " ".join(each.text for each in answer.citations if each.n in part.citations)
        for part in answer.parts
    }
    assert "parking" in words["Leo Brandt"]
    assert "lorries" in words["Nora Pell"]


def test_a_time_without_a_sure_answer_does_not_take_the_other_down(papers: Pipeline) -> None:
    answer = papers.ask(Turn("How did offences recorded in Eastgate in May 2031 compare with February that year?"))
    assert answer.status == "answered"
    months = {part.heading: part.citations for part in answer.parts}
    days = {each.n: date.fromisoformat(each.published or "") for each in answer.citations}
    assert {days[n].month for n in months["February 2031"]} == {2}
    assert all(days[n].month == 5 for n in months["May 2031"])


def test_parts_that_are_only_perhaps_answered_are_a_refusal_that_shows_each_under_its_heading(papers: Pipeline) -> None:
    answer = papers.ask(
        Turn(
            "What share of marine biologists agree that dredging harms oysters according to Agnes Quarry, "
            "and according to Viktor Holm?"
        )
    )
    assert (answer.status, answer.unsure, answer.opening) == ("not_found", True, "")
    assert [part.heading for part in answer.parts] == ["Agnes Quarry", "Viktor Holm"]
    shown = {each.n: each for each in answer.cited}
    assert ["Quarry" in shown[answer.parts[0].citations[0]].title, "93 percent" in shown[1].text] == [True, True]
    assert all("Holm" in shown[n].title for n in answer.parts[1].citations)
    assert all(f"[{n}]" in answer.answer for n in shown)


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference in weight between a Wren and a Heron ferry?",
        "What objections did Agnes Quarry and Clara Rowan raise to the opera house?",
        "How did births in Eastgate in May 2031 compare with February that year?",
    ],
)
def test_what_no_paper_tells_is_refused(papers: Pipeline, question: str) -> None:
    assert papers.ask(Turn(question)).status == "not_found"
