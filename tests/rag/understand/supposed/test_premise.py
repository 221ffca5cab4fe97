"""What a question supposes: of whom, what they did, and whether it supposes that they did not."""

from __future__ import annotations

import pytest

from rag.understand.supposed.premise import premise_of
from rag.understand.supposed.relations import other_wordings

SUPPOSED = {
    "Why did Reed sell the mill?": ("Reed", "sell the mill", False),
    "Why did Reed refuse to sell the mill?": ("Reed", "sell the mill", True),
    "Why didn't the mayor close the pool?": ("the mayor", "close the pool", True),
    "When did Lund and Eskby want to build a dam?": ("Lund and Eskby", "build a dam", False),
    "How many mills did Ana Quill buy?": ("Ana Quill", "buy mills", False),
    "Why did Lund council agree to the toll?": ("Lund council", "agree to the toll", False),
    "Why did the riveters' union accept the deal?": ("the riveters' union", "accept the deal", False),
    "Why are police treating the fire as arson?": ("police", "treating the fire as arson", False),
    "Did Reed, the mayor of Lund, sell the mill in his speech of 4 May?": ("Reed", "sell the mill", False),
}
NOTHING = [
    "Who sold the mill?",
    "How do members vote?",
    "Which groups cannot meet in Lund?",
    "How many days does the council have to choose a mayor?",
    "What is the population of Eskby?",
]


@pytest.mark.parametrize(("question", "supposed"), SUPPOSED.items(), ids=SUPPOSED.keys())
def test_what_is_supposed_is_read(question: str, supposed: tuple[str, str, bool]) -> None:
    premise = premise_of(question)
    assert premise is not None
    assert (premise.subject, premise.predicate, premise.denied) == supposed


@pytest.mark.parametrize("question", NOTHING)
def test_what_supposes_no_deed_of_somebody_has_no_premise(question: str) -> None:
    assert premise_of(question) is None


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Whose daughter is Lena Holt?", ("Who is Lena Holt the daughter of?",)),
        ("Who was Doro Pike's father?", ("Who was Doro Pike the son of?", "Who was Doro Pike the daughter of?")),
        ("Who is the wife of Odran Tell?", ("Who is Odran Tell the husband of?",)),
        ("Who is the mayor of Lund?", ()),
    ],
)
def test_a_relation_is_asked_from_the_other_side(question: str, others: tuple[str, ...]) -> None:
    assert other_wordings(question) == others
