from __future__ import annotations

import pytest
import streamlit as st

from index.records import Document
from rag.records import Answer, Citation, Scope
from ui.source import panel


def cited(n: int) -> Citation:
    return Citation(n, "a.txt", "A", None, None, None, None, n, n + 1, "w", None, None, None, "verified")


def answered(cited_: tuple[Citation, ...], nearest: tuple[Citation, ...] = ()) -> Answer:
    return Answer(
        None, "q", "q", "answered", "fact", (), cited_, (), nearest, Scope(1, 1, None, None), "extractive", "v", 1.0
    )


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, panel._Opened]:
    kept: dict[str, panel._Opened] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def test_the_browser_names_a_citation_of_an_answer(state: dict[str, panel._Opened]) -> None:
    answers = [None, answered((cited(1), cited(2)), (cited(1),))]
    panel.open_named(answers, "1-2")
    assert state[panel._OPENED].citation == cited(2)
    panel.open_named(answers, "1-near-1")
    assert state[panel._OPENED].among == (cited(1),)


@pytest.mark.parametrize("name", ["0-1", "1-9", "7-1", "x-1", "1-x", "", "1", "-1-1", "1-near-x", "²-1"])
def test_a_name_that_means_nothing_opens_nothing(state: dict[str, panel._Opened], name: str) -> None:
    panel.open_named([None, answered((cited(1),))], name)
    assert not state


def test_one_goes_from_citation_to_citation_and_not_beyond() -> None:
    among = (cited(1), cited(2), cited(3))
    opened = panel._Opened(among[1], among)
    assert (opened.beside(-1), opened.beside(1)) == (among[0], among[2])
    assert panel._Opened(among[0], among).beside(-1) is None
    assert panel._Opened(among[2], among).beside(1) is None


def test_the_context_is_two_paragraphs_before_and_after() -> None:
    text = "\n\n".join(f"Paragraph {n} is here." for n in range(9))
    document = Document("a.txt", "p", "A", None, None, None, None, text, "0")
    start = text.index("4 is")
    first, last = panel.context(document, start, start + 4)
    assert text[first:last].strip() == "\n\n".join(f"Paragraph {n} is here." for n in range(2, 7))
    assert panel.context(document, 0, 4)[0] == 0
    assert panel.context(document, len(text) - 3, len(text))[1] == len(text)
