"""`python -m evals GOLD` as scripts use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peer import main as peer
from evals import ablate, run
from evals.__main__ import STAGES, main
from settings import from_environment
from tests.evals.test_run import QUESTIONS


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gazette.jsonl"
    path.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    return path


@pytest.fixture
def base(gold: Path, gazette_folder: Path) -> list[str]:
    return [str(gold), "--docs", str(gazette_folder)]


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return value


def test_a_run_is_written_where_the_chat_finds_it(
    base: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*base, "--json"]) == 0
    output = capsys.readouterr()
    report = json.loads(output.out)
    folder = Path(report["folder"])
    assert folder.parent == from_environment().store / "runs"
    assert folder.name.startswith("gazette-")
    assert f"Written to {folder}" in output.err
    assert "3 of 3 questions" in output.err
    assert run.load(folder)["run"]["name"] == folder.name
    assert {each["name"]: each["value"] for each in report["metrics"]}["right"] == 1.0
    stores = list((from_environment().store / "evaluated").iterdir())
    assert main([*base, "--out", str(tmp_path / "again")]) == 0
    assert list((from_environment().store / "evaluated").iterdir()) == stores
    out = capsys.readouterr().out
    assert "3 questions over 2 documents" in out
    assert "span_recall@10" in out


def test_comparison_ablation_and_gates(base: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*base, "--out", str(tmp_path / "whole"), "--gate", "right>=1", "--gate", "latency_p95<60000"]) == 0
    gates = ["--gate", "right>=0.9", "--gate", "tokens<=5", "--gate", "balanced_accuracy>=0.99"]
    compared = ["--compare", str(tmp_path / "whole"), "--without", "history"]
    capsys.readouterr()
    assert main([*base, "--out", str(tmp_path / "part"), *compared, *gates]) == 1
    out = capsys.readouterr().out
    assert "Right before, wrong now: 1\n  bearings" in out
    assert "Gate right>=0.9 failed: 0.667, 1 question behind it:\n  bearings  0.000  follow-up" in out
    assert "Gate tokens<=5 failed: -" in out
    assert main([*base, "--out", str(tmp_path / "part"), *compared, *gates, "--json"]) == 1
    report = printed(capsys)
    assert report["run"]["without"] == ["history"]
    assert [each["gate"] for each in report["failed_gates"]][:2] == ["right>=0.9", "tokens<=5"]
    assert report["failed_gates"][0]["questions"] == ["bearings"]
    assert report["compare"]["questions"] == 3


def test_the_first_questions_alone(base: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*base, "--limit", "1", "--json"]) == 0
    assert printed(capsys)["run"]["questions"] == 1


def test_the_store_is_asked_without_documents(
    gold: Path, gazette_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(tmp_path / "own")]
    assert main([str(gold), "--docs", str(gazette_folder), *store, "--limit", "1"]) == 0
    assert main([str(gold), *store, "--limit", "1", "--compare", next((tmp_path / "own" / "runs").iterdir()).name]) == 0
    assert "1 questions in both" in capsys.readouterr().out


def test_a_stopped_run_says_so(
    base: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asking = run.asking

    def stopped(pipeline: Any) -> Any:
        ask, left = asking(pipeline), iter([True, False])

        def answer(gold: Any) -> Any:
            if not next(left):
                raise KeyboardInterrupt
            return ask(gold)

        return answer

    monkeypatch.setattr("evals.run.asking", stopped)
    assert main([*base, "--out", str(tmp_path / "stopped")]) == 1
    assert "Stopped after 1 questions, which are kept." in capsys.readouterr().err
    assert run.load(tmp_path / "stopped")["run"]["complete"] is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["{tmp}/none.jsonl"], "There is no file or folder", id="no gold"),
        pytest.param(["{tmp}/empty.jsonl"], "contains no question", id="no question"),
        pytest.param(["{tmp}/bad.jsonl", "--docs", "{docs}"], "line 1: has no 'qid'; fix it", id="one problem"),
        pytest.param(["{tmp}/lost.jsonl", "--docs", "{docs}"], "which is not in the index", id="no such document"),
        pytest.param(["{gold}"], "contains no document yet", id="empty store"),
        pytest.param(["{gold}", "--docs", "{tmp}/nowhere"], "no file or folder", id="no documents"),
        pytest.param(["{gold}", "--docs", "{docs}", "--compare", "{tmp}/x"], "name the results", id="no other run"),
        pytest.param(["{gold}", "--docs", "{docs}", "--judge", "no:no"], "The judge 'no:no'", id="no judge"),
        pytest.param(["{gold}", "--docs", "{docs}", "--out", "{gold}"], "cannot be written", id="out is a file"),
        pytest.param(["faults", "{tmp}/none.jsonl"], "cannot be read", id="no gold for faults"),
        pytest.param(["quotes", "{tmp}/none.jsonl"], "cannot be read", id="no quotations"),
    ],
)
def test_a_user_error_is_one_sentence(
    arguments: list[str],
    message: str,
    gold: Path,
    gazette_folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text('{"question": "x"}', encoding="utf-8")
    lost = {"qid": "1", "question": "x", "evidence": [{"doc_id": "lost.txt"}]}
    (tmp_path / "lost.jsonl").write_text(json.dumps(lost), encoding="utf-8")
    places = {"tmp": tmp_path, "gold": gold, "docs": gazette_folder}
    assert main([each.format(**places) for each in arguments]) == 1
    output = capsys.readouterr()
    last = output.err.strip().split("\n")[-1]
    assert message in last
    assert "Traceback" not in output.err
    assert output.out == ""


def test_several_problems_are_shown_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], base: list[str]
) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"question": "x"}\n{"qid": "1"}\n', encoding="utf-8")
    assert main([str(path), *base[1:]]) == 1
    err = capsys.readouterr().err
    assert f"{path}, line 1: has no 'qid'." in err
    assert f"{path}, line 2: has no 'question'." in err
    assert "has 2 problems; fix the lines named above." in err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="nothing"),
        pytest.param(["g", "--without", "wings"], id="unknown stage"),
        pytest.param(["g", "--gate", "beauty>=1"], id="unknown metric"),
        pytest.param(["g", "--gate", "right"], id="gate without bound"),
        pytest.param(["g", "--limit", "0"], id="no questions"),
        pytest.param(["g", "--format", "xml"], id="unknown form"),
        pytest.param(["judge"], id="judge without model"),
    ],
)
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2


def test_help_names_every_stage() -> None:
    assert all(f"  {name} " in STAGES for name in ablate.STAGES)
    assert STAGES.split("\n\n")[0].count("\n") == len(ablate.STAGES)


def test_the_recipe_answers_the_same_questions(
    base: list[str], gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert peer([*base, "--out", str(tmp_path / "recipe")]) == 0
    found = run.load(tmp_path / "recipe")
    assert found["run"]["engine"] == "langchain recipe"
    figures = {each["name"]: each["value"] for each in found["metrics"]}
    assert figures["citation_verbatim"] == figures["span_recall@10"] == 1.0
    assert figures["speaker_accuracy"] == figures["true_refusal_rate"] == 0.0
    capsys.readouterr()
    assert main([*base, "--compare", str(tmp_path / "recipe"), "--json"]) == 0
    assert [row["qid"] for row in printed(capsys)["compare"]["to_right"]] == ["harbour", "bearings", "airport"]
    assert peer([str(gold), "--out", str(tmp_path / "x")]) == 1
    assert "name them with --docs" in capsys.readouterr().err
