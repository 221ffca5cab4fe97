"""A trained reader -> the int8 ONNX file that the product runs: `python -m training.export CHECKPOINT OUT`.

Weights are quantised per channel to seven bits (`reduce_range`): processors without VNNI add two products of eight bits
in sixteen, which would saturate. Prints the file's size and digest, which `rag/reader/weights.py` pins.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.encoder import Reader

STEPS = 64
"""A weight of seven bits is one of so many steps of its row on either side of nothing."""
INPUTS, OUTPUTS = ("input_ids", "token_type_ids", "attention_mask"), ("spans", "answerable")


def loaded(checkpoint: Path) -> Reader:
    """Return the reader of a checkpoint, with as many layers as it has."""
    state = torch.load(checkpoint, map_location="cpu")["reader"]
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    reader = Reader(layers)
    reader.load_state_dict(state)
    return reader.eval()


def export(reader: Reader, out: Path) -> None:
    """Write the reader as int8 ONNX: (pairs, tokens) inputs -> spans (pairs, tokens, 2), answerable (pairs,)."""
    example = tuple(torch.ones((2, 8), dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "pairs", 1: "tokens"} for name in (*INPUTS, "spans")} | {"answerable": {0: "pairs"}}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "reader.onnx"
        torch.onnx.export(
            reader,
            example,
            str(whole),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


@torch.no_grad()
def spread(reader: Reader, seed: int = 7) -> Reader:
    """Return the reader with each weight of a product moved to one of the two nearest values that int8 can hold.

    Which of them is drawn, the nearer one more often, so that what is learnt is kept in the mean. A reader begun from
    an int8 file has its weights on these values already, and moves of less than half a step would all be rounded away.
    """
    draw = torch.Generator().manual_seed(seed)
    for each in (one for one in reader.modules() if isinstance(one, nn.Linear)):
        step = each.weight.abs().amax(1, keepdim=True) / STEPS
        at = each.weight / step
        each.weight.copy_(torch.floor(at + torch.rand(at.shape, generator=draw)).clamp(-STEPS, STEPS) * step)
    return reader


@torch.no_grad()
def levelled(reader: Reader, scale: float, shift: float) -> Reader:
    """Return the reader with its logit of "answerable" times a scale and moved, as training/asked/level.py finds them.

    What was chosen for another reader's logits then holds for these; the order of passages stays.
    """
    reader.answerable.weight.mul_(scale)
    reader.answerable.bias.mul_(scale).add_(shift)
    return reader


def main(arguments: Sequence[str]) -> int:
    """Write the file and print its size and digest."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--spread", action="store_true", help="of a run that began from an int8 file")
    parser.add_argument("--level", type=float, nargs=2, metavar=("SCALE", "SHIFT"), help="of training/asked/level.py")
    options = parser.parse_args(arguments)
    reader = loaded(options.checkpoint)
    reader = levelled(reader, *options.level) if options.level else reader
    export(spread(reader) if options.spread else reader, options.out)
    content = options.out.read_bytes()
    print(f"{options.out}: {len(content):,} bytes, sha256 {hashlib.sha256(content).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
