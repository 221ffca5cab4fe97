"""A main point is shown where most of a sentence that says it is, and the fit finds what marks such sentences."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.quality.main_points import counted, fitted, main, stored
from index.__main__ import main as index
from rag.answer.broad.whole.emphasis import WEIGHTS

PUMPS = "\n\n".join(
    f"The pump of Lorn {n} was green. The town must mend pump {n} of Lorn. The mill of Lorn {n} was old."
    for n in range(8)
)
POINT = "The town must mend pump 3 of Lorn."


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    folder, store, points = tmp_path / "texts", tmp_path / "store", tmp_path / "points.jsonl"
    folder.mkdir()
    (folder / "plan.txt").write_text(f"What Lorn needs\n\n{PUMPS}\n", encoding="utf-8")
    index([str(folder), "--store", str(store)])
    rows = [{"document": "plan.txt", "points": [[POINT, "The mill burnt."], ["The ferry of Vesk sank at night."]]}]
    points.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    return str(store), str(points)


def test_points_are_counted(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    found = counted(list(stored(*files)))
    assert found["points"] == 2
    assert found["shown"] <= 1, "what the document has not"
    main(["=".join(files)])
    printed = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert printed["points"] == 2
    assert printed["words"] > 0


def test_the_fit_finds_what_marks_a_point(files: tuple[str, str]) -> None:
    case = next(stored(*files))
    text = case.document.text
    must = [f"The town must mend pump {n} of Lorn." for n in range(8)]
    points = [[(text.index(each), text.index(each) + len(each))] for each in must]
    weights = dict(zip([*WEIGHTS, "bias"], fitted([replace(case, points=points)]), strict=True))
    assert weights["narrates"] < 0 < weights["emphasis"]
