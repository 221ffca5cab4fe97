"""Labels with a post that break over two lines: "ANA RUIZ, LEADER OF THE FERRY" above "PARTY:" is Ana Ruiz."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.text.expressions import expression
from index.transcripts.label_shapes import Label
from index.transcripts.label_words import is_office

_BEGINS = expression(
    r"[ \t]{0,12}(?P<name>(?:[^\W\d_a-z][^\W\d_a-z.’'-]{0,30} ){1,3}[^\W\d_a-z][^\W\d_a-z.’'-]{1,30}), ?"
    r"(?P<post>[^\n.:?!a-z]{4,120}?)[ \t]{0,12}"
)
_MOST_WORDS = 6
_GAP = 3
"""Characters between the lines: converted pages have a blank one between all."""


def with_wrapped(text: str, labels: Iterable[Label]) -> Iterator[Label]:
    """Yield the labels, one in capitals that goes on from the line above as whose name stands there."""
    for label in labels:
        may_go_on = label.form == "colon" and label.name.isupper() and len(label.name.split()) <= _MOST_WORDS
        begun = _line_above(text, label.start) if may_go_on else None
        post = " ".join(f"{begun['post']} {label.name}".split()) if begun else ""
        goes_on = begun and any(map(is_office, (post, *re.split(r" AND |, ", post))))
        yield replace(label, start=begun.start(), name=begun["name"], notes=f"({post})") if begun and goes_on else label


def _line_above(text: str, start: int) -> re.Match[str] | None:
    """Return the name and the post's beginning that the line above a label is, None for any other line."""
    end = len(text[:start].rstrip())
    if start - end > _GAP:
        return None
    return _BEGINS.fullmatch(text, text.rfind("\n", 0, end) + 1, end)
