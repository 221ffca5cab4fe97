"""What tests of a machine's faults share: papers and questions, what a store holds, mounts and small disks."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.papers import written
from index.storage.store import Store
from rag.records import Answer

HARBOUR = "What did Odran Tell say about the harbour?"
BRIDGE = "Why can the bridge not be repaired under traffic?"
BERTH = "What did Odran Tell say about berth 4?"


def error_line(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a command said to its user: one line that is no traceback."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    return lines[0]


def papers(folder: Path, version: int, count: int = 12) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(written(number, version), encoding="utf-8")
    return folder


def content(store: Store) -> dict[str, Any]:
    """Return what a store holds, but for what the runs that filled it leave behind."""
    assert store.in_line()
    assert store.vectors.passages.ids() == store.catalog.vector_ids()
    kept = sorted(store.catalog.kept(), key=lambda each: each.document.id)
    return {"kept": kept, "files": store.catalog.files(), "vectors": dict(store.catalog.all_vectors())}


def same(answer: Answer) -> Answer:
    return replace(answer, elapsed_ms=0.0)


@contextmanager
def mounted(*arguments: str, at: Path) -> Iterator[Path]:
    """Mount something on a folder until the block ends; skip the test where that is not allowed."""
    at.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *arguments, str(at)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"mounting is not allowed here ({done.stderr.strip()})")
    try:
        yield at
    finally:
        # On a busy machine a thread of the app may hold a file a moment longer.
        deadline = time.monotonic() + 10
        while subprocess.run(["umount", str(at)], capture_output=True).returncode:
            assert time.monotonic() < deadline, f"{at} is still held"
            time.sleep(0.5)


def asked(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


class Disk:
    """A small disk of its own, which can be filled up to some bytes and emptied again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, leave: int) -> None:
        free = os.statvfs(self.folder)
        with self._filler.open("wb", buffering=0) as out, suppress(OSError):
            for _ in range((free.f_bavail * free.f_frsize - leave) // 4096):
                out.write(bytes(4096))

    def empty(self) -> None:
        self._filler.unlink()
