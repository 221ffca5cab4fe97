"""Where somebody stands: what he says nearest to it is shown though no word of it names it; of other topics nothing."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "panel.txt": (
        "HARBOUR RADIO\n\nHost: Lene Orsk\nGuests: Tomas Brandvik and Ida Vessel\n\n"
        "LENE ORSK: Welcome, both. Tomas, you have fished here for how long?\n\n"
        "TOMAS BRANDVIK: Thirty years. My father had the boat before me.\n\n"
        "LENE ORSK: Should there be a ban on night trawling, then?\n\n"
        "IDA VESSEL: I would have one from May. The nets take everything, and the young cod go first.\n\n"
        "TOMAS BRANDVIK: I am against that, I have to say. My crew sleeps in the day and we would lose the season.\n\n"
        "LENE ORSK: And the new ice house, Ida?\n\n"
        "IDA VESSEL: It leaks already. Ask the mayor.\n"
    ),
    "letters.md": (
        "# Letters to the editor\n\n*The Vesk Herald, Friday 3 May 2030.*\n\n"
        "## The tram: build it\n\nSIR - I walk to work along Mill Street in the fumes of four hundred cars. "
        "Lay the rails this summer and be done.\n\n**Orla Tennick**, Mill Street\n\n"
        "## The tram: not on our street\n\nSIR - I have had the bakery for nineteen years. I am not against rails. "
        "I am against rails at the one door where flour is brought in.\n\n**Josef Harrower**, Baker’s Row\n"
    ),
    "hearing.md": (
        "# Hearing on the county plan, 9 June 2030\n\n"
        "The clerk, Petra Lowell, opened the hearing at seven and thanked the caretaker for the chairs.\n\n"
        "## The quarry\n\n"
        "Councillor Bruno Falk said he had been for it for years and was now against it. "
        "Councillor Maud Aske said yes, if the lorries stay out of the village.\n\n"
        "## School buses\n\n"
        "Councillor Maud Aske said that the last bus must wait for the choir.\n"
    ),
    "council.txt": (
        "date 2031-05-02 Council sits\n\n"
        "“I do not support the harbour tax,” Mira Quill said.\n\n"
        "“If the storms go on, we may sell the lighthouse,” Odran Tell said.\n\n"
        "“I have never taken money from the harbour company,” Tell said.\n\n"
        "“The new pool is far too dear,” Anna Lund said.\n\n"
        "“My boat has two sails,” Jon Reyk said. “It is blue.”\n"
    ),
    "speech.txt": (
        "Speech by Minister Olen Prado, 20 January 2031\n\n"
        "Minister Olen Prado said: “In Kestria, our capital, burglary in 2030 actually fell by a tenth.”\n\n"
        "Prado said: “Our fleets need neither new cannon nor new marines against the smugglers; "
        "we need patrols and good maps.”\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


STANDS = [
    ("Tomas Brandvik on a ban on trawling at night, pro or contra?", "I am against that"),
    ("Is Brandvik against a night trawling ban?", "I am against that"),
    ("Where does Ida Vessel stand on banning night trawling?", "I would have one"),
    ("is josef harrower against the new tram rails?", "I am against rails"),
    ("Is Bruno Falk for the quarry?", "now against it"),
    ("Bruno Falk and the quarry: for or against?", "now against it"),
    ("Was Prado in favour of sending cannon and marines against the smugglers?", "neither new cannon nor new marines"),
]


@pytest.mark.parametrize(("question", "words"), STANDS)
def test_the_words_that_take_a_side_come_first(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in answer.citations[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Is Tomas Brandvik in favour of a bridge to Lund?",
        "Where does Bruno Falk stand on dog licences?",
        "Is Maud Aske against joining NATO?",
        "Was Prado in favour of free museums?",
        # Another names it right beside his words.
        "Did Tell say that the harbour tax is fair?",
        "Is Jon Reyk against the new pool?",
    ],
)
def test_of_another_topic_nothing_is_shown(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found", answer.answer


def test_the_opposite_of_what_is_asked_is_shown_as_what_was_said(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Prado say burglary in Kestria had gone up in 2030?"))
    assert answer.status == "answered", answer.answer
    assert "fell by a tenth" in answer.citations[0].text
    assert not answer.answer.startswith("Yes")
