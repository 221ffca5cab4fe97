"""The way of training from pairs to a file that the product reads, on 200 pairs and one layer: not how well it learns.

Training has packages of its own (training/requirements.in): torch alone is larger than the product. Where
`.venv-training` or ON_THE_RECORD_TRAINING_PYTHON has them the way is tried, elsewhere skipped.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

from index.storage.embeddings import TOKENIZER
from rag.reader.model import Reader

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.get("ON_THE_RECORD_TRAINING_PYTHON", ROOT / ".venv-training" / "bin" / "python"))
TEACHER = (
    "import torch; from training.encoder import Reader; torch.save({'reader': Reader(2).state_dict()}, 'teacher.pt')"
)
PLACES = ("Vesk", "Lund", "Oster", "Lorn", "Tarn")


def pairs() -> list[dict[str, object]]:
    """Return 200 invented pairs, every other of which its passage does not answer."""
    found: list[dict[str, object]] = []
    for number in range(200):
        place, other = PLACES[number % 5], PLACES[(number + 1) % 5]
        text = f"The harbour of {place} was opened in {1900 + number} by Mira Quill. It has {number + 3} berths."
        asked = place if number % 2 else other
        answer = {"text": str(1900 + number), "start": text.index(str(1900 + number))}
        found.append(
            {
                "id": str(number),
                "source": "invented",
                "title": place,
                "question": f"When was the harbour of {asked} opened?",
                "context": text,
                "answers": [answer] if number % 2 else [],
                "impossible": not number % 2,
            }
        )
    return found


def run(folder: Path, *arguments: str) -> str:
    """Return what a command of the training's Python prints."""
    done = subprocess.run(
        [str(PYTHON), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.skipif(not PYTHON.exists(), reason="training/requirements.in is not installed (training/README.md)")
def test_a_reader_is_trained_exported_and_read_by_the_product(tmp_path: Path) -> None:
    names = run(tmp_path, "-c", "from training.pairs import MAIN, OTHERS, PSEUDO; print(MAIN, PSEUDO, *OTHERS)").split()
    data, base = tmp_path / "data", tmp_path / "base"
    data.mkdir()
    base.mkdir()
    (base / "tokenizer.json").write_bytes(TOKENIZER.read_bytes())
    for name in names:
        with gzip.open(data / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(each) + "\n" for each in pairs())
    (tmp_path / "asked.jsonl").write_text("\n".join(map(json.dumps, pairs()[:20])), encoding="utf-8")

    run(tmp_path, "-c", TEACHER)
    distil = ["-m", "training.distil", "teacher.pt", "base", "data", "out", "--layers", "1", "--measure", "asked.jsonl"]
    run(tmp_path, *distil, "--pairs", "96")
    figures = json.loads(run(tmp_path, *distil, "--pairs", "200").splitlines()[-1])
    printed = run(tmp_path, "-m", "training.export", "out/last.pt", "reader.onnx")

    log = [json.loads(line) for line in (tmp_path / "out" / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [each["seen"] for each in log] == sorted(each["seen"] for each in log)
    assert log[-1]["seen"] >= 200
    assert figures
    content = (tmp_path / "reader.onnx").read_bytes()
    assert f"{len(content):,} bytes" in printed
    reader = Reader(content, TOKENIZER.read_bytes())
    (reading,) = reader("When was the harbour of Vesk opened?", ["The harbour of Vesk was opened in 1911."])
    assert 0 <= reading.start <= reading.end <= 40
