from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.numbers import NumberKind, numbers, roman, value_of

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
GROUPS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def below_thousand(number: int, joint: str, link: str) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (joint + UNITS[number % 10] if number % 10 else "")
    rest = f"{link}{below_thousand(number % 100, joint, link)}" if number % 100 else ""
    return f"{UNITS[number // 100]} hundred{rest}"


def in_words(number: int, joint: str = "-", link: str = " and ") -> str:
    parts = []
    for scale, name in GROUPS:
        if number >= scale:
            parts.append(f"{below_thousand(number // scale, joint, link)} {name}")
            number %= scale
    if number or not parts:
        parts.append(
            ("and " if parts and link == " and " and number < 100 else "") + below_thousand(number, joint, link)
        )
    return " ".join(parts)


@given(
    st.one_of(st.integers(0, 999), st.integers(0, 999_999), st.integers(0, 10**12 - 1)),
    st.sampled_from(["-", " "]),
    st.sampled_from([" and ", " "]),
)
def test_a_number_in_words_has_its_value(number: int, joint: str, link: str) -> None:
    text = in_words(number, joint, link)
    (found,) = numbers(f"There were {text} of them.")
    assert found.value == number
    assert (found.kind, found.worded) == ("cardinal", True)
    assert f"There were {text} of them."[found.start : found.end] == text


@given(st.integers(0, 10**12 - 1), st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_figures_has_its_value(number: int, form: str) -> None:
    assert value_of(form.format(number)) == number


@given(st.text(alphabet="0123456789 ,.-/%½ahundredmilotwfivksy\n", max_size=60))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    found = numbers(text)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("2 million", 2_000_000, "cardinal"), ("2m", 2_000_000, "cardinal"), ("2bn", 2 * 10**9, "cardinal"),
        ("2.5 billion", 2_500_000_000, "cardinal"), ("1,234,567", 1_234_567, "cardinal"), ("2,5", 2.5, "cardinal"),
        ("half a million", 500_000, "cardinal"), ("a dozen", 12, "cardinal"), ("two dozen", 24, "cardinal"),
        ("half a dozen", 6, "cardinal"), ("a million and a half", 1_500_000, "cardinal"),
        ("two and a half million", 2_500_000, "cardinal"), ("2½ million", 2_500_000, "cardinal"),
        ("two point five million", 2_500_000, "cardinal"), ("twelve hundred", 1200, "cardinal"),
        ("nineteen eighty-four", 1984, "cardinal"), ("twenty twenty-five", 2025, "cardinal"),
        ("a quarter of a million", 250_000, "cardinal"), ("twenty five", 25, "cardinal"),
        ("40 per cent", 40, "percent"), ("40%", 40, "percent"), ("forty percent", 40, "percent"),
        ("forty-one percentage points", 41, "percent"),
        ("two thirds", Fraction(2, 3), "fraction"), ("three-quarters", 0.75, "fraction"),
        ("1/3", Fraction(1, 3), "fraction"), ("½", 0.5, "fraction"), ("a third", Fraction(1, 3), "fraction"),
        ("twenty-first", 21, "ordinal"), ("21st", 21, "ordinal"), ("one hundred and second", 102, "ordinal"),
        ("1990s", 1990, "decade"), ("hundreds", 100, "vague"), ("few thousand", 1000, "vague"),
    ],
)  # fmt: skip
def test_what_a_number_is(text: str, value: float | Fraction, kind: NumberKind) -> None:
    first = numbers(f"It was {text}, they said.")[0]
    assert (first.value, first.kind) == (value, kind)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and three", [2, 3]), ("in 2021, 5 people", [2021, 5]), ("one of the two", [1, 2]),
        ("40 to 50 per cent", [40, 50]), ("two or three million", [2_000_000, 3_000_000]),
        ("from five to two million", [5, 2_000_000]), ("thirty, forty", [30, 40]), ("2026-04-02", [2026, 4, 2]),
        ("an hour", []), ("the harbour", []), ("B2", [2]),
    ],
)  # fmt: skip
def test_numbers_beside_each_other(text: str, values: list[int]) -> None:
    assert [each.value for each in numbers(text)] == values


def test_both_ends_of_a_range_are_of_its_kind() -> None:
    assert [each.kind for each in numbers("40 to 50 per cent")] == ["percent", "percent"]


@pytest.mark.parametrize(("number", "expected"), [(2, "II"), (12, "XII"), (0, None), (13, None)])
def test_roman(number: int, expected: str | None) -> None:
    assert roman(number) == expected
