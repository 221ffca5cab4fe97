"""docutils' tree -> the text of the document, with the marks that Markdown keeps: of headings, quotations, lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from docutils.utils._roman_numerals import RomanNumeral

from index.readers.markdown import without_emphasis, without_frame
from index.readers.restructured.top import LABELLED, is_at_top
from index.readers.web.blocks import raised

_STAR, _BAR = "\ufffe", "\uffff"
"""Stand for a star and an underline of the text, which are no marks of emphasis."""
_ESCAPED, _PLAIN = str.maketrans("*_", _STAR + _BAR), str.maketrans(_STAR + _BAR, "*_")
_LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list, nodes.field_list, nodes.option_list)
_SETTINGS = frozenset("orphan nocomments nosearch tocdepth tags category categories slug status summary".split())
"""Fields at the top that programs read and no page shows."""
_LOST = 3
"""From this level on docutils' message holds a part of the text that is nowhere else."""
_LONGEST_CELL, _MOST_PARAGRAPHS = 400, 3
_LONGEST_NAMED = 10_000
"""So many characters may the words grow to that a name in bars stands for, which may hold such names themselves."""


@dataclass
class Writer:
    """Writes one tree; what is not in its text is counted."""

    document: nodes.document
    omitted: Counter[str] = field(default_factory=Counter)
    _named: dict[str, str | None] = field(default_factory=dict)
    """The words behind names in bars; None while they are sought."""

    def text(self) -> str:
        """Return the text of the document."""
        marked = without_frame(without_emphasis("\n\n".join(self._blocks(self.document, 0))))
        return marked.translate(_PLAIN)

    def _blocks(self, node: nodes.Element, level: int) -> list[str]:
        return [each for child in node.children for each in self._block(child, level) if each.strip()]

    def _block(self, node: Any, level: int) -> list[str]:
        """Return the paragraphs of a part of the text."""
        kind = type(node).__name__
        if own := getattr(self, f"_{kind}", None):
            found: list[str] = own(node, level)
            return found
        if isinstance(node, nodes.Text | nodes.TextElement):
            return [_on_one_line(self._inline(node))]
        return self._blocks(node, level)

    def _paragraph(self, node: nodes.Element, level: int) -> list[str]:
        lines = [each.strip() for each in self._inline(node).split("\n")]
        # The head of a proposal, or who says what line by line.
        return ["\n".join(lines)] if all(map(LABELLED.fullmatch, lines)) else [" ".join(lines)]

    def _section(self, node: nodes.Element, level: int) -> list[str]:
        return self._blocks(node, level + 1)

    def _title(self, node: nodes.Element, level: int) -> list[str]:
        words = _on_one_line(self._inline(node))
        return [f"{'#' * max(1, min(level, 6))} {words}"] if isinstance(node.parent, nodes.section) else [words]

    def _rubric(self, node: nodes.Element, level: int) -> list[str]:
        return [f"**{_on_one_line(self._inline(node, plain=True))}**"]

    def _block_quote(self, node: nodes.Element, level: int) -> list[str]:
        blocks = self._blocks(node, level)
        # A list that is set in by a blank or two is no quotation.
        if all(isinstance(each, (*_LISTS, nodes.table, nodes.comment)) for each in node.children):
            return blocks
        lines = "\n\n".join(blocks).split("\n")
        return ["\n".join(f"> {line}".rstrip() for line in lines)]

    def _attribution(self, node: nodes.Element, level: int) -> list[str]:
        return [f"— {_on_one_line(self._inline(node))}"]

    def _bullet_list(self, node: nodes.Element, level: int) -> list[str]:
        return _items(("- ", self._blocks(item, level)) for item in node.children)

    def _enumerated_list(self, node: nodes.Element, level: int) -> list[str]:
        first = node.get("start", 1)
        marks = (
            f"{node['prefix']}{_ordinal(first + at, node['enumtype'])}{node['suffix']} " for at in range(len(node))
        )
        return _items((mark, self._blocks(item, level)) for mark, item in zip(marks, node.children, strict=True))

    def _field_list(self, node: nodes.Element, level: int) -> list[str]:
        fields = [each for each in node.children if isinstance(each, nodes.field)]
        kept = [each for each in fields if each[0].astext().lower() not in _SETTINGS or not is_at_top(node)]
        self.omitted["line of front matter"] += len(fields) - len(kept)
        return _items(
            (f"{self._inline(each[0])}:{_gap(each[1])}", self._blocks(each[1], level) or [""]) for each in kept
        )

    def _option_list(self, node: nodes.Element, level: int) -> list[str]:
        return _items((f"{self._options(item[0])}  ", self._blocks(item[1], level)) for item in node.children)

    def _options(self, group: nodes.Element) -> str:
        shown = (
            "".join(f"{part.get('delimiter', '')}{self._inline(part)}" for part in option.children)
            for option in group.children
        )
        return ", ".join(shown)

    def _definition_list_item(self, node: nodes.Element, level: int) -> list[str]:
        terms = [self._inline(each) for each in node.children if isinstance(each, nodes.term | nodes.classifier)]
        return [_on_one_line(" : ".join(terms)), *self._blocks(node[-1], level)]

    def _line_block(self, node: nodes.Element, level: int) -> list[str]:
        return ["\n".join(self._lines(node))]

    def _lines(self, node: nodes.Element) -> Iterator[str]:
        for each in node.children:
            if isinstance(each, nodes.line_block):
                yield from self._lines(each)
            else:
                yield _on_one_line(self._inline(each))

    def _literal_block(self, node: nodes.Element, level: int) -> list[str]:
        return [self._inline(node).strip("\n")]

    _doctest_block = _literal_block

    def _table(self, node: nodes.Element, level: int) -> list[str]:
        titles = [each for each in node.children if isinstance(each, nodes.title)]
        captions = [each for title in titles for each in self._title(title, level)]
        rows = [self._row(row, level) for row in node.findall(nodes.row) if _table_of(row) is node]
        if any(len(row) > 1 for row in rows):
            return [*captions, *(each for row in rows for each in row)]
        return [*captions, "\n".join(row[0] for row in rows if row)]

    def _row(self, row: nodes.Element, level: int) -> list[str]:
        """Return a row in one line, or the paragraphs of its cells where it only lays out the page."""
        cells = [self._blocks(entry, level) for entry in row.children]
        if any(len(cell) > _MOST_PARAGRAPHS or sum(map(len, cell)) > _LONGEST_CELL for cell in cells):
            return [each for cell in cells for each in cell]
        return [" | ".join(_on_one_line(" ".join(cell)) for cell in cells)] if any(cells) else []

    def _footnote(self, node: nodes.Element, level: int) -> list[str]:
        inner = [each for each in node.children if not isinstance(each, nodes.label)]
        return [each for child in inner for each in self._block(child, level)]

    def _citation(self, node: nodes.Element, level: int) -> list[str]:
        return _items([(f"[{node[0].astext()}] ", self._footnote(node, level))])

    def _system_message(self, node: nodes.Element, level: int) -> list[str]:
        lost = [each for each in node.children if isinstance(each, nodes.literal_block)]
        return [each for child in lost for each in self._block(child, level)] if node["level"] >= _LOST else []

    def _comment(self, node: nodes.Element, level: int) -> list[str]:
        self.omitted["comment"] += bool(node.children)
        return []

    def _image(self, node: nodes.Element, level: int) -> list[str]:
        self.omitted["picture"] += 1
        return []

    def _nothing(self, node: nodes.Element, level: int) -> list[str]:
        return []

    _substitution_definition = _target = _pending = _meta = _raw = _transition = _nothing

    def _inline(self, node: Any, plain: bool = False) -> str:
        """Return the words of a line, with marks of emphasis unless they are to be plain."""
        if isinstance(node, nodes.Text):
            return str(node.astext()).translate(_ESCAPED)
        if isinstance(node, nodes.image):
            self.omitted["picture"] += 1
            return ""
        if isinstance(node, nodes.substitution_reference):
            return self._behind(node)
        words = ""
        for child in node.children:
            if isinstance(child, nodes.footnote_reference) and (child.get("auto") or self._is_known(child)):
                self.omitted["note mark"] += 1
                # The blank before a mark is none of the sentence's.
                words = words.rstrip()
            elif isinstance(child, nodes.superscript):
                words += self._raised(child, words)
            else:
                words += self._inline(child, plain)
        return self._marked(node, words, plain)

    def _behind(self, node: nodes.Element) -> str:
        """Return what stands behind a name in bars; one that nothing or only itself stands behind is shown as it is."""
        defined = self.document.substitution_defs
        name = node["refname"]
        name = name if name in defined else self.document.substitution_names.get(name.lower(), name)
        if name in defined and name not in self._named:
            self._named[name] = None
            words = self._inline(defined[name])
            self._named[name] = words if len(words) <= _LONGEST_NAMED else None
        behind = self._named.get(name)
        return str(node.rawsource).translate(_ESCAPED) if behind is None else behind

    def _marked(self, node: nodes.Element, words: str, plain: bool) -> str:
        """Return words as the element around them shows them."""
        if isinstance(node, nodes.strong) and not plain:
            return f"**{words}**"
        if isinstance(node, nodes.emphasis) and not plain:
            return f"*{words}*"
        if isinstance(node, nodes.footnote_reference | nodes.citation_reference):
            return f"[{words}]"
        if isinstance(node, nodes.reference) and "refname" in node and not self._is_known(node):
            return str(node.rawsource or words).translate(_ESCAPED)
        return self._heading_of(node) or words if "label" in node else words

    def _is_known(self, node: nodes.Element) -> bool:
        return node.get("refname") in self.document.nameids

    def _heading_of(self, node: nodes.Element) -> str:
        """Return the heading that a label stands above, as a page shows a reference to it."""
        label = nodes.fully_normalize_name(node["label"])
        target = self.document.ids.get(self.document.nameids.get(label))
        following = target.next_node(descend=False, siblings=True) if target is not None else None
        heading = following[0] if isinstance(following, nodes.section) else None
        return str(heading.astext()).translate(_ESCAPED) if heading is not None else ""

    def _raised(self, node: nodes.Element, before: str) -> str:
        words = raised(str(node.astext()), before[-12:], False)
        self.omitted["note mark"] += words is None
        return (words or "").translate(_ESCAPED)


def _on_one_line(words: str) -> str:
    return " ".join(words.split("\n")).strip()


def _gap(body: nodes.Element) -> str:
    """Return what stands between a field's name and what it says."""
    return "\n" if body.children and isinstance(body[0], _LISTS) else " "


def _items(items: Any) -> list[str]:
    """Return the paragraphs of a list: its items line by line where each is one paragraph."""
    marked = [[f"{mark}{blocks[0]}".rstrip(), *blocks[1:]] for mark, blocks in items if blocks]
    if all(len(each) == 1 for each in marked):
        return ["\n".join(each[0] for each in marked)] if marked else []
    return [block for each in marked for block in each]


def _ordinal(number: int, kind: str) -> str:
    if kind.endswith("alpha"):
        letter = chr(ord("a") + number - 1)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("roman"):
        numeral = str(RomanNumeral(number))
        return numeral if kind.startswith("upper") else numeral.lower()
    return str(number)


def _table_of(row: nodes.Element) -> Any:
    return next(each for each in _ancestors(row) if isinstance(each, nodes.table))


def _ancestors(node: nodes.Element) -> Iterator[nodes.Element]:
    while node.parent is not None:
        node = node.parent
        yield node
