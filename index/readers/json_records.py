"""JSON and JSON lines: a record is a document; its text stands as it is, for offsets count in it, unless it is HTML.

A record's text is its field `text`, else that of another name for one, a list of paragraphs or of what several say, or
the one field that is by far the longest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from errors import DocumentError
from index.readers.fields import MEANT, SPEAKERS, TEXTS, plain
from index.readers.parsed import Parsed, whole
from index.readers.web.raw_html import body
from index.terminal import one_line

_FIELDS = {"title": "title", "date": "published", "source": "source", "url": "url"} | {
    name: name for name in ("speaker", "author", "language")
}
_ALSO = {**MEANT, **dict.fromkeys(("publish_date", "pub_date"), "published")}
_IDS = ("id", "_id", "doc_id")
_LISTS = tuple("paragraphs body_paragraphs segments turns utterances dialogue messages sentences lines".split())
"""Names of a field that holds a text in pieces."""
_TEXTS = (*TEXTS, *"body_text article_text article_body articlebody maintext main_text story html".split(), *_LISTS)
LONG, MOST = 400, 2 / 3
"""A field of so many characters that has so much of all that a record says is its text, whatever it is called."""
_ENDS = (".", "!", "?", "…", ":", '"', "”", "»")


def read_lines(lines: Iterable[bytes | None], longest: int) -> Iterator[Parsed | DocumentError]:
    """Yield each line's document, or what is wrong with the line; empty lines are passed over.

    None stands for a line of more than `longest` bytes.
    """
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield DocumentError(f"line {number} is over {longest // 1_000_000} MB; split it.")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(number, line)


def _line(number: int, line: bytes) -> Parsed | DocumentError:
    try:
        return record(json.loads(line.decode("utf-8-sig")), str(number))
    except (ValueError, RecursionError, DocumentError):
        return DocumentError(f"line {number} is not a JSON object with a text; fix or remove it.")


def read(content: bytes) -> list[Parsed]:
    """Return the documents of a JSON file: an object with a text, or a list of them.

    Raises:
        DocumentError: it is something else.
    """
    try:
        found: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise DocumentError("is not JSON; fix it.") from None
    if isinstance(found, list):
        return [record(each, str(number)) for number, each in enumerate(found, start=1)]
    if records := _wrapped(found):
        return [record(each, str(number)) for number, each in enumerate(records, start=1)]
    return [replace(record(found, "1"), key=None)]


def has_text(fields: dict[str, Any]) -> bool:
    """Return whether one of a record's fields is its text."""
    return _text(fields) is not None


def _wrapped(found: Any) -> list[Any]:
    """Return the records of an object that has no text of its own, but one list of them: {"articles": […]}."""
    if not isinstance(found, dict) or _text(found) is not None:
        return []
    lists = [each for each in found.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    records = lists[0] if len(lists) == 1 else []
    return records if all(isinstance(each, dict) and _text(each) is not None for each in records) else []


def record(found: Any, name: str) -> Parsed:
    """Return the document of one object; `name` is its key when it has no id of its own.

    Raises:
        DocumentError: it is no object with a text.
    """
    told = _text(found) if isinstance(found, dict) else None
    if told is None:
        raise DocumentError(
            "contains no object with a text ('text', 'body', 'content' …); see the README for the fields."
        )
    text, omitted = body(told.words)
    # Where marks of HTML were left out the spans are of another text.
    turns = told.turns if text == told.words else ()
    key = one_line(whole(next((str(found[each]) for each in _IDS if found.get(each) is not None), name)))
    return Parsed(text, _about(found), key, omitted=omitted, turns=turns)


def _about(found: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return what the other fields tell, those of our own names first."""
    about: dict[str, tuple[str, str]] = {}
    ours = [(field, name) for name, field in _FIELDS.items()]
    others = [(_ALSO.get(plain(str(name))), name) for name in found]
    for field, name in (*ours, *others):
        value = found.get(name)
        if field and isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            about.setdefault(field, (whole(str(value)).strip(), f"field {name}"))
    return about


@dataclass(frozen=True)
class _Told:
    """A record's text, and whose words its spans are by the record itself."""

    words: str
    turns: tuple[tuple[int, int, str, str | None], ...] = ()


def _text(found: dict[str, Any]) -> _Told | None:
    """Return the text of a record, None where it has none."""
    if isinstance(found.get("text"), str):
        return _Told(whole(found["text"]))
    named = {plain(str(name)): value for name, value in found.items()}
    told = next((told for name in _TEXTS if (told := _in_pieces(named.get(name)))), None)
    return told or _longest(named)


def _in_pieces(value: Any) -> _Told | None:
    """Return a text, or one whose pieces a list has, each with whose words it is where the list says so."""
    if isinstance(value, str):
        return _Told(whole(value)) if value.strip() else None
    if not isinstance(value, list) or not value:
        return None
    if all(isinstance(each, str) for each in value):
        return _joined([(whole(each).strip(), None) for each in value])
    if all(isinstance(each, dict) for each in value):
        return _joined([_piece({plain(str(name)): told for name, told in each.items()}) for each in value])
    return None


def _piece(named: dict[str, Any]) -> tuple[str, str | None]:
    words = next((named[name] for name in TEXTS if isinstance(named.get(name), str)), "")
    speaker = next((named[name] for name in SPEAKERS if isinstance(named.get(name), str)), "")
    return whole(words).strip(), one_line(whole(speaker)).strip() or None


def _joined(pieces: Iterable[tuple[str, str | None]]) -> _Told | None:
    """Return pieces as paragraphs, each behind who says it; pieces of sentences that nobody says in one row."""
    kept = [(words, speaker) for words, speaker in pieces if words]
    if not kept:
        return None
    if not any(speaker for _, speaker in kept):
        whole_sentences = sum(words.endswith(_ENDS) for words, _ in kept)
        return _Told(("\n\n" if 2 * whole_sentences >= len(kept) else " ").join(words for words, _ in kept))
    text, turns = "", list[tuple[int, int, str, str | None]]()
    for words, speaker in kept:
        text += f"{speaker}: " if speaker else ""
        turns += [(len(text), len(text) + len(words), speaker, None)] if speaker else []
        text += f"{words}\n\n"
    return _Told(text, tuple(turns))


def _longest(named: dict[str, Any]) -> _Told | None:
    """Return the one field that has most of what a record says, whatever it is called; None where none is long."""
    told = [each for value in named.values() if (each := _in_pieces(value))]
    longest = max(told, key=lambda each: len(each.words), default=None)
    if longest is None or len(longest.words) < max(LONG, MOST * sum(len(each.words) for each in told)):
        return None
    return longest
