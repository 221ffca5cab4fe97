"""Shown words -> the same with the rest of their paragraph and a little of what follows, and whose words these may be.

Where the words that are shown lack a part of the truth it mostly stands right beside them: of 88 questions of four
strangers that were not answered whole, 45 had what was missing within 500 characters of what was shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.dates.metadata import header_end
from index.records import Document, Statement, owner_of
from index.text.expressions import expression
from index.text.sentences import CELLS, Span, paragraphs, sentences
from rag.rank.evidence import as_evidence
from rag.records import Documents, Evidence


@dataclass(frozen=True)
class Room:
    """How many characters words may grow by: to the beginning of their paragraph, to its end, and on behind it."""

    back: int
    on: int
    more: int


OF_WORDS = Room(back=300, on=500, more=300)
"""For somebody's words: of 32 questions of four strangers for what somebody said, all of the truth is shown for 16
without, in 117 words; for 24 so, in 222; with 300, 600 and 500 for as many in 277; with 150, 250 and none for 23 in 194
where paragraphs are left alone."""
WIDENED = 3
"""So many of the first pieces grow."""
BESIDE, ADDED = 300, 2
"""So many characters from his quotation another one of the same person is shown with it, and so many of them."""
SURE = 0.8
"""Whose a quotation beside is must be known with this confidence, or as surely as whose the first is."""
_NOTED = expression(r"\s*(?:[\[(][^\])\n]{1,60}[\])]\s*)?")
"""What may stand between two pieces of one speech: nothing, or a note such as "(Applause)"."""


def widened(text: str, span: Span, within: Span, room: Room) -> Span:
    """Return a span grown to the ends of its paragraphs, and by sentences where these are too far; never beyond
    `within`. Rows of a table stay as they are."""
    if CELLS in text[slice(*span)]:
        return span
    low, high = max(within[0], span[0] - room.back), min(within[1], span[1] + room.on)
    around = [(start + low, end + low) for start, end in paragraphs(text[low:high])]
    start = next((each[0] for each in around if each[0] <= span[0] < each[1]), span[0])
    if start == low > within[0]:
        # The paragraph begins farther back.
        start = next((each[0] for each in sentences(text, low, span[0])[1:]), span[0])
    end = next((each[1] for each in around if each[0] < span[1] <= each[1]), span[1])
    if end == high < within[1]:
        end = _last_end(text, span[1], high, within[1])
    return start, max(end, _last_end(text, span[1], min(within[1], span[1] + room.more), within[1]))


LONGEST = 600
"""A sentence has at most so many characters: whether one ends before a place is seen from so many behind it."""


def _last_end(text: str, start: int, stop: int, limit: int) -> int:
    """Return where the last sentence ends that ends between `start` and `stop`, of a text up to its limit."""
    found = sentences(text, start, min(limit, stop + LONGEST))
    return max((end for _, end in found if end <= stop), default=start)


def speech_of(statement: Statement, statements: Sequence[Statement], text: str) -> Span:
    """Return where the speech begins and ends that a turn is a piece of: speeches are read paragraph by paragraph."""
    own = sorted((each.start, each.end) for each in statements if _is_of_speech(each, statement))
    at = own.index((statement.start, statement.end))
    start, end = own[at]
    for each in reversed(own[:at]):
        if not _NOTED.fullmatch(text, each[1], start):
            break
        start = each[0]
    for each in own[at + 1 :]:
        if not _NOTED.fullmatch(text, end, each[0]):
            break
        end = max(end, each[1])
    return start, end


def _is_of_speech(one: Statement, other: Statement) -> bool:
    return one.kind == "turn" and (one.speaker, one.reported_by) == (other.speaker, other.reported_by)


def with_what_stands_beside(
    evidence: Sequence[Evidence], documents: Documents, but: Sequence[Evidence] = ()
) -> list[tuple[Evidence | None, Evidence]]:
    """Return somebody's words each as it was and as it is shown, None for what is shown only beside another.

    The first ones are shown with what he says right before and behind them, and nobody else does; those of `but` stay
    as they are.
    """
    shown: list[tuple[Evidence | None, Evidence]] = []
    for at, each in enumerate(evidence):
        document = documents.document(each.document_id)
        if at >= WIDENED or document is None or not each.speaker or each in but:
            shown.append((each, each))
            continue
        others = (*(wide for _, wide in shown), *evidence)
        statements = documents.statements(document.id)
        owner = owner_of((each.start, each.end), statements)
        if owner and owner.kind == "turn":
            shown.append((each, _widened(each, document, speech_of(owner, statements, document.text), others)))
        else:
            shown += [(each, each), *((None, one) for one in _beside(each, document, statements, others))]
    return shown


def with_its_paragraph(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return evidence, a first piece that is nobody's words with the rest of its paragraph and what follows."""
    first = evidence[0] if evidence else None
    document = documents.document(first.document_id) if first else None
    if first is None or document is None or first.statement:
        return tuple(evidence)
    within = (min(first.start, header_end(document.text)), len(document.text))
    return (_widened(first, document, within, evidence), *evidence[1:])


def _widened(one: Evidence, document: Document, within: Span, shown: Sequence[Evidence]) -> Evidence:
    start, end = widened(document.text, (one.start, one.end), _between(one, within, shown), OF_WORDS)
    return replace(one, start=start, end=end)


def _between(one: Evidence, within: Span, others: Sequence[Evidence]) -> Span:
    """Return how far a piece may grow: up to what is shown before and behind it."""
    near = [each for each in others if each.document_id == one.document_id]
    start = max((each.end for each in near if each.end <= one.start), default=0)
    end = min((each.start for each in near if each.start >= one.end), default=within[1])
    return max(start, within[0]), min(end, within[1])


def _beside(
    one: Evidence, document: Document, statements: Sequence[Statement], shown: Sequence[Evidence]
) -> Iterator[Evidence]:
    """Yield the next quotations of the same speaker that stand near behind a piece and are not shown."""
    end, added = one.end, 0
    for each in statements:
        if (
            each.start < end
            or each.speaker != one.speaker
            or each.kind == "turn"
            or each.confidence < min(SURE, one.confidence)
        ):
            continue
        if each.start - end > BESIDE or added == ADDED:
            break
        end = each.end
        if any(other.document_id == document.id and other.start < end and each.start < other.end for other in shown):
            continue
        added += 1
        yield as_evidence(document, (each.start, end), each, score=one.score, coverage=one.coverage)
