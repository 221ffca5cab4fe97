"""Rows that are shown a page at a time."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ui import navigation


@pytest.mark.parametrize(
    ("rows", "chosen", "shown", "pages"),
    [
        (5, 1, [0, 1], 3),
        (5, 3, [4], 3),
        (4, 9, [2, 3], 2),
        (2, 1, [0, 1], None),
        (0, 1, [], None),
    ],
    ids=["the first", "the last", "past the last", "one page", "none"],
)
def test_a_page_of_rows(
    monkeypatch: pytest.MonkeyPatch, rows: int, chosen: int, shown: list[int], pages: int | None
) -> None:
    drawn: list[int] = []
    page = SimpleNamespace(session_state={"at": chosen}, pagination=lambda last, key: drawn.append(last))
    monkeypatch.setattr(navigation, "st", page)
    assert list(navigation.paged(range(rows), 2, "at")) == shown
    assert drawn == ([pages] if pages else [])
