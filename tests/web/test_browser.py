"""What a person sees of the chat and its pages, in a real Chromium; screenshots are kept in artifacts/."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import TimeoutError as NotYet

from evals.reports import report
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.evals.reports.invented_run import comparison, results

POLAND = "What did Lukashenko say about Poland?"
PHONE = {"width": 390, "height": 780}


def ask(page: Page, question: str) -> float:
    """Type a question, press Enter and return the seconds until the answer's first text."""
    starters = page.get_by_test_id("stButton").filter(has_text="What did")
    expect(starters.first).to_be_visible(timeout=60_000)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    started = time.perf_counter()
    box.press("Enter")
    page.locator(".otr .quoted").first.wait_for(timeout=60_000)
    return time.perf_counter() - started


def settled(page: Page) -> None:
    expect(page.get_by_text("Answer ready", exact=False).last).to_be_attached(timeout=60_000)
    page.wait_for_timeout(500)


def test_the_first_citation_opens_its_document_at_the_words(page: Page, sample: Pipeline, artifacts: Path) -> None:
    expected = sample.ask(Turn(POLAND)).citations
    ask(page, POLAND)
    settled(page)
    expect(page.locator(".otr .quoted").first).to_have_text(expected[0].text)
    page.screenshot(path=artifacts / "answer.png")
    page.locator("a.otr-marker").first.click()
    mark = page.locator("mark#citation")
    mark.wait_for(timeout=60_000)
    page.wait_for_timeout(1_000)
    assert mark.text_content() == expected[0].text
    assert _in_view(page)
    page.screenshot(path=artifacts / "citation.png")
    page.get_by_role("link", name="Whole document").click()
    expect(page.get_by_text("Highlighted: words of Aleksandr Lukashenko", exact=False)).to_be_in_viewport(
        timeout=60_000
    )
    page.wait_for_timeout(1_000)
    assert page.locator("mark#citation").text_content() == expected[0].text
    assert _in_view(page)
    page.get_by_role("link", name="Back to the chat").click()
    expect(page.locator(".otr .quoted").first).to_have_text(expected[0].text, timeout=60_000)


def _in_view(page: Page) -> bool:
    box = page.locator("mark#citation").bounding_box()
    size = page.viewport_size
    return bool(box and size and box["y"] >= 0 and box["y"] + box["height"] <= size["height"])


def pointed_at(marker: Locator) -> None:
    """Point at a marker until its words are seen: a page that still moves takes it away from under the pointer."""
    for _ in range(20):
        marker.hover()
        with contextlib.suppress(NotYet):
            marker.locator(".otr-tip").wait_for(state="visible", timeout=1_000)
            return
        marker.page.mouse.move(0, 0)
    expect(marker.locator(".otr-tip")).to_be_visible()


def test_every_marker_opens_its_own_words(page: Page, sample: Pipeline) -> None:
    expected = sample.ask(Turn(POLAND)).citations
    ask(page, POLAND)
    settled(page)
    markers = page.locator(".otr-card a.otr-marker")
    assert markers.count() == len(expected)
    for number, citation in enumerate(expected):
        pointed_at(markers.nth(number))
        expect(markers.nth(number).locator(".otr-tip")).to_contain_text("Aleksandr Lukashenko · 11 September 2025")
        markers.nth(number).click()
        expect(page.locator("mark#citation")).to_have_text(citation.text, timeout=60_000)
    assert len(page.context.pages) == 1


def test_a_markers_own_address_opens_its_document(page: Page, sample: Pipeline) -> None:
    ask(page, POLAND)
    settled(page)
    with page.context.expect_page() as opened:
        page.locator("a.otr-marker").first.click(modifiers=["Control"])
    expect(opened.value.locator("mark#citation")).to_have_text(
        sample.ask(Turn(POLAND)).citations[0].text, timeout=60_000
    )


def test_the_first_text_comes_soon_after_enter(page: Page, artifacts: Path) -> None:
    seconds = ask(page, POLAND)
    (artifacts / "first-text.txt").write_text(f"first answer text {seconds:.2f} s after Enter\n", encoding="utf-8")
    # One second on a quiet machine; three leave room for a busy one.
    assert seconds < 3


def close_by_key(page: Page) -> None:
    """Close the source as a person does, who presses again where nothing happened.

    A button that is pressed while the page is still being drawn is drawn again, and nothing hears it.
    """
    for _ in range(4):
        settled(page)
        page.get_by_role("button", name="Close").focus()
        page.keyboard.press("Enter")
        with contextlib.suppress(AssertionError):
            expect(page.locator("mark#citation")).to_have_count(0, timeout=15_000)
            return
    expect(page.locator("mark#citation")).to_have_count(0)


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    expect(page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible(timeout=60_000)
    page.get_by_test_id("stChatInputTextArea").focus()
    page.keyboard.type(POLAND)
    page.keyboard.press("Enter")
    settled(page)
    page.locator(".otr-sources a.otr-marker").nth(1).focus()
    page.keyboard.press("Enter")
    page.locator("mark#citation").wait_for(timeout=60_000)
    close_by_key(page)
    page.locator("a.otr-marker").first.focus()
    expect(page.locator(".otr-tip").first).to_be_visible()
    page.keyboard.press("Enter")
    page.locator("mark#citation").wait_for(timeout=60_000)


def rightmost(page: Page, parts: str) -> float:
    """Return how far to the right any of these parts reaches, in CSS pixels, 0 where none is there.

    All are asked at one moment: Streamlit may draw the page again, and a part be gone before its turn comes.
    """
    found = page.locator(parts).evaluate_all("parts => parts.map(each => each.getBoundingClientRect().right)")
    return float(max(found, default=0))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_all(browser: Browser, address: str, artifacts: Path, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.get_by_test_id("stChatInputTextArea").wait_for(timeout=60_000)
    ask(page, POLAND)
    settled(page)
    page.screenshot(path=artifacts / f"phone-{scheme}.png")
    assert 0 < rightmost(page, ".otr") <= PHONE["width"] + 1
    context.close()


def test_an_address_that_names_nothing_is_a_message(page: Page, address: str) -> None:
    page.goto(f"{address}/document?doc=no-such-file&start=0&end=5")
    expect(page.get_by_text("There is no document", exact=False)).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Back to the chat").click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_report_fits_its_window_and_opens_the_question_that_is_linked(
    browser: Browser, tmp_path: Path, artifacts: Path, width: int, scheme: str
) -> None:
    report.write({**results(), "compare": comparison()}, tmp_path)
    context = browser.new_context(viewport={"width": width, "height": 850}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{(tmp_path / 'report.html').as_uri()}#2-refused")
    expect(page.locator("[id='2-refused']")).to_be_in_viewport()
    expect(page.get_by_text("ValueError: no such bridge")).to_be_hidden()
    drawn = page.locator("figure img")
    assert drawn.count() == 5
    assert all(each.evaluate("image => image.naturalWidth > 0") for each in drawn.all())
    dark = page.locator("figure source").first.get_attribute("srcset")
    assert (drawn.first.evaluate("image => image.currentSrc") == dark) == (scheme == "dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.screenshot(path=artifacts / f"report-{width}-{scheme}.png", full_page=True)
    context.close()
    assert [each for each in asked if not each.startswith(("file:", "data:"))] == []


def test_the_evaluation_is_found_from_the_chat_and_leads_to_the_words(page: Page, artifacts: Path) -> None:
    page.get_by_role("link", name="Evaluation").click()
    expect(page.get_by_text("2 of 4 questions", exact=False)).to_be_visible(timeout=60_000)
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts).to_have_count(5)
    expect(charts.first.locator("canvas, svg").first).to_be_visible(timeout=60_000)
    page.screenshot(path=artifacts / "evaluation.png")
    page.get_by_role("tab", name="Failing").click()
    page.get_by_test_id("stExpander").filter(has_text="fishermen").first.locator("summary").first.click()
    page.get_by_role("link", name="Show in the document").first.click()
    mark = page.locator("mark#citation")
    mark.wait_for(timeout=60_000)
    assert mark.text_content() == "Belarusian President Aleksandr"
    page.wait_for_timeout(1_000)
    page.get_by_role("link", name="Back to the evaluation").click()
    expect(page.get_by_text("2 of 4 questions", exact=False)).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Ask").click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_evaluation_fits_a_phone(browser: Browser, address: str, artifacts: Path, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/evaluation")
    for tab in ("Charts", "Metrics", "Failing", "Compare", "Settings"):
        page.get_by_role("tab", name=tab).click(timeout=60_000)
        page.wait_for_timeout(500)
        page.screenshot(path=artifacts / f"evaluation-{tab.lower()}-{scheme}.png")
        assert rightmost(page, ".otr-table, .otr-cards, .otr, canvas") <= PHONE["width"] + 1, tab
    context.close()
