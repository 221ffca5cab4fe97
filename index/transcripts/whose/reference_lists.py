"""A text's lists of sources, in which a name before a dash published something: "The Gull - Ferry stays"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.text.expressions import expression
from index.transcripts.label_shapes import Label

_HEADING = expression(
    r"^[ \t]{0,3}(?:#{1,6}[ ])?[*_]{0,3}(?:(?:important|useful|related|external|relevant|key|other)[ ])?"
    r"(?:references|sources|bibliography|works cited|citations|footnotes|endnotes|further reading"
    r"|(?<=[ ])(?:reading|articles|documents)|links)[*_]{0,3}:?[*_]{0,3}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT = expression(r"^#{1,6}[ ]", re.MULTILINE)


def outside(text: str, labels: Iterable[Label]) -> Iterator[Label]:
    """Yield the labels that stand in no list of sources; one that a colon ends is whose words follow anywhere."""
    lists = [(each.end(), _end(text, each.end())) for each in _HEADING.finditer(text)]
    for label in labels:
        if label.form == "colon" or not any(start <= label.start < end for start, end in lists):
            yield label


def _end(text: str, start: int) -> int:
    behind = _NEXT.search(text, start)
    return behind.start() if behind else len(text)


def list_at_end(text: str) -> int | None:
    """Return where the list of sources begins that a text ends with, None where it ends otherwise."""
    return next((each.start() for each in _HEADING.finditer(text) if _end(text, each.end()) == len(text)), None)
