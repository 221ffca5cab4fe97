"""How near summaries come to those that people wrote, beside the first sentences, TextRank and LexRank.

    python -m benchmarks.quality.summaries NAME=FILE ... [--sentences 3]

A file is a CSV with the columns `article` and `highlights` (CNN/Daily Mail), or JSON lines of meetings with
`meeting_transcripts` and `general_query_list` (QMSum; five sentences each). ROUGE-1, ROUGE-2 and ROUGE-L are F1 over
stemmed words (Lin: ROUGE, 2004), in hundredths.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.records import Document
from index.text.sentences import sentences
from index.text.stems import content_words, words
from rag.answer.broad.central import LEAD, Part, central
from rag.answer.broad.covering import covering
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import part_of
from rag.rank.evidence import as_evidence

_AGENCY = re.compile(r"^.{0,200}?(?:UPDATED: \. .{0,40}? \. |\(CNN\) -- )")
DAMPING, ROUNDS, ALIKE = 0.85, 30, 0.1


@dataclass(frozen=True)
class Case:
    """A text, the summary that people wrote of it, how many sentences a summary has, and whether it is spoken."""

    text: str
    reference: str
    number: int
    spoken: bool


def main() -> None:
    """Print one JSON line for each file: how many texts, and each method's ROUGE."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.summaries", description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", metavar="NAME=FILE")
    parser.add_argument("--sentences", type=int, default=3, help="of an article's summary")
    chosen = parser.parse_args()
    csv.field_size_limit(sys.maxsize)
    for each in chosen.files:
        name, _, path = each.partition("=")
        cases = list(_cases(Path(path), chosen.sentences))
        print(
            json.dumps({"set": name, "texts": len(cases), **{key: _mean(cases, how) for key, how in METHODS.items()}})
        )


def _cases(path: Path, number: int) -> Iterator[Case]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                text = _AGENCY.sub("", row["article"]).replace(" . ", ". ")
                yield Case(text, row["highlights"].replace(" .", "."), number, False)
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        meeting = json.loads(line)
        turns = (re.sub(r"\{[^}]*\}", "", each["content"]) for each in meeting["meeting_transcripts"])
        text = "\n\n".join(re.sub(r" ([.,?])", r"\1", each) for each in turns)
        yield Case(text, meeting["general_query_list"][0]["answer"], 5, True)


def _parts(case: Case) -> list[Part]:
    document = Document("text", "text", "", None, None, None, None, case.text, "")
    spans = sentences(case.text)
    return [
        part_of(document, as_evidence(document, span, None, score=1.0, coverage=1.0), place, len(spans))
        for place, span in enumerate(spans)
    ]


def _words(parts: Sequence[Part]) -> str:
    return " ".join(each.document.text[slice(*each.span)] for each in parts)


def _ours(case: Case) -> str:
    parts = _parts(case)
    fit = [each for each in parts if is_fit(case.text, each.span)] or parts
    return _words(covering(fit, case.number, parts) if case.spoken else central(fit, case.number, LEAD))


def _first(case: Case) -> str:
    return _words(_parts(case)[: case.number])


def _best(parts: Sequence[Part], likeness: NDArray[np.float64], number: int) -> str:
    """Return the sentences that a random walk over their likeness reaches most, in their order."""
    np.fill_diagonal(likeness, 0)
    steps = likeness / np.maximum(likeness.sum(axis=1, keepdims=True), 1e-9)
    reached = np.full(len(parts), 1 / max(1, len(parts)))
    for _ in range(ROUNDS):
        reached = (1 - DAMPING) / len(parts) + DAMPING * steps.T @ reached
    return _words([parts[at] for at in sorted(np.argsort(-reached, kind="stable")[:number])])


def _textrank(case: Case) -> str:
    parts = _parts(case)
    stems = [set(content_words(case.text[slice(*each.span)])) for each in parts]
    sizes = [math.log(len(each) + 1) for each in stems]
    likeness = np.array(
        [
            [len(one & other) / (sizes[at] + sizes[beside] or 1) for beside, other in enumerate(stems)]
            for at, one in enumerate(stems)
        ]
    )
    return _best(parts, likeness, case.number)


def _lexrank(case: Case) -> str:
    parts = _parts(case)
    counts = [Counter(content_words(case.text[slice(*each.span)])) for each in parts]
    holding = Counter(stem for each in counts for stem in each)
    columns = {stem: at for at, stem in enumerate(holding)}
    matrix = np.zeros((len(parts), max(1, len(columns))))
    for row, each in enumerate(counts):
        for stem, number in each.items():
            matrix[row, columns[stem]] = number * math.log(1 + len(parts) / holding[stem])
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    likeness = matrix @ matrix.T
    return _best(parts, np.where(likeness > ALIKE, likeness, 0), case.number)


METHODS: dict[str, Callable[[Case], str]] = {
    "first_sentences": _first,
    "textrank": _textrank,
    "lexrank": _lexrank,
    "on_the_record": _ours,
}


def _mean(cases: Sequence[Case], method: Callable[[Case], str]) -> list[float]:
    scores = np.array([rouge(method(each), each.reference) for each in cases])
    return [round(100 * float(each), 1) for each in scores.mean(axis=0)]


def rouge(summary: str, reference: str) -> tuple[float, float, float]:
    """Return ROUGE-1, ROUGE-2 and ROUGE-L of a summary, each as F1 from 0 to 1."""
    one, other = words(summary), words(reference)
    pairs = [(Counter(zip(one, one[1:], strict=False)), Counter(zip(other, other[1:], strict=False)))]
    overlaps = [_f1(_shared(Counter(one), Counter(other)), len(one), len(other))]
    overlaps += [_f1(_shared(a, b), sum(a.values()), sum(b.values())) for a, b in pairs]
    return overlaps[0], overlaps[1], _f1(_longest(one, other), len(one), len(other))


def _shared(one: Counter[Any], other: Counter[Any]) -> int:
    return sum((one & other).values())


def _longest(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    before = [0] * (len(other) + 1)
    for word in one:
        row = [0]
        for at, each in enumerate(other):
            row.append(before[at] + 1 if word == each else max(before[at + 1], row[at]))
        before = row
    return before[-1]


def _f1(shared: int, length: int, wanted: int) -> float:
    return 2 * shared / (length + wanted) if length + wanted else 0.0


if __name__ == "__main__":
    main()
