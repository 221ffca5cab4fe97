"""Answers that are shared: each is kept as it was given, and shown with what has changed since."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from errors import DocumentError, StoreError
from index.text.counts import counted
from rag.check.recheck import found_again
from rag.phrasing import readable_date, row
from rag.pipeline import Pipeline
from rag.records import Answer, Citation
from ui.conversations import Exchange, exchange_of, kept, write_whole

FOLDER, PARAMETER = "shared", "answer"
SECONDS_A_DAY = 86_400
_TOKEN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Shared:
    """An answer as it was given, and the day of that."""

    exchange: Exchange
    day: str


def keep(store: Path, exchange: Exchange, most: int = 0, days: int = 0) -> str:
    """Keep an answer for whoever has its link, and return the name that the link carries; nobody can guess it.

    Answers shared more than so many days ago, and the oldest beyond so many, are deleted; 0 stands for no bound.

    Raises:
        StoreError: it cannot be written.
    """
    if exchange.answer is None:
        raise StoreError("There is no answer to share yet; ask the question again.")
    token = secrets.token_hex(16)
    shown = replace(exchange, liked=None, note="", suggestions=(), shared="")
    day = exchange.asked or datetime.now(UTC).date().isoformat()
    values = {"day": day, "exchange": kept(shown)}
    write_whole("This answer", values, store / FOLDER / f"{token}.json", store)
    _delete_old(store / FOLDER, most, days)
    return token


def _delete_old(folder: Path, most: int, days: int) -> None:
    """Delete what was shared too long ago or is too much; what cannot be deleted stays until the next time."""
    with suppress(OSError):
        newest = sorted(((each.stat().st_mtime, each) for each in folder.glob("*.json")), reverse=True)
        oldest = time.time() - days * SECONDS_A_DAY if days else float("-inf")
        for place, (when, path) in enumerate(newest):
            if most and place >= most or when < oldest:
                path.unlink(missing_ok=True)


def found(store: Path, token: str) -> Shared | None:
    """Return the answer that a link names, None where there is none."""
    if not _TOKEN.fullmatch(token):
        return None
    try:
        values: dict[str, Any] = json.loads((store / FOLDER / f"{token}.json").read_text(encoding="utf-8"))
        return Shared(exchange_of(values["exchange"]), str(values["day"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def changes(answer: Answer, pipeline: Pipeline) -> list[str]:
    """Return in sentences what has changed since an answer was given, nothing where all is as it was."""
    states: dict[str, list[int]] = {}
    for each in answer.cited:
        states.setdefault(_state(each, pipeline), []).append(each.n)
    sentences = [f"{_numbers(numbers)}: {state}." for state, numbers in states.items() if state]
    if pipeline.index_version != answer.index_version:
        sentences.append("Documents were added, changed or removed since, so asking again may answer otherwise.")
    return sentences


def _state(citation: Citation, pipeline: Pipeline) -> str:
    try:
        document = pipeline.document(citation.doc)
    except DocumentError:
        return "the document is not here any more"
    if citation.sha256 in (None, document.sha256):
        return ""
    again = found_again(citation.text, document.text, citation.start)
    words = "still stand in it" if again else "are not in it any more"
    return f"the document changed; the words {words}"


def _numbers(numbers: Iterable[int]) -> str:
    return row([f"[{each}]" for each in numbers])


def about(shared: Shared) -> str:
    """Return when a shared answer was given and over what, for people."""
    answer = shared.exchange.answer
    version = f", index version {answer.index_version[:12]}" if answer and answer.index_version else ""
    searched = f" over {counted(answer.scope.documents, 'document')}" if answer and answer.scope.documents else ""
    return f"Answered on {readable_date(shared.day)}{searched}{version}."
