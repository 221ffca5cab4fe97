"""What commands print of documents: words, and nothing that a terminal would obey."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.__main__ import main as index
from index.progress import ProgressLine
from index.storage.lock import StoreLock
from index.terminal import harmless, json_line
from rag.__main__ import main as rag
from rag.__main__ import readable

STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
EVIL = {
    "colours": "\x1b[31mred\x1b[0m",
    "the clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "the title of the window": "\x1b]0;evil\x07",
    "one-byte controls": "\x9b31m",
    "the line gone over": "true\rfalse",
    "letters taken back": "no\x08\x08ok",
    "order turned": "\u202eton\u202c said",
    "order kept apart": "\u2066a\u2069",
}


@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
def test_what_steers_is_an_escape(evil: str) -> None:
    assert not STEERS.search(harmless(evil))
    assert re.search(r"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}", harmless(evil))


@given(st.text())
def test_other_text_stays_and_json_is_the_same_value(text: str) -> None:
    assert json.loads(json_line({text: [text]})) == {text: [text]}
    assert not STEERS.search(json_line(text) + harmless(text))
    if not STEERS.search(text):
        assert harmless(text) == re.sub("[\ufff9-\ufffb]", lambda found: f"\\u{ord(found[0]):04x}", text)


@pytest.fixture
def store(tmp_path: Path) -> str:
    words = "".join(f"“The quay {each} is open,” Odran Tell said. " for each in EVIL.values())
    record = {"id": "quay\u202e", "title": f"Quay {EVIL['the clipboard']}", "date": "2031-03-02", "text": words}
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "quay.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert index([str(tmp_path / "papers"), "--store", str(tmp_path / "store")]) == 0
    return str(tmp_path / "store")


def test_no_command_hands_controls_to_the_terminal(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(["--list", "--json", "--store", store]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["documents"]
    for command in (
        ["--list"],
        ["--show", listed["id"]],
        ["--text", listed["id"]],
        ["--text", listed["id"], "--json"],
        ["--statements", "*"],
        ["--statements", "*", "--json"],
        ["--stats"],
        ["--show", "no\x1b[2Jwhere"],
        ["/no/such/\x1b]0;x\x07"],
    ):
        index([*command, "--store", store])
        output = capsys.readouterr()
        assert output.out + output.err
        assert not STEERS.search(output.out + output.err), command
    for more in ([], ["--json"]):
        assert rag(["What did Odran Tell say about the quay?", *more, "--store", store]) == 0
        output = capsys.readouterr()
        assert "quay" in output.out
        assert not STEERS.search(output.out + output.err)


def test_a_file_name_in_the_progress_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine()
    line.show("reading a\x1b[2J\nb")
    line.finish()
    assert capsys.readouterr().err == "reading a\\x1b[2J b\n"


def test_an_answer_of_evil_words_is_harmless() -> None:
    answer = {"answer": EVIL["colours"], "citations": [], "nearest": [], "notice": EVIL["the clipboard"]}
    assert not STEERS.search(harmless(readable(answer)))


@pytest.mark.parametrize("command", ["ask", "index"])
def test_a_command_says_for_whom_it_waits(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    holder = StoreLock(Path(store))
    holder.acquire(1)
    run = rag if command == "ask" else index
    assert run(["What did Tell say?" if command == "ask" else str(tmp_path / "papers"), "--store", store]) == 1
    lines = capsys.readouterr().err.splitlines()
    holder.release()
    assert "is being changed by process" in lines[0]
    assert "is in use by process" in lines[-1]


def test_a_command_goes_on_when_the_other_is_done(
    store: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ON_THE_RECORD_LOCK_SECONDS", "30")
    holder = StoreLock(Path(store))
    holder.acquire(1)
    threading.Timer(0.5, holder.release).start()
    assert rag(["What did Odran Tell say about the quay?", "--store", store]) == 0
    assert "waiting up to 30 s" in capsys.readouterr().err
