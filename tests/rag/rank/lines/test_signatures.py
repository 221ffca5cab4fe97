"""A line that only says who writes is nobody's view, and answers only who."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "letters.md": (
        "# Letters to the editor\n\n*The Vesk Herald, Friday 3 May 2030.*\n\n"
        "## The tram: build it\n\nSIR - I walk to work along Mill Street in the fumes of four hundred cars. "
        "Lay the rails this summer and be done.\n\n**Orla Tennick**, Mill Street\n\n"
        "## The tram: not on our street\n\nSIR - I have had the bakery for nineteen years. I am not against rails. "
        "I am against rails at the one door where flour is brought in.\n\n**Josef Harrower**, Baker’s Row\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


def test_a_signature_is_nobodys_view(town: Pipeline) -> None:
    asked = (
        "is josef harrower against the new tram rails?",
        "What of Orla Tennick and Mill Street?",
        "Josef Harrower?",
    )
    for question in asked:
        answer = town.ask(Turn(question))
        shown = [each.text for each in (*answer.citations, *answer.nearest)]
        assert not any(each.strip().startswith("**") for each in shown), answer.answer
