"""Teach a reader of fewer layers what a trained one knows: `python -m training.distil TEACHER BASE DATA OUT`.

The student begins with every second layer of the teacher and learns from its logits, softened, from its states after
the layers that it has copied, and from the labels (Sanh et al., DistilBERT, 2019; Sun et al., patient distillation,
2019). A run that was stopped goes on from its last checkpoint; the learning rate falls to nothing over `--pairs`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch.nn import functional

from training import run
from training.encoder import Reader
from training.export import loaded
from training.pairs import Mixture, only_allowed, tokenizer
from training.train import labels_loss

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
    spans, spans_taught = only_allowed(spans, tensors), only_allowed(spans_taught, tensors)
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
    run.with_common_options(parser)
    options = parser.parse_args(arguments)
    run.begin(options)
    teacher = loaded(options.teacher).to(run.device())
    student = student_of(teacher, options.layers).to(run.device())
    learnt = {"params": [each for each in student.parameters() if each.requires_grad], "lr": RATE}
    learning = run.Run(student, [learnt], tokenizer(options.base / "tokenizer.json"), options.out)

    def share(seen: int) -> float:
        return 1 - seen / options.pairs

    mixture = Mixture(options.data)
    learning.learn(mixture, options.pairs, share, lambda tensors: distilled_loss(student, teacher, tensors))
    run.finish(learning, options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
