"""When something was first or last named: the document's day and passage, by all of its words and no scattered ones."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

MINUTES = {
    "minutes-2031-03.txt": "Minutes of the council of Vesk\n\n2 March 2031\n\nThe clerk spoke of the harbour dues.\n",
    "minutes-2031-05.txt": "Minutes of the council of Vesk\n\n9 May 2031\n\nAn engineer wants a weir below the mill.\n",
    "minutes-2032-01.txt": (
        "Minutes of the council of Vesk\n\n20 January 2032\n\nThe weir below the mill leaks, and the dues of the "
        "harbour are paid.\n"
    ),
    "letter.txt": "To whom it concerns\n\nThe weir below the mill was never asked for.\n",
    "office.txt": "News of Lorn\n\n5 June 2033\n\nA dyke was drawn. The DYKE office of Lorn opened on Mill Lane.\n",
    "guild-2029-agm.md": (
        "---\ntitle: 2029 AGM\ndate: 2033-08-26\n---\n\nThe guild wants new buoys for the regatta of the rowers.\n"
    ),
    "guild-2031-agm.md": (
        "---\ntitle: 2031 AGM\ndate: 2031-11-02\n---\n\nThe regatta of the rowers paid for itself.\n"
    ),
    "eskby.txt": "News of Eskby\n\n4 April 2030\n\nEskby has built a weir. Below it the dues of the lock rose.\n",
}


@pytest.fixture(scope="module")
def council(over: Over) -> Pipeline:
    return over(MINUTES)


@pytest.mark.parametrize(
    ("question", "words", "line"),
    [
        ("When was the weir below the mill first mentioned?", "An engineer", "The first of 2 documents that name"),
        ("What is the latest on the weir below the mill?", "leaks", "The newest of 2 documents that name"),
        ("When was the weir first discussed in the council minutes?", "An engineer", "The first of 2 documents"),
        ("Which document first mentions the weir?", "Eskby has built", "The first of 3 documents"),
        ("When were the harbour dues last mentioned?", "are paid", "The newest of 2 documents"),
        ("When was the lock first mentioned?", "Below it the dues", "One document names “the lock”"),
        ("When does the weir first come up in the council minutes, and over what?", "An engineer", "The first of 2"),
        ("In which Vesk meeting was a weir first suggested?", "An engineer", "The first of 2 documents"),
        ("When did DYKE first come up?", "The DYKE office", "One document names “DYKE”"),
        ("When was the regatta first mentioned?", "new buoys", "The first of 2 documents"),
    ],
)
def test_the_first_and_the_newest_are_shown(council: Pipeline, question: str, words: str, line: str) -> None:
    answer = council.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert answer.opening.startswith(line)
    assert words in answer.citations[0].text
    assert {each.check for each in answer.citations} == {"verified"}


def test_a_document_without_a_day_is_counted_apart(council: Pipeline) -> None:
    answer = council.ask(Turn("When was the weir below the mill first mentioned?"))
    assert answer.opening.endswith("is dated 9 May 2031; 1 document without a day names it too:")


@pytest.mark.parametrize("topic", ["lighthouse", "clerk's weir"])
def test_what_no_passage_names_is_not_dated(council: Pipeline, topic: str) -> None:
    answer = council.ask(Turn(f"When was the {topic} first mentioned?"))
    assert not answer.opening.startswith(("The first", "One document"))
