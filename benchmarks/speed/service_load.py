"""Clients who ask the service at once, each one question after another, in turn alone and beside a slow client.

    python -m benchmarks.speed.service_load STORE QUESTIONS.jsonl [--clients 50] [--seconds 600] [--turn 60]

It starts `python -m rag serve` over the store, without a limit of questions, and stops it. A line of JSON for the turns
alone and one for those beside have the answers a second, the seconds of an answer (p50, p95, the longest), errors by
kind, and the server's memory in megabytes at the start and at the end of each turn; the last says by how much the slow
client raised p95, over all turns and in each pair of them. That one sends requests a few bytes at a time and reads what
it asked for as slowly.
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
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from settings import PREFIX, ROOT

WARM_SECONDS = 5.0
SECONDS_TO_ANSWER = 120.0
ASKED = ("question", "question_date")
"""What of a question's record is asked."""
SLOW_CONNECTIONS, SLOW_PAUSE = 20, 0.5
"""The slow client has so many connections, on each of which it sends or reads a few bytes and waits so long."""


@dataclass
class Turn:
    """What the clients saw in one turn, or in several."""

    seconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    memory: list[int] = field(default_factory=list)
    lasted: float = 0.0

    @classmethod
    def of(cls, turns: Iterable[Turn]) -> Turn:
        """Return several turns as one."""
        whole = cls()
        for each in turns:
            whole.seconds += each.seconds
            whole.errors += each.errors
            whole.memory += each.memory
            whole.lasted += each.lasted
        return whole

    @property
    def p95(self) -> float:
        """The seconds within which 95 of 100 answers came."""
        return self.percentile(95)

    def percentile(self, share: int) -> float:
        """Return the seconds within which so many of 100 answers came."""
        return round(float(np.percentile(self.seconds or [0.0], share)), 3)

    def told(self, **more: object) -> dict[str, object]:
        """Return the figures."""
        answers = len(self.seconds)
        return {
            **more,
            "answers": answers,
            "a_second": round(answers / max(self.lasted, 0.001), 2),
            **{f"p{share}": self.percentile(share) for share in (50, 95, 100)},
            "errors": dict(self.errors),
            "memory_mb": self.memory,
        }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both kinds of turns and what the slow client cost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.service_load", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path, help="the folder of a stored index")
    parser.add_argument("questions", type=Path, help="a file of questions as evals reads it")
    parser.add_argument("--clients", type=int, default=50, help="how many ask at once")
    parser.add_argument("--seconds", type=float, default=600.0, help="how long all turns take together")
    parser.add_argument("--turn", type=float, default=60.0, help="how long the clients are alone, or beside, at a time")
    chosen = parser.parse_args(arguments)
    questions = [json.loads(line) for line in chosen.questions.read_text(encoding="utf-8").splitlines() if line]
    bodies = [{name: each[name] for name in ASKED if name in each} for each in questions]
    pairs: list[tuple[Turn, Turn]] = []
    with service(chosen.store) as (address, process):
        asyncio.run(_asked(address, bodies, 2, WARM_SECONDS, process))
        for _ in range(max(1, round(chosen.seconds / chosen.turn / 2))):
            alone, beside = (
                asyncio.run(_asked(address, bodies, chosen.clients, chosen.turn, process, slow))
                for slow in (False, True)
            )
            pairs.append((alone, beside))
            print(json.dumps(alone.told()), json.dumps(beside.told()), file=sys.stderr, flush=True)
    alone, beside = (Turn.of(each) for each in zip(*pairs, strict=True))
    print(json.dumps(alone.told(clients=chosen.clients, slow=0)))
    print(json.dumps(beside.told(clients=chosen.clients, slow=1)))
    raised = [round(after.p95 / max(before.p95, 0.001) - 1, 3) for before, after in [(alone, beside), *pairs]]
    print(json.dumps({"p95_raised_by": raised[0], "in_each_pair": raised[1:]}))
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
) -> Turn:
    """Return what so many clients saw in so many seconds."""
    turn, started = Turn(), time.perf_counter()
    until = started + seconds
    turn.memory.append(_memory(process))
    slowly = [asyncio.create_task(_slow(address, number, until)) for number in range(SLOW_CONNECTIONS if slow else 0)]
    await asyncio.gather(*(_client(address, bodies, number, until, turn) for number in range(clients)))
    turn.lasted = time.perf_counter() - started
    turn.memory.append(_memory(process))
    await asyncio.gather(*slowly, return_exceptions=True)
    return turn


async def _client(address: str, bodies: Sequence[dict[str, Any]], number: int, until: float, turn: Turn) -> None:
    random_ = random.Random(number)
    async with httpx.AsyncClient(base_url=address, timeout=SECONDS_TO_ANSWER) as client:
        while time.perf_counter() < until:
            begun = time.perf_counter()
            try:
                response = await client.post("/v1/ask", json=random_.choice(bodies))
            except httpx.HTTPError as error:
                turn.errors[type(error).__name__] += 1
                continue
            if response.status_code == 200 and response.json()["status"] in ("answered", "not_found"):
                turn.seconds.append(time.perf_counter() - begun)
            else:
                turn.errors[str(response.status_code)] += 1


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
