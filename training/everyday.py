"""Questions as people ask them -> pairs with the very pieces that the product would read for them.

    python -m training.everyday DATA OUT

`training/everyday.jsonl.gz` holds the questions, each with the place of its answer, or of what a careless reader would
take for one: no text of the documents, which DATA holds (a folder a set, as training/README.md names them). The
documents are indexed under OUT, every question is asked there, and of the four pieces that the reader would get those
are written that surely answer or surely do not. It runs with the product's packages, not with those of training.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.records import Document
from index.storage.store import open_store
from index.sync import sync
from index.text.sentences import Span, sentences
from rag.pipeline import Pipeline, open_pipeline
from rag.reader.pieces import CHARACTERS, Piece, pieces
from rag.reader.reading import READ, put
from rag.records import Evidence, Query, Ranked, Turn
from settings import Settings
from training.near_misses import Pair

QUESTIONS = Path(__file__).with_name("everyday.jsonl.gz")
FILES = {"polnear": "dev/quotes.jsonl", "time1963": "corpus.jsonl", "scifact": "corpus.jsonl"}
"""Where a set's texts are, if not in dev/corpus.jsonl."""
MOST_WRONG = 2
"""So many pieces that do not answer are taken a question."""
AROUND = 900


@dataclass(frozen=True)
class Asked:
    """A question, the part of a document that it was written on, and where its answer stands there."""

    question: str
    topic: bool
    """Whether it asks what somebody says of a topic; else it asks for a fact."""
    document: Document
    part: Span
    place: Span
    answerable: bool


def main(arguments: Sequence[str]) -> int:
    """Write everyday_train.jsonl.gz and everyday_dev.jsonl.gz, in which every eighth part of a document is."""
    parser = argparse.ArgumentParser(prog="python -m training.everyday", description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    lines = _lines(QUESTIONS)
    options.out.mkdir(parents=True, exist_ok=True)
    pipeline = _indexed(_documents(options.data, lines), options.out)
    written: dict[bool, list[Pair]] = {True: [], False: []}
    for number, line in enumerate(lines):
        asked = _asked(line, pipeline)
        written[line["dev"]] += [
            {**pair, "id": f"everyday-{number}-{at}"} for at, pair in enumerate(pairs(asked, pipeline))
        ]
    for dev, name in ((True, "everyday_dev"), (False, "everyday_train")):
        with gzip.open(options.out / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.writelines(f"{json.dumps(each)}\n" for each in written[dev])
    print(json.dumps({"dev": len(written[True]), "train": len(written[False])}))
    return 0


def _lines(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _documents(data: Path, lines: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the records of the documents that the questions are about, as their sets have them."""
    wanted = {(each["set"], each["document"]) for each in lines}
    found = []
    for name in sorted({name for name, _ in wanted}):
        file = data / name / FILES.get(name, "dev/corpus.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if (name, record["doc_id"]) in wanted:
                found.append(
                    {key: record.get(key) for key in ("doc_id", "title", "date", "source", "url", "text", "authors")}
                )
    return found


def _indexed(documents: Sequence[Mapping[str, Any]], out: Path) -> Pipeline:
    file = out / "documents.jsonl"
    file.write_text("".join(f"{json.dumps(each)}\n" for each in documents), encoding="utf-8")
    settings = Settings(store=out / "store", reader="none")
    with open_store(settings) as store:
        sync([file], store, settings.passage_tokens)
    return open_pipeline(settings)


def _asked(line: Mapping[str, Any], pipeline: Pipeline) -> Asked:
    document = pipeline.document(f"documents.jsonl#{line['document']}")
    place = line["answer"] or line["near"]
    return Asked(
        question=line["question"],
        topic=line["topic"],
        document=document,
        part=(line["part"][0], line["part"][1]),
        place=(place[0], place[1]),
        answerable=line["answer"] is not None,
    )


def pairs(asked: Asked, pipeline: Pipeline) -> Iterator[Pair]:
    """Yield the pair with the question's own place, then those with what retrieval takes for it and is not."""
    query = pipeline.understand(Turn(asked.question))
    terms = pipeline.weigh(query)
    ranked = pipeline.rank(query, terms, pipeline.retrieve(query, terms))
    own = _own(asked, query, ranked, pipeline)
    if own:
        yield from _pair(asked, query, own, right=asked.answerable)
    given = pieces(query.standalone, ranked.evidence, pipeline.store.catalog, most=READ)
    wrong = [each for each in given if own is None or (each.text != own.text and _is_surely_wrong(asked, each))]
    for each in wrong[:MOST_WRONG]:
        yield from _pair(asked, query, each, right=False)


def _own(asked: Asked, query: Query, ranked: Ranked, pipeline: Pipeline) -> Piece | None:
    """Return the piece around the question's place, by what was ranked there or else by its sentences."""
    start, end = asked.place
    here = next((each for each in ranked.evidence if _has(asked, each)), None)
    if here is None:
        if not ranked.evidence:
            return None
        text = asked.document.text
        near = [
            each
            for each in sentences(text, max(0, start - AROUND), min(len(text), end + AROUND))
            if each[0] < end and each[1] > start
        ]
        here = replace(
            ranked.evidence[0],
            document_id=asked.document.id,
            start=near[0][0] if near else start,
            end=near[-1][1] if near else end,
            speaker=None,
            lead="",
            replies_to=None,
            reported_by=None,
        )
    characters = 0 if query.kind == "statements" else CHARACTERS
    return next(iter(pieces(query.standalone, [here], pipeline.store.catalog, most=1, characters=characters)), None)


def _has(asked: Asked, evidence: Evidence) -> bool:
    inside = evidence.start <= asked.place[0] and asked.place[1] <= evidence.end
    return evidence.document_id == asked.document.id and inside


def _is_surely_wrong(asked: Asked, piece: Piece) -> bool:
    """Return whether a piece surely does not answer: what the rest of the document says was not looked at.

    Of a topic the same speaker may say more elsewhere; words that are the answer may answer wherever they stand.
    """
    start, end = asked.place
    answer = asked.document.text[start:end] if asked.answerable else ""
    if answer and answer.lower() in piece.text.lower():
        return False
    if piece.document_id != asked.document.id:
        return True
    read = asked.part[0] <= piece.span[0] and piece.span[1] <= asked.part[1]
    return read and not (asked.answerable and (asked.topic or piece.span[0] <= start < piece.span[1]))


def _pair(asked: Asked, query: Query, piece: Piece, right: bool) -> Iterator[Pair]:
    """Yield what is read and its label; nothing where the answer is not whole in what is read."""
    start, end = asked.place
    answer = asked.document.text[start:end]
    at = _offset(piece, start, end) if right else None
    if right and at is None:
        return
    yield {
        "source": "everyday",
        "title": "",
        "question": put(query) if asked.topic else asked.question,
        "context": piece.text,
        "answers": [] if at is None else [{"text": answer, "start": at}],
        "impossible": not right,
    }


def _offset(piece: Piece, start: int, end: int) -> int | None:
    """Return where a place of the document begins in what is read."""
    passed = 0
    for part in piece.parts:
        if part.start is not None and part.start <= start and end <= part.start + len(part.text):
            return passed + start - part.start
        passed += len(part.text)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
