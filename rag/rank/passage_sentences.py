"""The sentences of a passage that may answer a question, each with the statement whose words it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.attribution.confidence import is_bare_reply
from index.dates import metadata
from index.records import Document, Statement, owner_of
from index.text.sentences import Span, sentences
from index.text.withdrawn import withdrawn
from index.transcripts.label_words import is_answer, is_question
from rag.find.filters import is_asked_for
from rag.rank.line_context import ITEM
from rag.rank.lines.headings import line_at
from rag.rank.whole_sentences import needs_its_sentence, sentence_around
from rag.records import Candidate, Query

Owned = tuple[Span, Statement | None]
"""A sentence with the statement whose words it is."""
CLIPPED_SHARE = 0.6
LABELS_AT = 600
"""Only so many characters from its beginning a text has lines that announce a release."""
LABEL = 40
"""So many characters at most has the label of a line in a list: "27 Sept.: at the rear of the mill"."""
ANNOUNCING_WORDS = 14
"""A line of so many words at most that ends with a colon is shown with the sentence it announces, or not at all."""


def sentences_of_passage(
    document: Document, candidate: Candidate, statements: Sequence[Statement], query: Query
) -> Iterator[Owned]:
    """Yield the sentences that begin in the passage: the asked speaker's own words, or all, with their owner."""
    near = [each for each in statements if each.start < candidate.end and each.end > candidate.start]
    if query.speaker:
        yield from _of_asked_speaker(document, candidate, near, query)
    else:
        back = withdrawn(document.text) if query.kind == "fact" else frozenset()
        yield from (each for each in _of_anybody(document.text, candidate, near) if not _within(each[0], back))


def _within(span: Span, others: Iterable[Span]) -> bool:
    """Return whether one of others holds a sentence or a part of it."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _of_asked_speaker(
    document: Document, candidate: Candidate, near: Sequence[Statement], query: Query
) -> Iterator[Owned]:
    text = document.text
    shown: set[Span] = set()
    for statement in near:
        asked = is_asked_for(query, statement, document.published)
        if not asked or is_bare_reply(text[statement.start : statement.end]):
            continue
        if needs_its_sentence(text, statement):
            span = sentence_around(text, statement)
            if _begins_in(candidate, span) and span not in shown:
                shown.add(span)
                yield span, replace(statement, kind="reported")
            continue
        for span in sentences(text, statement.start, statement.end):
            if _begins_in(candidate, span) and owner_of(span, near) == statement:
                yield span, statement


def _begins_in(candidate: Candidate, span: Span) -> bool:
    return candidate.start <= span[0] < candidate.end


def _of_anybody(text: str, candidate: Candidate, near: Sequence[Statement]) -> Iterator[Owned]:
    body = metadata.header_end(text)
    spans = sentences(text, max(candidate.start, body), max(candidate.end, body))
    for at, (start, end) in enumerate(spans):
        if _only_announces(text, (start, end)):
            behind = spans[at + 1] if at + 1 < len(spans) else None
            if behind is None or text[start] == "#" or not _is_announced(text, (start, end), behind, near):
                continue
            end = behind[1]
        if is_label(text, (start, end)):
            continue
        span = _mostly_said(_without_letter(text, (start, end), near), near)
        yield span, owner_of(span, near)


def _is_announced(text: str, line: Span, behind: Span, near: Sequence[Statement]) -> bool:
    """Return whether a sentence goes with the line before it: both are nobody's words, and it stands in no list."""
    return not (owner_of(behind, near) or owner_of(line, near) or _is_item(text, behind))


def _is_item(text: str, span: Span) -> bool:
    """Return whether a sentence stands in a line of a list, which has its heading beside it in any case."""
    line = text[slice(*line_at(text, span[0]))]
    return ITEM.match(line) is not None or ": " in line[:LABEL]


def _only_announces(text: str, span: Span) -> bool:
    """Return whether words only say who or what follows ("The CHAIR:", "From a letter to the mine, 9 June:")."""
    words = text[slice(*span)].rstrip(" *_\n")
    return words.endswith(":") and len(words.split()) <= ANNOUNCING_WORDS


def is_label(text: str, span: Span) -> bool:
    """Return whether words only say who or what follows, or near the beginning what kind of text does."""
    return _only_announces(text, span) or (span[0] < LABELS_AT and metadata.is_label_only(text[slice(*span)]))


def _without_letter(text: str, span: Span, statements: Iterable[Statement]) -> Span:
    """Return a sentence of a hearing without what only says that somebody asks or answers: "A.   I saw nobody."."""
    for each in statements:
        label = text[span[0] : each.start].strip(" \t\n0123456789*_.:")
        if each.kind == "turn" and span[0] < each.start < span[1] and (is_question(label) or is_answer(label)):
            return each.start, span[1]
    return span


def _mostly_said(span: Span, statements: Iterable[Statement]) -> Span:
    """Return the quoted part of a sentence that is mostly a quotation ("…," X said.), else the whole sentence.

    Where a quotation goes on beyond the sentence, a sentence with its mark and its first words is no whole of anything,
    so there too the quoted part is returned.
    """
    for each in statements:
        if each.kind == "turn" and span[0] < each.start < span[1] <= each.end:
            # A label ("A.", "Mr. TELL:") is none of the words.
            return each.start, span[1]
        start, end = max(span[0], each.start), min(span[1], each.end)
        goes_on = each.start < span[0] < each.end < span[1] or span[0] < each.start < span[1] < each.end
        mostly = end - start >= CLIPPED_SHARE * (span[1] - span[0])
        if each.kind == "direct" and each.reported_by is None and (mostly or goes_on):
            return start, end
    return span
