"""Whose words are asked for, where names hold one another."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from rag.pipeline import Pipeline, open_pipeline
from rag.understand.speakers import find_speakers
from tests.conftest import NewStore, indexed

NAMED = ("Odran Tell", "Odran Bram Tell", "Mira Quill", "Mira A. Quill", "Palo Jordan", "Georgia Brandt")
SPEAKERS = (*NAMED, "Iker Sol", "Mr. Iker Sol Vane", "Ana Mar Vane", "Ana Sol Quist", "the abbot", "The abbot")


@pytest.fixture(scope="module")
def town(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    folder = tmp_path_factory.mktemp("speeches")
    records = [{"id": each, "speaker": each, "text": f"I am {each}, and the ferry is mine."} for each in SPEAKERS]
    (folder / "speeches.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    pipeline = open_pipeline(indexed(folder, new_store(tmp_path_factory.mktemp("speeches-store") / "store")))
    yield pipeline
    pipeline.close()


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
