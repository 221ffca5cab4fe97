"""POST /v1/ask against a real service: the contract's object, whole and in pieces, and packs that can be checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from rag.pipeline import Pipeline, open_pipeline
from rag.records import Segment, Turn
from rag.serve.http.asking import event
from rag.serve.operations.asking import segment_json
from settings import Settings

HARBOUR = "What did Odran Tell say about the harbour?"


def events(response: httpx.Response) -> list[tuple[str, dict[str, object]]]:
    found = []
    for block in response.text.strip().split("\n\n"):
        name, data = block.split("\n", 1)
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def lasting(answer: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in answer.items() if name not in ("elapsed_ms", "suggestions")}


@pytest.fixture
def pipeline(service_store: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    """A pipeline over a copy of the service's store."""
    from shutil import copytree

    copy = tmp_path_factory.mktemp("copy") / "store"
    copytree(service_store.store, copy)
    opened = open_pipeline(Settings(store=copy))
    yield opened
    opened.close()


def test_the_answer_is_the_contracts_object(client: httpx.Client, pipeline: Pipeline) -> None:
    before = "What did Odran Tell say?"
    asked = {"question": "And Quill?", "history": [before], "qid": "7", "since": "2031"}
    answer = client.post("/v1/ask", json=asked).json()
    ours = pipeline.ask(Turn("And Quill?", (before,), since="2031", qid="7")).to_json()
    assert lasting(answer) == lasting(ours)
    assert answer["citations"][0]["speaker"] == "Mira Quill"


def test_pieces_joined_are_the_answer(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": HARBOUR}, headers={"Accept": "text/event-stream"})
    assert response.headers["content-type"].startswith("text/event-stream")
    found = events(response)
    assert [name for name, _ in found][-1] == "answer"
    answer = found[-1][1]
    assert "".join(str(value["text"]) for name, value in found if name == "segment") == answer["answer"]
    assert answer["answer"] == client.post("/v1/ask", json={"question": HARBOUR}).json()["answer"]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"question": HARBOUR, "speeker": "Tell"}, "speeker: there is no field"),
        ({"question": 7}, "question: Input should be a valid string"),
        ({"question": HARBOUR, "history": "x"}, "history: "),
        ({"question": HARBOUR, "since": "soon"}, "since is 'soon'"),
        ({"question": "a\0b"}, "question: a text cannot contain"),
        ({}, "question: Field required"),
        ({"question": " "}, "The question is empty"),
        ({"question": "x" * 3000}, "3,000 characters"),
        (["x"], "the body: "),
    ],
)
def test_what_cannot_be_asked_is_a_problem_with_its_name(body: object, named: str, client: httpx.Client) -> None:
    for accept in ("application/json", "text/event-stream"):
        response = client.post("/v1/ask", json=body, headers={"Accept": accept})
        assert response.status_code == 422
        assert response.headers["content-type"] == "application/problem+json"
        assert named in response.json()["detail"]


def test_what_is_no_json_is_a_problem(client: httpx.Client) -> None:
    for content in (b"{", b"\xff\xfe", b'{"question": "\\ud800"}', b"[" * 100_000, b'{"question": 1e999}'):
        response = client.post("/v1/ask", content=content, headers={"Content-Type": "application/json"})
        assert response.status_code in (400, 422)
        assert response.headers["content-type"] == "application/problem+json"


def test_an_event_is_one_line_of_json() -> None:
    shown = event("segment", segment_json(Segment("two\n\nlines\r\n\u2028 of “words”")))
    assert shown.count("\n") == 3
    assert json.loads(shown.split("data: ")[1])["text"].startswith("two")


def test_who_goes_away_in_mid_stream_holds_up_nobody(client: httpx.Client) -> None:
    for _ in range(12):
        with client.stream("POST", "/v1/ask", json={"question": HARBOUR, "stream": True}) as response:
            next(response.iter_raw())
    assert client.post("/v1/ask", json={"question": HARBOUR}).json()["status"] == "answered"


def test_many_ask_at_once(service: str) -> None:
    def ask(number: int) -> str:
        with httpx.Client(base_url=service, timeout=60) as own:
            speaker = ("Tell", "Quill", "Brandt")[number % 3]
            return str(own.post("/v1/ask", json={"question": "What was said?", "speaker": speaker}).json()["answer"])

    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(ask, range(48)))
    assert all(answers[at] == answers[at % 3] for at in range(48))
    assert len(set(answers)) == 3


def test_a_pack_holds_until_a_word_of_it_is_changed(client: httpx.Client) -> None:
    made = client.post("/v1/packs", json={"questions": [{"question": HARBOUR}, {"question": "Who sold the moon?"}]})
    assert client.post("/v1/packs/verify", json=made.json()).json()["holds"] is True
    edited = made.text.replace("three hundred jobs", "nine hundred jobs")
    checked = client.post("/v1/packs/verify", content=edited, headers={"Content-Type": "application/json"}).json()
    assert not checked["holds"]
    assert "edited" in {each["state"] for each in checked["citations"]}
    for form, begins in (("md", "# Evidence pack"), ("html", "<!DOCTYPE html>"), ("csv", "question,status")):
        pack = client.post("/v1/packs", json={"questions": [{"question": HARBOUR}], "form": form})
        assert pack.text.startswith(begins)
    for broken in ({"pack": 1, "settings": {}, "answers": [{}]}, {"pack": 9, "settings": {}, "answers": []}):
        assert client.post("/v1/packs/verify", json=broken).status_code == 422
