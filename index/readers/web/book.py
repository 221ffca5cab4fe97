"""EPUB: the chapters in the order of reading, each by the text of its page."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote

from errors import DocumentError
from index.readers.archive import member
from index.readers.parsed import Parsed, decoded, paragraphs_text
from index.readers.web.html import visible_text

_DUBLIN_CORE = {
    "title": "title",
    "creator": "author",
    "language": "language",
    "date": "published",
    "publisher": "source",
}


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the book.

    Raises:
        DocumentError: it is not a readable EPUB.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            package_name = _first(_xml(member(archive, "META-INF/container.xml")), "rootfile").get("full-path")
            package = _xml(member(archive, package_name))
            chapters = [visible_text(decoded(member(archive, name))[0]) for name in _spine(package, package_name)]
    except (zipfile.BadZipFile, KeyError, etree.LxmlError, IndexError, TypeError, NotImplementedError, RuntimeError):
        raise DocumentError("is not a readable EPUB; save it again without protection.") from None
    return [Parsed(paragraphs_text(chapters), _about(package))]


def _xml(content: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _first(root: Any, name: str) -> Any:
    return root.xpath(f"//*[local-name()='{name}']")[0]


def _spine(package: Any, package_name: str) -> list[str]:
    folder = posixpath.dirname(package_name)
    paths = {each.get("id"): each.get("href") for each in package.xpath("//*[local-name()='item']")}
    order = [each.get("idref") for each in package.xpath("//*[local-name()='itemref']")]
    return [posixpath.normpath(posixpath.join(folder, unquote(paths[each]))) for each in order if each in paths]


def _about(package: Any) -> dict[str, tuple[str, str]]:
    about: dict[str, tuple[str, str]] = {}
    for theirs, ours in _DUBLIN_CORE.items():
        values = package.xpath(f"//*[local-name()='metadata']/*[local-name()='{theirs}']/text()")
        if values and str(values[0]).strip():
            about[ours] = (str(values[0]).strip(), "the book's metadata")
    return about
