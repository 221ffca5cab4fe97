"""Title, published date, source and address out of what a document says of itself; a wrong guess is worse than none.

A file's own metadata comes first, then front matter, a first line, and the file's name. The day on which a file was
made or changed is never taken for the day on which its words were published.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

import yaml

_ISO = r"(?P<day>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
_DATE_LINE = re.compile(r"\s*(?:date|published|published on)\s*:?\s+" + _ISO + r"\b[ \t]*", re.IGNORECASE)
_FIRST_DATE = re.compile(r"\s*" + _ISO + r"(?!\d)")
_NAME_DATE = re.compile(r"(?<!\d)" + _ISO + r"(?!\d)")
_PARTIAL = re.compile(r"(?P<day>(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)\Z")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
_WRITTEN = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%d.%m.%Y")
_HEADING = re.compile(r"\s*#{1,2}[ \t]+(?P<title>\S.*)")
_TITLE_CHARACTERS = 120
_HEAD_LINES = 5
_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_NAMES = {
    **{name: name for name in ("title", "source", "url", "author", "language", "speaker")},
    **{"date": "published", "published": "published", "link": "url", "lang": "language", "publisher": "source"},
}


def day(value: str) -> str | None:
    """Return a date that somebody wrote down as YYYY-MM-DD, YYYY-MM or YYYY, or None when it is none of these."""
    value = value.strip()
    if match := _FIRST_DATE.match(value):
        return match["day"] if _is_day(match["day"]) else None
    if match := _PARTIAL.match(value):
        return match["day"]
    return _written(value)


def _written(value: str) -> str | None:
    """Return the day of a date in words ("Thursday, 11 September 2025"); a numeric one only with full stops."""
    bare = _WEEKDAY.sub("", value)
    for form in _WRITTEN:
        try:
            return datetime.strptime(bare, form).date().isoformat()
        except ValueError:
            continue
    return None


def published(text: str, name: str) -> tuple[str, str] | None:
    """Return the published date and where it stands: a first line that begins with it, a line of its own, the name."""
    body = text[front_matter_end(text) :]
    for match, where in (
        (_DATE_LINE.match(body) or _FIRST_DATE.match(body), "the first line"),
        (_NAME_DATE.search(PurePosixPath(name).stem), "the file's name"),
    ):
        if match and _is_day(match["day"]):
            return match["day"], where
    for line in [each.strip() for each in body[:1_000].splitlines() if each.strip()][:_HEAD_LINES]:
        if len(line) <= 40 and (found := _written(line)):
            return found, "a line at the beginning"
    return None


def header_end(text: str) -> int:
    """Return the offset at which the words begin after front matter and a first line's `date 2025-09-11 …`."""
    front = front_matter_end(text)
    match = _DATE_LINE.match(text, front)
    return match.end() if match else front


def title(text: str, name: str) -> tuple[str, str]:
    """Return a title and where it stands: a heading or a short first line, else the file's name in words."""
    body = text[front_matter_end(text) :]
    heading = _HEADING.match(body)
    first = heading["title"].strip() if heading else _first_words(body)
    rest = _DATE_LINE.sub("", first, count=1)
    ends = rest.endswith((".", "!", "?", ",", ";", ":")) or bool(_FIRST_DATE.match(rest) or _written(rest))
    if 0 < len(rest) <= _TITLE_CHARACTERS and not ends:
        return rest, "a heading" if heading else "the first line"
    words = _NAME_DATE.sub("", PurePosixPath(name).stem).replace("-", " ").replace("_", " ").split()
    return (" ".join([words[0][:1].upper() + words[0][1:], *words[1:]]) if words else name), "the file's name"


def _first_words(body: str) -> str:
    """Return the first line that has words in it: a page number or a rule above them is passed over."""
    lines = (line.strip() for line in body[:2_000].splitlines())
    return next((line for line in lines if sum(map(str.isalpha, line)) >= 4), "")


def front_matter(text: str) -> dict[str, tuple[str, str]]:
    """Return what YAML front matter tells, each with where it stood; a block that is no YAML mapping tells nothing."""
    match = _FRONT.match(text)
    if match is None:
        return {}
    try:
        values: Any = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {
        _FRONT_NAMES[str(name).lower()]: (str(value), "front matter")
        for name, value in values.items()
        if str(name).lower() in _FRONT_NAMES and isinstance(value, (str, int, date))
    }


def front_matter_end(text: str) -> int:
    """Return the offset at which the text begins after its front matter; 0 without any."""
    match = _FRONT.match(text)
    return match.end() if match else 0


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
