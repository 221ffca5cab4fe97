"""Other systems in the same table: a service in OpenAI's form is asked, its refusals and quotations are read."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from errors import SettingError
from evals.__main__ import main
from evals.services import Service, answer_of, quotations
from tests.conftest import embedded, indexed
from tests.evals.test_run import QUESTIONS
from tests.rag.serve.http.conftest import served

REPLIES = {
    "What did the harbour cost?": "He said: “The harbour cost forty million crowns and took six years,” and no more.",
    "What did Quill say about trams?": "The documents do not mention trams.",
}


class _Other(BaseHTTPRequestHandler):
    """A small system of somebody else's: it knows two replies by heart."""

    asked: list[dict[str, Any]] = []

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
        words = REPLIES.get(body["messages"][-1]["content"])
        reply = json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()
        self.send_response(200 if words else 500)
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def other() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Other)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def run_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return found


def test_another_system_is_scored_by_the_same_metrics(
    other: str, gazette_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ON_THE_RECORD_SERVICE_KEY", "a-key")
    gold = tmp_path / "gold.jsonl"
    asked = [
        {
            "qid": str(at),
            "question": each,
            "answerable": at == 0,
            "answers": ["forty million crowns"] if at == 0 else [],
        }
        for at, each in enumerate((*REPLIES, "What happens when it fails?"))
    ]
    gold.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    options = ["--docs", str(gazette_folder), "--service", other, "--service-model", "theirs", "--out"]
    assert main([str(gold), *options, str(tmp_path / "run")]) == 0
    found = run_of(tmp_path / "run")
    assert found["run"]["engine"] == f"theirs at {other}"
    assert [each["status"] for each in found["questions"]] == ["answered", "not_found", "error"]
    assert "500" in found["questions"][2]["error"]
    assert {each["key"] for each in _Other.asked} == {"Bearer a-key"}
    assert {each["path"] for each in _Other.asked} == {"/v1/chat/completions"}


def test_a_service_of_this_program_answers_as_the_program_does(gazette_folder: Path, tmp_path: Path) -> None:
    store = indexed(gazette_folder, embedded(tmp_path / "store"))
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    assert main([str(gold), "--store", str(store.store), "--out", str(tmp_path / "own")]) == 0
    with served(store.store, questions_per_minute="0") as address:
        options = ["--docs", str(gazette_folder), "--service", f"{address}/v1"]
        assert main([str(gold), *options, "--out", str(tmp_path / "asked")]) == 0
    own, asked = (figures(run_of(tmp_path / one)) for one in ("own", "asked"))
    assert own == asked
    assert own["right"] == 1.0


def figures(found: dict[str, Any]) -> dict[str, float]:
    return {each["name"]: each["value"] for each in found["metrics"] if each["group"] != "latency"}


def test_quotations_are_looked_for_in_the_documents() -> None:
    texts = {"a.txt": "“It is\nnot our harbour,” Quill said."}
    said = 'She said “It is not our harbour,” he "It is all paid for", both «of old».'
    assert list(quotations(said)) == ["It is not our harbour", "It is all paid for"]
    answer = answer_of(said, list(texts), texts.get, 1.0)
    assert [(each["doc"], each["start"], each["end"]) for each in answer["citations"]] == [("a.txt", 1, 22)]
    assert answer["status"] == "answered"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I'm sorry, but the provided documents do not mention trams.",
        "There is no information about this in the context.",
        "I could not find an answer.",
        "I don’t know.",
    ],
)
def test_a_refusal_is_read_as_one(text: str) -> None:
    assert answer_of(text, [], lambda _: None, 1.0)["status"] == "not_found"


def test_an_answer_with_a_negation_is_no_refusal() -> None:
    texts = {"a.txt": "We do not know who paid for the harbour."}
    for text in ("He said “We do not know who paid for the harbour.”", "No, the bridge stays closed until May."):
        assert answer_of(text, list(texts), texts.get, 1.0)["status"] == "answered"


def test_an_address_is_one() -> None:
    with pytest.raises(SettingError, match="not the address of a service"):
        Service("localhost")
