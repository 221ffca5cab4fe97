"""What the service returns is what its description says, field by field, and what the documents have."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ConfigDict, TypeAdapter, with_config

from errors import DocumentError, NothingIndexedError, QuestionError
from rag.pipeline import Pipeline
from rag.records import Turn
from rag.serve.operations import shapes
from rag.serve.operations.table import OPERATIONS

CALLS: list[tuple[str, dict[str, Any], Any]] = [
    ("health", {}, shapes.HealthObject),
    ("ask", {"question": "What did Odran Tell say about the harbour?"}, shapes.AnswerObject),
    ("ask", {"question": "What did Palo Brandt say?", "suggests": True}, shapes.AnswerObject),
    ("answered", {"question": "Who sold the lighthouse?"}, shapes.AnswerObject),
    ("answered", {"question": ""}, shapes.AnswerObject),
    ("stream", {"question": "Did Palo Brandt say “the bearings are worn out”?"}, shapes.AnswerObject),
    ("statements", {"topic": "harbour", "since": "2031"}, shapes.StatementsObject),
    ("timeline", {"speaker": "Tell"}, shapes.TimelineObject),
    ("explored", {}, shapes.ExploreObject),
    ("coverage", {"topic": "bridge"}, shapes.CoverageObject),
    ("documents", {"limit": 1, "offset": 1}, shapes.DocumentsObject),
    ("source", {"document": "2031-04-11-bridge.md", "start": 100, "end": 200}, shapes.SourceObject),
    ("unread", {"offset": 0, "limit": 5}, shapes.UnreadFilesObject),
    ("quotation", {"quotation": "The bearings were worn out", "speaker": "Palo Brandt"}, shapes.QuotationObject),
]


def done(pipeline: Pipeline, name: str, **payload: Any) -> dict[str, Any]:
    return OPERATIONS[name](pipeline, payload, lambda message: None)


@pytest.mark.parametrize(
    ("name", "payload", "shape"), CALLS, ids=[f"{name}-{at}" for at, (name, *_) in enumerate(CALLS)]
)
def test_every_field_is_described(name: str, payload: dict[str, Any], shape: Any, gazette: Pipeline) -> None:
    found = done(gazette, name, **payload)
    strict: Any = TypeAdapter(with_config(ConfigDict(extra="forbid", strict=True))(shape))
    strict.validate_json(json.dumps(found))


def test_statements_are_of_the_speaker_and_days_asked_for(gazette: Pipeline) -> None:
    found = done(gazette, "statements", speaker="Tell", until="2031-03")
    assert found["count"] == 2
    assert {each["speaker"] for each in found["statements"]} == {"Odran Tell"}
    assert all(each["check"] == "verified" for each in found["statements"])
    assert done(gazette, "statements", speaker="Nobody Known")["count"] == 0
    assert done(gazette, "statements", limit=1, offset=2)["statements"][0]["text"].startswith("Nobody asked")


@pytest.mark.parametrize("blank", ["", " ", "\x1f", "\u2028\t"])
def test_a_blank_filter_is_not_set(blank: str, gazette: Pipeline) -> None:
    filters = {"speaker": blank, "document": blank}
    for name, payload in (("explored", {}), ("coverage", {}), ("statements", {})):
        assert done(gazette, name, **payload, **filters) == done(gazette, name, **payload)
    asked = {"question": "What did Odran Tell say about the harbour?"}
    assert done(gazette, "ask", **asked, **filters)["answer"] == done(gazette, "ask", **asked)["answer"]
    assert gazette.ask(Turn(asked["question"], speaker=blank)).answer == gazette.ask(Turn(asked["question"])).answer


def test_a_timeline_has_a_day_once_in_order(gazette: Pipeline) -> None:
    days = [each["day"] for each in done(gazette, "timeline")["days"]]
    assert days == ["2031-03-02", "2031-04-11"]


def test_coverage_tells_what_is_missing(gazette: Pipeline) -> None:
    found = done(gazette, "coverage")
    assert (found["documents"], found["from"], found["until"]) == (2, "2031-03-02", "2031-04-11")
    assert found["months"] == {"2031-03": 1, "2031-04": 1}
    assert done(gazette, "coverage", topic="lighthouse")["found"] == 0


def test_what_is_not_there_is_said(gazette: Pipeline) -> None:
    with pytest.raises(DocumentError):
        done(gazette, "source", document="../../etc/passwd")
    with pytest.raises(DocumentError, match="is not within"):
        done(gazette, "source", document="2031-04-11-bridge.md", start=5, end=100_000)
    with pytest.raises(QuestionError, match="since is 'yesterday'"):
        done(gazette, "statements", since="yesterday")


def test_a_store_without_documents_says_so(over_nothing: Pipeline) -> None:
    with pytest.raises(NothingIndexedError):
        done(over_nothing, "quotation", quotation="The bearings are worn out")
    assert done(over_nothing, "coverage")["documents"] == 0


@pytest.fixture
def over_nothing(tmp_path: Any) -> Any:
    from rag.pipeline import open_pipeline
    from tests.conftest import embedded

    pipeline = open_pipeline(embedded(tmp_path / "store"))
    yield pipeline
    pipeline.close()
