"""The plain LangChain recipe on the same questions, scored by the same metrics, as a run of its own.

    python -m benchmarks.peer GOLD [--docs PATH] [--out DIR] [--limit N] [--format FORM]
    python -m evals GOLD --docs PATH --compare RUN_OF_THE_RECIPE

RecursiveCharacterTextSplitter(1000 characters, overlap 200), the product's own embedding weights, Chroma, the ten
nearest chunks as passages, the first four of them cited and the first one shown as the answer. It knows no speakers,
takes the day of the document for the day of the words, and never refuses.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.index_speed import chunks
from errors import GoldError, OnTheRecordError
from evals import compare, evaluate, formats, run
from evals.gold import Gold
from index.progress import ProgressLine
from index.read.load import find, load
from index.records import Document
from index.storage.embeddings import open_embeddings
from settings import Settings, from_environment

PASSAGES, CITED = 10, 4
BATCH = 512
ENGINE = "langchain recipe"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the recipe's run and print its figures; return 0, or 1 after a user error, which is one line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peer", description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path, metavar="GOLD", help="a file or folder of questions with known answers")
    parser.add_argument("--docs", type=Path, metavar="PATH", help="the documents, where GOLD brings none")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the run goes (default: runs/NAME in the store)")
    parser.add_argument("--limit", type=int, metavar="N", help="ask only the first N questions")
    parser.add_argument("--format", choices=formats.FORMATS, default="auto", help="how GOLD is written")
    parser.add_argument("--compare", type=Path, metavar="OTHER_RUN", help="say what differs from that run")
    chosen = parser.parse_args(arguments)
    try:
        folder, results = scored(chosen.gold, chosen.docs, chosen.out, chosen.limit, chosen.format)
        if chosen.compare:
            results["compare"] = compare.compared(run.load(chosen.compare), results)
        evaluate.publish(results, folder)
    except OnTheRecordError as error:
        print(error, file=sys.stderr)
        return 1
    print(evaluate.as_text(evaluate.Outcome(folder, results)))
    print(f"Written to {folder}", file=sys.stderr)
    return 0


def scored(
    gold: Path, docs: Path | None, out: Path | None, limit: int | None, form: str = "auto"
) -> tuple[Path, dict[str, Any]]:
    """Return the folder for the recipe's run and its results.

    Raises:
        GoldError: the questions cannot be used, or there are no documents.
    """
    settings = from_environment()
    name, folder = evaluate.named(gold, out, settings.store, "recipe")
    found = formats.read(gold, form, folder)
    source = docs or found.corpus
    if source is None:
        raise GoldError(f"{gold} brings no documents; name them with --docs.")
    documents = {each.id: each for file in find([source]) for each in load(file) if isinstance(each, Document)}

    def text(document_id: str) -> str | None:
        return documents[document_id].text if document_id in documents else None

    questions = evaluate.checked(found, list(documents), text, gold)[:limit]
    with tempfile.TemporaryDirectory() as store:
        recipe = Recipe(list(documents.values()), Path(store), settings)
        about = run.Run(
            name=name,
            gold=str(gold),
            documents=len(documents),
            passages=recipe.chunks,
            statements=0,
            engine=ENGINE,
            index_version="",
            embedder=settings.embedder,
            without=(),
            settings={"cited": CITED},
        )
        return folder, evaluate.asked(about, questions, recipe.ask, text)


class Recipe:
    """The recipe over its documents."""

    def __init__(self, documents: Sequence[Document], store: Path, settings: Settings) -> None:
        from langchain_chroma import Chroma

        from rag.serve.langchain import EmbedderEmbeddings

        self._documents = {each.id: each for each in documents}
        split = chunks([each.text for each in documents], [{"doc": each.id} for each in documents])
        self.chunks = len(split)
        self._chroma = Chroma(
            collection_name="recipe",
            embedding_function=EmbedderEmbeddings(open_embeddings(settings.embedder)),
            persist_directory=str(store),
            collection_metadata={"hnsw:space": "cosine"},
        )
        line = ProgressLine()
        for start in range(0, len(split), BATCH):
            self._chroma.add_documents(split[start : start + BATCH])
            line.show(f"{min(start + BATCH, len(split)):,} of {len(split):,} chunks embedded")
        line.finish()

    def ask(self, gold: Gold) -> Mapping[str, Any]:
        """Return the recipe's answer as the contract's object; it takes every question by itself."""
        started = time.perf_counter()
        nearest = self._chroma.similarity_search_with_score(gold.question, k=PASSAGES)
        passages = [
            {
                "doc": chunk.metadata["doc"],
                "start": chunk.metadata["start_index"],
                "end": chunk.metadata["start_index"] + len(chunk.page_content),
                "score": round(1 - float(distance), 4),
            }
            for chunk, distance in nearest
        ]
        texts = [chunk.page_content for chunk, _ in nearest]
        return {
            "qid": gold.qid,
            "question": gold.question,
            "standalone": gold.question,
            "status": "answered",
            "kind": None,
            "answer": f"{texts[0]} [1]" if texts else "",
            "citations": [self._citation(at, *each) for at, each in enumerate(zip(passages, texts, strict=True))][
                :CITED
            ],
            "passages": passages,
            "nearest": [],
            "engine": ENGINE,
            "elapsed_ms": round(1000 * (time.perf_counter() - started), 1),
        }

    def _citation(self, at: int, passage: Mapping[str, Any], text: str) -> dict[str, Any]:
        document = self._documents[passage["doc"]]
        about = {name: getattr(document, name) for name in ("title", "published", "source", "url")}
        place = {key: passage[key] for key in ("doc", "start", "end")}
        unknown = {"speaker": None, "reported_by": None, "said_on": document.published, "check": "not_found"}
        return {"n": at + 1, **place, **about, "page": None, "text": text, **unknown}


if __name__ == "__main__":
    sys.exit(main())
