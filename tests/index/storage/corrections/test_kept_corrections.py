"""Corrections that outlast changed files, rebuilds, exports and interruptions."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from index import shown
from index.backup import backup
from index.storage.catalog_writer import CatalogWriter
from index.storage.store import Store, open_store
from index.sync import sync
from tests.conftest import GAZETTE, NewStore
from tests.index.storage.corrections.papers import (
    BRIDGE,
    FISHERMEN,
    HARBOUR,
    QUILL,
    TELL,
    at,
    document,
    everything,
    saying,
    set_,
    unset,
)


def test_they_outlive_indexing_pruning_and_rebuilding(store: Store, folder: Path) -> None:
    set_(store, HARBOUR, published="2031-03-05", title="Berths")
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    before = everything(store)
    assert sync([folder], store, 128).unchanged == 2
    assert everything(store) == before
    store.rebuild_vectors()
    assert everything(store) == before
    sync([folder], store, 64)
    assert (document(store).title, saying(store, "fishermen").speaker) == ("Berths", "Berta Noll")
    sync([folder], store, 128)
    text = (folder / HARBOUR).read_text(encoding="utf-8")
    (folder / HARBOUR).unlink()
    assert sync([folder], store, 128, prune=True).removed == 1
    assert len(store.catalog.corrections(HARBOUR)) == 3
    (folder / HARBOUR).write_text(text, encoding="utf-8")
    assert sync([folder], store, 128).added == 1
    assert everything(store) == before


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("on Sunday", "on a rainy Sunday morning"), id="words before it"),
        pytest.param(lambda text: f"{text}\nThe mayor left at noon.\n", id="words after it"),
        pytest.param(lambda text: text.replace("disagreed: “", "did not agree. “"), id="its cue"),
        pytest.param(lambda text: text.replace("fishermen. They", "fishermen; they"), id="its marks"),
    ],
)
def test_a_statement_is_known_again_where_it_moved(store: Store, folder: Path, changed: object) -> None:
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    assert callable(changed)
    (folder / HARBOUR).write_text(changed(GAZETTE[HARBOUR]), encoding="utf-8")
    assert sync([folder], store, 128).changed == 1
    (row,) = shown.document_object(document(store), store.catalog)["corrected_statements"]
    said = saying(store, "fishermen")
    assert (said.speaker, row["applied"], row["start"]) == ("Berta Noll", True, said.start)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("Nobody asked", "Everybody asked"), id="other words"),
        pytest.param(lambda text: text.replace("They will lose their berths.", ""), id="fewer words"),
        pytest.param(
            lambda text: f"It rained in Vesk.\n\nPalo Brandt agreed: “{FISHERMEN}”\n\n{text}",
            id="the same words twice, and moved",
        ),
    ],
)
def test_a_correction_of_words_that_are_gone_is_kept_and_not_applied(
    store: Store, folder: Path, changed: object
) -> None:
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    statement = saying(store, "fishermen")
    assert callable(changed)
    (folder / HARBOUR).write_text(changed(GAZETTE[HARBOUR]), encoding="utf-8")
    sync([folder], store, 128)
    assert "Berta Noll" not in store.catalog.speakers()
    (row,) = shown.document_object(document(store), store.catalog)["corrected_statements"]
    assert row == {
        "start": statement.start,
        "end": statement.end,
        "speaker": "Berta Noll",
        "read": None,
        "applied": False,
    }
    assert "not applied" in "\n".join(shown.document_lines(shown.document_object(document(store), store.catalog)))
    (folder / HARBOUR).write_text(GAZETTE[HARBOUR], encoding="utf-8")
    sync([folder], store, 128)
    assert saying(store, "fishermen").speaker == "Berta Noll"


def test_of_the_same_words_said_twice_the_same_one_is_meant(store: Store, folder: Path) -> None:
    text = "".join(f"On the ferry.\n\n“The ferry has to stay where it is,” {name} said.\n\n" for name in (TELL, QUILL))
    (folder / "ferry.txt").write_text(text, encoding="utf-8")
    sync([folder], store, 128)
    second = store.catalog.statements("ferry.txt")[1]
    set_(store, at(second), speaker="Berta Noll")
    assert [each.speaker for each in store.catalog.statements("ferry.txt")] == ["Odran Tell", "Berta Noll"]
    (folder / "ferry.txt").write_text(f"It rained in Vesk.\n\n{text}", encoding="utf-8")
    sync([folder], store, 128)
    assert [each.speaker for each in store.catalog.statements("ferry.txt")] == ["Odran Tell", "Berta Noll"]


def test_few_words_are_known_again_by_their_line(store: Store, folder: Path) -> None:
    (folder / "short.txt").write_text("“Never!” Odran Tell said at the pier.\n", encoding="utf-8")
    sync([folder], store, 128)
    (only,) = store.catalog.statements("short.txt")
    set_(store, at(only), speaker="Berta Noll")
    (folder / "short.txt").write_text("“Never!” Mira Quill said in the council.\n", encoding="utf-8")
    sync([folder], store, 128)
    assert [each.speaker for each in store.catalog.statements("short.txt")] == ["Mira Quill"]


def test_what_is_not_applied_can_be_taken_back(store: Store, folder: Path) -> None:
    said = saying(store, "fishermen")
    set_(store, at(said), speaker="Berta Noll")
    set_(store, HARBOUR, title="Berths")
    (folder / HARBOUR).write_text("The lighthouse burned down.\n", encoding="utf-8")
    sync([folder], store, 128)
    unset(store, at(said), "speaker")
    assert [each.field for each in store.catalog.corrections()] == ["title"]
    (folder / HARBOUR).unlink()
    sync([folder], store, 128, prune=True)
    assert [each["applied"] for each in shown.corrections_object(store.catalog)] == [False]
    unset(store, HARBOUR, "title")
    assert store.catalog.corrections() == []


def test_an_export_takes_them_along(store: Store, new_store: NewStore, folder: Path, tmp_path: Path) -> None:
    set_(store, HARBOUR, title="Berths", published="")
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    set_(store, BRIDGE, source="The Gazette")
    (folder / BRIDGE).rename(tmp_path / BRIDGE)
    sync([folder], store, 128, prune=True)
    before = everything(store)
    backup.export(store.catalog, tmp_path / "store.otr")
    with open_store(new_store(tmp_path / "other")) as other:
        backup.import_(tmp_path / "store.otr", other, passage_tokens=128)
        assert everything(other) == before
        assert sync([folder], other, 128).unchanged == 1
        (tmp_path / BRIDGE).rename(folder / BRIDGE)
        sync([folder], other, 128)
        assert document(other, BRIDGE).source == "The Gazette"


def test_an_import_loses_no_correction_of_the_store(
    store: Store, new_store: NewStore, folder: Path, tmp_path: Path
) -> None:
    set_(store, HARBOUR, title="Berths")
    set_(store, BRIDGE, source="Of the export")
    (folder / HARBOUR).rename(tmp_path / HARBOUR)
    backup.export(store.catalog, tmp_path / "store.otr")
    with open_store(new_store(tmp_path / "other")) as other:
        (tmp_path / HARBOUR).rename(folder / HARBOUR)
        sync([folder], other, 128)
        set_(other, HARBOUR, published="2031-03-05")
        set_(other, at(saying(other, "fishermen")), speaker="Berta Noll")
        set_(other, BRIDGE, source="Of the store")
        backup.import_(tmp_path / "store.otr", other, passage_tokens=128)
        now = document(other)
        assert (now.title, now.published, saying(other, "fishermen").speaker) == (
            "Berths",
            "2031-03-05",
            "Berta Noll",
        )
        assert document(other, BRIDGE).source == "Of the export"
        assert other.vectors.passages.ids() == other.catalog.vector_ids()
        before = everything(other)
        backup.import_(tmp_path / "store.otr", other, passage_tokens=128)
        assert everything(other) == before


def test_a_reader_sees_the_one_or_the_other_state(store: Store) -> None:
    seen: set[tuple[str | None, str | None]] = set()
    failures: list[BaseException] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                with store.catalog.reading():
                    seen.add((document(store).published, saying(store, "fishermen").said_on))
            except BaseException as error:
                failures.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    for day in ("2031-03-09", "2031-03-16", ""):
        set_(store, HARBOUR, published=day)
    unset(store, HARBOUR, "published")
    stop.set()
    reading.join()
    assert failures == []
    assert all(one == other for one, other in seen)


def test_an_interrupted_correction_leaves_the_document_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(store)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(CatalogWriter, "_put_corrections", stop)
        with pytest.raises(KeyboardInterrupt):
            set_(store, HARBOUR, title="Berths")
    assert everything(store) == before
