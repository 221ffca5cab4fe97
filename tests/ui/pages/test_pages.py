"""Library, exploring, settings and sign-in, run headless against a real store."""

from __future__ import annotations

import ast
import gc
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest

from settings import Settings
from tests.conftest import ROOT, embedded, indexed
from tests.ui.conftest import library_script, shown
from ui import navigation, session
from ui.pages import explore, settings_page

EVIL = "<script>alert(1)</script> *b* [x](http://vesk.example) $x$ :red[no]"


def opened(page: Callable[[], None]) -> AppTest:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    return app


def explore_script() -> None:
    from ui.pages import explore

    explore.page()


def settings_script() -> None:
    from ui.pages import settings_page

    settings_page.page()


def test_the_library_lists_and_finds_documents(store: Path) -> None:
    app = opened(library_script)
    assert "2 documents" in shown(app)
    app.text_input[-1].set_value("bridge").run()
    assert "1 of 2 documents" in shown(app)
    assert [each for each in app.text if "bridge" in each.value.lower()]
    app.text_input[-1].set_value("zeppelin").run()
    assert "0 of 2 documents" in shown(app)


def test_a_pasted_text_is_added_and_removed(store: Path) -> None:
    app = opened(library_script)
    app.text_input[0].set_value(EVIL)
    app.text_input[1].set_value("Odran Tell")
    app.text_area[0].set_value("The ferry is safe.")
    next(each for each in app.button if each.label == "Add text").click().run()
    assert not app.exception
    assert (app.text_input[0].value, app.text_area[0].value) == ("", "")
    _until(app, lambda: "3 documents" in shown(app))
    assert "<script>alert" not in shown(app).replace("<script>\n", "")
    added = next(each for each in app.button if "uploads" in str(each.key) and "remove-it" in str(each.key))
    added.click().run()
    _until(app, lambda: "2 documents" in shown(app))


def _until(app: AppTest, is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)
        app.run()


def test_a_text_without_words_is_a_message(store: Path) -> None:
    app = opened(library_script)
    app.text_input[0].set_value("The ferry")
    next(each for each in app.button if each.label == "Add text").click().run()
    assert "title and words" in app.warning[0].value
    assert app.text_input[0].value == "The ferry"


def test_only_editors_change_the_library(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_THE_RECORD_EDITORS", "ana@vesk.example")
    app = opened(library_script)
    assert "2 documents" in shown(app)
    assert not [each for each in app.button if "Add" in each.label or "Remove" in each.label]


def test_signed_out_users_see_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_THE_RECORD_EDITORS", "ana@vesk.example")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert [each.label for each in app.button] == ["Sign in"]
    assert not app.chat_input
    assert "statements" not in shown(app)


def test_who_speaks_leads_to_what_was_said(store: Path) -> None:
    app = opened(explore_script)
    app.button(key="person-Palo Brandt").click().run()
    assert not app.exception
    assert "The bearings are worn out." in shown(app)
    assert app.header[0].value == "Palo Brandt"


def test_a_topic_by_anybody_and_a_time(store: Path) -> None:
    app = opened(explore_script)
    app.text_input(key="explore-topic-first").set_value("harbour").run()
    assert not app.exception
    assert "The harbour cost forty million crowns" in shown(app)
    app.text_input(key="explore-topic-first").set_value("zeppelins").run()
    assert "Nothing was found." in shown(app)


def test_two_are_set_side_by_side_by_month(store: Path) -> None:
    app = opened(explore_script)
    app.toggle(key="explore-compare").set_value(True).run()
    app.selectbox(key="explore-speaker-first").set_value("Odran Tell")
    app.selectbox(key="explore-speaker-second").set_value("Palo Brandt").run()
    assert not app.exception
    assert [each.value for each in app.header] == ["Statements over time", "Odran Tell", "Palo Brandt"]
    assert app.selectbox(key="explore-period").options == ["All dates", "March 2031", "April 2031"]
    app.selectbox(key="explore-period").set_value("2031-04").run()
    assert "forty million" not in shown(app)
    assert "The bearings are worn out." in shown(app)


def test_who_spoke_when_leads_to_what_was_said_then_and_can_be_saved(store: Path) -> None:
    app = opened(explore_script)
    assert [each.value for each in app.header] == ["Who spoke when", "Who speaks"]
    assert [each.label for each in app.get("download_button")] == ["SVG", "PNG", "CSV"]
    assert explore.days_of("2031-04") == (date(2031, 4, 1), date(2031, 4, 30))
    assert explore.days_of("2032") == (date(2032, 1, 1), date(2032, 12, 31))


def test_settings_say_what_leaves_and_how_the_index_is(store: Path) -> None:
    app = opened(settings_script)
    assert any(settings_page.NOTHING in each.value.replace("\\", "") for each in app.markdown)
    assert "every passage can be found" in shown(app)
    app.radio[0].set_value("strict").run()
    assert app.session_state["strictness"] == "strict"
    assert f"{session.COOKIE}=strict" in shown(app)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Settings(), settings_page.NOTHING),
        (Settings(model="gguf:/somewhere/model.gguf"), settings_page.NOTHING),
        (Settings(model="openai:gpt"), "goes to the model openai:gpt"),
        (Settings(embedder="ollama:nomic"), "go to the embedder ollama:nomic"),
    ],
)
def test_what_leaves_this_machine_is_shown(settings: Settings, message: str) -> None:
    assert message in settings_page.leaves(settings)


@pytest.mark.parametrize(
    ("settings", "kept"),
    [
        (
            Settings(shared_answers=1000, shared_days=365),
            "The newest 1,000 shared answers are kept for 365 days; older",
        ),
        (Settings(shared_answers=0, shared_days=7), "All shared answers are kept for 7 days; older ones are deleted."),
        (Settings(shared_answers=0, shared_days=0), "All shared answers are kept. Whoever"),
    ],
)
def test_the_settings_say_how_long_shared_answers_are_kept(settings: Settings, kept: str) -> None:
    assert settings_page.kept_shared(settings).startswith(kept)


@pytest.mark.parametrize("script", [library_script, explore_script])
def test_an_empty_store_is_named(script: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "void"))
    monkeypatch.setattr(navigation, "link", lambda name, label, parameters=None, icon=None: st.text(label))
    app = opened(script)
    assert "indexed yet" in app.info[0].value
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.mark.parametrize("script", [library_script, explore_script, settings_script])
def test_names_that_look_like_markup_are_text(
    script: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "evil"
    folder.mkdir()
    (folder / "a.jsonl").write_text(
        '{"id": "<b>1</b>", "title": "<script>alert(1)</script>", "speaker": "<img src=x onerror=alert(1)> Tell", '
        '"text": "<script>alert(2)</script> The ferry is safe.", "date": "2031-03-02", "source": "<b>Gazette</b>"}\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(navigation, "link", lambda name, label, parameters=None, icon=None: st.text(label))
    indexed(folder, embedded(tmp_path / "store"))
    app = opened(script)
    for each in ("<script>alert", "<img", "<b>Gazette"):
        assert each not in shown(app)
    st.cache_resource.clear()
    st.cache_data.clear()


def test_a_page_is_compiled_whatever_another_thread_parses() -> None:
    """CPython 3.11 counts the depth of a syntax tree once for all threads; a collection between lets them meet."""
    text = (ROOT / "rag" / "pipeline.py").read_text(encoding="utf-8")
    done = threading.Event()

    def parses() -> None:
        while not done.is_set():
            with suppress(SystemError):
                ast.parse(text)

    def lingers(phase: str, info: object) -> None:
        sum(range(300))

    interval, often = sys.getswitchinterval(), gc.get_threshold()
    gc.callbacks.append(lingers)
    other = threading.Thread(target=parses)
    other.start()
    try:
        sys.setswitchinterval(1e-5)
        gc.set_threshold(50)
        for page in [*sorted((ROOT / "ui" / "pages").glob("*.py")), ROOT / "app.py"] * 5:
            assert ScriptCache().get_bytecode(str(page))
    finally:
        done.set()
        gc.set_threshold(*often)
        sys.setswitchinterval(interval)
        gc.callbacks.remove(lingers)
        other.join()
