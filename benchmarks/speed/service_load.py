"""Clients who ask the service at once, each one question after another, at first alone and then beside a slow client.

    python -m benchmarks.speed.service_load STORE QUESTIONS.jsonl [--clients 50] [--seconds 600]

It starts `python -m rag serve` over the store, without a limit of questions, and stops it. A line of JSON for each half
of the time has the answers a second, the seconds of an answer (p50, p95, the longest), errors by kind and the server's
memory in megabytes at its start and end; the last says by how much the slow client raised p95. That one sends requests
byte by byte and reads what it asked for as slowly.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from settings import PREFIX, ROOT

WARM_SECONDS = 5.0
SECONDS_TO_ANSWER = 120.0
SLOW_CONNECTIONS, SLOW_PAUSE = 20, 0.5
"""The slow client has so many connections, on each of which it sends or reads a few bytes and waits so long."""


@dataclass
class Half:
    """What the clients saw in half of the time."""

    seconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    memory: list[int] = field(default_factory=list)
    lasted: float = 0.0

    def told(self, **more: object) -> dict[str, object]:
        """Return the figures of this half."""
        shares = {f"p{share}": round(float(np.percentile(self.seconds or [0.0], share)), 3) for share in (50, 95, 100)}
        answers = len(self.seconds)
        per_second = round(answers / max(self.lasted, 0.001), 2)
        return {
            **more,
            "answers": answers,
            "a_second": per_second,
            **shares,
            "errors": dict(self.errors),
            "memory_mb": self.memory,
        }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both halves and what the slow client cost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.service_load", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path, help="the folder of a stored index")
    parser.add_argument("questions", type=Path, help="a file of questions as evals reads it")
    parser.add_argument("--clients", type=int, default=50, help="how many ask at once")
    parser.add_argument("--seconds", type=float, default=600.0, help="how long both halves take together")
    chosen = parser.parse_args(arguments)
    questions = [json.loads(line) for line in chosen.questions.read_text(encoding="utf-8").splitlines() if line]
    bodies = [{"question": each["question"]} for each in questions]
    with service(chosen.store) as (address, process):
        asyncio.run(_asked(address, bodies, 2, WARM_SECONDS, process))
        alone = asyncio.run(_asked(address, bodies, chosen.clients, chosen.seconds / 2, process))
        print(json.dumps(alone.told(clients=chosen.clients, slow=0)), flush=True)
        beside = asyncio.run(_asked(address, bodies, chosen.clients, chosen.seconds / 2, process, slow=True))
        print(json.dumps(beside.told(clients=chosen.clients, slow=1)), flush=True)
    raised = float(np.percentile(beside.seconds, 95) / np.percentile(alone.seconds, 95)) - 1
    print(json.dumps({"p95_raised_by": round(raised, 3)}))
    return 0


@contextmanager
def service(store: Path) -> Iterator[tuple[str, int]]:
    """Give the address and the process of a service over a store, which is stopped afterwards."""
    environment = {**os.environ, f"{PREFIX}STORE": str(store), f"{PREFIX}QUESTIONS_PER_MINUTE": "0"}
    command = [sys.executable, "-m", "rag", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            said = server.stderr.readline()
            address = re.search(r"http://\S+?:\d+", said)
            if address is None:
                raise SystemExit(said + server.stderr.read())
            yield address[0], server.pid
        finally:
            server.terminate()


async def _asked(
    address: str, bodies: Sequence[dict[str, Any]], clients: int, seconds: float, process: int, slow: bool = False
) -> Half:
    """Return what so many clients saw in so many seconds."""
    half, started = Half(), time.perf_counter()
    until = started + seconds
    half.memory.append(_memory(process))
    slowly = [asyncio.create_task(_slow(address, number, until)) for number in range(SLOW_CONNECTIONS if slow else 0)]
    await asyncio.gather(*(_client(address, bodies, number, until, half) for number in range(clients)))
    half.lasted = time.perf_counter() - started
    half.memory.append(_memory(process))
    await asyncio.gather(*slowly, return_exceptions=True)
    return half


async def _client(address: str, bodies: Sequence[dict[str, Any]], number: int, until: float, half: Half) -> None:
    random_ = random.Random(number)
    async with httpx.AsyncClient(base_url=address, timeout=SECONDS_TO_ANSWER) as client:
        while time.perf_counter() < until:
            begun = time.perf_counter()
            try:
                response = await client.post("/v1/ask", json=random_.choice(bodies))
            except httpx.HTTPError as error:
                half.errors[type(error).__name__] += 1
                continue
            if response.status_code == 200 and response.json()["status"] in ("answered", "not_found"):
                half.seconds.append(time.perf_counter() - begun)
            else:
                half.errors[str(response.status_code)] += 1


async def _slow(address: str, number: int, until: float) -> None:
    """Ask again and again, half of the connections sending and half of them reading a few bytes at a time."""
    host, port = address.removeprefix("http://").split(":")
    body = b'{"question": "What was said about the harbour?", "stream": true}'
    head = (
        f"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    )
    sent = head.encode() + b"Connection: close\r\n\r\n" + body
    while time.perf_counter() < until:
        reader, writer = await asyncio.open_connection(host, int(port), limit=64)
        with contextlib.suppress(OSError):
            step = 8 if number % 2 else len(sent)
            for at in range(0, len(sent), step):
                writer.write(sent[at : at + step])
                await writer.drain()
                await asyncio.sleep(SLOW_PAUSE if number % 2 else 0)
            while time.perf_counter() < until and await reader.read(64):
                await asyncio.sleep(SLOW_PAUSE)
        writer.close()


def _memory(process: int) -> int:
    """Return a process's resident memory in megabytes (Linux)."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096 // 1_000_000


if __name__ == "__main__":
    sys.exit(main())
