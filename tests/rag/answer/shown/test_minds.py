"""A change of mind is shown with its reason; of whom none is told, and of other topics, nothing."""

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
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "Has Ida Vessel always opposed a tax on eels?",
        "has ida vessel changed her mind about taxing eels? what made her?",
        "Why did Vessel change her mind about taxing eels?",
    ],
)
def test_a_change_of_mind_is_shown_with_its_reason(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert "changed my mind, because the ponds" in answer.citations[0].text
    assert answer.citations[0].speaker == "Ida Vessel"


@pytest.mark.parametrize(
    "question",
    ["Has Bruno Falk always wanted a bridge?", "Has Ida Vessel changed her mind about the school?"],
)
def test_of_no_change_nothing_is_shown(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found", answer.answer
