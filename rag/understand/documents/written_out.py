"""A phrase -> the one document whose file's name stands in it, or whose title does in quotation marks."""

from __future__ import annotations

from pathlib import PurePosixPath

from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words

_WORD = expression(r"[\w./-]{1,200}")
_SIGN = expression(r"[-_.\d]")
LEAST = 10
"""A word of fewer letters with a sign or a number may be any other: "covid-19"."""
_IN_MARKS = expression(r"(?:^|\s)(?P<title>[“\"«„][^“”\"«»„]{3,120}[”\"»])(?:$|\s)")


def titled(phrase: str, catalog: Catalog) -> str | None:
    """Return the id of the one document whose title stands in quotation marks in a phrase, or None."""
    match = _IN_MARKS.search(phrase)
    words = content_words(match["title"]) if match else []
    found = [each.id for each in catalog.documents() if words and content_words(each.title) == words]
    return found[0] if len(found) == 1 else None


def named_file(phrase: str, catalog: Catalog) -> str | None:
    """Return the id of the one document whose file's name stands in a phrase, with its ending or without, or None."""
    each_word = (each[0].strip(".-").lower() for each in _WORD.finditer(phrase))
    words = {each for each in each_word if len(each) >= LEAST and _SIGN.search(each)}
    if not words:
        return None
    files = catalog.memory.remember("documents by their files", lambda: _by_file(catalog))
    found = {each for word in words for each in files.get(word, ())}
    return found.pop() if len(found) == 1 else None


def _by_file(catalog: Catalog) -> dict[str, list[str]]:
    """Return the ids of documents by their files' names in small letters, with their endings and without."""
    found: dict[str, list[str]] = {}
    for each in catalog.documents():
        path = PurePosixPath(each.id)
        for name in {path.name.lower(), path.stem.lower()}:
            found.setdefault(name, []).append(each.id)
    return found
