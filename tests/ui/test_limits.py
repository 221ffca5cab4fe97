"""How much one reader may do in a minute, and the line in which questions wait."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from errors import StoppedError
from rag.serve import limits as shared
from rag.serve.limits import MINUTE, Line, Rate
from tests.conftest import ROOT, embedded, indexed
from tests.ui.conftest import ask, library_script, questions, shown
from ui import limits

HARBOUR, BRIDGE = "What did Odran Tell say about the harbour?", "What did Palo Brandt say about the bearings?"


def test_each_visitor_has_a_minute_of_his_own() -> None:
    rate = Rate(2)
    assert [rate.wait("ana", 0), rate.wait("ana", 10), rate.wait("ana", 20)] == [0, 0, 40]
    assert rate.wait("bo", 20) == 0
    assert [rate.wait("ana", 59), rate.wait("ana", 60), rate.wait("ana", 61)] == [1, 0, 9]


@given(some.lists(some.integers(0, 30), max_size=60), some.integers(1, 5))
def test_no_minute_has_more(pauses: list[int], most: int) -> None:
    rate, now, admitted = Rate(most), 0.0, []
    for pause in pauses:
        now += pause
        if not rate.wait("ana", now):
            admitted.append(now)
    for at in admitted:
        assert len([each for each in admitted if at - MINUTE < each <= at]) <= most


def test_who_did_nothing_for_a_minute_is_forgotten() -> None:
    rate = Rate(1)
    for number in range(1000):
        rate.wait(f"visitor {number}", number)
    assert len(rate._times) == MINUTE


def test_questions_are_worked_on_in_the_order_in_which_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "PATIENCE", 0.02)
    line, came, announced = Line(1), [], []  # type: tuple[Line, list[int], list[tuple[int, int]]]
    waiting = [threading.Event() for _ in range(3)]

    def ask(number: int) -> None:
        def hear(before: int) -> None:
            announced.append((number, before))
            waiting[number].set()

        with line.turn(hear):
            came.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    with line.turn(lambda before: pytest.fail("the first need not wait")):
        for thread, event in zip(threads, waiting, strict=True):
            thread.start()
            assert event.wait(10)
        assert came == []
    for thread in threads:
        thread.join(10)
    assert came == [0, 1, 2]
    assert {(0, 1), (1, 2), (2, 3)} <= set(announced)
    assert [(number, 0) in announced for number in range(3)] == [True] * 3


def test_a_line_that_closes_refuses_who_waits_and_finishes_who_is_worked_on() -> None:
    line, waits, told = Line(1), threading.Event(), list[str]()

    def ask() -> None:
        try:
            with line.turn(lambda before: waits.set()):
                told.append("worked on")
        except StoppedError as error:
            told.append(str(error))

    waiting = threading.Thread(target=ask)
    with line.turn(lambda before: None):
        waiting.start()
        assert waits.wait(10)
        line.close()
        waiting.join(10)
        told.append("finished")
    assert told == ["The service is being stopped; ask again in a few seconds.", "finished"]


def test_who_leaves_the_line_delays_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "PATIENCE", 0.02)
    line = Line(1)

    def stop(before: int) -> None:
        raise KeyboardInterrupt

    with line.turn(lambda before: None), pytest.raises(KeyboardInterrupt), line.turn(stop):
        pytest.fail("it is not its turn")
    with line.turn(lambda before: pytest.fail("the line is empty")):
        pass


def test_what_nobody_asked_for_is_worked_on_only_while_nobody_asks() -> None:
    line = Line(1)
    assert line.is_empty()
    with line.turn(lambda before: None), line.spare() as is_free:
        assert not is_free()
        assert not line.is_empty()
    with line.spare() as is_free, line.spare() as is_again_free:
        assert (is_free(), is_again_free()) == (True, False)
        with line.turn(lambda before: pytest.fail("it delays no question")):
            assert not is_free()
        assert is_free()
    with line.spare() as is_free:
        assert is_free()


@pytest.fixture
def app(gazette_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    indexed(gazette_folder, embedded(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_QUESTIONS_PER_MINUTE", "1")
    monkeypatch.setenv("ON_THE_RECORD_LOG", str(tmp_path / "log.jsonl"))
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    st.cache_resource.clear()


def test_one_question_too_many_is_kept_and_asked_again(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.run()
    ask(app, HARBOUR)
    ask(app, BRIDGE)
    (warning,) = app.warning
    limit = r"The limit for one reader, 1 question a minute, is reached. "
    assert re.match(
        limit + r"Your question is kept: ask it again in \d+ seconds, from \d\d:\d\d:\d\d UTC on.",
        warning.value.replace("\\", ""),
    )
    assert questions(app) == [HARBOUR, BRIDGE]
    assert '"event": "limited"' in (tmp_path / "log.jsonl").read_text(encoding="utf-8")
    # Another reader is not held up by this one.
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    ask(other, HARBOUR)
    assert not other.warning
    monkeypatch.setattr(shared, "MINUTE", 0.0)
    app.button(key="again-1").click().run()
    assert not app.exception
    assert not app.warning
    assert "The bearings are worn out." in shown(app)
    assert questions(app) == [HARBOUR, BRIDGE]


def test_zero_is_any_number(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_THE_RECORD_QUESTIONS_PER_MINUTE", "0")
    app.run()
    ask(app, HARBOUR)
    ask(app, BRIDGE)
    assert not app.warning


def test_a_question_waits_for_the_one_before_it(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_THE_RECORD_QUESTIONS_AT_ONCE", "1")
    monkeypatch.setattr(shared, "PATIENCE", 0.05)
    app.run()
    drawn: list[str] = []
    html = st.delta_generator.DeltaGenerator.html

    def heard(self: object, body: str, **named: object) -> object:
        drawn.append(body)
        if "In line, 1 question ahead of yours" in body:
            done.set()
        return html(self, body, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "html", heard)
    done, began = threading.Event(), threading.Event()

    def occupy() -> None:
        with limits._kept(1, 1).line.turn(lambda before: None):
            began.set()
            done.wait(30)

    occupying = threading.Thread(target=occupy)
    occupying.start()
    assert began.wait(10)
    ask(app, HARBOUR)
    occupying.join(10)
    waited = [each for each in drawn if "otr-waiting" in each]
    assert ["In line" in each for each in waited[:2]] == [False, True]
    assert "Searching" in waited[-1]
    assert "forty million crowns" in shown(app)


def test_adding_too_often_is_put_off(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ADDITIONS", 1)
    monkeypatch.setattr("ui.navigation.link", lambda name, label, parameters=None, icon=None: st.text(label))
    library = AppTest.from_function(library_script, default_timeout=60).run()
    for title in ("One", "Two"):
        library.text_input[0].set_value(title)
        library.text_area[0].set_value("The ferry is safe.")
        next(each for each in library.button if each.label == "Add text").click().run()
        assert not library.exception
    assert "1 addition a minute" in library.warning[0].value
    assert "Nothing was added" in library.warning[0].value
