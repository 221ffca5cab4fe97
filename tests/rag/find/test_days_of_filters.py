"""The days of a question's filters are days: what is none is named, not compared letter by letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.__main__ import main

WRONG = ["01/12/2030", "2024-03-32", "2024-13", "yesterday", "20241231", "2024-W10", "2024-1-5"]


@pytest.mark.parametrize("option", ["--since", "--until", "--question-date"])
@pytest.mark.parametrize("day", WRONG)
def test_what_is_no_day_is_named(option: str, day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["Who said it?", option, day, "--store", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{option} is '{day}', which is not a date; write it as 2030-12-31.\n"


@pytest.mark.parametrize("day", ["2024", "2024-03", "2024-02-29"])
def test_years_months_and_days_are(day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["Who said it?", "--since", day, "--store", str(tmp_path)])
    assert "no day" not in capsys.readouterr().err


def test_a_line_of_a_batch_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(json.dumps({"qid": "1", "question": "Who?", "since": "1.5.2024"}) + "\n", encoding="utf-8")
    assert main(["--batch", str(questions), "--out", str(tmp_path / "out.jsonl"), "--store", str(tmp_path)]) == 1
    assert "line 1: --since is '1.5.2024'" in capsys.readouterr().err
