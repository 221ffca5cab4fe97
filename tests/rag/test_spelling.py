from functools import partial

import pytest

from index.embed import is_word
from rag.pipeline import Pipeline
from rag.records import Turn
from rag.spelling import corrected


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("about ukrane", "about ukraine"),
        ("the drnoes", "the drones"),
        ("the U.S. delegaton", "the U.S. delegation"),
        ("Valentin Ribakov", "Valentin Rybakov"),
        ("Ukraine and the drones", "Ukraine and the drones"),
        ("Iceland", "Iceland"),
        ("zeppelins", "zeppelins"),
        ("grateful", "grateful"),
        ("greatefull", "greatefull"),
        ("the “drnoes” of it", "the “drnoes” of it"),
        ("тэма drnoes", "тэма drones"),
    ],
)
def test_a_slip_is_read_as_the_documents_spell_it(sample: Pipeline, typed: str, read: str) -> None:
    assert corrected(typed, sample.store.catalog, partial(is_word, sample.store.embeddings)) == read


def test_words_that_are_told_to_stay_do(sample: Pipeline) -> None:
    assert (
        corrected("drnoes and delegaton", sample.store.catalog, lambda word: False, "Drnoes") == "drnoes and delegation"
    )


def test_what_was_read_is_shown(sample: Pipeline) -> None:
    answer = sample.ask(Turn("what did lukashneko say about ukrane"))
    assert answer.standalone == "what did lukashneko say about ukraine"
    assert answer.status == "answered"
