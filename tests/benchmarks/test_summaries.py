from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.summaries import METHODS, Case, _cases, rouge


def test_rouge_by_hand() -> None:
    one, two, longest = rouge("the mine gave salt", "the mine gave no salt")
    assert one == pytest.approx(8 / 9)
    assert two == pytest.approx(4 / 7)
    assert longest == pytest.approx(8 / 9)
    assert rouge("", "") == (0.0, 0.0, 0.0)


def test_each_method_gives_sentences_of_the_text() -> None:
    text = "The mines give salt. The mines of Lorn give salt and work to many men. A boy found a ball in the old mine."
    for method in METHODS.values():
        found = method(Case(text, "", 2, False))
        assert found
        assert set(found.split()) <= set(text.split())


def test_files_as_others_publish_them(tmp_path: Path) -> None:
    news, meetings = tmp_path / "news.csv", tmp_path / "meetings.jsonl"
    news.write_text("id,article,highlights\n1,The mine gave salt.,Salt was mined .\n", encoding="utf-8")
    meeting = {
        "meeting_transcripts": [{"speaker": "Chair", "content": "Welcome {vocalsound} all ."}],
        "general_query_list": [{"query": "Summarize.", "answer": "They met."}],
    }
    meetings.write_text(json.dumps(meeting) + "\n", encoding="utf-8")
    assert [(each.reference, each.number, each.spoken) for each in _cases(news, 3)] == [("Salt was mined.", 3, False)]
    assert [(each.text, each.number) for each in _cases(meetings, 3)] == [("Welcome  all.", 5)]
