"""Teach a reader of fewer layers what a trained one knows: `python -m training.distil TEACHER BASE DATA OUT`.

The student begins with every second layer of the teacher and learns from its logits, softened, from its states after
the layers that it has copied, and from the labels (Sanh et al., DistilBERT, 2019; Sun et al., patient distillation,
2019). A run that was stopped goes on from its last checkpoint; the learning rate falls to nothing over `--pairs`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from training.encoder import Reader
from training.export import loaded
from training.measure import figures, read
from training.pairs import Mixture, batch, tokenizer
from training.train import BATCH, CHECKPOINT_SECONDS, REPORT_STEPS, WARM, batches, labels_loss

RATE, TEMPERATURE = 1e-4, 2.0
STATES, LABELS = 1.0, 0.3
"""What the teacher's states and the labels count beside the teacher's logits."""


def student_of(teacher: Reader, layers: int) -> Reader:
    """Return a reader whose layers are those of the teacher that are evenly spaced, its last one among them."""
    step = len(teacher.layers) // layers
    student = Reader(layers)
    state = {name: value for name, value in teacher.state_dict().items() if not name.startswith("layers.")}
    for number in range(layers):
        kept = teacher.layers[step * (number + 1) - 1].state_dict()
        state |= {f"layers.{number}.{name}": value for name, value in kept.items()}
    student.load_state_dict(state)
    for each in (student.words, student.positions, student.kinds):
        each.requires_grad_(False)
    return student


def distilled_loss(student: Reader, teacher: Reader, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return how far the student is from the teacher on a batch, and from its labels."""
    given = (tensors["ids"], tensors["kinds"], tensors["mask"])
    with torch.no_grad():
        theirs = teacher.states(*given)
        spans_taught, answerable_taught = teacher.heads(theirs[-1])
    mine = student.states(*given)
    spans, answerable = student.heads(mine[-1])
    shut = tensors["allowed"][..., None] == 0
    spans, spans_taught = spans.masked_fill(shut, -1e4), spans_taught.masked_fill(shut, -1e4)
    soft = functional.kl_div(
        functional.log_softmax(spans / TEMPERATURE, dim=1),
        functional.softmax(spans_taught / TEMPERATURE, dim=1),
        reduction="sum",
    ) * (TEMPERATURE**2 / (2 * len(spans)))
    soft = soft + functional.binary_cross_entropy_with_logits(answerable, torch.sigmoid(answerable_taught))
    step, real = len(theirs) // len(mine), tensors["mask"].bool()
    apart = [functional.mse_loss(each[real], theirs[step * (number + 1) - 1][real]) for number, each in enumerate(mine)]
    return soft + STATES * torch.stack(apart).mean() + LABELS * labels_loss(spans, answerable, tensors)


def main(arguments: Sequence[str]) -> int:
    """Distil, with checkpoints and a log, and measure at the end."""
    parser = argparse.ArgumentParser(prog="python -m training.distil", description=__doc__.splitlines()[0])
    parser.add_argument("teacher", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--pairs", type=int, default=20_000)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--measure", type=Path, help="pairs to measure on at the end, as JSON lines")
    options = parser.parse_args(arguments)
    if options.threads:
        torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    run = Distillation(options)
    with (options.out / "log.jsonl").open("a", encoding="utf-8") as log:
        run.learn(Mixture(options.data), log)
        if options.measure:
            asked = [json.loads(line) for line in options.measure.open(encoding="utf-8")]
            found = figures(asked, read(run.student, run.tokens, asked, run.device))
            print(json.dumps({"seen": run.seen, **found}), file=log)
            print(json.dumps(found))
    return 0


class Distillation:
    """A run with what a checkpoint keeps of it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.tokens = tokenizer(options.base / "tokenizer.json")
        self.teacher = loaded(options.teacher).to(self.device)
        self.student = student_of(self.teacher, options.layers).to(self.device)
        learnt = [each for each in self.student.parameters() if each.requires_grad]
        self.optimizer = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.01)
        self.pairs, self.seen = options.pairs, 0
        self.file = options.out / "last.pt"
        if self.file.exists():
            kept = torch.load(self.file, map_location=self.device)
            self.student.load_state_dict(kept["reader"])
            self.optimizer.load_state_dict(kept["optimizer"])
            self.seen = kept["seen"]

    def save(self) -> None:
        """Write a checkpoint in place of the one before, whole or not at all."""
        half = self.file.with_suffix(".part")
        state = {"reader": self.student.state_dict(), "optimizer": self.optimizer.state_dict(), "seen": self.seen}
        torch.save(state, half)
        half.replace(self.file)

    def learn(self, mixture: Mixture, log: Any) -> None:
        """Learn from batches until `pairs` were seen."""
        last, losses = time.monotonic(), []
        for each in batches(mixture, self.tokens, self.seen):
            if self.seen >= self.pairs:
                break
            share = min(1.0, (self.seen + BATCH) / WARM) * (1 - self.seen / self.pairs)
            self.optimizer.param_groups[0]["lr"] = RATE * share
            loss = distilled_loss(self.student, self.teacher, batch(each, self.device))
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
            self.optimizer.step()
            self.seen += len(each)
            losses.append(float(loss.item()))
            if len(losses) % REPORT_STEPS == 0:
                recent = losses[-100:]
                print(json.dumps({"seen": self.seen, "loss": round(sum(recent) / len(recent), 3)}), file=log)
                log.flush()
            if time.monotonic() - last > CHECKPOINT_SECONDS:
                self.save()
                last = time.monotonic()
        self.save()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
