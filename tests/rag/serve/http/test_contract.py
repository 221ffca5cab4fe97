"""Whatever is sent, the answer is one that the description has: its status, its kind of content, its fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from rag.serve.desk import Desk
from rag.serve.http.app import access_of, application
from rag.serve.limits import Rate
from rag.serve.tokens import Tokens
from settings import Settings
from tests.conftest import GAZETTE, embedded, indexed, written

PROBLEM = "application/problem+json"
KNOWN = {
    "document": [*GAZETTE, "*.md"],
    "speaker": ["Odran Tell", "Nobody"],
    "topic": ["harbour"],
    "question": ["What did Odran Tell say about the harbour?", "Who opened the moon?"],
    "quotation": ["The bearings are worn out"],
    "since": ["2031", "2031-03", "soon"],
    "until": ["2031-04-11", "0000-00"],
    "text": ["Palo Brandt said: “The bearings are worn out.”"],
    "input": ["What did Palo Brandt say?"],
}
"""Values of fields with which more is reached than with what is made up."""
EXAMPLES = 8
"""Requests of each route."""
OPTIONS = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
WORDS = st.text(max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = written(tmp_path_factory.mktemp("contract-texts"), GAZETTE)
    chosen: Settings = indexed(folder, embedded(tmp_path_factory.mktemp("contract") / "store"))
    secret = Tokens(chosen.store).add("editor", "edit")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Rate, "wait", lambda self, who, now: 0.0)
        app = application(Desk(chosen), access_of(chosen, "127.0.0.1"))
        headers = {"Authorization": f"Bearer {secret}"}
        with TestClient(app, base_url="http://localhost", raise_server_exceptions=False, headers=headers) as opened:
            yield opened


@cache
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def followed(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return whole["components"]["schemas"][name] if name else schema


def value(schema: Mapping[str, Any], whole: Mapping[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """Return values that a schema describes, or nearly."""
    schema = followed(schema, whole)
    if name in KNOWN:
        return st.sampled_from(KNOWN[name]) | WORDS
    if "anyOf" in schema:
        return st.one_of([value(each, whole) for each in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    kind = schema.get("type")
    if kind == "array":
        return st.lists(value(schema["items"], whole), max_size=3)
    if kind == "object":
        return sent(schema, whole)
    if kind == "integer":
        return st.integers(schema.get("minimum", -3), min(schema.get("maximum", 999), 10**7))
    made: dict[Any, st.SearchStrategy[Any]] = {"string": WORDS, "boolean": st.booleans(), "null": st.none()}
    return made.get(kind, JSON)


@st.composite
def sent(draw: st.DrawFn, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Any:
    """Return an object as a schema describes it, at times with a field too few, too many or of another type."""
    fields, needed = schema.get("properties", {}), schema.get("required", ())
    made = {}
    for name, about in fields.items():
        if name in needed or draw(st.integers(0, 3)) == 0:
            made[name] = draw(value(about, whole, name))
    match draw(st.integers(0, 9)):
        case 0 if made:
            del made[draw(st.sampled_from(sorted(made)))]
        case 1:
            made[draw(st.text(max_size=8))] = draw(JSON)
        case 2 if fields:
            made[draw(st.sampled_from(sorted(fields)))] = draw(JSON)
    return made


@st.composite
def request_of(draw: st.DrawFn, path: str, method: str, whole: Mapping[str, Any]) -> httpx.Request:
    about = whole["paths"][path][method]
    place, query, headers = path, {}, {}
    for each in about.get("parameters", ()):
        made = value(each["schema"], whole, "" if method == "delete" else each["name"])
        if each["in"] == "path":
            # Clients take "." and ".." out of an address, which is another route's then.
            named = "/".join(part if part.strip(".") else "x" for part in str(draw(made)).split("/"))
            place = place.replace(f"{{{each['name']}}}", quote(named, safe="", errors="replace"))
        elif each["in"] == "query" and draw(st.booleans()):
            query[each["name"]] = str(draw(made))
    if draw(st.integers(0, 9)) == 0:
        query["odd"] = draw(WORDS)
    body = about.get("requestBody", {}).get("content", {}).get("application/json")
    content = b""
    if body:
        given_ = draw(sent(followed(body["schema"], whole), whole) if draw(st.integers(0, 9)) else JSON)
        content, headers = json.dumps(given_).encode(), {"Content-Type": "application/json"}
    query = {name: each.encode("utf-8", "replace").decode() for name, each in query.items()}
    return httpx.Request(method.upper(), f"http://localhost{place}", params=query, content=content, headers=headers)


def check(answer: Any, path: str, method: str, whole: Mapping[str, Any]) -> None:
    """Compare an answer with what the description says of it."""
    responses = whole["paths"][path][method]["responses"]
    status, kind = str(answer.status_code), answer.headers["content-type"].partition(";")[0]
    assert answer.status_code < 500, answer.text
    about = responses.get(status) or responses["default"]
    if status not in responses:
        assert answer.status_code >= 400
    assert {kind, "*/*"} & about["content"].keys(), (status, kind, list(about["content"]))
    schema = about["content"].get(kind, {}).get("schema")
    if schema and kind.endswith("json"):
        validator(json.dumps(schema), json.dumps(whole["components"])).validate(answer.json())
        assert kind != PROBLEM or answer.json()["status"] == answer.status_code


@cache
def validator(schema: str, components: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(schema), "components": json.loads(components)})


def test_every_answer_is_as_described(client: TestClient) -> None:
    whole = described(client)
    routes = [(path, method) for path, methods in whole["paths"].items() for method in methods]
    assert len(routes) * EXAMPLES >= 200
    for path, method in routes:
        answered(client, path, method, whole)


def answered(client: TestClient, path: str, method: str, whole: Mapping[str, Any]) -> None:
    @OPTIONS
    @given(sent=request_of(path, method, whole))
    def answers(sent: httpx.Request) -> None:
        answer = client.request(sent.method, str(sent.url), content=sent.content, headers=dict(sent.headers))
        check(answer, path, method, whole)

    answers()


NAMES = st.text(max_size=20) | st.sampled_from(["a.exe", "a.png", "noname", "../x.doc", "b.xlsb"])


@settings(OPTIONS, max_examples=40)
@given(
    files=st.lists(st.tuples(NAMES, st.binary(max_size=20)), max_size=3),
    form=st.dictionaries(st.sampled_from(["same_name", "files", "odd"]), st.text(max_size=9), max_size=2),
    key=st.none() | st.text("abc-é", max_size=300),
)
def test_every_upload_is_answered_as_described(
    files: list[tuple[str, bytes]], form: dict[str, str], key: str | None, client: TestClient
) -> None:
    headers = {} if key is None else {"Idempotency-Key": key.encode()}
    parts = [("files", (name.encode("utf-8", "replace").decode(), content)) for name, content in files]
    form = {name: each.encode("utf-8", "replace").decode() for name, each in form.items()}
    answer = client.post("/v1/documents", files=parts, data=form, headers=headers)
    check(answer, "/v1/documents", "post", described(client))


@settings(OPTIONS, max_examples=40)
@given(content=st.binary(max_size=60), kind=st.sampled_from(["multipart/form-data", "multipart/form-data; boundary=x"]))
def test_a_broken_form_is_a_problem(content: bytes, kind: str, client: TestClient) -> None:
    answer = client.post("/v1/documents", content=b"--x\r\n" + content, headers={"Content-Type": kind})
    check(answer, "/v1/documents", "post", described(client))
    assert answer.status_code in (400, 422)
