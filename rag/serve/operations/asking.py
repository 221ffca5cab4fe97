"""Ask: a question's fields -> the contract's answer object, whole or in pieces; whether a pack still holds."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast

from errors import QuestionError
from index.owner_rpc import Payload, Show
from rag.check import recheck
from rag.pipeline import Pipeline
from rag.records import Answer, Segment
from rag.serve.operations.shapes import HealthObject
from rag.serve.operations.turns import turn_of


def health(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return that the store can be asked, and its version; whoever has no token may know that."""
    del payload, show
    pipeline.store.check()
    found: HealthObject = {"status": "ok", "index_version": pipeline.index_version}
    return cast(Payload, found)


def ask(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return the answer object; raises what `Pipeline.stream` raises."""
    del show
    return pipeline.ask(turn_of(payload)).to_json()


def answered(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return the answer object, with status `error` where the question cannot be asked."""
    del show
    return pipeline.answered(turn_of(payload)).to_json()


def stream(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return the answer object, having shown each segment of it, as JSON, when it was made."""
    turn = turn_of(payload)
    answer: Answer | None = None
    for each in pipeline.stream(turn):
        if isinstance(each, Answer):
            answer = each
        else:
            show(json.dumps(segment_json(each), ensure_ascii=False))
    assert answer is not None
    if turn.suggests:
        answer = replace(answer, suggestions=pipeline.suggestions(turn, answer))
    return answer.to_json()


def segment_json(segment: Segment) -> dict[str, Any]:
    """Return a piece of an answer's text, with its citation where it is a document's own words."""
    citation = segment.citation.to_json() if segment.citation else None
    return {"text": segment.text, "citation": citation}


def verify(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return what of a pack still holds against the stored documents.

    Raises:
        QuestionError: it is no pack.
    """
    given = recheck.pack_of(payload["pack"], "The pack")
    source, results, answers = recheck.in_catalog(pipeline.store.catalog), list[recheck.Result](), given["answers"]
    try:
        for number, each in enumerate(answers, start=1):
            results += recheck.rechecked({"answers": [each]}, source)
            show(f"{number} of {len(answers)}")
        return recheck.to_json(results)
    except (KeyError, TypeError, AttributeError):
        raise QuestionError("The pack is not whole; make one with POST /v1/packs.") from None
