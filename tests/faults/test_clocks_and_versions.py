"""Clocks that are set back, and stores that another version made."""

from __future__ import annotations

import os
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from errors import StoreBusyError, StoreError
from index.storage.catalog import existing_catalog, open_catalog
from index.storage.catalog_tables import SCHEMA_VERSION
from index.storage.store import open_store
from index.sync import sync
from rag.pipeline import over
from rag.records import Turn
from settings import Settings
from tests.conftest import NewStore, embedded, indexed
from tests.faults.machine import HARBOUR, content, papers
from ui import conversations
from ui.conversations import Conversation, Exchange, Shelf


def test_the_order_of_conversations_does_not_follow_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        at = datetime(2031, 3, 2, tzinfo=UTC)

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            cls.at -= timedelta(days=1)
            return cls.at

    monkeypatch.setattr(conversations, "datetime", Clock)
    shelf = Shelf(tmp_path, "a" * 32)
    for number in range(3):
        shelf.save(Conversation(exchanges=[Exchange(f"Question {number}?")]))
    assert [each.title for each in shelf.listed()] == ["Question 2?", "Question 1?", "Question 0?"]
    shelf.save(shelf.listed()[-1])
    assert shelf.listed()[0].title == "Question 0?"


def test_a_file_is_known_by_its_words_and_not_by_its_time(tmp_path: Path) -> None:
    (folder := tmp_path / "papers").mkdir()
    file = folder / "berths.txt"
    file.write_text("At berth 4 there are 13 boats.", encoding="utf-8")
    with open_store(embedded(tmp_path / "store")) as store:
        sync([folder], store, Settings().passage_tokens)
        file.write_text("At berth 4 there are 14 boats.", encoding="utf-8")
        os.utime(file, (1, 1))
        assert sync([folder], store, Settings().passage_tokens).changed == 1
        document = store.catalog.document("berths.txt")
        assert document
        assert "14 boats" in document.text
        # The day of a document is what it says of itself, and of neither the file's time nor the clock's.
        assert document.published is None
        assert [each.said_on for each in store.catalog.statements("berths.txt")] == []


def test_waiting_for_a_lock_does_not_follow_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = embedded(tmp_path / "store")
    with open_store(settings):
        times = iter(range(2_000_000_000, 0, -86_400))
        monkeypatch.setattr(time, "time", lambda: next(times))
        started = time.monotonic()
        with pytest.raises(StoreBusyError):
            open_store(settings)
        assert time.monotonic() - started < 10


def set_fact(settings: Settings, name: str, value: str) -> None:
    with closing(open_catalog(settings)) as catalog:
        catalog.facts.set(name, value)


@pytest.mark.parametrize(
    ("version", "step"),
    [("4", "run: python -m index --rebuild, which keeps all of it"), ("99", "use that version"), ("x", "use that")],
    ids=["earlier", "later", "unknown"],
)
def test_a_store_of_another_version_is_left_as_it_is(
    new_store: NewStore, gazette_folder: Path, tmp_path: Path, version: str, step: str
) -> None:
    settings = indexed(gazette_folder, new_store(tmp_path / "store"))
    with open_store(settings) as store:
        set_fact(settings, "schema", version)
        # This process is the older one that is still open.
        with pytest.raises(
            StoreError, match=rf"made by another version \({version}, this one reads {SCHEMA_VERSION}\)"
        ):
            sync([papers(tmp_path / "papers", 1, 2)], store, Settings().passage_tokens)
        assert store.catalog.counts()["documents"] == 2
    with pytest.raises(StoreError, match=step):
        open_store(settings)
    with pytest.raises(StoreError, match="made by another version"):
        existing_catalog(settings)


def test_vectors_under_the_ids_of_before_are_brought_in_line(
    new_store: NewStore, gazette_folder: Path, tmp_path: Path
) -> None:
    settings = indexed(gazette_folder, new_store(tmp_path / "store"))
    with open_store(settings) as store:
        before = content(store)
        part = store.vectors.passages
        ids = sorted(part.ids())
        stored = part._collection.get(ids=ids, include=["embeddings"])
        part._collection.delete(ids=ids)
        part._collection.upsert(ids=[f"old-{number}" for number in range(len(ids))], embeddings=stored["embeddings"])
        set_fact(settings, "vectors", "in line")
    with open_store(settings) as store:
        assert content(store) == before
        assert over(store, settings).ask(Turn(HARBOUR)).status == "answered"
