"""Which scale and shift bring a new reader's logits to the level of the one before: what its levels mean then holds.

    python -m training.asked.level BEFORE AFTER FILE … --held-out

BEFORE and AFTER are int8 files, FILE what training/asked/passages.py wrote. At each of the logits from which the
product answers or shows a passage, as many questions that no document answers may pass as did before.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.storage.embeddings import TOKENIZER
from rag.answer.passages.read import READ
from rag.reader.model import Reader
from training.asked.lines import Line, lines_of
from training.asked.measure import Question, read

SHARES = np.linspace(0.05, 0.6, 23)
"""The levels of the product let through between a twentieth and three fifths of the near-misses."""


def main(arguments: Sequence[str]) -> int:
    """Print the scale and the shift."""
    parser = argparse.ArgumentParser(prog="python -m training.asked.level", description=__doc__.splitlines()[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--held-out", action="store_true", help="the questions that were not trained on alone")
    options = parser.parse_args(arguments)
    lines = [each for file in options.files for each in lines_of(file) if each["dev"] or not options.held_out]
    before, after = (_absent(file, lines) for file in (options.before, options.after))
    scale, shift = level(before, after)
    print(json.dumps({"near-misses": len(before), "scale": round(scale, 3), "shift": round(shift, 3)}))
    return 0


def _absent(file: Path, lines: Sequence[Line]) -> list[float]:
    """Return the logit of the likeliest passage of each question that the documents do not answer."""
    reader = Reader(file.read_bytes(), TOKENIZER.read_bytes())
    return [likeliest(each) for each in read(reader, lines) if each.is_absent and each.seen]


def likeliest(question: Question) -> float:
    """Return the logit of the passage that the product would rest on."""
    best = max(question.seen[:READ], key=lambda each: each.passage.rank)
    return best.passage.reading.answerable if best.passage.reading else 0.0


def level(before: Sequence[float], after: Sequence[float]) -> tuple[float, float]:
    """Return the scale and shift by which the highest shares of some logits lie where those of others lay.

    The line of least squares through the quantiles of both.
    """
    wanted, given = (np.quantile(each, 1 - SHARES) for each in (before, after))
    scale, shift = np.polyfit(given, wanted, 1)
    return float(scale), float(shift)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
