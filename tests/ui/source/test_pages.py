"""The pages of an original PDF in the app: chosen before the text, turned, made larger, left where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.readers.pdf.original import Picture
from index.readers.pdf.pdf import Place
from tests.conftest import embedded, indexed
from tests.index.readers.pdf.pdf_files import Words, pdf
from tests.ui.conftest import document_script, shown
from ui import navigation
from ui.source.pages import picture_html

NAME = "pier.pdf"
WORDS = "The pier of Ostrava is safe"
BOX = 'class="otr-box"'
OVER = Place(page=2, width=200, height=100, boxes=((20, 10, 60, 20), (0, 20, 40, 30)))
PICTURE = Picture(page=2, pages=3, width=400, height=200, image=b"jpeg", places=(OVER,))


def test_boxes_lie_in_shares_of_the_page_and_the_first_is_held_in_view() -> None:
    html = picture_html(PICTURE, 150, WORDS)
    assert html.count('class="otr-box"') == 2
    assert html.count('id="citation"') == 1
    assert "left:10.000%;top:10.000%;width:20.000%;height:10.000%" in html
    assert "--zoom:150;aspect-ratio:400/200" in html


def test_words_of_a_document_are_escaped_on_its_page() -> None:
    html = picture_html(PICTURE, 100, '"><img src=x onerror=alert(1)>')
    assert "<img src=x" not in html
    assert "&lt;img" in html


def test_a_page_without_the_words_has_no_box() -> None:
    assert "otr-box" not in picture_html(Picture(1, 3, 400, 200, b"jpeg", (OVER,)), 100, WORDS)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(navigation, "link", lambda *given: None)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / NAME).write_bytes(
        pdf([[Words(60, 100, f"{WORDS}, said Mayor Ilse Quarn.")], [Words(60, 100, "Nobody asked the fishermen.")]])
    )
    indexed(tmp_path / "files", embedded(tmp_path / "store"))
    app = AppTest.from_function(document_script, default_timeout=60)
    app.query_params["doc"] = NAME
    app.query_params["start"], app.query_params["end"] = "0", str(len(WORDS))
    yield app
    st.cache_resource.clear()
    st.cache_data.clear()


def pressed(app: AppTest, key: str) -> str:
    next(each for each in app.button if each.key == key).click().run()
    assert not app.exception
    return shown(app)


def test_a_pdf_opens_as_its_page_and_is_turned_and_made_larger(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert "Page 1 of 2, as a picture" in shown(page)
    assert BOX in shown(page)
    assert 'class="otr-document"' not in shown(page)
    after = pressed(page, "source-page-after")
    assert "Page 2 of 2, as a picture" in after
    assert BOX not in after
    back = pressed(page, "source-next-hit")
    assert "Page 1 of 2, as a picture" in back
    assert BOX in back
    assert "--zoom:150" in pressed(page, "source-larger")


def test_the_text_is_beside_it(page: AppTest) -> None:
    page.run()
    page.session_state["source-view"] = "Text"
    page.run()
    assert not page.exception
    assert re.search(r'<mark id="citation"[^>]*>The pier of Ostrava is safe</mark>', shown(page))


def test_a_file_that_changed_is_read_as_text_and_said_to_have_changed(page: AppTest, tmp_path: Path) -> None:
    (tmp_path / "files" / NAME).write_bytes(pdf([[Words(60, 100, "Another text.")]]))
    page.run()
    assert not page.exception
    assert "changed since it was indexed" in shown(page)
    assert '<mark id="citation"' in shown(page)


def test_the_original_can_be_taken_away(page: AppTest) -> None:
    page.run()
    assert [each.proto.label for each in page.get("download_button")] == ["Download"]
