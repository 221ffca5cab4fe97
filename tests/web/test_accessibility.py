"""axe-core finds nothing serious on any page, light and dark, on a screen and on a phone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.conftest import SAMPLE
from tests.web.conftest import Opens
from tests.web.test_browser import PHONE, POLAND, ask, settled

SCREEN = {"width": 1280, "height": 850}
DOCUMENT = urlencode({"doc": next(SAMPLE.iterdir()).name, "start": 17, "end": 47})
PAGES = {
    "library": "Find a document",
    "explore": "Who speaks",
    "evaluation": "2 of 4 questions",
    "settings": "What leaves this machine",
    f"document?{DOCUMENT}": "Highlighted:",
}


@pytest.mark.parametrize("size", [SCREEN, PHONE], ids=["screen", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_from_reading(
    opens: Opens, address: str, artifacts: Path, scheme: str, size: dict[str, int]
) -> None:
    page = opens(address, viewport=size, color_scheme=scheme)
    page.get_by_test_id("stChatInputTextArea").wait_for(timeout=60_000)
    expect(page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible(timeout=60_000)
    named = f"{scheme}-{size['width']}"
    found = _serious(page, artifacts / f"page-empty-{named}.png")
    ask(page, POLAND)
    settled(page)
    found += _serious(page, artifacts / f"page-answer-{named}.png")
    page.locator(".otr-sources a.otr-marker").nth(1).click()
    page.locator("mark#citation").wait_for(timeout=60_000)
    page.wait_for_timeout(800)
    found += _serious(page, artifacts / f"page-source-{named}.png")
    for path, words in PAGES.items():
        page.goto(f"{address}/{path}")
        expect(page.get_by_text(words, exact=False).first).to_be_visible(timeout=60_000)
        page.wait_for_timeout(800)
        found += _serious(page, artifacts / f"page-{path.split('?')[0]}-{named}.png")
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert found == []


def _serious(page: Page, picture: Path) -> list[str]:
    """Return what axe-core finds serious or critical, having kept a picture of the page."""
    page.screenshot(path=picture)
    return [
        f"{page.url} {each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]
