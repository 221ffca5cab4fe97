"""Countries under their names, their people's and their capitals'."""

from __future__ import annotations

import pytest

from index.text.countries import country, unified


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Moscow", "Russia"),
        ("Poles", "Poland"),
        ("Belarusian", "Belarus"),
        ("ferry", None),
        ("Turkmen", "Turkmenistan"),
    ],
)
def test_a_word_names_a_country(word: str, expected: str | None) -> None:
    assert country(word) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the United States said", "the American said"),
        ("the Buenos Aires office", "the Argentine office"),
        ("в Польше", "в Poland"),
    ],
)
def test_names_of_several_words_and_other_languages_become_one_word(one: str, other: str) -> None:
    assert unified(one) == other


def test_every_single_word_of_the_table_is_known() -> None:
    assert [
        word for word in ("Kabul", "Tirana", "Algiers", "Kyiv", "Kiev", "Ankara", "Hanoi") if not country(word)
    ] == []
