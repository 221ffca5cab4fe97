"""Train the reader on passages that the product retrieves: `python -m training.asked.learn BEGIN DATA ASKED OUT`.

BEGIN is a checkpoint or an int8 file that training/export.py wrote, DATA the folder of the pairs that it learnt from
before, of which half of each step is taken, ASKED the folder of what training/asked/passages.py wrote. The passages
of one question are learnt together: which of them holds a quote, beside what retrieval says, and whether each does.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from training import run
from training.asked.lines import Line, lines_of
from training.encoder import Reader, reopened
from training.export import loaded
from training.pairs import Encoded, Mixture, batch, encoded, only_allowed, tokenizer

TOKENIZER = Path(__file__).parents[2] / "index" / "weights" / "tokenizer.json"
"""That of the base model: the embedder's, as both come from the same BERT."""
BODY_RATE, HEAD_RATE = 8e-5, 2e-4
FROZEN = 6
"""So many of the lower layers stay as they are, which learns twice as many pairs in the same time."""
QUESTIONS, REPLAYED, SHARED = 2, 12, 75
"""So many questions with their passages a step, so many old pairs beside them, of 100 so many of these not everyday.
With 6 and 50 .3 of what was learnt cost SQuAD's near-misses .009 of their AUROC, with these .004."""
NEAREST, FARTHER, UNANSWERED = 4, 1, 4
"""Of a question's passages that hold no quote so many of the nearest are learnt and so many of the others; where none
holds one, so many in all."""
SEEDS = 1_000
"""The draws of two runs are so far apart."""
SCORE = 8.0
"""What retrieval's score counts beside the logit when passages are put in order."""


@dataclass(frozen=True)
class Asked:
    """The passages of one question as the reader reads them, with retrieval's score for each."""

    passages: list[Encoded]
    scores: list[float]


def asked(line: Line, tokens: Any, draw: random.Random) -> Asked:
    """Return what is learnt of a question: the passages that hold a quote, and some that do not."""
    right, wrong = [], []
    for each in line["passages"]:
        if each["holds"]:
            right.append(each)
        elif not each["partly"]:
            wrong.append(each)
    if right:
        farther = wrong[NEAREST:]
        wrong = wrong[:NEAREST] + draw.sample(farther, min(FARTHER, len(farther)))
    else:
        wrong = wrong[:UNANSWERED]
    read = [(_encoded(line, each, tokens), each["score"]) for each in [*right, *wrong]]
    kept = [(passage, score) for passage, score in read if passage]
    return Asked([passage for passage, _ in kept], [score for _, score in kept])


def _encoded(line: Line, passage: Line, tokens: Any) -> Encoded | None:
    answers = []
    if passage["answer"]:
        start, end = passage["answer"]
        answers = [{"text": passage["text"][start:end], "start": start}]
    pair = {"question": line["question"], "context": passage["text"], "answers": answers, "impossible": not answers}
    return encoded(pair, tokens)


def steps(
    lines: Sequence[Line], replay: Mixture, tokens: Any, seed: int = 0
) -> Iterator[tuple[list[Asked], list[Encoded]]]:
    """Yield without end what is learnt at once: some questions, and old pairs beside them."""
    old = _without_end(replay, tokens, seed)
    for number in count(SEEDS * seed):
        draw = random.Random(number)
        order = draw.sample(lines, len(lines))
        for begin in range(0, len(order), QUESTIONS):
            chosen = [each for line in order[begin : begin + QUESTIONS] if (each := asked(line, tokens, draw)).passages]
            yield chosen, [next(old) for _ in range(REPLAYED)]


def _without_end(replay: Mixture, tokens: Any, seed: int) -> Iterator[Encoded]:
    for number in count(SEEDS * seed):
        yield from (each for pair in replay.epoch(number) if (each := encoded(pair, tokens)))


def loss_of(reader: Reader, questions: Sequence[Asked], old: Sequence[Encoded]) -> torch.Tensor:
    """Return how far a reader is from the labels of a step and from the order of each question's passages."""
    new = [passage for each in questions for passage in each.passages]
    tensors = batch([*new, *old])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        spans, answerable = reader(tensors["ids"], tensors["kinds"], tensors["mask"])
    spans, answerable = only_allowed(spans.float(), tensors), answerable.float()
    inside = torch.tensor([at < len(new) for at in range(len(answerable))])
    found = functional.binary_cross_entropy_with_logits(answerable, tensors["answerable"]) + spans_loss(
        spans, tensors, inside
    )
    order, at = [], 0
    for each in questions:
        size = len(each.passages)
        order.append(order_loss(answerable[at : at + size], tensors["answerable"][at : at + size], each.scores))
        at += size
    return found + sum(order) / max(1, len(order))


def spans_loss(spans: torch.Tensor, tensors: dict[str, torch.Tensor], inside: torch.Tensor) -> torch.Tensor:
    """Return how far the logits of spans are from the labels.

    Of an old pair the start and the end are known. A quote is longer than the words that answer: of those pairs, for
    which `inside` is true, a start and an end anywhere in the quote are as good.
    """
    places = torch.arange(spans.shape[1])[None]
    starts, ends = tensors["start"][:, None], tensors["end"][:, None]
    within = (places >= starts) & (places <= ends)
    lost = [
        torch.logsumexp(logits, 1) - torch.logsumexp(logits.masked_fill(~right, -1e4), 1)
        for logits, known in ((spans[..., 0], starts), (spans[..., 1], ends))
        for right in [torch.where(inside[:, None], within, places == known)]
    ]
    return (lost[0].mean() + lost[1].mean()) / 2


def order_loss(answerable: torch.Tensor, labels: torch.Tensor, scores: Sequence[float]) -> torch.Tensor:
    """Return how far the passages that hold a quote are from standing before all that do not, 0 where none does."""
    right = labels > 0
    if not right.any() or right.all():
        return answerable.sum() * 0
    height = answerable + SCORE * torch.tensor(scores)
    wrong = torch.logsumexp(height[~right], 0)
    return (torch.logaddexp(height[right], wrong) - height[right]).mean()


class Learning:
    """A reader that learns from questions; its lower layers and embeddings stay."""

    def __init__(self, reader: Reader, frozen: int) -> None:
        self.reader = reader
        for part in (reader.words, reader.positions, reader.kinds, reader.norm, *reader.layers[:frozen]):
            part.requires_grad_(False)
        heads = {id(each) for part in (reader.span, reader.answerable) for each in part.parameters()}
        trained = [each for each in reader.parameters() if each.requires_grad]
        body = {"params": [each for each in trained if id(each) not in heads], "lr": BODY_RATE}
        head = {"params": [each for each in trained if id(each) in heads], "lr": HEAD_RATE}
        self.optimizer = torch.optim.AdamW([body, head], weight_decay=0.01)
        self.rates = [BODY_RATE, HEAD_RATE]

    def step(self, questions: Sequence[Asked], old: Sequence[Encoded], share: float) -> float:
        """Learn from some questions and old pairs at a share of the learning rate; return the loss."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        lost = loss_of(self.reader, questions, old)
        self.optimizer.zero_grad()
        lost.backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        return float(lost.item())


def begun(file: Path) -> Reader:
    """Return the reader of a checkpoint or of an int8 file."""
    return reopened(file) if file.suffix == ".onnx" else loaded(file)


def main(arguments: Sequence[str]) -> int:
    """Train, with a checkpoint and a log; the rate falls to nothing over the pairs, or over the minutes if earlier."""
    parser = argparse.ArgumentParser(prog="python -m training.asked.learn", description=__doc__.splitlines()[0])
    parser.add_argument("begin", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("asked", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=30_000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--frozen", type=int, default=FROZEN)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0, help="another order, for a run to take the mean with")
    options = parser.parse_args(arguments)
    run.begin(options)
    options.out.mkdir(parents=True, exist_ok=True)
    lines = [each for file in sorted(options.asked.glob("*.jsonl.gz")) for each in lines_of(file) if not each["dev"]]
    learning = Learning(begun(options.begin).train(), options.frozen)
    seen, losses = 0, list[float]()
    learnt = steps(lines, Mixture(options.data, SHARED), tokenizer(TOKENIZER), options.seed)
    began = saved = time.monotonic()
    for number, (questions, old) in enumerate(learnt):
        done = max(seen / options.pairs, (time.monotonic() - began) / 60 / options.minutes)
        if done >= 1:
            break
        losses.append(learning.step(questions, old, min(1.0, (seen + run.BATCH) / run.WARM) * (1 - done)))
        seen += len(old) + sum(len(each.passages) for each in questions)
        if number % run.REPORT_STEPS == 0:
            recent = losses[-run.REPORTED :]
            minutes = (time.monotonic() - began) / 60
            print(f"{seen} pairs, {minutes:.1f} min, loss {sum(recent) / len(recent):.3f}", flush=True)
        if time.monotonic() - saved > run.CHECKPOINT_SECONDS / 2:
            torch.save({"reader": learning.reader.state_dict(), "seen": seen}, options.out / "last.pt")
            saved = time.monotonic()
    torch.save({"reader": learning.reader.state_dict(), "seen": seen}, options.out / "last.pt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
