"""What somebody said is answered by a passage where he speaks of it himself, not where another does beside him."""

from __future__ import annotations

import pytest

from rag.answer.passages.told_by import is_called, share_told_by, stands_in_words_of, stands_in_words_of_others
from rag.pipeline import Pipeline
from rag.records import Candidate, Query, Turn
from tests.rag.conftest import Over

QUAY = (
    "Voices from the quay\n\n7 June 2031\n\n"
    "Karl Ottesen mends nets at the quay. “My boat is paid for and I owe nobody,” said Ottesen. "
    "“The lighthouse lamp is too weak for the sound,” said Ilse Brandt, who stood with Karl Ottesen.\n"
)
TIDES = {f"tide{n}.txt": f"Tide of pier {n}\n\nHigh water stood at mark {n} of the pier.\n" for n in range(100)}


@pytest.fixture(scope="module")
def quay(over: Over) -> Pipeline:
    return over({"quay.txt": QUAY} | TIDES)


def _share(quay: Pipeline, speaker: str, topic: str) -> float:
    query = Query(f"What did {speaker} say about {topic}?", kind="statements", topic=topic, speaker=speaker)
    place = Candidate(document_id="quay.txt", start=0, end=len(QUAY), score=1.0)
    return share_told_by((speaker,), place, quay.weigh(query), quay.store.catalog)


def test_only_the_sentences_of_the_asked_speaker_name_his_topic(quay: Pipeline) -> None:
    assert _share(quay, "Ilse Brandt", "the lighthouse lamp") == 1.0
    assert _share(quay, "Karl Ottesen", "the lighthouse lamp") == 0.0
    assert 0.0 < _share(quay, "Karl Ottesen", "boat engines") < 1.0


def test_a_span_is_his_where_it_has_a_part_of_his_words(quay: Pipeline) -> None:
    said = quay.store.catalog.statements("quay.txt")
    lamp = QUAY.index("lamp")
    assert stands_in_words_of(("Ilse Brandt",), (lamp, lamp + 4), said)
    assert not stands_in_words_of(("Karl Ottesen",), (lamp, lamp + 4), said)


def test_a_span_is_anothers_where_it_has_words_of_somebody_else_alone(quay: Pipeline) -> None:
    said = quay.store.catalog.statements("quay.txt")
    lamp, nets = QUAY.index("lamp"), QUAY.index("mends")
    assert stands_in_words_of_others(("Karl Ottesen",), (lamp, lamp + 4), said)
    assert not stands_in_words_of_others(("Ilse Brandt",), (lamp, lamp + 4), said)
    assert not stands_in_words_of_others(("Karl Ottesen",), (nets, nets + 5), said)
    assert not stands_in_words_of_others(("Karl Ottesen",), (QUAY.index("owe"), lamp), said)


def test_what_another_says_beside_him_is_not_told_as_the_answer(quay: Pipeline) -> None:
    answer = quay.ask(Turn("How weak is the lamp, according to Karl Ottesen?"))
    assert answer.unsure or answer.status != "answered", answer.answer


@pytest.mark.parametrize(
    ("text", "is_his"),
    [
        ("It went well, Prime Minister\nOdran Tell said.", True),
        ("Tell (Minister for Rivers) rose.", True),
        ("Odran Tell, the rivers minister, rose.", True),
        ("Odran Tell met the rivers minister.", False),
        ("The rivers minister and Odran Tell rose.", False),
        ("Odran Tell rose. The minister did not.", False),
    ],
)
def test_somebody_is_called_by_a_post_right_beside_his_name(text: str, is_his: bool) -> None:
    assert is_called("Vesk's rivers minister", "Odran Tell", text) is is_his
