"""OpenDocument text: the text as a reader sees it with all changes taken, notes and boxes apart from sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from errors import DocumentError
from index.readers.office.flow import Flow, is_worded, omissions, row_paragraphs, title_of_file
from index.readers.office.opendocument_styles import Styles
from index.readers.office.package import BROKEN, opened
from index.readers.parsed import Parsed, found_in, paragraphs_text
from index.text.counts import ACCEPTED
from index.text.expressions import expression

_SPACE = expression(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_NEVER_SHOWN = frozenset(
    "text:change text:note-citation text:ruby-text text:number text:bibliography-source "
    "text:table-of-content-source text:illustration-index-source text:table-index-source text:object-index-source "
    "text:user-index-source text:alphabetical-index-source office:annotation-end office:event-listeners text:script "
    "table:covered-table-cell table:title table:desc svg:title svg:desc text:variable-decls text:sequence-decls "
    "text:user-field-decls text:alphabetical-index-auto-mark-file style:style table:table-source".split()
)
_COUNTED = {"office:annotation": "comment", "form:form": "form", "math:math": "equation", "draw:plugin": "film"}
_SHAPES = frozenset(
    "draw:text-box draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline draw:polygon draw:path "
    "draw:connector draw:caption draw:regular-polygon draw:measure".split()
)
_OBJECTS = {
    "application/vnd.oasis.opendocument.formula": "equation",
    "application/vnd.oasis.opendocument.chart": "chart",
}


def read(content: bytes) -> list[Parsed]:
    """Return the one document of an OpenDocument text.

    Raises:
        DocumentError: it is broken, encrypted or of another kind.
    """
    package = opened(content)
    root = package.xml("content.xml")
    body = next((each for each in root.iter() if name(each) == "office:text"), None) if root is not None else None
    if body is None:
        raise DocumentError(BROKEN)
    styles = Styles([root, package.xml("styles.xml")])
    omitted: Counter[str] = Counter()
    try:
        text = _Walk(styles, omitted, _kinds_of_objects(package.xml("META-INF/manifest.xml"))).paragraphs(body)
        letterhead = _letterhead(styles, body, omitted)
    except RecursionError as error:
        raise DocumentError(BROKEN) from error
    about = found_in("the file's properties", _properties(package.xml("meta.xml")))
    return [Parsed(paragraphs_text(text), about, letterhead=paragraphs_text(letterhead), omitted=omissions(omitted))]


def name(element: Any) -> str:
    """Return an element's name with the usual prefix of its vocabulary: `text:p`."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    # urn:oasis:names:tc:opendocument:xmlns:text:1.0, http://www.w3.org/1998/Math/MathML
    if "opendocument" in space:
        prefix = space.split(":")[-2]
        return f"{ {'drawing': 'draw', 'svg-compatible': 'svg'}.get(prefix, prefix) }:{local}"
    return f"math:{local}" if "MathML" in space else local


def _properties(root: Any) -> dict[str, str | None]:
    properties: dict[str, str | None] = {"title": None, "author": None}
    for each in root.iter() if root is not None else ():
        local = str(each.tag).rpartition("}")[2]
        if local in ("title", "creator"):
            properties["title" if local == "title" else "author"] = each.text
    return {**properties, "title": title_of_file(properties["title"])}


def _kinds_of_objects(manifest: Any) -> dict[str, str]:
    """Return what the objects of the package are by their folders."""
    found = {}
    for each in manifest if manifest is not None else ():
        values = {key.rpartition("}")[2]: value for key, value in each.attrib.items()}
        found[values.get("full-path", "").strip("/")] = _OBJECTS.get(values.get("media-type", ""), "embedded object")
    return found


def _letterhead(styles: Styles, body: Any, omitted: Counter[str]) -> list[str]:
    """Return the paragraphs above the first page, and count what stands above and below the pages."""
    first = next((each for each in body.iter() if name(each) in ("text:p", "text:h")), None)
    letterhead: list[str] = []
    for part in styles.page_parts(styles.page_of(first)):
        found = _Walk(styles, Counter(), {}).paragraphs(part)
        if is_worded(found):
            is_header = "header" in name(part)
            omitted["page header" if is_header else "page footer"] += 1
            letterhead += found if is_header else []
    return letterhead


class _Walk:
    """A walk over one stream of a document: its body, a page header."""

    def __init__(self, styles: Styles, omitted: Counter[str], objects: Mapping[str, str]) -> None:
        self.styles, self.objects = styles, objects
        self.flow = Flow(omitted)
        self.notes: list[str] = []
        self.after_space = True

    def paragraphs(self, element: Any) -> list[str]:
        """Return the paragraphs in an element, its notes' after them."""
        self.inside(element)
        return [*self.flow.closed(), *self.notes]

    def inside(self, element: Any) -> None:
        """Take what stands in an element, no text of its own."""
        for each in element:
            self.take(each)

    def take(self, element: Any) -> None:
        """Take an element, by its kind; of an unknown one what stands in it."""
        kind = name(element)
        if kind in _COUNTED:
            self.flow.omitted[_COUNTED[kind]] += 1
        elif kind in _SHAPES:
            self.box(element)
        elif handler := _HANDLERS.get(kind):
            handler(self, element)
        elif kind not in _NEVER_SHOWN:
            self.inside(element)

    def paragraph(self, element: Any) -> None:
        if _value(element, "is-hidden") == "true" or self.styles.is_hidden("paragraph", _value(element, "style-name")):
            self.hidden(element)
            return
        self.after_space = True
        self.mixed(element, raised=False)
        self.flow.end()

    def mixed(self, element: Any, *, raised: bool) -> None:
        """Take the text of an element with what stands in between."""
        self.text(element.text, raised=raised)
        for each in element:
            kind = name(each)
            if kind == "text:span":
                self.span(each, raised=raised)
            elif kind in _INLINE:
                _INLINE[kind](self, each)
            elif kind in _BESIDE or kind in _SHAPES or kind in _COUNTED:
                self.take(each)
            elif kind not in _NEVER_SHOWN:
                self.mixed(each, raised=raised)
            self.text(each.tail, raised=raised)

    def span(self, element: Any, *, raised: bool) -> None:
        style = _value(element, "style-name")
        if self.styles.is_hidden("text", style):
            self.hidden(element)
        else:
            self.mixed(element, raised=raised or self.styles.is_raised(style))

    def text(self, text: str | None, *, raised: bool = False) -> None:
        """Write text; of spaces in a row one counts, at the beginning of a paragraph none."""
        if not text:
            return
        plain = _SPACE.sub(" ", text)
        if self.after_space:
            plain = plain.removeprefix(" ")
        if plain:
            self.after_space = plain.endswith(" ")
            self.flow.write(plain, raised=raised)

    def hidden(self, element: Any) -> None:
        if "".join(element.itertext()).strip():
            self.flow.omitted["hidden passage"] += 1

    def spaces(self, element: Any) -> None:
        count = _value(element, "c") or "1"
        self.flow.write(" " * min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 9 else " ")
        self.after_space = False

    def tab(self, element: Any) -> None:
        self.flow.write("\t")
        self.after_space = True

    def line_break(self, element: Any) -> None:
        self.flow.write("\n")
        self.after_space = True

    def ruby(self, element: Any) -> None:
        for each in element:
            if name(each) == "text:ruby-base":
                self.mixed(each, raised=False)

    def hidden_text(self, element: Any) -> None:
        if _value(element, "is-hidden") == "false":
            self.mixed(element, raised=False)
        else:
            self.flow.omitted["hidden passage"] += 1

    def changes(self, element: Any) -> None:
        """Count the changes; what was deleted is kept here and no longer where it stood."""
        insertions = sum(1 for each in element.iter() if name(each) == "text:insertion")
        if insertions:
            self.flow.omitted[f"tracked insertion{ACCEPTED}"] += insertions
        deletions = [each for each in element.iter() if name(each) == "text:deletion"]
        self.flow.omitted["tracked deletion"] += sum(1 for each in deletions if _has_words(each))

    def note(self, element: Any) -> None:
        outer, after_space = self.flow, self.after_space
        self.flow = outer.inner()
        for each in element:
            if name(each) == "text:note-body":
                self.inside(each)
        self.notes += self.flow.closed()
        self.flow, self.after_space = outer, after_space

    def box(self, element: Any) -> None:
        self.flow.beside(self.apart(element))

    def apart(self, element: Any) -> list[str]:
        """Return the paragraphs in an element, kept apart from the open one."""
        outer, after_space = self.flow, self.after_space
        self.flow = outer.inner()
        self.inside(element)
        found = self.flow.closed()
        self.flow, self.after_space = outer, after_space
        return found

    def frame(self, element: Any) -> None:
        """Take the first of the forms in which a frame is kept: text, an object, a picture."""
        for each in element:
            kind = name(each)
            if kind in ("draw:object", "draw:object-ole"):
                inside = next((_COUNTED[name(one)] for one in each if name(one) in _COUNTED), None)
                folder = (_value(each, "href") or "").removeprefix("./").strip("/")
                self.flow.omitted[inside or self.objects.get(folder, "embedded object")] += 1
                return
            if kind == "draw:image":
                self.flow.omitted["picture"] += 1
                # A picture may carry words written over it.
                self.box(each)
                return
            if kind in ("draw:text-box", "table:table", "draw:plugin"):
                self.take(each) if kind != "table:table" else self.box(element)
                return

    def section(self, element: Any) -> None:
        if _value(element, "display") == "none":
            self.hidden(element)
        else:
            self.inside(element)

    def table(self, element: Any) -> None:
        self.flow.end()
        for row in _parts(element, ("table:table-row",)):
            cells = [self.apart(each) for each in _parts(row, ("table:table-cell",))]
            self.flow.add(row_paragraphs(cells))


_BESIDE: Mapping[str, Callable[[_Walk, Any], None]] = {
    "text:note": _Walk.note,
    "draw:frame": _Walk.frame,
    "table:table": _Walk.table,
    "text:p": _Walk.paragraph,
    "text:h": _Walk.paragraph,
    "draw:g": _Walk.inside,
}
_INLINE: Mapping[str, Callable[[_Walk, Any], None]] = {
    "text:s": _Walk.spaces,
    "text:tab": _Walk.tab,
    "text:line-break": _Walk.line_break,
    "text:ruby": _Walk.ruby,
    "text:hidden-text": _Walk.hidden_text,
}
_HANDLERS: Mapping[str, Callable[[_Walk, Any], None]] = {**_BESIDE, **_INLINE} | {
    "text:section": _Walk.section,
    "text:tracked-changes": _Walk.changes,
}


def _has_words(element: Any) -> bool:
    paragraphs = (each for each in element.iter() if name(each) in ("text:p", "text:h"))
    return any("".join(each.itertext()).strip() for each in paragraphs)


def _value(element: Any, local: str) -> str | None:
    """Return an attribute by its name without the vocabulary."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == local), None)


def _parts(element: Any, kinds: tuple[str, ...]) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in groups; not those of an inner table."""
    for each in element:
        if name(each) in kinds:
            yield each
        elif name(each) in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _parts(each, kinds)
