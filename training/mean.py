"""The weighted mean of two checkpoints of one network: `python -m training.mean ONE OTHER SHARE OUT`.

A reader that went on with new questions keeps more of what it knew when its weights are mixed with those before
(Wortsman et al., Robust fine-tuning of zero-shot models, 2022).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch


def mean(one: Mapping[str, torch.Tensor], other: Mapping[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """Return the weights with a share, 0 to 1, of the other's."""
    return {name: torch.lerp(one[name], each, share) for name, each in other.items()}


def main(arguments: Sequence[str]) -> int:
    """Write the checkpoint of the mean."""
    parser = argparse.ArgumentParser(prog="python -m training.mean", description=__doc__.splitlines()[0])
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("share", type=float, help="how much of the other, 0 to 1")
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    one, other = (torch.load(each, map_location="cpu")["reader"] for each in (options.one, options.other))
    torch.save({"reader": mean(one, other, options.share)}, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
