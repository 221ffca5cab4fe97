"""HTML: the main text without menus, with title, days, site and address out of the page's own metadata.

trafilatura tells which part of a page is its main text; the words of that part are read from the page itself, so that
none is lost or joined. Each post of a live page is a document with its own day.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from errors import DocumentError
from index.readers.front_matter import without_front_matter
from index.readers.parsed import Parsed, decoded, normalised
from index.readers.web.blocks import Block, Blocks, blocks, joined
from index.readers.web.main_text import main_blocks
from index.readers.web.page_marks import cited, posts, published
from index.readers.web.raw_html import without_templates

# Searching the text for anything like a date finds wrong ones; the page's metadata and address are enough.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
_FIELDS = {"title": "title", "date": "published", "sitename": "source", "url": "url", "author": "author"}
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
_WINDOWS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_LEAST_WORDS = 6


def read(content: bytes) -> list[Parsed]:
    """Return the document of the page, and one for each post of a live page.

    Raises:
        DocumentError: there is no main text in it.
    """
    # A page of a site generator has front matter above its markup.
    front = without_front_matter(_text(content))
    text, templates = without_templates(front.text)
    root = _tree(text)
    if root is None:
        raise _no_text()
    about, kept = _about(text)
    about.update(front.about)
    if day := published(root):
        about["published"] = day
    found = blocks(root)
    found.templates = templates
    parts = posts(root, about.get("published", ("", ""))[0])
    rest, of_posts = _sorted_blocks(found.all, parts) if parts else (found.all, [])
    rest = main_blocks(rest, kept)
    documents = [
        _document(own, _of_post(about, own, day), found, str(number))
        for number, (own, (_, day)) in enumerate(zip(of_posts, parts, strict=True), start=1)
    ]
    if not parts or sum(len(each.text.split()) for each in rest) >= _LEAST_WORDS:
        documents.insert(0, _document(rest, about, found, None))
    documents[0] = replace(documents[0], omitted=(*front.omitted, *documents[0].omitted))
    worded = [each for each in documents if each.text.strip()]
    if not worded:
        raise _no_text()
    return worded


def _sorted_blocks(found: Sequence[Block], parts: Sequence[tuple[Any, str]]) -> tuple[list[Block], list[list[Block]]]:
    """Return the blocks that stand in no post of a live page, and those of each post."""
    inside = {element: number for number, (element, _) in enumerate(parts)}
    rest: list[Block] = []
    of_posts: list[list[Block]] = [[] for _ in parts]
    for block in found:
        number = next((inside[each] for each in _lineage(block.element) if each in inside), None)
        (rest if number is None else of_posts[number]).append(block)
    return rest, of_posts


def _no_text() -> DocumentError:
    return DocumentError("contains no main text; if it is a page that loads its words by script, save it as text.")


def _text(content: bytes) -> str:
    """Return the page's text, in the encoding that it names if it is written in it."""
    match = _CHARSET.search(content[:4_000])
    if match and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = match[1].decode("ascii", "replace").lower()
        try:
            return normalised(content.decode("utf-8-sig" if name == "utf-8" else _WINDOWS.get(name, name)))
        except (LookupError, ValueError):
            pass
    return normalised(decoded(content).text)


def _tree(text: str) -> Any:
    from lxml import etree, html

    try:
        # A string with a declaration of its encoding is refused, and so are characters that XML does not know.
        bare = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]", "", re.sub(r"\A\s*<\?xml[^>]*\?>", "", text))
        return html.document_fromstring(bare)
    except (etree.LxmlError, ValueError, RecursionError):
        return None


def _about(text: str) -> tuple[dict[str, tuple[str, str]], str]:
    """Return what the page tells of itself, and what trafilatura takes for its main text."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found: Any = trafilatura.bare_extraction(
        text, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
    )
    about = {
        ours: (str(value), "the page's metadata")
        for theirs, ours in _FIELDS.items()
        if found and (value := getattr(found, theirs))
    }
    if match := re.search(r"""<html\s[^>]{0,500}?\blang\s*=\s*["']?([\w-]{2,20})""", text[:20_000], re.IGNORECASE):
        about["language"] = (match[1], "the page's lang")
    return about, (found.text or "") if found else ""


def _lineage(element: Any) -> list[Any]:
    return [element, *element.iterancestors()]


def _of_post(about: dict[str, tuple[str, str]], own: list[Block], day: str | None) -> dict[str, tuple[str, str]]:
    """Return what a page says of a post: its own day, and the page's title with the post's heading."""
    heading = next((each.text for each in own if re.fullmatch(r"h[1-6]", str(each.element.tag))), None)
    kept = {name: value for name, value in about.items() if name not in {"author", "published"}}
    if heading and "title" in kept:
        kept["title"] = (f"{kept['title'][0]}: {heading}", "the post's heading")
    return kept | ({"published": (day, "the post's time")} if day else {})


def _document(own: list[Block], about: dict[str, tuple[str, str]], found: Blocks, key: str | None) -> Parsed:
    """Return the document of some blocks, with whose words its marked quotations are."""
    text = ""
    turns: list[tuple[int, int, str, str | None]] = []
    speakers = cited(own)
    for gap, block in joined(own):
        text += gap + block.text
        if named := speakers.get(id(block)):
            turns.append((len(text) - len(block.text), len(text), *named))
    text = normalised(text)
    return Parsed(
        f"{text}\n" if text else "", about, key, omitted=found.omitted if key is None else (), turns=tuple(turns)
    )


def visible_text(page: str, quotes: str = "") -> str:
    """Return the words of a whole page in order, a paragraph a block; for mail and books, which have no menus.

    `quotes` is put before each line of a quotation (blockquote), once for each that it stands in.
    """
    root = _tree(page)
    if root is None:
        return ""
    text = ""
    for gap, block in joined(blocks(root).all):
        depth = sum(each.tag == "blockquote" for each in _lineage(block.element)) if quotes else 0
        text += gap + "\n".join(quotes * depth + line for line in block.text.split("\n"))
    return text
