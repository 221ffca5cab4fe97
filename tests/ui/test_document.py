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
from ui import navigation, render

HARBOUR = "2031-03-02-harbour.txt"


def _script() -> None:
    from ui.pages import document

    document.page()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in GAZETTE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


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
    page = AppTest.from_function(_script, default_timeout=60)
    for name, value in link.items():
        page.query_params[name] = value
    yield page
    st.cache_resource.clear()


def changed(folder: Path, tmp_path: Path, text: str) -> None:
    (folder / HARBOUR).write_text(text, encoding="utf-8")
    assert index([str(folder), "--store", str(tmp_path / "store")]) == 0


def shown(page: AppTest) -> str:
    page.run()
    assert not page.exception
    return "\n".join(str(each.proto.body) for each in page.get("html"))


def test_an_address_holds_while_its_document_is_unchanged(page: AppTest, folder: Path, tmp_path: Path) -> None:
    (folder / "2032-01-01-new.txt").write_text("Another document.\n", encoding="utf-8")
    assert index([str(folder), "--store", str(tmp_path / "store")]) == 0
    assert 'Cited words">The harbour cost forty million crowns' in shown(page)
    assert not page.warning


def test_words_that_moved_are_found_again(page: AppTest, folder: Path, tmp_path: Path) -> None:
    changed(folder, tmp_path, GAZETTE[HARBOUR].replace("on Sunday", "on a rainy Sunday"))
    assert 'Cited words">The harbour cost forty million crowns' in shown(page)
    assert "the cited words were found again" in page.warning[0].value


def test_words_that_are_gone_are_told_so(page: AppTest, folder: Path, tmp_path: Path) -> None:
    changed(folder, tmp_path, GAZETTE[HARBOUR].replace("forty", "fifty"))
    html = shown(page)
    assert "<mark" not in html
    assert "The harbour cost fifty million crowns" in html
    assert "are not in it any more" in page.warning[0].value
