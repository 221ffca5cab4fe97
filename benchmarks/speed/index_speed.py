"""Passages a second of `python -m index` beside the plain LangChain recipe, on the same documents and weights.

    python -m benchmarks.speed.index_speed [--corpus CORPUS.jsonl] [--documents 600] [--rounds 3]

The recipe: RecursiveCharacterTextSplitter(1000 characters, overlap 200), the same weights with every text padded to 256
tokens, Chroma with the texts in it, in batches of 32. Both run in a process of their own, in turns, and are timed from
the first file read to the last vector stored; the whole command's time, with Python's start, stands beside it. Without
a corpus, paragraphs are drawn from the sample document's sentences with a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = (4, 9)


def main() -> None:
    """Print one JSON line a run and the ratio of the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.index_speed", description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, help="documents as JSON lines with 'text'")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--recipe", nargs=2, type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.recipe:
        _recipe(*chosen.recipe)
        return
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        corpus.write_text("\n".join(map(json.dumps, documents(chosen.corpus, chosen.documents))), encoding="utf-8")
        rates: dict[str, list[float]] = {"recipe": [], "ours": []}
        for number in range(chosen.rounds):
            for name in rates:
                rates[name].append(_timed(name, corpus, Path(folder) / f"{name}-{number}"))
    medians = {name: statistics.median(values) for name, values in rates.items()}
    print(json.dumps({"passages_per_second": medians, "ratio": round(medians["ours"] / medians["recipe"], 2)}))


def documents(corpus: Path | None, count: int) -> list[dict[str, str]]:
    if corpus:
        lines = corpus.read_text(encoding="utf-8").splitlines()[:count]
        return [{"id": str(number), "text": json.loads(line)["text"]} for number, line in enumerate(lines)]
    from index.text.sentences import sentences

    text = next((ROOT / "documents").glob("*.txt")).read_text(encoding="utf-8")
    found = [text[start:end] for start, end in sentences(text)]
    draw = random.Random(0)
    return [
        {"id": str(number), "text": " ".join(draw.choices(found, k=draw.randint(*SENTENCES)))}
        for number in range(count)
    ]


def _timed(name: str, corpus: Path, store: Path) -> float:
    commands = {
        "ours": [sys.executable, "-m", "index", str(corpus), "--store", str(store), "--json"],
        "recipe": [sys.executable, "-m", "benchmarks.speed.index_speed", "--recipe", str(corpus), str(store)],
    }
    started = time.perf_counter()
    ran = subprocess.run(commands[name], cwd=ROOT, capture_output=True, text=True, check=True)
    whole = time.perf_counter() - started
    report: dict[str, Any] = json.loads(ran.stdout)
    rate = report["passages"] / report["seconds"]
    figures = {
        "run": name,
        "passages": report["passages"],
        "seconds": report["seconds"],
        "whole_command": round(whole, 2),
    }
    print(json.dumps({**figures, "passages_per_second": round(rate, 1)}), flush=True)
    return float(round(rate, 1))


def _recipe(corpus: Path, store: Path) -> None:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    from index.storage.embeddings import MAX_TOKENS, LocalEmbeddings

    class Padded(Embeddings):
        """The same weights as the tutorial runs them: every text padded to the same length."""

        def __init__(self) -> None:
            self._inner = LocalEmbeddings()

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            rows = [each.ids for each in self._inner.tokenizer.encode_batch(texts)]
            return [row.tolist() for row in self._inner.run(rows, width=MAX_TOKENS)]

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    started = time.perf_counter()
    documents = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
    split = chunks(documents)
    chroma = Chroma(embedding_function=Padded(), persist_directory=str(store))
    for start in range(0, len(split), 32):
        chroma.add_documents(split[start : start + 32])
    print(json.dumps({"passages": len(split), "seconds": round(time.perf_counter() - started, 2)}))


def chunks(texts: list[str], metadata: list[dict[str, str]] | None = None) -> list[Any]:
    """Return the recipe's chunks of texts as LangChain documents, each with its `start_index`."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
    found: list[Any] = splitter.create_documents(texts, metadata)
    return found


if __name__ == "__main__":
    main()
