"""How well a reader tells which passages of retrieval answer: `python -m training.asked.measure READER FILE …`.

READER is an int8 file, FILE what training/asked/passages.py wrote. It runs with the product's packages.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from index.storage.embeddings import TOKENIZER
from rag.answer.passages.read import READ, ReadPassage
from rag.reader.model import Reader
from rag.records import Candidate, Reading
from training.asked.lines import Line, lines_of
from training.asked.passages import NEAREST

SHOWN = (1, 2, 3)


@dataclass(frozen=True)
class Seen:
    """A passage with what the reader makes of it, and which of its question's quotes it holds."""

    passage: ReadPassage
    holds: frozenset[int]
    partly: bool


@dataclass(frozen=True)
class Question:
    """A question with the passages nearest to it, in the order of retrieval."""

    quotes: int
    seen: tuple[Seen, ...]

    @property
    def is_absent(self) -> bool:
        """Return whether the documents do not answer it."""
        return not self.quotes

    def has_all(self, order: Sequence[Seen], most: int) -> bool:
        """Return whether the first passages of an order hold every quote, or one that answers as well."""
        held = frozenset[int]().union(*(each.holds for each in order[:most]))
        return -1 in held or held >= frozenset(range(self.quotes))


def question_of(line: Line, readings: Sequence[Reading]) -> Question:
    """Return a question with what was read of its passages."""
    seen = []
    for each, reading in zip(line["passages"], readings, strict=False):
        candidate = Candidate(each["document"], *each["span"], score=each["score"])
        seen.append(Seen(ReadPassage(candidate, reading), frozenset(each["holds"]), each["partly"]))
    return Question(line["quotes"], tuple(seen))


def read(reader: Reader, lines: Sequence[Line]) -> Iterator[Question]:
    """Yield the questions with what the reader makes of the nearest passages of each."""
    for line in lines:
        texts = [each["text"] for each in line["passages"][:NEAREST]]
        yield question_of(line, reader(line["question"], texts))


def likely(seen: Sequence[Seen]) -> float:
    """Return what the reader says for the first of the passages that are read, by which the product decides."""
    return max(seen, key=lambda each: each.passage.rank).passage.told


def figures(questions: Sequence[Question]) -> dict[str, object]:
    """Return the AUROC of passages that hold a quote and of questions that are answered, and what stands first."""
    answered = [each for each in questions if not each.is_absent and each.seen]
    absent = [each for each in questions if each.is_absent and each.seen]
    found: dict[str, object] = {"questions": len(answered), "absent": len(absent)}
    for name, height in HEIGHTS.items():
        found[f"auroc of passages, {name}"] = round(_within(answered, height), 3)
    for name, chance in CHANCES.items():
        found[f"auroc of questions, {name}"] = round(_between(answered, absent, chance), 3)
    for most in (READ, NEAREST):
        found[f"all in the first {SHOWN} of {most}"] = [_having_all(answered, first, most) for first in SHOWN]
    retrieved = [sum(each.has_all(each.seen, first) for each in answered) for first in (*SHOWN, READ, NEAREST)]
    return {**found, "all in the first of retrieval": retrieved}


def _having_all(questions: Sequence[Question], first: int, most: int) -> int:
    """Return for how many questions the first passages have every quote, of so many that are read."""
    return sum(each.has_all(_in_order(each.seen[:most]), first) for each in questions)


def _between(
    answered: Sequence[Question], absent: Sequence[Question], chance: Callable[[Sequence[Seen]], float]
) -> float:
    """Return the AUROC of questions whose first three passages have every quote against those that have no answer."""
    shown = [each for each in answered if each.has_all(_in_order(each.seen[:READ]), SHOWN[-1])]
    right, wrong = ([chance(each.seen[:READ]) for each in some] for some in (shown, absent))
    return auroc(right, wrong)


def _in_order(seen: Sequence[Seen]) -> list[Seen]:
    return sorted(seen, key=lambda each: -each.passage.rank)


HEIGHTS: dict[str, Callable[[Seen], float]] = {
    "retrieval": lambda each: each.passage.candidate.score,
    "reader": lambda each: each.passage.told,
    "both": lambda each: each.passage.rank,
}
CHANCES: dict[str, Callable[[Sequence[Seen]], float]] = {
    "reader": lambda seen: max(each.passage.told for each in seen),
    "as the product counts": likely,
}


def _within(questions: Sequence[Question], height: Callable[[Seen], float]) -> float:
    """Return the AUROC of passages that hold a quote within their question, in the mean of the questions."""
    found = []
    for each in questions:
        right = [height(one) for one in each.seen if one.holds]
        wrong = [height(one) for one in each.seen if not one.holds and not one.partly]
        if right and wrong:
            found.append(auroc(right, wrong))
    return fmean(found)


def auroc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return how often one of the first is higher than one of the second; as high counts half."""
    pairs = [(one, other) for one in right for other in wrong]
    return fmean((one > other) + (one == other) / 2 for one, other in pairs) if pairs else 0.0


def main(arguments: Sequence[str]) -> int:
    """Print the figures over all files."""
    parser = argparse.ArgumentParser(prog="python -m training.asked.measure", description=__doc__.splitlines()[0])
    parser.add_argument("reader", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--held-out", action="store_true", help="the questions that were not trained on alone")
    options = parser.parse_args(arguments)
    reader = Reader(options.reader.read_bytes(), TOKENIZER.read_bytes())
    lines = [each for file in options.files for each in lines_of(file) if each["dev"] or not options.held_out]
    for name, value in figures(list(read(reader, lines))).items():
        print(f"{name}: {json.dumps(value)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
