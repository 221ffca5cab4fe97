"""Whether an asked speaker himself speaks of a topic in a passage, or only somebody else who is quoted there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.titles import name_words
from index.records import Statement
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from rag.find.terms import Term, coverage
from rag.records import Candidate, Documents
from rag.understand.people.post_words import as_one_word, post_asked


def share_told_by(speakers: Sequence[str], place: Candidate, terms: Sequence[Term], documents: Documents) -> float:
    """Return the share of the topic that the sentences of a passage name in which one of the speakers speaks."""
    document = documents.document(place.document_id)
    if document is None:
        return 0.0
    said = said_by(speakers, documents.statements(document.id))
    told = [
        document.text[slice(*span)]
        for span in sentences(document.text, place.start, place.end)
        if any(meet(each, span) for each in said)
    ]
    return coverage(terms, frozenset(content_words(unified(" ".join(told)))))


def stands_in_words_of(speakers: Sequence[str], span: Span, statements: Sequence[Statement]) -> bool:
    """Return whether a span of a document has a part of what one of the speakers says."""
    return any(meet(each, span) for each in said_by(speakers, statements))


def stands_in_words_of_others(speakers: Sequence[str], span: Span, statements: Sequence[Statement]) -> bool:
    """Return whether a span of a document has a part of what a known speaker says, and none of what these say."""
    met = [each for each in statements if each.speaker and meet(each, span)]
    return bool(met) and not any(each.speaker in speakers for each in met)


def stands_in_unsure_words(span: Span, statements: Sequence[Statement]) -> bool:
    """Return whether a span of a document has a part of words of which it is not known who of several says them."""
    return any(each.candidates and meet(each, span) for each in statements)


def said_by(speakers: Sequence[str], statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that surely are by one of the speakers."""
    return [each for each in statements if each.speaker in speakers]


def meet(statement: Statement, span: Span) -> bool:
    """Return whether a statement has a part of a span."""
    return statement.start < span[1] and span[0] < statement.end


_BESIDE = 60
"""So many characters beside a name may tell its bearer's post."""
_NEXT = 3
"""A post before a name has but a given name or two between: "Secretary Ana Maria Ruiz"."""
_OPEN = (", ", " (")
_ENDS = expression(r"[.;:!?“”\"]|\n\n| and ")


def is_called(post: str, name: str, text: str) -> bool:
    """Return whether a text has the noun of a post right beside the surname of somebody: "Prime Minister Ana Ruiz"."""
    asked = post_asked(post)
    heads = asked.heads if asked else frozenset()
    for match in re.finditer(rf"(?<![\w-]){re.escape(name_words(name)[-1])}(?![\w-])", text, re.IGNORECASE):
        before = as_one_word(_ENDS.split(text[max(0, match.start() - _BESIDE) : match.start()])[-1])
        behind = as_one_word(_ENDS.split(text[match.end() : match.end() + _BESIDE])[0])
        if heads & {*words(" ".join(before.split()[-_NEXT:])), *words(behind if behind[:2] in _OPEN else "")}:
            return True
    return False
