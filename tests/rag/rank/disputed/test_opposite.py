"""What a question supposes is denied in other words than its own: refused, another's deed, or what nobody is after."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "tram.txt": "Tram scheme voted down\n\n4 May 2031\n\n"
    "The proposal for the Quay Street tram was rejected by Lund council on Tuesday. Shopkeepers cheered.\n",
    "deal.txt": "Strike goes on at the yard\n\n9 May 2031\n\n"
    "The riveters' union met for two hours. The wage deal of Kestrel Yards was turned down, and pickets stay.\n",
    "band.txt": "The Tarn Five at the Mill\n\n12 May 2031\n\n"
    "Odran Tell leads the Tarn Five. “We are just having fun. We're not looking for a record deal or nothing,” "
    "Tell says.\n",
    "league.txt": "In the corridors\n\n16 May 2031\n\n"
    "The delegate of Orsund explained that it was Vesk, not Orsund, that had applied for a seat in the river league.\n",
    "court.txt": "Farr against Harbour Mutual\n\n20 May 2031\n\n"
    "The insurer appeals to this court over the death of Pia Farr. The clause does not apply, the insurer has no "
    "defence to the claim and the appeal must be dismissed.\n",
    "fire.txt": "Fire at the rope works\n\n22 May 2031\n\n"
    "The fire at the rope works is not being treated as arson, according to police.\n",
    "plan.txt": "The lido plan\n\n25 May 2031\n\n"
    "Eskby council rejected objections to the lido and then approved the plan because the old bath leaks.\n",
    "hall.txt": "The hall\n\n27 May 2031\n\n"
    "Brix council accepted the design of the hall. Last year it had rejected another design of the hall.\n",
    "trial.txt": "The trial of Oda Wirth\n\n29 May 2031\n\n"
    "Oda Wirth is accused of burning the granary of Tarn. She has pleaded not guilty and calls it an accident.\n",
    "station.txt": "The pier of Vesk\n\n1 June 2031\n\n"
    "The regional assembly has given the green light to widen the pier of Vesk. Masons start in autumn.\n",
    "clerk.txt": "The clerk leaves\n\n3 June 2031\n\n"
    "Clerk Ines Aber leaves after ten years. Aber says that her departure isn't linked to the missing ledgers.\n",
    "theft.txt": "Three months for thefts\n\n5 June 2031\n\n"
    "Nils Sorn took lamps from the quay. After pleading guilty to nine thefts he got three months.\n",
    "loan.txt": "The shipyard loan\n\n7 June 2031\n\n"
    "Bo Falk spoke last. The harbour party refused to support the shipyard loan, and Falk wants it this week.\n",
}
CONTRADICTED = {
    "refused": ("Why did Lund council approve the Quay Street tram?", "was rejected by Lund council"),
    "turned down": ("Why did the riveters' union accept the wage deal of Kestrel Yards?", "was turned down"),
    "not after it": (
        "Why was Odran Tell chasing a record contract for the Tarn Five?",
        "not looking for a record deal",
    ),
    "another's": ("Why did Orsund apply for a seat in the river league in 2031?", "Vesk, not Orsund"),
    "a side that lost": ("Why did the court side with the insurer over the death of Pia Farr?", "must be dismissed"),
    "passive": ("Why are police treating the fire at the rope works as arson?", "not being treated as arson"),
    "a plea": ("Why did Oda Wirth admit burning the granary?", "pleaded not guilty"),
    "agreed to": ("Why did the assembly refuse to widen the pier of Vesk?", "green light to widen"),
    "not linked": ("Why did Ines Aber link her departure to the ledgers?", "isn't linked to the missing ledgers"),
    "done after all": ("Why did Nils Sorn not plead guilty to the thefts?", "After pleading guilty"),
}
NOT_CONTRADICTED = {
    "another refused": "Why did Bo Falk back the shipyard loan?",
    "objections were refused": "Why did Eskby council approve the lido plan?",
    "it was accepted": "Why did Brix council accept the design of the hall?",
    "another deed": "Why did Lund council paint the Quay Street tram?",
    "another's plan": "Why did Brix council approve the Quay Street tram?",
    "refusing is asked": "Why did Lund council reject the Quay Street tram?",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(("question", "words"), CONTRADICTED.values(), ids=CONTRADICTED.keys())
def test_the_opposite_comes_first(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.segments[0].text.startswith("The documents do not say"), answer.answer
    assert words in answer.citations[0].text
    assert answer.status == "not_found"


@pytest.mark.parametrize("question", NOT_CONTRADICTED.values(), ids=NOT_CONTRADICTED.keys())
def test_what_is_said_or_refused_of_another_thing_contradicts_nothing(town: Pipeline, question: str) -> None:
    assert "contradicts" not in town.ask(Turn(question)).answer
