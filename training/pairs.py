"""Files of question and passage -> the pairs of one epoch, and pairs -> tensors."""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from rag.reader.spans import QUESTION_CHARACTERS, TOKENS
from training.near_misses import Pair, near_misses

MAIN, PSEUDO = "squad2_train_part", "squad2_pseudo"
OTHERS = (
    "squadshifts_new_wiki covidqa fairytaleqa quoref_contrast qed_nq_dev clapnq_dev clapnq_dev_unanswerable".split()
)
EVERYDAY = "everyday_train"
"""What training/everyday.py makes; a folder without it gives pairs of the other files alone."""
ANSWERABLE, PSEUDO_IMPOSSIBLE, PSEUDO_ANSWERABLE, OTHER = 12_000, 3_000, 1_500, 4_500
SHARED = 35
"""Of 100 pairs so many are of the other files where there are everyday questions, so that what was learnt is kept."""
NEAR_MISSES = {"negation": 300}
"""Of each kind of near-miss so many an epoch, else 900: edited negations are many and teach that "not" means no."""


@dataclass(frozen=True)
class Encoded:
    """One pair as the reader reads it; without an answer the span is the first token."""

    ids: list[int]
    kinds: list[int]
    allowed: list[bool]
    """The tokens at which a span may begin or end: those of the passage, and the first for none."""
    start: int
    end: int
    answerable: float
    offsets: list[tuple[int, int]]


def read(folder: Path, name: str) -> list[Pair]:
    """Return the pairs of one file."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Mixture:
    """The pairs of every epoch, drawn again for each by its number."""

    def __init__(self, folder: Path, shared: int = SHARED) -> None:
        self.shared = shared
        main, pseudo = read(folder, MAIN), read(folder, PSEUDO)
        self.unanswerable = [each for each in main if each["impossible"]]
        self.answerable = [each for each in main if not each["impossible"] and each["answers"]]
        self.pseudo_unanswerable = [each for each in pseudo if each["impossible"]]
        self.pseudo_answerable = [each for each in pseudo if not each["impossible"] and each["answers"]]
        self.others = [each for name in OTHERS for each in read(folder, name)]
        self.everyday = read(folder, EVERYDAY) if (folder / f"{EVERYDAY}.jsonl.gz").exists() else []
        self.near: dict[str, list[Pair]] = defaultdict(list)
        for each in near_misses(main, seed=11):
            self.near[each["made"]].append(each)

    def epoch(self, number: int) -> list[Pair]:
        """Return the pairs of an epoch: all unanswerable ones that people wrote, and a draw of the rest."""
        draw = random.Random(100 + number)

        def some(pairs: Sequence[Pair], most: int) -> list[Pair]:
            return draw.sample(pairs, min(most, len(pairs)))

        chosen = list(self.unanswerable) + some(self.answerable, ANSWERABLE) + some(self.others, OTHER)
        chosen += some(self.pseudo_unanswerable, PSEUDO_IMPOSSIBLE) + some(self.pseudo_answerable, PSEUDO_ANSWERABLE)
        for kind, pairs in sorted(self.near.items()):
            chosen += some(pairs, NEAR_MISSES.get(kind, 900))
        if self.everyday:
            chosen = some(chosen, len(self.everyday) * self.shared // (100 - self.shared)) + self.everyday
        draw.shuffle(chosen)
        return chosen


def tokenizer(path: Path) -> Any:
    """Return the base model's tokenizer, which cuts passages so that a pair has 224 tokens at most."""
    found = Tokenizer.from_file(str(path))
    found.no_padding()
    found.enable_truncation(TOKENS, strategy="only_second")
    return found


def encoded(pair: Pair, tokens: Any) -> Encoded | None:
    """Return a pair as tokens, or None where its answer stands in what was cut off."""
    encoding = tokens.encode(pair["question"][:QUESTION_CHARACTERS], pair["context"])
    start = end = 0
    if not pair["impossible"]:
        first = pair["answers"][0]["start"]
        last = first + len(pair["answers"][0]["text"])
        inside = [
            at
            for at, ((one, other), part) in enumerate(zip(encoding.offsets, encoding.sequence_ids, strict=True))
            if part == 1 and one < last and other > first
        ]
        if not inside:
            return None
        start, end = inside[0], inside[-1]
    allowed = [at == 0 or part == 1 for at, part in enumerate(encoding.sequence_ids)]
    return Encoded(
        ids=encoding.ids,
        kinds=encoding.type_ids,
        allowed=allowed,
        start=start,
        end=end,
        answerable=float(not pair["impossible"]),
        offsets=encoding.offsets,
    )


def batch(pairs: Sequence[Encoded], device: str = "cpu") -> dict[str, torch.Tensor]:
    """Return tensors of shape (pairs, longest) for ids, kinds, mask and allowed, and (pairs,) for the rest."""
    shape = (len(pairs), max(len(each.ids) for each in pairs))
    stacked = {name: torch.zeros(shape, dtype=torch.long) for name in ("ids", "kinds", "mask", "allowed")}
    for row, each in enumerate(pairs):
        width = len(each.ids)
        stacked["ids"][row, :width] = torch.tensor(each.ids)
        stacked["kinds"][row, :width] = torch.tensor(each.kinds)
        stacked["mask"][row, :width] = 1
        stacked["allowed"][row, :width] = torch.tensor(each.allowed, dtype=torch.long)
    stacked["start"] = torch.tensor([each.start for each in pairs])
    stacked["end"] = torch.tensor([each.end for each in pairs])
    stacked["answerable"] = torch.tensor([each.answerable for each in pairs])
    return {name: value.to(device) for name, value in stacked.items()}


def only_allowed(spans: torch.Tensor, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return the logits of spans with those of tokens that no span may begin or end at out of reach."""
    return spans.masked_fill(tensors["allowed"][..., None] == 0, -1e4)
