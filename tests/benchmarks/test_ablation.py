"""The table of stages left out, over a set that is made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality import ablation

TEXTS = {
    "quay": "The quay of Rovenna was closed on 3 May 2031. Mayor Odran Tell had asked for it.",
    "bridge": "The Vesk bridge was opened in 1931. It carries two lanes.",
}
ASKED = (
    ("When was the Vesk bridge opened?", "1931", "bridge"),
    ("When was the quay of Rovenna closed?", "3 May", "quay"),
)


def test_a_line_for_each_stage_with_intervals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    corpus = [{"doc_id": name, "title": name, "text": text} for name, text in TEXTS.items()]
    questions = [
        {
            "qid": str(number),
            "question": question,
            "answers": [answer],
            "answerable": True,
            "evidence": [{"doc_id": document, "quote": answer}],
        }
        for number, (question, answer, document) in enumerate(ASKED)
    ]
    for name, rows in (("corpus", corpus), ("questions", questions)):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ablation.main([f"made={folder}", "--stores", str(tmp_path / "stores"), "--without", "read", "decide"])
    lines = [line.split(" | ") for line in capsys.readouterr().out.splitlines()]
    assert [line[1] for line in lines[2:]] == ["–", "read", "decide"]
    assert all(line[2] == "1.000 (1.000 to 1.000)" for line in lines[2:])
