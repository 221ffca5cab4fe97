"""Readers who ask the served app at once, over its websocket as a browser does, without a browser's own cost.

    python -m benchmarks.speed.load QUESTIONS.jsonl --store DIR [--readers 10] [--asked 500]

Each reader asks one question after another, all of them at once, and begins again after ten. Printed are the seconds
from a question to its answer's first words (p50, p95), the errors, and the server's memory before, half-way and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.speed.serving import Served, served

FRESH = 10
SECONDS = 60.0
ANSWERED = ('class="quoted"', 'class="otr-waiting"')
"""What an answer's first words are drawn with, and what stands there before."""


class Reader:
    """One browser session: asks, and waits until the page is drawn."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._chat_input = ""
        self.errors = 0

    async def open(self) -> None:
        """Draw the empty chat."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        await self._socket.send(message.SerializeToString())
        await self._drawn()

    async def ask(self, question: str) -> float:
        """Return the seconds from sending the question to the answer's first words."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._chat_input
        state.chat_input_value.data = question
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        first = await self._drawn()
        return (first or time.perf_counter()) - started

    async def _drawn(self) -> float | None:
        """Read until the page stands still; return when the first words of a new answer came."""
        first: float | None = None
        waiting = False
        while True:
            received = await asyncio.wait_for(self._socket.recv(), SECONDS)
            message = ForwardMsg()
            message.ParseFromString(received if isinstance(received, bytes) else received.encode())
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                drawn = element.WhichOneof("type")
                if drawn == "chat_input":
                    self._chat_input = element.chat_input.id
                if drawn in ("exception", "alert"):
                    self.errors += 1
                body = element.html.body if drawn == "html" else ""
                waiting = waiting or ANSWERED[1] in body
                if waiting and first is None and 'class="otr"' in body:
                    first = time.perf_counter()
            if kind == "script_finished" and message.script_finished in (
                ForwardMsg.FINISHED_SUCCESSFULLY,
                ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
            ):
                return first


async def readers_ask(running: Served, questions: Sequence[str], readers: int, asked: int) -> dict[str, object]:
    """Return what so many readers saw who asked so many questions in all."""
    url = running.address.replace("http", "ws") + "/_stcore/stream"
    each_asks = max(1, asked // readers)
    times: list[float] = []
    errors = 0
    memory = [_memory(running)]

    async def reads(number: int) -> None:
        nonlocal errors
        chosen = random.Random(number).choices(questions, k=each_asks)
        for start in range(0, each_asks, FRESH):
            async with connect(url, subprotocols=["streamlit"], origin=running.address, max_size=None) as socket:  # type: ignore[arg-type,list-item]
                reader = Reader(socket)
                await reader.open()
                for question in chosen[start : start + FRESH]:
                    times.append(await reader.ask(question))
                    if len(times) == asked // 2:
                        memory.append(_memory(running))
                errors += reader.errors

    started = time.perf_counter()
    await asyncio.gather(*map(reads, range(readers)))
    memory.append(_memory(running))
    return {
        "readers": readers,
        "questions": len(times),
        "seconds": round(time.perf_counter() - started, 1),
        "errors": errors,
        "first_text": {f"p{share}": round(float(np.percentile(times, share)), 3) for share in (50, 95, 100)},
        "memory_mb": memory,
    }


def _memory(running: Served) -> int:
    """Return the server's resident memory in megabytes (Linux)."""
    return int(Path(f"/proc/{running.process}/statm").read_text().split()[1]) * 4096 // 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a JSON object with all that was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.load", description=__doc__.split("\n")[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--asked", type=int, default=500)
    chosen = parser.parse_args(arguments)
    lines = chosen.questions.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines if line]
    with tempfile.TemporaryDirectory() as folder, served(chosen.store, Path(folder) / "log") as running:
        asyncio.run(readers_ask(running, questions, 1, 10))
        print(json.dumps(asyncio.run(readers_ask(running, questions, chosen.readers, chosen.asked))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
