"""Ten tasks of a newsroom, each from its first step to what it is for, on a screen and on a phone, three by keyboard.

A step is one thing that a person does: a click, a choice, or words typed with Enter. artifacts/ten-tasks.txt has the
steps and seconds of each.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.speed.serving import Served, served
from tests.conftest import GAZETTE, embedded, indexed, written
from tests.web.test_browser import PHONE

SCREEN = {"width": 1280, "height": 850}
COST = "The harbour cost forty million crowns and took six years,"
HARBOUR = "What did Odran Tell say about the harbour?"
UNDATED = {"letter.txt": "A letter of the ferrymen to the council of Vesk, which nobody dated.\n"}
GOLD = {"qid": "g-0", "question": HARBOUR, "history": [], "answers": [COST], "answerable": True, "type": "from_chat"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app over invented papers, one of them without a date, with a gold question kept from the chat."""
    folder = tmp_path_factory.mktemp("ten")
    settings = indexed(written(folder / "files", {**GAZETTE, **UNDATED}), embedded(folder / "store"))
    (settings.store / "gold-from-chat.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    with served(settings.store, folder / "log") as running:
        yield running


class Hands:
    """A reader at a page, whose steps are counted; on a phone the menu is a step of its own."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.is_phone = bool(page.viewport_size and page.viewport_size["width"] < 640)
        self.begin()

    def begin(self) -> None:
        """Count from here on."""
        self.steps, self._begun = 0, time.monotonic()

    def home(self) -> None:
        """Open a new chat, which is where each task begins."""
        self.page.goto(self.address)
        expect(self.page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible()
        self.begin()

    def click(self, what: Locator) -> None:
        self.steps += 1
        what.click()

    def types(self, where: Locator, words: str) -> None:
        self.steps += 1
        where.fill(words)
        where.press("Enter")

    def asks(self, question: str) -> Locator:
        """Ask, and return the answer when it is there."""
        ready = self.page.get_by_text("Answer ready")
        before = ready.count()
        self.types(self.page.get_by_test_id("stChatInputTextArea"), question)
        expect(ready).to_have_count(before + 1)
        return self.page.locator(".otr-answer").last

    def menu(self) -> None:
        if self.is_phone:
            self.click(self.page.get_by_test_id("stExpandSidebarButton"))

    def goes(self, name: str) -> None:
        """Go to a page by the menu."""
        self.menu()
        self.click(self.page.get_by_role("link", name=name, exact=True))
        if name != "Ask":
            expect(self.page.get_by_role("heading", name=name, exact=True)).to_be_visible()
        at_rest(self.page)

    def told(self, artifacts: Path, task: str) -> int:
        """Write down and return how many steps the task took."""
        form = "phone" if self.is_phone else "screen"
        seconds = time.monotonic() - self._begun
        with (artifacts / "ten-tasks.txt").open("a", encoding="utf-8") as file:
            file.write(f"{task} ({form}): {self.steps} steps, {seconds:.1f} s\n")
        return self.steps


def at_rest(page: Page) -> None:
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()


@pytest.fixture(scope="module", params=[SCREEN, PHONE], ids=["screen", "phone"])
def hands(request: pytest.FixtureRequest, browser: Browser, desk: Served) -> Iterator[Hands]:
    context = browser.new_context(viewport=request.param, color_scheme="light")
    context.set_default_timeout(60_000)
    hands = Hands(context.new_page(), desk.address)
    yield hands
    context.close()


def test_a_first_answer(hands: Hands, artifacts: Path) -> None:
    """1 step: the question."""
    hands.home()
    expect(hands.asks(HARBOUR)).to_contain_text(COST)
    assert hands.told(artifacts, "first answer") == 1


def test_a_citation_is_opened(hands: Hands, artifacts: Path) -> None:
    """2 steps: the question, the number."""
    hands.home()
    answer = hands.asks(HARBOUR)
    hands.click(answer.locator("a.otr-marker").first)
    mark = hands.page.locator("mark#citation")
    expect(mark).to_have_text(COST)
    expect(mark).to_be_in_viewport()
    assert hands.told(artifacts, "open a citation") == 2


def test_a_speaker_is_corrected(hands: Hands, artifacts: Path) -> None:
    """4 steps from the document on: correct what was misread, who said what, the name, save."""
    page = hands.page
    page.goto(f"{hands.address}/document?doc=2031-04-11-bridge.md")
    expect(page.get_by_text("Correct what was misread")).to_be_visible()
    at_rest(page)
    hands.begin()
    hands.click(page.get_by_text("Correct what was misread"))
    hands.click(page.get_by_role("tab", name="Who said what"))
    statement = page.locator('[class*="st-key-otr-statement-"]').filter(has_text="under traffic").first
    name = "Berta Noll" if hands.is_phone else "Ana Noll"
    hands.steps += 1
    statement.get_by_label("Speaker").fill(name)
    hands.click(statement.get_by_role("button", name="Save statement"))
    expect(statement.get_by_text("speaker corrected; it was read as", exact=False)).to_be_visible()
    expect(page.locator(".otr-about-lines")).to_contain_text(name)
    assert hands.told(artifacts, "correct a speaker") == 4


def test_three_files_are_added_and_asked_about(hands: Hands, artifacts: Path, tmp_path: Path) -> None:
    """4 steps: the library, add documents, the files, add; 2 more ask (on a phone the menu is a step each time)."""
    page, pier = hands.page, "jetty" if hands.is_phone else "pier"
    files = written(
        tmp_path / pier,
        {
            f"{pier}-{n}.txt": f"Paper {n}. “The {pier} will be painted green,” said Lena Orr on Monday.\n"
            for n in "123"
        },
    )
    hands.home()
    hands.goes("Library")
    hands.click(page.get_by_text("Add documents"))
    hands.steps += 1
    page.locator('input[type="file"]').set_input_files(sorted(files.iterdir()))
    expect(page.get_by_test_id("stFileUploader").get_by_text(f"{pier}-3.txt")).to_be_visible()
    hands.click(page.get_by_role("button", name="Add", exact=True))
    expect(page.get_by_text("Add 3 files", exact=False).first).to_be_visible()
    hands.goes("Ask")
    # What was there is answered meanwhile; what was added as soon as it is read.
    expect(hands.asks(HARBOUR)).to_contain_text(COST)
    steps = hands.told(artifacts, "add three files and ask")
    assert steps == (8 if hands.is_phone else 6)
    answer = hands.asks(f"What did Lena Orr say about the {pier}?")
    for _ in range(20):
        if f"The {pier} will be painted green" in (answer.text_content() or ""):
            break
        page.wait_for_timeout(500)
        answer = hands.asks(f"What did Lena Orr say about the {pier}?")
    expect(answer).to_contain_text(f"The {pier} will be painted green")


def test_the_documents_without_a_date_are_found(hands: Hands, artifacts: Path) -> None:
    """2 steps: the library, "no date" (on a phone the menu is one more)."""
    hands.home()
    hands.goes("Library")
    hands.types(hands.page.get_by_label("Find a document"), "no date letter")
    expect(hands.page.get_by_text("1 of ", exact=False).first).to_be_visible()
    expect(hands.page.locator('[class*="st-key-otr-doc-"]')).to_have_count(1)
    expect(hands.page.locator('[class*="st-key-otr-doc-"]')).to_contain_text("no date")
    assert hands.told(artifacts, "documents without a date") == (3 if hands.is_phone else 2)


def test_two_people_are_compared(hands: Hands, artifacts: Path) -> None:
    """1 step: the question."""
    hands.home()
    compared(hands.asks("Compare Odran Tell and Mira Quill on the harbour"))
    assert hands.told(artifacts, "compare two people") == 1


def compared(answer: Locator) -> None:
    expect(answer).to_contain_text("Odran Tell")
    expect(answer).to_contain_text("Mira Quill")
    expect(answer).to_contain_text(COST)


def test_a_drafts_quotation_is_checked(hands: Hands, artifacts: Path) -> None:
    """1 step: the question with the quotation."""
    hands.home()
    answer = hands.asks("Did Odran Tell say “The harbour cost fifty million crowns and took six years”?")
    expect(answer).to_contain_text("forty")
    expect(answer).to_contain_text("fifty")
    assert hands.told(artifacts, "check a quotation") == 1


def test_an_answer_is_exported_with_its_citations(hands: Hands, artifacts: Path) -> None:
    """3 steps: the question, save as evidence, the form (on a phone the menu is one more)."""
    hands.home()
    hands.asks(HARBOUR)
    at_rest(hands.page)
    hands.menu()
    hands.click(hands.page.get_by_role("button", name="Save as evidence"))
    with hands.page.expect_download() as download:
        hands.click(hands.page.get_by_role("button", name="MD", exact=True))
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert COST in text
    assert "2031-03-02-harbour.txt" in text
    assert hands.told(artifacts, "export with citations") == (4 if hands.is_phone else 3)
    if hands.is_phone:
        # Esc closes what is nearest: the choice of forms, then the menu that covers the page.
        hands.page.keyboard.press("Escape")
        expect(hands.page.get_by_test_id("stPopoverBody")).to_have_count(0)
        hands.page.keyboard.press("Escape")
        expect(hands.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


def test_an_answer_is_shared(hands: Hands, browser: Browser, artifacts: Path) -> None:
    """4 steps: the question, share, make a link, copy it."""
    page = hands.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hands.home()
    hands.asks(HARBOUR)
    at_rest(page)
    hands.click(page.get_by_role("button", name="Share"))
    hands.click(page.get_by_role("button", name="Make a link"))
    hands.click(page.get_by_role("button", name="Copy the link"))
    expect(page.get_by_text("Copied ✓")).to_be_visible()
    steps = hands.told(artifacts, "share an answer")
    other = browser.new_context().new_page()
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(other.get_by_text("A shared answer.", exact=False)).to_be_visible()
    expect(other.locator(".otr-answer")).to_contain_text(COST)
    other.context.close()
    assert steps == 4


def test_a_gold_set_is_run(hands: Hands, artifacts: Path) -> None:
    """At most 3 steps: the evaluation, a new run, run (on a phone the menu is one more); the page may be left."""
    page = hands.page
    hands.home()
    hands.goes("Evaluation")
    run = page.get_by_role("button", name="Run", exact=True)
    if not run.is_visible():
        hands.click(page.get_by_text("New run"))
    expect(run).to_be_visible()
    at_rest(page)
    hands.click(run)
    expect(
        page.get_by_text("Run of gold-from-chat.jsonl").or_(page.get_by_text("1 of 1 question")).first
    ).to_be_visible()
    page.goto(hands.address)
    page.goto(f"{hands.address}/evaluation")
    expect(page.get_by_text("1 of 1 question", exact=False).first).to_be_visible()
    assert hands.told(artifacts, "run a gold set") <= 4


@pytest.fixture(scope="module")
def keyboard(browser: Browser, desk: Served) -> Iterator[Page]:
    context = browser.new_context(viewport=SCREEN, color_scheme="light")  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(desk.address)
    expect(page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible()
    yield page
    context.close()


def test_by_keyboard_a_first_answer_a_citation_and_a_comparison(keyboard: Page) -> None:
    """No pointer: `/` asks, Tab comes to the number, Enter opens it, Esc closes it, `/` asks again."""
    keyboard.locator("body").press("/")
    keyboard.keyboard.type(HARBOUR)
    keyboard.keyboard.press("Enter")
    expect(keyboard.get_by_text("Answer ready")).to_have_count(1)
    expect(keyboard.locator(".otr-answer")).to_contain_text(COST)
    at_rest(keyboard)
    keyboard.keyboard.press("Escape")
    marker = keyboard.locator(".otr-answer a.otr-marker").first
    for _ in range(40):
        keyboard.keyboard.press("Shift+Tab")
        if marker.evaluate("marker => marker === document.activeElement"):
            break
    expect(marker).to_be_focused()
    keyboard.keyboard.press("Enter")
    expect(keyboard.locator("mark#citation")).to_have_text(COST)
    expect(keyboard.locator("mark#citation")).to_be_focused()
    keyboard.keyboard.press("Escape")
    expect(keyboard.locator("mark#citation")).to_have_count(0)
    expect(marker).to_be_focused()
    keyboard.keyboard.press("/")
    keyboard.keyboard.type("Compare Odran Tell and Mira Quill on the harbour")
    keyboard.keyboard.press("Enter")
    expect(keyboard.get_by_text("Answer ready")).to_have_count(2)
    compared(keyboard.locator(".otr-answer").last)
