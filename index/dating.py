"""Title, published date and source out of what a document says of itself; a wrong guess is worse than none."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath

_ISO = r"(?P<day>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
_DATE_LINE = re.compile(r"\s*(?:date|published|published on)\s*:?\s+" + _ISO + r"\b[ \t]*", re.IGNORECASE)
_FIRST_DATE = re.compile(r"\s*" + _ISO + r"\b")
_NAME_DATE = re.compile(r"(?<!\d)" + _ISO + r"(?!\d)")
_HEADING = re.compile(r"\s*#{1,2}[ \t]+(?P<title>\S.*)")
_TITLE_CHARACTERS = 120


def published(text: str, name: str) -> str | None:
    """Return the published date as YYYY-MM-DD: of a first line that begins with it, else of the file's name."""
    match = _DATE_LINE.match(text) or _FIRST_DATE.match(text) or _NAME_DATE.search(PurePosixPath(name).stem)
    return match["day"] if match and _is_day(match["day"]) else None


def header_end(text: str) -> int:
    """Return the offset at which the text begins after a first line's `date 2025-09-11 …`; 0 when there is none."""
    match = _DATE_LINE.match(text)
    return match.end() if match else 0


def title(text: str, name: str) -> str:
    """Return a heading or a short first line of the text, else the file's name in words."""
    heading = _HEADING.match(text)
    first = heading["title"].strip() if heading else text.strip().partition("\n")[0].strip()
    rest = _DATE_LINE.sub("", first, count=1)
    if 0 < len(rest) <= _TITLE_CHARACTERS and not (rest.endswith((".", "!", "?", ",", ";")) or _FIRST_DATE.match(rest)):
        return rest
    words = _NAME_DATE.sub("", PurePosixPath(name).stem).replace("-", " ").replace("_", " ").split()
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]]) if words else name


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
