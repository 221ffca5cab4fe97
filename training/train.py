"""Train the reader: `python -m training.train BASE DATA OUT`; a run that was stopped goes on from its last checkpoint.

BASE is the folder of model.onnx and tokenizer.json of ms-marco-MiniLM-L-12-v2 (training/README.md), DATA the folder of
the pairs. `--begin CHECKPOINT` goes on from another run's reader instead of the base. The learning rate stays level
until `--decay N`, which lets it fall to nothing over N more pairs and ends.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch.nn import functional

from training import run
from training.encoder import Reader, begun
from training.pairs import Mixture, only_allowed, tokenizer

BODY_RATE, HEAD_RATE = 6e-5, 3e-4


def begun_run(base: Path, out: Path, begin: Path | None = None) -> run.Run:
    """Return a run of the base model, or of a checkpoint's reader; heads learn faster than body, embeddings stay."""
    reader = begun(base / "model.onnx")
    if begin:
        reader.load_state_dict(torch.load(begin, map_location="cpu")["reader"])
    reader.to(run.device())
    for each in (reader.words, reader.positions, reader.kinds):
        each.requires_grad_(False)
    heads = {id(each) for part in (reader.span, reader.answerable) for each in part.parameters()}
    trained = [each for each in reader.parameters() if each.requires_grad]
    body = {"params": [each for each in trained if id(each) not in heads], "lr": BODY_RATE}
    head = {"params": [each for each in trained if id(each) in heads], "lr": HEAD_RATE}
    return run.Run(reader, [body, head], tokenizer(base / "tokenizer.json"), out)


def loss_of(reader: Reader, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return how far a reader is from the labels of a batch."""
    spans, answerable = reader(tensors["ids"], tensors["kinds"], tensors["mask"])
    return labels_loss(only_allowed(spans, tensors), answerable, tensors)


def labels_loss(spans: torch.Tensor, answerable: torch.Tensor, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return how far logits are from the labels of a batch: mean of start and end, and whether there is an answer."""
    starts, ends = spans[..., 0], spans[..., 1]
    found = functional.cross_entropy(starts, tensors["start"]) + functional.cross_entropy(ends, tensors["end"])
    return found / 2 + functional.binary_cross_entropy_with_logits(answerable, tensors["answerable"])


def main(arguments: Sequence[str]) -> int:
    """Train, with checkpoints and a log, and measure at the end."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__.splitlines()[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=60_000)
    parser.add_argument("--decay", type=int, default=0)
    parser.add_argument("--begin", type=Path, help="a checkpoint to go on from")
    run.with_common_options(parser)
    options = parser.parse_args(arguments)
    run.begin(options)
    learning = begun_run(options.base, options.out, options.begin)
    first, decay = learning.seen, options.decay

    def share(seen: int) -> float:
        return max(0.0, 1 - (seen - first) / decay) if decay else 1.0

    until = first + (decay or options.pairs)
    learning.learn(Mixture(options.data), until, share, lambda tensors: loss_of(learning.reader, tensors))
    run.finish(learning, options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
