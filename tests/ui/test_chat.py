"""The pages' logic, run headless against a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.__main__ import main as index
from settings import Settings
from tests.conftest import ROOT, SAMPLE, indexed
from ui import session

POLAND = "What did Lukashenko say about Poland?"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    store = tmp_path / "store"
    indexed(SAMPLE, store)
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(store))
    # The first run loads the embedding weights.
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    st.cache_resource.clear()


def shown(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def test_an_empty_chat_tells_what_is_there_and_offers_questions(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert app.title[0].value == "On the Record"
    assert "1 document of 11 September 2025" in app.caption[0].value
    starters = [each for each in app.button if str(each.key).startswith("starter")]
    assert 2 <= len(starters) <= 4


def test_a_question_is_answered_with_its_sources(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    assert not app.exception
    html = shown(app)
    assert "We immediately informed Poland." in html
    assert "Poles are smart people" in html
    assert html.count("verified word for word") == 2
    assert "Answer ready, 2 sources" in html


def test_a_starter_asks_itself(app: AppTest) -> None:
    app.run()
    starter = next(each for each in app.button if each.key == "starter-0")
    label = starter.label
    starter.click().run()
    assert not app.exception
    assert label in [each.value for each in app.text]
    assert "verified word for word" in shown(app)


def test_a_follow_up_says_how_it_was_understood(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    app.chat_input[0].set_value("And about Russia?").run()
    assert any("Understood as" in each.value and "Russia" in each.value for each in app.caption)


def test_what_is_not_there_shows_the_nearest_as_no_answer(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value("What did Lukashenko say about China?").run()
    assert "was found. Searched 1 document" in shown(app)
    assert app.expander[0].label == "The nearest passages, not an answer"


def test_a_new_chat_is_empty_again(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    app.button(key="new-chat").click().run()
    assert not app.chat_message
    assert app.title[0].value == "On the Record"


def test_a_blank_question_is_met_with_a_message(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value("   ").run()
    assert not app.exception
    assert any("empty" in each.value for each in app.warning)


def test_an_empty_store_tells_how_to_fill_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "void"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert "Nothing is indexed yet" in app.info[0].value
    assert "python -m index PATH" in app.code[0].value
    # The chat holds the store; the command that the page names hands its work over to it.
    assert index([str(SAMPLE), "--store", str(tmp_path / "void")]) == 0
    app.run()
    assert not app.info
    st.cache_resource.clear()


def test_a_store_in_use_is_a_message_not_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from index.store import open_store

    with open_store(Settings(store=tmp_path / "held")):
        monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "held"))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        assert not app.exception
        assert "is in use by" in app.error[0].value


def test_one_pipeline_serves_all_sessions(app: AppTest) -> None:
    app.run()
    assert session.pipeline() is session.pipeline()


def test_a_conversation_can_be_saved_as_evidence(app: AppTest) -> None:
    app.run()
    assert not app.get("download_button")
    app.chat_input[0].set_value(POLAND).run()
    assert [each.proto.label for each in app.get("download_button")] == ["JSON", "MD", "HTML", "CSV"]
    assert not app.exception
