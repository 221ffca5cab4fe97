"""What every reader returns, and how bytes become text: decoded, then normalised once and never again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from errors import DocumentError
from index.readers.encodings import WINDOWS_SIGNS, guessed, mostly_utf8, utf16_without_mark
from index.text.expressions import expression

About = Mapping[str, tuple[str, str]]
"""What a file says of itself: title, published, source, url, author, language, speaker -> (value, where)."""

# Text differs from other bytes by the control characters that it lacks: of random bytes they are a tenth, and where the
# bytes are no UTF-8 either, signs that no language writes are a third.
_CONTROL = expression(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LEFT_OUT = expression(r"[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_READABLE = expression(r"[\w\s!-/:-@\[-`{-~\u2010-\u2026\u00a0-\u00bf\u3000-\u303f\uff00-\uffef№€™]")
_EUROPEAN = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_INVISIBLE = expression(
    "[\u00ad\u200b\u2060\ufeff]"
    # Joiners, which only other scripts need.
    f"|(?<=[{_EUROPEAN}])[\u200c\u200d]+(?=[{_EUROPEAN} .,;:!?])"
    # The stress marks of Russian and Ukrainian textbooks.
    "|(?<=[\u0400-\u04ff])\u0301"
)
"""Characters that nobody sees, or that are no part of a word's spelling: a name would end at them."""
_SPACES = expression("(?<!\\d)[\u00a0\u2000-\u200a\u202f]|[\u00a0\u2000-\u200a\u202f](?!\\d)")
"""Spaces that break no line or have a width of their own; between figures they join the groups of one number."""
CONTROL_SHARE = 0.05
FEW_CONTROLS = 0.005
UNREADABLE_SHARE = 0.1
_BYTE_ORDER_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class Parsed:
    """One document of a file; `key` tells the documents of one file apart."""

    text: str
    about: About = field(default_factory=dict)
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
    turns: tuple[tuple[int, int, str, str | None], ...] = ()
    """Spans of which the file itself marks whose words they are: start, end, speaker, and the
    day where it is not the document's (empty where it is not known)."""


def found_in(where: str, values: Mapping[str, str | None]) -> dict[str, tuple[str, str]]:
    """Return the values that say something, trimmed, each with where it stood."""
    return {name: (value.strip(), where) for name, value in values.items() if value and value.strip()}


def normalised(text: str) -> str:
    """Return the text as it is kept and shown for good; offsets count in this string."""
    # A file that was copied as text between systems once too often ends its lines with two returns.
    lines = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.replace("\f", "\n").replace("\x00", "")
    return whole(
        _INVISIBLE.sub("", unicodedata.normalize("NFC", lines)).replace("\u2028", "\n").replace("\u2029", "\n")
    )


def plainly_spaced(text: str) -> str:
    """Return the text with a space for each no-break one, every character in its place."""
    return _SPACES.sub(" ", text)


def whole(text: str) -> str:
    """Return the text with "?" for each lone surrogate, which no database holds: it was no character."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


class Decoded(NamedTuple):
    """The text of some bytes, the name of their encoding, and how many of their characters were left out."""

    text: str
    encoding: str
    omitted: tuple[tuple[str, int], ...] = ()


def decoded(content: bytes) -> Decoded:
    """Return the text of the bytes; its encoding is that of its mark, UTF-8, or by the evidence of its language.

    Raises:
        DocumentError: the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _cleaned(content.decode(encoding, errors="replace"), encoding)
    if unmarked := utf16_without_mark(content):
        return _cleaned(content.decode(unmarked, errors="replace"), unmarked)
    try:
        return _cleaned(content.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        if (text := mostly_utf8(content.removeprefix(b"\xef\xbb\xbf"))) is not None:
            return _cleaned(text, "utf-8")
    encoding = guessed(content)
    text = content.decode(encoding, errors="replace")
    unread = len(text) - len(_READABLE.findall(text))
    if unread > UNREADABLE_SHARE * len(text):
        raise _no_text()
    return _cleaned(text, encoding)


def _cleaned(text: str, encoding: str) -> Decoded:
    """Return the text without control characters; a Windows sign that was taken for one is that sign again."""
    if not _CONTROL.search(text):
        return Decoded(text, encoding, _lost(text, ()))
    text = re.sub("[\x80-\x84\x86-\x9f]", lambda match: WINDOWS_SIGNS.get(ord(match[0]), match[0]), text)
    controls = len(_CONTROL.findall(text))
    # One or two in a short text are no proof of a binary file.
    if controls > CONTROL_SHARE * len(text) or (encoding != "utf-8" and controls > max(2, FEW_CONTROLS * len(text))):
        raise _no_text()
    kept, left_out = _LEFT_OUT.subn("", text)
    return Decoded(kept, encoding, _lost(kept, (("control character", left_out),) if left_out else ()))


def _lost(text: str, omitted: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    unread = text.count("\ufffd")
    return (*omitted, ("unreadable character", unread)) if unread else omitted


def _no_text() -> DocumentError:
    return DocumentError("is not text; convert it to text in UTF-8, or give it the suffix of what it is.")


def paragraphs_text(paragraphs: list[str]) -> str:
    """Return the paragraphs that hold something, normalised, with a blank line between them."""
    kept = (normalised(each).strip() for each in paragraphs)
    return "\n\n".join(each for each in kept if each)


_SINGLE_SHARE, _LONGEST_SPACED = 0.75, 400


def with_letters_together(text: str) -> str:
    """Return a text with words for lines in spaced letters ("T h e  Q u a y"), as converters of pages leave titles."""
    return "\n".join(_together(line) if _may_be_spaced(line) else line for line in text.split("\n"))


def _may_be_spaced(line: str) -> bool:
    bare = line.lstrip(" ")
    return 8 <= len(line) <= _LONGEST_SPACED and bare[1:2] == bare[3:4] == " "


def _together(line: str) -> str:
    """Return a line with a space for each wider gap; as it is where single letters are few or no gap is wider."""
    pieces = line.split()
    letters = sum(len(each) == 1 and each.isalpha() for each in pieces)
    words = [word.replace(" ", "") for word in re.split(r" {2,}", line.strip())]
    is_spaced = letters >= max(4, _SINGLE_SHARE * len(pieces)) and (len(words) > 1 or len(pieces) >= 8)
    return " ".join(words) if is_spaced else line


_FEWEST_BROKEN, _BROKEN_SHARE, _LONG_LINE, _LONGEST_LINE = 8, 0.2, 60, 120
_NO_TEXT = ("#", "-", "*", "•", "|", ">", "[", "!")


def with_whole_paragraphs(text: str) -> str:
    """Return a text whose every line stands between blank ones, as programs that convert pages leave it, in paragraphs.

    Such a text has many lines that end within a sentence, the next in small letters.
    """
    parts = text.split("\n\n")
    pairs = [(one, other, _goes_on(one) and _is_line(other)) for one, other in zip(parts, parts[1:], strict=False)]
    broken = sum(goes_on and other[:1].islower() for _, other, goes_on in pairs)
    if broken < max(_FEWEST_BROKEN, _BROKEN_SHARE * len(pairs)):
        return text
    joined = parts[:1]
    for one, other, goes_on in pairs:
        is_long = len(one) - one.rfind("\n") > _LONG_LINE
        is_within = goes_on and (is_long or other[:1].islower())
        joined += ["\n" if is_within else "\n\n", other]
    return "".join(joined)


def _is_line(part: str) -> bool:
    """Return whether a part of a text begins with a line of a page, no heading, entry or cell."""
    first = part.partition("\n")[0]
    return len(first) <= _LONGEST_LINE and not part.startswith(_NO_TEXT)


def _goes_on(part: str) -> bool:
    """Return whether a part of a text ends within a sentence, in a line of a page, and is no heading."""
    is_line = len(part) - part.rfind("\n") - 1 <= _LONGEST_LINE
    return is_line and not part.startswith(_NO_TEXT) and (part[-1:].isalnum() or part.endswith(","))
