"""Whether an asked speaker himself speaks of a topic in a passage, or only somebody else who is quoted there."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Statement
from index.text.countries import unified
from index.text.sentences import Span, sentences
from index.text.stems import content_words
from rag.find.terms import Term, coverage
from rag.records import Candidate, Documents


def share_told_by(speakers: Sequence[str], place: Candidate, terms: Sequence[Term], documents: Documents) -> float:
    """Return the share of the topic that the sentences of a passage name in which one of the speakers speaks."""
    document = documents.document(place.document_id)
    if document is None:
        return 0.0
    said = said_by(speakers, documents.statements(document.id))
    told = [
        document.text[slice(*span)]
        for span in sentences(document.text, place.start, place.end)
        if any(_meet(each, span) for each in said)
    ]
    return coverage(terms, frozenset(content_words(unified(" ".join(told)))))


def stands_in_words_of(speakers: Sequence[str], span: Span, statements: Sequence[Statement]) -> bool:
    """Return whether a span of a document has a part of what one of the speakers says."""
    return any(_meet(each, span) for each in said_by(speakers, statements))


def stands_in_words_of_others(speakers: Sequence[str], span: Span, statements: Sequence[Statement]) -> bool:
    """Return whether a span of a document has a part of what a known speaker says, and none of what these say."""
    met = [each for each in statements if each.speaker and _meet(each, span)]
    return bool(met) and not any(each.speaker in speakers for each in met)


def stands_in_unsure_words(span: Span, statements: Sequence[Statement]) -> bool:
    """Return whether a span of a document has a part of words of which it is not known who of several says them."""
    return any(each.candidates and _meet(each, span) for each in statements)


def said_by(speakers: Sequence[str], statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that surely are by one of the speakers."""
    return [each for each in statements if each.speaker in speakers]


def _meet(statement: Statement, span: Span) -> bool:
    return statement.start < span[1] and span[0] < statement.end
