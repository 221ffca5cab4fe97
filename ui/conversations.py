"""Conversations on disk: one JSON file each, in a folder of their visitor's within the store.

What is read back is shown as it was answered; the documents may have changed since, which a citation's page says.
"""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from errors import StoreError
from rag.records import Answer, AnswerPart, Candidate, Citation, Material, Scope, Segment, Turn

FOLDER = "conversations"
GOLD = "gold-from-chat.jsonl"
TITLE_CHARACTERS = 90
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass
class Exchange:
    """One question with what it was answered, or the message of why it was not."""

    question: str
    answer: Answer | None = None
    error: str | None = None
    without: tuple[str, ...] = ()
    """Filters that the reader took off."""
    liked: bool | None = None
    note: str = ""
    suggestions: tuple[str, ...] | None = None
    """Further questions that have an answer; None until they were looked for."""
    asked: str = ""
    """The day on which it was answered (YYYY-MM-DD); empty in what was kept before days were."""
    shared: str = ""
    """The name under which the answer is shared, empty where it is not."""


@dataclass
class Conversation:
    """Questions and answers in order; `id` is random and names the file."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    title: str = ""
    changed: str = ""
    exchanges: list[Exchange] = field(default_factory=list)

    def turn(self, number: int) -> Turn:
        """Return the turn of an exchange, with the questions before it as its history."""
        asked = self.exchanges[number]
        return Turn(asked.question, tuple(each.question for each in self.exchanges[:number]), without=asked.without)

    def contains(self, sought: str) -> bool:
        """Return whether each of the sought words stands in the title, a question or an answer."""
        texts = [f"{each.question} {each.answer.answer if each.answer else ''}" for each in self.exchanges]
        text = " ".join([self.title, *texts]).lower()
        return all(word in text for word in sought.lower().split())

    def answers(self) -> list[Answer]:
        """Return the answers that there are, in order."""
        return [each.answer for each in self.exchanges if each.answer]


@dataclass(frozen=True)
class Shelf:
    """One visitor's conversations in a store."""

    store: Path
    owner: str

    @property
    def _folder(self) -> Path:
        return self.store / FOLDER / self.owner

    def listed(self, sought: str = "") -> list[Conversation]:
        """Return the conversations that hold the sought words in a title, question or answer, the newest first."""
        files = self._folder.glob("*.json") if self._folder.is_dir() else ()
        conversations = [found for file in files if (found := self.load(file.stem))]
        return sorted(
            (each for each in conversations if each.contains(sought)), key=lambda each: each.changed, reverse=True
        )

    def load(self, key: str) -> Conversation | None:
        """Return a conversation of this visitor's, or None where there is none that can be read."""
        if not _ID.fullmatch(key):
            return None
        try:
            values = json.loads((self._folder / f"{key}.json").read_text(encoding="utf-8"))
            exchanges = [exchange_of(each) for each in values["exchanges"]]
            return Conversation(id=key, title=str(values["title"]), changed=str(values["changed"]), exchanges=exchanges)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, conversation: Conversation) -> None:
        """Write a conversation; one without a title takes its first question's words.

        Raises:
            StoreError: it cannot be written; what was kept of it before stays.
        """
        if not conversation.exchanges:
            return
        conversation.title = conversation.title or _titled(conversation.exchanges[0].question)
        conversation.changed = self._now()
        path = self._folder / f"{conversation.id}.json"
        values = {
            "title": conversation.title,
            "changed": conversation.changed,
            "exchanges": [kept(each) for each in conversation.exchanges],
        }
        write_whole("This conversation", values, path, self.store)

    def _now(self) -> str:
        """Return the time, or one after the newest conversation's where the clock was set back: it gives the order."""
        now, latest = datetime.now(UTC), max((each.changed for each in self.listed()), default="")
        with suppress(ValueError):
            now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
        return now.isoformat(timespec="microseconds")

    def delete(self, key: str) -> None:
        """Remove a conversation of this visitor's; raises StoreError where it cannot be removed."""
        if _ID.fullmatch(key):
            try:
                (self._folder / f"{key}.json").unlink(missing_ok=True)
            except OSError as error:
                raise StoreError(
                    f"It cannot be removed from {self.store} ({error.strerror}); allow writing there."
                ) from None


def keep_as_gold(store: Path, conversation: Conversation, number: int, right: str) -> None:
    """Add a question to the store's file of gold questions: the right words, or none where nothing answers it.

    Raises:
        StoreError: it cannot be written; the file is as before.
    """
    asked = conversation.exchanges[number]
    record = {
        "qid": f"{conversation.id}-{number}",
        "question": asked.question,
        "history": [each.question for each in conversation.exchanges[:number]],
        "answers": [right] if right else [],
        "answerable": bool(right),
        "type": "from_chat",
    }
    try:
        _add(json.dumps(record, ensure_ascii=False).encode() + b"\n", store / GOLD)
    except OSError as error:
        raise _not_kept("This question", store, error) from None


def _add(line: bytes, path: Path) -> None:
    """Add a line to a file, whole or not at all: the next one would be added to a part of it."""
    with path.open("ab", buffering=0) as file:
        before = file.tell()
        try:
            if file.write(line) < len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError:
            file.truncate(before)
            raise


def write_whole(what: str, values: Mapping[str, Any], path: Path, store: Path) -> None:
    """Write a JSON file of the store whole or not at all, so that what was kept before stays.

    Raises:
        StoreError: it cannot be written.
    """
    half = path.with_suffix(f".{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        os.replace(half, path)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise _not_kept(what, store, error) from None


def _not_kept(what: str, store: Path, error: OSError) -> StoreError:
    return StoreError(f"{what} could not be saved in {store} ({error.strerror}); free some space or allow writing.")


def kept(exchange: Exchange) -> dict[str, Any]:
    """Return an exchange as what JSON can hold."""
    values = {**asdict(exchange), "answer": None}
    if answer := exchange.answer:
        scope = {**asdict(replace(answer.scope, filters={})), "filters": dict(answer.scope.filters)}
        values["answer"] = {
            **asdict(replace(answer, scope=Scope(documents=0, statements=0, first=None, last=None))),
            "scope": scope,
        }
    return values


def exchange_of(values: Mapping[str, Any]) -> Exchange:
    """Return an exchange from what `kept` gave; raises what values of another form raise."""
    answer = _answer(values["answer"]) if values["answer"] else None
    suggestions = values.get("suggestions")
    read = {"without": tuple(values["without"]), "suggestions": None if suggestions is None else tuple(suggestions)}
    return Exchange(**{**values, "answer": answer, **read})


def _answer(values: Mapping[str, Any]) -> Answer:
    parts = {
        "segments": tuple(_segment(each) for each in values["segments"]),
        "citations": tuple(_citation(each) for each in values["citations"]),
        "nearest": tuple(_citation(each) for each in values["nearest"]),
        "passages": tuple(_candidate(each) for each in values["passages"]),
        "scope": Scope(**values["scope"]),
        "difference": tuple((what, asked, found) for what, asked, found in values["difference"]),
        "material": Material(**values["material"]) if values["material"] else None,
        "parts": tuple(
            AnswerPart(**{**each, "citations": tuple(each["citations"])}) for each in values.get("parts", ())
        ),
    }
    return Answer(**{**values, **parts})


def _citation(values: Mapping[str, Any]) -> Citation:
    return Citation(**{**values, "candidates": tuple(values.get("candidates", ()))})


def _candidate(values: Mapping[str, Any]) -> Candidate:
    return Candidate(**{**values, "also": tuple((document, start, end) for document, start, end in values["also"])})


def _segment(values: Mapping[str, Any]) -> Segment:
    citation = _citation(values["citation"]) if values["citation"] else None
    marked = (values["marked"][0], values["marked"][1]) if values["marked"] else None
    return Segment(values["text"], citation, marked)


def _titled(question: str) -> str:
    """Return a question as the title of its conversation: where it is too long, up to the end of a word.

    A long word at the end is cut itself: without it many titles would be the same.
    """
    if len(question) <= TITLE_CHARACTERS:
        return question
    kept = question[:TITLE_CHARACTERS]
    words = kept.rsplit(maxsplit=1)[0]
    return f"{words} …" if len(words) > TITLE_CHARACTERS // 2 else f"{kept}…"
