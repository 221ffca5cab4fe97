"""Long names, titles and file names, and words from right to left: nothing is cut off, covered or torn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.speed.serving import Served, served
from tests.conftest import embedded, indexed, written
from tests.web.conftest import Opens

PHONE = {"width": 390, "height": 844}
NAME = "Anna-Sophia von Brandt-Kesselring-Oberquell-Tannenfels"
FILE = "Hafenverwaltungsjahresberichtsentwurfsfassung_der_oberen_quellen_2031_zur_abstimmung_freigegeben.txt"
REPORT = f"""date 2031-06-11

REPORT OF THE UPPER HARBOUR

{NAME.upper()}: The zinnober weir pays for itself. The zinnober weir has no debts.

PALO BRANDT: Who says so?

{NAME.upper()}: The treasurer says so of the zinnober weir.
"""
ARABIC = """date 2031-06-12

قالت الوزيرة: «السد مفتوح الآن».

“The southern weir is open,” said Layla Quell.
"""
OVER = """() => { const edge = document.querySelector(".st-key-otr-panel").getBoundingClientRect().right;
  return [...document.querySelectorAll(".st-key-otr-panel .otr-heading, .st-key-otr-panel .otr-heading *")]
    .filter(each => { const range = document.createRange(); range.selectNodeContents(each);
      return range.getBoundingClientRect().right > edge; }).map(each => each.textContent); }"""
"""What of the head of a source reaches over the panel's edge."""
PLACES = """each => {
  const node = [...each.childNodes].find(one => one.nodeType === 3 && one.data.includes("«"));
  const place = words => { const range = document.createRange(), at = node.data.indexOf(words);
    range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().left; };
  return ["قالت", "».", "“", "The"].map(place); }"""
"""Where the first letter and the last mark of the Arabic paragraph are seen, and the first ones of the English one."""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("harbour")
    files = written(folder / "files", {FILE: REPORT, "weir.txt": ARABIC})
    with served(indexed(files, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def asked(page: Page) -> Locator:
    answer = page.locator(".otr-answer")
    expect(page.get_by_text("Answer ready")).to_have_count(1)
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
    return answer


def test_on_a_phone_a_filter_with_a_long_name_is_seen_with_what_takes_it_off(harbour: Served, opens: Opens) -> None:
    page = opens(f"{harbour.address}/?q=What did {NAME} say about the zinnober weir%3F", viewport=PHONE)
    asked(page)
    words = page.locator('[class*="st-key-chip-"] button p').last
    expect(words).to_contain_text("✕")
    assert words.evaluate("each => each.scrollWidth <= each.clientWidth && each.scrollHeight <= each.clientHeight")
    box = words.bounding_box()
    assert box
    assert box["x"] + box["width"] <= PHONE["width"]


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 850}])
def test_what_heads_a_source_keeps_within_it(harbour: Served, opens: Opens, viewport: dict[str, int]) -> None:
    page = opens(f"{harbour.address}/?q=What did {NAME} say about the zinnober weir%3F", viewport=viewport)
    asked(page).locator("a.otr-marker").first.click()
    expect(page.locator("mark#citation")).to_be_visible()
    expect(page.locator(".st-key-otr-panel .otr-heading")).to_contain_text(FILE)
    assert page.evaluate(OVER) == []
    # How many places there are is told beside the arrows to them.
    arrow, told = page.locator(".st-key-next-hit button").bounding_box(), page.get_by_text("of 2 by").bounding_box()
    assert arrow
    assert told
    assert told["x"] > arrow["x"]
    assert told["y"] < arrow["y"] + arrow["height"]


def test_a_menu_that_was_open_does_not_cover_the_next_page(harbour: Served, opens: Opens) -> None:
    page = opens(harbour.address, viewport=PHONE)
    page.get_by_test_id("stExpandSidebarButton").click()
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_have_attribute("data-collapsed", "false")
    page.goto(f"{harbour.address}/document?doc=weir.txt")
    expect(page.locator(".otr-document")).to_be_visible()
    expect(menu).to_have_attribute("data-collapsed", "true")
    # Opened by hand it stays.
    page.get_by_test_id("stExpandSidebarButton").click()
    page.wait_for_timeout(1000)
    expect(menu).to_have_attribute("data-collapsed", "false")


def test_each_paragraph_reads_in_the_direction_of_its_script(harbour: Served, opens: Opens) -> None:
    page = opens(f"{harbour.address}/document?doc=weir.txt", viewport=PHONE)
    text = page.locator(".otr-document")
    text.wait_for()
    first, last, opening, following = text.evaluate(PLACES)
    # The mark that closes the Arabic words stands left of all of them, the one that opens the English ones too.
    assert last < first
    assert opening < following
