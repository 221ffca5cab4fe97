"""What the description says is so, as generated requests found it: types are strict, streams are described."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

PROBLEM = "application/problem+json"
ASKED = {"question": "What did Odran Tell say about the harbour?"}
MESSAGES = {"messages": [{"role": "user", "content": ASKED["question"]}]}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("ask", {**ASKED, "suggests": 0}),
        ("ask", {**ASKED, "stream": "false"}),
        ("packs", {"questions": [{**ASKED, "suggests": 0}]}),
        ("packs", {"questions": [{**ASKED, "question": " "}]}),
        ("packs/verify", {"pack": "1", "settings": {}, "answers": []}),
        ("feedback", {**ASKED, "good": 0}),
        ("feedback", {**ASKED, "good": "yes"}),
        ("chat/completions", {**MESSAGES, "stream": 0}),
        ("responses", {"input": ASKED["question"], "stream": "no"}),
    ],
)
def test_what_is_nearly_of_a_type_is_refused(path: str, body: dict[str, Any], client: httpx.Client) -> None:
    response = client.post(f"/v1/{path}", json=body)
    assert (response.status_code, response.headers["content-type"]) == (422, PROBLEM)
    assert response.json()["errors"]


@pytest.mark.parametrize("question", ["", " ", "\n\u2003"])
def test_what_is_empty_is_refused_and_never_kept(question: str, client: httpx.Client) -> None:
    for path, body in (
        ("feedback", {"question": question, "good": True}),
        ("ask", {"question": question}),
        ("quotations/check", {"quotation": question}),
        ("drafts/check", {"text": question}),
    ):
        assert client.post(f"/v1/{path}", json=body).status_code == 422


def test_streams_are_described(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/v1/ask", "/v1/chat/completions", "/v1/responses"):
        described = paths[path]["post"]["responses"]["200"]["content"]
        assert {"application/json", "text/event-stream"} <= described.keys()


def test_the_description_says_how_days_and_words_are_written(client: httpx.Client) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    (day, _) = schemas["Asked"]["properties"]["since"]["anyOf"]
    for given, right in (
        *(("2031-03-02", True), ("2031-03", True), ("2031", True), ("", True)),
        *(("soon", False), ("2031-13", False), ("2031-03-40", False), ("2031-00", False)),
    ):
        assert bool(re.search(day["pattern"], given)) is right
        response = client.post("/v1/ask", json={**ASKED, "since": given})
        assert (response.status_code == 200) is right, response.text
    for name, field in (("Asked", "question"), ("Quotation", "quotation"), ("Draft", "text"), ("Feedback", "question")):
        assert schemas[name]["properties"][field]["pattern"] == r"\S"


@pytest.mark.parametrize("text", ["\ud8c8", "{\udce4", "\u2028\x0b\x7f", "\U0010ffff" * 2_000])
def test_no_character_breaks_it(text: str, client: httpx.Client) -> None:
    import json

    for path, body in (
        ("ask", {"question": text, "speaker": text[:900]}),
        ("quotations/check", {"quotation": text, "document": text[:900]}),
        ("drafts/check", {"text": f"“{text} {text}” said Odran Tell."}),
        ("feedback", {"question": text, "good": False, "right": text}),
    ):
        content = json.dumps(body).encode("ascii")
        response = client.post(f"/v1/{path}", content=content, headers={"Content-Type": "application/json"})
        assert response.status_code in (200, 422), response.text


@pytest.mark.parametrize(
    ("path", "methods"),
    [("documents", "GET, POST"), ("documents/minutes.txt", "DELETE, GET"), ("ask", "POST"), ("jobs/x/cancel", "POST")],
)
def test_what_may_be_done_at_an_address_is_told_whole(path: str, methods: str, client: httpx.Client) -> None:
    refused = client.request("PATCH", f"/v1/{path}")
    assert (refused.status_code, refused.headers["allow"]) == (405, methods)
