"""Words under a denial, a condition, a question, a report or a hypothesis are told from words that stand plainly."""

from __future__ import annotations

import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from index.senses.sense import carries, is_shown, sense_of
from index.text.negation import DENIAL, LEXICON, NEGATION, is_negation
from index.text.word_lists import given_names
from tests.index.analysed import sense_of_cut, statements

TABLE = Path(__file__).with_name("senses.jsonl")
"""Invented sentences with a cut of each and the sense of the cut: `speaker` says `text`, and is asked for `cut`."""


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


cut = cache(sense_of_cut)


def test_the_table_has_thirty_sentences_of_each_sense() -> None:
    senses = [row["sense"] for row in rows()]
    assert min(map(senses.count, ("plain", "denied", "conditional", "asked", "reported", "hypothetical"))) >= 50


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_a_cut_is_plain_only_where_nothing_governs_it(row: dict[str, Any]) -> None:
    assert (cut(row["text"], row["cut"]) == "plain") == (row["sense"] == "plain")


def test_of_the_cuts_that_are_not_plain_nearly_all_have_their_own_sense() -> None:
    same = [cut(row["text"], row["cut"]) == row["sense"] for row in rows()]
    assert sum(same) / len(same) > 0.95


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        ("I never said we owe it. We owe it.", "We owe it.", "plain"),
        ("We don't want wars, but we will defend ourselves.", "we will defend ourselves", "plain"),
        ("We don't want wars.", "We don't want wars.", "plain"),
        ("We don't want wars.", "want wars", "denied"),
        ("Not only the quay but the mole is done.", "the mole is done", "plain"),
        ("Should we close the quay?", "Should we close the quay?", "asked"),
        ("We leave. Should we close the quay?", "We leave.", "plain"),
        ("If the ice holds, we go.", "If the ice holds, we go.", "conditional"),
        ("Even if the ice breaks, we go.", "we go", "plain"),
        ("Even if the ice breaks, we go.", "the ice breaks", "conditional"),
        ("We go, whether or not it rains.", "We go", "plain"),
        ("I deny that I never paid the toll.", "paid the toll", "denied"),
        ("I do not deny that we paid the toll.", "we paid the toll", "plain"),
    ],
)
def test_scope(text: str, words: str, sense: str) -> None:
    start = text.index(words)
    assert sense_of(text, (start, start + len(words))) == sense


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        ("Я никогда не говорил, что гавань надо закрыть.", "гавань надо закрыть", "denied"),
        ("Мы не хотим войны, но мы будем защищаться.", "мы будем защищаться", "plain"),
        ("Если мы закроем гавань, город умрёт.", "город умрёт", "conditional"),
        ("Не знаю, придёт ли корабль завтра.", "корабль завтра", "asked"),
        ("Говорят, что гавань закрыта.", "гавань закрыта", "reported"),
        ("Якщо порт закриють, місто помре.", "місто помре", "conditional"),
        ("Ми не хочемо війни.", "хочемо війни", "denied"),
        ("Калі порт закрыюць, горад памрэ.", "горад памрэ", "conditional"),
        ("Мы не хочам вайны.", "хочам вайны", "denied"),
        ("Nie powiedziałem, że port trzeba zamknąć.", "port trzeba zamknąć", "denied"),
        ("Jeśli zamkniemy port, miasto umrze.", "miasto umrze", "conditional"),
        ("Pytam, czy port jest zamknięty.", "port jest zamknięty", "asked"),
    ],
)
def test_the_slavic_basics(text: str, words: str, sense: str) -> None:
    start = text.index(words)
    assert sense_of(text, (start, start + len(words))) == sense


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        ("Ana Ruiz denied that “the mill was sold to a stranger last year.”", "the mill was sold", "denied"),
        ("Asked whether “the mill was sold last year,” Ana Ruiz laughed.", "the mill was sold", "asked"),
        ("If Ana Ruiz says “the mill is sold to them,” we leave.", "the mill is sold", "conditional"),
        ("According to rumours, Ana Ruiz said “the mill is sold to the bank.”", "the mill is sold", "reported"),
        ("According to Ana Ruiz, “the mill is sold to the bank.”", "the mill is sold", "plain"),
        ("Ana Ruiz, who was not at home, said: “The mill is sold to the bank.”", "The mill is sold", "plain"),
        ("“I never said,” Ana Ruiz told the Echo, “that the mill was sold.”", "the mill was sold", "denied"),
        ("“The mill,” Ana Ruiz told the Echo, “was never for sale.”", "was never for sale", "plain"),
        ("Ana Ruiz said: “He told me: ‘The mill is yours for a crown.’ I took it.”", "The mill is yours", "reported"),
        ("Ana Ruiz said: “I told him: ‘The mill is mine for ever.’ He left.”", "The mill is mine", "plain"),
    ],
)
def test_what_stands_around_a_quotation(text: str, words: str, sense: str) -> None:
    assert cut(text, words) == sense


def test_statements_carry_their_sense() -> None:
    text = "Ana Ruiz said: “Should the mill close in winter?”\n\nTomas Brandt denied that the mill would close.\n"
    found = {(each.speaker, each.kind, each.sense) for each in statements(text)}
    assert ("Ana Ruiz", "direct", "asked") in found
    assert ("Tomas Brandt", "reported", "denied") in found


def test_words_show_their_sense_only_where_what_gives_it_is_among_them() -> None:
    assert is_shown("Should the mill close?", "asked")
    assert not is_shown("the mill should close", "denied")


@pytest.mark.parametrize(
    ("sentence", "sense", "does"),
    [
        ("Ruiz said that the mill should close.", "denied", False),
        ("Ruiz denied saying that the mill should close.", "denied", True),
        ("Ruiz said they would leave if it rained.", "conditional", True),
        ("Ruiz said they will leave.", "conditional", False),
        ("Ruiz asked whether to leave.", "asked", True),
        ("Ruiz said that others claim it is lost.", "reported", True),
    ],
)
def test_a_sentence_in_other_words_carries_the_sense_or_does_not(sentence: str, sense: Any, does: bool) -> None:
    assert carries(sentence, sense) is does


def test_one_lexicon_of_negation() -> None:
    assert all(map(is_negation, ("not", "Never", "didn’t", "nobody", "не", "nigdy")))
    assert not is_negation("note")
    assert NEGATION.search("we couldn’t")
    assert not NEGATION.search("knotty nothings")
    assert DENIAL.search("he refused")


def test_a_hostile_text_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "they say that if not, " * count + "we go"
        started = time.perf_counter()
        sense_of(text, (len(text) - 5, len(text)))
        return time.perf_counter() - started

    seconds(10)
    assert seconds(20_000) < 1


@pytest.mark.parametrize("name", ["Ani", "Nic", "NIC", "Bez", "Max"])
def test_a_name_is_no_negation_of_another_language(name: str) -> None:
    text = f"We asked {name} to close the mill."
    start = text.index("to close")
    assert sense_of(text, (start, len(text) - 1)) == "plain"


def test_no_negation_is_a_given_name() -> None:
    assert {word for words in LEXICON["negations"].values() for word in words.split()} & set(given_names()) == set()
