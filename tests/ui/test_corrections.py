"""Correcting a document on its page, headless: for editors, said as a correction, and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.records import Document, Statement
from index.storage.catalog import open_catalog
from index.storage.store import open_store
from index.sync import sync
from settings import Settings
from tests.conftest import GAZETTE, embedded, indexed, written
from tests.ui.conftest import document_script, library_script, shown
from ui import corrections, limits, navigation, session

HARBOUR = "2031-03-02-harbour.txt"
BRIDGE = "2031-04-11-bridge.md"
EVIL = "<script>alert(1)</script> *b* :red[no] $x$"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(navigation, "link", lambda name, label, parameters=None, icon=None: st.text(label))
    yield indexed(written(tmp_path / "papers", GAZETTE), embedded(tmp_path / "store"))
    st.cache_resource.clear()
    st.cache_data.clear()


def opened(name: str = HARBOUR) -> AppTest:
    app = AppTest.from_function(document_script, default_timeout=60)
    app.query_params["doc"] = name
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, label: str, number: int = 0) -> AppTest:
    [each for each in app.button if each.label == label][number].click().run()
    assert not app.exception
    return app


def fill(app: AppTest, name: str, written: str) -> None:
    next(each for each in app.text_input if each.label == corrections.LABELS[name]).set_value(written)


def document(settings: Settings, name: str = HARBOUR) -> Document:
    catalog = open_catalog(settings)
    found = catalog.document(name)
    catalog.close()
    assert found is not None
    return found


def statements(settings: Settings, name: str = HARBOUR) -> list[Statement]:
    catalog = open_catalog(settings)
    found = catalog.statements(name)
    catalog.close()
    return found


def test_fields_are_corrected_and_taken_back(settings: Settings) -> None:
    app = opened()
    fill(app, "title", "On the harbour")
    fill(app, "published", "5 March 2031")
    fill(app, "source", "The Vesk Gazette")
    press(app, "Save corrections")
    now = document(settings)
    assert (now.title, now.published, now.source) == ("On the harbour", "2031-03-05", "The Vesk Gazette")
    assert now.speaker is None
    assert "speaker" not in dict(now.read)
    assert "Title corrected; the file says “Harbour”." in shown(app)
    assert "Day corrected; the file says “2 March 2031”." in shown(app)
    assert "Source corrected; the file says none." in shown(app)
    app.button(key="as-read-published").click().run()
    assert not app.exception
    assert document(settings).published == "2031-03-02"
    assert "Day corrected" not in shown(app)
    assert "Title corrected" in shown(app)


def test_a_name_that_told_another_day_is_named(settings: Settings) -> None:
    app = opened(BRIDGE)
    fill(app, "published", "2031-04-01")
    press(app, "Save corrections")
    assert "Day corrected; the file’s name says “11 April 2031”." in shown(app)


def test_a_day_may_be_none(settings: Settings) -> None:
    app = opened()
    fill(app, "published", "")
    press(app, "Save corrections")
    assert document(settings).published is None
    assert "Day corrected; the file says “2 March 2031”." in shown(app)


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [("title", "  ", "title is empty"), ("published", "some day", "cannot be read"), ("speaker", "a\nb", "line break")],
)
def test_what_cannot_be_kept_is_a_message(settings: Settings, name: str, written: str, message: str) -> None:
    app = opened()
    fill(app, name, written)
    press(app, "Save corrections")
    assert message in app.warning[0].value
    assert document(settings).read == ()


def test_that_nothing_changed_is_said(settings: Settings) -> None:
    app = press(opened(), "Save corrections")
    assert app.info[0].value == "Nothing was changed."


def test_a_statement_gets_its_speaker_and_gives_it_back(settings: Settings) -> None:
    app = opened()
    last = statements(settings)[-1]
    name = f"{last.start}-{last.end}"
    app.text_input(key=f"speaker-{name}-{last.speaker}").set_value("Berta Noll")
    press(app, "Save statement", -1)
    assert [each.speaker for each in statements(settings)] == ["Odran Tell", "Odran Tell", "Berta Noll"]
    assert "speaker corrected; it was read as Mira Quill" in shown(app)
    app.query_params["start"], app.query_params["end"] = str(last.start), str(last.end)
    assert "words of Berta Noll (speaker corrected)" in shown(app.run())
    app.button(key=f"as-read-{name}").click().run()
    assert not app.exception
    assert statements(settings)[-1].speaker == "Mira Quill"


@pytest.mark.parametrize(("written", "shown_day"), [("1963", "1963"), ("5 March 1963", "5 March 1963"), ("", "")])
def test_a_statement_gets_its_day_and_gives_it_back(settings: Settings, written: str, shown_day: str) -> None:
    app = opened()
    last = statements(settings)[-1]
    name = f"{last.start}-{last.end}"
    app.text_input(key=f"said_on-{name}-{last.said_on}").set_value(written)
    press(app, "Save statement", -1)
    assert (statements(settings)[-1].said_on or "").startswith(written[-4:])
    assert f"day corrected; it was read as {last.said_on}" in shown(app)
    assert shown_day in shown(app)
    app.button(key=f"as-read-{name}").click().run()
    assert not app.exception
    assert statements(settings)[-1] == last


def test_a_correction_whose_words_are_gone_is_shown_and_dropped(settings: Settings, tmp_path: Path) -> None:
    app = opened()
    last = statements(settings)[-1]
    app.text_input(key=f"speaker-{last.start}-{last.end}-{last.speaker}").set_value("Berta Noll")
    press(app, "Save statement", -1)
    (tmp_path / "papers" / HARBOUR).write_text("The lighthouse burned down.\n", encoding="utf-8")
    sync([tmp_path / "papers"], session.pipeline().store, settings.passage_tokens)
    app = opened()
    assert "The speaker Berta Noll of the words that stood at" in shown(app)
    press(app, "Delete this correction")
    assert "Berta Noll" not in shown(app)


def test_statements_come_page_by_page(settings: Settings, tmp_path: Path) -> None:
    lines = "\n\n".join(f"“Berth {number} is closed to all ships,” Palo Brandt said." for number in range(12))
    (tmp_path / "papers" / "berths.txt").write_text(f"On the berths.\n\n{lines}\n", encoding="utf-8")
    with open_store(settings) as store:
        sync([tmp_path / "papers"], store, settings.passage_tokens)
    app = opened("berths.txt")
    assert len([each for each in app.button if each.label == "Save statement"]) == corrections.PAGE
    app.session_state["statements-page-number"] = 2
    assert len([each for each in app.run().button if each.label == "Save statement"]) == 2


def test_readers_may_not_correct_and_see_what_was(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened()
    fill(app, "title", "On the harbour")
    press(app, "Save corrections")
    monkeypatch.setenv("ON_THE_RECORD_EDITORS", "ana@vesk.example")
    app = opened()
    assert not app.text_input
    assert not app.button
    assert "Title corrected; the file says “Harbour”." in shown(app)


def test_while_documents_are_indexed_it_has_to_wait(settings: Settings) -> None:
    app = opened()
    fill(app, "title", "On the harbour")
    with session.pipeline().store.writing:
        press(app, "Save corrections")
    assert "are being indexed" in app.warning[0].value
    assert document(settings).title == "Harbour"


def test_a_visitor_corrects_so_often_in_a_minute(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CORRECTIONS", 1)
    st.cache_resource.clear()
    app = opened()
    for title in ("On the harbour", "On the berths"):
        fill(app, "title", title)
        press(app, "Save corrections")
    assert "1 correction a minute" in app.warning[0].value
    assert document(settings).title == "On the harbour"


def test_what_looks_like_markup_is_text(settings: Settings) -> None:
    app = opened()
    for name in ("title", "source", "speaker"):
        fill(app, name, EVIL)
    press(app, "Save corrections")
    assert document(settings).speaker == EVIL
    app = opened()
    fill(app, "title", "x")
    press(app, "Save corrections")
    assert "<script>alert" not in shown(app)
    app.query_params["doc"] = "nowhere"
    assert "<script>alert" not in shown(app.run())


def test_what_was_not_read_and_corrected_is_shown_in_the_library(settings: Settings, tmp_path: Path) -> None:
    read = document(settings)
    with open_store(settings) as store:
        kept = next(each for each in store.catalog.kept() if each.document.id == HARBOUR)
        left_out = replace(read, omitted=(("picture", 3), ("comment", 1)), read=(("title", "Old"),))
        store.catalog.writer.put(replace(kept, document=left_out), {})
    assert "Not read of the file: 3 pictures, 1 comment." in shown(opened())
    app = AppTest.from_function(library_script, default_timeout=60).run()
    assert not app.exception
    assert "corrected · not read: 3 pictures, 1 comment" in shown(app)


def test_a_long_title_of_a_file_can_be_shortened(settings: Settings, tmp_path: Path) -> None:
    record = {"id": "1", "title": "Harbour " * 200, "text": "The harbour is closed."}
    (tmp_path / "papers" / "long.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    with open_store(settings) as store:
        sync([tmp_path / "papers"], store, settings.passage_tokens)
    app = opened("long.jsonl#1")
    fill(app, "title", "Harbour")
    press(app, "Save corrections")
    assert document(settings, "long.jsonl#1").title == "Harbour"
