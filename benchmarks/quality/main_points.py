"""How many main points that readers wrote of documents are shown when a document's whole is asked for.

    python -m benchmarks.quality.main_points STORE=FILE ... [--fit]

A file has a JSON line for each document of the store beside it: `document` (its id) and `points`, each a list of
sentences of the document of which any one says the point. A point is shown where six tenths of such a sentence are.
`--fit` prints the weights of `rag/answer/broad/whole/emphasis.py` that these documents give, and how many points are
shown with weights that were fitted to other documents (ten parts, by turns).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from index.records import Document
from index.storage.catalog import Catalog, open_catalog
from index.text.sentences import Span
from rag.answer.broad.overview import main_parts
from rag.answer.broad.parts import parts_of
from rag.answer.broad.whole import emphasis
from rag.records import Broad, Query
from settings import Settings

SHOWN = 0.6
"""A sentence is shown where so much of it is."""
SOFT, PARTS = 100.0, 10
"""The penalty of the squares of weights (of traits of deviation 1), and in how many parts documents are tried."""
ASKED = Query(
    topic="",
    speaker=None,
    standalone="What is this document about?",
    kind="overview",
    broad=Broad("summary", points=True),
)


@dataclass(frozen=True)
class Case:
    """A document, and where each of its main points stands: any one of its spans says it."""

    document: Document
    catalog: Catalog
    points: list[list[Span]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many points are shown, in how many words a document; with `--fit` the weights that they give."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.main_points", description=__doc__.split("\n")[0]
    )
    parser.add_argument("files", nargs="+", metavar="STORE=FILE")
    parser.add_argument("--fit", action="store_true", help="print weights fitted to these documents")
    chosen = parser.parse_args(arguments)
    sets = {name: list(stored(*name.split("=", 1))) for name in chosen.files}
    for name, cases in sets.items():
        print(json.dumps({"set": name, **counted(cases)}))
    if chosen.fit:
        every = [case for cases in sets.values() for case in cases]
        print(json.dumps({"fitted to others": _by_turns(every), "weights": _named(fitted(every))}))


def stored(store: str, file: str) -> Iterator[Case]:
    """Yield the documents of a file that a store has, with where their points stand."""
    catalog = open_catalog(Settings(store=Path(store)))
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = catalog.document(row["document"])
        if document is not None:
            yield Case(document, catalog, [list(_spans(each, document.text)) for each in row["points"]])


def _spans(sentences: Sequence[str], text: str) -> Iterator[Span]:
    for each in sentences:
        start = text.find(each)
        if start >= 0:
            yield start, start + len(each)


def counted(cases: Sequence[Case]) -> dict[str, float]:
    """Return how many points of documents are shown of how many, and the words and sentences a document."""
    shown = words = number = 0
    for case in cases:
        spans = [part.span for part in main_parts(case.document, ASKED, case.catalog)]
        shown += len({at for span in spans for at in _said(span, case)} | _joined(spans, case))
        words += sum(len(case.document.text[slice(*span)].split()) for span in spans)
        number += len(spans)
    return {
        "points": sum(len(case.points) for case in cases),
        "shown": shown,
        "words": round(words / max(1, len(cases))),
        "sentences": round(number / max(1, len(cases)), 1),
    }


def _said(span: Span, case: Case) -> set[int]:
    """Return which points a span says."""
    return _joined([span], case)


def _joined(spans: Sequence[Span], case: Case) -> set[int]:
    """Return which points several spans say together."""
    return {
        at
        for at, point in enumerate(case.points)
        if any(
            sum(max(0, min(b, end) - max(a, start)) for a, b in spans) >= SHOWN * (end - start) for start, end in point
        )
    }


def _data(cases: Sequence[Case]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the traits of all sentences that may stand alone, and which of them say a point."""
    rows: list[list[float]] = []
    said: list[float] = []
    for case in cases:
        fit = parts_of([case.document], ASKED, case.catalog)
        every = parts_of([case.document], ASKED, case.catalog, every=True)
        rows += emphasis.traits(fit, every)
        said += [float(bool(_said(each.span, case))) for each in fit]
    return np.array(rows), np.array(said)


def fitted(cases: Sequence[Case]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression over the sentences of documents, the bias last."""
    traits, said = _data(cases)
    mean, deviation = traits.mean(axis=0), traits.std(axis=0) + 1e-9
    rows = np.hstack([(traits - mean) / deviation, np.ones((len(traits), 1))])
    soft = np.diag([SOFT] * traits.shape[1] + [1e-6])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - said) + soft @ weights
        weights -= np.linalg.solve((rows.T * (likely * (1 - likely))) @ rows + soft, slope)
    scaled = weights[:-1] / deviation
    return np.append(scaled, weights[-1] - scaled @ mean)


def _named(weights: NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(each), 2) for name, each in zip([*emphasis.WEIGHTS, "bias"], weights, strict=True)}


def _by_turns(cases: Sequence[Case]) -> dict[str, float]:
    """Return how many points are shown of each part of the documents with weights fitted to the others."""
    found: list[dict[str, float]] = []
    for turn in range(PARTS):
        *weights, bias = _named(fitted([each for at, each in enumerate(cases) if at % PARTS != turn])).values()
        named = dict(zip(emphasis.WEIGHTS, weights, strict=True))
        with patch.object(emphasis, "WEIGHTS", named), patch.object(emphasis, "BIAS", bias):
            found.append(counted(cases[turn::PARTS]))
    return {"points": sum(each["points"] for each in found), "shown": sum(each["shown"] for each in found)}


if __name__ == "__main__":
    main()
