"""A title, a heading and a byline tell what a text is on; they answer no yes, no or why, and are no more to read."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "tram.md": (
        "# Fact check: did the Vesk tram really slow the fire engines?\n\nBy Orla Tennick, 3 May 2031\n\n"
        "The tram opened in March. It runs along Mill Street every ten minutes, and 4,000 people ride it a day. "
        "It cost 41 million crowns, of which the land paid half.\n\n"
        "## Fire engines on Mill Street\n\nFire engines may use the rails. Josef Harrower drives one of them.\n"
    ),
    "mill.md": (
        "**Hearing on the loss of the Lorn mill, Tuesday 8 June 2031**\n\n"
        "Words by Ida Quist\n\nThe mill stood for two hundred years by the weir. Eleven people worked in it. "
        "The insurers have not paid so far.\n"
    ),
}
HEADS = ("Fact check:", "By Orla", "## Fire", "Fire engines on Mill Street", "Hearing on", "Words by")


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that the tram slowed the fire engines?",
        "Did the tram really slow down fire engines on Mill Street?",
        "Was the loss of the Lorn mill heard in court?",
        "Why was the mill in Lorn lost?",
        "How much did the Vesk tram cost and who paid?",
    ],
)
def test_what_only_heads_a_text_is_not_shown_as_an_answer(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    shown = [each.text.strip(" *#\n") for each in answer.citations]
    # A passage begins with what heads it, and goes on.
    assert not any(each.startswith(HEADS) and len(each.split()) < 20 for each in shown), answer.answer


def test_who_wrote_a_text_is_still_told_by_its_byline(town: Pipeline) -> None:
    answer = town.ask(Turn("Who wrote about the Vesk tram?"))
    assert "Orla Tennick" in answer.answer


LETTERS = {
    "flood.txt": (
        "The flood at Vesk\n\nFrom a letter to Sol Marr from the mill, 9 June:\n\nWe were again visited with rain. "
        "A carter, Pim Holm, was drowned below the weir in the flood at Vesk.\n"
    ),
    "debate.txt": (
        "Questions to ministers\n\nMr. ORRIN\n\nasked the Treasurer whether he would promise to pay the night watch "
        "at Lorn quay.\n\nThe TREASURER:\n\nI leave it to the harbour board.\n"
    ),
    "prices.txt": "The fair at Esk\n\nPrice of a stall at the fair:\n\nTwelve crowns a day.\n\nStalls close at nine.\n",
}


@pytest.fixture(scope="module")
def letters(over: Over) -> Pipeline:
    return over(LETTERS)


@pytest.mark.parametrize(
    "question",
    [
        "Who was drowned in the flood at Vesk?",
        "Did the treasurer promise to pay the night watch at Lorn quay?",
        "What is the price of a stall at the fair?",
    ],
)
def test_a_line_that_announces_others_is_never_shown_alone(letters: Pipeline, question: str) -> None:
    answer = letters.ask(Turn(question))
    assert not any(each.text.rstrip().endswith(":") for each in (*answer.citations, *answer.nearest)), answer.answer


def test_a_line_that_announces_a_price_is_shown_with_it(letters: Pipeline) -> None:
    answer = letters.ask(Turn("What is the price of a stall at the fair?"))
    assert "Twelve crowns a day." in answer.answer


PICTURES = {
    "fissure.txt": (
        "The fissure at Lorn\n\nA map of the new fissure at Lorn on May 19, 2031. Credit: IMV.\n\n"
        "The fissure at Lorn opened at 10:17 pm, says the weather office.\n"
    ),
    "tram.txt": (
        "The tram of Esk\n\nThe tram of Esk before it burnt down, on June 3. Photo: Ina Orr\n\n"
        "The tram of Esk burnt down on June 8, 2031.\n"
    ),
    "bridge.txt": (
        "A bridge\n\nWorkers close the bridge of Skell on July 1, 2031. (AP Photo/Sol Marr)\n\n"
        "The bridge of Skell was closed by the council on July 2, 2031.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What time and day did the fissure at Lorn open?", "10:17"),
        ("When did the tram of Esk burn down?", "June 8"),
        ("When was the bridge of Skell closed?", "July 2"),
    ],
)
def test_a_caption_does_not_lead(over: Over, question: str, words: str) -> None:
    answer = over(PICTURES).ask(Turn(question))
    assert words in answer.citations[0].text, answer.answer
