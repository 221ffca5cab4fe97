"""Every vector of a catalog is compared: the nearest come first, as a plain reading of all vectors finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.records import passage_of
from index.storage import store as store_module
from index.storage.embeddings import question_vectors
from index.storage.store import Store, open_store
from index.sync import sync
from tests.conftest import embedded, written

TRADES = "baker cooper dyer fuller glazier hatter joiner mason potter saddler tanner weaver".split()
QUESTIONS = ["What does the baker sell?", "Who mends barrels?", "How is leather made?", "When is the fair?"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {f"{trade}.txt": f"The {trade} of Vesk works in the lane behind the fair.\n" for trade in TRADES}
    # Word for word the same: equally near to anything.
    return written(tmp_path_factory.mktemp("trades"), {**texts, "again.txt": texts["baker.txt"]})


@pytest.fixture(scope="module")
def store(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(embedded(tmp_path_factory.mktemp("nearest") / "store")) as opened:
        sync([folder], opened, 128)
        yield opened


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_nearest_are_those_of_all_and_equals_stand_by_their_id(store: Store, question: str) -> None:
    vector = question_vectors(store.embeddings, question).vector
    ids = sorted(passage_of(each) for each in store.catalog.vector_ids())
    cosines = dict(zip(ids, map(float, store.catalog.vectors_of(ids) @ vector), strict=True))
    expected = sorted(ids, key=lambda key: (-cosines[key], key))
    found = store.catalog.nearest.search(vector, 100)
    assert [key for key, _ in found] == expected
    assert dict(found) == pytest.approx(cosines, abs=1e-6)
    assert store.catalog.nearest.search(vector, 3) == found[:3]


@pytest.mark.parametrize("question", QUESTIONS)
def test_chroma_finds_the_same(store: Store, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    vector = question_vectors(store.embeddings, question).vector
    every = dict(store.search(vector, 100))
    compared = store.search(vector, 5)
    monkeypatch.setattr(store_module, "EXACT", len(TRADES))
    searched = store.search(vector, 5)
    assert [score for _, score in searched] == pytest.approx([score for _, score in compared], abs=1e-5)
    assert dict(searched) == pytest.approx({key: every[key] for key, _ in searched}, abs=1e-5)


def test_a_change_is_found_at_once(folder: Path, tmp_path: Path) -> None:
    copied = written(tmp_path / "trades", {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()})
    with open_store(embedded(tmp_path / "store")) as store:
        assert store.search(np.ones(384, dtype=np.float32), 5) == []
        sync([copied], store, 128)
        vector = question_vectors(store.embeddings, "Who shoes horses?").vector
        before = {key for key, _ in store.search(vector, 100)}
        written(copied, {"smith.txt": "The smith of Vesk shoes horses.\n"})
        sync([copied], store, 128)
        after = store.search(vector, 100)
        assert [each.document_id for each in store.catalog.passages([after[0][0]]).values()] == ["smith.txt"]
        assert {key for key, _ in after} - before == {after[0][0]}


def test_a_larger_store_is_searched_in_chroma(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = embedded(tmp_path / "store")
    with open_store(settings) as store:
        sync([folder], store, 128)
        assert store.compares_all()
    monkeypatch.setattr(store_module, "EXACT", len(TRADES))
    with open_store(settings) as store:
        monkeypatch.setattr(store.catalog.nearest, "search", None)
        assert not store.compares_all()
        assert len(store.search(np.ones(384, dtype=np.float32), 5)) == 5
