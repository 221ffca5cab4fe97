"""HTML: the main text without menus, and title, date, site and address out of the page's own metadata."""

from __future__ import annotations

import logging
import re
from typing import Any

from errors import DocumentError
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


def visible_text(page: str) -> str:
    """Return the words of a whole page in order, a paragraph a block; for mail and books, which have no menus."""
    from lxml import etree, html

    try:
        # A string with a declaration of its encoding is refused.
        root = html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", page))
    except (etree.LxmlError, ValueError):
        return ""
    for element in root.xpath("//script|//style|//head|//template"):
        element.drop_tree()
    for element in root.xpath("//p|//div|//br|//li|//tr|//h1|//h2|//h3|//h4|//h5|//h6|//blockquote|//section"):
        element.tail = "\n\n" + (element.tail or "")
        element.text = ("\n\n" if element.tag != "br" else "") + (element.text or "")
    blocks = str(root.text_content()).split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())
