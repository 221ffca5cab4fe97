"""Letters and signs that picture fonts keep under codes of their own."""

from __future__ import annotations

import pytest

from index.readers.office.symbol_fonts import character, is_picture_font, readable


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", 0x61, "α"),
        ("symbol ", 0xF0B3, "≥"),
        ("Symbol", 0x31, "1"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Wingdings", 0xF021, None),
        ("Wingdings 2", 0xF0FC, None),
        ("Webdings", 0x61, None),
        ("Arial", 0xF041, "A"),
        ("Arial", 0x416, "Ж"),
        ("Arial", 0xD800, None),
    ],
)
def test_the_character_that_a_code_shows(font: str, code: int, shown: str | None) -> None:
    assert character(font, code) == shown


def test_text_keeps_its_letters_and_loses_pictures() -> None:
    assert readable("5 \uf0b3 4", "Symbol") == "5 ≥ 4"
    assert readable("done \uf0fc\uf021", "Wingdings") == "done ✓"
    assert readable("plain", "Wingdings") == "plain"


@pytest.mark.parametrize(("font", "picture"), [("Wingdings 3", True), (" SYMBOL", True), ("Symbola", False)])
def test_which_fonts_show_signs(font: str, picture: bool) -> None:
    assert is_picture_font(font) is picture
