"""Lines that only head or credit a text: its title, a heading, a byline. They tell what it is on and answer nothing."""

from __future__ import annotations

from collections.abc import Sequence

from index.people.writers import is_byline
from index.records import Document
from index.text.expressions import expression
from index.text.stems import words
from rag.find.shown_first import is_where_read
from rag.rank.lines.headings import line_at
from rag.records import Documents, Evidence, Query
from rag.understand.plan.first_line import line_asked

_MARKED = expression(r"\s*(?:#{1,6} .*|(?P<strong>\*\*|__).{1,200}(?P=strong):?)\s*")
_CREDITED = expression(
    r"\b(?:Credits?|Photo(?:graph)?s?|Images?|Pictures?|Video)(?: credits?| courtesy| by)?: ?[^.!?\n]{1,60}\.?\W*$|"
    r"\((?:AP|AFP|Reuters|EPA|Getty Images|PA)(?: (?:Photo|Images?))?(?:/[^)\n]{1,40})?\)\W*$"
)
"""The end of the line below a picture: "A map of the fissure on May 4. Credit: IMO."."""
_TELLS = frozenset({"yes_no", "why"})
"""To these no line that only names a thing is an answer; a day, a name or a number may stand in one."""


def without_heads(query: Query, evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return a fact's evidence without lines that only head or credit a text, where it asks for what such never tell.

    Of 20 answers to strangers' yes-or-no questions that showed "the nearest that was found" seven showed such a line
    first, and all seven were wrong.
    """
    if query.kind != "fact" or line_asked(query.standalone) not in _TELLS:
        return tuple(evidence)
    return tuple(each for each in evidence if not _heads(each, documents))


def behind_sentences(evidence: Sequence[Evidence], documents: Documents) -> list[Evidence]:
    """Return the evidence without bylines, captions, headings and titles that hold no answer, if more is there."""
    sentences = [each for each in evidence if not _heads(each, documents, title_too=not _is_read(each))]
    return sentences or list(evidence)


def _is_read(evidence: Evidence) -> bool:
    return is_where_read(evidence) and evidence.reading is not None and evidence.reading.margin > 0


def repeats_title(evidence: Evidence, document: Document) -> bool:
    """Return whether a piece of evidence repeats the title of its document or a part of it."""
    shown, title = words(document.text[evidence.start : evidence.end]), words(document.title)
    return bool(shown) and len(title) > 1 and " ".join(shown) in " ".join(title)


def _heads(evidence: Evidence, documents: Documents, title_too: bool = True) -> bool:
    document = None if evidence.statement else documents.document(evidence.document_id)
    if document is None:
        return False
    line = document.text[slice(*line_at(document.text, evidence.start))]
    shown = document.text[evidence.start : evidence.end].strip(" \n*_#")
    if _CREDITED.search(line) and shown in line:
        return True
    if shown != line.strip(" \n*_#"):
        return False
    return bool(_MARKED.fullmatch(line)) or is_byline(line) or (title_too and repeats_title(evidence, document))
