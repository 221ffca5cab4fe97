"""HTML: the main text without menus, and title, date, site and address out of the page's own metadata."""

from __future__ import annotations

import logging
import re
from typing import Any

from errors import DocumentError
from index.readers.blocks import blocks, joined
from index.readers.parsed import Parsed, normalised

# Searching the text for anything like a date finds wrong ones; the page's metadata and address are enough.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
_FIELDS = {"title": "title", "date": "published", "sitename": "source", "url": "url", "author": "author"}


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the page.

    Raises:
        DocumentError: there is no main text in it.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found: Any = trafilatura.bare_extraction(
        content, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
    )
    text = normalised(found.text or "") if found else ""
    if not text.strip():
        raise DocumentError("holds no main text; if it is a page that loads its words by script, save it as text.")
    told = {
        ours: (str(value), "the page's metadata")
        for theirs, ours in _FIELDS.items()
        if (value := getattr(found, theirs))
    }
    if language := _language(content):
        told["language"] = (language, "the page's lang")
    return [Parsed(text.replace("\n", "\n\n"), told)]


def _language(content: bytes) -> str | None:
    from lxml import etree, html

    try:
        root = html.document_fromstring(content)
    except (etree.LxmlError, ValueError):
        return None
    return str(root.get("lang") or root.get("xml:lang") or "").strip() or None


def visible_text(page: str, quotes: str = "") -> str:
    """Return the words of a whole page in order, a paragraph a block; for mail and books, which have no menus.

    `quotes` is put before each line of a quotation (blockquote), once for each that it stands in.
    """
    from lxml import etree, html

    try:
        # A string with a declaration of its encoding is refused.
        root = html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", page))
    except (etree.LxmlError, ValueError):
        return ""
    text = ""
    for gap, block in joined(blocks(root).all):
        mark = quotes * sum(1 for each in block.element.iterancestors("blockquote")) if quotes else ""
        mark += quotes if quotes and block.element.tag == "blockquote" else ""
        text += gap + "\n".join(mark + line for line in block.text.split("\n"))
    return text
