"""A store in one file: what is exported comes back whole, and what is damaged takes nothing in."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.servers import Servers
from errors import StoreError
from index import backup
from index.__main__ import main as index
from index.store import Store, open_store
from index.sync import sync
from rag.pipeline import Pipeline, open_pipeline, over
from rag.records import Turn
from settings import Settings
from tests.conftest import GAZETTE, ROOT, SAMPLE, NewStore, embedded, indexed

GOLD = ROOT / "evals" / "gold" / "sample.jsonl"


@pytest.fixture(scope="module")
def exported(sample: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "sample.otr"
    counts = backup.export(sample.store.catalog, path)
    assert counts == sample.store.catalog.counts()
    return path


@pytest.fixture
def store(new_store: NewStore, tmp_path: Path) -> Iterator[Store]:
    with open_store(new_store(tmp_path / "store")) as opened:
        yield opened


def _answers(settings: Settings) -> list[dict[str, Any]]:
    """Return the answers to the shipped gold questions over a store, as commands print them."""
    pipeline = open_pipeline(settings)
    asked = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    answers = [pipeline.ask(Turn(each["question"], tuple(each.get("history") or ()))) for each in asked]
    pipeline.close()
    return [{**each.to_json(), "elapsed_ms": 0.0} for each in answers]


def _moved(source: Settings, target: Settings, path: Path) -> None:
    """Export one store, remove it where it lies in a folder, and take it into another."""
    with open_store(source) as opened:
        counts = backup.export(opened.catalog, path)
        vectors = opened.vector_count()
    shutil.rmtree(source.store, ignore_errors=True)
    with open_store(target) as opened:
        assert backup.import_(path, opened) == counts
        assert opened.vector_count() == vectors


def test_a_store_goes_to_servers_and_back_with_the_same_answers(servers: Servers, tmp_path: Path) -> None:
    first = indexed(SAMPLE, embedded(tmp_path / "first"))
    second, third = servers.settings(tmp_path / "second"), embedded(tmp_path / "third")
    answers = _answers(first)
    _moved(first, second, tmp_path / "to-servers.otr")
    assert _answers(second) == answers
    _moved(second, third, tmp_path / "and-back.otr")
    assert _answers(third) == answers


def test_nothing_is_read_again_after_it(exported: Path, store: Store) -> None:
    backup.import_(exported, store)
    assert sync([SAMPLE], store, Settings().passage_tokens).unchanged == 1


def test_it_goes_beside_what_is_there(exported: Path, store: Store, gazette_folder: Path) -> None:
    sync([gazette_folder], store, Settings().passage_tokens)
    backup.import_(exported, store)
    assert len(store.catalog.documents()) == 1 + len(GAZETTE)
    answer = over(store, Settings()).ask(Turn("What did Odran Tell say about the harbour?"))
    assert answer.status == "answered"


def test_an_interrupted_run_goes_on(exported: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(backup, "_take_documents", stop)
        with pytest.raises(KeyboardInterrupt):
            backup.import_(exported, store)
    assert store.catalog.counts()["documents"] == 0
    assert backup.import_(exported, store)["documents"] == 1


def _damaged(exported: Path, path: Path, name: str, content: bytes | None) -> Path:
    with zipfile.ZipFile(exported) as old, zipfile.ZipFile(path, "w") as new:
        for each in old.namelist():
            held = old.read(each) if each != name else content
            if held is not None:
                new.writestr(each, held)
    return path


@pytest.mark.parametrize("name", [backup.DOCUMENTS, backup.VECTORS, backup.FILES, backup.MANIFEST])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1, 2]"])
def test_a_damaged_export_takes_nothing_in(
    exported: Path, store: Store, tmp_path: Path, name: str, content: bytes | None
) -> None:
    with pytest.raises(StoreError, match="damaged or no export"):
        backup.import_(_damaged(exported, tmp_path / "damaged.otr", name, content), store)
    assert store.catalog.counts()["documents"] == 0


def test_a_cut_export_is_damaged(exported: Path, store: Store, tmp_path: Path) -> None:
    (tmp_path / "cut.otr").write_bytes(exported.read_bytes()[:-100])
    with pytest.raises(StoreError, match="damaged or no export"):
        backup.import_(tmp_path / "cut.otr", store)


@pytest.mark.parametrize(
    ("key", "value", "told"), [("embedder", "another", "another embedder"), ("schema", "3", "another version")]
)
def test_an_export_of_another_kind_is_refused(
    exported: Path, store: Store, tmp_path: Path, key: str, value: str, told: str
) -> None:
    with zipfile.ZipFile(exported) as archive:
        about = json.loads(archive.read(backup.MANIFEST)) | {key: value}
    path = _damaged(exported, tmp_path / "other.otr", backup.MANIFEST, json.dumps(about).encode())
    with pytest.raises(StoreError, match=told):
        backup.import_(path, store)


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other, file = str(tmp_path / "one"), str(tmp_path / "other"), str(tmp_path / "store.otr")
    assert index([str(SAMPLE), "--store", one]) == 0
    assert index(["--export", file, "--store", one]) == 0
    assert f"written to {file}" in capsys.readouterr().out
    assert index(["--import", file, "--store", other, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 1
    assert index(["--export", str(tmp_path / "none" / "x.otr"), "--store", one]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert index(["--import", str(tmp_path / "none.otr"), "--store", other]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert index(["--export", file, "--store", str(tmp_path / "void")]) == 1


def test_a_damaged_catalog_tells_how_to_recover(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / "catalog.sqlite").write_bytes(b"this is no database" * 100)
    assert index([str(SAMPLE), "--store", str(store)]) == 1
    assert "--import EXPORT" in capsys.readouterr().err
