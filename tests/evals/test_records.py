"""A run's questions as the records that ragas and LangSmith read, and both read back as gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from errors import GoldError
from evals import formats, records
from evals.__main__ import main
from tests.evals.test_run import QUESTIONS


@pytest.mark.parametrize("form", ["ragas", "langsmith"])
def test_what_is_written_is_read_again(form: str, gazette_folder: Path, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "records.jsonl"
    gold.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    run = ["--docs", str(gazette_folder), "--out", str(tmp_path / "run"), "--records", f"{form}:{out}"]
    assert main([str(gold), *run]) == 0
    read = formats.read(out, "auto", tmp_path)
    assert not read.problems
    assert [each.qid for each in read.questions] == [each["qid"] for each in QUESTIONS]
    assert [each.question for each in read.questions] == [each["question"] for each in QUESTIONS]
    assert read.questions[0].answers == ("The harbour cost forty million crowns and took six years,",)
    if form == "langsmith":
        assert [each.answerable for each in read.questions] == [True, True, False]
        assert read.questions[1].history == tuple(QUESTIONS[1]["history"])


def test_ragas_has_the_columns_of_its_samples(gazette_folder: Path, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "samples.jsonl"
    gold.write_text(json.dumps(QUESTIONS[0]), encoding="utf-8")
    main([str(gold), "--docs", str(gazette_folder), "--out", str(tmp_path / "run"), "--records", f"ragas:{out}"])
    sample = json.loads(out.read_text(encoding="utf-8"))
    assert {"user_input", "retrieved_contexts", "reference_contexts", "response", "reference"} < set(sample)
    assert any("forty million crowns" in each for each in sample["retrieved_contexts"])


def test_records_of_others_are_told_by_their_fields(tmp_path: Path) -> None:
    path = tmp_path / "others.jsonl"
    path.write_text('{"inputs": {"q": "Who paid?"}, "outputs": {"a": "Nobody."}}\n{"inputs": {}}\n', encoding="utf-8")
    found = formats.read(path, "auto", tmp_path)
    assert [(each.qid, each.question, each.answers) for each in found.questions] == [("1", "Who paid?", ("Nobody.",))]
    assert found.problems == ("line 2: has no 'question'",)


@pytest.mark.parametrize("given", ["ragas", "csv:a", "ragas:"])
def test_a_form_and_a_file_are_asked_for(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["gold.jsonl", "--records", given])
    assert "give ragas:FILE or langsmith:FILE" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be written"):
        records.write({"questions": []}, "ragas", tmp_path / "none" / "a.jsonl")
