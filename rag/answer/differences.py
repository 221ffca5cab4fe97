"""What differs between asked words and a document's, for people: the words of both in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from index.text.negation import NEGATION
from rag.answer.quote_place import Place
from rag.check.normalize import normal
from rag.records import Difference

_AUXILIARY_NOT = expression(
    r"(?:\b(?P<before>[\w'’-]+) )?\b(?P<words>(?:am|is|are|was|were|do|does|did|will|would|can|could|shall|should|"
    r"must|may|might|has|have|had)\s+not)\b",
    re.IGNORECASE,
)
_BEFORE_NOT = 24
"""Characters before the words found in which the auxiliary of their "not" and its subject stand."""
_EDGES = " \t\n.,;:!?…“”\"„«»()-–—'‘"


def turned(difference: Sequence[Difference]) -> str:
    """Return how the asked words turn the sense of the document's, or "" where no negation comes or goes."""
    for _, asked, document in difference:
        mine, theirs = (bool(NEGATION.search(normal(each).text)) for each in (asked, document))
        if mine != theirs:
            return "the question adds a negation" if mine else "the question leaves out a negation"
    return ""


def difference_lines(difference: Sequence[Difference], place: Place) -> str:
    """Return what differs, a line each with a line break before it, none twice."""
    return "".join(f"\n{line}" for line in dict.fromkeys(_line(each, place) for each in difference))


def _line(difference: Difference, place: Place) -> str:
    what, asked, document = difference
    mine, theirs = _shown(asked, document)
    theirs = _as_written(theirs, place.document.text)
    if what == "replace":
        negation = NEGATION.search(document)
        if negation and not NEGATION.search(asked) and negation[0].lower() == "not":
            before, left_out = _whole_not(place)
            if left_out and before.lower() == mine.lower():
                return f"Left out by the question: “{left_out}”."
            theirs = f"{before} {left_out}".strip() if left_out and theirs.lower() == "not" else theirs
        return f"Changed: the question has “{mine}”, the document “{theirs}”."
    if what == "insert" and theirs.lower() == "not" and not _asked_auxiliary(place):
        theirs = _whole_not(place)[1] or theirs
    return f"Added by the question: “{mine}”." if what == "delete" else f"Left out by the question: “{theirs}”."


def _shown(asked: str, document: str) -> tuple[str, str]:
    """Return the words of both without marks at their ends, but where only these differ."""
    mine, theirs = asked.strip(_EDGES), document.strip(_EDGES)
    return (mine, theirs) if mine != theirs and (mine or theirs) else (asked.strip(), document.strip())


def _as_written(words: str, text: str) -> str:
    """Return words with the apostrophes that the text has."""
    curly = words.replace("'", "’")
    return curly if words not in text and curly in text else words


def _asked_auxiliary(place: Place) -> bool:
    """Return whether the auxiliary of the "not" stands among the words found, so that "not" alone was left out."""
    match = _AUXILIARY_NOT.search(place.document.text, *place.found.span)
    return match is not None and match.start("words") >= place.found.span[0]


def _whole_not(place: Place) -> tuple[str, str]:
    """Return the word before a "not" in the words found and the "not" with its auxiliary: "They" and "do not"."""
    start, end = place.found.span
    match = _AUXILIARY_NOT.search(place.document.text, max(0, start - _BEFORE_NOT), end)
    return (match["before"] or "", match["words"]) if match else ("", "")
