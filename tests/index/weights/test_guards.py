"""Without their guards networks give the very same numbers, whatever is masked, and another model stays as it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from index.storage import embeddings
from index.weights import onnx_models
from index.weights.guards import without_guards
from index.weights.onnx_graph import rewritten
from rag.reader import model

TEXTS = [
    "Fish.",
    "The harbour of Vesk was closed in March, because its gates were worn out; Mayor Odran Tell promised 41 cranes.",
    "“No,” said Ilse Varga. “The ferry to Lund sails at nine, and it has never once sailed at ten.” " * 3,
]


TEST = b'"\x05IsNaN'
"""The operator of a node as it stands in a file."""
NETWORKS = {"embedder": embeddings._model, "reader": model.FILE.read_bytes}


def outputs(content: bytes, texts: list[str]) -> list[Any]:
    tokenizer = onnx_models.tokenizer(model.TOKENIZER.read_bytes())
    found = [each.ids for each in tokenizer.encode_batch(texts)]
    tokens = np.zeros((len(found), max(map(len, found))), dtype=np.int64)
    mask = np.zeros_like(tokens)
    for row, each in enumerate(found):
        tokens[row, : len(each)], mask[row, : len(each)] = each, 1
    session = onnx_models.imported().InferenceSession(content)
    feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
    result: list[Any] = session.run(None, {each.name: feed[each.name] for each in session.get_inputs()})
    return result


@pytest.mark.parametrize("name", list(NETWORKS))
def test_the_numbers_are_the_same_to_the_last_bit(name: str) -> None:
    guarded = NETWORKS[name]()
    bare = rewritten(guarded, without_guards)
    assert guarded.count(TEST) > bare.count(TEST) == 0
    for texts in ([TEXTS[0]], TEXTS[1:], TEXTS):
        for one, other in zip(outputs(guarded, texts), outputs(bare, texts), strict=True):
            assert np.isfinite(one).all()
            assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("name", list(NETWORKS))
def test_what_has_no_guards_stays_as_it_is(name: str) -> None:
    bare = rewritten(NETWORKS[name](), without_guards)
    assert rewritten(bare, without_guards) == bare


def test_a_choice_that_guards_no_softmax_stays() -> None:
    # The mask is chosen by the same operator.
    assert b'"\x05Where' in rewritten(NETWORKS["reader"](), without_guards)
