"""A run that is being made: it goes on when its page is left, and can be stopped with what was asked so far kept."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import count
from pathlib import Path

import streamlit as st

from errors import GoldError, OnTheRecordError
from index.running.jobs import Job
from rag.pipeline import Pipeline
from settings import Settings
from ui.evaluation import runs

STOPPED = "Stopped before all questions were asked; the run has those that were."
LATEST = 3
"""So many are shown; what became of the others is in the list of runs."""


class Work:
    """The runs of one store that this process makes, one at a time; any thread may use it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._numbers = count(1)
        self._jobs: dict[int, Job] = {}
        self._made: dict[int, Path] = {}
        self._stopped: set[int] = set()

    def jobs(self) -> list[Job]:
        """Return the latest, the newest first."""
        with self._guard:
            return list(self._jobs.values())[: -LATEST - 1 : -1]

    def made(self, number: int) -> Path | None:
        """Return the folder of a run that was written."""
        with self._guard:
            return self._made.get(number)

    def begin(self, name: str, gold: bytes, settings: Settings, pipeline: Pipeline) -> int:
        """Begin a run over the questions of a gold file, and return its number.

        Raises:
            GoldError: another is being made.
        """
        with self._guard:
            if any(not each.is_over for each in self._jobs.values()):
                raise GoldError("A run is being made already; wait for it, or cancel it.")
            job = Job(next(self._numbers), f"Run of {name}", "running")
            self._jobs[job.number] = job
        # Whoever ends the app need not wait for it: a run is written whole or not at all.
        threading.Thread(
            target=self._make, args=(job.number, name, gold, settings, pipeline), name="evaluation", daemon=True
        ).start()
        return job.number

    def cancel(self, number: int) -> None:
        """Stop a run after the question that is being asked; what was asked before is kept as a run."""
        with self._guard:
            self._stopped.add(number)

    def _make(self, number: int, name: str, gold: bytes, settings: Settings, pipeline: Pipeline) -> None:
        try:
            folder = runs.new_run(
                name,
                gold,
                settings,
                pipeline,
                show=lambda done, of: self._tell(number, message=f"{done:,} of {of:,} questions", share=done / of),
                goes_on=lambda: number not in self._stopped,
            )
            with self._guard:
                self._made[number] = folder
            is_stopped = number in self._stopped
            self._tell(number, state="cancelled" if is_stopped else "done", message=STOPPED if is_stopped else "")
        except OnTheRecordError as error:
            self._tell(number, state="failed", message=str(error))
        except Exception as error:
            # Whatever happens, the page must not wait for a run that nobody makes any more.
            self._tell(number, state="failed", message=f"It failed ({type(error).__name__}); try again.")

    def _tell(self, number: int, **changed: object) -> None:
        with self._guard:
            self._jobs[number] = replace(self._jobs[number], **changed)  # type: ignore[arg-type]


@st.cache_resource(show_spinner=False)
def of(store: Path) -> Work:
    """Return what makes the runs of a store, one for all visitors."""
    del store
    return Work()
