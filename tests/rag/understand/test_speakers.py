"""Whose words are asked for, where names hold one another."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

NAMED = ("Odran Tell", "Odran Bram Tell", "Mira Quill", "Mira A. Quill", "Palo Jordan", "Georgia Brandt")
SPEAKERS = (*NAMED, "Iker Sol", "Mr. Iker Sol Vane", "Ana Mar Vane", "Ana Sol Quist", "the abbot", "The abbot")


@pytest.fixture(scope="module")
def town(over_each_store: Over) -> Pipeline:
    records = [{"id": each, "speaker": each, "text": f"I am {each}, and the ferry is mine."} for each in SPEAKERS]
    return over_each_store({"speeches.jsonl": "\n".join(map(json.dumps, records))})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Odran Tell", {"Odran Tell"}),
        ("Odran Bram Tell", {"Odran Bram Tell"}),
        ("Odran T. Tell", {"Odran Tell", "Odran Bram Tell"}),
        ("Tell", {"Odran Tell", "Odran Bram Tell"}),
        ("Mira Quill", {"Mira Quill", "Mira A. Quill"}),
        ("Mira Tell", set()),
        ("Jordan", {"Palo Jordan"}),
        ("Georgia", set()),
        ("Sol", {"Iker Sol", "Mr. Iker Sol Vane"}),
        ("Mar", {"Ana Mar Vane"}),
        ("the abbot", {"the abbot", "The abbot"}),
    ],
)
def test_a_full_name_is_nobody_with_more_or_fewer_names(town: Pipeline, asked: str, found: set[str]) -> None:
    assert set(find_speakers(asked, town.store.catalog)) == found
