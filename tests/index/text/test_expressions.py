"""Expressions that are compiled when they are first used, and not where a text begins otherwise than a match does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

from benchmarks.speed.growth import expressions
from index.text.expressions import _FOLDED, LETTERS, Deferred, expression, openings

CASE = re.IGNORECASE


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


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("^how many", ("how ",)),
        ("^(?:in )?how", ("how", "in h")),
        ("^(?P<what>which|what) (?:of|all)", ("what", "whic")),
        ("^a?b+c", ("ab", "b")),
        ("^a*b", ("a", "b")),
        ("^(?:ab|c)*d", ("ab", "c", "d")),
        ("^(?:So|no)?,? x", (" x", ", x", "no x", "no, ", "so x", "so, ")),
        (r"^\(a|b\)", ()),
        (r"^\(a[|)]b", ("(a",)),
        ("^(?:a|b)|c", ()),
        ("^ab{0,2}c", ("a",)),
        ("^(?:ab){2}c", ()),
        ("^(?=a)b", ()),
        ("^a(?!b)", ("a",)),
        (r"^\W*how", ()),
        ("how", ()),
        ("^[ab]c", ()),
        ("^(?:|a)b", ("ab", "b")),
        ("^\u212anife", ()),
    ],
)
def test_beginnings_are_read_as_far_as_they_are_known(pattern: str, found: tuple[str, ...]) -> None:
    assert openings(pattern, CASE) == found


def test_lines_and_spread_out_expressions_have_none() -> None:
    assert openings("^how", 0) == ("how",)
    assert openings("^how", re.MULTILINE) == openings("^how", re.VERBOSE) == ()


def begun(parts: Iterable[Any]) -> set[tuple[str, bool]]:
    """Return how what is matched begins as Python's own reader of expressions tells it, and whether it goes on."""
    found = {("", True)}
    for operator, value in parts:
        item = begun_by(str(operator), value)
        found = {
            ((text + more)[:LETTERS], goes_on and len(text + more) < LETTERS) if is_open else (text, False)
            for text, is_open in found
            for more, goes_on in item
        }
    return found


def begun_by(name: str, value: Any) -> set[tuple[str, bool]]:
    match name:
        case "AT":
            return {("", True)}
        case "LITERAL":
            return {(chr(value), True)}
        case "SUBPATTERN":
            return begun(value[3])
        case "BRANCH":
            return {each for branch in value[1] for each in begun(branch)}
        case "MAX_REPEAT" | "MIN_REPEAT":
            item = {(text, goes_on and value[1] == 1) for text, goes_on in begun(value[2])}
            return item | ({("", True)} if value[0] == 0 else set())
    return {("", False)}


def test_no_expression_of_the_project_matches_what_begins_otherwise() -> None:
    read = 0
    for each in {(found.pattern.pattern, found.pattern.flags) for found in expressions()}:
        known = openings(*each)
        if known:
            read += 1
            parsed = re._parser.parse(*each)  # type: ignore[attr-defined]
            assert {text for text, _ in begun(parsed) if not text.lower().startswith(known)} == set(), each
    assert read > 200


def test_letters_that_stand_for_others_are_those_that_python_takes_for_them() -> None:
    ascii_letters = "".join(map(chr, range(128)))
    alike = {chr(code) for code in range(128, 0x3000) if re.search(re.escape(chr(code)), ascii_letters, CASE)}
    assert alike == set(_FOLDED)


def test_what_begins_otherwise_is_told_without_compiling() -> None:
    asked = expression(r"^(?:in )?which boat", CASE)
    assert isinstance(asked, Deferred)
    for ask in (asked.match, asked.search, asked.fullmatch):
        assert ask("Where is the boat?") is None
    assert "_compiled" not in asked.__dict__
    assert asked.pattern == r"^(?:in )?which boat"
    found = asked.match("In WHICH boat")
    assert found is not None
    assert "_compiled" in asked.__dict__
    assert asked.match("Where is the boat?") is None


def test_letters_beyond_ascii_and_a_place_within_a_text_are_left_to_the_expression() -> None:
    say = expression("^say", CASE)
    assert say.match("\u017fay it") is not None
    assert say.fullmatch("\u017fAy") is not None
    there = expression("^b", CASE)
    assert there.match("ab", 1) is None
    assert there.search("ab") is None
    assert there.match("Boat") is not None
