"""What does not jump, and what is seen without scrolling: the app as it is drawn again, and on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.speed.serving import Served, served
from tests.conftest import embedded, indexed, written
from tests.web.conftest import Opens

PHONE = {"width": 390, "height": 844}
COUNCIL = """date 2031-06-11

MINUTES OF THE COUNCIL OF VESK

PALO BRANDT: The zinnober weir pays for itself. It paid for itself in its first year, and in its second.

MIRA QUILL: Who says so? The treasurer has never seen a single bill for the weir.

PALO BRANDT: The treasurer has the bills. The weir has brought three hundred jobs to Vesk.

MIRA QUILL: Three hundred jobs for a year are not three hundred jobs.
"""
TAPPED_AT_ONCE = """answers => new MutationObserver((_, sees) => {
  const told = [...document.querySelectorAll("[role=status]")].map(each => each.textContent);
  if (told.filter(each => each.startsWith("Answer ready")).length < answers) return;
  sees.disconnect();
  [...document.querySelectorAll(".otr-answer")].at(-1).querySelector("a.otr-marker").click();
}).observe(document.body, { childList: true, subtree: true, characterData: true })"""
"""Chooses the first citation of the newest answer the moment it is there, while the page is still being drawn."""
TOLD_TO_NOBODY = """() => { const page = window.onTheRecord.page, send = page.send;
  page.send = () => { page.send = send; }; }"""
"""Loses the next citation that is chosen on its way to the app."""
NOTES = {f"notes-{number}.txt": f"date 2031-0{number}-02\n\n“The weir stays,” said Palo Brandt.\n" for number in (1, 2)}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app over minutes and notes of an invented council."""
    folder = tmp_path_factory.mktemp("council")
    files = written(folder / "files", {"minutes.txt": COUNCIL, **NOTES})
    with served(indexed(files, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def top(place: Locator) -> float:
    return float(place.evaluate("each => each.getBoundingClientRect().top"))


def at_rest(page: Page) -> None:
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
    page.wait_for_timeout(300)


def test_a_change_of_the_theme_changes_charts_and_menus_too(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/explore", color_scheme="light")
    label = page.locator('[data-testid="stVegaLiteChart"] .role-axis-label text').first
    label.wait_for()
    before = label.get_attribute("fill")
    page.emulate_media(color_scheme="dark")
    expect(label).not_to_have_attribute("fill", str(before))
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_the_tour_goes_on_where_it_stands(council: Served, opens: Opens) -> None:
    page = opens(council.address)
    heading = page.get_by_role("heading", name="On the Record")
    page.get_by_role("button", name="Next").wait_for()
    at_rest(page)
    before = top(heading)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("2 of 3")).to_be_visible()
    at_rest(page)
    assert top(heading) == before


def test_on_a_phone_nothing_moves_when_an_answer_was_copied(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/?q=What did Palo Brandt say about the weir%3F", viewport=PHONE)
    judged = page.get_by_test_id("stFeedback")
    judged.wait_for()
    at_rest(page)
    copies = page.locator(".otr-copy button")
    row, before = top(copies.last), top(judged)
    copies.first.evaluate("button => button.click()")
    expect(copies.first).to_have_text("Copied ✓")
    assert (top(copies.last), top(judged)) == (row, before)
    assert abs(row - before) < 20


def test_on_a_phone_the_question_stands_at_the_top_of_a_short_answer(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/?q=What did Palo Brandt say about submarines%3F", viewport=PHONE)
    page.get_by_test_id("stFeedback").wait_for()
    at_rest(page)
    header = page.get_by_test_id("stHeader").bounding_box()
    assert header
    assert top(page.locator(".otr-question")) - header["height"] < 20


def test_on_a_phone_a_documents_text_is_seen_below_its_main_points(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/document?doc=minutes.txt", viewport=PHONE)
    expect(page.get_by_text("Main points")).to_be_visible()
    expect(page.locator(".otr-document")).to_be_in_viewport()
    at_rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert top(page.locator(".st-key-otr-similar")) > top(page.locator(".otr-document"))
    cards = page.locator(".st-key-otr-about .otr-card")
    assert top(cards.first) == top(cards.last)


def test_on_a_phone_a_document_is_removed_beside_its_title(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/library", viewport=PHONE)
    row = page.locator('[class*="st-key-otr-doc-"]').first
    row.wait_for()
    at_rest(page)
    title, remove = row.get_by_role("link").bounding_box(), row.get_by_role("button", name="Remove").bounding_box()
    assert title
    assert remove
    assert remove["x"] >= title["x"] + title["width"]
    assert remove["x"] + remove["width"] <= PHONE["width"]


def test_a_citation_chosen_the_moment_it_is_drawn_opens_its_source(council: Served, opens: Opens) -> None:
    page = opens(council.address)
    at_rest(page)
    box = page.get_by_test_id("stChatInputTextArea")
    asked = ("What did Palo Brandt say about the weir?", "What did Mira Quill say about jobs?")
    for answers, question in enumerate(asked, start=1):
        page.evaluate(TAPPED_AT_ONCE, answers)
        box.fill(question)
        box.press("Enter")
        expect(page.locator(".st-key-otr-panel mark#citation")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".st-key-otr-panel")).to_have_count(0)


def test_what_hears_of_citations_is_there_before_the_first_answer_of_a_visit(council: Served, opens: Opens) -> None:
    page, frames = opens(f"{council.address}/settings"), list[bytes]()

    def read(frame: bytes | str) -> None:
        frames.append(frame if isinstance(frame, bytes) else frame.encode())

    def first(words: bytes) -> int:
        return next(at for at, each in enumerate(frames) if words in each)

    page.on("websocket", lambda socket: socket.on("framereceived", read))
    page.goto(f"{council.address}/?q=What did Palo Brandt say about the zinnober weir%3F")
    expect(page.get_by_text("Answer ready")).to_have_count(1)
    assert first(b"browser-chat") < first(b'class="otr otr-answer"')


@pytest.mark.parametrize(
    "moves", ["each => each.replaceWith(each.cloneNode(true))", "each => each.closest('.otr-answer').prepend('Moved.')"]
)
def test_a_citation_is_opened_that_is_drawn_again_or_moves_while_it_is_pressed(
    council: Served, opens: Opens, moves: str
) -> None:
    page = opens(f"{council.address}/?q=What did Palo Brandt say about the weir%3F")
    marker = page.locator(".otr-answer a.otr-marker").first
    marker.wait_for()
    at_rest(page)
    marker.hover()
    page.mouse.down()
    marker.evaluate(moves)
    page.mouse.up()
    expect(page.locator(".st-key-otr-panel mark#citation")).to_be_visible()


def test_a_pointer_that_leaves_a_citation_before_it_is_let_go_opens_nothing(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/?q=What did Palo Brandt say about the weir%3F")
    marker = page.locator(".otr-answer a.otr-marker").first
    marker.wait_for()
    at_rest(page)
    marker.hover()
    page.mouse.down()
    page.locator(".otr-question").last.hover()
    page.mouse.up()
    at_rest(page)
    assert page.evaluate("window.onTheRecord.page.told") is None
    expect(page.locator(".st-key-otr-panel")).to_have_count(0)


def test_a_citation_whose_choice_was_lost_on_its_way_is_told_again(council: Served, opens: Opens) -> None:
    page = opens(f"{council.address}/?q=What did Palo Brandt say about the weir%3F")
    marker = page.locator(".otr-answer a.otr-marker").first
    marker.wait_for()
    at_rest(page)
    page.evaluate(TOLD_TO_NOBODY)
    marker.click()
    expect(page.locator(".st-key-otr-panel mark#citation")).to_be_visible()
