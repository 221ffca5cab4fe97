"""The tour is shown once, in three steps, and can be left at each."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import shown
from ui import tour


def script() -> None:
    from ui import tour

    tour.draw()


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(script, default_timeout=60).run()


def pressed(app: AppTest, key: str) -> str:
    app.button(key=key).click().run()
    assert not app.exception
    return shown(app)


def test_three_steps_lead_to_its_end(app: AppTest) -> None:
    assert "1 of 3: Ask" in shown(app)
    assert "2 of 3: Check" in pressed(app, "tour-next")
    assert "3 of 3: Add" in pressed(app, "tour-next")
    assert [each.label for each in app.button] == ["Done"]
    assert "of 3" not in pressed(app, "tour-leave")


def test_it_is_left_at_its_first_step_and_the_browser_keeps_that(app: AppTest) -> None:
    left = pressed(app, "tour-leave")
    assert f"{tour.COOKIE}=seen" in left
    assert not app.button


def test_a_reader_is_not_told_to_add_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.access.may_edit", lambda: False)
    assert [title for title, _ in tour.steps()] == ["Ask", "Check", "Look around"]
