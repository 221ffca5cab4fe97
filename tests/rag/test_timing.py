from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest

from errors import QuestionError
from index.events import Event, Log
from rag.pipeline import Pipeline
from rag.records import Answer, Kind, Status, Turn
from rag.timing import STAGES, request_of
from rag.write.writer import Writer
from tests.rag.write.scripted import HARBOUR, Scripted

ASKED = (
    HARBOUR,
    Turn("Who said that nobody asked the fishermen?"),
    Turn("How many statements did Mira Quill make?"),
    Turn("What did Zorvath Plimmick say about zeppelins?"),
    Turn("Hello"),
)
FREE = ("time", "request")


def heard(pipeline: Pipeline) -> tuple[Pipeline, list[Event]]:
    """Return the pipeline with a log of its own, and what the log hears."""
    log, logged = Log(), []  # type: tuple[Log, list[Event]]
    log.listen(logged.append)
    return replace(pipeline, store=replace(pipeline.store, log=log)), logged


def words_of(answer: Answer) -> dict[str, Any]:
    return {name: value for name, value in answer.to_json().items() if name != "elapsed_ms"}


@pytest.mark.parametrize("turn", ASKED, ids=lambda turn: turn.question)
def test_an_answer_is_the_same_with_a_clock_around_it(gazette: Pipeline, turn: Turn) -> None:
    watched, _ = heard(gazette)
    assert words_of(watched.ask(turn)) == words_of(gazette.ask(turn))


def test_a_question_is_logged_with_its_stages(gazette: Pipeline) -> None:
    watched, logged = heard(gazette)
    answer = watched.ask(HARBOUR)
    (one,) = logged
    assert (one["event"], one["kind"], one["status"]) == ("question", answer.kind, "answered")
    assert (one["citations"], one["engine"], one["error"]) == (len(answer.citations), "extractive", None)
    assert set(one["stages"]) == {*STAGES, "compose"}
    assert one["ms"] == pytest.approx(sum(one["stages"].values()), abs=0.1)
    assert 0 < one["ms"] <= answer.elapsed_ms + 5


def test_what_is_asked_and_answered_stands_in_no_line(gazette: Pipeline) -> None:
    watched, logged = heard(gazette)
    for turn in (*ASKED, replace(HARBOUR, speaker="Odran Tell", document="2031-*", qid="ana@vesk.example")):
        watched.ask(turn)
    text = json.dumps(logged).lower()
    words = "odran tell mira quill harbour fishermen crowns zorvath plimmick zeppelins hello vesk 2031-03 .txt ana@"
    assert [each for each in (*words.split(), str(gazette.store.folder)) if each in text] == []
    # Whatever is told is of a closed set of words, or a number.
    texts = {value for each in logged for name, value in each.items() if isinstance(value, str) and name not in FREE}
    assert texts <= {"question", *get_args(Kind), *get_args(Status), "extractive"}
    numbers = [value for each in logged for value in each.values() if value is not None and not isinstance(value, str)]
    assert all(isinstance(each, int | float) or set(each) <= {*STAGES, "compose"} for each in numbers)


def test_a_question_that_cannot_be_asked_is_logged_by_the_kind_of_error(gazette: Pipeline) -> None:
    watched, logged = heard(gazette)
    with pytest.raises(QuestionError) as raised:
        watched.ask(Turn("   "))
    assert (logged[0]["status"], logged[0]["error"]) == ("error", "QuestionError")
    assert "frames" not in logged[0]
    assert request_of(raised.value) is None


def test_a_defect_is_found_by_the_id_that_its_error_carries(gazette: Pipeline) -> None:
    def ranked(*_: Any) -> Any:
        raise ZeroDivisionError("nobody asked the fishermen")

    watched, logged = heard(replace(gazette, rank=ranked))
    with pytest.raises(ZeroDivisionError) as raised:
        watched.ask(HARBOUR)
    (one,) = logged
    assert request_of(raised.value) == one["request"]
    assert one["error"] == "ZeroDivisionError"
    assert one["frames"][-1].startswith("tests/rag/test_timing.py:")
    assert any(each.startswith("rag/pipeline.py:") for each in one["frames"])
    assert not any(each.startswith("/") for each in one["frames"])
    assert "fishermen" not in json.dumps(logged)


def test_an_error_that_was_not_logged_has_no_id() -> None:
    assert request_of(ZeroDivisionError()) is None


def test_a_reader_who_leaves_is_logged_as_stopped(gazette: Pipeline) -> None:
    watched, logged = heard(gazette)
    stream = watched.stream(HARBOUR)
    assert isinstance(stream, Iterator)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert logged[0]["status"] == "stopped"


def test_the_wait_for_a_model_is_a_stage(gazette: Pipeline) -> None:
    model = Scripted(replies=["S1 | The harbour cost {S1}\n"])
    watched, logged = heard(replace(gazette, writer=Writer("scripted:one", model, 10)))
    assert watched.ask(HARBOUR).engine == "scripted:one"
    assert logged[0]["engine"] == "scripted:one"
    assert logged[0]["stages"]["model"] > 0


def test_a_model_that_fails_is_logged_though_the_answer_stands(gazette: Pipeline) -> None:
    watched, logged = heard(replace(gazette, writer=Writer("scripted:one", Scripted(replies=[OSError("Vesk")]), 10)))
    assert watched.ask(HARBOUR).status == "answered"
    assert (logged[0]["status"], logged[0]["error"]) == ("answered", "ModelError")
    assert "Vesk" not in json.dumps(logged)
