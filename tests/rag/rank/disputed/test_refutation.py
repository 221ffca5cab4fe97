"""A claim that a document reports in order to refute it never stands without what refutes it."""

from __future__ import annotations

import pytest

from rag.answer.shown.disputed import REFUTED
from rag.pipeline import Pipeline
from rag.rank.disputed.refutation import denies, refutation
from rag.records import Turn
from tests.index.analysed import document
from tests.rag.conftest import Over

TEXTS = {
    "fact-check.txt": "Fact check: Mayor Pia Stern did not buy ferry shares\n\n9 May 2031\n\n"
    "The claim: Pia Stern bought 4,000 shares of Kestrel Ferries before the fares rose\n\n"
    "The fares of Kestrel Ferries rose on 2 May 2031.\n\n"
    "“Pia Stern bought 4,000 shares of Kestrel Ferries four days before,” one user wrote in a post.\n\n"
    "The post was shared 300 times.\n\nOur rating: False\n\n"
    "Based on our research, we rate FALSE the claim that Stern bought shares of Kestrel Ferries.\n",
    "honey.txt": "Honey and the heart, 10 May 2031\n\n"
    "Many people have assumed that heather honey would lower their blood pressure by half.\n\n"
    "But research has found that’s not true. A spoonful of it has 20 grams of sugar.\n",
    "myths.txt": "Six myths about the Lund tunnel, 11 May 2031\n\n"
    "Myth: The Lund tunnel floods at every high tide.\n\nFact: Its pumps have run for two hours in nine years.\n\n"
    "Myth: The Lund tunnel cost nine million crowns.\n\nReality: It cost four million crowns.\n",
    "mill.txt": "Fact check: No, the Orsund windmill was not sold to a foreign bank\n\n12 May 2031\n\n"
    "Claim: “The council has quietly sold the Orsund windmill to a foreign bank for two million crowns.” The claim was "
    "made in a film by Jorn Abel on 3 May and was seen by many.\n\nRating: False.\n\n"
    "The land book names the Guild of Millers as owner since 1990.\n",
}
SOLD = ("Has the windmill been sold to a bank?", "Did the council sell the Orsund windmill?")
NEAR_IT = "Why did the Orsund windmill get new sails in 1950?"
CLAIMS = {
    "a ruling": ("How many shares of Kestrel Ferries did the user write that Stern bought?", "FALSE"),
    "the next sentence": ("By how much does heather honey lower blood pressure?", "that’s not true"),
    "a list of myths": ("At which tide does the Lund tunnel flood?", "Its pumps have run"),
}


@pytest.fixture(scope="module")
def pages(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(("question", "words"), CLAIMS.values(), ids=CLAIMS.keys())
def test_a_refuted_claim_comes_after_its_refutation(pages: Pipeline, question: str, words: str) -> None:
    answer = pages.ask(Turn(question))
    assert words in answer.citations[0].text, answer.answer
    first = answer.segments[0].text
    assert first.startswith((REFUTED, "The documents do not say")) or words in first


def test_what_the_page_says_itself_is_no_claim(pages: Pipeline) -> None:
    answer = pages.ask(Turn("When did the fares of Kestrel Ferries rise?"))
    assert "2 May 2031" in answer.citations[0].text
    assert "FALSE" not in answer.citations[0].text


def test_a_fact_of_a_text_with_a_denial_is_shown_as_before(pages: Pipeline) -> None:
    answer = pages.ask(Turn("How much sugar has a spoonful of heather honey?"))
    assert REFUTED not in answer.answer
    assert "20 grams" in answer.answer


@pytest.mark.parametrize("question", SOLD)
def test_a_refuted_claim_does_not_answer_whether_it_is_so(pages: Pipeline, question: str) -> None:
    answer = pages.ask(Turn(question))
    # A passage that holds the claim holds its refutation too.
    shown = [each.text for each in answer.cited if "quietly sold" in each.text]
    assert all("Rating: False" in each for each in shown)
    assert not answer.answer.startswith("Yes")


@pytest.mark.parametrize("question", [*SOLD, NEAR_IT])
def test_a_refuted_claim_is_never_the_nearest_thing(pages: Pipeline, question: str) -> None:
    near = [each.text for each in pages.ask(Turn(question)).nearest if "quietly sold" in each.text]
    assert all("Rating: False" in each for each in near)


def test_the_headline_of_a_fact_check_is_no_claim(pages: Pipeline) -> None:
    answer = pages.ask(Turn(SOLD[0]))
    assert "was not sold" in answer.answer or "Rating: False" in answer.answer


@pytest.mark.parametrize(
    ("behind", "is_refuted"),
    [
        ("We have no such design.", False),
        ("The town had no such design in its drawers.", False),
        ("There is no such design.", True),
        ("That fund made no such design.", True),
    ],
)
def test_what_is_lacking_refutes_nothing(behind: str, is_refuted: bool) -> None:
    claim = "The fund pays for a post that shows a sealed design."
    assert (refutation(document(f"{claim} {behind}"), (0, len(claim))) is not None) == is_refuted


@pytest.mark.parametrize(
    ("words", "is_denied"),
    [
        ("The claim that the ferry sank has been discredited.", True),
        ("The conviction was based on a bite mark comparison that has since been discredited.", False),
        ("The claim was debunked by the harbour office.", True),
    ],
)
def test_a_method_that_was_discredited_is_no_claim(words: str, is_denied: bool) -> None:
    assert denies(words) is is_denied
