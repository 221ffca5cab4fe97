"""What is said of somebody who has no statement: in how many documents the name stands, and where."""

from __future__ import annotations

import pytest

from rag.answer.not_found import _nothing_said
from rag.pipeline import Pipeline
from rag.records import Query, Turn
from tests.rag.conftest import Over

TOWN = {
    "brother.txt": "Karel Vondra opened the mill of Vesk. Later Vondra left by the side door.",
    "bare.txt": "When Quillon came to Lund the council was at lunch. The council of Lund waited.",
    "titled.txt": "President Ostrand visited the quay. The quay is old.",
    "whole.txt": "The prize went to Ada Holm and to Pim Holm of Lund.",
    "joined.txt": "The Tarn-Sollis government fell in May. The vote was close.",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("name", "documents"),
    [
        ("Milena Vondra", []),
        ("Karel Vondra", ["brother.txt"]),
        ("Ines Quillon", ["bare.txt"]),
        ("Rolf Ostrand", ["titled.txt"]),
        ("Ada Holm", ["whole.txt"]),
        ("Nils Holm", []),
        ("Ruta Sollis", []),
    ],
)
def test_a_surname_of_another_names_nobody(town: Pipeline, name: str, documents: list[str]) -> None:
    answer = town.ask(Turn(f"What did {name} say about bridges?"))
    assert answer.status == "not_found"
    if documents:
        assert f"The surname {name.split()[-1]} stands in 1 document" in answer.answer
        assert [each.doc for each in answer.nearest] == documents
    else:
        assert "stands in" not in answer.answer


@pytest.mark.parametrize(
    ("texts", "name", "documents"),
    [
        ((TOWN["brother.txt"], "Dr. Vondra came too."), "Karel Vondra", 2),
        (("Ines Marr lit the lamp.", "The lamp was bought by Odo Marr.", "Marr paid for it."), "Ines Marr", 3),
        (("Pim Sorrel sang.", "Lena Sorrel wrote it.", "The sorrel grew tall."), "Lena Sorrel", 2),
    ],
)
def test_a_surname_is_counted_whoever_bears_it(over: Over, texts: tuple[str, ...], name: str, documents: int) -> None:
    town = over({f"{at}.txt": text for at, text in enumerate(texts)})
    answer = town.ask(Turn(f"What did {name} say about bridges?"))
    assert f"The surname {name.split()[-1]} stands in {documents} documents." in answer.answer
    assert "No words were recognised as those of" in answer.answer


def test_a_name_is_counted_without_where_its_bearer_works(over: Over) -> None:
    town = over(
        {"a.txt": "Ines Marr lit the lamp.", "b.txt": "The Vesk Harrier lit none.", "c.txt": "The Harrier paid."}
    )
    answer = town.ask(Turn("What did Ines Marr of the Vesk Harrier say about bridges?"))
    assert "The surname Marr stands in 1 document." in answer.answer


@pytest.mark.parametrize(
    ("topic", "shown"),
    [
        ("abut the bridge users numbers", "No sure answer about “abut the bridge users numbers” was found"),
        ("Griner deserved her sentence", "about “Griner deserved her sentence” was found"),
        ("herring", "about herring was found"),
        ("the ferry", "No sure answer about the ferry was found in what Quill said."),
        ("why the ferry was sold", "No sure answer to this was found in what Quill said."),
        ("in Vesk", "No sure answer to this was found in what Quill said."),
    ],
    ids=["mistyped", "a clause", "a word", "two words", "a question", "a place"],
)
def test_a_topic_that_may_not_fit_is_quoted(topic: str, shown: str) -> None:
    query = Query(f"What did Quill say about {topic}?", kind="statements", topic=topic, speaker="Quill")
    assert shown in _nothing_said(query)


CALLED, LATER = "No document is called “nope”. Searched", "The first day asked for, 2 May 2025, is after the last, "


@pytest.mark.parametrize(
    ("turn", "cause"),
    [
        (Turn("What did Karel Vondra say about bridges?", document="nope"), CALLED),
        (Turn("Who opened the mill?", document="nope"), CALLED),
        (Turn("Did Vondra say “the mill is mine”?", document="nope"), CALLED),
        (Turn("Who opened the mill?", since="2025-05-02", until="2024"), LATER),
        (Turn("What did Karel Vondra say about bridges?", since="2025-05-02", until="2025-05-01"), LATER),
    ],
    ids=["a speaker's words", "a fact", "a quotation", "a year before", "a day before"],
)
def test_a_filter_that_allows_nothing_is_the_cause(town: Pipeline, turn: Turn, cause: str) -> None:
    answer = town.ask(turn)
    assert answer.status == "not_found"
    assert cause in answer.answer


@pytest.mark.parametrize(
    "turn",
    [
        Turn("What did Karel Vondra say about bridges?", document="*.txt"),
        Turn("What did Karel Vondra say about bridges?", since="2024-05-02", until="2024"),
        Turn("What did Karel Vondra say about bridges?", since="2024", until="2024"),
    ],
    ids=["a document is there", "a day in the year", "one year"],
)
def test_filters_that_allow_something_are_no_cause(town: Pipeline, turn: Turn) -> None:
    answer = town.ask(turn).answer
    assert "No words were recognised as those of Karel Vondra. Searched" in answer
