"""A store in one file: what is exported comes back whole, and what is damaged takes nothing in."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.servers import Servers
from errors import StoreError
from index.__main__ import main as index
from index.backup import backup
from index.storage.store import Store, open_store
from index.sync import sync
from rag.pipeline import Pipeline, open_pipeline, over
from rag.records import Turn
from settings import Settings
from tests.conftest import GAZETTE, ROOT, SAMPLE, embedded, indexed

GOLD = ROOT / "evals" / "gold" / "sample.jsonl"


@pytest.fixture(scope="module")
def exported(sample: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "sample.otr"
    counts = backup.export(sample.store.catalog, path)
    assert counts == sample.store.catalog.counts()
    return path


def _answers(settings: Settings) -> list[dict[str, Any]]:
    """Return the answers to one in six of the shipped gold questions over a store, as commands print them."""
    pipeline = open_pipeline(settings)
    asked = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()[::6]]
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
            member = old.read(each) if each != name else content
            if member is not None:
                new.writestr(each, member)
    return path


@pytest.mark.parametrize("name", [backup.DOCUMENTS, backup.VECTORS, backup.FILES, backup.MANIFEST])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1, 2]"])
def test_a_damaged_export_takes_nothing_in(
    exported: Path, store: Store, tmp_path: Path, name: str, content: bytes | None
) -> None:
    with pytest.raises(StoreError, match="damaged or not an export"):
        backup.import_(_damaged(exported, tmp_path / "damaged.otr", name, content), store)
    assert store.catalog.counts()["documents"] == 0


def test_a_cut_export_is_damaged(exported: Path, store: Store, tmp_path: Path) -> None:
    (tmp_path / "cut.otr").write_bytes(exported.read_bytes()[:-100])
    with pytest.raises(StoreError, match="damaged or not an export"):
        backup.import_(tmp_path / "cut.otr", store)


def _content(store: Store) -> list[Any]:
    """Return all that the tables of a store hold."""
    queries = ("SELECT * FROM documents", "SELECT hash FROM vectors", "SELECT * FROM files", "SELECT * FROM facts")
    return [sorted(map(repr, store.catalog.database.rows(each))) for each in queries] + [store.catalog.corrections()]


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that every wrong export is given to, and that none may leave anything in."""
    with open_store(embedded(tmp_path_factory.mktemp("steady") / "store")) as opened:
        yield opened


def test_flipped_bytes_are_one_line_and_leave_nothing(exported: Path, steady: Store, tmp_path: Path) -> None:
    """A byte that means nothing in a zip, like a time of day, may change; then all that it holds is as it was."""
    content, before = exported.read_bytes(), _content(steady)
    chosen = random.Random(7)
    refused = 0
    for _ in range(400):
        at, path = chosen.randrange(len(content)), tmp_path / "flipped.otr"
        path.write_bytes(content[:at] + bytes([content[at] ^ (1 << chosen.randrange(8))]) + content[at + 1 :])
        try:
            with zipfile.ZipFile(path) as archive:
                backup._whole(archive, steady, path, lambda message: None)
        except backup._DAMAGED + (StoreError, OSError):
            refused += 1
            with pytest.raises(StoreError) as raised:
                backup.import_(path, steady)
            assert "\n" not in str(raised.value)
        else:
            with zipfile.ZipFile(path) as one, zipfile.ZipFile(exported) as other:
                assert {each: one.read(each) for each in one.namelist()} == {
                    each: other.read(each) for each in other.namelist()
                }
        assert _content(steady) == before
    assert refused > 350


def _set(*path: Any, value: Any) -> Any:
    def change(record: Any) -> None:
        for step in path[:-1]:
            record = record[step]
        record[path[-1]] = value

    return change


CRAFTED: dict[str, Any] = {
    **{f"document {name} is a number": _set("document", name, value=7) for name in ("id", "title", "text", "path")},
    **{f"document {name} is a list": _set("document", name, value=[]) for name in ("published", "source", "url")},
    **{f"document {name} is text": _set("document", name, value="x") for name in ("pages", "times", "read", "turns")},
    "text of another digest": _set("document", "text", value="He never said this."),
    "digest of another text": _set("document", "sha256", value="0" * 64),
    "empty id": _set("document", "id", value=""),
    "id with half a character": _set("document", "id", value="\ud800"),
    "id with a nought": _set("document", "id", value="a\x00b"),
    "no day": _set("document", "published", value="2031-13-45"),
    "day that is text": _set("document", "published", value="last week"),
    "another field": _set("document", "evil", value=1),
    "page beyond the end": _set("document", "pages", value=[10**9]),
    "page below the start": _set("document", "pages", value=[-1]),
    "page that is true": _set("document", "pages", value=[True]),
    "time without end": _set("document", "times", value=[[0, float("inf")]]),
    "time that is none": _set("document", "times", value=[[0, float("nan")]]),
    "origins of three": _set("document", "origins", value=[["a", "b", "c"]]),
    "omitted text": _set("document", "omitted", value=[["picture", "three"]]),
    "turn brought along": _set("document", "turns", value=[[0, 5, "Mayor", None]]),
    "file a number": _set("file", value=1),
    "digest none": _set("digest", value=None),
    "document none": _set("document", value=None),
    "passages none": _set("passages", value=None),
    "no passages": _set("passages", value=[]),
    "passage with a gap": _set("passages", 0, 1, value=3),
    "passage from elsewhere": _set("passages", 0, 0, value=5),
    "passage of nothing": _set("passages", 0, value=[0, 0, 1, "x"]),
    "passage short of a value": _set("passages", 0, value=[0, 5]),
    "passage of no vector": _set("passages", 0, 3, value="ab" * 32),
    "passage of broken tokens": _set("passages", 0, 2, value="many"),
    "statements a word": _set("statements", value="said"),
    "statement beyond the end": _set("statements", 0, 1, value=10**9),
    "statement backwards": _set("statements", 0, 0, value=10**9),
    "statement below the start": _set("statements", 0, 0, value=-5),
    "statement of a half": _set("statements", 0, 0, value=0.5),
    "speaker a number": _set("statements", 0, 2, value=3),
    "speaker a list": _set("statements", 0, 2, value=["Mayor"]),
    "kind made up": _set("statements", 0, 3, value="sworn"),
    "cue a truth": _set("statements", 0, 4, value=True),
    "said on no day": _set("statements", 0, 5, value="2031-02-30"),
    "surer than sure": _set("statements", 0, 7, value=7.0),
    "no sureness": _set("statements", 0, 7, value=float("nan")),
    "sense made up": _set("statements", 0, 8, value="proven"),
    "candidates of numbers": _set("statements", 0, 9, value=[1, 2]),
    "candidates text": _set("statements", 0, 9, value="Mayor"),
    "statement short": _set("statements", 0, value=[]),
    "names of one": _set("names", value=[["Mayor"]]),
    "names a map": _set("names", value={"a": "b"}),
    "names numbers": _set("names", value=[[1, 2]]),
    "a field too many": _set("more", value=1),
}


def _crafted(exported: Path, path: Path, members: dict[str, bytes], about: dict[str, Any] | None = None) -> Path:
    """Write an export with other members whose digests are right, as who crafts one would."""
    with zipfile.ZipFile(exported) as old:
        files = {each: old.read(each) for each in old.namelist()} | members
    manifest = json.loads(files[backup.MANIFEST]) | (about or {})
    manifest["sha256"] = {each: hashlib.sha256(files[each]).hexdigest() for each in files if each != backup.MANIFEST}
    with zipfile.ZipFile(path, "w") as new:
        for name, content in (files | {backup.MANIFEST: json.dumps(manifest).encode()}).items():
            new.writestr(name, content)
    return path


def _refused(path: Path, store: Store) -> None:
    before = _content(store)
    with pytest.raises(StoreError, match="damaged or not an export") as raised:
        backup.import_(path, store)
    assert "\n" not in str(raised.value)
    assert _content(store) == before


@pytest.mark.parametrize("change", CRAFTED.values(), ids=CRAFTED)
def test_a_crafted_document_takes_nothing_in(exported: Path, steady: Store, tmp_path: Path, change: Any) -> None:
    """The digests of the members are right, a good document comes first, and yet nothing is taken in."""
    with zipfile.ZipFile(exported) as archive:
        good = archive.read(backup.DOCUMENTS)
    record = json.loads(good)
    record["document"]["id"] = "second.txt"
    change(record)
    members = {backup.DOCUMENTS: good + json.dumps(record).encode() + b"\n"}
    _refused(_crafted(exported, tmp_path / "crafted.otr", members, {"documents": 2}), steady)


WRONG: dict[str, tuple[str, bytes, dict[str, Any]]] = {
    "files a list": (backup.FILES, b"[]", {}),
    "files of numbers": (backup.FILES, b'{"a": 1}', {}),
    "files too deep": (backup.FILES, b"[" * 100_000, {}),
    "corrections a map": (backup.CORRECTIONS, b"{}", {}),
    "correction of less": (backup.CORRECTIONS, b'[{"document_id": "a"}]', {}),
    "correction of numbers": (
        backup.CORRECTIONS,
        json.dumps(
            [
                {
                    "document_id": 1,
                    "field": "title",
                    "value": "x",
                    "words": "",
                    "start": 0,
                    "end": 0,
                    "nth": 0,
                    "among": 0,
                }
            ]
        ).encode(),
        {},
    ),
    "documents too deep": (backup.DOCUMENTS, b"[" * 100_000, {}),
    "documents no UTF-8": (backup.DOCUMENTS, b"\xff\xfe{}", {}),
    "more are told of": (backup.FILES, b"{}", {"documents": 5}),
    "a count of words": (backup.FILES, b"{}", {"documents": "one"}),
    "vectors cut": (backup.VECTORS, b"\x00" * 100, {}),
    "no vectors": (backup.VECTORS, b"", {}),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_crafted_member_takes_nothing_in(exported: Path, steady: Store, tmp_path: Path, wrong: Any) -> None:
    name, content, about = wrong
    _refused(_crafted(exported, tmp_path / "crafted.otr", {name: content}, about), steady)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf"), 0.0])
def test_vectors_that_measure_nothing_are_refused(exported: Path, steady: Store, tmp_path: Path, number: float) -> None:
    with zipfile.ZipFile(exported) as archive:
        vectors = bytearray(archive.read(backup.VECTORS))
    row = backup.HASH_BYTES + 4 * len(steady.embeddings.embed_query("width"))
    numbers = (row - backup.HASH_BYTES) // 4
    vectors[backup.HASH_BYTES : row] = struct.pack(f"<{numbers}f", *([number] * numbers))
    _refused(_crafted(exported, tmp_path / "crafted.otr", {backup.VECTORS: bytes(vectors)}), steady)


def test_an_id_twice_is_refused(exported: Path, steady: Store, tmp_path: Path) -> None:
    with zipfile.ZipFile(exported) as archive:
        twice = archive.read(backup.DOCUMENTS) * 2
    _refused(_crafted(exported, tmp_path / "x.otr", {backup.DOCUMENTS: twice}, {"documents": 2}), steady)


def test_a_member_too_many_is_refused(exported: Path, steady: Store, tmp_path: Path) -> None:
    _refused(_crafted(exported, tmp_path / "x.otr", {"../evil": b"x"}), steady)


@pytest.mark.parametrize(
    ("key", "value", "message"), [("embedder", "another", "another embedder"), ("schema", "3", "another version")]
)
def test_an_export_of_another_kind_is_refused(
    exported: Path, store: Store, tmp_path: Path, key: str, value: str, message: str
) -> None:
    with zipfile.ZipFile(exported) as archive:
        about = json.loads(archive.read(backup.MANIFEST)) | {key: value}
    path = _damaged(exported, tmp_path / "other.otr", backup.MANIFEST, json.dumps(about).encode())
    with pytest.raises(StoreError, match=message):
        backup.import_(path, store)


def test_an_export_whose_store_had_other_tables_of_words_is_taken(exported: Path, store: Store, tmp_path: Path) -> None:
    with zipfile.ZipFile(exported) as archive:
        about = json.loads(archive.read(backup.MANIFEST)) | {"schema": "5"}
    path = _damaged(exported, tmp_path / "earlier.otr", backup.MANIFEST, json.dumps(about).encode())
    assert backup.import_(path, store)["documents"]


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
