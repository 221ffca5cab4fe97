"""Another system's quotations as statements, where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from evals import peers
from tests.index.analysed import document

TEXT = "“It rains,” said Odran Tell.\n\nOdd marks “ here.\n\n‘It snows,’ she said.\n"


def found(text: str) -> Iterator[Any]:
    """Find what textacy would: words with their marks, and the tokens of their speaker."""
    if text.startswith("Odd"):
        raise ValueError("an odd number of marks")
    end = text.index("”") + 1 if "”" in text else text.index("’") + 1
    names = ["Odran", "Tell"] if "Tell" in text else []
    yield SimpleNamespace(
        content=SimpleNamespace(start_char=0, end_char=end), speaker=[SimpleNamespace(text=each) for each in names]
    )


def test_what_it_finds_stands_in_the_document_without_its_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "_textacy", lambda: (str, found))
    statements = peers.textacy_statements(document(TEXT))
    assert [(TEXT[each.start : each.end], each.speaker) for each in statements] == [
        ("It rains,", "Odran Tell"),
        ("It snows,", None),
    ]


@pytest.mark.parametrize(("there", "names"), [(True, [peers.TEXTACY]), (False, [])])
def test_only_what_is_installed_is_measured(monkeypatch: pytest.MonkeyPatch, there: bool, names: list[str]) -> None:
    spec = object() if there else None
    monkeypatch.setattr("importlib.util.find_spec", lambda name: spec if name.startswith("en_") else object())
    assert list(peers.installed()) == names
