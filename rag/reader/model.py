"""Question and text -> whether the text answers it, and with which words: a small network trained for that.

docs/reader.md says what it was trained on and where it fails; `training/` makes its weights. The file is checked by its
digest before use. Its tokenizer is the embedder's, as both come from the same BERT.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from errors import SettingError
from index.storage.embeddings import TOKENIZER, TOKENIZER_SHA256
from index.weights import onnx_models
from index.weights.ahead import Once
from index.weights.guards import without_guards
from index.weights.onnx_graph import rewritten
from rag.reader.spans import QUESTION_CHARACTERS, TOKENS, likeliest
from rag.records import Reading

FILE = Path(__file__).parents[1] / "weights" / "reader.onnx"
SHA256 = "d8eb8267a49e4e549afd960f5f1e64d5b22d2165abffab6c4259d41066e80e48"
NAMES = ("installed", "none")
Logits = NDArray[np.float32]


class Reader:
    """The network with its tokenizer; safe for threads, as it keeps nothing between calls."""

    def __init__(self, content: bytes, tokenizer: bytes) -> None:
        self._session = onnx_models.session(content)
        self._tokenizer = onnx_models.tokenizer(tokenizer)
        self._tokenizer.enable_truncation(TOKENS, strategy="only_second")

    def __call__(self, question: str, texts: Sequence[str]) -> list[Reading]:
        """Return what it makes of each text, its words as offsets in the text; an empty text has no answer."""
        if not texts:
            return []
        pairs = self._tokenizer.encode_batch([(question[:QUESTION_CHARACTERS], each) for each in texts])
        spans, answerable = self._session.run(None, _padded(pairs))
        return [_reading(pair, *each) for pair, *each in zip(pairs, spans, answerable, strict=True)]


def _padded(pairs: Sequence[Any]) -> dict[str, NDArray[np.int64]]:
    """Return the pairs' tokens as the network's inputs, shape (pairs, longest)."""
    shape = (len(pairs), max(len(each.ids) for each in pairs))
    names = {"input_ids": "ids", "token_type_ids": "type_ids", "attention_mask": "attention_mask"}
    feed = {name: np.zeros(shape, dtype=np.int64) for name in names}
    for name, attribute in names.items():
        for row, each in enumerate(pairs):
            feed[name][row, : len(each.ids)] = getattr(each, attribute)
    return feed


def _reading(pair: Any, logits: Logits, answerable: float) -> Reading:
    """Return the likeliest span of the text, by how much it is likelier than none, and the answerable logit."""
    inside = [at for at, part in enumerate(pair.sequence_ids) if part == 1]
    if not inside:
        return Reading(answerable=float(answerable), margin=-abs(float(logits[0].sum())), start=0, end=0)
    best = likeliest(logits, inside[0], inside[-1] + 1)
    return Reading(
        answerable=float(answerable),
        margin=best.margin,
        start=pair.offsets[best.first][0],
        end=pair.offsets[best.last][1],
    )


def _opened() -> Reader:
    try:
        # The file as it is published is let go before the network is loaded: it takes 34 MB.
        content = rewritten(onnx_models.checked(FILE, SHA256), without_guards)
        return Reader(content, onnx_models.checked(TOKENIZER, TOKENIZER_SHA256))
    except onnx_models.ModelFileError as error:
        raise SettingError(
            f"The reader's {error}; get the release's rag/weights/reader.onnx again, or set ON_THE_RECORD_READER=none."
        ) from None


_READER = Once(_opened)


def read_ahead(name: str) -> None:
    """Begin to load the reader that the setting names, if there is one, while the caller does other work."""
    if name in NAMES and name != "none":
        _READER.begin()


def open_reader(name: str) -> Reader | None:
    """Return the reader that the setting names, or None for `none`; loaded once a process.

    Raises:
        SettingError: there is no reader of that name, or its file is missing or not the published one.
    """
    if name == "none":
        return None
    if name not in NAMES:
        raise SettingError(f"ON_THE_RECORD_READER is '{name}'; set one of {', '.join(NAMES)} or unset it.")
    return _READER.get()
