"""Slides: a slide is a page, its shapes in their order; the speaker's notes stand after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from errors import DocumentError
from index.readers.office.flow import Flow, cell_paragraphs, omissions, row_paragraphs, title_of_file
from index.readers.office.package import BROKEN, Package, attribute, child, descendants, kind, opened
from index.readers.office.symbol_fonts import readable
from index.readers.parsed import Parsed, found_in, paragraphs_text

_PAGE_FURNITURE = frozenset(("sldNum", "dt", "ftr", "hdr"))
"""Placeholders of a page's number, day, foot and head, the same on every slide."""
_RAISED_FROM = 1_000
"""Thousandths of a per cent of the line's height."""


def read(content: bytes) -> list[Parsed]:
    """Return the one document of a file of slides.

    Raises:
        DocumentError: it is broken or of another kind.
    """
    package = opened(content)
    omitted: Counter[str] = Counter()
    text, starts = "", []
    try:
        for part in _order(package):
            starts.append(len(text))
            if slide := paragraphs_text(_slide(package, part, omitted)):
                text += slide + "\n\n"
    except RecursionError as error:
        raise DocumentError(BROKEN) from error
    properties = package.properties()
    named = {"title": title_of_file(properties["title"]), "author": properties["author"]}
    about = found_in("the file's properties", named)
    return [Parsed(text.rstrip(), about, pages=tuple(starts), omitted=omissions(omitted))]


def _order(package: Package) -> Iterator[str]:
    """Yield the parts of the slides as they follow one another."""
    main = package.main()
    root = package.xml(main)
    slides = child(root, "p:sldIdLst") if root is not None else None
    if root is None or kind(root) != "p:presentation":
        raise DocumentError(BROKEN)
    links = package.links(main)
    for each in slides if slides is not None else ():
        # A slide has an id of its own beside the one of the part.
        link = next((value for key, value in each.attrib.items() if key.startswith("{") and key.endswith("}id")), "")
        if link in links:
            yield links[link][1]


def _slide(package: Package, part: str, omitted: Counter[str]) -> list[str]:
    walk = _Slide(package, part, omitted)
    root = package.xml(part)
    if root is not None:
        walk.inside(root)
    comments = package.xml(package.linked(part, "comments"))
    if comments is not None:
        omitted["comment"] += sum(1 for _ in descendants(comments, "p:cm"))
    notes = package.linked(part, "notesSlide")
    root = package.xml(notes)
    if notes and root is not None:
        inner = _Slide(package, notes, Counter())
        for each in descendants(root, "p:sp"):
            if _placeholder(each) == "body":
                inner.shape(each)
        walk.flow.add(inner.flow.closed())
    return walk.flow.closed()


class _Slide:
    """A walk over the shapes of a slide."""

    def __init__(self, package: Package, part: str, omitted: Counter[str]) -> None:
        self.package, self.part = package, part
        self.flow = Flow(omitted)

    def inside(self, element: Any) -> None:
        """Take what stands in an element."""
        for each in element:
            self.take(each)

    def take(self, element: Any) -> None:
        """Take an element, by its kind; of an unknown one what stands in it."""
        if handler := _HANDLERS.get(kind(element)):
            handler(self, element)
        elif kind(element) not in ("p:timing", "p:transition"):
            self.inside(element)

    def shape(self, element: Any) -> None:
        place = _placeholder(element)
        if place not in _PAGE_FURNITURE:
            self.inside(element)
        elif place == "ftr" and any((each.text or "").strip() for each in descendants(element, "a:t")):
            self.flow.omitted["page footer"] += 1

    def paragraph(self, element: Any) -> None:
        for each in element:
            name = kind(each)
            if name in ("a:r", "a:fld"):
                self.run(each)
            elif name == "a:br":
                self.flow.write("\n")
            elif name == "mc:AlternateContent" or each.tag.endswith("}m"):
                self.equation(each)
        self.flow.end()

    def run(self, element: Any) -> None:
        properties, text = child(element, "a:rPr"), child(element, "a:t")
        words = (text.text or "") if text is not None else ""
        raised = False
        if properties is not None:
            raise_ = attribute(properties, "baseline") or "0"
            raised = raise_.isdecimal() and int(raise_) >= _RAISED_FROM
            symbol = child(properties, "a:sym")
            font = attribute(symbol, "typeface") or "" if symbol is not None else ""
            words = readable(words, font)
        self.flow.write(words.replace("\v", "\n"), raised=raised)

    def equation(self, element: Any) -> None:
        if any(True for _ in descendants(element, "m:oMath")):
            self.flow.omitted["equation"] += 1

    def table(self, element: Any) -> None:
        self.flow.end()
        for row in descendants(element, "a:tr"):
            cells = [each for each in row if kind(each) == "a:tc"]
            covered = ("hMerge", "vMerge")
            shown = [each for each in cells if not any(attribute(each, name) in ("1", "true") for name in covered)]
            self.flow.add(row_paragraphs([cell_paragraphs(self, each) for each in shown]))

    def diagram(self, element: Any) -> None:
        """Take the words of a diagram, which are kept in a part of their own."""
        link = next((value for key, value in element.attrib.items() if key.endswith("}dm")), "")
        data = self.package.xml(self.package.links(self.part).get(link, ("", ""))[1])
        for each in descendants(data, "a:p") if data is not None else ():
            self.paragraph(each)

    def alternatives(self, element: Any) -> None:
        """Take one of the forms in which the same thing is kept: the first that holds words."""
        forms = list(element)
        worded = (each for each in forms if any(text.text for text in descendants(each, "a:t")))
        if forms:
            self.inside(next(worded, forms[0]))

    def chart(self, element: Any) -> None:
        self.flow.omitted["chart"] += 1

    def picture(self, element: Any) -> None:
        self.flow.omitted["picture"] += 1

    def embedded(self, element: Any) -> None:
        self.flow.omitted["embedded object"] += 1


_HANDLERS: Mapping[str, Callable[[_Slide, Any], None]] = {
    "p:sp": _Slide.shape,
    "a:p": _Slide.paragraph,
    "a:tbl": _Slide.table,
    "c:chart": _Slide.chart,
    "p:pic": _Slide.picture,
    "p:oleObj": _Slide.embedded,
    "dgm:relIds": _Slide.diagram,
    "mc:AlternateContent": _Slide.alternatives,
}


def _placeholder(shape: Any) -> str:
    """Return what a shape holds the place of, nothing for a shape of its own."""
    found = next(descendants(shape, "p:ph"), None)
    return (attribute(found, "type") or "body") if found is not None else ""
