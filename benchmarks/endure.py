"""Readers and an editor on one store on servers, while processes are killed and servers restarted, and what is left.

    python -m benchmarks.endure [--questions 5000] [--changes 300] [--kills 10] [--restarts 5] [--out REPORT.json]

It starts a PostgreSQL and a Chroma server of its own on loopback, and processes that do what the app does: two answer
questions over the store as it is now, one makes the index equal to a folder in which documents are added, changed and
removed. Meanwhile processes get SIGKILL, also in the middle of that work, and the servers are stopped or killed and
started again. Every citation of every answer is compared with what its document said while the question was asked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.papers import SPEAKERS, Papers, question
from benchmarks.servers import Servers, environment, running
from index.storage.store import Store, open_store
from index.sync import sync
from settings import ROOT, Settings, from_environment

READERS, CHANGES_AT_ONCE = 2, 3
MODULE = "benchmarks.endure"
PATIENCE = 30.0


@dataclass
class Report:
    """What happened, and what the readers saw of it."""

    questions: int = 0
    changes: int = 0
    kills: int = 0
    restarts: int = 0
    seconds: float = 0.0
    citations: int = 0
    wrong_citations: list[str] = field(default_factory=list)
    lost_documents: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    differing_answers: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    """How often a reader saw what: the status of an answer, or an error's words."""
    waits: list[float] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return it for a file, the waits as quantiles in seconds."""
        p50, p95 = np.quantile(self.waits or [0.0], [0.5, 0.95])
        quantiles = {"p50": round(float(p50), 3), "p95": round(float(p95), 3), "most": round(max(self.waits or [0]), 3)}
        return {**asdict(self), "seen": dict(self.seen.most_common()), "waits": quantiles}


class Worker:
    """A process that takes a line of JSON and replies with one; killed, it is started again."""

    def __init__(self, kind: str, environment: dict[str, str]) -> None:
        self.kind = kind
        self._environment = environment
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", MODULE, "--work", self.kind],
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the reply, `gone` when the process died before it, after which there is another."""
        process = self._process
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            if line := process.stdout.readline():
                reply: dict[str, Any] = json.loads(line)
                return reply
        except (OSError, ValueError):
            # A line that was cut by the kill.
            pass
        self.end()
        self._process = self._started()
        return {"gone": True}

    def kill(self) -> None:
        """Kill the process at once."""
        self._process.kill()

    def end(self) -> None:
        """End the process and wait for it."""
        process = self._process
        process.kill()
        process.wait()
        for each in (process.stdin, process.stdout):
            # What a killed process had not read yet is lost with it.
            with suppress(OSError):
                if each:
                    each.close()


def work(kind: str) -> None:
    """Serve as a worker: answer questions over the store as it is, or make it equal to a folder."""
    from errors import OnTheRecordError
    from rag.records import Turn
    from rag.serve.owner import Current

    settings = from_environment()
    current = Current(settings)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if kind == "reader":
                reply = current.pipeline().answered(Turn(request["question"])).to_json()
            else:
                report = sync([Path(request["folder"])], current.pipeline().store, settings.passage_tokens, prune=True)
                reply = report.to_json()
        except OnTheRecordError as error:
            reply = {"failed": str(error)}
        print(json.dumps(reply), flush=True)


class Endurance:
    """One run: readers, an editor, and what is done to them."""

    def __init__(self, folder: Path, servers: Servers, settings: Settings, asked: Report) -> None:
        self.draw = random.Random(41)
        (folder / "papers").mkdir()
        self.papers = Papers(folder / "papers", self.draw)
        self.servers = servers
        self.settings = settings
        self.wanted = asked
        self.report = Report()
        self.guard = threading.Lock()
        self.environment = {**os.environ, **environment(settings), "ON_THE_RECORD_LOCK_SECONDS": str(PATIENCE)}
        self.editor = Worker("editor", self.environment)
        self.readers = [Worker("reader", self.environment) for _ in range(READERS)]
        self.failed = threading.Event()

    def run(self) -> Report:
        """Return the report, when all was asked, changed, killed and restarted."""
        started = time.monotonic()
        self._synced()
        with ThreadPoolExecutor(max_workers=READERS + 2) as threads:
            running_ = [threads.submit(self._read, each) for each in self.readers]
            running_ += [threads.submit(self._edit), threads.submit(self._harm)]
            for each in as_completed(running_):
                if error := each.exception():
                    self.failed.set()
                    raise error
        for worker in (self.editor, *self.readers):
            worker.end()
        self.report.seconds = round(time.monotonic() - started, 1)
        self._compare()
        return self.report

    def _done(self) -> float:
        """Return the least share of what is to be done that was done; all of it when a thread failed."""
        if self.failed.is_set():
            return 1.0
        pairs = [
            (self.report.questions, self.wanted.questions),
            (self.report.changes, self.wanted.changes),
            (self.report.kills, self.wanted.kills),
            (self.report.restarts, self.wanted.restarts),
        ]
        return min(done / wanted if wanted else 1.0 for done, wanted in pairs)

    def _read(self, reader: Worker) -> None:
        draw = random.Random(self.draw.random())
        while self._done() < 1:
            asked = question(draw)
            since = time.monotonic()
            reply = reader.ask({"question": asked})
            until = time.monotonic()
            with self.guard:
                self.report.waits.append(until - since)
                self._seen(asked, reply, since, until)

    def _seen(self, asked: str, reply: dict[str, Any], since: float, until: float) -> None:
        report = self.report
        if "gone" in reply:
            report.seen["the app went away and came back"] += 1
            return
        if "failed" in reply:
            report.seen[reply["failed"]] += 1
            return
        report.questions += 1
        report.seen[reply["status"]] += 1
        for each in [*reply["citations"], *reply["nearest"]]:
            report.citations += 1
            texts = self.papers.said(each["doc"], since, until)
            speaker = SPEAKERS[int(each["doc"][6:9]) % len(SPEAKERS)]
            verbatim = any(text[each["start"] : each["end"]] == each["text"] for text in texts)
            if not verbatim or each["speaker"] not in (None, speaker):
                report.wrong_citations.append(f"{asked} -> {json.dumps(each, ensure_ascii=False)}")

    def _edit(self) -> None:
        """Change documents as fast as the questions go, so that both end together."""
        while self._done() < 1:
            if self._ahead(self.report.changes, self.wanted.changes):
                time.sleep(0.02)
                continue
            for _ in range(CHANGES_AT_ONCE):
                self.papers.change()
            self._synced()
            with self.guard:
                self.report.changes += CHANGES_AT_ONCE

    def _ahead(self, done: int, wanted: int) -> bool:
        return done * self.wanted.questions > self.report.questions * wanted

    def _synced(self) -> None:
        """Make the index equal to the folder, however often the editor has to begin again."""
        while True:
            reply = self.editor.ask({"folder": str(self.papers.folder)})
            if "documents" in reply:
                self.papers.settled()
                return
            problem = f"the editor saw: {reply.get('failed', 'the process was killed')}"
            with self.guard:
                self.report.seen[problem] += 1
            time.sleep(0.1)

    def _harm(self) -> None:
        """Kill processes and restart servers, spread evenly over the questions."""
        harms = ["kill"] * self.wanted.kills + ["restart"] * self.wanted.restarts
        self.draw.shuffle(harms)
        for number, harm in enumerate(harms):
            while self._done() < 1 and self.report.questions < self.wanted.questions * (number + 0.5) / len(harms):
                time.sleep(0.02)
            if harm == "kill":
                # The editor most often: it is the one that may leave something half done.
                self.draw.choice([self.editor, self.editor, *self.readers]).kill()
                self.report.kills += 1
            else:
                self._restart(self.report.restarts)
                self.report.restarts += 1

    def _restart(self, number: int) -> None:
        """Take PostgreSQL or the Chroma server away for a second, in turn, by a kill and by a stop."""
        kill = number % 4 < 2
        if number % 2 == 0:
            self.servers.stop_postgres(kill)
            time.sleep(1)
            self.servers.start_postgres()
        else:
            self.servers.stop_chroma(kill)
            time.sleep(1)
            self.servers.start_chroma()

    def _compare(self) -> None:
        """Compare the store with the folder, and its answers with those of a fresh index of the same files."""
        with tempfile.TemporaryDirectory() as folder, open_store(self.settings) as store:
            self._compare_documents(store)
            vectors, ids = store.vectors.passages.ids(), store.catalog.vector_ids()
            if vectors != ids:
                self.report.duplicates.append(f"vectors that are not the catalog's: {len(vectors ^ ids)}")
            with open_store(Settings(store=Path(folder) / "fresh")) as fresh:
                sync([self.papers.folder], fresh, self.settings.passage_tokens)
                self._compare_answers(store, fresh)

    def _compare_documents(self, store: Store) -> None:
        report, catalog = self.report, store.catalog
        stored = {each.id for each in catalog.documents()}
        report.lost_documents += sorted(self.papers.names() - stored)
        report.duplicates += sorted(stored - self.papers.names())
        for each in sorted(stored):
            document = catalog.document(each)
            assert document is not None
            passages = "".join(document.text[one.start : one.end] for one in catalog.passages_of(each))
            if passages != document.text or document.text not in self.papers.said(each, time.monotonic(), 1e18):
                report.lost_documents.append(f"{each} is not whole")

    def _compare_answers(self, store: Store, fresh: Store) -> None:
        from rag.pipeline import over
        from rag.records import Turn

        draw = random.Random(7)
        here, there = over(store, self.settings), over(fresh, self.settings)
        for turn in [Turn(question(draw)) for _ in range(100)]:
            one, other = ({**each.ask(turn).to_json(), "elapsed_ms": 0} for each in (here, there))
            differing = {key: (one[key], other[key]) for key in one if one[key] != other[key]}
            if differing:
                self.report.differing_answers.append(f"{turn.question}: {json.dumps(differing, ensure_ascii=False)}")


def endured(asked: Report, servers: Servers, folder: Path) -> Report:
    """Return the report of one run in a folder of its own."""
    return Endurance(folder, servers, servers.settings(folder / "store"), asked).run()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and return 0 when nothing was wrong, lost or twice there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.endure", description=__doc__.split("\n")[0])
    parser.add_argument("--questions", type=int, default=5_000)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--restarts", type=int, default=5)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--work", choices=("reader", "editor"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.work:
        work(chosen.work)
        return 0
    asked = Report(questions=chosen.questions, changes=chosen.changes, kills=chosen.kills, restarts=chosen.restarts)
    with running() as servers, tempfile.TemporaryDirectory() as folder:
        report = endured(asked, servers, Path(folder))
    content = json.dumps(report.to_json(), ensure_ascii=False, indent=2)
    if chosen.out:
        chosen.out.write_text(content, encoding="utf-8")
    print(content)
    return int(bool(report.wrong_citations or report.lost_documents or report.duplicates or report.differing_answers))


if __name__ == "__main__":
    sys.exit(main())
