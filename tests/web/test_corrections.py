"""A document is corrected on its page, in a real Chromium, and the next answer knows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.speed.serving import Served, served
from tests.conftest import embedded, indexed
from tests.web.conftest import Opens
from tests.web.test_accessibility import _serious
from tests.web.test_browser import PHONE
from tests.web.test_newsroom import SECONDS, ready, say

FISHERMEN = "Nobody asked the fishermen. They will lose their berths."


@pytest.fixture(scope="module")
def desk(gazette_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app of its own, whose documents these tests correct."""
    folder = tmp_path_factory.mktemp("corrected")
    with served(indexed(gazette_folder, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def _at_rest(page: Page) -> None:
    """Wait until the page is drawn."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible(timeout=SECONDS)


@pytest.mark.parametrize("size", [{"width": 1280, "height": 850}, PHONE], ids=["screen", "phone"])
def test_what_was_misread_is_corrected_and_counts_at_once(
    desk: Served, opens: Opens, artifacts: Path, size: dict[str, int]
) -> None:
    page = opens(f"{desk.address}/library", viewport=size)
    page.get_by_role("link", name="Harbour", exact=True).click(timeout=60_000)
    page.get_by_text("Correct what was misread").click(timeout=SECONDS)
    expect(page.get_by_role("button", name="Save corrections")).to_be_visible(timeout=SECONDS)
    _at_rest(page)
    page.get_by_label("Title").fill("On the harbour")
    page.get_by_label("Day on which it was said or published").fill("9 March 2031")
    # By the keyboard: while the expander opens, the button moves, and a click where it was presses nothing.
    page.get_by_role("button", name="Save corrections").press("Enter")
    expect(page.get_by_role("heading", name="On the harbour").first).to_be_visible(timeout=SECONDS)
    expect(page.get_by_text("Day corrected; the file says “2 March 2031”.").first).to_be_visible()
    page.get_by_role("tab", name="Who said what").click()
    last = page.locator('[class*="st-key-otr-statement-"]').last
    expect(last).to_contain_text(FISHERMEN)
    last.get_by_label("Speaker").fill("Berta Noll")
    last.get_by_role("button", name="Save statement").click()
    expect(last.get_by_text("speaker corrected; it was read as Mira Quill")).to_be_visible(timeout=SECONDS)
    assert _serious(page, artifacts / f"corrected-{size['width']}.png") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    other = opens(desk.address)
    ready(other)
    say(other, "What did Berta Noll say about the fishermen?")
    expect(other.get_by_text("Nobody asked the fishermen", exact=False).first).to_be_visible(timeout=SECONDS)
    expect(other.locator(".otr-answer").first).to_contain_text("Berta Noll said (9 March 2031)")
    last.get_by_role("button", name="Use what the file says").click()
    expect(last.get_by_text("speaker corrected", exact=False)).to_have_count(0, timeout=SECONDS)
    page.get_by_role("tab", name="Document").click()
    for field in ("title", "published"):
        page.locator(f".st-key-as-read-{field} button").click()
        expect(page.locator(f".st-key-as-read-{field}")).to_have_count(0, timeout=SECONDS)
    expect(page.get_by_role("heading", name="Harbour", exact=True).first).to_be_visible(timeout=SECONDS)
