"""Whose conversations a visitor sees: the signed-in user's, or those of the browser's cookie."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from ui import visitor

TOKEN = "0123456789abcdef" * 2


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What Streamlit knows of a browser: nothing yet."""
    drawn: list[str] = []
    known = SimpleNamespace(
        user={},
        context=SimpleNamespace(cookies={}),
        session_state={},
        drawn=drawn,
        html=lambda text, **how: drawn.append(text),
    )
    monkeypatch.setattr(visitor, "st", known)
    return known


def owner_with(page: SimpleNamespace, user: dict[str, Any] | None = None, cookie: str | None = None) -> str:
    page.user, page.session_state = user or {}, {}
    page.context.cookies = {visitor.COOKIE: cookie} if cookie else {}
    return visitor.owner()


def test_a_browser_without_a_cookie_is_another_one_each_time_and_the_same_within_a_session(
    page: SimpleNamespace,
) -> None:
    first = visitor.owner()
    assert visitor.owner() == first
    assert owner_with(page) != first


def test_a_cookie_is_known_again_and_the_name_does_not_give_it_away(page: SimpleNamespace) -> None:
    name = owner_with(page, cookie=TOKEN)
    assert owner_with(page, cookie=TOKEN) == name
    assert TOKEN not in name


@pytest.mark.parametrize("cookie", ["../../etc", TOKEN[1:], f"{TOKEN}0", TOKEN.upper(), "'; alert(1); '"])
def test_a_cookie_of_another_form_is_not_taken_over(page: SimpleNamespace, cookie: str) -> None:
    assert owner_with(page, cookie=cookie) != owner_with(page, cookie=cookie)
    visitor.remember()
    assert cookie not in page.drawn[0]


def test_who_signs_in_is_the_same_in_every_browser(page: SimpleNamespace) -> None:
    quill = {"is_logged_in": True, "sub": "7", "email": "quill@vesk.example"}
    assert owner_with(page, quill, TOKEN) == owner_with(page, quill)
    assert owner_with(page, {**quill, "sub": "8"}, TOKEN) != owner_with(page, quill, TOKEN)
    assert owner_with(page, {**quill, "is_logged_in": False}, TOKEN) == owner_with(page, cookie=TOKEN)


def test_the_cookie_is_left_once(page: SimpleNamespace) -> None:
    visitor.owner()
    visitor.remember()
    (script,) = page.drawn
    page.context.cookies = {visitor.COOKIE: script.partition(f"{visitor.COOKIE}=")[2].partition(";")[0]}
    visitor.remember()
    assert page.drawn == [script]
