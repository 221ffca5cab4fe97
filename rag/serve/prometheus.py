"""How the web app is doing, at a port of this machine: /metrics as Prometheus reads it, /health as JSON.

    ON_THE_RECORD_METRICS_PORT=9464 make run
    curl http://127.0.0.1:9464/metrics

It listens on 127.0.0.1 only, and tells numbers and kinds, nothing that anybody asked or wrote.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from errors import SettingError
from index.events import Event
from rag.pipeline import Pipeline
from settings import PREFIX

NAME = "on_the_record"
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Upper ends of the histograms' buckets: an answer of sentences takes tenths of a second, a model up to a minute."""
Reply = tuple[int, str, bytes]
"""Status, kind of content, content."""


class Metrics:
    """Counts what a log tells, and serves the counts from `start` to `stop`.

    `pipeline` gives the pipeline over the index as it is now, or raises what opening the store raises.
    """

    def __init__(self, port: int, pipeline: Callable[[], Pipeline]) -> None:
        """Take the port.

        Raises:
            SettingError: the port is in use, or there is no such port.
        """
        self._pipeline = pipeline
        self._registry = CollectorRegistry()
        self._questions = self._counter("questions", "Questions asked.", "kind", "status")
        self._errors = self._counter("errors", "Questions, index runs and models that failed.", "kind")
        self._index_runs = self._counter("index_runs", "Index runs, and how they ended.", "result")
        self._limited = self._counter("limited", "Requests refused because a reader made too many in a minute.", "what")
        self._seconds = Histogram(
            f"{NAME}_question_seconds", "Seconds that an answer took.", registry=self._registry, buckets=SECONDS
        )
        self._stages = Histogram(
            f"{NAME}_stage_seconds",
            "Seconds that each stage of an answer took.",
            ("stage",),
            registry=self._registry,
            buckets=SECONDS,
        )
        self._registry.register(_IndexCounts(pipeline))
        ProcessCollector(registry=self._registry)
        try:
            self._http = ThreadingHTTPServer(("127.0.0.1", port), _request_handler(self._reply))
        except (OSError, OverflowError):
            name = f"{PREFIX}METRICS_PORT"
            raise SettingError(f"{name} is '{port}', which cannot be listened on; set a free port.") from None
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, name="metrics", daemon=True)

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return int(self._http.server_address[1])

    def start(self) -> None:
        """Serve."""
        self._thread.start()

    def stop(self) -> None:
        """Serve no more."""
        self._http.shutdown()
        self._http.server_close()

    def count(self, event: Event) -> None:
        """Count one thing that happened; it is what listens to a store's log."""
        name, error = event["event"], event.get("error")
        if name == "question":
            self._questions.labels(event["kind"] or "none", event["status"]).inc()
            self._seconds.observe(event["ms"] / 1000)
            for stage, spent in event["stages"].items():
                self._stages.labels(stage).observe(spent / 1000)
        elif name == "index":
            self._index_runs.labels("failed" if error else "done").inc()
        elif name == "limited":
            self._limited.labels(event["what"]).inc()
        if error:
            self._errors.labels(error).inc()

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"{NAME}_{name}", about, labels, registry=self._registry)

    def _reply(self, path: str) -> Reply | None:
        if path == "/metrics":
            return 200, CONTENT_TYPE_PLAIN_0_0_4, generate_latest(self._registry)
        if path == "/health":
            status, health = _health(self._pipeline)
            return status, "application/json", json.dumps(health).encode()
        return None


class _IndexCounts(Collector):
    """What the index holds, counted each time it is read; nothing while the store does not answer."""

    def __init__(self, pipeline: Callable[[], Pipeline]) -> None:
        self._pipeline = pipeline

    def describe(self) -> Iterator[Metric]:
        # Without it the registry would read the store to learn the names.
        return iter(())

    def collect(self) -> Iterator[Metric]:
        try:
            counts = self._pipeline().store.catalog.counts()
        except Exception:
            return
        for name, count in counts.items():
            yield GaugeMetricFamily(f"{NAME}_{name}", f"How many {name} the index contains.", count)


def _health(pipeline: Callable[[], Pipeline]) -> tuple[int, dict[str, object]]:
    """Return 200 with what the index holds, or 503 with the kind of error; its words may name a path."""
    try:
        current = pipeline()
        counts = current.store.catalog.counts()
        current.store.check()
    except Exception as error:
        return 503, {"status": "failing", "reason": type(error).__name__}
    return 200, {"status": "ok", "index_version": current.index_version, **counts}


def _request_handler(reply: Callable[[str], Reply | None]) -> type[BaseHTTPRequestHandler]:
    class Request(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = reply(self.path)
            if found is None:
                self.send_error(404)
                return
            status, kind, content = found
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing: what reads the metrics comes every few seconds."""

    return Request
