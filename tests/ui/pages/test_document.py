"""The document page finds cited words again after the document changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.__main__ import main as index
from rag.pipeline import open_pipeline
from rag.records import Turn
from tests.conftest import GAZETTE, embedded, indexed
from tests.ui.conftest import document_script, shown
from ui import navigation, render

HARBOUR = "2031-03-02-harbour.txt"


@pytest.fixture
def link(folder: Path, tmp_path: Path) -> dict[str, str]:
    pipeline = open_pipeline(indexed(folder, embedded(tmp_path / "store")))
    citation = pipeline.ask(Turn("What did Odran Tell say about the harbour?")).citations[0]
    pipeline.close()
    return render.parameters(citation)


@pytest.fixture
def page(link: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(navigation, "link", lambda *given: None)
    page = AppTest.from_function(document_script, default_timeout=60)
    for name, value in link.items():
        page.query_params[name] = value
    yield page
    st.cache_resource.clear()


def changed(folder: Path, tmp_path: Path, text: str) -> None:
    (folder / HARBOUR).write_text(text, encoding="utf-8")
    assert index([str(folder), "--store", str(tmp_path / "store")]) == 0


def shown_again(page: AppTest) -> str:
    page.run()
    assert not page.exception
    return shown(page)


def test_an_address_is_valid_while_its_document_is_unchanged(page: AppTest, folder: Path, tmp_path: Path) -> None:
    (folder / "2032-01-01-new.txt").write_text("Another document.\n", encoding="utf-8")
    assert index([str(folder), "--store", str(tmp_path / "store")]) == 0
    assert 'Cited words">The harbour cost forty million crowns' in shown_again(page)
    assert not page.warning


def test_words_that_moved_are_found_again(page: AppTest, folder: Path, tmp_path: Path) -> None:
    changed(folder, tmp_path, GAZETTE[HARBOUR].replace("on Sunday", "on a rainy Sunday"))
    assert 'Cited words">The harbour cost forty million crowns' in shown_again(page)
    assert "the cited words were found again" in page.warning[0].value


def test_words_that_are_gone_are_named(page: AppTest, folder: Path, tmp_path: Path) -> None:
    changed(folder, tmp_path, GAZETTE[HARBOUR].replace("forty", "fifty"))
    html = shown_again(page)
    assert "<mark" not in html
    assert "The harbour cost fifty million crowns" in html
    assert "are not in it any more" in page.warning[0].value


def test_a_document_from_the_library_shows_what_is_known_of_it(page: AppTest) -> None:
    for name in ("start", "end", "sha", "words"):
        page.query_params.pop(name, None)
    seen = shown_again(page)
    assert "Who speaks in it:" in seen
    assert 'data-person="Odran Tell"' in seen
    assert '<figure class="otr-card">' in seen
    # Without the line that names the document: its title stands above.
    assert "Main points" in seen
    assert "in its own words" not in seen


def test_a_cited_document_tells_more_when_asked(page: AppTest) -> None:
    assert "Who speaks in it:" not in shown_again(page)
    page.toggle(key="document-about").set_value(True)
    assert "Who speaks in it:" in shown_again(page)


def test_the_original_of_any_kind_can_be_taken_away(page: AppTest, folder: Path) -> None:
    shown_again(page)
    assert [each.proto.label for each in page.get("download_button")] == ["Download"]
    (folder / HARBOUR).unlink()
    assert "not where it was indexed from" in shown_again(page)
    assert not page.get("download_button")
