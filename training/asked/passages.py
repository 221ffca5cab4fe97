"""Questions with places -> the passages that the product retrieves for each, labelled by whether they hold a quote.

    python -m training.asked.passages DATA OUT

DATA holds a folder a set with the texts of its documents, `SET/docs/`, from where documents.jsonl.gz says that they
come. Each set is indexed under OUT. A passage that holds a whole quote answers, one that holds a part of it is not
counted.
It runs with the product's packages, not with those of training.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.records import Document
from index.storage.store import open_store
from index.sync import sync
from index.text.sentences import Span
from rag.answer.near.nearby import Nearby
from rag.answer.passages.read import text_read
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Candidate, Turn
from settings import Settings
from training.asked.lines import Line, lines_of, write
from training.asked.places import QUESTIONS, found, texts_of

NEAREST, POOL = 12, 50
"""So many of the nearest passages are taken, and of so many those that hold a quote."""
PART = 0.25
"""Who holds so much of a quote's letters at its beginning or end, and not all, perhaps answers."""
FEW_WORDS = 5
"""A quote of fewer words answers only where it was found: elsewhere it may be about something else."""


@dataclass(frozen=True)
class Quote:
    """Words that answer, by themselves or with others, and the document that they were found in."""

    document: str
    words: str
    number: int
    """Which of the quotes that a whole answer has; -1 for one that answers as well."""


def main(arguments: Sequence[str]) -> int:
    """Write SET.jsonl.gz for each set, a question a line with its passages."""
    parser = argparse.ArgumentParser(prog="python -m training.asked.passages", description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    parser.add_argument("--sets", nargs="*", help="these sets alone")
    options = parser.parse_args(arguments)
    questions = lines_of(options.questions)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.sets or sorted({each["set"] for each in questions}):
        docs = options.data / name / "docs"
        texts = texts_of(docs)
        asked = [each for each in questions if each["set"] == name]
        pipeline = _indexed(docs, options.out / name)
        write(options.out / f"{name}.jsonl.gz", (retrieved(each, texts, pipeline) for each in asked))
        pipeline.store.close()
        print(json.dumps({"set": name, "questions": len(asked)}))
    return 0


def _indexed(docs: Path, store: Path) -> Pipeline:
    settings = Settings(store=store, reader="none")
    with open_store(settings) as opened:
        sync([docs], opened, settings.passage_tokens)
    return open_pipeline(settings)


def retrieved(line: Mapping[str, Any], texts: Mapping[str, str], pipeline: Pipeline) -> Line:
    """Return a question with the passages nearest to it, each with its score, its text as it is read and its label."""
    query = pipeline.understand(Turn(line["question"], tuple(line["earlier"])))
    nearby = Nearby(pipeline.store.embeddings, pipeline.weigh, pipeline.retrieve)
    quotes = list(_quotes(line, texts))
    nearest = nearby.passages(query, query.standalone, POOL)
    passages = [labelled(each, pipeline.document(each.document_id), quotes) for each in nearest]
    shown = [each for at, each in enumerate(passages) if at < NEAREST or each["holds"]]
    kept = {name: line[name] for name in ("set", "id", "kind", "document", "dev")}
    return {**kept, "question": query.standalone, "quotes": len(line["quotes"]), "passages": shown}


def _quotes(line: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Quote]:
    for number, (document, start, end) in enumerate(line["quotes"]):
        yield Quote(document, texts[document][start:end], number)
    for document, start, end in line["also"]:
        yield Quote(document, texts[document][start:end], -1)


def labelled(passage: Candidate, document: Document, quotes: Sequence[Quote]) -> Line:
    """Return what is read of a passage, with the numbers of the quotes that it holds and where the first one stands."""
    text = text_read(document, passage)
    before = len(text) - (passage.end - passage.start)
    own = text[before:]
    held = [(each, span) for each in quotes if _may_be(each, passage) and (span := found(each.words, own))]
    partly = not held and any(_has_part(each.words, own) for each in quotes if _may_be(each, passage))
    answer: Span | None = (before + held[0][1][0], before + held[0][1][1]) if held else None
    return {
        "document": passage.document_id,
        "span": [passage.start, passage.end],
        "score": round(passage.score, 4),
        "text": text,
        "holds": sorted({each.number for each, _ in held}),
        "partly": partly,
        "answer": answer,
    }


def _may_be(quote: Quote, passage: Candidate) -> bool:
    return quote.document == passage.document_id or len(quote.words.split()) >= FEW_WORDS


def _has_part(words: str, text: str) -> bool:
    """Return whether a text ends with the beginning of a quote, or begins with its end."""
    size = max(1, int(len(words) * PART))
    return found(words[:size], text[-len(words) :]) is not None or found(words[-size:], text[: len(words)]) is not None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
