"""Everyday questions: what was told to do, and no first line of a mere number for which, of a thing for how."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

PAPERS = {
    "storm.txt": (
        "date 2031-11-04 Storm shuts the coast road\n\n"
        "Mayor Greta Osei has ordered the people of Nether Holm to leave. “Carry a lamp, a blanket and your "
        "grandmother,” Osei said on the radio. “Leave the piano.”\n\n"
        "The tunnel, blocked since noon by a fallen crane, was cleared at night by soldiers.\n\n"
    ),
    "choir.txt": (
        "date 2031-03-02 Choir seeks a leader\n\n"
        "“I am not ruling out a second concert,” conductor Ivo Lindqvist said. “Far from it.”\n\n"
        "At least two critics praised the new anthem of Marrowby.\n\n"
    ),
    "rink.txt": (
        "date 2031-02-12 Ice rink counts its losses\n\n"
        "41 athletes of the Vesk league were hurt in the season that ended on Sunday.\n\n"
    ),
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the mayor tell people in Nether Holm to bring with them?", "Carry a lamp"),
        ("How many sportspeople of the Vesk league were hurt?", "41 athletes"),
        ("Did Ivo Lindqvist exclude a second concert?", "not ruling out a second concert"),
    ],
)
def test_everyday_words_find_what_reports_say(papers: Pipeline, question: str, words: str) -> None:
    answer = papers.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in " ".join(each.text for each in answer.citations)


@pytest.mark.parametrize(
    ("question", "untrue"),
    [
        ("How did they get the blocked tunnel cleared?", "a fallen crane"),
        ("Which critics praised the new anthem of Marrowby?", "At least two"),
    ],
)
def test_a_thing_is_no_way_and_a_number_names_nobody(papers: Pipeline, question: str, untrue: str) -> None:
    answer = papers.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert not (answer.opening or "").lstrip("“").startswith(untrue), answer.answer
