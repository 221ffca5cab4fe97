"""Where no sentence surely answers, the passages that perhaps do are shown whole, and nothing is claimed of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rag.answer.opening.wording import OF_IT, UNSURE
from rag.answer.passages.perhaps import Perhaps
from rag.answer.passages.read import text_read
from rag.check.cite import cited_in
from rag.pipeline import Pipeline
from rag.records import Reading, Turn
from tests.rag.answer.passages.papers import PAPERS
from tests.rag.conftest import Over

TIDES = {f"tide{n}.txt": f"Tide of pier {n}\n\nHigh water stood at mark {n} of the pier.\n" for n in range(100)}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("mending the slipway or building one anew, which is better value in the end?", "the cheaper of the two"),
        ("how come the board cannot keep its watchmen", "four crowns more"),
        ("was the harbour master scared of being sacked?", "No, honestly, no"),
        ("how often has Sand complained about the wages?", "in 2027, in 2029"),
        ("who refused to come when the bakery was opened and for what reason", "something against giving away rooms"),
        ("where did the baker get her money from?", "borrowed the rest from an aunt"),
        ("what does the mayor admit she got wrong about the school building?", "I was wrong and she was right"),
        ("are pupils allowed their mobiles in class", "stay in the cloakroom"),
        ("what is really behind the clean water in the bay?", "mostly the mussels"),
        ("what could undo the recovery of the bay", "One disease"),
        ("what does the fisherwoman live on these days?", "look at seals"),
        ("which vessel blocked the way into the port that winter night", "The Marit lay across"),
    ],
)
def test_what_is_told_in_other_words_is_shown(papers: Pipeline, question: str, words: str) -> None:
    answer = papers.ask(Turn(question))
    shown = answer.citations or answer.nearest
    assert words in " ".join(each.text for each in shown), answer.answer
    assert {each.check for each in shown} == {"verified"}


@pytest.mark.parametrize(
    "question",
    [
        "What did Greta Osmund say about the slipway?",
        "What is Tove Lindgren's opinion of Ulrik Dane?",
        "Why did Runa Feld quarrel with Jonas Petrell?",
        "When was the airport of Sundholm opened?",
    ],
)
def test_names_that_no_document_has_are_answered_by_nothing(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    assert answer.status == "not_found", answer.answer
    assert not answer.citations


@pytest.mark.parametrize(
    "question", ["What did Runa Feld say about the mussels?", "What did Mayor Ada Brandt say about the slipway?"]
)
def test_an_asked_speaker_is_given_no_passage_of_others(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    words = " ".join(each.text for each in answer.citations)
    assert "mussel" not in words
    assert "rotted" not in words


def test_the_reader_is_given_only_passages_in_which_the_asked_speaker_speaks_or_is_named(over: Over) -> None:
    pipeline = over(PAPERS | TIDES)
    assert isinstance(pipeline.perhaps, Perhaps)
    near, given = pipeline.perhaps.near, list[str]()

    def reads(question: str, texts: Sequence[str]) -> list[Reading]:
        given.extend(texts)
        return [Reading(-2.0, -2.0, 0, 1) for _ in texts]

    question = "What did Runa Feld say about the mussels of the bay?"
    replace(pipeline, perhaps=replace(pipeline.perhaps, near=replace(near, reads=reads))).ask(Turn(question))
    assert given
    assert [each for each in given if "Feld" not in each] == []
    # Passages of others are nearer.
    nearest = near(pipeline.understand(Turn(question)))
    texts = [text_read(pipeline.document(each.candidate.document_id), each.candidate) for each in nearest]
    assert [each for each in texts if "Feld" not in each]


def test_among_many_what_is_likely_enough_is_told_as_the_answer(over: Over) -> None:
    answer = over(PAPERS | TIDES).ask(Turn("where did the baker get her money from?"))
    assert (answer.status, answer.unsure, answer.nearest) == ("answered", False, ())
    assert answer.answer.startswith(f"{OF_IT}\n\n")
    assert "from an aunt" in answer.citations[0].text


def test_what_the_reader_has_in_another_passage_than_the_nearest_is_the_answer(over: Over) -> None:
    pipeline = over({**PAPERS, **TIDES})
    assert isinstance(pipeline.perhaps, Perhaps)

    def reads(question: str, texts: Sequence[str]) -> list[Reading]:
        at = [each.find("from an aunt") for each in texts]
        return [Reading(0.5 if each >= 0 else -1.5, 0.0, each, each + 12) for each in at]

    told = replace(pipeline, perhaps=replace(pipeline.perhaps, near=replace(pipeline.perhaps.near, reads=reads)))
    answer = told.ask(Turn("where did the baker get her money from?"))
    assert (answer.status, answer.unsure) == ("answered", False)
    assert "from an aunt" in answer.citations[0].text


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ("Why did Runa Feld sell her van?", "and who stayed away when it opened?", "Only councillor Bo Trell"),
        ("What is the state of the slipway?", "how long would that other kind last?", "last sixty years"),
        (
            "Where have the young watchmen gone?",
            "who took them on and what is that worth?",
            "four crowns more",
        ),
    ],
)
def test_a_follow_up_is_looked_for_behind_its_question(
    papers: Pipeline, before: str, question: str, words: str
) -> None:
    answer = papers.ask(Turn(question, history=(before,)))
    shown = answer.citations or answer.nearest
    assert words in " ".join(each.text for each in shown), answer.answer


def test_what_is_only_perhaps_the_answer_is_told_so(papers: Pipeline) -> None:
    answer = papers.ask(Turn("how come the board cannot keep its watchmen"))
    assert (answer.status, answer.unsure, answer.citations) == ("not_found", True, ())
    assert answer.opening == UNSURE
    assert answer.answer.startswith(UNSURE)
    assert all(each.text in answer.answer for each in answer.nearest)
    assert answer.to_json()["unsure"]


def test_at_the_strictest_level_nothing_is_perhaps_the_answer(papers: Pipeline) -> None:
    assert isinstance(papers.perhaps, Perhaps)
    strict = replace(papers, perhaps=replace(papers.perhaps, strictness="strict"))
    answer = strict.ask(Turn("mending the slipway or building one anew, which is better value in the end?"))
    assert not answer.unsure
    assert "the cheaper of the two" not in answer.answer
    assert "the cheaper of the two" in " ".join(each.text for each in answer.nearest)


def test_a_quotation_is_shown_with_the_passage_in_which_it_stands(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Did Sand say “Every evening since 2012”?"))
    quoted, place = answer.citations
    assert quoted.text.startswith("Every morning since 2012")
    assert "Were you afraid" in place.text
    assert answer.verdict == "altered"


def test_suggestions_have_an_answer_that_is_no_perhaps(papers: Pipeline) -> None:
    answer = papers.ask(Turn("What did Runa Feld say about the loft?", suggests=True))
    assert answer.suggestions
    assert not any(papers.ask(Turn(each)).unsure for each in answer.suggestions)


def test_clients_are_given_what_an_unsure_refusal_shows(papers: Pipeline) -> None:
    unsure = papers.ask(Turn("how come the board cannot keep its watchmen")).to_json()
    assert cited_in(unsure) == unsure["nearest"]
    sure = papers.ask(Turn("Why do the watchmen leave?")).to_json()
    assert cited_in(sure) == sure["citations"]
    refused = papers.ask(Turn("What did Greta Osmund say about the slipway?")).to_json()
    assert cited_in(refused) == []


SIGNED = (
    "News from the council\n\nThe harbour plan was debated in January. It is a list of wishes and no plan, and forty "
    "thousand crowns were paid for it.\n\nThe road to the mill is mended in May. Whoever has a garden may ask for a "
    "brown bin, which is emptied every second week.\n\n{name} Borough Councillor\n"
)


@pytest.mark.parametrize(("name", "is_shown"), [("Nora Quist", True), ("Emil Sand", False)])
def test_passages_of_what_somebody_signed_are_perhaps_the_answer(over: Over, name: str, is_shown: bool) -> None:
    asked = over({**PAPERS, "council.txt": SIGNED.format(name=name)})
    answer = asked.ask(Turn("What did councillor Nora Quist say of the harbour plan?"))
    assert answer.status == "not_found"
    assert answer.unsure is is_shown, answer.answer


TALK = (
    "I was asked how we get the thing so hot without coal.\n\nWe lead the heat of the bakery through a brick channel "
    "below the floor, and it stays in the stones until morning.\n\n(Applause)\n"
)


@pytest.mark.parametrize(("name", "is_known"), [("Helen Storck", True), ("Greta Osmund", False)])
def test_a_name_in_a_title_alone_is_known(over: Over, name: str, is_known: bool) -> None:
    asked = over({**PAPERS, "Helen_Storck_Pots_without_coal.txt": TALK})
    perhaps = asked.perhaps
    assert isinstance(perhaps, Perhaps)
    assert bool(perhaps._near(asked.understand(Turn(f"when did {name} build the channel")))) is is_known
