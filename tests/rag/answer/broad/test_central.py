from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.records import Document
from index.text.light_words import LIGHT_STEMS
from index.text.sentences import sentences
from rag.answer.broad.central import Part, central
from rag.answer.broad.parts import part_of, spread
from rag.rank.evidence import as_evidence


def document(text: str, key: str = "a.txt", day: str | None = None) -> Document:
    return Document(key, key, key, day, None, None, None, text, "")


def parts(text: str, key: str = "a.txt", day: str | None = None) -> list[Part]:
    whole = document(text, key, day)
    spans = sentences(text)
    return [
        part_of(whole, as_evidence(whole, span, None, score=1.0, coverage=1.0), place, len(spans))
        for place, span in enumerate(spans)
    ]


def said(chosen: list[Part]) -> list[str]:
    return [each.document.text[slice(*each.span)] for each in chosen]


MINES = (
    "The weather in the valley was mild and dry for the season. "
    "The mines of Lorn give salt and work to all the miners of Kestria. "
    "The mines of Lorn give salt and work to all the miners in Kestria. "
    "A flood closed the salt mines of Lorn and the miners lost their work for weeks. "
    "A boy found a red ball behind the old school on a hill."
)


def test_the_most_central_and_no_two_alike() -> None:
    chosen = said(central(parts(MINES), 2, lead=0.0))
    assert chosen == [said(parts(MINES))[1], said(parts(MINES))[3]]


def test_a_lead_counts_where_it_should() -> None:
    assert said(central(parts(MINES), 1, lead=5.0)) == [said(parts(MINES))[0]]


def test_words_that_say_little_do_not_count() -> None:
    (part,) = parts("One must always say many good things today.")
    assert part.stems == ()
    assert not {"mine", "salt"} & LIGHT_STEMS


def test_of_each_document_no_more_than_asked() -> None:
    both = [
        *parts(MINES, "a.txt", "2032-01-01"),
        *parts("Herring feeds the coast of Vesk all year.", "b.txt", "2031-01-01"),
    ]
    chosen = central(both, 2, most_of_one=1)
    assert [each.document.id for each in chosen] == ["b.txt", "a.txt"]


@given(st.lists(st.text("abc de.", min_size=1, max_size=60), max_size=12), st.integers(1, 6))
def test_never_more_than_asked_in_order_and_each_once(texts: list[str], number: int) -> None:
    chosen = central([part for n, text in enumerate(texts) for part in parts(text, f"{n}.txt")], number)
    assert len(chosen) <= number
    orders = [each.order for each in chosen]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_documents_are_spread_over_their_days() -> None:
    many = [document("Salt.", f"{n}.txt", date(2031, 1 + n // 28, 1 + n % 28).isoformat()) for n in range(300)]
    chosen = spread(many, 10)
    assert len(chosen) == 10
    assert (chosen[0].id, chosen[-1].id) == ("0.txt", "299.txt")
    assert spread(many[:3]) == many[:3]
