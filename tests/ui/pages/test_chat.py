"""The pages' logic, run headless against a real store."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.__main__ import main as index
from settings import Settings
from tests.conftest import ROOT, SAMPLE, embedded, indexed
from tests.ui.conftest import ask, shown
from ui import limits, session
from ui.answer import suggested
from ui.source import panel

POLAND = "What did Lukashenko say about Poland?"


def questions(app: AppTest) -> list[str]:
    return [unescape(each) for each in re.findall(r'<h2 class="otr-question"[^>]*>(.*?)</h2>', shown(app))]


def chosen(app: AppTest, name: str) -> None:
    """Choose a citation as the browser does, which names it (ui/browser/page.js)."""
    answers = [each.answer for each in app.session_state["conversation"].exchanges]
    turn, number = (int(each) for each in name.split("-"))
    opened = panel._Opened(answers[turn].citations[number - 1], answers[turn].citations)
    app.session_state["source-opened"] = opened
    app.run()


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    store = tmp_path / "store"
    indexed(SAMPLE, embedded(store))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(store))
    # The first run loads the embedding weights.
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    st.cache_resource.clear()


def test_an_empty_chat_shows_what_is_there_and_offers_questions(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert app.title[0].value == "On the Record"
    assert "1 document of 11 September 2025" in shown(app)
    starters = [each for each in app.button if str(each.key).startswith("starter")]
    assert 2 <= len(starters) <= 4


def test_a_link_to_a_shared_answer_that_is_gone_says_so_until_something_is_asked(app: AppTest) -> None:
    app.query_params["answer"] = "0" * 32
    app.run()
    assert "not here any more" in app.warning[0].value
    ask(app, POLAND)
    assert not app.warning
    assert "answer" not in app.query_params


def test_a_question_is_answered_with_its_sources(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    assert not app.exception
    html = shown(app)
    assert "We immediately informed Poland." in html
    assert "Poles are smart people" in html
    assert html.count("✓ All words checked against the document") == 1
    assert "Answer ready, 2 sources" in html


def test_a_starter_asks_itself(app: AppTest) -> None:
    app.run()
    starter = next(each for each in app.button if each.key == "starter-0")
    label = starter.label
    starter.click().run()
    assert not app.exception
    assert label in questions(app)
    assert "words checked against the document" in shown(app)


def test_further_questions_stand_under_the_last_answer_and_ask_themselves(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    offered = [each for each in app.button if str(each.key).startswith("suggested-0")]
    assert 1 <= len(offered) <= 3
    label = offered[0].label
    offered[0].click().run()
    assert not app.exception
    assert label in questions(app)
    assert "words checked against the document" in shown(app)
    assert not [each for each in app.button if str(each.key).startswith("suggested-0")]
    assert [each for each in app.button if str(each.key).startswith("suggested-1")]


def test_further_questions_are_not_looked_for_while_others_ask(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def offered() -> list[str]:
        return [each.label for each in app.button if str(each.key).startswith("suggested-0")]

    monkeypatch.setenv("ON_THE_RECORD_QUESTIONS_AT_ONCE", "2")
    app.run()
    with limits._limits().line.turn(lambda before: None):
        app.chat_input[0].set_value(POLAND).run()
        assert not offered()
    app.run()
    assert offered()


def test_looking_for_further_questions_is_left_off_when_others_ask(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered() -> list[str]:
        return [each.label for each in app.button if str(each.key).startswith("suggested-0")]

    def asks() -> None:
        while not line._spare:
            pass
        with line.turn(lambda before: None):
            answered.wait(60)

    monkeypatch.setattr(suggested, "STEP", 0.0)
    app.run()
    line, answered = limits._limits().line, threading.Event()
    other = threading.Thread(target=asks)
    other.start()
    app.chat_input[0].set_value(POLAND).run()
    assert not app.exception
    assert "words checked against the document" in shown(app)
    assert not offered()
    answered.set()
    other.join(60)
    app.run()
    assert offered()


def test_a_refusal_offers_questions_that_have_an_answer(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value("What did Lukashenko say about China?").run()
    offered = [each for each in app.button if str(each.key).startswith("suggested-0")]
    assert offered
    offered[0].click().run()
    assert "words checked against the document" in shown(app)


def test_a_follow_up_says_how_it_was_understood(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    app.chat_input[0].set_value("And about Russia?").run()
    assert "Understood as: What did Lukashenko say about Russia?" in shown(app)


def test_a_question_that_lost_its_mark_alone_was_understood_as_asked(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value("When was Poland first mentioned?").run()
    assert "Understood as" not in shown(app)


def test_what_is_not_there_shows_the_nearest_as_no_answer(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value("What did Lukashenko say about China?").run()
    assert "was found in what Lukashenko said. Searched 1 document" in shown(app)
    assert app.expander[0].label == "The nearest passages, not an answer"


def test_a_new_chat_is_empty_again(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value(POLAND).run()
    app.button(key="new-chat").click().run()
    assert not questions(app)
    assert app.title[0].value == "On the Record"


def test_a_blank_question_is_met_with_a_message(app: AppTest) -> None:
    app.run()
    app.chat_input[0].set_value("   ").run()
    assert not app.exception
    assert any("empty" in each.value for each in app.warning)


def test_files_that_come_with_a_question_are_read_before_it_is_answered(app: AppTest) -> None:
    app.run()
    app.chat_input[0].upload("pier.txt", "“The pier will be painted green,” said Lena Orr on Monday.".encode())
    app.chat_input[0].set_value("What did Lena Orr say about the pier?").run()
    assert not app.exception
    assert "The pier will be painted green," in shown(app)
    assert "1 added" in shown(app)
    next(each for each in app.button if each.label == "Dismiss").click().run()
    assert "1 added" not in shown(app)


def test_files_without_a_question_are_added_and_what_is_not_read_is_named(app: AppTest) -> None:
    app.run()
    app.chat_input[0].upload("talk.mp3", b"x").run()
    assert any("there is no reader" in each.value for each in app.warning)
    app.chat_input[0].upload("pier.txt", b"The pier is green.").run()
    assert not app.exception
    assert "Add pier.txt" in shown(app)
    assert not questions(app)


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
    from index.storage.store import open_store

    with open_store(Settings(store=tmp_path / "held")):
        monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "held"))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        assert not app.exception
        assert "being indexed on this machine" in app.info[0].value
        assert "process" not in app.info[0].value


def test_one_pipeline_serves_all_sessions(app: AppTest) -> None:
    app.run()
    assert session.pipeline() is session.pipeline()


def test_a_conversation_can_be_saved_as_evidence(app: AppTest) -> None:
    app.run()
    assert not app.get("download_button")
    app.chat_input[0].set_value(POLAND).run()
    assert [each.proto.label for each in app.get("download_button")] == ["JSON", "MD", "HTML", "CSV"]
    assert not app.exception


def test_a_filter_is_a_chip_that_can_be_taken_off(app: AppTest) -> None:
    app.run()
    ask(app, "What did Trump say about Russia?")
    before = app.session_state["conversation"].exchanges[0].answer
    chip = app.button(key="chip-0-speaker")
    assert "Trump" in chip.label
    chip.click().run()
    assert not app.exception
    after = app.session_state["conversation"].exchanges[0].answer
    assert (dict(before.scope.filters), dict(after.scope.filters)) == ({"speaker": "Trump"}, {})
    assert not [each for each in app.button if str(each.key).startswith("chip")]
    assert len(questions(app)) == 1


def test_days_are_one_chip(app: AppTest) -> None:
    app.run()
    ask(app, "What did Lukashenko say about Poland in September 2025?")
    assert "1 September 2025 to 30 September 2025" in app.button(key="chip-0-since").label
    app.button(key="chip-0-since").click().run()
    assert [each.key for each in app.button if str(each.key).startswith("chip")] == ["chip-0-speaker"]


def test_a_source_opens_beside_the_chat_and_closes(app: AppTest) -> None:
    app.run()
    ask(app, POLAND)
    chosen(app, "0-2")
    assert not app.exception
    assert 'aria-label="Cited words">I have already said before that Poles are smart people.' in shown(app)
    app.button(key="close-source").click().run()
    assert "Cited words" not in shown(app)


def test_a_question_is_edited_and_what_followed_it_is_dropped(app: AppTest) -> None:
    app.run()
    ask(app, POLAND)
    ask(app, "And about Russia?")
    app.text_area[0].set_value("What did Lukashenko say about Trump?").run()
    app.button(key="resend-0").click().run()
    assert not app.exception
    assert questions(app) == ["What did Lukashenko say about Trump?"]
    assert "help him in his mission" in shown(app)


def test_conversations_are_listed_found_renamed_and_deleted(app: AppTest) -> None:
    app.run()
    ask(app, POLAND)
    app.button(key="new-chat").click().run()
    ask(app, "What did Lukashenko say about Trump?")
    listed = [each for each in app.sidebar.button if str(each.key).startswith("open-chat")]
    assert {each.label for each in listed} == {POLAND, "What did Lukashenko say about Trump?"}
    app.sidebar.text_input(key="sought").set_value("poland").run()
    (found,) = [each for each in app.sidebar.button if str(each.key).startswith("open-chat")]
    found.click().run()
    assert questions(app) == [POLAND]
    key = str(found.key).removeprefix("open-chat-")
    app.sidebar.text_input(key=f"title-{key}").set_value("On Poland").run()
    assert app.sidebar.button(key=f"open-chat-{key}").label == "On Poland"
    app.sidebar.button(key=f"delete-{key}").click().run()
    assert not app.exception
    assert not questions(app)
    app.sidebar.text_input(key="sought").set_value("").run()
    assert [each.label for each in app.sidebar.button if str(each.key).startswith("open-chat")] == [
        "What did Lukashenko say about Trump?"
    ]


def test_a_bad_answer_is_kept_as_a_gold_question(app: AppTest, tmp_path: Path) -> None:
    app.run()
    ask(app, POLAND)
    (key,) = [each.key for each in app.get("feedback")] or [None]
    conversation = app.session_state["conversation"]
    conversation.exchanges[0].liked = False
    app.run()
    assert key is None or str(key).startswith("thumbs-")
    app.text_input(key=f"right-{conversation.id}-0").set_value("We immediately informed Poland.").run()
    app.button(key="gold-0").click().run()
    assert not app.exception
    (line,) = (tmp_path / "store" / "gold-from-chat.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["answers"] == ["We immediately informed Poland."]


def test_an_address_can_ask(app: AppTest) -> None:
    app.query_params["q"] = POLAND
    app.run()
    assert not app.exception
    assert "We immediately informed Poland." in shown(app)
    assert "q" not in app.query_params


def test_an_answer_is_copied_with_its_sources(app: AppTest) -> None:
    app.run()
    ask(app, POLAND)
    assert re.search(r'data-copies="[^"]*\n\[2\] Aleksandr Lukashenko · 11 September 2025', shown(app))
    assert re.search(r'data-copies="## What did Lukashenko say about Poland\?\n', shown(app))
