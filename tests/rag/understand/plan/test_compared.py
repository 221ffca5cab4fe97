"""Questions that compare people, in many wordings: who is compared, on what, and what is asked of each."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.plan.compared import compared_in
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Compare Tellmar and Quillon on the bridge", "the bridge"),
        ("Do Tellmar and Quillon agree about the bridge", "the bridge"),
        ("How do Tellmar and Quillon see the bridge", "the bridge"),
        ("How does Tellmar differ from Quillon on the bridge", "the bridge"),
        ("Where do Tellmar and Quillon disagree on the bridge", "the bridge"),
        ("Did Tellmar and Quillon share the same opinion on the bridge", "the bridge"),
        ("Are Tellmar and Quillon at odds over the bridge", "the bridge"),
        ("On the bridge, how do Tellmar and Quillon differ", "the bridge"),
        ("closing the bridge - where do Tellmar and Quillon each stand", "closing the bridge"),
        ("Compare Tellmar's and Quillon's bridge plans for their countries", "bridge plans"),
        ("How do Tellmar and Quillon see the bridge? They can't both be right", "the bridge"),
        ("Tellmar and Quillon both wanted the bridge moved. What exactly did each of them ask for", "the bridge moved"),
        ("Who is tougher on the bridge, Tellmar or Quillon", "the bridge"),
        ("Who was more critical of the bridge: Tellmar or Quillon", "the bridge"),
        ("Who promised more new cranes, Tellmar or Quillon", "new cranes"),
        ("Is Tellmar or Quillon harsher on the bridge", "the bridge"),
        ("Tellmar and Quillon on the bridge, where do they disagree", "the bridge"),
        ("Tellmar and Quillon on the bridge: how do the two differ", "the bridge"),
        ("Who is more afraid of the bridge, Tellmar or Quillon? What does each say", "the bridge"),
        ("How do Tellmar and Quillon differ on the bridge; what did each of them say about it", "the bridge"),
        ("Tellmar or Quillon: who speaks more about the bridge", "the bridge"),
        ("What are the main similarities between Tellmar and Quillon on the bridge", "the bridge"),
    ],
)
def test_who_is_compared_on_what(town: Pipeline, text: str, topic: str) -> None:
    assert compared_in(text, town.store.catalog) == (["Tellmar", "Quillon"], topic)


@pytest.mark.parametrize(
    "text",
    [
        "Who is older, the bridge or the ferry",
        "Do the boats and the trains differ on Sundays",
        "Is war or peace nearer to the town",
        "Who spoke more about the bridge in May or June",
    ],
)
def test_things_and_months_are_nobody(town: Pipeline, text: str) -> None:
    assert compared_in(text, town.store.catalog) is None
