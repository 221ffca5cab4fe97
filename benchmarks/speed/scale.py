"""Index and ask at 10 thousand, 100 thousand and a million passages: time, memory, disk and how long questions take.

    python -m index CORPUS... --store BASE
    python -m benchmarks.speed.scale BASE [--passages 10000 100000 1000000] [--servers] [--questions 200] [--folder DIR]

BASE is a real index. Its documents are repeated until there are so many passages, in each copy with every seventh small
word changed for another of the documents of the same length, so that all offsets and statements hold, and with vectors
that are turned a little. What it costs to read, split and embed benchmarks.speed.index_speed measures; this is the
rest. One JSON line a step: writing the catalog, filling Chroma, and each way of asking of benchmarks.speed.ask_speed.
With `--servers` the same on a PostgreSQL and a Chroma server of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.servers import Servers, environment, running
from index.records import text_hash
from index.storage.catalog import Catalog, open_catalog
from index.storage.catalog_tables import StoredDocument
from index.storage.embeddings import Matrix
from index.storage.store import Store, open_store
from settings import ROOT, Settings

CHANGED, TURNED = 1 / 7, 0.2
_SMALL = re.compile(r"\b[a-z]{4,}\b")
_LONG = re.compile(r"\b[a-zA-Z]{6,}\b")


class Copies:
    """The documents of an index again and again, each copy a little different."""

    def __init__(self, base: Catalog) -> None:
        self._kept = list(base.kept())
        self._vectors = {key: np.frombuffer(row, dtype=np.float32) for key, row in base.all_vectors()}
        self._words: dict[int, list[str]] = defaultdict(list)
        for word in sorted({word for each in self._kept for word in _SMALL.findall(each.document.text)}):
            self._words[len(word)].append(word)

    def until(self, passages: int) -> Iterator[tuple[StoredDocument, dict[str, Matrix]]]:
        """Yield documents with their vectors until there are so many passages."""
        copy = copied = 0
        while True:
            for each in self._kept:
                if copied >= passages:
                    return
                copied += len(each.passages)
                yield self._copied(each, copy)
            copy += 1

    def _copied(self, each: StoredDocument, copy: int) -> tuple[StoredDocument, dict[str, Matrix]]:
        draw = random.Random(f"{copy} {each.document.id}")
        noise = np.random.default_rng(draw.getrandbits(32))
        document = each.document
        if copy:
            text = _SMALL.sub(lambda match: self._other(match[0], draw), document.text)
            document = replace(document, id=f"{copy}/{document.id}", text=text, sha256=text_hash(text))
        vectors: dict[str, Matrix] = {}

        def known(key: str) -> str:
            mine = text_hash(f"{copy} {key}")
            vectors[mine] = _turned(self._vectors[key], noise) if copy else self._vectors[key]
            return mine

        passages = [(replace(part, document_id=document.id), known(key)) for part, key in each.passages]
        statements = [replace(part, document_id=document.id) for part in each.statements]
        kept = replace(each, document=document, file=f"{copy}/{each.file}", passages=passages, statements=statements)
        return kept, vectors

    def _other(self, word: str, draw: random.Random) -> str:
        return draw.choice(self._words[len(word)]) if draw.random() < CHANGED else word


def _turned(vector: Matrix, noise: np.random.Generator) -> Matrix:
    other = noise.standard_normal(len(vector)).astype(np.float32)
    turned = vector + TURNED * other / np.linalg.norm(other)
    result: Matrix = (turned / np.linalg.norm(turned)).astype(np.float32)
    return result


def questions(base: Catalog, count: int) -> list[str]:
    """Return questions about two long words of statements, drawn from them by chance."""
    draw = random.Random(11)
    asked = []
    for each in base.kept():
        for statement in each.statements:
            words = _LONG.findall(each.document.text[statement.start : statement.end])
            if statement.speaker and len(words) >= 2:
                asked.append(f"What did {statement.speaker} say about {' and '.join(draw.sample(words, 2))}?")
    return draw.sample(asked, min(count, len(asked)))


def grown(copies: Copies, passages: int, store: Store) -> None:
    """Fill an empty store and print what that took, also in CPU time of this process."""
    started, busy = time.monotonic(), time.process_time()
    for kept, vectors in copies.until(passages):
        store.catalog.writer.put(kept, vectors)
    counts = store.catalog.counts()
    _tell(step="catalog", **_since(started, busy), **counts)
    started, busy = time.monotonic(), time.process_time()
    store.settle()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _tell(step="vectors", **_since(started, busy), peak_mb=round(megabytes), **counts)


def _since(started: float, busy: float) -> dict[str, float]:
    return {"seconds": round(time.monotonic() - started, 1), "cpu_seconds": round(time.process_time() - busy, 1)}


def measured(base: Settings, passages: int, folder: Path, servers: Servers | None, count: int) -> None:
    """Make a store of so many passages in a folder and print what it takes and how long questions last."""
    settings = servers.settings(folder / "store") if servers else Settings(store=folder / "store")
    catalog = open_catalog(base)
    asked = folder / "questions.jsonl"
    asked.write_text("".join(json.dumps({"question": each}) + "\n" for each in questions(catalog, count)))
    with open_store(settings) as store:
        grown(Copies(catalog), passages, store)
    catalog.close()
    places = (
        {"store": folder / "store"}
        if servers is None
        else {"postgres": servers.folder / "postgres", "chroma": servers.folder / "chroma"}
    )
    _tell(step="disk", **{f"{name}_mb": round(_bytes(place) / 1e6) for name, place in places.items()})
    subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.ask_speed", str(settings.store), str(asked), "--limit", str(count)],
        cwd=ROOT,
        env={**os.environ, **environment(settings)},
        check=True,
    )


def _bytes(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())


def _tell(**figures: Any) -> None:
    print(json.dumps(figures), flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the lines and return 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.scale", description=__doc__.split("\n")[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--servers", action="store_true")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where the stores are made and left; a temporary folder by default")
    chosen = parser.parse_args(arguments)
    for size in chosen.passages:
        with tempfile.TemporaryDirectory() as temporary, running() if chosen.servers else nullcontext() as servers:
            folder = (chosen.folder or Path(temporary)) / str(size)
            folder.mkdir(parents=True)
            measured(Settings(store=chosen.base), size, folder, servers, chosen.questions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
