"""Catalogs and vectors that are damaged or dropped: said, and recovered from an export or the catalog."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from benchmarks.servers import Servers
from errors import StoreError
from index.__main__ import main as index
from index.storage import store as store_module
from index.storage.store import open_store
from index.storage.vectors.chroma import place_of
from index.sync import sync
from rag.__main__ import main as rag
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from settings import Settings
from tests.conftest import ROOT, embedded, indexed
from tests.faults.machine import BERTH, BRIDGE, HARBOUR, content, error_line, papers, same

ASK_IN_CHROMA = """
import sys
from index.storage import store
from rag.__main__ import main
store.EXACT = 0
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def in_chroma(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no store be so small that its vectors are compared one by one."""
    monkeypatch.setattr(store_module, "EXACT", 0)


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _flipped(file: Path) -> None:
    draw, damaged = random.Random(4), bytearray(file.read_bytes())
    # Many to a page: which pages hold the documents depends on the tables that there are.
    for _ in range(2_000):
        damaged[draw.randrange(len(damaged) // 3, len(damaged))] ^= draw.randrange(1, 256)
    file.write_bytes(damaged)


def _gone(file: Path) -> None:
    file.unlink()


def _one_letter(file: Path) -> None:
    """Change a letter of a document's text alone, which the database takes for as good as the other one."""
    with closing(sqlite3.connect(file)) as catalog, catalog:
        catalog.execute("UPDATE documents SET text = replace(text, 'forty million', 'fifty million')")


@pytest.mark.parametrize("damage", [_cut, _flipped, _one_letter])
def test_a_damaged_catalog_is_named_and_an_export_recovers_it(
    gazette_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None]
) -> None:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    store, export = str(settings.store), str(tmp_path / "all.otr")
    assert index(["--export", export, "--store", store]) == 0
    capsys.readouterr()
    damage(settings.store / "catalog.sqlite")
    assert rag([HARBOUR, "--store", store]) == 1
    assert "is damaged" in (line := error_line(capsys))
    assert "move it away, then run: python -m index --import EXPORT, or index the documents again" in line
    assert index(["--export", str(tmp_path / "damaged.otr"), "--store", store]) == 1
    settings.store.rename(tmp_path / "away")
    assert index(["--import", export, "--store", store]) == 0
    assert rag([HARBOUR, "--store", store]) == 0
    assert "forty million" in capsys.readouterr().out


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize(
    ("name", "damage"),
    [("chroma.sqlite3", _cut), ("chroma.sqlite3", _flipped), ("chroma.sqlite3", _gone), ("header.bin", _gone)],
)
def test_damaged_vectors_are_rebuilt_from_the_catalog(
    many: Path, tmp_path: Path, in_chroma: None, name: str, damage: Callable[[Path], None], opened: bool
) -> None:
    settings = embedded(tmp_path / "store")
    shutil.copytree(many, settings.store)
    with closing(open_pipeline(settings)) as pipeline:
        before = same(pipeline.ask(Turn(BERTH)))
        if opened:
            _damage(settings.store, name, damage)
            assert same(pipeline.ask(Turn(BERTH))) == before
    if not opened:
        _damage(settings.store, name, damage)
    with closing(open_pipeline(settings)) as pipeline:
        assert same(pipeline.ask(Turn(BERTH))) == before
        content(pipeline.store)


def test_vectors_that_end_the_process_do_so_once(many: Path, tmp_path: Path, in_chroma: None) -> None:
    shutil.copytree(many, tmp_path / "store")
    _damage(tmp_path / "store", "header.bin", _flipped)
    command = [sys.executable, "-c", ASK_IN_CHROMA, BERTH, "--store", str(tmp_path / "store")]
    first, second = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True) for _ in range(2))
    assert first.returncode in (0, -signal.SIGSEGV)
    assert second.returncode == 0
    assert "At berth 4 there are" in second.stdout
    with open_store(embedded(tmp_path / "store")) as store:
        content(store)


@pytest.mark.parametrize("damage", [_cut, _flipped, _gone])
def test_a_small_store_answers_whatever_became_of_chroma(
    many: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    settings = embedded(tmp_path / "store")
    shutil.copytree(many, settings.store)
    with closing(open_pipeline(settings)) as pipeline:
        before = same(pipeline.ask(Turn(BERTH)))
    _damage(settings.store, "chroma.sqlite3", damage)
    with closing(open_pipeline(settings)) as pipeline:
        assert same(pipeline.ask(Turn(BERTH))) == before
        pipeline.store.settle()
        content(pipeline.store)


def _damage(store: Path, name: str, damage: Callable[[Path], None]) -> None:
    for file in list(store.glob(f"chroma-*/**/{name}")):
        damage(file)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of so many passages that Chroma wrote its index for them to disk."""
    folder = papers(tmp_path_factory.mktemp("many") / "papers", 1, 20)
    lines = "\n\n".join(f"The crane of berth {number} lifts {number} crates a day." for number in range(1_100))
    (folder / "cranes.txt").write_text(lines, encoding="utf-8")
    settings = embedded(folder.parent / "store")
    with open_store(settings) as store:
        sync([folder], store, 12)
    assert list(settings.store.rglob("header.bin"))
    return settings.store


def test_a_table_that_was_dropped_is_named(servers: Servers, gazette_folder: Path, tmp_path: Path) -> None:
    settings = indexed(gazette_folder, servers.settings(tmp_path / "store"))
    with open_store(settings) as store, psycopg.connect(settings.catalog_url, autocommit=True) as connection:
        connection.execute("DROP TABLE statements")
        with pytest.raises(StoreError, match=r"is damaged \(a table is missing\)"):
            store.catalog.counts()
        with pytest.raises(StoreError, match=r"is damaged \(the table statements is missing\)"):
            open_store(settings)


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
def test_a_collection_that_was_dropped_is_rebuilt(servers: Servers, served: Settings, opened: bool) -> None:
    pipeline: Pipeline = open_pipeline(served)
    before = same(pipeline.ask(Turn(BRIDGE)))
    if not opened:
        pipeline.close()
    place_of(served).remove(1)
    if not opened:
        pipeline = open_pipeline(served)
    with closing(pipeline):
        assert same(pipeline.ask(Turn(BRIDGE))) == before
        content(pipeline.store)
