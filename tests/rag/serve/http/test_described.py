"""What the description says is so, as generated requests found it: types are strict, streams are described."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

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


def test_refusals_are_described(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for about in (about for methods in paths.values() for about in methods.values()):
        refusals = {status for status in about["responses"] if status[0] != "2"}
        assert refusals == {"401", "422", "429", "503", "default"} | ({"413"} if "requestBody" in about else set())
        assert all(PROBLEM in about["responses"][status]["content"] for status in refusals)
    long = client.post("/v1/ask", json={**ASKED, "history": ["x" * 20_000] * 60})
    assert (long.status_code, long.headers["content-type"]) == (413, PROBLEM)


def test_the_description_says_how_days_and_words_are_written(client: httpx.Client) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    (day, _) = schemas["Asked"]["properties"]["since"]["anyOf"]
    for given, right in (
        *(("2031-03-02", True), ("2031-03", True), ("2031", True), ("", True)),
        *(("soon", False), ("2031-13", False), ("2031-03-40", False), ("2031-00", False), ("2031-06-31", False)),
        *(("0000-01", False), ("2031-02-30", False), ("2032-02-29", True)),
    ):
        assert bool(re.search(day["pattern"], given)) is right
        response = client.post("/v1/ask", json={**ASKED, "since": given})
        assert (response.status_code == 200) is right, response.text
    (asked_on, _) = schemas["Asked"]["properties"]["question_date"]["anyOf"]
    for given, right in (("2031-03-02", True), ("", True), ("2031-03", False), ("2031", False)):
        assert bool(re.search(asked_on["pattern"], given)) is right
        assert (client.post("/v1/ask", json={**ASKED, "question_date": given}).status_code == 200) is right
    for name, field in (("Asked", "question"), ("Draft", "text"), ("Feedback", "question")):
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


def test_a_quotation_has_a_letter_or_a_number(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()["components"]["schemas"]["Quotation"]["properties"]["quotation"]
    assert schema["pattern"] == r"[\p{L}\p{N}]"
    for words, status in (("=", 422), ("“…”", 422), ("é", 200), ("7", 200), ("語", 200)):
        assert client.post("/v1/quotations/check", json={"quotation": words}).status_code == status


USER = {"role": "user", "content": "What did Mira Quill say?"}
SYSTEM = {"role": "system", "content": "Be brief."}


@pytest.mark.parametrize(
    ("messages", "right"),
    [
        ([USER], True),
        ([SYSTEM, {"content": "Who spoke?"}], True),
        ([{"role": "user", "content": [{"type": "image_url"}, {"type": "text", "text": "Who spoke?"}]}], True),
        ([SYSTEM], False),
        ([{"role": "user", "content": " "}], False),
        ([{"role": "user", "content": [{"type": "image_url", "text": "Who spoke?"}]}], False),
        ([{"role": "assistant", "content": "Who spoke?"}, {"role": "user", "content": None}], False),
    ],
)
def test_a_user_asks_something_as_the_description_says(
    messages: list[dict[str, Any]], right: bool, client: httpx.Client
) -> None:
    whole = client.get("/openapi.json").json()
    schema = whole["components"]["schemas"]["ChatRequest"]["properties"]["messages"]
    validator = Draft202012Validator({**schema, "components": whole["components"]})
    assert validator.is_valid(messages) is right
    for path, field in (("chat/completions", "messages"), ("responses", "input")):
        assert (client.post(f"/v1/{path}", json={field: messages}).status_code == 200) is right


def test_a_place_that_a_document_does_not_have_is_not_found(client: httpx.Client) -> None:
    for span in ("start=9&end=3", "start=0&end=900000", "start=900000"):
        refused = client.get(f"/v1/documents/minutes.txt?{span}")
        assert (refused.status_code, refused.headers["content-type"]) == (404, PROBLEM)
        assert "is not within minutes.txt" in refused.json()["detail"]


def test_a_pack_is_described_as_far_as_it_must_be_so(client: httpx.Client) -> None:
    made = client.post("/v1/packs", json={"questions": [ASKED]}).json()
    (answer,) = made["answers"]
    earlier = [{name: value for name, value in each.items() if name != "sense"} for each in answer["citations"]]
    assert earlier
    for changed, status in (
        *(({}, 200), ({"more": {"x": None}}, 200), ({"citations": earlier}, 200)),
        *(({"citations": [{}]}, 422), ({"question": 7}, 422), ({"nearest": None}, 422)),
        *(({"citations": [{**earlier[0], "n": "1"}]}, 422), ({"citations": [{**earlier[0], "sense": 1}]}, 422)),
    ):
        response = client.post("/v1/packs/verify", json={**made, "answers": [{**answer, **changed}]})
        assert response.status_code == status, (changed, response.text)
        if status == 200:
            states = {each["state"] for each in response.json()["citations"]}
            assert states == ({"holds", "edited"} if changed else {"holds"})
