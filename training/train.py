"""Train the reader: `python -m training.train BASE DATA OUT`; a run that was stopped goes on from its last checkpoint.

BASE is the folder of model.onnx and tokenizer.json of ms-marco-MiniLM-L-12-v2 (training/README.md), DATA the folder of
the pairs. The learning rate stays level until `--decay N`, which lets it fall to nothing over N more pairs and ends.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from training.encoder import begun
from training.measure import figures, read
from training.pairs import Encoded, Mixture, batch, encoded, tokenizer

BODY_RATE, HEAD_RATE, WARM, BATCH, BUCKET = 6e-5, 3e-4, 500, 16, 512
CHECKPOINT_SECONDS, REPORT_STEPS = 600, 50


class Run:
    """A training run with what a checkpoint keeps of it."""

    def __init__(self, base: Path, out: Path) -> None:
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.tokens = tokenizer(base / "tokenizer.json")
        self.reader = begun(base / "model.onnx").to(self.device)
        for each in (self.reader.words, self.reader.positions, self.reader.kinds):
            each.requires_grad_(False)
        heads = {id(each) for part in (self.reader.span, self.reader.answerable) for each in part.parameters()}
        trained = [each for each in self.reader.parameters() if each.requires_grad]
        body = {"params": [each for each in trained if id(each) not in heads], "lr": BODY_RATE}
        head = {"params": [each for each in trained if id(each) in heads], "lr": HEAD_RATE}
        self.optimizer = torch.optim.AdamW([body, head], weight_decay=0.01)
        self.rates = [each["lr"] for each in self.optimizer.param_groups]
        self.file = out / "last.pt"
        self.seen = 0
        if self.file.exists():
            state = torch.load(self.file, map_location=self.device)
            self.reader.load_state_dict(state["reader"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.seen = state["seen"]

    def save(self) -> None:
        """Write a checkpoint in place of the one before, whole or not at all."""
        half = self.file.with_suffix(".part")
        state = {"reader": self.reader.state_dict(), "optimizer": self.optimizer.state_dict(), "seen": self.seen}
        torch.save(state, half)
        half.replace(self.file)

    def step(self, pairs: Sequence[Encoded], share: float) -> float:
        """Learn from a batch at a share of the learning rate and return its loss."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        tensors = batch(pairs, self.device)
        spans, answerable = self.reader(tensors["ids"], tensors["kinds"], tensors["mask"])
        loss = labels_loss(spans.masked_fill(tensors["allowed"][..., None] == 0, -1e4), answerable, tensors)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        self.seen += len(pairs)
        return float(loss.item())


def labels_loss(spans: torch.Tensor, answerable: torch.Tensor, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return how far logits are from the labels of a batch: mean of start and end, and whether there is an answer."""
    starts, ends = spans[..., 0], spans[..., 1]
    found = functional.cross_entropy(starts, tensors["start"]) + functional.cross_entropy(ends, tensors["end"])
    return found / 2 + functional.binary_cross_entropy_with_logits(answerable, tensors["answerable"])


def batches(mixture: Mixture, tokens: Any, seen: int) -> Iterator[list[Encoded]]:
    """Yield batches of pairs of about equal length without end, from where a run stopped."""
    passed, number = 0, 0
    while True:
        pairs = mixture.epoch(number)
        number += 1
        for begin in range(0, len(pairs), BUCKET):
            if passed + begin + BUCKET <= seen:
                continue
            made = [each for pair in pairs[begin : begin + BUCKET] if (each := encoded(pair, tokens))]
            made.sort(key=lambda each: len(each.ids))
            runs = [made[at : at + BATCH] for at in range(0, len(made), BATCH)]
            random.Random(passed + begin).shuffle(runs)
            yield from runs
        passed += len(pairs)


def train(run: Run, mixture: Mixture, *, pairs: int, decay: int, log: Any) -> None:
    """Learn from `pairs` more pairs, or from `decay` more with a falling rate, with checkpoints and a log."""
    begun_at, last, losses = run.seen, time.monotonic(), []
    for each in batches(mixture, run.tokens, run.seen):
        done = run.seen - begun_at
        if done >= (decay or pairs):
            break
        share = min(1.0, (run.seen + BATCH) / WARM) * (max(0.0, 1 - done / decay) if decay else 1.0)
        losses.append(run.step(each, share))
        if len(losses) % REPORT_STEPS == 0:
            print(json.dumps({"seen": run.seen, "loss": round(sum(losses[-100:]) / len(losses[-100:]), 3)}), file=log)
            log.flush()
        if time.monotonic() - last > CHECKPOINT_SECONDS:
            run.save()
            last = time.monotonic()
    run.save()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__.splitlines()[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=60_000)
    parser.add_argument("--decay", type=int, default=0)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--measure", type=Path, help="pairs to measure on at the end, as JSON lines")
    options = parser.parse_args(arguments)
    if options.threads:
        torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    run = Run(options.base, options.out)
    with (options.out / "log.jsonl").open("a", encoding="utf-8") as log:
        train(run, Mixture(options.data), pairs=options.pairs, decay=options.decay, log=log)
        if options.measure:
            asked = [json.loads(line) for line in options.measure.open(encoding="utf-8")]
            found = figures(asked, read(run.reader, run.tokens, asked, run.device))
            print(json.dumps({"seen": run.seen, **found}), file=log)
            print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
