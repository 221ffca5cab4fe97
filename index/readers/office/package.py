"""Zipped office files: the parts by name, their XML, and how the parts of an Office Open XML file refer to one
another."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from errors import DocumentError
from index.readers.archive import member

BROKEN = "is broken or of another kind; open it in its program and save it again."
_FAMILIES = {
    "wordprocessingml": "w",
    "drawingml/main": "a",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
    "drawingml/picture": "pic",
    "officeDocument/math": "m",
    "officeDocument/relationships": "r",
    "presentationml/main": "p",
    "markup-compatibility": "mc",
    "wordprocessingShape": "wps",
    "vml": "v",
    "office:office": "o",
}
"""A part of the name of an XML vocabulary -> its usual prefix; the strict form of a file differs in the rest."""


@lru_cache(maxsize=4096)
def prefixed(tag: str) -> str:
    """Return an element's or attribute's name with the usual prefix of its vocabulary: `w:p`."""
    space, _, name = tag.rpartition("}")
    space = space.replace("/2006", "")
    for part, prefix in _FAMILIES.items():
        # Extensions of Word's vocabulary have names of their own (word/2010/wordml) and stay without a prefix.
        if part in space:
            return f"{prefix}:{name}"
    return name


def kind(element: Any) -> str:
    """Return an element's name with the usual prefix, nothing for a comment or an instruction."""
    return prefixed(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """Return an attribute of an element by its name without the vocabulary."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Any, name: str) -> Any:
    """Return the first child of that name, or None."""
    return next((each for each in element if kind(each) == name), None)


def descendants(element: Any, name: str) -> Iterator[Any]:
    """Yield the elements of that name below an element, in order."""
    return (each for each in element.iter() if kind(each) == name)


def parsed_xml(content: bytes) -> Any:
    """Return the root of an XML text; entities are not resolved and nothing is fetched.

    Raises:
        DocumentError: it is no XML.
    """
    from lxml import etree

    try:
        # Some programs give two elements one id; that is no reason to refuse a file.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
        )
        return etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError(BROKEN) from error


@dataclass
class Package:
    """An opened package; a part that is missing is None, one that is broken an error."""

    archive: zipfile.ZipFile
    _links: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part.

        Raises:
            DocumentError: it is encrypted, broken or over the limit.
        """
        try:
            return member(self.archive, name)
        except KeyError:
            return None

    def xml(self, name: str | None) -> Any:
        """Return the root of a part's XML, None where there is no such part.

        Raises:
            DocumentError: it cannot be read.
        """
        content = self.part(name) if name else None
        return parsed_xml(content) if content else None

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part points to inside the package: id -> (the last word of its type, the part's name)."""
        if name not in self._links:
            folder, file = posixpath.split(name)
            root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
            self._links[name] = dict(_links(root, folder)) if root is not None else {}
        return self._links[name]

    def linked(self, name: str, type_: str) -> str | None:
        """Return the first part of a type that a part points to."""
        return next((part for kind_, part in self.links(name).values() if kind_ == type_), None)

    def main(self) -> str:
        """Return the name of the main part.

        Raises:
            DocumentError: the package names none.
        """
        if name := self.linked("", "officeDocument"):
            return name
        raise DocumentError(BROKEN)

    def properties(self) -> dict[str, str | None]:
        """Return the title and author that the file's properties name."""
        root = self.xml(self.linked("", "core-properties"))
        found: dict[str, str | None] = {"title": None, "author": None}
        for each in root if root is not None else ():
            name = {"title": "title", "creator": "author"}.get(str(each.tag).rpartition("}")[2])
            if name:
                found[name] = each.text
        return found


def _links(root: Any, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for each in root:
        if not isinstance(each.tag, str) or each.get("TargetMode") == "External":
            continue
        target = unquote(each.get("Target") or "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield each.get("Id") or "", ((each.get("Type") or "").rpartition("/")[2], name)


def opened(content: bytes) -> Package:
    """Return the package in a file's bytes.

    Raises:
        DocumentError: it is none.
    """
    try:
        return Package(zipfile.ZipFile(io.BytesIO(content)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentError(BROKEN) from error
