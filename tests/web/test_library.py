"""Adding a file whose name is there already, in a real Chromium: the person is asked, and nothing is lost."""

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
from tests.web.test_newsroom import SECONDS


@pytest.fixture(scope="module")
def desk(gazette_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An app of its own, whose library these tests change."""
    folder = tmp_path_factory.mktemp("added")
    with served(indexed(gazette_folder, embedded(folder / "store")).store, folder / "log") as running:
        yield running


def add(page: Page, *files: Path) -> None:
    """Choose files, which are added at once; the place for them is empty then."""
    page.get_by_test_id("stFileUploader").locator('input[type="file"]').set_input_files(files)
    expect(page.get_by_test_id("stFileUploaderFile")).to_have_count(0, timeout=SECONDS)


@pytest.mark.parametrize("size", [{"width": 1280, "height": 850}, PHONE], ids=["screen", "phone"])
def test_a_name_that_is_there_already_is_a_choice(
    desk: Served, opens: Opens, tmp_path: Path, artifacts: Path, size: dict[str, int]
) -> None:
    page = opens(f"{desk.address}/library", viewport=size)
    name = f"notes-{size['width']}.txt"
    page.get_by_text("Add documents").click(timeout=60_000)
    older, newer = (tmp_path / each / name for each in ("older", "newer"))
    for path in (older, newer):
        path.parent.mkdir()
        path.write_text(f"The {path.parent.name} ferry sails.", encoding="utf-8")
        add(page, path)
        expect(page.get_by_text(f"uploads/{name}", exact=False).first).to_be_visible(timeout=SECONDS)
    asked = page.locator(".st-key-otr-same-name")
    expect(asked).to_contain_text(f"{name} is in the library already, with other content.", timeout=SECONDS)
    asked.scroll_into_view_if_needed()
    assert _serious(page, artifacts / f"same-name-{size['width']}.png") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    asked.get_by_role("button", name="Keep both").click()
    expect(asked).to_have_count(0, timeout=SECONDS)
    expect(page.get_by_text(f"uploads/{name}", exact=False).first).to_be_visible(timeout=SECONDS)
    numbered = name.replace(".txt", " (2).txt")
    expect(page.get_by_text(f"uploads/{numbered}", exact=False).first).to_be_visible(timeout=SECONDS)
    (tmp_path / "letter.doc").write_text("x")
    add(page, older, tmp_path / "letter.doc")
    expect(page.get_by_text("letter.doc: there is no reader", exact=False).first).to_be_visible(timeout=SECONDS)
    # The place to choose files from is drawn again after each choice: for a moment the one before is still there.
    expect(page.get_by_test_id("stFileUploader")).to_have_count(1)
    expect(page.get_by_test_id("stFileUploader")).to_be_visible()
    page.screenshot(path=artifacts / f"not-indexed-{size['width']}.png")
