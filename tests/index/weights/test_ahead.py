"""What is loaded ahead is loaded once, and what fails is tried again by whoever needs it."""

from __future__ import annotations

import pytest

from index.weights.ahead import Once


def test_it_is_loaded_once_ahead_or_not() -> None:
    loaded: list[int] = []
    for ahead in (True, False):
        once = Once(lambda: loaded.append(1) or len(loaded))  # type: ignore[func-returns-value]
        if ahead:
            once.begin()
            once.begin()
        first = once.get()
        once.begin()
        assert once.get() == first
    assert loaded == [1, 1]


def test_what_failed_ahead_is_tried_again() -> None:
    tries = iter([ValueError("not yet"), ValueError("still not"), "there"])

    def load() -> str:
        found = next(tries)
        if isinstance(found, ValueError):
            raise found
        return found

    once = Once(load)
    once.begin()
    with pytest.raises(ValueError, match="still not"):
        once.get()
    assert once.get() == once.get() == "there"
    once.forget()
    with pytest.raises(StopIteration):
        once.get()
