from __future__ import annotations

import json
from pathlib import Path

import pytest

from errors import GoldError
from evals.reports import readme
from tests.conftest import ROOT
from tests.evals.reports.invented_run import results


def test_the_readme_shows_what_was_measured() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.partition(readme.BEGIN)[2].partition(readme.END)[0].strip()
    assert shown == readme.table(json.loads(readme.FIGURES.read_text(encoding="utf-8")))


def test_only_what_is_between_the_marks_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readme, "FIGURES", tmp_path / "figures.json")
    file = tmp_path / "README.md"
    file.write_text(f"before\n{readme.BEGIN}\nold\n{readme.END}\nafter\n", encoding="utf-8")
    readme.refresh(results(), file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{readme.BEGIN}\n|")
    assert text.endswith(f"|\n{readme.END}\nafter\n")
    assert "old" not in text
    assert json.loads(readme.FIGURES.read_text(encoding="utf-8")) == readme.figures_of(results())


@pytest.mark.parametrize("text", ["", readme.BEGIN, f"{readme.END}{readme.BEGIN}"])
def test_a_file_without_the_marks_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "README.md"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="put them where the table belongs"):
        readme.refresh(results(), file)
    assert file.read_text(encoding="utf-8") == text
