"""XML: records with fields as JSON has them, debates whose speeches say whose they are, or a text in elements.

An element with a text and other fields beside it is a record (a transcript with its title, speaker and day, an entry of
a feed); who says a speech of a debate the file tells itself; of anything else the paragraphs are read in their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from errors import DocumentError
from index.names.titles import is_title_word
from index.readers import json_records
from index.readers.fields import AUTHORS, DATES, MEANT, SPEAKERS, plain
from index.readers.front_matter import told
from index.readers.markup.tree import attributes, is_head, name, paragraphs, parsed, words
from index.readers.markup.turns import pieces
from index.readers.parsed import Parsed
from index.readers.web import html
from index.text.expressions import expression

_ALSO = {
    "encoded": "content",
    **dict.fromkeys(("creator", "editor"), "author"),
    **dict.fromkeys(("pubdate", "updated", "issued", "release_date", "frbrdate", "dateline_date"), "date"),
    **dict.fromkeys(("hl1", "hedline", "doctitle", "headline", "short_title"), "title"),
}
"""Names that feeds, news wires and archives have for a field of ours."""
_ABOUT = frozenset((*MEANT, *_ALSO, *SPEAKERS, *AUTHORS, *DATES, "title"))
_TOLD_OF_A_RECORD = frozenset(("title", "published"))
_PARAGRAPHS = frozenset("p para paragraph div section sec chapter h1 h2 h3 heading l seg".split())
"""What has such elements beside each other is a text itself, and none of them is all of it."""
_ENTRIES = frozenset(("item", "entry"))
"""What a feed calls its entries; of one without its text the description is all there is."""
_FEWEST_WORDS = 6
_INVERTED = expression(r"(?P<surname>[^,\d]{2,40}), (?P<given>[^,\d]{1,40})")
_WHERE = "the file's fields"


def read(content: bytes) -> list[Parsed]:
    """Return the documents of an XML file.

    Raises:
        DocumentError: it is not well-formed, or no words are in it.
    """
    root, problems = parsed(content)
    if name(root) == "html":
        return html.read(content)
    return [replace(each, problems=(*each.problems, *problems)) for each in _documents(root)]


def _documents(root: Any) -> list[Parsed]:
    if not any(len(each.split()) >= _FEWEST_WORDS for each in paragraphs(root)):
        raise DocumentError("contains no sentences, only values; if it is a text, save it as .txt or .json.")
    if records := list(_records(root)):
        found = [_document(each, str(number)) for number, each in enumerate(records, start=1)]
        return found if len(found) > 1 else [replace(found[0], key=None)]
    said = pieces(root)
    text = {"turns": said} if said else {"text": "\n\n".join(paragraphs(root))}
    about = _fields(_head(root))
    whole = json_records.record(text, "1")
    return [replace(whole, about=told(about, _WHERE), key=None)]


def _records(element: Any) -> Iterator[dict[str, Any]]:
    """Yield the records of a tree, the innermost where one has others in it."""
    if is_head(element):
        return
    within = [record for child in element for record in _records(child)]
    if within:
        yield from within
    elif fields := _fields_of(element):
        own = {_called(key): value for key, value in attributes(element).items()}
        yield own | fields | _of_posts(fields)


def _fields_of(element: Any) -> dict[str, str]:
    """Return the fields of an element that has a text and tells of it; nothing for any other."""
    children = [child for child in reversed(element) if name(child)]
    fields = {_called(name(child)): "\n\n".join(paragraphs(child, heads=True)) for child in children}
    if name(element) in _ENTRIES and not json_records.has_text(fields):
        fields["text"] = next((fields[each] for each in ("description", "summary") if fields.get(each)), "")
    told_of = {MEANT.get(field, field) for field, value in fields.items() if value}
    is_record = _TOLD_OF_A_RECORD & told_of and not _PARAGRAPHS & fields.keys() and json_records.has_text(fields)
    return fields if is_record else {}


def _called(field: str) -> str:
    """Return the plain name of a field, ours where feeds and archives have another."""
    bare = plain(field)
    return _ALSO.get(bare, "type" if bare.endswith("_type") else bare)


def _of_posts(fields: dict[str, str]) -> dict[str, Any]:
    """Return whom a field that is called by a post ("prime-minister") names as who made a text that names nobody."""
    if any(fields.get(each) for each in (*SPEAKERS, *AUTHORS)):
        return {}
    posts = [field for field in fields if all(is_title_word(word) for word in field.split("_"))]
    if len(posts) != 1 or not fields[posts[0]]:
        return {}
    # One post has one holder: what stands behind the comma is no second one.
    author = _INVERTED.sub(r"\g<given> \g<surname>", fields[posts[0]])
    # The post says whose text it is, and so whom its label "PRIME MINISTER" means.
    return {"author": author, **({} if fields.get("source") else {"source": posts[0].replace("_", " ").title()})}


def _document(fields: dict[str, Any], number: str) -> Parsed:
    found = json_records.record(fields, number)
    return replace(found, about={**found.about, **told(fields, _WHERE)})


def _head(root: Any) -> Iterator[Any]:
    """Yield the elements that tell of a whole text: those of its head, else those above its first words."""
    heads = [each for each in root.iter() if is_head(each)]
    for each in heads or [root]:
        yield from (child for child in each.iterdescendants() if heads or child.getparent() is root)


def _fields(elements: Iterator[Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in elements:
        field = _called(name(each))
        if field in _ABOUT:
            day = attributes(each)
            value = day.get("when") or day.get("date") or words(each)
            if value:
                found.setdefault(field, value)
    return found
