"""Front matter of a text (YAML between dashes, TOML between plus signs): what it tells, and the text without it."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from index.names.titles import given_and_surname, is_title_word, split_title
from index.readers.fields import GUESTS, MEANT, SPEAKERS, VOICES, plain
from index.records import VOICES as VOICES_ENTRY
from index.text.expressions import expression
from index.text.word_lists import given_names

_FRONT = expression(
    r"\A\s{0,9}(?:---[ \t]*\n(?P<yaml>(?:.*?\n)??)(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?P<toml>(?:.*?\n)??)\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FIELD = expression(r"(?P<name>[A-Za-z][\w -]{0,40})[ \t]*[:=][ \t]*(?P<value>\S[^\n]*)")
_FIELDS = {
    **MEANT,
    **dict.fromkeys(("authors", "by", "writer", "columnist", "contributor", "creator", "creators"), "author"),
    "publishdate": "published",
}
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_INVERTED = expression(
    rf"(?P<surname>{_CAPITAL}(?: {_CAPITAL})?), (?P<given>{_CAPITAL}(?: (?:{_CAPITAL}|[A-Z]\.)){{0,2}})"
)
_OTHER = frozenset(
    "layout tags categories category slug permalink draft description excerpt summary comments id".split()
)
"""Fields that only front matter has: a transcript between two rules has none of them."""
_KINDS = frozenset("speech sermon homily address lecture keynote remarks eulogy".split())
"""What a text's type says where its author is who speaks."""
_NAMED = expression(
    rf"(?:{_CAPITAL}|[A-Z]\.)"
    rf"(?: (?:(?:de|da|di|van|von|der|den|al|bin|el|la|le) ){{0,2}}(?:{_CAPITAL}\.?|[A-Z]\.)){{1,4}}"
)
_SLUG = expression(r"[a-z]{1,20}(?:_[a-z]{1,20}){1,3}")
_TAG = expression(
    r"\A\s{0,9}<(?P<tag>[a-z]{2,20})(?P<fields>(?:\s{1,9}[a-z_]{2,20}=\"[^\"<>\n]{0,300}\"){1,20})\s{0,9}>[ \t]*\n"
)
"""One tag around a whole text that tells whose it is: `<speech speaker="a_ruiz" date="2031-05-02">`."""
_COMMENT = expression(r"\A\s{0,9}<!--[^<>]{0,500}-->")
_ATTRIBUTE = expression(r"(?P<name>[a-z_]{2,20})=\"(?P<value>[^\"]*)\"")
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
        return _tagged(text)
    block = match["yaml"] or match["toml"] or ""
    values = _values(block, toml=match["yaml"] is None)
    if block.strip() and {plain(name) for name in values}.isdisjoint({*_FIELDS, *_OTHER, *VOICES, *GUESTS}):
        return Front({}, text)
    about = told(values, "front matter")
    read = sum(_FIELDS.get(plain(name)) in about for name in values)
    other = sum(bool(line.strip()) for line in match[0].strip().split("\n")[1:-1]) - read
    return Front(about, text[match.end() :], (("line of front matter", other),) if other > 0 else ())


def _tagged(text: str) -> Front:
    """Return a text that one tag opens without it, with what the tag tells; any other as it is."""
    tag = _TAG.match(text[:LONGEST])
    fields = {each["name"]: each["value"] for each in _ATTRIBUTE.finditer(tag["fields"])} if tag else {}
    if tag is None or not {*SPEAKERS, *VOICES} & fields.keys():
        return Front({}, text)
    words = _COMMENT.sub("", text[tag.end() :]).rstrip().removesuffix(f"</{tag['tag']}>")
    if f"<{tag['tag']} " in words:
        # Of several in one file each is somebody else's.
        return Front({}, text)
    about = told({name: _spelt(value) for name, value in fields.items()}, "the tag around the text")
    return Front(about, words, (("tag around the text", 1),))


def _spelt(value: str) -> str:
    """Return a value that is written as names of files are in words: "a_ruiz" is "A. Ruiz"."""
    if _SLUG.fullmatch(value):
        return " ".join(f"{each.upper()}." if len(each) == 1 else each.title() for each in value.split("_"))
    return value.replace("_", " ") if "_" in value and " " not in value else value


def told(values: Mapping[str, Any], where: str) -> dict[str, tuple[str, str]]:
    """Return what fields tell of a document, each with where it stood; of two for one thing the first counts."""
    about: dict[str, tuple[str, str]] = {}
    for name, value in values.items():
        field, words = _FIELDS.get(plain(name)), _words(value)
        if field and words:
            about.setdefault(field, (words, where))
    voices = _voices(values, about, where)
    if VOICES_ENTRY in voices or _is_shared(values):
        # A text of several is nobody's alone.
        about.pop("speaker", None)
    return {**about, **voices}


def _is_shared(values: Mapping[str, Any]) -> bool:
    """Return whether the fields say that several speak in a text, or one with whoever asks."""
    return _people(values, (*SPEAKERS, *VOICES))[1] or bool(_people(values, GUESTS)[0])


def _voices(values: Mapping[str, Any], about: dict[str, tuple[str, str]], where: str) -> dict[str, tuple[str, str]]:
    """Return the one who speaks by the fields, and all whom they name where several do or one speaks with another."""
    own, guests = _people(values, (*SPEAKERS, *VOICES))[0], _people(values, GUESTS)[0]
    if _is_shared(values):
        named = dict.fromkeys([*own, *guests])
        # Of one, beside whom a nickname stands, nobody knows that it is he who answers.
        return {VOICES_ENTRY: (", ".join(named), where)} if len(named) > 1 or guests and not own else {}
    written = {
        word.lower() for name in ("type", "category", "kind", "layout") for word in _words(values.get(name, "")).split()
    }
    author = about["author"][0] if "author" in about and written & _KINDS else ""
    spoke = own or ([author] if _NAMED.fullmatch(author) else [])
    return {"speaker": (spoke[0], f"{where}, as who speaks")} if spoke and "speaker" not in about else {}


def _people(values: Mapping[str, Any], fields: Sequence[str]) -> tuple[list[str], bool]:
    """Return the people whom some fields name, in the order of the text, no "TBA"; and whether the fields have several.

    Behind a comma may stand another, whom only a nickname names, or where the first works.
    """
    found = (_words(value) for name, value in values.items() if plain(name) in fields)
    parts = [part.strip(" []*_") for each in found for part in re.split(r",|;| and | & ", each) if part.strip(" []*_")]
    names = (split_title(each)[0] or each for each in parts)
    named = [each for each in names if _NAMED.fullmatch(each) and not is_title_word(each.split()[-1])]
    return named, len(set(parts)) > 1


def speaker_of_field(name: str, value: str) -> str | None:
    """Return the one person whom a field for who speaks names, None for any other field and for several people."""
    if "," in value:
        # "Ana Ruiz, Jon Holt" are two, "Ana Ruiz, Harbour Board" is one.
        return None
    named, several = _people({name: value}, (*SPEAKERS, *VOICES))
    return named[0] if len(named) == 1 and not several else None


def _values(block: str, toml: bool) -> Mapping[str, Any]:
    """Return the fields of a block; one that breaks its language's rules ("title: Quay: shut") is read line by line."""
    found = _of_toml(block) if toml else _of_yaml(block)
    if isinstance(found, dict):
        return {str(name): value for name, value in found.items()}
    lines = [line for line in block.split("\n") if line.strip()]
    fields = dict(_lines(lines))
    # Prose between two rules is no front matter.
    return fields if len(fields) * 2 >= len(lines) else {}


def _of_toml(block: str) -> Any:
    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None


def _of_yaml(block: str) -> Any:
    # Imported here: who reads no front matter, as a question does not, needs none of it.
    import yaml

    try:
        return yaml.safe_load(block)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


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
