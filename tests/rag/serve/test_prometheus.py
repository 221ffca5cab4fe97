from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families

from errors import QuestionError, SettingError, StoreBusyError
from index.events import Log
from index.sync import sync
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from rag.serve.prometheus import Metrics
from tests.conftest import embedded, indexed

BERTHS = Turn("Who said that nobody asked the fishermen?")


@contextmanager
def served(pipeline: Any) -> Iterator[Metrics]:
    metrics = Metrics(0, pipeline)
    metrics.start()
    try:
        yield metrics
    finally:
        metrics.stop()


def fetched(metrics: Metrics, path: str) -> tuple[int, str, str]:
    """Return status, kind and content of what stands at a path of the port."""
    try:
        with urlopen(f"http://127.0.0.1:{metrics.port}{path}", timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def samples(metrics: Metrics) -> dict[tuple[str, ...], float]:
    """Return the value of each sample by its name and the values of its labels."""
    status, kind, text = fetched(metrics, "/metrics")
    assert status == 200
    assert kind.startswith("text/plain")
    families = text_string_to_metric_families(text)
    return {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}


def test_questions_are_counted_by_kind_and_status_with_their_times(gazette: Pipeline) -> None:
    log = Log()
    watched = replace(gazette, store=replace(gazette.store, log=log))
    with served(lambda: watched) as metrics:
        log.listen(metrics.count)
        kind = watched.ask(BERTHS).kind
        watched.ask(Turn("What did Zorvath Plimmick say about zeppelins?"))
        with pytest.raises(QuestionError):
            watched.ask(Turn(" "))
        found = samples(metrics)
        text = fetched(metrics, "/metrics")[2]
    assert found["on_the_record_questions_total", kind, "answered"] == 1
    assert found["on_the_record_questions_total", "statements", "not_found"] == 1
    assert found["on_the_record_questions_total", "none", "error"] == 1
    assert found["on_the_record_errors_total", "QuestionError"] == 1
    assert found["on_the_record_question_seconds_count",] == 3
    assert found["on_the_record_stage_seconds_count", "rank"] >= 2
    assert "fishermen" not in text
    assert "Zorvath" not in text


def test_the_gauges_are_of_the_index_as_it_is_now(gazette_folder: Path, tmp_path: Path) -> None:
    pipeline = open_pipeline(indexed(gazette_folder, embedded(tmp_path / "store")))
    (tmp_path / "ferry.txt").write_text("The ferry of Vesk sails at noon.", encoding="utf-8")
    with served(lambda: pipeline) as metrics:
        pipeline.store.log.listen(metrics.count)
        assert samples(metrics)["on_the_record_documents",] == 2
        sync([tmp_path / "ferry.txt"], pipeline.store, 128)
        found = samples(metrics)
    assert found["on_the_record_documents",] == 3
    assert found["on_the_record_passages",] >= 3
    assert found["on_the_record_statements",] >= 4
    assert found["on_the_record_index_runs_total", "done"] == 1
    pipeline.close()


def test_health_shows_what_the_index_contains(gazette: Pipeline) -> None:
    with served(lambda: gazette) as metrics:
        status, kind, text = fetched(metrics, "/health")
    counts = gazette.store.catalog.counts()
    assert (status, kind) == (200, "application/json")
    assert json.loads(text) == {"status": "ok", "index_version": gazette.index_version, **counts}


def test_health_of_a_store_that_does_not_answer_shows_the_kind_of_error_alone(tmp_path: Path) -> None:
    def pipeline() -> Pipeline:
        raise StoreBusyError(f"The store {tmp_path} is held.")

    with served(pipeline) as metrics:
        status, _, text = fetched(metrics, "/health")
        assert ("on_the_record_documents",) not in samples(metrics)
    assert status == 503
    assert json.loads(text) == {"status": "failing", "reason": "StoreBusyError"}


@pytest.mark.parametrize("path", ["/", "/health/", "/metrics/../etc", "/favicon.ico"])
def test_nothing_else_is_there(gazette: Pipeline, path: str) -> None:
    with served(lambda: gazette) as metrics:
        assert fetched(metrics, path)[0] == 404


def test_a_port_that_is_taken_is_named(gazette: Pipeline) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingError, match="ON_THE_RECORD_METRICS_PORT is '[0-9]+'"):
            Metrics(taken.getsockname()[1], lambda: gazette)


def test_there_is_no_port_above_the_last() -> None:
    with pytest.raises(SettingError, match="70000"):
        Metrics(70_000, lambda: pytest.fail("nobody asked"))
