"""An article that another document reprints: where it stands, from which paper, and by whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.records import Document
from index.text.expressions import expression

LONGEST = 14_000
"""Characters of an article; what is longer has no end that was found."""
_BYLINE = expression(r"^[^\w\n]{0,4}(?i:by) (?P<by>[A-Z][^\n]{2,160})$", re.MULTILINE)
_LABEL = expression(
    r"^(?:(?:Senator|Mr|Ms|Mrs|Dr|Chair\w*|Representative|Hon|The (?:CHAIR|Chair)\w*|Question|Answer)\b\.?"
    r"[^\n.:]{0,40}[.:]|(?:[A-Z]\w+\.? ){0,2}[A-Z]{3,}[.:] |\[[A-Z][^\]\n]{3,80}\])",
    re.MULTILINE,
)
"""Who speaks next, or a note of the record, ends it."""
_NAMES = expression(r"(?:The |the )?((?:[A-Z][\w.’'-]+ ?)+)")
NEAR = 700


class Inset(NamedTuple):
    """Where an article stands in a document, the paper that it is from and the names above it."""

    start: int
    end: int
    published: str
    by: str


def inset_of(document: Document, words: str) -> Inset | None:
    """Return the article from a paper that words name, where a document reprints it under the paper's name."""
    match = _NAMES.search(words)
    if match is None:
        return None
    paper = match[1].strip()
    heads = re.finditer(rf"^\W*(?:The )?{re.escape(paper)}\W*$", document.text, re.MULTILINE | re.IGNORECASE)
    for head in heads:
        by = _BYLINE.search(document.text, head.end(), head.end() + NEAR)
        if by is None:
            continue
        end = _LABEL.search(document.text, by.end())
        stop = end.start() if end else len(document.text)
        if stop - by.end() <= LONGEST:
            return Inset(by.end(), stop, head[0].strip(), by["by"].strip())
    return None
