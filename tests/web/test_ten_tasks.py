"""Ten tasks of a newsroom, each from its first step to what it is for: on three widths, light and dark, by pointer,
by touch and by keyboard alone.

A step is one thing that a person does: a click, a choice, or words typed with Enter. artifacts/ten-tasks.txt has the
steps and seconds of each. Six of the eighteen forms are tried, and all of them with EVERY_FORM=1.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal, get_args

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.speed.serving import Served, served
from tests.conftest import GAZETTE, embedded, indexed, written
from tests.web.conftest import PATIENCE

MOST_STEPS = 4
FOCUSED = """place => { const at = document.activeElement;
  return place.contains(at) || Boolean(at.closest("summary, button, a")?.contains(place)); }"""
"""Whether something, what can be focused in it, or the control that it is the label of, has the focus."""
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


Width = Literal[1280, 768, 390]
Scheme = Literal["light", "dark"]
Acts = Literal["pointer", "touch", "keyboard"]


@dataclass(frozen=True)
class Form:
    """How the app is met: through which window, in which theme, and with what a reader acts."""

    width: Width
    scheme: Scheme
    acts: Acts

    @property
    def name(self) -> str:
        return f"{self.width}-{self.scheme}-{self.acts}"


WIDTHS, SCHEMES, ACTS = get_args(Width), get_args(Scheme), get_args(Acts)
EVERY = tuple(Form(*each) for each in product(WIDTHS, SCHEMES, ACTS))
FEW = (
    Form(1280, "light", "pointer"),
    Form(1280, "dark", "keyboard"),
    Form(768, "dark", "pointer"),
    Form(768, "light", "touch"),
    Form(390, "dark", "touch"),
    Form(390, "light", "keyboard"),
)
"""Each width in both themes, each way to act in both themes and on two widths."""
FORMS = EVERY if os.environ.get("EVERY_FORM") == "1" else FEW
NOLLS = dict(zip(EVERY, (f"{initial}na Noll" for initial in "ABCDEFGHIJKLMNOPQR"), strict=True))
"""Whom the words are given to: each form corrects what the one before it did."""
HEIGHTS = {1280: 850, 768: 1024, 390: 844}
MOST_STOPS = 120
"""So many things can be focused before one is found that is on the page."""


class Hands:
    """A reader at a page, whose steps are counted; where the menu is closed it is a step of its own."""

    def __init__(self, page: Page, address: str, form: Form) -> None:
        self.page, self.address, self.form = page, address, form
        self.begin()

    def begin(self) -> None:
        """Count from here on."""
        self.steps, self._begun = 0, time.monotonic()

    def home(self) -> None:
        """Open a new chat, which is where each task begins."""
        self.page.goto(self.address)
        expect(self.page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible()
        at_rest(self.page)
        self.begin()

    def click(self, what: Locator) -> None:
        """Choose something: with the pointer, a finger, or by Tab and Enter."""
        self.steps += 1
        if self.form.acts == "touch":
            what.tap()
        elif self.form.acts == "keyboard":
            self.reach(what)
            self.page.keyboard.press("Enter")
        else:
            what.click()

    def reach(self, what: Locator) -> None:
        """Press Tab until something has the focus; among tabs, one of which Tab reaches, the arrows."""
        expect(what).to_be_visible()
        if what.get_attribute("aria-selected") == "false":
            self.reach(what.locator("xpath=..").get_by_role("tab", selected=True))
            self.page.keyboard.press("ArrowRight")
            return
        for _ in range(MOST_STOPS):
            if what.evaluate(FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} was not reached by Tab")

    def types(self, where: Locator, words: str, enter: str = "Enter") -> None:
        """Type words into a field, in place of what is there."""
        self.steps += 1
        if self.form.acts == "keyboard":
            self.reach(where)
            self.page.keyboard.press("ControlOrMeta+A")
            self.page.keyboard.type(words)
        else:
            where.fill(words)
        if enter:
            self.page.keyboard.press(enter)

    def chooses(self, files: Sequence[Path], button: Locator) -> None:
        """Choose files in the window that a button opens: the button and the choice are a step each."""
        with self.page.expect_file_chooser() as chooser:
            self.click(button)
        self.steps += 1
        chooser.value.set_files(files)

    def asks(self, question: str) -> Locator:
        """Ask, and return the answer when it is there."""
        ready = self.page.get_by_text("Answer ready")
        before = ready.count()
        box = self.page.get_by_test_id("stChatInputTextArea")
        if self.form.acts == "keyboard" and not box.evaluate(FOCUSED):
            self.page.keyboard.press("/")
        self.types(box, question, enter="")
        # While files are still on their way the box sends nothing, and shows that by its button.
        expect(self.page.get_by_test_id("stChatInputSubmitButton")).to_be_enabled()
        self.page.keyboard.press("Enter")
        expect(ready).to_have_count(before + 1)
        return self.page.locator(".otr-answer").last

    def menu(self) -> None:
        """Open the menu where it is closed."""
        if self.page.get_by_test_id("stSidebar").get_attribute("data-collapsed") == "true":
            self.click(self.page.get_by_test_id("stExpandSidebarButton"))
            expect(self.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")

    def goes(self, name: str) -> None:
        """Go to a page by the menu."""
        self.menu()
        self.click(self.page.get_by_role("link", name=name, exact=True))
        if name != "Ask":
            expect(self.page.get_by_role("heading", name=name, exact=True)).to_be_visible()
        at_rest(self.page)

    def told(self, artifacts: Path, task: str) -> int:
        """Write down and return how many steps the task took."""
        seconds = time.monotonic() - self._begun
        with (artifacts / "ten-tasks.txt").open("a", encoding="utf-8") as file:
            file.write(f"{task} ({self.form.name}): {self.steps} steps, {seconds:.1f} s\n")
        assert self.steps <= MOST_STEPS
        return self.steps


def at_rest(page: Page) -> None:
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()


@pytest.fixture(scope="module", params=FORMS, ids=[each.name for each in FORMS])
def hands(request: pytest.FixtureRequest, browser: Browser, desk: Served) -> Iterator[Hands]:
    form: Form = request.param
    context = browser.new_context(
        viewport={"width": form.width, "height": HEIGHTS[form.width]},
        color_scheme=form.scheme,
        has_touch=form.acts == "touch",
    )
    context.set_default_timeout(PATIENCE)
    hands = Hands(context.new_page(), desk.address, form)
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
    name = NOLLS[hands.form]
    hands.types(statement.get_by_label("Speaker"), name, enter="")
    # Who sees the name there chooses the button; the form before this one has left its own correction.
    expect(statement.get_by_label("Speaker")).to_have_value(name)
    hands.click(statement.get_by_role("button", name="Save statement"))
    expect(statement.get_by_text("speaker corrected; it was read as", exact=False)).to_be_visible()
    expect(page.locator(".otr-about-lines")).to_contain_text(name)
    assert hands.told(artifacts, "correct a speaker") == 4


def test_three_files_are_added_and_asked_about(hands: Hands, artifacts: Path, tmp_path: Path) -> None:
    """3 steps: the chat's +, the files, the question, which is answered when they are read."""
    page, pier = hands.page, f"pier {FORMS.index(hands.form)}"
    words = f"The {pier} will be painted green,"
    texts = {f"{pier}-{n}.txt": f"Paper {n}. “{words}” said Lena Orr on Monday.\n" for n in "123"}
    hands.home()
    hands.chooses(sorted(written(tmp_path / "files", texts).iterdir()), page.get_by_role("button", name="Upload files"))
    expect(page.get_by_test_id("stChatInput").get_by_text(f"{pier}-3.txt")).to_be_visible()
    expect(hands.asks(f"What did Lena Orr say about the {pier}?")).to_contain_text(words)
    expect(page.get_by_text("3 added", exact=False)).to_be_visible()
    assert hands.told(artifacts, "add three files and ask") == 3


def test_the_documents_without_a_date_are_found(hands: Hands, artifacts: Path) -> None:
    """2 steps: the library, "no date" (on a phone the menu is one more)."""
    hands.home()
    hands.goes("Library")
    hands.types(hands.page.get_by_label("Find a document"), "no date letter")
    expect(hands.page.get_by_text("1 of ", exact=False).first).to_be_visible()
    expect(hands.page.locator('[class*="st-key-otr-doc-"]')).to_have_count(1)
    expect(hands.page.locator('[class*="st-key-otr-doc-"]')).to_contain_text("no date")
    hands.told(artifacts, "documents without a date")


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
    hands.told(artifacts, "export with citations")
    if hands.form.width == 390:
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
    hands.told(artifacts, "run a gold set")


def test_by_keyboard_the_focus_goes_into_the_source_and_comes_back(browser: Browser, desk: Served) -> None:
    """No pointer: `/` asks, Tab comes to the number, Enter opens it, Esc closes it, `/` asks again."""
    context = browser.new_context(viewport={"width": 1280, "height": 850})
    context.set_default_timeout(PATIENCE)
    hands = Hands(context.new_page(), desk.address, FEW[1])
    hands.home()
    page, marker = hands.page, hands.asks(HARBOUR).locator("a.otr-marker").first
    at_rest(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    hands.click(marker)
    expect(page.locator("mark#citation")).to_have_text(COST)
    expect(page.locator("mark#citation")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("mark#citation")).to_have_count(0)
    expect(marker).to_be_focused()
    compared(hands.asks("Compare Odran Tell and Mira Quill on the harbour"))
    context.close()
