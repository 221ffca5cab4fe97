"""Lines whose label a question asks for: "Toy Group: Rex" to "Who won the Toy Group?", a winner below its prize.

Such a line shares few words with the question, and what it is a line of stands above it, in the title or in the day. It
answers only where all that is asked stands there: "New artist of the year" is not the artist of the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Document, owner_of
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import CELLS, Span
from index.text.stems import content_words
from rag.find.filters import fits
from rag.find.lemmas import same_family
from rag.rank.evidence import as_evidence
from rag.rank.lines.headings import LABELLED, WINS, above, block_heading, line_at
from rag.rank.sentence import stems_of, stems_of_day
from rag.records import Candidate, Documents, Evidence, Query

_ASKS = expression(
    r"^\W*(?:and |so )?(?:who|whom|what|which|when|where|how (?:many|much|old|tall|long|far|big|large))\b", re.I
)
_ASKING = frozenset(
    content_words(
        """won win winner winning winners take took home receive received get got name named award awarded prize called
        held played took place many much number go went"""
    )
)
"""Words of a question that a label need not hold."""
SHOWN = 2


def labelled(query: Query, candidates: Sequence[Candidate], documents: Documents) -> tuple[Evidence, ...]:
    """Return the lines that answer by their label, each with the line above that it belongs to; () where none does."""
    if query.speaker or not _ASKS.match(query.standalone):
        return ()
    asked = frozenset(content_words(unified(query.standalone)))
    found: list[Evidence] = []
    for candidate in candidates:
        document = documents.document(candidate.document_id)
        if document is None or not fits(query, document.id, document.published):
            continue
        for line in _lines(document.text, candidate):
            for span in _answering(document, line, asked):
                owner = owner_of(span, documents.statements(document.id))
                if owner is None:
                    found.append(replace(as_evidence(document, span, None, score=1.0, coverage=1.0)))
    return tuple(dict.fromkeys(found))[: 2 * SHOWN]


def without_other_labels(query: Query, evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence without lines of a list whose label or prize is another than the one that is asked for."""
    asked = frozenset(content_words(unified(query.standalone)))
    return tuple(each for each in evidence if not _is_of_another(each, asked, documents))


def _is_of_another(evidence: Evidence, asked: frozenset[str], documents: Documents) -> bool:
    """Return whether evidence, or what is read as its answer, stands in a line with another label."""
    document = None if evidence.statement else documents.document(evidence.document_id)
    if document is None:
        return False
    read = evidence.reading
    places = [evidence.start] if evidence.lead else []
    places += [read.start] if read and read.margin > 0 and read.start >= 0 else []
    return any(_is_another(document, line_at(document.text, each), asked) for each in places)


def _is_another(document: Document, line: Span, asked: frozenset[str]) -> bool:
    words = document.text[slice(*line)]
    if WINS.search(words) and above(document.text, line):
        return not _answering(document, line, asked)
    named = frozenset(content_words(unified(words.partition(":")[0])))
    return bool(LABELLED.fullmatch(words) and above(document.text, line) and named & asked and named - asked)


def _lines(text: str, candidate: Candidate) -> Iterator[Span]:
    """Yield the lines that begin in a passage."""
    start = candidate.start
    while start < candidate.end:
        line = line_at(text, start)
        if text[slice(*line)].strip():
            yield line
        start = line[1] + 1


def _answering(document: Document, line: Span, asked: frozenset[str]) -> tuple[Span, ...]:
    """Return the line, with the prize above it, where it answers what is asked by its label."""
    text, words = document.text, document.text[slice(*line)]
    if CELLS in words or words.rstrip().endswith("?"):
        return ()
    if WINS.search(words):
        head = above(text, line)
        if head is None or not _is_asked(text[slice(*head)], words, text[slice(*head)], document, asked):
            return ()
        return (_bare(text, head), _bare(text, line))
    if not LABELLED.fullmatch(words) or _is_title(words, document):
        return ()
    label, _, value = words.partition(":")
    heading = block_heading(text, line)
    around = text[slice(*heading)] if heading else ""
    if not value.strip() or not _is_asked(label, words, around, document, asked):
        return ()
    return (_bare(text, line),)


def _is_title(line: str, document: Document) -> bool:
    """Return whether a line is the document's title or a heading: "# The Amber Quill: winners" names no winner."""
    return line.lstrip().startswith("#") or content_words(line) == content_words(document.title)


def _is_asked(label: str, line: str, heading: str, document: Document, asked: frozenset[str]) -> bool:
    """Return whether all of a label is asked for, and all that is asked stands in the line, above it, in the title."""
    named = frozenset(content_words(unified(label))) - _ASKING
    known = frozenset(stems_of(f"{line} {heading} {document.title}")) | stems_of_day(document) | _ASKING
    return bool(named) and named <= asked and all(same_family(each) & known for each in asked)


def _bare(text: str, span: Span) -> Span:
    """Return a span without the white space around it."""
    words = text[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[0] + len(words.rstrip())
