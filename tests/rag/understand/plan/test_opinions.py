"""Questions for what somebody thinks of a thing, in forms without a verb of saying: whose, and of what."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import SPEECHES

GREETED = {
    "id": "reef",
    "speaker": "Lio Taranga",
    "date": "2031-05-03",
    "title": "Statement of Reef Alliance in the River Assembly, 2031 — Mr. Lio Taranga, Vice-President",
    "text": "Coral dies in warm water.\n\nNo ferry stops at our island.",
}
LOBBY = {
    "id": "lobby",
    "date": "2031-05-09",
    "text": "“The tax ruins small yards,” said Veda Norrland, a lobbyist for the yards.\n\n"
    "Mira Quillon left the council hall in tears when the old crane of Vesk was torn down.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over({"town.jsonl": "\n".join(map(json.dumps, (*SPEECHES, GREETED, LOBBY)))})


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("Tellmar on what the masons did for the bridge", "Tellmar", "what the masons did for the bridge"),
        ("quillon about tellmar's years in the harbour office", "Quillon", "tellmar's years in the harbour office"),
        ("Mira Quillon: is the bridge worth its price?", "Mira Quillon", "is the bridge worth its price"),
        ("Germany on customs houses and who needs them", "Germany", "customs houses and who needs them"),
        ("Quillon's reaction to the new bridge", "Quillon", "the new bridge"),
        ("What was Mira Quillon's first reply to the masons?", "Mira Quillon", "the masons"),
        ("the verdict of Mira Quillon on the bridge", "Mira Quillon", "the bridge"),
        ("What does Quillon make of the bridge?", "Quillon", "the bridge"),
        ("What did Holdane want for the fishermen?", "Holdane", "the fishermen"),
        ("How did Quillon react to the new bridge?", "Quillon", "the new bridge"),
        ("Does Tellmar believe the ferries are safe?", "Tellmar", "the ferries are safe"),
        ("Is Germany for sitting down to talks on sanctions?", "Germany", "sitting down to talks on sanctions"),
        ("Is Holdane angry about the tax?", "Holdane", "the tax"),
        ("what Tellmar hopes for the coast", "Tellmar", "the coast"),
        ("Tellmar warns of the sinking coast", "Tellmar", "the sinking coast"),
        ("What must be done with the bridge, says Tellmar?", "Tellmar", "What must be done with the bridge"),
        ("Is the bridge worth it, in Quillon's view?", "Quillon", "Is the bridge worth it"),
        ("Is the tax fair? What Holdane said", "Holdane", "Is the tax fair"),
        ("Does Holdane want the tax gone? What did he say?", "Holdane", "the tax gone"),
        ("the Kestrian president on the coast and its sinking", "the Kestrian president", "the coast and its sinking"),
        ("Reef Alliance on what warm water does to coral", "Reef Alliance", "what warm water does to coral"),
        ("Reef Alliance's vice president on warm water", "Reef Alliance's vice president", "warm water"),
        ("lobbyist Veda Norrland on the tax for yards", "lobbyist Veda Norrland", "the tax for yards"),
    ],
)
def test_whose_view_is_asked_for(town: Pipeline, question: str, speaker: str, topic: str) -> None:
    query = town.understand(Turn(question))
    assert (query.kind, query.speaker, query.topic) == ("statements", speaker, topic)
    assert query.speakers


@pytest.mark.parametrize(
    "question",
    [
        "When was Mira Quillon born?",
        "How old is Holdane?",
        "What did Tellmar sign?",
        "What did Tellmar build on the coast?",
        "How many ferries does Janner own?",
        "Which year was the tax raised, says Holdane?",
        "Holdane wants the tax paid by whom?",
        "What is Tellmar's position at the harbour office?",
        "Nils Varga on the bridge of Vesk",
        "the mother of Mira Quillon on the bridge",
        "Tellmer's cousin on the bridge",
        "France on the sanctions of the assembly",
        "the French foreign minister on the sanctions of the assembly",
        "the report on the years of Tellmar",
        "How did the dam react to the storm?",
        "Does the harbour want a new crane?",
    ],
)
def test_other_questions_ask_for_no_view(town: Pipeline, question: str) -> None:
    query = town.understand(Turn(question))
    assert (query.kind, query.speaker) == ("fact", None)


def test_whoever_only_sounds_alike_is_not_meant(over: Over) -> None:
    texts = {"a.txt": "“The weir leaks,” said Benno Romano.\n\n“We fish at night,” said Karl Haynes.\n"}
    pipeline = over(texts)
    for question in ("Romania on the weir and its leaks", "Hayes on fishing in the night"):
        assert pipeline.understand(Turn(question)).speaker is None


def test_a_view_is_answered_by_his_own_words(town: Pipeline) -> None:
    answer = town.ask(Turn("Holdane's complaint about the harbour tax"))
    assert (answer.kind, answer.citations[0].speaker) == ("statements", "Joseph R. Holdane Jr.")
    assert "unfair" in answer.citations[0].text


def test_what_no_words_of_his_tell_is_answered_as_a_fact(town: Pipeline) -> None:
    answer = town.ask(Turn("How did Mira Quillon react when the old crane of Vesk was torn down?"))
    assert (answer.status, answer.kind) == ("answered", "fact")
    assert "in tears" in answer.answer


def test_a_view_that_nobody_gave_is_refused(town: Pipeline) -> None:
    assert town.ask(Turn("Quillon on the volcano and its ashes")).status == "not_found"
