"""How quick the app is for one reader: a real Chromium, the app as its own process, all on this machine.

    python -m benchmarks.speed.web QUESTIONS.jsonl --store DIR

Told are, in seconds: the first page of a server that has just started, until it says what the index contains; Enter to
the first words of the answer (p50, p95), a click on a marker to the highlighted words in a document of 200 pages, and
with `--boxes QUESTION`, which has an answer from a PDF, a click to the box that is painted on the page's picture. The
store is copied first. benchmarks/speed/load.py measures many readers at once.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from playwright.async_api import Browser, Page, async_playwright

from benchmarks.speed.serving import FLAGS, Served, chromium, served
from index.storage.store import open_store
from index.sync import sync
from settings import from_environment

LONE = 40
"""Questions of one reader alone."""
BOXES = 20
"""Clicks on a PDF's markers."""
PAGES, PAGE_CHARACTERS = 200, 2_500
FRESH = 10
"""After so many questions a reader begins a new chat."""
SECONDS = 60_000
PAINTED = """() => { const box = document.querySelector(".otr-box#citation"),
  image = document.querySelector(".otr-page-picture img");
  return Boolean(box && image?.complete && image.naturalWidth && box.getBoundingClientRect().height > 2); }"""
"""Whether a page's picture is decoded and the first box lies on it."""
FROM_CLICK = f"""marker => new Promise(done => {{ const painted = {PAINTED}, begun = performance.now();
  const look = () => painted() ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)))
    : requestAnimationFrame(look);
  marker.click(); look(); }})"""
"""Clicks a marker and tells after how many milliseconds the box is painted, as the page itself measures it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a JSON object with all that was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.web", description=__doc__.split("\n")[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--boxes", metavar="QUESTION", help="a question whose answer cites a PDF of the store")
    chosen = parser.parse_args(arguments)
    lines = chosen.questions.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines if line]
    random.Random(7).shuffle(questions)
    with tempfile.TemporaryDirectory() as folder:
        store, long = Path(folder) / "store", Path(folder) / "long.txt"
        shutil.copytree(chosen.store, store)
        long.write_text(_long_document(), encoding="utf-8")
        settings = replace(from_environment(), store=store)
        with open_store(settings) as opened:
            sync([long], opened, settings.passage_tokens)
            passages = opened.catalog.counts()["passages"]
        with served(store, Path(folder) / "log") as running:
            figures = asyncio.run(_measured(running, questions, chosen.boxes))
    print(json.dumps({"passages": passages, **figures}))
    return 0


def _long_document() -> str:
    """Return 200 pages about an invented canal, with one sentence on its lock in the middle."""
    draw = random.Random(3)
    words = "the canal of Vesk is wide and its water runs slowly past mills barges gardens and old brick houses".split()
    pages = []
    for number in range(PAGES):
        sentences = [
            " ".join(draw.choices(words, k=14)).capitalize() + f" in year {draw.randint(1, 999)}."
            for _ in range(PAGE_CHARACTERS // 90)
        ]
        if number == PAGES // 2:
            sentences.append("“The zinnober lock will close for nine weeks,” said Palo Brandt, the engineer.")
        pages.append(" ".join(sentences))
    return "\n\n".join(pages)


async def _measured(running: Served, questions: list[str], boxes: str | None) -> dict[str, dict[str, float]]:
    figures: dict[str, dict[str, float]] = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        started = time.perf_counter()
        page = await _opened(browser, running)
        figures["first_page_of_a_cold_server"] = {"seconds": round(time.perf_counter() - started, 3)}
        figures["first_text"] = _spread([await _ask_again(page, each, at) for at, each in enumerate(questions[:LONE])])
        await _new_chat(page)
        await _ask(page, "What did Palo Brandt say about the zinnober lock?")
        figures["citation_200_pages"] = _spread([await _cited(page) for _ in range(10)])
        if boxes:
            await _new_chat(page)
            await _ask(page, boxes)
            figures["click_to_box"] = _spread([await _boxed(page, number) for number in range(BOXES)])
        await browser.close()
    return figures


async def _opened(browser: Browser, running: Served) -> Page:
    page = await (await browser.new_context()).new_page()
    await page.goto(running.address)
    await page.get_by_text("The index contains", exact=False).wait_for(timeout=SECONDS)
    return page


async def _ask_again(page: Page, question: str, number: int) -> float:
    if number and number % FRESH == 0:
        await _new_chat(page)
    return await _ask(page, question)


async def _new_chat(page: Page) -> None:
    await page.get_by_role("button", name="New chat").click()
    await page.get_by_text("The index contains", exact=False).wait_for(timeout=SECONDS)
    await page.locator(".otr-question").first.wait_for(state="detached", timeout=SECONDS)


async def _ask(page: Page, question: str) -> float:
    """Return the seconds from Enter to the first words of the answer."""
    answers = page.locator(".otr-answer")
    had = await page.locator(".otr-question").count()
    box = page.get_by_test_id("stChatInputTextArea")
    await box.fill(question)
    started = time.perf_counter()
    await box.press("Enter")
    await page.wait_for_function(
        "had => { const all = document.querySelectorAll('[class*=st-key-otr-exchange-]');"
        " return all.length >= had + 1 && all[had].querySelector('.otr-answer, [data-testid=stAlert]'); }",
        arg=had,
        timeout=SECONDS,
    )
    seconds = time.perf_counter() - started
    # The page is drawn once more when the answer is whole; the next question waits for that.
    await page.get_by_text("Copy", exact=True).nth(had).wait_for(timeout=SECONDS)
    assert await answers.count()
    return seconds


async def _cited(page: Page) -> float:
    """Return the seconds from a click on the last answer's last marker to the highlighted words."""
    started = time.perf_counter()
    await page.locator("a.otr-marker").last.click()
    await page.locator("mark#citation").wait_for(timeout=SECONDS)
    seconds = time.perf_counter() - started
    await page.get_by_role("button", name="Close").click()
    await page.locator("mark#citation").wait_for(state="detached", timeout=SECONDS)
    return seconds


async def _boxed(page: Page, number: int) -> float:
    """Return the seconds from a click on a marker to the box on its page; each marker in turn."""
    markers = page.locator(".otr-answer a.otr-marker")
    marker = markers.nth(number % await markers.count())
    seconds = float(await marker.evaluate(FROM_CLICK)) / 1000
    await page.get_by_role("button", name="Close").click()
    await page.locator(".otr-sheet").wait_for(state="detached", timeout=SECONDS)
    return seconds


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    return {f"p{share}": round(float(np.percentile(seconds, share)), 3) for share in (50, 95)}


if __name__ == "__main__":
    sys.exit(main())
