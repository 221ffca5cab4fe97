"""What a chat model adds to the extractive answer, and to the plain recipe, on the same questions and documents.

    python -m benchmarks.speed.writing CORPUS QUESTIONS --model gguf:PATH [--sample 100] [--out DIR]

Every nth question, so that all documents are asked about. Three ways: the extractive answer; ours with the model; the
plain LangChain recipe (chunks of 1,000 characters, the same weights, the first four in the prompt) with the same model.
An answer holds the known one if that stands in its text; a refusal of the recipe is a reply that says it cannot tell.
Quoted words are what stands in quotation marks, ten characters and more, and are verbatim if a cited source has them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.messages import HumanMessage
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.storage.store import open_store
from index.sync import sync
from rag.check.normalize import normal
from rag.pipeline import over
from rag.records import Turn
from rag.write.models import open_writer
from settings import Settings, from_environment

CHUNKS = 4
PROMPT = (
    "Answer the question from the context alone. If the context does not hold the answer, say that you don't know.\n\n"
    "Context:\n{context}\n\nQuestion: {question}\nAnswer:"
)
_UNKNOWN = re.compile(
    r"\b(?:don['’]t know|do not know|cannot|can['’]t|not (?:\w+ )?(?:mention|provid|specif|contain|state|enough)\w*|"
    r"(?:does|do|did) not (?:\w+ )?(?:mention|provide|specify|contain|say|state|hold|include)|no information|"
    r"unknown)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]{10,})”|\"([^\"]{10,})\"")
Way = Callable[[str], tuple[bool, str, list[str]]]
"""A question to whether it is answered, the answer's text and the texts of its sources."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the sample in each way and print a table; the answers go to OUT."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.writing", description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--out", type=Path, default=Path("artifacts/writing"))
    chosen = parser.parse_args(arguments)
    records = [json.loads(line) for line in chosen.questions.read_text(encoding="utf-8").splitlines() if line]
    asked = records[:: max(1, len(records) // chosen.sample)][: chosen.sample]
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(from_environment(), store=Path(folder) / "store", model=chosen.model)
        with open_store(settings) as store:
            sync([chosen.corpus], store, settings.passage_tokens)
            written = over(store, settings)
            ways = {
                "extractive": _ours(replace(written, writer=None)),
                "with the model": _ours(written),
                "recipe with the model": _recipe(chosen.corpus, settings),
            }
            print("| way | answered / holds the answer | others refused | quoted verbatim | words | s |")
            print("|---|---|---|---|---|---|")
            for name, way in ways.items():
                with (chosen.out / f"{name.replace(' ', '-')}.jsonl").open("w", encoding="utf-8") as out:
                    print(_row(name, [_outcome(way, each, out) for each in asked]), flush=True)
    return 0


def _ours(pipeline: Any) -> Way:
    def way(question: str) -> tuple[bool, str, list[str]]:
        answer = pipeline.ask(Turn(question))
        sources = [pipeline.document(each.doc).text for each in answer.citations]
        return answer.status == "answered", answer.answer, sources

    return way


def _recipe(corpus: Path, settings: Settings) -> Way:
    from langchain_chroma import Chroma

    from index.storage.embeddings import open_embeddings
    from rag.serve.langchain import EmbedderEmbeddings

    texts = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines() if line]
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    chunks = splitter.create_documents(texts)
    embeddings = EmbedderEmbeddings(open_embeddings(settings.embedder))
    store = Chroma("recipe", embeddings, collection_metadata={"hnsw:space": "cosine"})
    for start in range(0, len(chunks), 512):
        store.add_documents(chunks[start : start + 512])
    writer = open_writer(settings.model, settings.model_seconds)
    assert writer is not None

    def way(question: str) -> tuple[bool, str, list[str]]:
        found = [each.page_content for each in store.similarity_search(question, k=CHUNKS)]
        prompt = PROMPT.format(context="\n\n".join(found), question=question)
        reply = str(writer.model.invoke([HumanMessage(prompt)]).content)
        return not _UNKNOWN.search(reply), reply, found

    return way


def _outcome(way: Way, record: dict[str, Any], out: Any) -> dict[str, Any]:
    started = time.perf_counter()
    answered, text, sources = way(record["question"])
    seconds = time.perf_counter() - started
    quoted = [one or other for one, other in _QUOTED.findall(text)]
    source = normal(" ".join(sources)).text
    outcome = {
        "qid": record["qid"],
        "answerable": record["answerable"],
        "answered": answered,
        "holds": answered and any(normal(each).text.lower() in normal(text).text.lower() for each in record["answers"]),
        "quoted": len(quoted),
        "verbatim": sum(normal(each).text in source for each in quoted),
        "words": len(text.split()),
        "seconds": seconds,
    }
    out.write(json.dumps({**outcome, "question": record["question"], "text": text}, ensure_ascii=False) + "\n")
    return outcome


def _row(name: str, outcomes: Sequence[dict[str, Any]]) -> str:
    answerable = [each for each in outcomes if each["answerable"]]
    others = [each for each in outcomes if not each["answerable"]]
    quoted, verbatim = sum(each["quoted"] for each in outcomes), sum(each["verbatim"] for each in outcomes)
    seconds = [each["seconds"] for each in outcomes]
    used = [each["words"] for each in answerable if each["answered"]]
    return (
        f"| {name} | {_share(answerable, 'answered')} / {_share(answerable, 'holds')} "
        f"| {1 - float(_share(others, 'answered')):.2f} | {verbatim} of {quoted} | {sum(used) / max(1, len(used)):.0f} "
        f"| {np.quantile(seconds, 0.5):.1f} / {np.quantile(seconds, 0.95):.1f} |"
    )


def _share(outcomes: Sequence[dict[str, Any]], key: str) -> str:
    return f"{sum(each[key] for each in outcomes) / max(1, len(outcomes)):.2f}"


if __name__ == "__main__":
    sys.exit(main())
