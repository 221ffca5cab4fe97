"""Characters of picture fonts (Symbol, Wingdings), which keep letters and signs under codes of their own."""

from __future__ import annotations

_SYMBOL = (
    dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | dict(zip(b"\x22\x24\x27\x2a\x2d\x40\x5c\x5e", "∀∃∋∗−≅∴⊥", strict=True))
    | dict(zip(range(0xA1, 0xB0), "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓", strict=True))
    | dict(zip(range(0xB0, 0xC0), "°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True))
    | dict(zip(range(0xC0, 0xD0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉", strict=True))
    | dict(zip(range(0xD0, 0xE0), "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True))
    | dict(zip(b"\xe0\xe1\xe5\xf1\xf2", "◊〈∑〉∫", strict=True))
)
_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA7: "▪"} | {
    **{0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓"},
    **{0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x28: "☎", 0x2A: "✉"},
}
_PICTURES = ("wingdings", "webdings", "zapf dingbats", "monotype sorts", "zapfdingbats")


def is_picture_font(font: str) -> bool:
    """Return whether the codes of a font stand for signs and not for letters."""
    name = font.strip().lower()
    return name == "symbol" or name.startswith(_PICTURES)


def readable(text: str, font: str) -> str:
    """Return the text with the codes of picture fonts made the characters that they show; pictures are dropped."""
    if not any("\uf000" <= each <= "\uf0ff" for each in text):
        return text
    return "".join((character(font, ord(each)) or "") if "\uf000" <= each <= "\uf0ff" else each for each in text)


def character(font: str, code: int) -> str | None:
    """Return the character that a code of a font shows; None where it is a picture that Unicode text has no use for."""
    name, small = font.strip().lower(), code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if name == "symbol":
        return _SYMBOL.get(small) or (chr(small) if 0x20 <= small < 0x7F else None)
    if name.startswith(_PICTURES):
        return _WINGDINGS.get(small) if name.startswith("wingdings") and name[-1] == "s" else None
    if 0xF000 <= code <= 0xF0FF:
        return chr(small) if 0x20 <= small < 0x7F or small >= 0xA0 else None
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else None
