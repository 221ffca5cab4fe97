"""What is removed leaves the disk: no word and no vector of it can be found in the store's files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.storage import embeddings
from index.storage.store import Store, open_store
from index.sync import embedded_text, sync
from settings import Settings

SECRET = "Quillonby's zyxomorphic ledger of the drowned ferry was burned by the cooper Ambrosius Fentl."


def traces(store: Path, needles: list[bytes]) -> list[str]:
    return [
        f"{path.relative_to(store)}: {needle[:20]!r}"
        for path in sorted(store.rglob("*"))
        if path.is_file()
        for needle in needles
        if needle in path.read_bytes()
    ]


def fill(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"Berth {number} holds {number} boats and a crane.", encoding="utf-8")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")


def needles(store: Store) -> list[bytes]:
    (passage,) = store.catalog.passages_of("secret.txt")
    document = store.catalog.document("secret.txt")
    assert document is not None
    vector = embeddings.matrix(store.embeddings, [embedded_text(document, passage)])[0].astype(np.float32)
    # A part from the middle of the vector, as files may keep a vector in pieces.
    return [b"zyxomorph", b"Ambrosius", b"ambrosius", vector.tobytes()[400:464]]


@pytest.mark.parametrize("count", [3, 200])
def test_a_removed_document_leaves_no_trace(tmp_path: Path, count: int) -> None:
    settings = Settings(store=tmp_path / "store")
    fill(tmp_path / "papers", count)
    with open_store(settings) as store:
        sync([tmp_path / "papers"], store, 128)
        wanted = needles(store)
    assert len({each.split(": ")[1] for each in traces(settings.store, wanted)}) >= 3
    (tmp_path / "papers" / "secret.txt").unlink()
    with open_store(settings) as store:
        assert sync([tmp_path / "papers"], store, 128, prune=True).removed == 1
        assert store.vectors.passages.ids() == store.catalog.vector_ids()
    assert traces(settings.store, wanted) == []


def test_a_changed_document_is_gone_after_a_rebuild(tmp_path: Path) -> None:
    from index.__main__ import main

    settings = Settings(store=tmp_path / "store")
    fill(tmp_path / "papers", 60)
    with open_store(settings) as store:
        sync([tmp_path / "papers"], store, 128)
        wanted = needles(store)
    (tmp_path / "papers" / "secret.txt").write_text("Nothing of note.", encoding="utf-8")
    assert main([str(tmp_path / "papers"), "--store", str(settings.store)]) == 0
    assert main(["--rebuild-vectors", "--store", str(settings.store)]) == 0
    assert traces(settings.store, wanted) == []
    with open_store(settings) as store:
        assert store.vectors.passages.ids() == store.catalog.vector_ids()
