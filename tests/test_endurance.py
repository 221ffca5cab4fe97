"""Readers and an editor on one store while processes are killed and servers restarted: nothing wrong, lost or twice."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.endure import Report, endured
from benchmarks.servers import Servers


@pytest.mark.timeout(900)
def test_nothing_is_wrong_or_lost_under_load_and_faults(servers: Servers, tmp_path: Path, artifacts: Path) -> None:
    # `python -m benchmarks.endure` does so for 5,000 questions; this is a part of it.
    wanted = Report(questions=240, changes=20, kills=3, restarts=2)
    report = endured(replace(wanted), servers, tmp_path)
    figures = report.to_json()
    (artifacts / "endurance.json").write_text(json.dumps(figures, ensure_ascii=False, indent=2), encoding="utf-8")
    assert (report.wrong_citations, report.lost_documents, report.duplicates) == ([], [], [])
    assert report.differing_answers == []
    assert (report.kills, report.restarts) == (wanted.kills, wanted.restarts)
    assert report.questions >= wanted.questions
    assert report.changes >= wanted.changes
    # Readers get answers; who asks an app that is killed has to ask it again, and nothing else goes wrong.
    assert set(report.seen) - {"answered", "not_found", "the app went away and came back"} == {
        each for each in report.seen if each.startswith("the editor saw")
    }
    assert report.seen["answered"] > 0.8 * report.questions
