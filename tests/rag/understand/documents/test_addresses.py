"""Who is asked for by an office of a place, and is named in no document, is answered from the address that he gives."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

OWN = (
    "Mr. President, members of the assembly, thank you. I want to begin by thanking the people of {place} for the "
    "opportunity to serve as {office}.\n\nI have walked our roads. My promise is that we mend {number} roads a year, "
    "because frost breaks them.\n\nI know that we can, and my family knows it. God bless {place}.\n"
)
PAPERS = {
    "Kestria_2031.txt": OWN.format(place="Kestria", office="Governor", number=40),
    "Marland_2031.txt": OWN.format(place="Marland", office="Governor", number=70),
    "Eskby.txt": OWN.format(place="Eskby", office="your Mayor", number=9),
    "Lorn_2030.txt": OWN.format(place="Lorn", office="Governor", number=11),
    "Lorn_2031.txt": OWN.format(place="Lorn", office="Governor", number=12),
    "Vesk_report.txt": "The governor of Vesk spoke of roads on Monday. The roads of Vesk are broken, 300 of them.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("What did Kestria's governor say about roads?", "Kestria_2031.txt"),
        ("What did the governor of Marland say about roads?", "Marland_2031.txt"),
        ("What did the Kestria governor say about roads?", "Kestria_2031.txt"),
        ("Why are Kestria's roads broken, according to the governor?", "Kestria_2031.txt"),
        ("What did the mayor of Eskby say about roads?", "Eskby.txt"),
        # Two addresses, a report that speaks of a governor, another office, and a place that no document has.
        ("What did Lorn's governor say about roads?", None),
        ("What did the governor of Vesk say about roads?", None),
        ("What did the mayor of Kestria say about roads?", None),
        ("What did the governor of Tolby say about roads?", None),
        # Under a name nothing is shown that no document bears out.
        ("What did Governor Odran Tell say about roads in Kestria?", None),
    ],
)
def test_the_address_of_an_office_is_meant(town: Pipeline, question: str, document: str | None) -> None:
    query = town.understand(Turn(question))
    assert query.document == document
    assert (query.speaker is query.unheld is None) is (document is not None)


def test_its_words_are_nobodys_by_name(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Kestria's governor say about roads?"))
    shown = answer.citations or answer.nearest
    assert {(each.doc, each.speaker) for each in shown} == {("Kestria_2031.txt", None)}
    assert "Who gives the address Kestria_2031.txt is not named in it" in (answer.notice or "")


def test_a_governor_who_is_named_may_be_somebody_else(town: Pipeline) -> None:
    query = town.understand(Turn("What are the main points of Governor Tell's address in Kestria?"))
    assert query.document is None
