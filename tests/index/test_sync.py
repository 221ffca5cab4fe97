"""The store: equal to the files, safe when interrupted, held by one process, bound to one embedder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from errors import DocumentError, EmbedderError, StoreBusyError, StoreError
from index.storage import embeddings
from index.storage.catalog import open_catalog
from index.storage.embeddings import question_vectors
from index.storage.lock import StoreLock
from index.storage.store import Store, open_store
from index.storage.vectors.chroma import place_of
from index.sync import sync
from settings import Settings
from tests.conftest import GAZETTE, ROOT, embedded


def test_the_second_run_does_nothing(store: Store, folder: Path) -> None:
    first = sync([folder], store, 128)
    assert (first.added, first.unchanged, first.failed) == (2, 0, [])
    version = store.catalog.version()
    second = sync([folder], store, 128)
    assert (second.added, second.changed, second.unchanged) == (0, 0, 2)
    assert store.catalog.version() == version
    assert (second.passages, second.statements) == (first.passages, first.statements)


def test_the_store_alone_gives_back_every_text(store: Store, folder: Path) -> None:
    sync([folder], store, 32)
    for name, text in GAZETTE.items():
        document = store.catalog.document(name)
        assert document is not None
        passages = store.catalog.passages_of(name)
        assert "".join(document.text[each.start : each.end] for each in passages) == text
        assert len(passages) > 1


def test_a_change_takes_the_old_words_away(store: Store, folder: Path) -> None:
    sync([folder], store, 128)
    (folder / "2031-03-02-harbour.txt").write_text("The lighthouse burned down.", encoding="utf-8")
    report = sync([folder], store, 128)
    assert (report.changed, report.unchanged) == (1, 1)
    assert store.catalog.search(["lighthous"], 5)
    assert not store.catalog.search(["fishermen"], 5)
    assert store.vectors.passages.ids() == store.catalog.vector_ids()


def test_prune_removes_what_is_gone_and_only_when_asked(store: Store, folder: Path) -> None:
    sync([folder], store, 128)
    (folder / "2031-03-02-harbour.txt").unlink()
    assert sync([folder], store, 128).removed == 0
    assert store.catalog.document("2031-03-02-harbour.txt") is not None
    assert sync([folder], store, 128, prune=True).removed == 1
    assert store.vectors.passages.ids() == store.catalog.vector_ids()
    assert "Odran Tell" not in {name for name in store.catalog.speakers() if not store.catalog.documents_of(name)}


def test_a_file_that_cannot_be_read_loses_nothing(store: Store, folder: Path) -> None:
    sync([folder], store, 128)
    (folder / "2031-03-02-harbour.txt").write_bytes(b"\x00\x01\x02")
    report = sync([folder], store, 128, prune=True)
    assert [each["path"] for each in report.failed] == ["2031-03-02-harbour.txt"]
    document = store.catalog.document("2031-03-02-harbour.txt")
    assert document is not None
    assert document.text == GAZETTE["2031-03-02-harbour.txt"]


def test_an_interrupted_run_is_repaired_by_the_next(settings: Settings, folder: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with open_store(settings) as store:
        real, store.vectors.passages.make_equal = store.vectors.passages.make_equal, stop  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            sync([folder], store, 128)
        store.vectors.passages.make_equal = real  # type: ignore[method-assign]
        assert store.vectors.passages.ids() == set()
    with open_store(settings) as again:
        assert again.vectors.passages.ids() == again.catalog.vector_ids() != set()


def test_lost_vectors_are_rebuilt_without_embedding(settings: Settings, folder: Path) -> None:
    with open_store(settings) as store:
        sync([folder], store, 128)
    place_of(settings).remove(1)
    with open_store(settings) as again:
        sync([folder], again, 128)
        assert again.vectors.passages.ids() == again.catalog.vector_ids() != set()


def test_nothing_to_index_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    with pytest.raises(DocumentError, match="no document in"):
        sync([tmp_path / "void"], store, 128)


def test_a_store_of_another_embedder_is_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(settings).close()
    monkeypatch.setattr(embeddings, "MODEL_SHA256", "f" * 64)
    with pytest.raises(EmbedderError, match="was made with the embedder"):
        open_store(settings)
    monkeypatch.undo()
    open_store(settings).close()


def test_two_processes_never_share_a_folder(tmp_path: Path) -> None:
    opened = open_store(embedded(tmp_path / "store"))
    program = (
        "import sys; from pathlib import Path\n"
        "from settings import Settings; from index.storage.store import open_store\n"
        "from errors import StoreBusyError\n"
        "try: open_store(Settings(store=Path(sys.argv[1]), lock_seconds=0.2))\n"
        "except StoreBusyError as error: print(error)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(opened.folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    opened.close()
    assert "is in use by process" in ran.stdout


def test_the_lock_is_free_after_its_holder(tmp_path: Path) -> None:
    first, second = StoreLock(tmp_path), StoreLock(tmp_path)
    first.acquire(0.1)
    with pytest.raises(StoreBusyError):
        second.acquire(0.1)
    first.release()
    second.acquire(0.1)
    second.release()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(embedded(tmp_path / "store"))


def test_a_damaged_catalog_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    path.write_bytes(b"this is no database, it only has the name of one" * 50)
    with pytest.raises(StoreError, match="is damaged"):
        open_catalog(Settings(store=tmp_path))


def test_a_text_that_changes_within_its_offsets_has_its_new_vector(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "boats"
    folder.mkdir()
    # So many that one change does not rebuild all vectors.
    for number in range(20):
        (folder / f"{number:02d}.txt").write_text(f"The harbour of berth {number} has boats.", encoding="utf-8")
    sync([folder], store, 128)
    (folder / "07.txt").write_text("The cat slept on seven red chairs.", encoding="utf-8")
    (folder / "08.txt").write_text("The dog barked at eight blue cars.", encoding="utf-8")
    sync([folder], store, 128)
    (passage,) = store.catalog.passages_of("07.txt")
    (path := folder / "07.txt").write_text("The dog barked at seven red chair.", encoding="utf-8")
    assert len(path.read_text()) == passage.end
    sync([folder], store, 128)
    vector = question_vectors(store.embeddings, "a dog that barks").vector
    found = dict(store.search(vector, 20))
    assert found[passage.id] == pytest.approx(float(store.catalog.vectors_of([passage.id])[0] @ vector), abs=1e-5)


def test_connections_do_not_grow_with_threads(tmp_path: Path) -> None:
    catalog = open_catalog(Settings(store=tmp_path))
    for _ in range(50):
        thread = threading.Thread(target=catalog.counts)
        thread.start()
        thread.join()
    handles = [each for each in os.listdir("/proc/self/fd") if _leads_to(each, tmp_path / "catalog.sqlite")]
    assert len(handles) <= 2
    catalog.close()


def _leads_to(descriptor: str, path: Path) -> bool:
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}") == str(path)
    except OSError:
        return False


def test_a_character_that_a_database_cannot_store_moves_no_words(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "boats.jsonl"
    path.write_text(json.dumps({"id": "1", "text": "Berth\x00 one. “There are nine boats,” Mayor Odran Tell said."}))
    assert sync([path], store, 128).failed == []
    (statement,) = store.catalog.statements("boats.jsonl#1")
    document = store.catalog.document("boats.jsonl#1")
    assert document is not None
    assert "There are nine boats," in document.text[statement.start : statement.end]
