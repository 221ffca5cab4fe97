"""Throughput and peak memory of indexing as the number of documents grows, beside the recipe and the bare model.

    python -m benchmarks.speed.index_scale [--sizes 1000 10000 85000] [--recipe-up-to 10000]

One JSON line a run: `ours` is `python -m index` over a corpus of paragraphs drawn from the sample's sentences, `recipe`
the plain LangChain recipe of benchmarks.speed.index_speed, `bare` the model alone over the same texts, sorted by length
in the same batches. Each runs in a process of its own; memory is the process's largest resident size.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.speed.index_speed import ROOT, documents

QUESTIONS = [
    "What did Lukashenko say about Poland?",
    "What did Lukashenko say about China?",
    "Who led the U.S. delegation?",
    "How many wars were stopped?",
    "Who was informed well in advance?",
]


def main() -> None:
    """Print one JSON line a run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.index_scale", description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 85_000], help="documents")
    parser.add_argument("--recipe-up-to", type=int, default=10_000, help="beyond, only ours")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.bare:
        _bare(chosen.bare)
        return
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "corpus.jsonl"
            corpus.write_text("\n".join(map(json.dumps, documents(None, size))), encoding="utf-8")
            store = str(Path(folder) / "store")
            _run("ours", size, ["-m", "index", str(corpus), "--store", store, "--json"])
            _run("ours again, unchanged", size, ["-m", "index", str(corpus), "--store", store, "--json"])
            _ask(size, Path(folder), store)
            if size <= chosen.recipe_up_to:
                _run("bare", size, ["-m", "benchmarks.speed.index_scale", "--bare", store])
                recipe = str(Path(folder) / "recipe")
                _run("recipe", size, ["-m", "benchmarks.speed.index_speed", "--recipe", str(corpus), recipe])


def _ask(size: int, folder: Path, store: str) -> None:
    """Print how long questions take over the store, and how large it is."""
    questions, answers = folder / "questions.jsonl", folder / "answers.jsonl"
    rows = [{"qid": str(number), "question": each} for number, each in enumerate(QUESTIONS * 10)]
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = [sys.executable, "-m", "rag", "--batch", str(questions), "--out", str(answers), "--store", store]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    elapsed = [json.loads(line)["elapsed_ms"] for line in answers.read_text(encoding="utf-8").splitlines()]
    on_disk = sum(path.stat().st_size for path in Path(store).rglob("*") if path.is_file())
    figures = {
        "run": "questions",
        "documents": size,
        "p50_ms": statistics.median(elapsed),
        "worst_ms": max(elapsed),
        "peak_megabytes": round(used.ru_maxrss / 1024),
        "store_megabytes": round(on_disk / 1e6),
    }
    print(json.dumps(figures), flush=True)


def _run(name: str, size: int, arguments: list[str]) -> None:
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        out.seek(0)
        report: dict[str, Any] = json.loads(out.read())
    figures = {
        "run": name,
        "documents": size,
        "passages": report["passages"],
        "seconds": round(report["seconds"], 1),
        "passages_per_second": round(report["passages"] / max(report["seconds"], 0.01), 1),
        "whole_command_seconds": round(seconds, 1),
        "peak_megabytes": round(used.ru_maxrss / 1024),
    }
    print(json.dumps(figures), flush=True)


def _bare(store: Path) -> None:
    """Embed the passages of a store as the index does, and nothing else; texts are sorted within groups alike."""
    from index.storage.catalog import open_catalog
    from index.storage.embeddings import LocalEmbeddings
    from index.sync import GROUP_PASSAGES, embedded_text
    from settings import Settings

    catalog = open_catalog(Settings(store=store))
    texts: dict[str, None] = {}
    for listed in catalog.documents():
        document = catalog.document(listed.id)
        assert document is not None
        texts.update((embedded_text(document, each), None) for each in catalog.passages_of(listed.id))
    passages = catalog.counts()["passages"]
    catalog.close()
    model = LocalEmbeddings()
    unique = list(texts)
    started = time.perf_counter()
    for start in range(0, len(unique), GROUP_PASSAGES):
        model.matrix(unique[start : start + GROUP_PASSAGES])
    print(json.dumps({"passages": passages, "seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    main()
