"""A day's work in the app, in a real Chromium: ask on, look up, add, explore, export, come back, and meet nobody."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.speed.serving import Served, served
from rag.__main__ import main as rag
from tests.conftest import SAMPLE, embedded, indexed
from tests.index.readers.test_formats import pdf
from tests.web.conftest import Opens
from tests.web.test_browser import POLAND, ask, settled

SECONDS = 60_000


def say(page: Page, question: str) -> None:
    """Ask in a chat in which something was asked before."""
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    expect(page.locator(".otr-question").filter(has_text=question).first).to_be_visible(timeout=SECONDS)
    page.wait_for_function(
        "asked => document.querySelectorAll('[role=status]').length && "
        "document.body.innerText.includes(asked) && !document.querySelector('.otr-waiting')",
        arg=question,
        timeout=SECONDS,
    )
    settled(page)


def test_a_follow_up_is_shown_as_it_was_understood(page: Page) -> None:
    ask(page, POLAND)
    settled(page)
    say(page, "And about Russia?")
    expect(page.get_by_text("Understood as: What did Lukashenko say about Russia?")).to_be_visible(timeout=SECONDS)


def test_a_filter_is_removed(page: Page) -> None:
    ask(page, POLAND)
    settled(page)
    page.get_by_role("button", name="Speaker: Lukashenko").click()
    expect(page.get_by_role("button", name="Speaker: Lukashenko")).to_have_count(0, timeout=SECONDS)
    expect(page.locator(".otr-question")).to_have_count(1)


def test_what_is_not_there_names_the_nearest(page: Page) -> None:
    ready(page)
    say(page, "What did Lukashenko say about zeppelins?")
    expect(page.get_by_text("was found in what Lukashenko said. Searched 1 document", exact=False)).to_be_visible(
        timeout=SECONDS
    )
    page.get_by_text("The nearest passages, not an answer").click()
    page.locator("[data-opens$='near-1']").click()
    expect(page.locator("mark#citation")).to_be_visible(timeout=SECONDS)


def test_a_quotation_is_checked(page: Page) -> None:
    ready(page)
    say(page, "Did Lukashenko say “We immediately informed Germany.”?")
    expect(page.locator(".otr-answer").first).to_contain_text("Poland", timeout=SECONDS)
    expect(page.locator(".otr-answer").first).to_contain_text("Germany")


def ready(page: Page) -> None:
    expect(page.get_by_test_id("stButton").filter(has_text="What did").first).to_be_visible(timeout=60_000)


def test_a_reload_keeps_the_conversation_and_nobody_else_sees_it(page: Page, opens: Opens, address: str) -> None:
    ask(page, POLAND)
    settled(page)
    page.wait_for_timeout(500)
    kept = page.url
    assert "chat=" in kept
    page.reload()
    expect(page.get_by_text("We immediately informed Poland.", exact=False).first).to_be_visible(timeout=SECONDS)
    page.goto(address)
    expect(page.locator('[class*="st-key-open-chat-"]')).to_have_count(1, timeout=SECONDS)
    other = opens(kept)
    ready(other)
    assert other.locator('[class*="st-key-open-chat-"]').count() == 0
    assert other.locator(".otr-question").count() == 0
    ask(other, "What did Lukashenko say about Trump?")
    settled(other)
    expect(page.locator('[class*="st-key-open-chat-"]')).to_have_count(1)
    page.locator('[class*="st-key-open-chat-"] button').click()
    expect(page.get_by_text("We immediately informed Poland.", exact=False).first).to_be_visible(timeout=SECONDS)


def test_an_exported_pack_is_verified_until_a_document_changes(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(page, POLAND)
    settled(page)
    page.get_by_role("button", name="Save as evidence").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    download.value.save_as(tmp_path / "pack.json")
    assert rag(["verify", str(tmp_path / "pack.json"), "--docs", str(SAMPLE)]) == 0
    changed = tmp_path / "documents"
    changed.mkdir()
    for each in SAMPLE.iterdir():
        (changed / each.name).write_text(each.read_text(encoding="utf-8").replace("informed Poland", "told Poland"))
    assert rag(["verify", str(tmp_path / "pack.json"), "--docs", str(changed)]) == 1
    capsys.readouterr()


def test_exploring_leads_to_the_words(page: Page) -> None:
    page.get_by_role("link", name="Explore").click()
    # Until then the chat is there, which offers questions of his name.
    expect(page.get_by_role("heading", name="Explore")).to_be_visible(timeout=SECONDS)
    page.get_by_role("button", name="Donald Trump", exact=True).click(timeout=SECONDS)
    expect(page.get_by_role("heading", name="Donald Trump")).to_be_visible(timeout=SECONDS)
    page.get_by_role("link", name="Show in the document").first.click()
    expect(page.locator("mark#citation")).to_have_text("I understand.", timeout=SECONDS)
    # A reader reads first; until then the page still brings the words into view, under whatever is clicked.
    page.wait_for_timeout(1_000)
    page.get_by_role("link", name="Back to exploring").click()
    expect(page.get_by_role("heading", name="Explore")).to_be_visible(timeout=SECONDS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app of its own, whose library these tests change."""
    folder = tmp_path_factory.mktemp("desk")
    with served(indexed(SAMPLE, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def test_a_pdf_is_asked_about_while_more_is_indexed_and_then_removed(
    desk: Served, opens: Opens, tmp_path: Path, artifacts: Path
) -> None:
    (tmp_path / "ferry.pdf").write_bytes(
        pdf(["The council of Vesk.", '"The ferry to Lorn sails in June," said Ana Tell.'])
    )
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        for number in range(4_000):
            archive.writestr(f"{number}.txt", f"Paper {number}. “Bridge {number} is closed,” said Palo Brandt of Vesk.")
    page = opens(f"{desk.address}/library")
    page.get_by_text("Add documents").click(timeout=60_000)
    page.locator('input[type="file"]').set_input_files(tmp_path / "ferry.pdf")
    expect(page.get_by_text("1 added", exact=False)).to_be_visible(timeout=SECONDS)
    page.locator('input[type="file"]').set_input_files(tmp_path / "archive.zip")
    expect(page.get_by_text("Reading", exact=False).first).to_be_visible(timeout=SECONDS)
    page.screenshot(path=artifacts / "library-indexing.png")
    other = opens(desk.address)
    ready(other)
    say(other, "What did Ana Tell say about the ferry?")
    expect(other.get_by_text("The ferry to Lorn sails in June,", exact=False).first).to_be_visible(timeout=SECONDS)
    expect(other.locator(".otr-about").filter(has_text="page 2").first).to_be_visible()
    expect(page.get_by_text("Reading", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("what was already indexed is kept", exact=False)).to_be_visible(timeout=SECONDS)
    page.get_by_label("Find a document").fill("ferry.pdf")
    page.get_by_label("Find a document").press("Enter")
    expect(page.get_by_text("1 of", exact=False).first).to_be_visible(timeout=SECONDS)
    # The list follows the search a moment later where the machine is busy.
    expect(page.get_by_role("button", name="Remove", exact=True)).to_have_count(1, timeout=SECONDS)
    page.get_by_role("button", name="Remove", exact=True).click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("1 removed", exact=False)).to_be_visible(timeout=60_000)
    say(other, "What did Ana Tell say about the ferry today?")
    expect(other.get_by_text("as those of Ana Tell", exact=False).first).to_be_visible(timeout=SECONDS)


EVIL = '<script>window.hit=1</script><img src=x onerror="window.hit=1">'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app over documents whose every field tries to be markup."""
    folder = tmp_path_factory.mktemp("hostile")
    record = {
        "id": f"{EVIL}",
        "title": f"On the ferry {EVIL} **bold** [link](http://vesk.example) :red[x] $y$",
        "speaker": f"Ana Tell {EVIL}",
        "source": EVIL,
        "date": "2031-03-02",
        "text": f"The ferry is safe. {EVIL} The ferry is old. ![p](http://vesk.example/p.png)",
    }
    documents = folder / "documents"
    documents.mkdir()
    (documents / "evil.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    with served(indexed(documents, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def test_markup_in_documents_and_questions_is_text_on_every_page(hostile: Served, opens: Opens) -> None:
    page = opens(hostile.address)
    page.get_by_test_id("stChatInputTextArea").wait_for(timeout=60_000)
    page.get_by_text("The index contains", exact=False).wait_for(timeout=60_000)
    say(page, f"What is said of the ferry? {EVIL}")
    page.locator("a.otr-marker").first.click(timeout=SECONDS)
    expect(page.get_by_role("button", name="Close")).to_be_visible(timeout=SECONDS)
    _unharmed(page)
    page.get_by_role("link", name="Whole document").click()
    expect(page.get_by_text("Back to the chat", exact=False)).to_be_visible(timeout=SECONDS)
    _unharmed(page)
    for name in ("Library", "Explore", "Evaluation", "Settings"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=SECONDS)
        page.wait_for_timeout(700)
        _unharmed(page)
    page.get_by_role("link", name="Explore", exact=True).click()
    page.locator('[class*="st-key-person-"] button').first.click(timeout=SECONDS)
    expect(page.get_by_text("The ferry is safe.", exact=False).first).to_be_visible(timeout=SECONDS)
    _unharmed(page)


def _unharmed(page: Page) -> None:
    assert page.evaluate("window.hit") is None
    assert page.locator('img[src="x"], img[src*="vesk"], a[href^="http://vesk"]').count() == 0
