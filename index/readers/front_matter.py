"""Front matter of a text (YAML between dashes, TOML between plus signs): what it tells, and the text without it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import yaml

from index.names.titles import given_and_surname
from index.readers.fields import AUTHORS, DATES, OTHERS, SPEAKERS, plain
from index.text.expressions import expression
from index.text.word_lists import given_names

_FRONT = expression(
    r"\A\s{0,9}(?:---[ \t]*\n(?P<yaml>(?:.*?\n)??)(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?P<toml>(?:.*?\n)??)\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FIELD = expression(r"(?P<name>[A-Za-z][\w -]{0,40})[ \t]*[:=][ \t]*(?P<value>\S[^\n]*)")
_FIELDS = {
    **OTHERS,
    **dict.fromkeys(AUTHORS, "author"),
    **dict.fromkeys(DATES, "published"),
    **dict.fromkeys(SPEAKERS, "speaker"),
    **dict.fromkeys(("authors", "by", "writer", "creator", "creators"), "author"),
    **dict.fromkeys(("pubdate", "publishdate", "published_at", "date_published", "publication_date"), "published"),
}
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_INVERTED = expression(
    rf"(?P<surname>{_CAPITAL}(?: {_CAPITAL})?), (?P<given>{_CAPITAL}(?: (?:{_CAPITAL}|[A-Z]\.)){{0,2}})"
)
_OTHER = frozenset(
    "layout tags categories category slug permalink draft description excerpt summary comments id".split()
)
"""Fields that only front matter has: a transcript between two rules has none of them."""
LONGEST, _MOST_NAMES = 20_000, 20
"""Characters of front matter: what goes on longer is a text between two rules."""


class Front(NamedTuple):
    """What front matter tells, each with where it stood; the text behind it; how many lines tell other things."""

    about: dict[str, tuple[str, str]]
    text: str
    omitted: tuple[tuple[str, int], ...] = ()


def without_front_matter(text: str) -> Front:
    """Return a text without its front matter; a block that names no field is a part of the text."""
    match = _FRONT.match(text[: LONGEST + 20])
    if match is None:
        return Front({}, text)
    block = match["yaml"] or match["toml"] or ""
    values = _values(block, toml=match["yaml"] is None)
    if block.strip() and {plain(name) for name in values}.isdisjoint(_FIELDS.keys() | _OTHER):
        return Front({}, text)
    about = told(values, "front matter")
    read = sum(_FIELDS.get(plain(name)) in about for name in values)
    other = sum(bool(line.strip()) for line in match[0].strip().split("\n")[1:-1]) - read
    return Front(about, text[match.end() :], (("line of front matter", other),) if other > 0 else ())


def told(values: Mapping[str, Any], where: str) -> dict[str, tuple[str, str]]:
    """Return what fields tell of a document, each with where it stood; of two for one thing the first counts."""
    about: dict[str, tuple[str, str]] = {}
    for name, value in values.items():
        field, words = _FIELDS.get(plain(name)), _words(value)
        if field and words:
            about.setdefault(field, (words, where))
    return about


def _values(block: str, toml: bool) -> Mapping[str, Any]:
    """Return the fields of a block; one that breaks its language's rules ("title: Quay: shut") is read line by line."""
    if not toml:
        try:
            found: Any = yaml.safe_load(block)
        except (yaml.YAMLError, RecursionError, ValueError):
            found = None
        if isinstance(found, dict):
            return {str(name): value for name, value in found.items()}
    lines = [line for line in block.split("\n") if line.strip()]
    fields = dict(_lines(lines))
    # Prose between two rules is no front matter.
    return fields if len(fields) * 2 >= len(lines) else {}


def _lines(lines: list[str]) -> Iterator[tuple[str, str]]:
    for match in filter(None, map(_FIELD.fullmatch, map(str.rstrip, lines))):
        yield match["name"], match["value"].strip().strip("\"'")


def _words(value: object) -> str:
    """Return the value of a field in words: names of a list one after the other, of a person with fields the name."""
    several = value[:_MOST_NAMES] if isinstance(value, list) else [value]
    named = (each.get("name") if isinstance(each, dict) else each for each in several)
    # "headline: true" is no title.
    told = (each for each in named if isinstance(each, (str, int, date)) and not isinstance(each, bool))
    words = [html.unescape(str(each)).strip() for each in told]
    people = [_in_order(each, alone=isinstance(value, list)) for each in words]
    # A library names a person and the body that he belongs to as who made a text; beside him that made none of it.
    return ", ".join(each for each in people if each) if any(people) else ", ".join(words)


def _in_order(name: str, *, alone: bool) -> str | None:
    """Return a name that a library writes surname first ("Ruiz, Ana") as it is said, None for any other.

    Not `alone`, as an entry of a list is, "Rosa, Emil" may be two that are called by their given names.
    """
    match = _INVERTED.fullmatch(name)
    said = f"{match['given']} {match['surname']}" if match else ""
    sure = match and (alone or match["surname"].lower() not in given_names())
    return said if sure and given_and_surname(said) else None
