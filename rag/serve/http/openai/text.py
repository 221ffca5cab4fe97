"""An answer's pieces -> its text with the places of its [n] markers, as OpenAI's annotations have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from index.text.expressions import expression
from index.text.tokens import count

_MARKER = expression(r"\[(\d+)\]")
Citation = Mapping[str, Any]


@dataclass
class Text:
    """The text so far, and where its markers stand; what stands in brackets in a document's words is no marker."""

    text: str = ""
    markers: list[tuple[int, int, int]] = field(default_factory=list)
    """Number, start and end of each."""

    def add(self, segment: Mapping[str, Any]) -> str:
        """Take a piece, and return its text."""
        piece = str(segment["text"])
        if segment["citation"] is None:
            start = len(self.text)
            self.markers += [
                (int(each[1]), start + each.start(), start + each.end()) for each in _MARKER.finditer(piece)
            ]
        self.text += piece
        return piece

    def annotations(self, citations: Sequence[Citation], address: str) -> list[dict[str, Any]]:
        """Return what is cited at each marker: the document at the words' offsets, as this service shows it."""
        by_number = {each["n"]: each for each in citations}
        return [
            {
                "start_index": start,
                "end_index": end,
                "title": by_number[number]["title"],
                "url": url_of(by_number[number], address),
            }
            for number, start, end in self.markers
            if number in by_number
        ]


def url_of(citation: Citation, address: str) -> str:
    """Return where this service shows the cited words."""
    place = f"start={citation['start']}&end={citation['end']}"
    return f"{address.rstrip('/')}/v1/documents/{quote(citation['doc'])}?{place}"


def tokens(*texts: str) -> int:
    """Return how many tokens the texts have."""
    return sum(count(each) for each in texts)
