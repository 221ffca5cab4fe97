"""A question for one part of a text, by what stands above it -> the text and that heading.

"Who speaks at the opening of the fair in the Lorn highlights?" asks for what stands under "THE OPENING OF THE FAIR".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.records import Document
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words
from rag.understand.broad.named_text import only_text
from rag.understand.speakers import EDGES

_FORM = expression(
    r"^(?:who (?:all )?(?:speaks?|spoke|talks?|talked|took the floor|(?:is|was|are|were) (?:speaking|heard|quoted|"
    r"talking))|what (?:is|was|gets?|got|were) (?:said|discussed|decided|agreed|reported|told|written)|"
    r"what happen(?:s|ed)|what (?:does|do|did) (?:they|people) (?:say|discuss)|"
    r"(?:summari[sz]e|sum up) what (?:is|was) said)"
    r" (?:at|in|during|under|about|on) (?P<rest>\S.{7,180})$",
    re.IGNORECASE,
)
_JOINS = expression(r" (?:in|of|according to) ", re.IGNORECASE)
_HEADING = expression(r"^[^\w\n|]{0,8}(?P<heading>[^\W_][^\n|]{2,110}?)[^\w\n]{0,6}$", re.MULTILINE)
_SENTENCE = expression(r"[.!?…] ?$|[.!?] [A-Z]")


class NamedPart(NamedTuple):
    """A text and the heading in it that a question names a part of it by."""

    document: str
    heading: str


def named_part(question: str, catalog: Catalog) -> NamedPart | None:
    """Return the part of one text that a question names, None where it names none that has a heading there."""
    match = _FORM.match(question)
    for split in _JOINS.finditer(match["rest"]) if match else ():
        part, text = split.string[: split.start()], split.string[split.end() :]
        words = set(content_words(part))
        found = only_text(text.strip(EDGES), catalog) if words else None
        whole = catalog.document(found) if found else None
        headings = list(_headings(whole, words)) if whole else []
        if whole and len(headings) == 1:
            return NamedPart(whole.id, headings[0])
    return None


def _headings(document: Document, words: set[str]) -> list[str]:
    lines = (match["heading"].strip() for match in _HEADING.finditer(document.text))
    return [each for each in lines if not _SENTENCE.search(each) and words <= set(content_words(each))]
