"""What every reader returns, and how bytes become text: decoded, then normalised once and never again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

import charset_normalizer

from errors import DocumentError

Told = Mapping[str, tuple[str, str]]
"""What a file tells of itself: title, published, source, url, author, language, speaker -> (value, where)."""

# A single-byte encoding decodes anything, so text is told from other bytes by the control characters that text lacks.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
CONTROL_SHARE = 0.005
_BYTE_ORDER_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class Parsed:
    """One document of a file; `key` tells the documents of one file apart."""

    text: str
    told: Told = field(default_factory=dict)
    key: str | None = None
    pages: tuple[int, ...] = ()
    times: tuple[tuple[int, float], ...] = ()
    """Of a transcript with times: the offsets at which something is said, with the seconds."""
    problems: tuple[str, ...] = ()
    """What of the document could not be read."""
    omitted: tuple[tuple[str, int], ...] = ()
    """What of the file is not in the text, in the singular, with its count: ("picture", 3)."""
    letterhead: str = ""
    """What stands above the first page and is not in the text; it may tell the day."""


def told_by(where: str, values: Mapping[str, str | None]) -> dict[str, tuple[str, str]]:
    """Return the values that say something, trimmed, each with where it stood."""
    return {name: (value.strip(), where) for name, value in values.items() if value and value.strip()}


def normalised(text: str) -> str:
    """Return the text as it is kept and shown for good; offsets count in this string."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\x00", "")
    # A lone surrogate cannot be stored; it stands for bytes that were no character.
    return unicodedata.normalize("NFC", lines).encode("utf-8", errors="replace").decode("utf-8")


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of the bytes and the name of their encoding.

    Raises:
        DocumentError: the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _checked(content.decode(encoding, errors="replace")), encoding
    try:
        return _checked(content.decode("utf-8-sig")), "utf-8"
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(content[:200_000]).best()
        encoding = best.encoding if best else "cp1252"
        return _checked(content.decode(encoding, errors="replace")), encoding


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise DocumentError("is not text; convert it to text in UTF-8, or give it the suffix of what it is.")
    return text


def paragraphs_text(paragraphs: list[str]) -> str:
    """Return the paragraphs that hold something, normalised, with a blank line between them."""
    kept = (normalised(each).strip() for each in paragraphs)
    return "\n\n".join(each for each in kept if each)
