"""How quick the app is for people: real Chromium, real websockets, the app as its own process on this machine.

    python -m benchmarks.web CORPUS.jsonl QUESTIONS.jsonl [--users 10] [--asked 500] [--store DIR]

CORPUS is indexed unless DIR holds it. Told are, in seconds: Enter to the first words of the answer, one reader and
several at once (p50, p95); a click on a marker to the highlighted words, in the corpus and in a document of 200 pages;
and the server's memory before and after so many questions.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from playwright.async_api import Browser, Page, async_playwright

from benchmarks.serving import FLAGS, Served, chromium, served
from index.store import open_store
from index.sync import sync
from settings import from_environment

LONE = 40
"""Questions of one reader alone."""
PAGES, PAGE_CHARACTERS = 200, 2_500
FRESH = 10
"""After so many questions a reader begins a new chat."""
SECONDS = 60_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a JSON object with all that was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--asked", type=int, default=500)
    parser.add_argument("--store", type=Path)
    chosen = parser.parse_args(arguments)
    lines = chosen.questions.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines if line]
    random.Random(7).shuffle(questions)
    with tempfile.TemporaryDirectory() as folder:
        store = chosen.store or Path(folder) / "store"
        long = Path(folder) / "long.txt"
        long.write_text(_long_document(), encoding="utf-8")
        settings = replace(from_environment(), store=store)
        with open_store(settings) as opened:
            sync([chosen.corpus] if chosen.corpus.exists() else [], opened, settings.passage_tokens)
            sync([long], opened, settings.passage_tokens)
            passages = opened.catalog.counts()["passages"]
        with served(store, Path(folder) / "log") as running:
            told = asyncio.run(_measured(running, questions, chosen.users, chosen.asked))
    print(json.dumps({"passages": passages, **told}))
    return 0


def _long_document() -> str:
    """Return 200 pages about an invented canal, with one sentence on its lock in the middle."""
    made = random.Random(3)
    words = "the canal of Vesk is wide and its water runs slowly past mills barges gardens and old brick houses".split()
    pages = []
    for number in range(PAGES):
        sentences = [
            " ".join(made.choices(words, k=14)).capitalize() + f" in year {made.randint(1, 999)}."
            for _ in range(PAGE_CHARACTERS // 90)
        ]
        if number == PAGES // 2:
            sentences.append("“The zinnober lock will close for nine weeks,” said Palo Brandt, the engineer.")
        pages.append(" ".join(sentences))
    return "\n\n".join(pages)


async def _measured(running: Served, questions: list[str], users: int, asked: int) -> dict[str, object]:
    told: dict[str, object] = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = await _opened(browser, running)
        await _ask(page, questions[0])
        alone = [await _ask_anew(page, each, at) for at, each in enumerate(questions[:LONE])]
        told["first_text"] = _spread(alone)
        told["citation"] = _spread([await _cited(page) for _ in range(5)])
        await _new_chat(page)
        await _ask(page, "What did Palo Brandt say about the zinnober lock?")
        told["citation_200_pages"] = _spread([await _cited(page) for _ in range(5)])
        before = _memory(running)
        readers = [await _opened(browser, running) for _ in range(users)]
        each_asks = max(1, asked // users)
        started, used = time.perf_counter(), _processor_seconds(running)
        times = await asyncio.gather(*(_reads(reader, questions, at, each_asks) for at, reader in enumerate(readers)))
        told["users"] = users
        told["first_text_together"] = _spread([second for one in times for second in one])
        told["questions"] = users * each_asks
        told["seconds"] = round(time.perf_counter() - started, 1)
        told["server_processor_seconds"] = round(_processor_seconds(running) - used, 1)
        told["errors"] = sum([await reader.get_by_test_id("stAlert").count() for reader in readers])
        told["memory_mb"] = {"before": before, "after": _memory(running)}
        await browser.close()
    return told


async def _opened(browser: Browser, running: Served) -> Page:
    page = await (await browser.new_context()).new_page()
    await page.goto(running.address)
    await page.get_by_text("The index holds", exact=False).wait_for(timeout=SECONDS)
    return page


async def _reads(page: Page, questions: list[str], at: int, count: int) -> list[float]:
    chosen = random.Random(at).choices(questions, k=count)
    return [await _ask_anew(page, each, number) for number, each in enumerate(chosen)]


async def _ask_anew(page: Page, question: str, number: int) -> float:
    if number and number % FRESH == 0:
        await _new_chat(page)
    return await _ask(page, question)


async def _new_chat(page: Page) -> None:
    await page.get_by_role("button", name="New chat").click()
    await page.get_by_text("The index holds", exact=False).wait_for(timeout=SECONDS)


async def _ask(page: Page, question: str) -> float:
    """Return the seconds from Enter to the first words of the answer."""
    answers = page.locator('[data-testid="stChatMessage"] .otr')
    had = await page.get_by_test_id("stChatMessage").count()
    box = page.get_by_test_id("stChatInputTextArea")
    await box.fill(question)
    started = time.perf_counter()
    await box.press("Enter")
    await page.wait_for_function(
        "had => { const all = document.querySelectorAll('[data-testid=stChatMessage]');"
        " return all.length >= had + 2 && all[had + 1].querySelector('.otr, [data-testid=stAlert]'); }",
        arg=had,
        timeout=SECONDS,
    )
    seconds = time.perf_counter() - started
    # The page is drawn once more when the answer is whole; the next question waits for that.
    await page.get_by_text("Copy", exact=True).nth(had // 2).wait_for(timeout=SECONDS)
    assert await answers.count()
    return seconds


async def _cited(page: Page) -> float:
    """Return the seconds from a click on the last answer's first marker to the highlighted words."""
    started = time.perf_counter()
    await page.locator("a.otr-marker").last.click()
    await page.locator("mark#citation").wait_for(timeout=SECONDS)
    seconds = time.perf_counter() - started
    await page.get_by_role("button", name="Close").click()
    await page.locator("mark#citation").wait_for(state="detached", timeout=SECONDS)
    return seconds


def _memory(running: Served) -> int:
    """Return the server's resident memory in megabytes (Linux)."""
    pages = int(Path(f"/proc/{running.process}/statm").read_text().split()[1])
    return pages * 4096 // 1_000_000


def _processor_seconds(running: Served) -> float:
    """Return what the server has used of the processors, in seconds (Linux); the rest of them is the browsers'."""
    fields = Path(f"/proc/{running.process}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    return {f"p{share}": round(float(np.percentile(seconds, share)), 3) for share in (50, 95)}


if __name__ == "__main__":
    sys.exit(main())
