"""XML -> its tree, and the paragraphs of an element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, NamedTuple

from errors import DocumentError
from index.readers.parsed import normalised
from index.text.expressions import expression

_INLINE = frozenset(
    """a abbr add b bdi bdo c cite code date em emph emphasis foreign font hi i inline lb mark measure mod name num
    member memberconstituency membercontribution orgname
    pc persname person placename q ref rs s small span strong sub sup term time tt u url w br""".split()
)
"""Elements that mark words within a paragraph; whatever else has no words of its own holds paragraphs."""
_BREAKS = frozenset("br lb eol".split())
_HEADS = frozenset("teiheader meta metadata head header identification docinfo".split())
_LINES = frozenset(("l", "line"))
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(rb"<!--.*?-->|<\?.*?\?>|<[^<>]{0,2000}>", re.DOTALL)
_ALL_BUT_FEW = 0.98
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_BLANK = expression(r"(?<![ \t])[ \t]*+\n(?:[ \t]*+\n)+[ \t]*+")


class Tree(NamedTuple):
    """The root of an XML text, and what is wrong with it where its words could be read nevertheless."""

    root: Any
    problems: tuple[str, ...] = ()


def parsed(content: bytes) -> Tree:
    """Return the tree of an XML text; no entity is resolved but HTML's names of signs, and nothing is fetched.

    One that is not well-formed is read where nearly all of its letters are found.

    Raises:
        DocumentError: it is not well-formed and words would be lost; the message has the line.
    """
    from lxml import etree

    source = _ENTITY.sub(_sign, content.lstrip())
    try:
        return Tree(etree.fromstring(source, _parser()))
    except etree.XMLSyntaxError as error:
        where = f" (line {error.lineno})" if error.lineno else ""
        if (root := _recovered(source)) is not None:
            return Tree(root, (f"it is not well-formed XML{where}; a word or who says it may be missing there",))
        raise DocumentError(f"is not well-formed XML{where}; fix it, or save it as .html or .txt.") from error
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError("is not well-formed XML; fix it, or save it as .html or .txt.") from error


def _parser(*, recover: bool = False) -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=recover,
    )


def _recovered(source: bytes) -> Any:
    """Return the root of a text that is not well-formed, None where more than a few of its letters are not in it."""
    from lxml import etree

    try:
        root = etree.fromstring(source, _parser(recover=True))
    except (etree.LxmlError, ValueError):
        return None
    if root is None or b"<!ENTITY" in source:
        return None
    read = sum(map(str.isalnum, "".join(root.itertext())))
    written = sum(map(str.isalnum, _TAG.sub(b" ", source).decode("utf-8", errors="replace")))
    return root if read >= _ALL_BUT_FEW * written else None


def _sign(match: re.Match[bytes]) -> bytes:
    """Return a sign by its number where it stands by a name that HTML has and XML has not."""
    sign = "" if match[1] in _OF_XML else html5.get(f"{match[1].decode()};", "")
    return "".join(f"&#{ord(each)};" for each in sign).encode() or match[0]


def name(element: Any) -> str:
    """Return an element's name in small letters without its vocabulary; nothing for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def attributes(element: Any) -> dict[str, str]:
    """Return an element's attributes by their names in small letters, without the vocabulary."""
    return {key.rpartition("}")[2].lower(): str(value) for key, value in element.attrib.items()}


def is_head(element: Any) -> bool:
    """Return whether an element tells of a text and is none of it; TEI calls a heading `<head>` as well."""
    return name(element) in _HEADS and not (name(element) == "head" and _holds_words(element))


def paragraphs(element: Any, omitted: frozenset[str] = frozenset(), *, heads: bool = False) -> Iterator[str]:
    """Yield the paragraphs of an element in order, without the elements of the names to be omitted, nor `heads`."""
    if name(element) in omitted or not heads and is_head(element):
        return
    if _holds_words(element):
        yield from filter(None, (each.strip() for each in _BLANK.split(words(element))))
        return
    lines: list[str] = []
    for child in element:
        if name(child) in _LINES:
            lines.append(words(child))
            continue
        yield from _together(lines)
        lines = []
        yield from paragraphs(child, omitted, heads=heads)
    yield from _together(lines)


def _together(lines: list[str]) -> list[str]:
    """Return the lines of a verse as one paragraph."""
    return ["\n".join(filter(None, lines))] if any(lines) else []


def _holds_words(element: Any) -> bool:
    """Return whether an element is a paragraph: words stand in it beside or without others, or marked words alone."""
    own = [element.text, *(child.tail for child in element)]
    return any(each and each.strip() for each in own) or all(name(child) in _INLINE for child in element)


def words(element: Any) -> str:
    """Return all words of an element; a line of the file within a paragraph with marks in it is no line of the text."""
    if not len(element):
        lines = normalised(element.text or "").split("\n")
        return "\n".join(line.strip() for line in lines).strip()
    pieces = (re.sub(r"\s+", " ", piece) if piece != "\n" else piece for piece in _pieces(element))
    return re.sub(r" *\n *", "\n", re.sub(r"  +", " ", normalised("".join(pieces)))).strip()


def _pieces(element: Any) -> Iterator[str]:
    if name(element) in _BREAKS:
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
