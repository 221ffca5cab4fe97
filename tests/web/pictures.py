"""Makes the README's pictures: the app over the sample document, light and dark, on a screen and on a phone.

python -m tests.web.pictures
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.speed.serving import FLAGS, chromium, served
from tests.conftest import ROOT, SAMPLE, embedded, indexed

QUESTION = "Whom did Lukashenko inform about the drones?"
ANSWER = "Poland, says Aleksandr Lukashenko"
SCREEN, PHONE = {"width": 1440, "height": 850}, {"width": 390, "height": 780}
PATIENCE = 60_000
GAP = 24
STILL = 1_000
"""Milliseconds after which nothing moves any more."""


def main() -> None:
    """Write the pictures into docs/."""
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        settings = indexed(SAMPLE, embedded(Path(folder) / "store"))
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        with served(settings.store, Path(folder) / "log") as running:
            for scheme, name in (("light", "screenshot.png"), ("dark", "screenshot-dark.png")):
                page = _asked(browser, running.address, SCREEN, scheme)  # type: ignore[arg-type]
                _opened(page)
                (ROOT / "docs" / name).write_bytes(_picture(page))
            _on_a_phone(_asked(browser, running.address, PHONE, "dark"), running.address)
        browser.close()


def _asked(browser: Browser, address: str, size: dict[str, int], scheme: Literal["light", "dark"]) -> Page:
    """Return the chat with the answer, which begins with an answer."""
    page = browser.new_context(viewport=size, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    expect(page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible()
    box.fill(QUESTION)
    box.press("Enter")
    expect(page.get_by_text("Answer ready")).to_have_count(1)
    expect(page.locator(".otr-opening")).to_contain_text(ANSWER)
    return page


def _opened(page: Page) -> None:
    page.locator(".otr-card a.otr-marker").first.click()
    expect(page.locator("mark#citation")).to_be_in_viewport()
    page.mouse.move(0, 0)


def _on_a_phone(page: Page, address: str) -> None:
    """Write four pages of a phone beside each other."""
    pictures = [_picture(page)]
    _opened(page)
    pictures.append(_picture(page))
    for path, words in (("explore", "Who speaks"), ("settings", "What leaves this machine")):
        page.goto(f"{address}/{path}")
        expect(page.get_by_role("heading", name=words)).to_be_visible()
        pictures.append(_picture(page))
    shown = [Image.open(io.BytesIO(each)) for each in pictures]
    width, height = PHONE["width"], PHONE["height"]
    row = Image.new("RGB", (width * len(shown) + GAP * (len(shown) - 1), height), "white")
    for number, each in enumerate(shown):
        row.paste(each, (number * (width + GAP), 0))
    row.save(ROOT / "docs" / "phone.png", optimize=True)


def _picture(page: Page) -> bytes:
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
    page.wait_for_timeout(STILL)
    return page.screenshot()


if __name__ == "__main__":
    main()
