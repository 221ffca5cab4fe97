"""An HTML tree -> the blocks of text that a reader sees, in order, each with the quotation in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from index.text.expressions import expression

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul""".split()
)
UNSEEN = frozenset(
    """script style head template noscript svg iframe object embed canvas audio video map select option datalist
    textarea input button del s strike rp rt math link meta title""".split()
)
_HIDDEN_STYLE = expression(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_HIDDEN_CLASS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only a11y-hidden".split()
)
_NOTE_MARK = expression(
    r"[\[(]?(?:\d{1,3}|[*†‡§¶]+|[a-z]|[ivx]{1,4}|note \d+|citation needed)[\])]?(?:[,–-]\s?\[?\d{1,3}\]?)*"
)
_NOTE_NAME = expression(r"note|ref|cite|fn", re.IGNORECASE)
_UNIT = expression(
    r"(?:^|[\s\d(/·⋅])(?:[kcdm]?m|ft|in|yd|mi|s|sec|km/h|м|км|см)$|[²³)]$|(?:^|\s|[=+*/×(])(?:10|[a-zA-Z])$"
)
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LONGEST_CELL = 400


@dataclass
class Block:
    """A paragraph, heading, item or row; `element` is the tree's that holds it."""

    text: str
    element: Any
    linked: int = 0
    """How many of its characters are those of links."""
    cited: Any = None
    """The innermost element of a quotation in which it stands (blockquote)."""


@dataclass
class Blocks:
    """What was found in a tree."""

    all: list[Block] = field(default_factory=list)
    pictures: int = 0
    marks: int = 0
    struck: int = 0
    templates: int = 0
    """Instructions to the program that makes the page, which were taken out of its source."""
    _text: list[str] = field(default_factory=list)
    _linked: int = 0

    @property
    def omitted(self) -> tuple[tuple[str, int], ...]:
        """Return what a reader sees and the text lacks."""
        found = (
            ("picture", self.pictures),
            ("note mark", self.marks),
            ("struck-out passage", self.struck),
            ("template part", self.templates),
        )
        return tuple((what, count) for what, count in found if count)

    def flush(self, element: Any, cited: Any, prefix: str = "") -> None:
        """End a block."""
        text = _without_blanks_at_breaks("".join(self._text))
        linked, self._text, self._linked = self._linked, [], 0
        for number, part in enumerate(piece for piece in re.split(r"\n{2,}", text) if piece.strip()):
            lines = "\n".join(" ".join(line.split()) for line in part.strip().split("\n"))
            self.all.append(
                Block(text=f"{prefix}{lines}" if not number else lines, element=element, linked=linked, cited=cited)
            )

    def write(self, text: str | None, linked: bool = False) -> None:
        """Add words to the block that is being written; line ends of the file are spaces."""
        if text:
            kept = re.sub(r"\s+", " ", text.replace("\xad", "").replace("\u200b", ""))
            self._text.append(kept)
            self._linked += len(kept) if linked else 0

    def line(self) -> None:
        """End a line within the block."""
        self._text.append("\n")

    def raw(self, text: str) -> None:
        """Add text as it stands."""
        self._text.append(text)

    def ending(self) -> str:
        """Return the last characters of the block that is being written."""
        return "".join(self._text[-3:])[-12:]


def blocks(root: Any) -> Blocks:
    """Return the blocks of a tree."""
    found = Blocks()
    _walk(root, found, _Place(root, None, False))
    found.flush(root, None)
    return found


@dataclass(frozen=True)
class _Place:
    element: Any
    cited: Any
    linked: bool
    prefix: str = ""


def unseen(element: Any) -> bool:
    """Return whether a reader does not see an element."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    style, classes = element.get("style"), element.get("class")
    return bool(
        element.get("hidden") is not None
        or (style and _HIDDEN_STYLE.search(style))
        or (classes and not _HIDDEN_CLASS.isdisjoint(classes.split()))
    )


def _walk(element: Any, found: Blocks, place: _Place) -> None:
    """Write an element and what is in it, not what follows it."""
    if unseen(element):
        found.struck += element.tag in {"del", "s", "strike"} and bool(str(element.text_content()).strip())
        return
    tag = element.tag
    if tag == "img":
        found.pictures += 1
    elif tag == "br":
        found.line()
    elif tag == "sup":
        _raised(element, found)
    elif tag == "tr" and (cells := _cells(element)):
        found.flush(place.element, place.cited, place.prefix)
        found.raw(" | ".join(cells))
        found.flush(element, place.cited)
    elif tag == "pre":
        found.flush(place.element, place.cited, place.prefix)
        found.raw(str(element.text_content()))
        found.flush(element, place.cited)
    elif tag in BLOCKS:
        found.flush(place.element, place.cited, place.prefix)
        inner = _Place(
            element=element,
            cited=element if tag == "blockquote" else place.cited,
            linked=False,
            prefix=_bullet(element),
        )
        _inside(element, found, inner)
        found.flush(element, inner.cited, inner.prefix if not _contains_blocks(element) else "")
    else:
        if tag == "q":
            found.write("“")
        _inside(
            element,
            found,
            _Place(element=place.element, cited=place.cited, linked=place.linked or tag == "a", prefix=place.prefix),
        )
        if tag == "q":
            found.write("”")


def _inside(element: Any, found: Blocks, place: _Place) -> None:
    found.write(element.text, place.linked)
    prefix = place.prefix
    for child in element:
        before = len(found.all)
        _walk(child, found, _Place(element=place.element, cited=place.cited, linked=place.linked, prefix=prefix))
        # The mark of a list stands before the first block of its item alone.
        if len(found.all) > before and prefix:
            first = found.all[before]
            first.text = first.text if first.text.startswith(prefix) else prefix + first.text
            prefix = ""
        found.write(child.tail, place.linked)


def _contains_blocks(element: Any) -> bool:
    return any(each.tag in BLOCKS for each in element.iterdescendants() if isinstance(each.tag, str))


def _bullet(element: Any) -> str:
    if element.tag != "li":
        return ""
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    number = sum(1 for each in element.itersiblings("li", preceding=True)) + 1
    start = parent.get("start") or "1"
    return f"{number + int(start) - 1 if start.isdigit() and len(start) < 6 else number}. "


def _raised(element: Any, found: Blocks) -> None:
    """Write what is raised, and count the mark of a note."""
    linked = element.find(".//a") is not None or _NOTE_NAME.search(f"{element.get('class')} {element.get('id')}")
    words = raised(str(element.text_content()), found.ending(), bool(linked))
    if words is None:
        found.marks += 1
    else:
        found.write(words)


def raised(words: str, before: str, linked: bool) -> str | None:
    """Return raised words as a line shows them: an ordinal's ending, an exponent as one; None for a note's mark."""
    text = "".join(words.split())
    if not linked and re.fullmatch(r"[\d+−-]+|n", text) and _UNIT.search(before):
        return text.translate(_RAISED)
    if _NOTE_MARK.fullmatch(text) or (linked and len(text) <= 12):
        return None
    return text if before[-1:].isalnum() and len(text) <= 4 else f" {text}"


def _cells(row: Any) -> list[str]:
    """Return the cells of a row of data; none of a row that only lays out the page."""
    cells = [each for each in row if each.tag in {"td", "th"} and not unseen(each)]
    if len(cells) < 2:
        return []
    texts: list[str] = []
    for cell in cells:
        inner = blocks_of_cell(cell)
        if inner is None:
            return []
        texts.append(inner)
    return texts if any(texts) else []


def blocks_of_cell(cell: Any) -> str | None:
    """Return a cell's text in one line; None where it holds more than data."""
    if any(each.tag in {"table", "h1", "h2", "h3", "blockquote", "pre", "article"} for each in cell.iterdescendants()):
        return None
    found = Blocks()
    _inside(cell, found, _Place(cell, None, False))
    found.flush(cell, None)
    text = " ".join(" ".join(each.text.split()) for each in found.all)
    return None if len(found.all) > 3 or len(text) > _LONGEST_CELL else text


def joined(found: list[Block]) -> Iterator[tuple[str, Block]]:
    """Yield each block with what parts it from the one before: items and rows stand line by line."""
    before: Block | None = None
    for block in found:
        yield ("" if before is None else "\n" if _one_list(before, block) else "\n\n"), block
        before = block


def _one_list(first: Block, second: Block) -> bool:
    tags = (first.element.tag, second.element.tag)
    if tags == ("tr", "tr"):
        return first.element.getparent() is second.element.getparent() or _table(first) is _table(second)
    return tags == ("li", "li") and first.element.getparent() is second.element.getparent()


def _table(block: Block) -> Any:
    return next(block.element.iterancestors("table"), block)


def _without_blanks_at_breaks(text: str) -> str:
    """Return the text without the blanks that stand beside its line breaks."""
    first, *others = text.split("\n")
    if not others:
        return text
    last = others.pop()
    return "\n".join([first.rstrip(_BLANKS), *(each.strip(_BLANKS) for each in others), last.lstrip(_BLANKS)])


_BLANKS = " \t\r\f\v\u2028"
