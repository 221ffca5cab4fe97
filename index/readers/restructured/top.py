"""What the top of a reStructuredText tells of it: a list of fields, comments or lines with their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from index.readers.front_matter import told
from index.text.expressions import expression

LABELLED = expression(r"(?P<name>[^\W\d_][^\n:]{0,40}):(?:[ \t]+(?P<value>[^\n]*)|\Z)")
"""A line that begins with the name of what it tells, or of who speaks."""
_NOTED = expression(r"(?P<name>[a-z_]{2,40}):[ \t]*(?P<value>\S.*)")
"""A field as some programs for pages have it, in a comment: ".. title: The weir"."""
_KEYWORD = expression(r"\$[A-Za-z]{1,20}: (?P<value>[^$\n]{1,200}) \$")
"""What a program for versions writes: "$Date: 2021-03-02 $"."""
_ADDRESS = expression(r"(?:(?<!\s) )?<[^<>\s@]{1,200}@[^<>\s@]{1,200}>")


def about(document: nodes.document) -> dict[str, tuple[str, str]]:
    """Return what a document tells of itself above its words, each with where it stands."""
    comments = (each.astext() for each in document.children if isinstance(each, nodes.comment) and _is_first(each))
    noted = {match["name"]: match["value"] for match in map(_NOTED.fullmatch, comments) if match}
    lists = (each for each in document.findall(nodes.field_list) if is_at_top(each))
    fields = next(lists, None)
    found = told({**noted, **_header(document), **dict(_values(fields))}, "a field at the top")
    if fields is not None and "title" not in found and (heading := _heading_below(document, fields)):
        found["title"] = (heading, "a heading")
    return found


def is_at_top(fields: nodes.Element) -> bool:
    """Return whether a list of fields heads its document, above or below the document's title."""
    parent = fields.parent
    inside = isinstance(parent, nodes.section) and isinstance(parent.parent, nodes.document) and _is_first(parent)
    return (isinstance(parent, nodes.document) or inside) and _is_first(fields)


def _is_first(node: nodes.Element) -> bool:
    unseen = nodes.Invisible | nodes.title | nodes.system_message
    return all(isinstance(each, unseen) for each in node.parent.children[: node.parent.index(node)])


def _header(document: nodes.document) -> dict[str, str]:
    """Return the fields of a first paragraph that is the head of a proposal: lines with names, a title among them."""
    first = next((each for each in document.children if not isinstance(each, nodes.Invisible)), None)
    lines = first.astext().split("\n") if isinstance(first, nodes.paragraph) else []
    matches = [LABELLED.fullmatch(line) for line in lines]
    fields = {match["name"]: _plain(match["value"] or "") for match in matches if match}
    return fields if len(lines) > 1 and all(matches) and "title" in map(str.lower, fields) else {}


def _values(fields: nodes.Element | None) -> Iterator[tuple[str, str | list[str]]]:
    """Yield what each field says: of a list its items."""
    for name, body in (each.children for each in fields or () if isinstance(each, nodes.field)):
        items = [_plain(item.astext()) for item in body.findall(nodes.list_item)]
        yield name.astext(), items or _plain(body.astext())


def _plain(words: str) -> str:
    """Return the words of a field without a person's address."""
    flat = " ".join(words.split())
    keyword = _KEYWORD.fullmatch(flat)
    return _ADDRESS.sub("", keyword["value"] if keyword else flat)


def _heading_below(document: nodes.document, fields: nodes.Element) -> str:
    """Return the heading right below the fields that head a document, which is its title."""
    below = document.children[document.index(fields) + 1 :] if fields.parent is document else []
    section: Any = next((each for each in below if not isinstance(each, nodes.Invisible)), None)
    return " ".join(section[0].astext().split()) if isinstance(section, nodes.section) else ""
