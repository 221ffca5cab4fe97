"""A sync killed at random instants leaves an index that the next run makes equal to a fresh one."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.storage.catalog import open_catalog
from index.storage.store import open_store
from index.sync import sync
from rag.pipeline import open_pipeline
from rag.records import Turn
from settings import Settings
from tests.conftest import ROOT

KILLS = 12
DOCUMENTS = 200
# Each names its berth: which of 200 papers alike comes first otherwise rests on the last bits of an approximate search.
QUESTIONS = [
    "What did Odran Tell say about berth 17?",
    "How many boats are at berth 120?",
    "Who counts the boats of berth 61?",
]


def write(folder: Path, number: int, version: int) -> None:
    (folder / f"{number:03d}.txt").write_text(
        f"date 2031-03-02 Report {version} on berth {number}.\n\n"
        f"“At berth {number} there are {number * 3 + version} boats,” Mayor Odran Tell said.\n\n"
        f"The harbour master counts the boats of berth {number} every morning, in any weather, {version} times.\n",
        encoding="utf-8",
    )


@pytest.mark.timeout(600)
def test_killed_at_random_instants(tmp_path: Path) -> None:
    draw = random.Random(20)
    folder, store = tmp_path / "papers", tmp_path / "store"
    folder.mkdir()
    for number in range(DOCUMENTS):
        write(folder, number, 0)
    killed = 0
    longest = 3.0
    for round_ in range(1, KILLS + 1):
        for number in draw.sample(range(DOCUMENTS), 30):
            write(folder, number, round_)
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "index", str(folder), "--store", str(store), "--prune"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(timeout=draw.uniform(0.9, longest))
            longest = max(1.2, time.monotonic() - started)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
        assert_whole(store)
    assert killed >= KILLS // 3
    assert_equal(folder, store, tmp_path / "fresh")


def assert_whole(store: Path) -> None:
    """Check that no document is half there, whenever the run was killed."""
    if not (store / "catalog.sqlite").exists():
        return
    catalog = open_catalog(Settings(store=store))
    for each in catalog.documents():
        document = catalog.document(each.id)
        assert document is not None
        passages = catalog.passages_of(each.id)
        assert "".join(document.text[p.start : p.end] for p in passages) == document.text
    catalog.close()


def assert_equal(folder: Path, resumed: Path, fresh: Path) -> None:
    found = []
    for store in (resumed, fresh):
        settings = Settings(store=store)
        with open_store(settings) as opened:
            sync([folder], opened, settings.passage_tokens, prune=True)
            texts = {each.id: opened.catalog.document(each.id) for each in opened.catalog.documents()}
            assert opened.vectors.passages.ids() == opened.catalog.vector_ids()
            assert opened.vectors.passages.count() == len(opened.catalog.vector_ids())
            ids = opened.catalog.vector_ids()
        pipeline = open_pipeline(settings)
        answers = [{**pipeline.ask(Turn(each)).to_json(), "elapsed_ms": 0} for each in QUESTIONS]
        pipeline.close()
        found.append((texts, ids, answers))
    assert found[0] == found[1]
