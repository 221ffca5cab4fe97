"""The streams that a rich text file's words go to: the body, its notes, its properties, boxes, the cells of a table."""

from __future__ import annotations

from collections import Counter

from index.readers.office.flow import Flow, is_worded, row_paragraphs


class Streams:
    """The streams by their names, and the rows and cells of tables that are not ended."""

    def __init__(self) -> None:
        self.omitted: Counter[str] = Counter()
        self.letterhead: list[str] = []
        self._flows = {name: Flow(self.omitted) for name in ("body", "notes", "title", "author")}
        self._boxes: list[tuple[int, str]] = []
        """Those that are open: how deep in groups each begins, and the name of its stream."""
        self._rows: dict[str, list[list[str]]] = {}
        self._cells: dict[str, Flow] = {}

    def paragraphs(self) -> list[str]:
        """Return the body's paragraphs and the notes' after them."""
        self.end_row("body")
        return [*self._flows["body"].closed(), *self._flows["notes"].closed()]

    def property_(self, name: str) -> str:
        """Return what the file's properties say."""
        return " ".join(self._flows[name].closed())

    def flow(self, target: str, in_table: bool) -> Flow:
        """Return the stream that text goes to: a table's cell where one is open."""
        if target not in self._flows:
            return self._flows["body"]
        if in_table and target not in ("title", "author"):
            return self._cells.setdefault(target, self._flows[target].inner())
        if target in self._cells or target in self._rows:
            self.end_row(target)
        return self._flows[target]

    def end_cell(self, target: str) -> None:
        """End the cell that is open, or take as one what stands in a stream: some lack the word that says so."""
        if target not in self._flows:
            return
        cell = self._cells.pop(target, None)
        if cell is None:
            cell = self._flows[target].inner() if target in self._rows else self._flows[target].taken_back()
        self._rows.setdefault(target, []).append(cell.closed())

    def end_row(self, target: str) -> None:
        """Write the row that is open, and what stands in a cell that nothing ended."""
        row, cell = self._rows.pop(target, []), self._cells.pop(target, None)
        if target in self._flows:
            if row:
                self._flows[target].add(row_paragraphs(row))
            if cell is not None:
                self._flows[target].add(cell.closed())

    def begin_box(self, kind: str, depth: int) -> str:
        """Return the name of a stream of its own: a box's, a note's, a page header's, in groups so deep."""
        name = f"{kind}{len(self._boxes)}"
        self._flows[name] = self._flows["body"].inner()
        self._boxes.append((depth, name))
        return name

    def end_boxes(self, depth: int, beside: str | None, in_table: bool) -> None:
        """End the boxes that begin in groups so deep: their paragraphs stand beside the stream that they hang on."""
        while self._boxes and self._boxes[-1][0] >= depth:
            self._end_box(self._boxes.pop()[1], beside, in_table)

    def _end_box(self, name: str, beside: str | None, in_table: bool) -> None:
        self.end_row(name)
        found = self._flows.pop(name).closed()
        if name.startswith("note"):
            self._flows["notes"].add(found)
        elif name.startswith("page"):
            self._end_page_part(name, found)
        elif beside:
            self.flow(beside, in_table).beside(found)

    def _end_page_part(self, name: str, found: list[str]) -> None:
        """Count what stands above or below the pages; a header before the first words is the letterhead."""
        if not is_worded(found):
            return
        self.omitted[name.rstrip("0123456789")] += 1
        if name.startswith("page header") and not self._flows["body"].paragraphs:
            self.letterhead += found
