"""Word: the text as a reader sees it with all changes taken, boxes and notes apart from their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from errors import DocumentError
from index.readers.office import rtf
from index.readers.office.flow import Flow, cell_paragraphs, is_worded, omissions, row_paragraphs, title_of_file
from index.readers.office.package import BROKEN, Package, attribute, child, descendants, kind, opened
from index.readers.office.symbol_fonts import character, readable
from index.readers.office.word_styles import Look, Styles, is_on, is_set
from index.readers.parsed import Parsed, decoded, found_in, normalised, paragraphs_text
from index.readers.web.html import visible_text
from index.text.counts import ACCEPTED

_NEVER_SHOWN = frozenset(
    "w:moveFrom w:pPr w:rPr w:sdtPr w:sdtEndPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr w:instrText w:delText "
    "w:delInstrText w:rt w:fldData w:footnoteRef w:endnoteRef w:annotationRef w:pgNum wp:docPr w:tblPrEx".split()
)
_WRITTEN = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
INSERTION = f"tracked insertion{ACCEPTED}"
_COUNTED = {"pic:pic": "picture", "v:imagedata": "picture", "c:chart": "chart", "dgm:relIds": "diagram"}
_LINEAR_MATHS = frozenset("m:oMath m:r m:t m:rPr m:ctrlPr m:sty m:nor m:lit m:scr m:brk m:aln".split())
_NOTE_PARTS = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_DEEPEST_PART = 3


def read(content: bytes) -> list[Parsed]:
    """Return the one document of a Word file.

    Raises:
        DocumentError: it is broken or of another kind.
    """
    package = opened(content)
    try:
        body, letterhead, omitted = _Document(package).read()
    except RecursionError as error:
        raise DocumentError(BROKEN) from error
    properties = package.properties()
    about = found_in(
        "the file's properties", {"title": title_of_file(properties["title"]), "author": properties["author"]}
    )
    return [
        Parsed(paragraphs_text(body), about, letterhead=paragraphs_text(letterhead), omitted=omissions(omitted)),
    ]


class _Document:
    """The main part of a package with what it draws on: styles, notes, headers, parts inserted whole."""

    def __init__(self, package: Package, depth: int = 0) -> None:
        self.package, self.depth = package, depth
        self.main = package.main()
        self.styles = Styles(package.xml(package.linked(self.main, "styles")))
        self.omitted: Counter[str] = Counter()
        self.notes: dict[tuple[str, str], None] = {}

    def read(self) -> tuple[list[str], list[str], Counter[str]]:
        """Return the paragraphs, those of the first page's header, and what was left out."""
        root = self.package.xml(self.main)
        body = child(root, "w:body") if root is not None else None
        if body is None:
            raise DocumentError(BROKEN)
        paragraphs = [*self._story(body, self.omitted), *self._note_paragraphs()]
        letterhead = self._page_parts(body)
        comments = self.package.xml(self.package.linked(self.main, "comments"))
        if comments is not None:
            self.omitted["comment"] += sum(1 for _ in descendants(comments, "w:comment"))
        return paragraphs, letterhead, self.omitted

    def _story(self, root: Any, omitted: Counter[str]) -> list[str]:
        story = _Story(self, root, omitted)
        story.inside(root)
        return story.flow.closed()

    def _note_paragraphs(self) -> Iterator[str]:
        for part in ("footnotes", "endnotes"):
            root = self.package.xml(self.package.linked(self.main, part))
            by_id = {attribute(each, "id"): each for each in (root if root is not None else ())}
            # A note's text may not refer to another note, so the list does not grow here.
            for of, note in [each for each in self.notes if each[0] == part]:
                if (element := by_id.get(note)) is not None and of == part:
                    yield from self._story(element, self.omitted)

    def _page_parts(self, body: Any) -> list[str]:
        """Return the paragraphs above the first page, and count what stands above and below the pages."""
        letterhead: list[str] = []
        links, seen = self.package.links(self.main), set()
        for number, section in enumerate(descendants(body, "w:sectPr")):
            for each in section:
                name = kind(each)
                part = links.get(attribute(each, "id") or "", ("", ""))[1]
                if name not in ("w:headerReference", "w:footerReference") or part in seen:
                    continue
                seen.add(part)
                text = self._letters(part)
                if text:
                    self.omitted["page header" if name == "w:headerReference" else "page footer"] += 1
                if number == 0 and name == "w:headerReference":
                    letterhead += text
        return letterhead

    def _letters(self, part: str) -> list[str]:
        """Return the paragraphs of a header or footer, none where it holds no more than a page's number."""
        root = self.package.xml(part)
        found = self._story(root, Counter()) if root is not None else []
        return found if is_worded(found) else []

    def inserted(self, link: str | None) -> list[str]:
        """Return the paragraphs of a part that the text takes in whole: another document, a page, plain text."""
        name = self.package.links(self.main).get(link or "", ("", ""))[1]
        content, suffix = self.package.part(name) if name else None, name.rpartition(".")[2].lower()
        try:
            if content and suffix == "docx" and self.depth < _DEEPEST_PART:
                body, _, omitted = _Document(opened(content), self.depth + 1).read()
                self.omitted.update(omitted)
                return body
            if content and suffix in _PLAIN_PARTS:
                return _PLAIN_PARTS[suffix](content)
        except DocumentError:
            pass
        self.omitted["embedded document"] += 1
        return []


def _page(content: bytes) -> list[str]:
    return visible_text(decoded(content)[0]).split("\n\n")


_PLAIN_PARTS: Mapping[str, Callable[[bytes], list[str]]] = {
    **dict.fromkeys(("htm", "html", "xhtml"), _page),
    "rtf": lambda content: rtf.read(content)[0].text.split("\n\n"),
    "txt": lambda content: normalised(decoded(content)[0]).split("\n"),
}


class _Story:
    """A walk over one stream of a document: its body, a note, a header."""

    def __init__(self, document: _Document, root: Any, omitted: Counter[str]) -> None:
        self.document = document
        self.flow = Flow(omitted)
        self.look = Look()
        self.fields: list[bool] = []
        self.field_marks = frozenset(_whole_fields(root))

    def inside(self, element: Any) -> None:
        """Take what stands in an element."""
        for each in element:
            self.take(each)

    def take(self, element: Any) -> None:
        """Take an element, by its kind; of an unknown one what stands in it."""
        name = kind(element)
        if name in _COUNTED:
            self.flow.omitted[_COUNTED[name]] += 1
        elif handler := _HANDLERS.get(name):
            handler(self, element)
        elif name not in _NEVER_SHOWN:
            self.inside(element)

    def deleted(self, element: Any) -> None:
        """Leave out what a change takes away, and count it."""
        if any(each.text for each in descendants(element, "w:delText")):
            self.flow.omitted["tracked deletion"] += 1

    def added(self, element: Any) -> None:
        """Take what a change adds, as if it were accepted, and count it."""
        if any(each.text for each in descendants(element, "w:t")):
            self.flow.omitted[INSERTION] += 1
        self.inside(element)

    def paragraph(self, element: Any) -> None:
        properties = child(element, "w:pPr")
        before, self.look = self.look, self.document.styles.paragraph(properties)
        self.inside(element)
        if not _runs_on(properties):
            self.flow.end()
        self.look = before

    def run(self, element: Any) -> None:
        look = self.document.styles.run(child(element, "w:rPr"), self.look)
        if look.hidden and any(each.text for each in descendants(element, "w:t")):
            self.flow.omitted["hidden passage"] += 1
        own_mark = False
        for each in element:
            name = kind(each)
            if name == "w:fldChar":
                self.field(each)
            elif look.hidden or not all(self.fields):
                continue
            elif name == "w:t":
                self.flow.write("" if own_mark else readable(each.text or "", look.font), raised=look.raised)
            elif name in _WRITTEN:
                self.flow.write(_WRITTEN[name])
            elif name in _NOTE_PARTS:
                own_mark = own_mark or is_on(attribute(each, "customMarkFollows"))
                self.document.notes[_NOTE_PARTS[name], attribute(each, "id") or ""] = None
            else:
                self.take(each)

    def symbol(self, element: Any) -> None:
        font, code = attribute(element, "font") or "", attribute(element, "char") or ""
        shown = character(font, int(code, 16)) if code and len(code) <= 6 and code.isalnum() else None
        if shown is None:
            self.flow.omitted["picture sign"] += 1
        else:
            self.flow.write(shown)

    def field(self, element: Any) -> None:
        """Follow where a field begins, where its result begins, and where it ends."""
        if element not in self.field_marks:
            return
        type_ = attribute(element, "fldCharType")
        if type_ == "begin":
            self.fields.append(False)
            self.flow.write(_chosen(element) if all(self.fields[:-1]) else "")
        elif type_ == "separate":
            self.fields[-1] = True
        else:
            self.fields.pop()

    def box(self, element: Any) -> None:
        outer, look = self.flow, self.look
        self.flow, self.look = outer.inner(), Look()
        self.inside(element)
        outer.beside(self.flow.closed())
        self.flow, self.look = outer, look

    def drawn_text(self, element: Any) -> None:
        """Take a paragraph of a drawing, or letters drawn as a picture."""
        words = attribute(element, "string") or "".join(each.text or "" for each in descendants(element, "a:t"))
        self.flow.beside([words] if words.strip() else [])

    def alternatives(self, element: Any) -> None:
        """Take one of the forms in which the same thing is kept: the first that holds words."""
        forms = list(element)
        if forms:
            self.inside(next((each for each in forms if _has_words(each)), forms[0]))

    def equation(self, element: Any) -> None:
        if {kind(each) for each in element.iter() if kind(each).startswith("m:")} <= _LINEAR_MATHS:
            self.flow.write("".join(each.text or "" for each in descendants(element, "m:t")))
        else:
            self.flow.omitted["equation"] += 1

    def embedded(self, element: Any) -> None:
        """Count an object of another program; the picture that stands for it holds no words."""
        if any(True for _ in descendants(element, "o:OLEObject")):
            self.flow.omitted["embedded object"] += 1
        elif any(True for _ in descendants(element, "w:control")):
            self.flow.omitted["form field"] += 1
        else:
            self.inside(element)

    def chunk(self, element: Any) -> None:
        self.flow.add(self.document.inserted(attribute(element, "id")))

    def table(self, element: Any) -> None:
        self.flow.end()
        for row in _parts(element, "w:tr"):
            properties = child(row, "w:trPr")
            if properties is not None and child(properties, "w:del") is not None:
                self.flow.omitted["tracked deletion"] += 1
                continue
            if properties is not None and child(properties, "w:ins") is not None:
                self.flow.omitted[INSERTION] += 1
            if not is_set(child(properties, "w:hidden") if properties is not None else None):
                cells = [cell_paragraphs(self, each) for each in _parts(row, "w:tc") if _shown(each)]
                self.flow.add(row_paragraphs(cells))


_HANDLERS: Mapping[str, Callable[[_Story, Any], None]] = {
    "w:del": _Story.deleted,
    "w:ins": _Story.added,
    "w:p": _Story.paragraph,
    "w:r": _Story.run,
    "w:sym": _Story.symbol,
    "w:tbl": _Story.table,
    "w:txbxContent": _Story.box,
    "w:object": _Story.embedded,
    "w:altChunk": _Story.chunk,
    "v:textpath": _Story.drawn_text,
    "a:p": _Story.drawn_text,
    "m:oMath": _Story.equation,
    "mc:AlternateContent": _Story.alternatives,
}


def _runs_on(properties: Any) -> bool:
    """Return whether a paragraph's end is deleted, moved or hidden, or it is the large first letter of the next."""
    if properties is None:
        return False
    frame, mark = child(properties, "w:framePr"), child(properties, "w:rPr")
    if frame is not None and attribute(frame, "dropCap") in ("drop", "margin"):
        return True
    if mark is None:
        return False
    gone = any(child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
    return gone or is_set(child(mark, "w:specVanish"))


def _whole_fields(root: Any) -> Iterator[Any]:
    """Yield the marks of fields that begin and end; a field without an end would hide all that follows."""
    open_: list[list[Any]] = []
    for each in descendants(root, "w:fldChar"):
        if any(kind(above) in ("w:del", "w:moveFrom") for above in each.iterancestors()):
            continue
        type_ = attribute(each, "fldCharType")
        if type_ == "begin":
            open_.append([each])
        elif open_:
            open_[-1].append(each)
            if type_ == "end":
                yield from open_.pop()


def _chosen(field_begin: Any) -> str:
    """Return the entry that is chosen in a list to choose from."""
    for choices in descendants(field_begin, "w:ddList"):
        entries = [attribute(each, "val") or "" for each in choices if kind(each) == "w:listEntry"]
        result = child(choices, "w:result")
        number = (attribute(result, "val") or "0") if result is not None else "0"
        return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""
    return ""


def _has_words(element: Any) -> bool:
    return any(kind(each) in ("w:t", "a:t", "m:t", "w:delText") and each.text for each in element.iter())


def _parts(element: Any, name: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in content controls; not those of an inner table."""
    for each in element:
        if kind(each) == name:
            yield each
        elif kind(each) not in ("w:tbl", "w:tc", "w:del", *_NEVER_SHOWN):
            yield from _parts(each, name)


def _shown(cell: Any) -> bool:
    """Return whether a cell is neither deleted nor covered by the one above it."""
    properties = child(cell, "w:tcPr")
    if properties is None:
        return True
    merged = child(properties, "w:vMerge")
    covered = merged is not None and attribute(merged, "val") != "restart"
    return child(properties, "w:cellDel") is None and not covered
