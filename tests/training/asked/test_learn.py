"""The way from labelled passages to a file that the product reads, on one layer: not how well it learns."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from index.storage.embeddings import TOKENIZER
from rag.reader.model import Reader
from tests.training.test_short_run import PYTHON, pairs, run
from training.asked.lines import write

BEGIN = """
import torch
from training.encoder import Reader
reader = Reader(1)
with torch.no_grad():
    for each in reader.parameters():
        each.add_(torch.randn_like(each) / 100)
torch.save({"reader": reader.state_dict()}, "begin.pt")
"""
ORDER = """
import torch
from training.asked.learn import order_loss, spans_loss
one = order_loss(torch.tensor([3.0, 0.0]), torch.tensor([1.0, 0.0]), [0.5, 0.5])
other = order_loss(torch.tensor([3.0, 0.0]), torch.tensor([0.0, 1.0]), [0.5, 0.5])
none = order_loss(torch.tensor([3.0, 0.0]), torch.tensor([0.0, 0.0]), [0.5, 0.5])
assert one < other and none == 0
spans = torch.zeros((1, 4, 2)); spans[0, 2] = 9.0
labels = {"start": torch.tensor([1]), "end": torch.tensor([3])}
assert spans_loss(spans, labels, torch.tensor([True])) < 0.1 < spans_loss(spans, labels, torch.tensor([False]))
"""
SPREAD = """
import torch
from training.encoder import Reader
from training.export import STEPS, spread
reader = Reader(1)
step = 1 / STEPS
with torch.no_grad():
    reader.pooler.weight.fill_(step * 10.2)
    reader.pooler.weight[:, 0] = 1.0
moved = spread(reader).pooler.weight[:, 1:] / step
assert {10, 11} == set(moved.round().int().flatten().tolist())
assert abs(moved.mean() - 10.2) < 0.02
"""

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="training/requirements.in is not installed")


def asked() -> list[dict[str, object]]:
    """Return invented questions with two passages each, the second of which answers."""
    found: list[dict[str, object]] = []
    for right, wrong in zip(pairs()[1::2], pairs()[::2], strict=True):
        text, (answer,) = str(right["context"]), right["answers"]  # type: ignore[misc]
        start = answer["start"]
        passages = [
            {"text": wrong["context"], "score": 0.9, "holds": [], "partly": False, "answer": None},
            {"text": text, "score": 0.5, "holds": [0], "partly": False, "answer": [start, start + len(answer["text"])]},
        ]
        found.append({"question": right["question"], "passages": passages, "dev": False})
    return found


def test_a_reader_goes_on_with_retrieved_passages(tmp_path: Path) -> None:
    names = run(tmp_path, "-c", "from training.pairs import MAIN, OTHERS, PSEUDO; print(MAIN, PSEUDO, *OTHERS)").split()
    (tmp_path / "data").mkdir()
    (tmp_path / "asked").mkdir()
    for name in names:
        with gzip.open(tmp_path / "data" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(each) + "\n" for each in pairs())
    write(tmp_path / "asked" / "V.jsonl.gz", asked())
    run(tmp_path, "-c", BEGIN)
    run(tmp_path, "-m", "training.export", "begin.pt", "begin.onnx")
    learn = ["-m", "training.asked.learn", "begin.onnx", "data", "asked", "out", "--frozen", "0", "--pairs", "60"]
    assert "pairs" in run(tmp_path, *learn)
    run(tmp_path, "-m", "training.export", "out/last.pt", "reader.onnx", "--spread")
    reader = Reader((tmp_path / "reader.onnx").read_bytes(), TOKENIZER.read_bytes())
    (reading,) = reader("When was the harbour of Vesk opened?", ["The harbour of Vesk was opened in 1911."])
    assert 0 <= reading.start <= reading.end <= 40


def test_losses_are_small_for_what_is_right(tmp_path: Path) -> None:
    run(tmp_path, "-c", ORDER)


def test_weights_are_spread_over_the_two_nearest_values_and_keep_their_mean(tmp_path: Path) -> None:
    run(tmp_path, "-c", SPREAD)
