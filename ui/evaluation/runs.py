"""The runs of the store: which there are, what one found, how two differ, and how one is made from the page."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import streamlit as st

from errors import GoldError
from evals.reports import findings
from index.text.counts import counted
from rag.pipeline import Pipeline
from settings import ROOT, Settings
from ui.conversations import GOLD

RUNS, FILE = "runs", "results.json"
SHIPPED = ROOT / "evals" / "gold" / "sample.jsonl"
SUFFIXES = (".jsonl", ".json", ".csv")
CHAT, SAMPLE, OWN = "chat", "sample", "own"
"""The sets of questions that a run may ask."""
PROBLEMS_SHOWN = 5
_STAMP = re.compile(r"-\d{8}-\d{6}\Z")
"""The time in a folder's name, which is said once."""


@dataclass(frozen=True)
class Listed:
    """A run in the list: its folder, and what a person knows it by."""

    folder: Path
    name: str
    started: str
    right: float | None

    @property
    def label(self) -> str:
        """Return the line that stands for the run where one is chosen."""
        when = ""
        with suppress(ValueError):
            at = datetime.fromisoformat(self.started)
            # Short, and to the second: on a phone the whole line is seen, and no two runs have the same.
            when = f"{at.day} {at:%b %Y, %H:%M:%S}"
        right = f"{findings.percent(self.right)} right" if self.right is not None else ""
        name = _STAMP.sub("", self.name)
        called = "From the chat" if name == Path(GOLD).stem else name
        return " · ".join(part for part in (called, right, when) if part)


def found(settings: Settings) -> tuple[list[Listed], list[str]]:
    """Return the runs under the store, the newest first, and what is wrong with those that cannot be read."""
    runs: list[Listed] = []
    problems: list[str] = []
    for file in (settings.store / RUNS).glob(f"*/{FILE}"):
        try:
            about, right = _summary(file, file.stat().st_mtime_ns)
        except (GoldError, OSError) as error:
            problems.append(str(error))
            continue
        runs.append(
            Listed(
                folder=file.parent,
                name=str(about.get("name") or file.parent.name),
                started=str(about.get("started")),
                right=right,
            )
        )
    return sorted(runs, key=lambda each: (each.started, each.name), reverse=True), problems


@st.cache_data(max_entries=200, show_spinner=False)
def _summary(file: Path, changed: int) -> tuple[dict[str, Any], float | None]:
    """Return what is known of a run, and its share of right answers; read again when the file changed."""
    del changed
    results = findings.read(file)
    return dict(results["run"]), findings.named(results).get("right", {}).get("value")


def read(run: Listed) -> dict[str, Any]:
    """Return a run's results.

    Raises:
        GoldError: they cannot be read any more.
    """
    return _read(run.folder / FILE, _changed(run))


def _changed(run: Listed) -> int:
    """Return when a run's results were written, so that they are read again when they change."""
    try:
        return (run.folder / FILE).stat().st_mtime_ns
    except OSError:
        raise GoldError(f"The run {run.name} is not there any more; choose another one.") from None


@st.cache_data(max_entries=4, show_spinner=False)
def _read(file: Path, changed: int) -> dict[str, Any]:
    del changed
    return findings.read(file)


def compared(before: Listed, after: Listed) -> dict[str, Any]:
    """Return what changed from one run to another.

    Raises:
        GoldError: the runs have no question in common, or cannot be read any more.
    """
    return _compared(before, _changed(before), after, _changed(after))


@st.cache_data(max_entries=8, show_spinner="Comparing …")
def _compared(before: Listed, before_changed: int, after: Listed, after_changed: int) -> dict[str, Any]:
    from evals import compare

    del before_changed, after_changed
    return dict(compare.compared(read(before), read(after)))


def gold_sets(settings: Settings) -> dict[str, str]:
    """Return the sets of questions that can be run at once, each with how it is called; what the chat kept is first."""
    kept = from_chat(settings)
    chat = {CHAT: f"Kept from the chat ({counted(len(kept), 'question')})"} if kept else {}
    return {**chat, SAMPLE: "About the sample document", OWN: "Your own gold file"}


def gold(chosen: str, settings: Settings) -> tuple[str, bytes]:
    """Return the name and the bytes of a set of questions that is not a person's own file."""
    if chosen == CHAT:
        return GOLD, b"\n".join(from_chat(settings)) + b"\n"
    return SHIPPED.name, SHIPPED.read_bytes()


def from_chat(settings: Settings) -> list[bytes]:
    """Return the gold questions kept from the chat, of each the one that was kept last."""
    try:
        lines = (settings.store / GOLD).read_bytes().splitlines()
    except OSError:
        return []
    latest: dict[str, bytes] = {}
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            latest[str(json.loads(line)["qid"])] = line
    return list(latest.values())


def new_run(
    name: str,
    gold: bytes,
    settings: Settings,
    pipeline: Pipeline,
    show: Callable[[int, int], None],
    goes_on: Callable[[], bool] = lambda: True,
) -> Path:
    """Ask every question of a gold file over the open index, and return the folder of the written run.

    Args:
        name: the file's name; only its suffix and its letters and digits are used.
        gold: what the file holds.
        settings: those of the open index.
        pipeline: what answers.
        show: hears how many questions were asked, of how many.
        goes_on: tells before each question whether it is still to be asked; without it those before make the run.

    Raises:
        OnTheRecordError: the gold does not fit its form or the index, or nothing was asked.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise GoldError(f"A gold file ends in {', '.join(SUFFIXES)}; choose such a file.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{_safe(name)}{suffix}"
        path.write_bytes(gold)
        return _asked(path, settings, pipeline, show, goes_on)


def _safe(name: str) -> str:
    """Return a file's name without what a path could be made of."""
    return re.sub(r"[^\w]+", "-", Path(name).stem).strip("-")[:40] or "gold"


def _asked(
    path: Path,
    settings: Settings,
    pipeline: Pipeline,
    show: Callable[[int, int], None],
    goes_on: Callable[[], bool],
) -> Path:
    # Imported here so that the chat's first page does not wait for what only a run needs.
    from evals import evaluate, formats, run
    from evals.gold import located

    name, folder = evaluate.named(path, None, settings.store)
    texts = run.texts_of(pipeline)
    loaded = located(
        formats.read(path, "auto", folder), [each.id for each in pipeline.store.catalog.documents()], texts
    )
    if loaded.problems:
        raise GoldError(_problems_message(loaded.problems))
    questions = loaded.checked(path)
    started = run.now()
    about = run.described(pipeline, settings, name, Path(path.name))
    left = takewhile(lambda _: goes_on(), questions)
    asked, _ = run.asked(left, run.asking(pipeline), lambda count: show(count, len(questions)))
    if not asked:
        raise GoldError("Stopped before the first question; nothing was written.")
    evaluate.publish(run.results(about, asked, texts, started, len(asked) == len(questions)), folder)
    return Path(folder)


def _problems_message(problems: tuple[str, ...]) -> str:
    shown = "; ".join(problems[:PROBLEMS_SHOWN])
    more = f"; and {len(problems) - PROBLEMS_SHOWN} more" if len(problems) > PROBLEMS_SHOWN else ""
    return f"This gold file does not match the index: {shown}{more}. Index the documents it asks about, or correct it."
