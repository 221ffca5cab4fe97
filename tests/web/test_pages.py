"""The original page beside the answer, and the pages of people and documents, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.speed.serving import Served, served
from benchmarks.speed.web import PAINTED
from tests.conftest import embedded, indexed, written
from tests.index.readers.pdf.pdf_files import Words, filled, lines, pdf
from tests.web.conftest import Opens
from tests.web.test_accessibility import _serious
from tests.web.test_browser import PHONE, settled
from tests.web.test_newsroom import SECONDS

SCREEN, TABLET = {"width": 1280, "height": 850}, {"width": 768, "height": 1000}
SAID = "“The zinnober lock will close for nine weeks and the barges must wait below the weir,” said Palo Brandt."
WATER = "The canal of Vesk is wide and its water runs slowly past mills and gardens. "
COUNCIL = (
    "date 2031-06-11\n\nMINUTES OF THE COUNCIL OF VESK\n\n"
    "PALO BRANDT: The zinnober weir has brought three hundred jobs to Vesk.\n\n"
    "MIRA QUILL: Who will pay for the zinnober weir and for the berths?\n\n"
    "PALO BRANDT: The weir pays for itself from the fees.\n"
)
IN_VIEW = """() => { const box = document.querySelector(".otr-box#citation")?.getBoundingClientRect(),
  over = document.querySelector(".st-key-otr-panel-top")?.getBoundingClientRect();
  return Boolean(box && over && box.top >= over.bottom - 1 && box.bottom <= innerHeight && box.left >= 0
    && box.left < innerWidth); }"""

WHOLE = """each => { const words = document.createRange(), box = each.closest("button").getBoundingClientRect();
  words.selectNodeContents(each);
  return [...words.getClientRects()].every(one => one.right <= box.right && one.bottom <= box.bottom); }"""
"""Whether all words on a button are seen."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app over a PDF and minutes about an invented canal."""
    folder = tmp_path_factory.mktemp("canal")
    files = written(folder / "files", {"2031-06-11-council.txt": COUNCIL})
    body = filled(WATER * 12, 460)
    pages = [[Words(60, 40, "Annals of Vesk", 8), *lines(60, 80, body, leading=13)] for _ in range(4)]
    pages[2] += lines(60, 520, filled(SAID, 460), leading=13)
    (files / "annals.pdf").write_bytes(pdf(pages, title="Annals of the canal of Vesk"))
    with served(indexed(files, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def asked(page: Page) -> None:
    expect(page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible(timeout=SECONDS)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill("What did Palo Brandt say about the zinnober lock?")
    box.press("Enter")
    settled(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [SCREEN, TABLET, PHONE], ids=["screen", "tablet", "phone"])
def test_a_cited_pdf_opens_at_its_page_with_the_words_boxed(
    desk: Served, opens: Opens, artifacts: Path, size: dict[str, int], scheme: str
) -> None:
    page = opens(desk.address, viewport=size, color_scheme=scheme)
    asked(page)
    name = f"original-{size['width']}-{scheme}"
    page.locator(".otr-card a.otr-marker").first.click()
    page.wait_for_function(PAINTED, timeout=SECONDS)
    page.wait_for_function(IN_VIEW, timeout=SECONDS)
    assert _serious(page, artifacts / f"{name}.png") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_role("button", name="Page after").click()
    expect(page.get_by_text("4 of 4")).to_be_visible(timeout=SECONDS)
    expect(page.locator(".otr-box")).to_have_count(0)
    page.get_by_role("button", name="Words on page 3").press("Enter")
    page.wait_for_function(IN_VIEW, timeout=SECONDS)
    page.get_by_role("button", name="Larger").click()
    page.wait_for_function(IN_VIEW, timeout=SECONDS)
    page.screenshot(path=artifacts / f"{name}-larger.png")
    page.locator(".st-key-source-view").get_by_text("Text", exact=True).click()
    expect(page.locator("mark#citation")).to_contain_text("zinnober lock", timeout=SECONDS)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "annals.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-otr-panel")).to_have_count(0, timeout=SECONDS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [SCREEN, TABLET, PHONE], ids=["screen", "tablet", "phone"])
def test_a_speaker_leads_to_the_person_and_on_to_the_document(
    desk: Served, opens: Opens, artifacts: Path, size: dict[str, int], scheme: str
) -> None:
    page = opens(desk.address, viewport=size, color_scheme=scheme)
    asked(page)
    page.locator("a.otr-person").first.press("Enter")
    expect(page.get_by_role("heading", name="First and last words")).to_be_visible(timeout=SECONDS)
    assert "/person?name=Palo+Brandt" in page.url
    expect(page.get_by_text("Mira Quill answers")).to_be_visible(timeout=SECONDS)
    assert _serious(page, artifacts / f"person-{size['width']}-{scheme}.png") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    # On a phone too, where the menu of the theme lay outside the window.
    expect(page.get_by_test_id("stMainMenuButton")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Back to the chat").click()
    # Names lead to a person here too: the chat is waited for.
    expect(page.locator(".st-key-otr-page")).to_have_count(0, timeout=SECONDS)
    page.locator("a.otr-person").first.press("Enter")
    # As soon as it is there: also while the rest of the page is still being drawn.
    page.locator(".otr-facts a.otr-marker").first.click()
    page.get_by_role("link", name="Whole document").click(timeout=SECONDS)
    page.get_by_text("Main points and speakers").click(timeout=SECONDS)
    about = page.locator(".st-key-otr-about")
    expect(about.get_by_text("Who speaks in it")).to_be_visible(timeout=SECONDS)
    page.wait_for_timeout(800)
    # The cited words below do not pull the reader away from what was asked for.
    expect(page.get_by_text("Main points and speakers")).to_be_in_viewport()
    assert _serious(page, artifacts / f"document-about-{size['width']}-{scheme}.png") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    about.locator("a.otr-person").first.click()
    expect(page.get_by_role("heading", name="First and last words")).to_be_visible(timeout=SECONDS)
    page.get_by_role("link", name="Back to the document").click()
    expect(page.locator("mark#citation")).to_be_visible(timeout=SECONDS)


def test_chats_that_begin_alike_are_told_apart(desk: Served, opens: Opens) -> None:
    page = opens(desk.address, viewport=SCREEN)
    asked(page)
    title = page.locator('[class*="st-key-open-chat-"] button p').first
    expect(title).to_have_text("What did Palo Brandt say about the zinnober lock?")
    assert title.evaluate(WHOLE)


def test_a_page_stays_at_its_beginning_where_the_cited_words_are_seen_from_there(desk: Served, opens: Opens) -> None:
    words = "The zinnober weir has brought three hundred jobs to Vesk."
    start = COUNCIL.index(words)
    address = f"{desk.address}/document?doc=2031-06-11-council.txt&start={start}&end={start + len(words)}"
    page = opens(address, viewport={"width": 1280, "height": 700})
    expect(page.locator("mark#citation")).to_be_focused(timeout=SECONDS)
    page.wait_for_timeout(500)
    expect(page.locator("mark#citation")).to_be_in_viewport()
    assert (
        page.get_by_test_id("stMain").evaluate("each => each.scrollHeight > each.clientHeight && each.scrollTop") == 0
    )


def test_by_key_through_the_places_of_a_document_and_on_to_a_question(desk: Served, opens: Opens) -> None:
    """As beside the chat: j and k go through the words of whoever said the cited ones, / leads to a question."""
    words = "The zinnober weir has brought three hundred jobs to Vesk."
    start = COUNCIL.index(words)
    page = opens(f"{desk.address}/document?doc=2031-06-11-council.txt&start={start}&end={start + len(words)}")
    expect(page.locator("mark#citation")).to_have_text(words, timeout=SECONDS)
    expect(page.get_by_text("1 of 2 by Palo Brandt")).to_be_visible(timeout=SECONDS)
    # Keys are heard from when the page is whole.
    page.wait_for_function("window.onTheRecord", timeout=SECONDS)
    page.keyboard.press("j")
    expect(page.locator("mark#citation")).to_have_text("The weir pays for itself from the fees.", timeout=SECONDS)
    page.keyboard.press("k")
    expect(page.locator("mark#citation")).to_have_text(words, timeout=SECONDS)
    page.keyboard.press("/")
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_focused(timeout=SECONDS)
