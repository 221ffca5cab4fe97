"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from index.text.expressions import Deferred, expression


def test_it_does_what_a_compiled_one_does() -> None:
    ferry = expression(r"the (?P<what>ferry|boat)\b", re.IGNORECASE)
    text = "The ferry sails. The boat does not."
    assert [each["what"] for each in ferry.finditer(text)] == ["ferry", "boat"]
    assert ferry.sub("it", text) == "it sails. it does not."
    found = ferry.match(text)
    assert found is not None
    assert (found[0], found.re.pattern) == ("The ferry", ferry.pattern)
    assert ferry.flags & re.IGNORECASE
    assert ferry.search("the harbour") is None


def test_it_is_compiled_once_and_not_before() -> None:
    wrong = expression("(")
    assert isinstance(wrong, Deferred)
    with pytest.raises(re.error):
        wrong.match("")
    right = expression("a+")
    assert isinstance(right, Deferred)
    assert right.compiled() is right.compiled()
