import json
import time
from functools import partial
from pathlib import Path

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from index.storage.embeddings import is_word
from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.spelling import corrected
from tests.conftest import NewStore, pipeline_over


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
        ("droans", "drones"),
        ("the intrepreter", "the interpreter"),
        ("Droans", "Droans"),
    ],
)
def test_a_slip_is_read_as_the_documents_spell_it(sample: Pipeline, typed: str, read: str) -> None:
    assert corrected(typed, sample.store.catalog, partial(is_word, sample.store.embeddings)) == read


def test_words_that_are_to_stay_do(sample: Pipeline) -> None:
    assert (
        corrected("drnoes and delegaton", sample.store.catalog, lambda word: False, "Drnoes") == "drnoes and delegation"
    )


def test_what_was_read_is_shown(sample: Pipeline) -> None:
    answer = sample.ask(Turn("what did lukashneko say about ukrane"))
    assert answer.standalone == "what did lukashneko say about ukraine"
    assert answer.status == "answered"


def test_a_speakers_name_is_no_slip_of_another_name(new_store: NewStore, tmp_path: Path) -> None:
    record = {"id": "1", "title": "Address", "text": "We thank Rybakov for the ferry.", "speaker": "Ana Rybakovv"}
    question = "When did Rybakovv thank him?"
    with pipeline_over({"one.jsonl": json.dumps(record) + "\n"}, tmp_path, new_store) as pipeline:
        assert corrected(question, pipeline.store.catalog, lambda word: False) == question


def test_a_word_of_thousands_of_letters_costs_nothing(sample: Pipeline) -> None:
    started = time.monotonic()
    sample.ask(Turn("What did " + "a" * 1_900 + " say?"))
    assert time.monotonic() - started < 30


FERRY = {
    "2031-05-01.txt": (
        "The ferry\n\n“The ferry will definitely run, and separate lanes are built,” Mayor Odran Tellmar said. “We "
        "negotiated for nine weeks with the engineers of Kestria about the boilers and the harbour tax.”\n\n"
        "“Believe me, herring is cheap,” Mira Quillon said.\n"
    )
}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("wat tellmar say abuot feryr", "what tellmar say about ferry"),
        ("waht did quillon say abot hering", "what did quillon say about herring"),
        ("definately", "definitely"),
        ("seperate lanes", "separate lanes"),
        ("the enginears of kestria", "the engineers of kestria"),
        ("enginneers boilars", "engineers boilers"),
        ("harbuor taks", "harbour taks"),
        ("negotaition with kestrai", "negotiation with kestria"),
        ("the ingeneers", "the ingeneers"),
        ("wen did they negociated", "when did they negociated"),
        ("wich engineers", "which engineers"),
        ("zeppelens", "zeppelens"),
        ("farey", "farey"),
        ("whoo mentoined the boilers", "who mentioned the boilers"),
    ],
)
def test_several_words_are_mistyped(new_store: NewStore, tmp_path: Path, typed: str, read: str) -> None:
    with pipeline_over(FERRY, tmp_path, new_store) as pipeline:
        assert corrected(typed, pipeline.store.catalog, partial(is_word, pipeline.store.embeddings)) == read


def test_english_words_are_words_whoever_embeds() -> None:
    other = DeterministicFakeEmbedding(size=8)
    assert all(is_word(other, each) for each in ("statements", "Interpreter"))
    assert not is_word(other, "intrepreter")
