"""A store that an earlier version made is rebuilt from what it holds: nothing that a person did is lost."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from errors import StoreError
from index.__main__ import main as index
from index.backup import earlier
from index.correct import change
from index.storage.catalog import existing_catalog, open_catalog
from index.storage.catalog_tables import SCHEMA_VERSION
from index.storage.store import Store, open_store
from index.sync import sync
from index.upload_jobs import Intake
from settings import Settings
from tests.conftest import GAZETTE, written
from ui.conversations import Conversation, Exchange, Shelf, keep_as_gold

HARBOUR, BRIDGE = GAZETTE
QUOTED = "The harbour cost forty million crowns"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "papers", {HARBOUR: GAZETTE[HARBOUR]})


def filled(settings: Settings, folder: Path) -> None:
    """Index a folder, add a file, correct both, and keep a conversation."""
    with open_store(settings) as store:
        sync([folder], store, settings.passage_tokens)
        intake = Intake(lambda: store, store.folder, settings.passage_tokens)
        intake.add({BRIDGE: GAZETTE[BRIDGE].encode()})
        intake._worker.submit(lambda: None).result()
        intake.close()
        change(store, HARBOUR, {"title": "On the harbour"}, [], settings.passage_tokens)
        change(store, f"uploads/{BRIDGE}", {"source": "Vesk Gazette"}, [], settings.passage_tokens)
        first = store.catalog.statements(HARBOUR)[0]
        change(store, f"{HARBOUR}@{first.start}-{first.end}", {"speaker": "Berta Noll"}, [], settings.passage_tokens)
    conversation = Conversation(exchanges=[Exchange("Who counts the boats?")])
    Shelf(settings.store, "a" * 32).save(conversation)
    keep_as_gold(settings.store, conversation, 0, "The harbour master.")
    (settings.store / "judgements.jsonl").write_text("{}\n", encoding="utf-8")
    (settings.store / "runs").mkdir()


def as_earlier_version_left_it(settings: Settings) -> None:
    """Let the store be as an earlier version left it, which kept less of a document and of a statement."""
    with closing(open_catalog(settings)) as catalog:
        catalog.facts.set("schema", str(int(SCHEMA_VERSION) - 1))
        for table, column in (
            *(("documents", "omitted"), ("statements", "sense"), ("statements", "candidates")),
            ("word_places", "positions"),
        ):
            catalog.database.script([f"ALTER TABLE {table} DROP COLUMN {column}"])
        words = (
            "TABLE passage_words (words TSVECTOR)"
            if catalog.database.postgres
            else "VIRTUAL TABLE passage_words USING fts5(words)"
        )
        catalog.database.script([f"CREATE {words}"])


def beside(store: Path) -> list[str]:
    """Return what lies in the store's folder beside the index: conversations, gold, judgements, runs and uploads."""
    index = ("catalog", "chroma", "lock", "owner")
    inside = (each.relative_to(store).as_posix() for each in store.rglob("*"))
    return sorted(each for each in inside if not each.startswith(index))


def content(store: Store) -> list[object]:
    catalog = store.catalog
    ids = [each.id for each in catalog.documents()]
    return [ids, [catalog.document(each) for each in ids], [catalog.statements(each) for each in ids]]


def test_a_schema_change_keeps_documents_uploads_corrections_and_conversations(
    settings: Settings, folder: Path
) -> None:
    filled(settings, folder)
    with open_store(settings) as store:
        before, corrections = content(store), store.catalog.corrections()
    files = beside(settings.store)
    as_earlier_version_left_it(settings)
    with pytest.raises(StoreError, match="run: python -m index --rebuild, which keeps all of it"):
        open_store(settings)
    with open_store(settings, earlier.set_aside) as store:
        assert earlier.carry_over(store, settings.passage_tokens) == 2
        assert content(store) == before
        assert store.catalog.corrections() == corrections != []
        assert store.vectors.passages.ids() == store.catalog.vector_ids() != set()
        assert store.catalog.holding_phrases(["forty million crowns"], 5)
        assert not [each for each in store.catalog.database.tables() if each.startswith("passage_words")]
    assert beside(settings.store) == files
    assert any("conversations" in each for each in files)
    assert any("gold" in each for each in files)
    with open_store(settings) as store:
        assert sync([folder], store, settings.passage_tokens).unchanged == 2


def test_a_document_whose_file_is_gone_is_rebuilt_from_its_stored_text(settings: Settings, folder: Path) -> None:
    filled(settings, folder)
    as_earlier_version_left_it(settings)
    (folder / HARBOUR).unlink()
    with open_store(settings, earlier.set_aside) as store:
        earlier.carry_over(store, settings.passage_tokens)
        document = store.catalog.document(HARBOUR)
        assert document is not None
        assert document.text == GAZETTE[HARBOUR]


def test_an_interrupted_rebuild_goes_on_and_is_not_taken_for_a_whole_store(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(settings, folder)
    as_earlier_version_left_it(settings)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(earlier, "embedded", stop)
    with open_store(settings, earlier.set_aside) as store, pytest.raises(KeyboardInterrupt):
        earlier.carry_over(store, settings.passage_tokens)
    monkeypatch.undo()
    with pytest.raises(StoreError, match="half rebuilt; run: python -m index --rebuild"):
        existing_catalog(settings)
    with pytest.raises(StoreError, match="half rebuilt"):
        open_store(settings)
    with open_store(settings, earlier.set_aside) as store:
        assert earlier.carry_over(store, settings.passage_tokens) == 2
        assert len(store.catalog.corrections()) == 3
    open_store(settings).close()


def test_by_command(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(store=tmp_path / "store", lock_seconds=0.3)
    store = str(settings.store)
    assert index(["--rebuild", "--store", store]) == 1
    assert "contains no document yet" in capsys.readouterr().err
    filled(settings, folder)
    as_earlier_version_left_it(settings)
    assert index(["--list", "--store", store]) == 1
    assert "--rebuild" in capsys.readouterr().err
    assert index(["--rebuild", "--store", store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) | {"passages": 0, "statements": 0} == {
        "rebuilt": 2,
        "documents": 2,
        "passages": 0,
        "statements": 0,
    }
    as_earlier_version_left_it(settings)
    assert index([str(folder), "--store", store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"]["unchanged"] == 2
    assert index(["--corrections", "--store", store, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["corrections"]) == 3


def test_uploads_that_an_earlier_version_read_are_read_again_with_any_folder(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(settings, folder)
    monkeypatch.setattr("index.sync.PROCESSING", "later")
    with open_store(settings) as store:
        assert sync([folder], store, settings.passage_tokens).changed == 2
        assert sync([folder], store, settings.passage_tokens).unchanged == 1
