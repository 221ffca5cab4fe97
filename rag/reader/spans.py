"""The likeliest words of a text: the shape of what the reader reads and gives, in use and in training.

It needs nothing but numpy, so that training needs none of the product's packages.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TOKENS = 224
"""Of a question and a text together at most."""
QUESTION_CHARACTERS = 300
LONGEST = 30
"""Tokens of an answer at most."""


class Best(NamedTuple):
    """The first and last token of the likeliest span, and its logits over those of none."""

    first: int
    last: int
    margin: float


def likeliest(logits: NDArray[np.float32], first: int, stop: int) -> Best:
    """Return the likeliest span among the tokens from `first` to before `stop`, of which there is at least one.

    `logits` has shape (tokens, 2), for a start and an end at each token; token 0 stands for no answer.
    """
    size = stop - first
    sums = logits[first:stop, 0][:, None] + logits[first:stop, 1][None, :]
    fitting = np.triu(np.ones((size, size), dtype=bool)) & ~np.triu(np.ones((size, size), dtype=bool), LONGEST)
    start, end = divmod(int(np.where(fitting, sums, -np.inf).argmax()), size)
    return Best(first + start, first + end, float(sums[start, end]) - float(logits[0].sum()))
