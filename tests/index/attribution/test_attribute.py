"""Whole documents: the sample, the tricky cases, whether a text attributes anything to somebody, hostile texts."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from index.attribution.attribute import analyse, attributes
from index.read.load import Found, load
from index.records import Document, Statement
from tests.conftest import SAMPLE
from tests.index.analysed import document


def sample_statements() -> tuple[Document, list[Statement]]:
    path = next(Path(SAMPLE).glob("*.txt"))
    found = next(iter(load(Found(path, path.name))))
    assert isinstance(found, Document)
    return found, analyse(found).statements


def test_every_quotation_of_the_sample_has_its_speaker() -> None:
    found, statements = sample_statements()
    assert len(statements) == 10
    reply = next(each for each in statements if found.text[each.start : each.end] == "I understand.")
    assert (reply.speaker, reply.reported_by) == ("Donald Trump", "Aleksandr Lukashenko")
    others = [each for each in statements if each != reply]
    assert {each.speaker for each in others} == {"Aleksandr Lukashenko"}
    assert {each.said_on for each in others} == {"2025-09-11"}
    assert reply.said_on is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odran Tell, the mayor, believed in ferries.", True),
        ("Ferries are best, said Mayor Odran Tell.", True),
        ("According to the memoirs of Tell, it rained.", True),
        ("He said that people like Tell were to blame.", False),
        ("They showed Tell the plans.", False),
    ],
)
def test_whether_a_text_says_what_somebody_said(text: str, expected: bool) -> None:
    assert attributes(text, "Odran Tell") is expected


TRICKY = Path(__file__).resolve().parents[4] / "shared" / "tricky_quotes.jsonl"


def test_the_tricky_cases() -> None:
    if not TRICKY.is_file():
        pytest.skip("the shared tricky cases are not here")
    failed = []
    for line in TRICKY.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        found = [(text[each.start : each.end], each.speaker) for each in analyse(document(text)).statements]
        missing = [each for each in case["expected"] if (each["text"], each["speaker"]) not in found]
        if missing or any(words in case["not_speech"] for words, _ in found):
            failed.append((case["id"], missing, found))
    assert failed == []


HOSTILE = {
    "straight marks": '"' * 100_000,
    "single marks for double ones": "Ana said “x.’ Ba " * 6_000,
    "empty labels": ":\n" * 50_000,
    "marks and words": '"a ' * 33_000,
    "curly marks": "“”" * 50_000,
    "open marks": "“a " * 33_000,
    "an open mark a paragraph": "“A b c.\n\n" * 10_000,
    "capitals": "Ana Ruiz " * 11_000,
    "initials": "A " * 50_000,
    "cues": "“a,” he said. " * 7_000,
    "nested": "“I said ‘a ‘b ‘c " * 6_000,
    "roles": "the head of state " * 5_500,
    "according": "according to " * 7_700,
    "that": "Ana said that " * 7_000,
    "labels": "A: b\n" * 20_000,
    "asides": "Ana Ruiz, the, the, " * 5_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_time_with_its_length(name: str) -> None:
    whole = seconds_of(HOSTILE[name][:100_000])
    # Four times the text: with the square it would be sixteen times the time.
    assert whole < 9 * A_MOMENT or whole < 9 * seconds_of(HOSTILE[name][:25_000])


A_MOMENT = 0.15
"""Of processor time; less is measured too badly to be compared."""


def seconds_of(text: str) -> float:
    started = time.process_time()
    analyse(document(text))
    return time.process_time() - started
