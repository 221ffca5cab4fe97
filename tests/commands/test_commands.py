"""The commands: their JSON, their exit codes, and one sentence for a user's error."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from index.__main__ import main as index
from index.read.formats import READERS
from index.readers.parsed import Parsed
from rag.__main__ import main as rag
from settings import Settings
from tests.commands.printed import printed
from tests.conftest import SAMPLE

POLAND = "What did Lukashenko say about Poland?"
ANSWER_FIELDS = [
    *("qid", "question", "standalone", "status", "kind", "answer", "citations", "passages", "nearest", "scope"),
    *("engine", "index_version", "elapsed_ms", "verdict", "difference", "count", "probability", "notice", "material"),
    *("parts", "opening", "unsure"),
]
CITATION_FIELDS = [
    *("n", "doc", "title", "published", "source", "url", "page", "start", "end", "text", "speaker", "reported_by"),
    *("said_on", "check", "sha256", "sense", "statement", "candidates"),
]


SAMPLE_STORE = ["--store", "{sample}"]


@pytest.fixture
def store(sample_settings: Settings) -> list[str]:
    return ["--store", str(sample_settings.store)]


def test_index_reports_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index([str(SAMPLE), "--store", str(tmp_path / "store"), "--json"]) == 0
    first = printed(capsys)
    assert first["documents"] == {"added": 1, "changed": 0, "removed": 0, "unchanged": 0, "failed": []}
    assert isinstance(first["passages"], int)
    assert first["passages"] == 6
    assert first["statements"] == 10
    assert index([str(SAMPLE), "--store", str(tmp_path / "store"), "--json"]) == 0
    assert printed(capsys)["documents"] == {"added": 0, "changed": 0, "removed": 0, "unchanged": 1, "failed": []}


def test_progress_goes_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert index([str(SAMPLE), "--store", str(tmp_path / "store")]) == 0
    output = capsys.readouterr()
    assert "1 of 1 file" in output.err
    assert output.out.startswith("1 added, 0 changed")


def test_looking_at_the_store(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert index(["--list", "--json", *store]) == 0
    (listed,) = printed(capsys)["documents"]  # type: ignore[misc]
    name = listed["id"]
    assert index(["--text", name, *store]) == 0
    text = (SAMPLE / name).read_text(encoding="utf-8")
    assert capsys.readouterr().out == text + "\n"
    assert index(["--show", name, "--json", *store]) == 0
    assert printed(capsys)["published"] == "2025-09-11"
    assert index(["--stats", "--json", *store]) == 0
    assert printed(capsys)["documents"] == 1
    assert index(["--statements", "*", "--json", *store]) == 0
    statements = printed(capsys)["statements"]
    assert isinstance(statements, list)
    fields = "doc start end text speaker candidates kind reported_by said_on cue confidence sense".split()
    assert all(sorted(each) == sorted(fields) for each in statements)
    assert all(text[each["start"] : each["end"]] == each["text"] for each in statements)
    assert index(["--statements", "nothing*", *store]) == 0
    assert "No document matches 'nothing*'; run: python -m index --list --store" in capsys.readouterr().out


def test_one_question_in_json(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert rag([POLAND, "--json", *store]) == 0
    answer = printed(capsys)
    assert list(answer) == [*ANSWER_FIELDS, "suggestions"]
    citations = answer["citations"]
    assert isinstance(citations, list)
    assert len(citations) >= 2
    assert 1 <= len(answer["suggestions"]) <= 3
    assert all(list(each) == CITATION_FIELDS for each in citations)
    assert answer["scope"] == {
        "documents": 1,
        "statements": 10,
        "from": "2025-09-11",
        "until": "2025-09-11",
        "filters": {"speaker": "Lukashenko"},
        "undated": 0,
    }


def test_one_question_for_people(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert rag([POLAND, *store]) == 0
    out = capsys.readouterr().out
    assert "Aleksandr Lukashenko said (11 September 2025):" in out
    assert "[1] Aleksandr Lukashenko, 2025-09-11" in out
    assert "words checked against the document" in out


def test_not_found_shows_the_nearest_as_no_answer(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert rag(["What did Lukashenko say about China?", *store]) == 0
    out = capsys.readouterr().out
    assert "was found" in out
    assert "Nearest, not an answer" in out


def test_a_batch_answers_in_order_and_survives_a_bad_question(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    rows = [
        {"qid": "1", "question": POLAND, "answers": ["unknown keys are ignored"]},
        {"qid": "2", "question": "x" * 100_000},
        {"qid": "3", "question": "And about Russia?", "history": [POLAND]},
        {"qid": "4", "question": ""},
        {"qid": "5", "question": "What did he say about Ukraine?", "speaker": "Donald Trump", "until": "2020"},
    ]
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert rag(["--batch", str(questions), "--out", str(answers), *store]) == 0
    found = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [each["qid"] for each in found] == ["1", "2", "3", "4", "5"]
    assert [each["status"] for each in found] == ["answered", "error", "answered", "error", "not_found"]
    assert found[2]["standalone"] == "What did Lukashenko say about Russia?"
    assert all(list(each) == ANSWER_FIELDS for each in found)
    assert "5 of 5 questions" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["json", "md", "html", "csv"])
def test_a_pack_is_written_beside_the_answer(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    path = tmp_path / f"evidence.{suffix}"
    assert rag([POLAND, "--pack", str(path), "--json", *store]) == 0
    for each in printed(capsys)["citations"]:  # type: ignore[attr-defined]
        assert each["text"] in path.read_text(encoding="utf-8")
        assert each["sha256"] in path.read_text(encoding="utf-8")


def test_a_batch_is_one_pack(store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions, path = tmp_path / "questions.jsonl", tmp_path / "evidence.json"
    rows = [{"qid": "1", "question": POLAND}, {"qid": "2", "question": ""}, {"qid": "3", "question": "Hello"}]
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert rag(["--batch", str(questions), "--out", str(tmp_path / "a.jsonl"), "--pack", str(path), *store]) == 0
    assert [each["qid"] for each in json.loads(path.read_text(encoding="utf-8"))["answers"]] == ["1", "2", "3"]
    capsys.readouterr()
    assert rag(["verify", str(path), "--docs", str(SAMPLE)]) == 0
    assert capsys.readouterr().out == "2 of 2 citations hold.\n"


@pytest.mark.parametrize("against", ["--docs", "--store"])
def test_a_pack_is_checked_again(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], against: str
) -> None:
    path = tmp_path / "evidence.json"
    assert rag([POLAND, "--pack", str(path), *store]) == 0
    capsys.readouterr()
    source = [against, str(SAMPLE)] if against == "--docs" else store
    assert rag(["verify", str(path), *source, "--json"]) == 0
    report = printed(capsys)
    assert report["holds"] is True
    assert {each["state"] for each in report["citations"]} == {"holds"}  # type: ignore[attr-defined]


def test_a_pack_of_a_changed_document_is_one(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = tmp_path / "evidence.json", tmp_path / "documents"
    assert rag([POLAND, "--pack", str(path), *store]) == 0
    capsys.readouterr()
    folder.mkdir()
    for each in SAMPLE.iterdir():
        text = each.read_text(encoding="utf-8").replace("informed Poland", "never informed Poland")
        (folder / each.name).write_text(text, encoding="utf-8")
    assert rag(["verify", str(path), "--docs", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "We immediately never informed Poland." in out
    assert "0 of 2 citations hold." in out
    assert rag(["verify", str(path), "--docs", str(folder), "--json"]) == 1
    states = [each["state"] for each in printed(capsys)["citations"]]  # type: ignore[attr-defined]
    assert states == ["altered", "moved"]


def test_verify_alone_is_a_question(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert rag(["verify", "--json", *store]) == 0
    assert printed(capsys)["question"] == "verify"


@pytest.mark.parametrize(
    ("command", "arguments", "message"),
    [
        pytest.param(index, ["{tmp}/nowhere"], "no file or folder", id="no such path"),
        pytest.param(index, ["{tmp}/void"], "put files of these kinds there", id="empty folder"),
        pytest.param(index, ["{tmp}/empty.txt"], "empty.txt: is empty", id="empty file"),
        pytest.param(index, ["{tmp}/picture.txt"], "is not text", id="not text"),
        pytest.param(
            index, ["{tmp}/empty.txt", "--store", "{tmp}/empty.txt"], "cannot be written", id="store is a file"
        ),
        pytest.param(index, ["--list"], "contains no document yet", id="look at nothing"),
        pytest.param(index, ["--set", "a.txt", "title=x"], "contains no document yet", id="correct nothing"),
        pytest.param(rag, [POLAND], "contains no document yet", id="ask nothing"),
        pytest.param(rag, ["", *SAMPLE_STORE], "is empty", id="empty question"),
        pytest.param(rag, ["x" * 100_000, *SAMPLE_STORE], "100,000 characters", id="long question"),
        pytest.param(
            rag,
            [POLAND, "--model", "oracle", *SAMPLE_STORE],
            "no model 'oracle'; write it as provider:model",
            id="no such model",
        ),
        pytest.param(rag, ["--batch", "{tmp}/none.jsonl", "--out", "{tmp}/o"], "cannot be read", id="no questions"),
        pytest.param(rag, ["--batch", "{tmp}/bad.jsonl", "--out", "{tmp}/o"], "line 2", id="bad line"),
        pytest.param(rag, ["verify", "{tmp}/none.json"], "cannot be read", id="no pack"),
        pytest.param(rag, ["verify", "{tmp}/bad.json"], "not an evidence pack", id="not a pack"),
        pytest.param(rag, ["verify", "{tmp}/pack.json", "--docs", "{tmp}/nowhere"], "no file or folder", id="no docs"),
        pytest.param(rag, ["verify", "{tmp}/pack.json"], "name the documents with --docs", id="no store"),
    ],
)
def test_a_user_error_is_one_sentence(
    command: object,
    arguments: list[str],
    message: str,
    tmp_path: Path,
    sample_settings: Settings,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "void").mkdir()
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (tmp_path / "bad.jsonl").write_text('{"qid": "1", "question": "Why?"}\n{"qid": "2"}\n')
    (tmp_path / "bad.json").write_text("{}")
    (tmp_path / "pack.json").write_text('{"pack": 1, "settings": {}, "answers": []}')
    given = [each.format(tmp=tmp_path, sample=sample_settings.store) for each in arguments]
    if "--store" not in given:
        given += ["--store", str(tmp_path / "store")]
    assert callable(command)
    assert command(given) == 1
    output = capsys.readouterr()
    assert message in output.err
    assert "Traceback" not in output.err
    assert output.out == ""


def test_what_of_a_file_was_not_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(content: bytes) -> list[Parsed]:
        return [Parsed(content.decode(), omitted=(("picture", 3), ("comment", 1)))]

    monkeypatch.setitem(READERS, ".txt", read)
    folder, store = tmp_path / "papers", ["--store", str(tmp_path / "store")]
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(f"Berth {number} is closed.", encoding="utf-8")
    assert index([str(folder), *store]) == 0
    assert "Not read in 0.txt: 3 pictures, 1 comment\nNot read in 1.txt: 3 pictures" in capsys.readouterr().err
    assert index(["--show", "0.txt", *store]) == 0
    assert "not read: 3 pictures, 1 comment\n" in capsys.readouterr().out
    assert index(["--show", "0.txt", "--json", *store]) == 0
    assert printed(capsys)["omitted"] == {"picture": 3, "comment": 1}
    assert index([str(folder), *store, "--json"]) == 0
    assert printed(capsys)["omitted"] == []
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"Berth {number} is open.", encoding="utf-8")
    assert index([str(folder), *store, "--json"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out)["omitted"][:2] == [
        {"path": "0.txt", "what": "picture", "count": 3},
        {"path": "0.txt", "what": "comment", "count": 1},
    ]
    assert "Not read in 30 documents: 90 pictures, 30 comments; --show DOCUMENT lists it for each." in output.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_an_unreadable_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0)
    try:
        assert index([str(locked), "--store", str(tmp_path / "store")]) == 1
    finally:
        locked.chmod(0o700)
    assert "cannot be read" in capsys.readouterr().err


def test_another_embedder_is_refused_with_the_way_out(
    store: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("index.storage.embeddings.MODEL_SHA256", "f" * 64)
    assert rag([POLAND, *store]) == 1
    assert "run: python -m index" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (index, []),
        (index, ["a", "--list"]),
        (index, ["--list", "--stats"]),
        (index, ["--set", "a"]),
        (index, ["--set", "a", "title"]),
        (index, ["--set", "a", "title=x", "--unset", "a", "title"]),
        (index, ["--unset", "a"]),
        (rag, []),
        (rag, ["--batch", "a"]),
    ],
)
def test_wrong_usage_is_two(command: object, arguments: list[str]) -> None:
    assert callable(command)
    with pytest.raises(SystemExit) as raised:
        command(arguments)
    assert raised.value.code == 2


def test_help_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    program = (
        "import sys, runpy; sys.argv = ['rag', '--help']\n"
        "try: runpy.run_module('rag', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print([m for m in ('chromadb', 'langchain_core', 'onnxruntime', 'numpy') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=SAMPLE.parent)
    assert ran.stdout.endswith("[]\n")


def test_a_question_over_a_small_store_loads_no_package_that_it_does_not_need(store: list[str]) -> None:
    import subprocess
    import sys

    program = (
        "import sys; from rag.__main__ import main\n"
        "assert main(sys.argv[1:]) == 0\n"
        "print([m for m in ('chromadb', 'langchain_core', 'pydantic', 'sqlalchemy', 'yaml') if m in sys.modules])"
    )
    command = [sys.executable, "-c", program, POLAND, *store]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SAMPLE.parent)
    assert "words checked against the document" in ran.stdout
    assert ran.stdout.endswith("[]\n")
