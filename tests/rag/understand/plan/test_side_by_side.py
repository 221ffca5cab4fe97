"""Questions that ask one thing of two people or things: what is asked of each."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.plan.side_by_side import of_each, of_single
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "What objections did Tellmar and Quillon raise to the bridge",
            ["What did Tellmar say about the bridge?", "What did Quillon say about the bridge?"],
        ),
        (
            "Why do Tellmar and Quillon both want a bridge",
            ["Why does Tellmar want a bridge?", "Why does Quillon want a bridge?"],
        ),
        (
            "What share of ferries is late according to Tellmar, and according to Quillon",
            [
                "What share of ferries is late according to Tellmar?",
                "What share of ferries is late according to Quillon?",
            ],
        ),
        (
            "What is the difference in price between a Wren and a Heron boat, in the yard's figures",
            [
                "What is the price of a Wren boat, in the yard's figures?",
                "What is the price of a Heron boat, in the yard's figures?",
            ],
        ),
        (
            "How does the price of a Heron compare with that of a Wren",
            ["What is the price of a Heron?", "What is the price of a Wren?"],
        ),
        (
            "How does the Heron compare with the Wren in length",
            ["What is the length of the Heron?", "What is the length of the Wren?"],
        ),
        (
            "What is planned for the yards at Oldmill and Sallow Bridge",
            ["What is planned for the yards at Oldmill?", "What is planned for the yards at Sallow Bridge?"],
        ),
        ("Where did Tellmar and Quillon meet", []),
        ("What did Tellmar and Quillon agree on", []),
        ("What came of the talks between Tellmar and Quillon", []),
        ("Who praised Tellmar and Quillon", []),
        ("What is the difference in price between 2030 and 2031", []),
        ("Why did the Minister for Health and Welfare resign", []),
    ],
)
def test_what_is_asked_of_each(town: Pipeline, text: str, each: list[str]) -> None:
    with town.store.catalog.reading():
        assert [one.asks for one in of_each(text, town.store.catalog)] == each


@pytest.mark.parametrize(
    ("question", "who", "single"),
    [
        ("What do Tell each think of it?", "Tell", "What does Tell think of it?"),
        ("What have Tell both said?", "Tell", "What has Tell said?"),
        ("What do the Germans say?", "the Germans", "What do the Germans say?"),
    ],
)
def test_a_question_of_one_has_its_verb(question: str, who: str, single: str) -> None:
    assert of_single(question, who) == single


BODIES = {
    "coast.md": "KEEL and the Lantern Party met the Salt Union on the tram, the weir and rents.\n",
    "lands.md": "Kestria is with Marland on the fleet. Free Ferries Lorn and Mill Street Residents saw Ash and Sons.\n",
}


@pytest.fixture(scope="module")
def coast(over: Over) -> Pipeline:
    return over(BODIES)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "How did KEEL and the Lantern Party differ on the tram in May 2031",
            [
                "What did KEEL say about the tram in May 2031?",
                "What did the Lantern Party say about the tram in May 2031?",
            ],
        ),
        (
            "KEEL and the Salt Union on the weir: how do they differ",
            ["What did KEEL say about the weir?", "What did the Salt Union say about the weir?"],
        ),
        (
            "Compare KEEL and the Salt Union on rents",
            ["What did KEEL say about rents?", "What did the Salt Union say about rents?"],
        ),
        (
            "What is the difference between KEEL and Free Ferries Lorn on rents",
            ["What did KEEL say about rents?", "What did Free Ferries Lorn say about rents?"],
        ),
        (
            "Do the Salt Union and the Lantern Party agree about the weir",
            ["What did the Salt Union say about the weir?", "What did the Lantern Party say about the weir?"],
        ),
        (
            "KEEL versus the Lantern Party on rents",
            ["What did KEEL say about rents?", "What did the Lantern Party say about rents?"],
        ),
        (
            "Compare what KEEL and the Lantern Party want changed on the tram",
            ["What does KEEL want changed on the tram?", "What does the Lantern Party want changed on the tram?"],
        ),
        (
            "What do KEEL and the Salt Union propose for the weir",
            ["What does KEEL propose for the weir?", "What does the Salt Union propose for the weir?"],
        ),
        (
            "How do KEEL and the Salt Union each see the weir",
            ["What did KEEL say about the weir?", "What did the Salt Union say about the weir?"],
        ),
        (
            "At the spring talks, how did Kestria's line on the fleet compare with Marland's",
            [
                "What did Kestria say about the fleet at the spring talks?",
                "What did Marland say about the fleet at the spring talks?",
            ],
        ),
        (
            "How does the Salt Union's position on rents differ from the Lantern Party's",
            ["What did the Salt Union say about rents?", "What did the Lantern Party say about rents?"],
        ),
        (
            "KEEL and the Mill Street Residents on the tram, where do they disagree",
            ["What did KEEL say about the tram?", "What did the Mill Street Residents say about the tram?"],
        ),
        ("How do Ash and Sons differ on the tram", []),
        ("How did KEEL and the Moth League differ on the tram", []),
        ("How do bakers and millers differ about rents", []),
        ("How did KEEL, the Salt Union and the Lantern Party differ on rents", []),
        ("Compare KEEL and the Lantern Party", []),
    ],
)
def test_what_is_asked_of_each_body(coast: Pipeline, text: str, each: list[str]) -> None:
    with coast.store.catalog.reading():
        assert [one.asks for one in of_each(text, coast.store.catalog)] == each
