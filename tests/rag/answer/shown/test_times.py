"""What was so at two times: each with its own words, and a time without any is said to have none."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "fuel.txt": (
        "Coal dearer than ever in Kestria\n\n14 September 2030\n\nThe price of coal in Kestria has reached 90 crowns a "
        "sack, the merchants said on Saturday. On May 3rd the guild had reported a price of 61 crowns a sack of "
        "coal, then a record. "
        "In July a sack of coal cost 75 crowns.\n"
    ),
    "2029.txt": "date 2029-05-01 Council\n\n“We spent four crowns on shelter for sailors,” Mayor Odran Tell said.\n",
    "2031.txt": (
        "date 2031-07-20 Council\n\n“With nine crowns we built shelter for two hundred sailors,” "
        "Mayor Odran Tell said.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Tell's shelter for sailors, how did it grow between 2029 and 2031?", "four crowns", "nine crowns"),
        ("How did Tell's message on sailors differ between 2029 and 2031?", "four crowns", "nine crowns"),
        ("Compare what Tell said about sailors in his 2029 speech and the one in 2031", "four crowns", "nine crowns"),
    ],
)
def test_each_time_has_its_own_words(town: Pipeline, question: str, first: str, second: str) -> None:
    answer = town.ask(Turn(question))
    assert len(answer.parts) == 2, answer.answer
    texts = {each.n: each.text for each in answer.citations}
    shown = [" ".join(texts[n] for n in part.citations) for part in answer.parts]
    assert first in shown[0]
    assert second in shown[1]


def test_a_passage_that_tells_of_both_times_stands_alone(town: Pipeline) -> None:
    answer = town.ask(Turn("How did the price of coal in Kestria move from May to September 2030?"))
    assert not answer.parts
    assert all(price in answer.citations[0].text for price in ("61 crowns", "90 crowns"))


def test_a_time_without_words_is_said_to_have_none(town: Pipeline) -> None:
    answer = town.ask(Turn("How did Tell's message on sailors differ between 2029 and 2030?"))
    assert [part.status for part in answer.parts] == ["answered", "not_found"]
