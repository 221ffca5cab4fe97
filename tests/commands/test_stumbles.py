"""What somebody new to the commands gets wrong, and what the commands say of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.__main__ import main as index
from rag.__main__ import main as rag
from settings import Settings
from tests.commands.printed import printed

POLAND = "What did Lukashenko say about Poland?"


@pytest.fixture
def store(sample_settings: Settings) -> list[str]:
    return ["--store", str(sample_settings.store)]


def asked(lines: list[str], folder: Path, store: list[str]) -> int:
    questions = folder / "questions.jsonl"
    questions.write_text("\n".join(lines), encoding="utf-8")
    return rag(["--batch", str(questions), "--out", str(folder / "answers.jsonl"), *store])


@pytest.mark.parametrize(
    ("given", "qid"),
    [
        ({"id": "q1"}, "q1"),
        ({"qid": "q1", "id": "d1"}, "q1"),
        ({"id": 7}, "7"),
    ],
    ids=["id alone", "both", "a number"],
)
def test_a_question_is_named_by_its_qid_or_id(
    given: dict[str, object], qid: str, store: list[str], tmp_path: Path
) -> None:
    assert asked([json.dumps({"question": POLAND, **given})], tmp_path, store) == 0
    assert json.loads((tmp_path / "answers.jsonl").read_text())["qid"] == qid


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"question": "Why?"}', "line 1: it has no 'qid'"),
        ('{"qid": "1", "text": "Why?"}', "line 1: it has no 'question'"),
        ('["1", "Why?"]', "line 1: it is not a JSON object"),
        ("{broken", "line 1: it is not a JSON object"),
        ('{"qid": "1", "question": "Why?", "until": 2024}', "line 1: its 'until' is not a text"),
        ('{"qid": "1", "question": "Why?", "history": "Who?"}', "line 1: its 'history' is not a list of texts"),
    ],
    ids=["no name", "no question", "a list", "no JSON", "a number as a day", "a history of one text"],
)
def test_a_line_that_is_no_question_says_what_it_lacks(
    line: str, said: str, store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked([line], tmp_path, store) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["What", "did", "Anna", "Bell", "say"], "between quotation marks"),
        (["Where is", "it?", "--json"], "between quotation marks"),
        (["Where is it?", "--speakr", "Ann Lee"], "unrecognized arguments: --speakr"),
        (["--batch", "questions.jsonl"], "--batch and --out go together"),
    ],
    ids=["words", "two parts", "an option", "no place for answers"],
)
def test_wrong_usage_says_what_is_wrong(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        rag(arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("said", ["needs --out", "needs --batch", "'qid' (or 'id')", "rag verify"])
def test_the_help_names_what_belongs_together(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        rag(["--help"])
    assert said in " ".join(capsys.readouterr().out.split())


def test_a_model_that_is_not_there_is_one_sentence(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert rag([POLAND, "--model", "nobody:oracle", *store]) == 1
    assert ".." not in capsys.readouterr().err


def test_asking_a_mistyped_store_makes_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "mistyped"
    assert index(["--list", "--store", str(store)]) == 1
    said = capsys.readouterr().err
    assert rag([POLAND, "--store", str(store)]) == 1
    assert capsys.readouterr().err == said
    assert f"--store {store}" in said
    assert not store.exists()


def test_what_is_stored_is_shown_in_lines(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert index(["--stats", *store]) == 0
    out = capsys.readouterr().out
    assert "documents: 1\n" in out
    assert "  Aleksandr Lukashenko: " in out
    assert not {*"[]{}'()"} & set(out)
    assert index(["--stats", "--json", *store]) == 0
    stats = printed(capsys)
    assert list(stats) == ["documents", "passages", "statements", "speakers", "version"]
    assert f"speakers: {len(stats['speakers'])}\n" in out  # type: ignore[arg-type]


def test_one_thing_is_counted_in_the_singular_and_shown_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text('"The boat was never mine," said Odo Quill.')
    (tmp_path / "bad.jsonl").write_text("{broken\n[2]\n")
    assert index([str(tmp_path / "a.txt"), str(tmp_path / "bad.jsonl"), "--store", str(tmp_path / "store")]) == 0
    said = capsys.readouterr()
    assert "1 failed; 1 passage and 1 statement in" in said.out
    assert said.err.count("2 of 2 files, 1 passage ready") == 1
    assert said.err.count("Not indexed: bad.jsonl") == 2
