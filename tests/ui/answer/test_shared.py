from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from errors import StoreError
from rag.pipeline import Pipeline
from rag.records import Turn
from ui.answer import shared
from ui.conversations import Exchange


@pytest.fixture
def exchange(sample: Pipeline) -> Exchange:
    question = "What did Lukashenko say about Poland?"
    answer = sample.ask(Turn(question))
    return Exchange(question, answer, liked=False, note="private", asked="2031-05-02")


def test_a_shared_answer_is_the_answer_and_nothing_private(exchange: Exchange, tmp_path: Path) -> None:
    kept = shared.found(tmp_path, shared.keep(tmp_path, exchange))
    assert kept
    assert kept.exchange.answer == replace(exchange.answer, probability=exchange.answer.probability)  # type: ignore[union-attr,type-var]
    assert (kept.exchange.liked, kept.exchange.note, kept.day) == (None, "", "2031-05-02")
    assert "2 May 2031" in shared.about(kept)
    assert "1 document" in shared.about(kept)


def test_old_and_surplus_answers_are_deleted(exchange: Exchange, tmp_path: Path) -> None:
    tokens = [shared.keep(tmp_path, exchange) for _ in range(4)]
    for place, token in enumerate(tokens):
        when = time.time() - (400 if place == 0 else 10 - place) * shared.SECONDS_A_DAY
        os.utime(tmp_path / shared.FOLDER / f"{token}.json", (when, when))
    tokens.append(shared.keep(tmp_path, exchange, days=365))
    assert [bool(shared.found(tmp_path, each)) for each in tokens] == [False, True, True, True, True]
    tokens.append(shared.keep(tmp_path, exchange, most=2))
    assert [bool(shared.found(tmp_path, each)) for each in tokens] == [False, False, False, False, True, True]


def test_a_link_that_names_nothing_finds_nothing(tmp_path: Path) -> None:
    for token in ("", "../../etc/passwd", "0" * 32, "A" * 32):
        assert shared.found(tmp_path, token) is None


def test_what_is_not_answered_is_not_shared(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no answer to share"):
        shared.keep(tmp_path, Exchange("Who came?"))


def test_what_has_changed_since_is_said(exchange: Exchange, sample: Pipeline) -> None:
    answer = exchange.answer
    assert answer
    assert shared.changes(answer, sample) == []
    first, *rest = answer.citations
    other = replace(answer, citations=(replace(first, sha256="0" * 64), *rest))
    assert shared.changes(other, sample) == ["[1]: the document changed; the words still stand in it."]
    lost = replace(
        answer, citations=(replace(first, sha256="0" * 64, text="Nobody said these words here ever."), *rest)
    )
    assert shared.changes(lost, sample) == ["[1]: the document changed; the words are not in it any more."]
    gone = replace(answer, citations=(replace(first, doc="gone.txt"), *rest), index_version="older")
    missing, added = shared.changes(gone, sample)
    assert missing == "[1]: the document is not here any more."
    assert "Documents were added" in added
