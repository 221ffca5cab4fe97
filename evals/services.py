"""Another system in place of ours: a service in the form of OpenAI's chat completions, asked the same questions.

What it says is scored by the same metrics. Words that it puts in quotation marks are looked for in the documents: those
that stand there are its citations, the others are citations of nothing. A service of this program sends its answer
object beside the text, which is taken as it is.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from errors import SettingError
from evals.gold import Gold, Texts, places_of
from evals.run import Ask

SECONDS = 120.0
QUOTED_WORDS = 3
"""Fewer words in quotation marks are a term or a title, not a quotation."""
_QUOTED = re.compile(r"“([^“”]{8,1500})”|\"([^\"\n]{8,1500})\"|«([^«»]{8,1500})»")
_REFUSES = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|could|can) ?(?:not|n['’]t)|cannot|no|unable to|insufficient)\b.{0,60}?"
    r"\b(?:contain|mention|mentioned|say|state|stated|provide|provided|answer|find|found|know|information|specify|"
    r"specified|available|determine|evidence)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNING = 200
"""A refusal stands in so many first characters; later ones are of a part of the question."""


@dataclass(frozen=True)
class Service:
    """Where a service is, and the name by which its model is asked for."""

    address: str
    """Up to and with `/v1`."""
    model: str = "default"
    key: str = field(default="", repr=False)
    """What is sent as its bearer token; nothing where it is empty."""

    def __post_init__(self) -> None:
        if not re.match(r"https?://[^/\s]+", self.address):
            raise SettingError(
                f"'{self.address}' is not the address of a service; write it like http://127.0.0.1:8502/v1."
            )


def asking(service: Service, document_ids: Sequence[str], texts: Texts) -> Ask:
    """Return what asks a service a gold question; a service that fails raises, which is a result of that question."""
    headers = {"Authorization": f"Bearer {service.key}"} if service.key else {}
    address = f"{service.address.rstrip('/')}/chat/completions"

    def ask(gold: Gold) -> Mapping[str, Any]:
        messages = [{"role": "user", "content": each} for each in (*gold.history, gold.question)]
        started = time.perf_counter()
        asked = {"model": service.model, "messages": messages}
        reply = httpx.post(address, json=asked, headers=headers, timeout=SECONDS)
        reply.raise_for_status()
        elapsed = (time.perf_counter() - started) * 1000
        whole = reply.json()
        if isinstance(own := whole.get("answer"), dict) and "status" in own:
            return {**own, "elapsed_ms": elapsed}
        return answer_of(str(whole["choices"][0]["message"].get("content") or ""), document_ids, texts, elapsed)

    return ask


def answer_of(text: str, document_ids: Sequence[str], texts: Texts, elapsed_ms: float) -> dict[str, Any]:
    """Return the answer object of what a service wrote: refused or not, with what it quotes as its citations."""
    citations = [_citation(at, words, document_ids, texts) for at, words in enumerate(quotations(text), 1)]
    refused = not text.strip() or (not citations and bool(_REFUSES.search(text[:_BEGINNING])))
    return {
        "answer": text,
        "status": "not_found" if refused else "answered",
        "kind": None,
        "citations": [] if refused else [each for each in citations if each],
        "passages": [],
        "probability": 0.0 if refused else 1.0,
        "elapsed_ms": elapsed_ms,
    }


def quotations(text: str) -> Iterator[str]:
    """Yield what stands in quotation marks, of three words and more, without the comma that writers put inside."""
    for match in _QUOTED.finditer(text):
        words = next(each for each in match.groups() if each).strip().rstrip(",")
        if len(words.split()) >= QUOTED_WORDS:
            yield words


def _citation(number: int, words: str, document_ids: Sequence[str], texts: Texts) -> dict[str, Any] | None:
    """Return a quotation as a citation of the first document that has it, None where none does."""
    for document_id in document_ids:
        for start, end in places_of(words, texts(document_id) or "")[:1]:
            text = (texts(document_id) or "")[start:end]
            place = {"doc": document_id, "start": start, "end": end}
            return {"n": number, **place, "text": text, "speaker": None, "said_on": None, "check": "verified"}
    return None
