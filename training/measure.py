"""How well a reader separates answerable questions from near-misses, and finds the words of answers."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from rag.reader.spans import likeliest
from training.encoder import Reader
from training.near_misses import Pair
from training.pairs import batch, encoded, only_allowed

BATCH = 16
_NEGATION = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|\bno\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")


@dataclass(frozen=True)
class Read:
    """What a reader makes of one pair."""

    span: str
    margin: float
    """The logits of the best span over those of none."""
    answerable: float


@torch.no_grad()
def read(reader: Reader, tokens: Any, pairs: Sequence[Pair], device: str = "cpu") -> list[Read]:
    """Return what the reader makes of each pair, in their order."""
    reader.eval()
    inputs = [encoded({**each, "impossible": True}, tokens) for each in pairs]
    order = sorted(range(len(pairs)), key=lambda at: len(inputs[at].ids))
    found: dict[int, Read] = {}
    for begin in range(0, len(order), BATCH):
        chosen = order[begin : begin + BATCH]
        tensors = batch([inputs[at] for at in chosen], device)
        spans, answerable = reader(tensors["ids"], tensors["kinds"], tensors["mask"])
        spans = only_allowed(spans, tensors).cpu().numpy()
        for row, at in enumerate(chosen):
            found[at] = _read(pairs[at], inputs[at], spans[row], float(answerable[row]))
    reader.train()
    return [found[at] for at in range(len(pairs))]


def _read(pair: Pair, encoding: Any, logits: np.ndarray, answerable: float) -> Read:
    inside = [at for at, allowed in enumerate(encoding.allowed) if at and allowed]
    best = likeliest(logits, inside[0], inside[-1] + 1)
    words = pair["context"][encoding.offsets[best.first][0] : encoding.offsets[best.last][1]]
    return Read(words, best.margin, answerable)


def figures(pairs: Sequence[Pair], reads: Sequence[Read]) -> dict[str, float]:
    """Return AUROC of answerable against near-miss, by the head, the span and both, and F1 and exact match of spans."""
    truth = np.array([not each["impossible"] for each in pairs])
    head, margin = np.array([each.answerable for each in reads]), np.array([each.margin for each in reads])
    both = _scaled(head) + _scaled(margin)
    plain = np.array([not _NEGATION.search(each["question"]) for each in pairs])
    answered = [(pair, each.span) for pair, each in zip(pairs, reads, strict=True) if not pair["impossible"]]
    f1 = [max(span_f1(span, answer["text"]) for answer in pair["answers"]) for pair, span in answered]
    exact = [any(bare(span) == bare(answer["text"]) for answer in pair["answers"]) for pair, span in answered]
    return {
        "pairs": len(pairs),
        "auroc_head": round(float(roc_auc_score(truth, head)), 4),
        "auroc_span": round(float(roc_auc_score(truth, margin)), 4),
        "auroc_both": round(float(roc_auc_score(truth, both)), 4),
        "auroc_both_without_negation": round(float(roc_auc_score(truth[plain], both[plain])), 4),
        "f1": round(float(np.mean(f1)), 4),
        "exact": round(float(np.mean(exact)), 4),
    }


def _scaled(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / (values.std() + 1e-9)


def bare(text: str) -> str:
    """Return a text as SQuAD's own script compares it: small letters, without articles and punctuation."""
    letters = "".join(each for each in text.lower() if each not in string.punctuation)
    return " ".join(_ARTICLE.sub(" ", letters).split())


def span_f1(found: str, answer: str) -> float:
    """Return the F1 of the words of two spans."""
    one, other = bare(found).split(), bare(answer).split()
    if not one or not other:
        return float(one == other)
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))
