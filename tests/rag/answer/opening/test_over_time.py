"""First and last mentions, what changed, and both sides of a comparison in the first line and the first citations."""

from __future__ import annotations

import re

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

YEARS = {
    "2029.txt": (
        "date 2029-05-01 Council\n\n“The patriots of Vesk love the sea,” Mayor Odran Tell said.\n\n"
        "“The ferry will cost 40 crowns,” Tell said.\n\n“We trust the Kestrel company,” Mira Quill said.\n\n"
        "“The lighthouse is safe,” Tell said.\n"
    ),
    "2030.txt": (
        "date 2030-06-11 Council\n\n“Two Patriots guard the harbour of Vesk now,” Mayor Odran Tell said.\n\n"
        "“The ferry will cost 55 crowns,” Tell said.\n\n“The ferry must stay,” Mira Quill said.\n\n"
        "“The Kestrel company pays its workers late,” Quill said.\n"
    ),
    "2031.txt": (
        "date 2031-07-20 Council\n\n“Every Patriot needs a crew,” Mayor Odran Tell said.\n\n"
        "“The lighthouse is not safe,” Tell said.\n\n“We no longer buy from the Kestrel company,” Mira Quill said.\n\n"
        "“The ferry has carried us for years,” Quill said.\n\n“Nobody asked us about the ferry,” Ilse Brandt said.\n"
    ),
}


@pytest.fixture(scope="module")
def years(over: Over) -> Pipeline:
    return over(YEARS)


ENDS = [
    ("When did Tell first mention Patriots?", "On 11 June 2030, Odran Tell [1]: the first of 2 sentences"),
    ("When did Odran Tell first speak of Patriots?", "On 11 June 2030, Odran Tell [1]: the first of 2 sentences"),
    ("When did Tell last mention Patriots?", "On 20 July 2031, Odran Tell [1]: the last of 2 sentences"),
    ("When did Tell first mention the ferry?", "On 1 May 2029, Odran Tell [1]: the first of 2 sentences"),
    ("When did Tell last mention the ferry?", "On 11 June 2030, Odran Tell [1]: the last of 2 sentences"),
    ("When did Quill first mention the ferry?", "On 11 June 2030, Mira Quill [1]: the first of 2 sentences"),
    ("When did Quill last talk about the ferry?", "On 20 July 2031, Mira Quill [1]: the last of 2 sentences"),
    ("When did Quill first mention the Kestrel company?", "On 1 May 2029, Mira Quill [1]: the first of 3 sentences"),
    ("When did Quill last mention the Kestrel company?", "On 20 July 2031, Mira Quill [1]: the last of 3 sentences"),
    ("When was the first time that Tell mentioned the lighthouse?", "On 1 May 2029, Odran Tell [1]: the first of 2"),
    ("When was the last time Tell mentioned the lighthouse?", "On 20 July 2031, Odran Tell [1]: the last of 2"),
    ("When did Brandt first mention the ferry?", "On 20 July 2031, Ilse Brandt [1]: the only sentence"),
]


@pytest.mark.parametrize(("question", "line"), ENDS)
def test_the_day_comes_first(years: Pipeline, question: str, line: str) -> None:
    answer = years.ask(Turn(question))
    assert answer.answer.startswith(line)
    assert answer.opening == answer.answer.split("\n")[0]


CHANGED = {
    "How has Tell's view of the lighthouse changed?": ["2029-05-01", "2031-07-20"],
    "Has Tell's position on the lighthouse changed?": ["2029-05-01", "2031-07-20"],
    "How did Tell's statements on the lighthouse change?": ["2029-05-01", "2031-07-20"],
    "Have Odran Tell's views on the lighthouse changed?": ["2029-05-01", "2031-07-20"],
    "How has Tell's opinion on the ferry changed?": ["2029-05-01", "2030-06-11"],
    "Has Tell's stance on the ferry changed?": ["2029-05-01", "2030-06-11"],
    "How have Tell's statements on the ferry changed?": ["2029-05-01", "2030-06-11"],
}
UNCHANGED = {
    "How has Quill's view of the ferry changed?": ["2030-06-11", "2031-07-20"],
    "Has Quill's position on the ferry changed?": ["2030-06-11", "2031-07-20"],
    "How have Quill's statements on the ferry changed?": ["2030-06-11", "2031-07-20"],
    "How has Quill's view of the Kestrel company changed?": ["2029-05-01", "2031-07-20"],
    "Has Mira Quill's position on the Kestrel company changed?": ["2029-05-01", "2031-07-20"],
}


@pytest.mark.parametrize("question", CHANGED)
def test_what_changed_is_said_first(years: Pipeline, question: str) -> None:
    answer = years.ask(Turn(question))
    assert re.match(
        r"One change found in \d+ sentences by Odran Tell from .*: .* \[1\] and .* \[2\] differ", answer.answer
    )
    assert [each.said_on for each in answer.citations[:2]] == CHANGED[question]


@pytest.mark.parametrize("question", UNCHANGED)
def test_no_change_is_said_with_both_ends(years: Pipeline, question: str) -> None:
    answer = years.ask(Turn(question))
    assert answer.answer.startswith("No change was found in ")
    assert [each.said_on for each in answer.citations[:2]] == UNCHANGED[question]


COMPARED = [
    ("Compare what Tell and Quill said about the ferry.", {"Odran Tell", "Mira Quill"}),
    ("Compare Tell and Quill on the ferry.", {"Odran Tell", "Mira Quill"}),
    ("Compare Tell's and Quill's views on the ferry.", {"Odran Tell", "Mira Quill"}),
    ("Compare the statements of Tell and Quill on the ferry.", {"Odran Tell", "Mira Quill"}),
    ("How do Tell and Quill differ on the ferry?", {"Odran Tell", "Mira Quill"}),
    ("What is the difference between Tell's and Quill's views on the ferry?", {"Odran Tell", "Mira Quill"}),
    ("Tell vs Quill on the ferry", {"Odran Tell", "Mira Quill"}),
    ("Compare Quill and Brandt on the ferry.", {"Mira Quill", "Ilse Brandt"}),
    ("Compare what Brandt and Tell said about the ferry.", {"Ilse Brandt", "Odran Tell"}),
    ("Contrast Tell and Brandt on the ferry.", {"Ilse Brandt", "Odran Tell"}),
    ("How do Brandt and Quill differ on the ferry?", {"Ilse Brandt", "Mira Quill"}),
    ("What did Tell and Quill say about the ferry?", {"Odran Tell", "Mira Quill"}),
]


@pytest.mark.parametrize(("question", "speakers"), COMPARED)
def test_both_sides_come_first(years: Pipeline, question: str, speakers: set[str]) -> None:
    answer = years.ask(Turn(question))
    assert {each.speaker for each in answer.citations[:2]} == speakers
    assert [each.n for each in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert re.match(r"\w+ \[1\] and \w+ \[2\] both speak of it\.\n", answer.answer)


def test_a_side_without_words_is_named(years: Pipeline) -> None:
    answer = years.ask(Turn("Compare Tell and Brandt on the lighthouse."))
    assert answer.answer.startswith("Of 2 who were asked for, Tell [1] speaks of it; nothing was found for Brandt.")


@pytest.mark.parametrize(
    "question",
    ["When and where did Brandt speak about the ferry?", "When and why did Tell speak about the lighthouse?"],
)
def test_two_asking_words_are_two_whole_questions(years: Pipeline, question: str) -> None:
    asked = [each.question for each in years.ask(Turn(question)).parts]
    rest = question.split(" ", 3)[3]
    assert [each.split(" ", 1)[1] for each in asked] == [rest, rest]
