"""How much of what a plain scan finds "List all statements by X about Y" returns, and whether the count is right.

    python -m benchmarks.quality.listing NAME=CORPUS.jsonl ... [--pairs 40] [--store FOLDER]

The scan reads the corpus files and knows nothing of the index: of each document whose `speaker` is X it takes the
sentences that hold a word of Y's stem. The pairs are drawn by a fixed seed from the speakers and the words (six letters
and more, in 3 to 60 sentences of the speaker). A sentence counts as returned when a citation holds the word's place.
Vectors play no part in a list, so the index is made with made-up ones.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from langchain_core.embeddings import DeterministicFakeEmbedding

from index.names.names import is_name
from index.storage.store import open_store
from index.sync import sync
from index.text import countries
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, plain, stem
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Answer, Turn
from settings import Settings

SEED = 7
DIMENSIONS = 384
FEWEST, MOST, SHORTEST = 3, 60, 6
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Pair:
    """A speaker, a topic word and every place where the scan finds it: the document and the sentence that holds it."""

    speaker: str
    topic: str
    found: frozenset[tuple[str, Span]]


def main() -> None:
    """Print one JSON line: pairs, recall of the scan's sentences, share of exact counts, mean error of the count."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.listing", description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+", metavar="NAME=CORPUS.jsonl")
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--store", type=Path, help="keep the index here for the next run")
    parser.add_argument("--verbose", action="store_true", help="print each pair on standard error")
    chosen = parser.parse_args()
    corpora = dict(each.partition("=")[::2] for each in chosen.corpora)
    pairs = list(drawn({name: Path(path) for name, path in corpora.items()}, chosen.pairs))
    with tempfile.TemporaryDirectory() as temporary, patch("index.storage.embeddings.open_embeddings", _random):
        pipeline = _pipeline(list(map(Path, corpora.values())), chosen.store or Path(temporary) / "store")
        results = [_result(pipeline, pair, chosen.verbose) for pair in pairs]
        pipeline.close()
    wanted, returned, listed, counted, seconds = map(np.array, zip(*results, strict=True))
    figures = {
        "pairs": len(pairs),
        "recall": round(float((returned / wanted).mean()), 4),
        "recall_worst": round(float((returned / wanted).min()), 4),
        "count_right": round(float((counted == wanted).mean()), 4),
        "count_error": round(float((np.abs(counted - wanted) / wanted).mean()), 4),
        "precision": round(float((returned / np.maximum(listed, 1)).mean()), 4),
        "p50_ms": round(float(np.median(seconds)) * 1000, 1),
    }
    print(json.dumps(figures))


def _random(name: str) -> DeterministicFakeEmbedding:
    return DeterministicFakeEmbedding(size=DIMENSIONS)


def _pipeline(corpora: list[Path], store: Path) -> Pipeline:
    settings = Settings(store=store)
    with open_store(settings) as opened:
        sync(corpora, opened, settings.passage_tokens)
    return open_pipeline(settings)


def drawn(corpora: dict[str, Path], number: int) -> Iterator[Pair]:
    """Yield so many pairs, from each corpus in turn, each speaker as often as the next."""
    random_ = random.Random(SEED)
    scanned = {name: _scanned(path) for name, path in corpora.items()}
    askable = {
        name: {speaker: topics for speaker in each if (topics := _topics(each[speaker]))}
        for name, each in scanned.items()
    }
    for at in range(number):
        spoken = askable[list(askable)[at % len(askable)]]
        speaker = random_.choice(sorted(spoken))
        topic = random_.choice(sorted(spoken[speaker]))
        # Somebody who speaks in one corpus at home may speak in another abroad.
        everywhere = (each.get(speaker, {}).get(stem(topic), {}) for each in scanned.values())
        yield Pair(speaker, topic, frozenset(place for found in everywhere for place in found))


def _topics(found: dict[str, dict[tuple[str, Span], str]]) -> list[str]:
    """Return the words that can be asked for, each in the form in which its stem stands first."""
    forms = [next(filter(_askable, places.values()), "") for places in found.values() if FEWEST <= len(places) <= MOST]
    return list(filter(None, forms))


_Scan = dict[str, dict[str, dict[tuple[str, Span], str]]]


def _scanned(path: Path) -> _Scan:
    """Return, for each speaker and stem, the sentences that hold it and in which form."""
    found: _Scan = defaultdict(lambda: defaultdict(dict))
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        speaker = document.get("speaker")
        if not speaker or not is_name(speaker) or len(speaker) < 4:
            continue
        for span in sentences(document["text"]):
            for match in _WORD.finditer(document["text"], *span):
                found[speaker][stem(match[0])].setdefault((f"{path.name}#{document['doc_id']}", span), match[0])
    return found


def _askable(word: str) -> bool:
    return word.islower() and len(word) >= SHORTEST and plain(word) not in STOPWORDS and countries.country(word) is None


def _result(pipeline: Pipeline, pair: Pair, verbose: bool) -> tuple[int, int, int, int, float]:
    started = time.perf_counter()
    answer = pipeline.ask(Turn(f"List all statements by {pair.speaker} about {pair.topic}"))
    seconds = time.perf_counter() - started
    returned = sum(_cites(answer)(*each) for each in pair.found)
    if verbose:
        figures = (
            pair.speaker,
            pair.topic,
            len(pair.found),
            returned,
            len(answer.citations),
            answer.count,
            answer.kind,
        )
        print(*figures, round(seconds * 1000), "ms", file=sys.stderr)
    return len(pair.found), returned, len(answer.citations), answer.count or 0, seconds


def _cites(answer: Answer) -> Callable[[str, Span], bool]:
    """Return whether a citation of the answer and a sentence of the scan overlap."""
    cited: dict[str, list[Span]] = defaultdict(list)
    for each in answer.citations:
        cited[each.doc].append((each.start, each.end))
    return lambda doc, span: any(start < span[1] and span[0] < end for start, end in cited[doc])


if __name__ == "__main__":
    main()
