"""A training run: what it learns step by step, what a checkpoint keeps of it, and its log."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.encoder import Reader
from training.measure import figures, read
from training.pairs import Encoded, Mixture, batch, encoded

WARM, BATCH, BUCKET = 500, 16, 512
CHECKPOINT_SECONDS, REPORT_STEPS, REPORTED = 600, 50, 100
Loss = Callable[[dict[str, torch.Tensor]], torch.Tensor]


class Run:
    """A reader that learns, with its optimizer and how many pairs it has seen; goes on from its last checkpoint."""

    def __init__(self, reader: Reader, groups: Sequence[dict[str, Any]], tokens: Any, out: Path) -> None:
        self.reader, self.tokens = reader, tokens
        self.device = next(reader.parameters()).device
        self.optimizer = torch.optim.AdamW(list(groups), weight_decay=0.01)
        self.rates = [each["lr"] for each in self.optimizer.param_groups]
        out.mkdir(parents=True, exist_ok=True)
        self.file, self.log = out / "last.pt", out / "log.jsonl"
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

    def learn(self, mixture: Mixture, until: int, share: Callable[[int], float], loss: Loss) -> None:
        """Learn until so many pairs were seen, at a share of the learning rate, with checkpoints and a log.

        `share` gives it for the number of pairs seen; the first pairs are learnt with less.
        """
        last, losses = time.monotonic(), list[float]()
        for each in batches(mixture, self.tokens, self.seen):
            if self.seen >= until:
                break
            losses.append(self._step(each, min(1.0, (self.seen + BATCH) / WARM) * share(self.seen), loss))
            if len(losses) % REPORT_STEPS == 0:
                recent = losses[-REPORTED:]
                self._note({"seen": self.seen, "loss": round(sum(recent) / len(recent), 3)})
            if time.monotonic() - last > CHECKPOINT_SECONDS:
                self.save()
                last = time.monotonic()
        self.save()

    def _step(self, pairs: Sequence[Encoded], share: float, loss: Loss) -> float:
        """Learn from a batch and return its loss."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        lost = loss(batch(pairs, str(self.device)))
        self.optimizer.zero_grad()
        lost.backward()
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        self.seen += len(pairs)
        return float(lost.item())

    def measure(self, file: Path) -> dict[str, float]:
        """Return the figures on a file of pairs, which the log gets as well."""
        asked = [json.loads(line) for line in file.open(encoding="utf-8")]
        found = figures(asked, read(self.reader, self.tokens, asked, str(self.device)))
        self._note({"seen": self.seen, **found})
        return found

    def _note(self, line: dict[str, float]) -> None:
        with self.log.open("a", encoding="utf-8") as log:
            print(json.dumps(line), file=log)


def batches(mixture: Mixture, tokens: Any, seen: int) -> Iterator[list[Encoded]]:
    """Yield batches of pairs of about equal length without end, from where a run stopped."""
    passed, number = 0, 0
    while True:
        pairs = mixture.epoch(number)
        number += 1
        for begin in range(0, len(pairs), BUCKET):
            if passed + begin + BUCKET <= seen:
                continue
            inputs = [each for pair in pairs[begin : begin + BUCKET] if (each := encoded(pair, tokens))]
            inputs.sort(key=lambda each: len(each.ids))
            runs = [inputs[at : at + BATCH] for at in range(0, len(inputs), BATCH)]
            random.Random(passed + begin).shuffle(runs)
            yield from runs
        passed += len(pairs)


def device() -> str:
    """Return where to learn: on a GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def with_common_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every run has."""
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--measure", type=Path, help="pairs to measure on at the end, as JSON lines")


def begin(options: argparse.Namespace) -> None:
    """Set what the common options ask for before a run."""
    if options.threads:
        torch.set_num_threads(options.threads)


def finish(run: Run, options: argparse.Namespace) -> None:
    """Measure a run that is done, where that is asked for."""
    if options.measure:
        print(json.dumps(run.measure(options.measure)))
