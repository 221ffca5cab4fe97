"""What a chat model was asked and what it replied, kept on this machine by LangChain's callbacks, a JSON object a call.

ON_THE_RECORD_TRACE=trace.jsonl make run
python -m rag.trace trace.jsonl [--last N]
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import BaseMessage
from langchain_core.outputs import LLMResult

from errors import SettingError
from index.terminal import say
from index.text.tokens import count


class Trace(BaseCallbackHandler):
    """Adds a line to a file for each call: when, which model, prompt, reply, tokens, seconds, and the error if any."""

    def __init__(self, path: Path, model: str) -> None:
        self._path = path
        self._model = model
        self._begun: dict[UUID, tuple[float, list[dict[str, str]]]] = {}
        self._writing = threading.Lock()

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **_: Any
    ) -> None:
        """Keep the prompt until the call is done."""
        prompt = [{"role": each.type, "content": str(each.content)} for batch in messages for each in batch]
        self._begun[run_id] = (time.monotonic(), prompt)

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **_: Any) -> None:
        """Add the call with its reply."""
        self._add(run_id, _replied(response), None)

    def on_llm_error(self, error: BaseException, *, run_id: UUID, **named: Any) -> None:
        """Add the call with its error and what had come before it; a reader who leaves ends a call so too."""
        response = named.get("response")
        stopped = isinstance(error, GeneratorExit)
        reason = "stopped by the reader" if stopped else f"{type(error).__name__}: {error}"
        self._add(run_id, _replied(response) if isinstance(response, LLMResult) else "", reason)

    def _add(self, run_id: UUID, reply: str, error: str | None) -> None:
        started, prompt = self._begun.pop(run_id, (time.monotonic(), []))
        record = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "model": self._model,
            "seconds": round(time.monotonic() - started, 3),
            "tokens": {"prompt": sum(count(each["content"]) for each in prompt), "reply": count(reply)},
            "prompt": prompt,
            "reply": reply,
            "error": error,
        }
        with self._writing, self._path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def _replied(response: LLMResult) -> str:
    return "".join(each.text for batch in response.generations for each in batch)


def open_trace(path: str, model: str) -> Trace | None:
    """Return what keeps a trace in the file of a setting, None where none is set.

    Raises:
        SettingError: the file cannot be written.
    """
    if not path:
        return None
    try:
        with Path(path).expanduser().open("a", encoding="utf-8"):
            return Trace(Path(path).expanduser(), model)
    except OSError as error:
        raise SettingError(f"The trace {path} cannot be written ({error.strerror}); name another file.") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the calls of a trace for people; return 0, or 1 where it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m rag.trace", description="Show what a chat model was asked.")
    parser.add_argument("trace", type=Path, metavar="FILE", help="the file that ON_THE_RECORD_TRACE names")
    parser.add_argument("--last", type=int, metavar="N", help="only the last N calls")
    chosen = parser.parse_args(arguments)
    try:
        calls = [json.loads(line) for line in chosen.trace.read_text(encoding="utf-8").splitlines() if line]
    except (OSError, ValueError) as error:
        say(f"The trace {chosen.trace} cannot be read ({type(error).__name__}); name another file.", sys.stderr)
        return 1
    for each in calls[-chosen.last :] if chosen.last else calls:
        say(readable(each))
    return 0


def readable(call: dict[str, Any]) -> str:
    """Return one call for a terminal."""
    tokens = call["tokens"]
    head = f"{call['at']}  {call['model']}  {call['seconds']} s  {tokens['prompt']} tokens in, {tokens['reply']} out"
    prompt = [f"[{each['role']}]\n{each['content']}" for each in call["prompt"]]
    failed = [f"[error]\n{call['error']}"] if call["error"] else []
    return "\n".join([head, *prompt, f"[reply]\n{call['reply']}", *failed, ""])


if __name__ == "__main__":
    sys.exit(main())
