"""A store for the pages to show, and what is seen and asked on a page that runs headless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.conftest import GAZETTE, NewStore, embedded, indexed, written
from ui import navigation


@pytest.fixture(scope="session")
def new_store() -> NewStore:
    """What makes stores: of one kind, as what is tested here lies above them and tests/rag asks both kinds."""
    return embedded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "documents", GAZETTE)


@pytest.fixture
def store(gazette_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(
        navigation, "link", lambda name, label, parameters=None, icon=None: st.text(f"→ {label} {parameters}")
    )
    indexed(gazette_folder, embedded(tmp_path / "store"))
    yield tmp_path / "store"
    st.cache_resource.clear()
    st.cache_data.clear()


def shown(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def questions(app: AppTest) -> list[str]:
    """Return the questions that head the answers of a chat, in order."""
    return [unescape(each) for each in re.findall(r'<h2 class="otr-question"[^>]*>(.*?)</h2>', shown(app), re.DOTALL)]


def ask(app: AppTest, question: str) -> None:
    app.chat_input[0].set_value(question).run()
    assert not app.exception


def library_script() -> None:
    from ui.pages import library

    library.page()


def document_script() -> None:
    from ui.pages import document

    document.page()
