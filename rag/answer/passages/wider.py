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
from index.text.stems import content_words
from rag.check.speeches import speech_of
from rag.rank.evidence import as_evidence, overlapping
from rag.rank.passage_sentences import is_label
from rag.records import Documents, Evidence, Query


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
"""So many characters behind his only quotation another one of the same person is shown with it, and so many of them."""
VIEWS = 600
"""So many characters around the only words of somebody whose view is asked his next quotations are shown, whatever they
name: a view is seldom one sentence."""
RIGHT_BESIDE, LEAST = 600, 40
"""So many characters right before and behind what is shown are read, and nothing shorter."""
SURE = 0.8
"""Whose a quotation beside is must be known with this confidence, or as surely as whose the first is."""


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


_FIRST_LINE = expression(r"\s*(?P<line>[^\n]{1,300})\n")
LONGEST = 600
"""A sentence has at most so many characters: whether one ends before a place is seen from so many behind it."""


def _last_end(text: str, start: int, stop: int, limit: int) -> int:
    """Return where the last sentence ends that ends between `start` and `stop`, of a text up to its limit."""
    found = sentences(text, start, min(limit, stop + LONGEST))
    return max((end for _, end in found if end <= stop), default=start)


def behind_title(document: Document, start: int, end: int) -> int:
    """Return where a passage begins behind the title of its document, which stands above it, and behind labels."""
    while (line := _FIRST_LINE.match(document.text, start, end)) and line.end() < end:
        is_title = line["line"].strip(" #*_").casefold() == document.title.strip(" #*_").casefold()
        if not (is_title or is_label(document.text, line.span("line"))):
            break
        start = line.end()
    return start


def right_beside(
    shown: Sequence[tuple[Document, Span]], taken: Sequence[tuple[str, Span]]
) -> Iterator[tuple[int, Span]]:
    """Yield the whole sentences right before and behind each shown span, behind which of them they stand by its number.

    They end where something else begins that is taken, or was yielded; nothing stands beside rows of a table.
    """
    taken = [*taken]
    for at, (document, (start, end)) in enumerate(shown):
        if CELLS in document.text[start:end]:
            continue
        others = [span for name, span in taken if name == document.id]
        low = max([header_end(document.text), start - RIGHT_BESIDE, *(stop for _, stop in others if stop <= start)])
        high = min([len(document.text), end + RIGHT_BESIDE, *(begin for begin, _ in others if begin >= end)])
        low = behind_title(document, low, start)
        for span in (_whole_sentences(document.text, low, start), _whole_sentences(document.text, end, high)):
            if span is not None:
                taken.append((document.id, span))
                yield at, span


def _whole_sentences(text: str, start: int, end: int) -> Span | None:
    """Return where the sentences stand that begin and end within a span; None where these are next to nothing."""
    around = sentences(text, max(0, start - LONGEST), min(len(text), end + LONGEST)) if start < end else []
    whole = [each for each in around if start <= each[0] and each[1] <= end]
    return (whole[0][0], whole[-1][1]) if whole and whole[-1][1] - whole[0][0] > LEAST else None


def _sentence_end(text: str, at: int) -> int:
    """Return where the sentence ends within which a place is; the place where it is within none."""
    return next((end for _, end in _around(text, at)), at)


def _sentence_start(text: str, at: int) -> int:
    """Return where the sentence begins within which a place is; the place where it is within none."""
    return next((start for start, _ in _around(text, at)), at)


def _around(text: str, at: int) -> Iterator[Span]:
    """Yield the sentence within which a place is, where it is within one."""
    near = sentences(text, max(0, at - LONGEST), min(len(text), at + LONGEST))
    return (each for each in near if each[0] < at < each[1])


def with_what_stands_beside(
    query: Query, evidence: Sequence[Evidence], documents: Documents, but: Sequence[Evidence] = ()
) -> list[tuple[Evidence | None, Evidence]]:
    """Return somebody's words each as it was and as it is shown, None for what is shown only beside another.

    The first ones are shown with what he says right before and behind them, and nobody else does, or with the rest of
    the paragraph that tells of them; those of `but` stay as they are.
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
            is_told = each.statement == "reported"
            wide = _to_paragraph_end(each, document, statements, others) if is_told else each
            shown.append((each, wide))
            # Several quotations of an interview have all the others of it beside them.
            if len(evidence) == 1 and (query.view or not is_told):
                beside = _views if query.view else _beside
                shown += [(None, one) for one in beside(query, wide, document, statements, (*others, wide))]
    return shown


def _to_paragraph_end(
    one: Evidence, document: Document, statements: Sequence[Statement], others: Sequence[Evidence]
) -> Evidence:
    """Return what a text tells of somebody's words with the rest of its paragraph, up to where somebody else speaks.

    "Tell says she has had letters. “They are unsigned,” she said."
    """
    text = document.text
    spoken = [each.start for each in statements if each.start >= one.end and each.speaker not in (None, one.speaker)]
    around = paragraphs(text[one.start : one.end + OF_WORDS.on])
    paragraph = next((end + one.start for _, end in around if end + one.start >= one.end), one.end)
    stop = min([paragraph, *spoken[:1]])
    _, stop = _between(one, (one.start, stop), others)
    return replace(one, end=max(one.end, _last_end(text, one.end, stop, len(text)))) if stop > one.end else one


def with_its_paragraph(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return evidence, a first piece that is nobody's words with the rest of its paragraph and what follows."""
    first = evidence[0] if evidence else None
    document = documents.document(first.document_id) if first else None
    if first is None or document is None or first.statement:
        return tuple(evidence)
    # What others say beside it would be taken for what is asked.
    said = [each for each in documents.statements(document.id) if each.end <= first.start or each.start >= first.end]
    start = max((each.end for each in said if each.end <= first.start), default=None)
    start = header_end(document.text) if start is None else _sentence_end(document.text, start)
    end = min((each.start for each in said if each.start >= first.end), default=None)
    end = len(document.text) if end is None else max(first.end, _sentence_start(document.text, end))
    return (_widened(first, document, (min(start, first.start), end), evidence), *evidence[1:])


def _widened(one: Evidence, document: Document, within: Span, shown: Sequence[Evidence]) -> Evidence:
    start, end = widened(document.text, (one.start, one.end), _between(one, within, shown), OF_WORDS)
    return replace(one, start=start, end=end)


def _between(one: Evidence, within: Span, others: Sequence[Evidence]) -> Span:
    """Return how far a piece may grow: up to what is shown before and behind it."""
    near = [each for each in others if each.document_id == one.document_id]
    start = max((each.end for each in near if each.end <= one.start), default=0)
    end = min((each.start for each in near if each.start >= one.end), default=within[1])
    return max(start, within[0]), min(end, within[1])


def _views(
    query: Query, one: Evidence, document: Document, statements: Sequence[Statement], shown: Sequence[Evidence]
) -> Iterator[Evidence]:
    """Yield the quotations of the same speaker that are nearest to a piece, before it or behind it, and not shown."""
    his = (each for each in statements if each.speaker == one.speaker and each.kind == "direct")
    sure = [each for each in his if each.confidence >= min(SURE, one.confidence) and _apart(each, one) <= VIEWS]
    taken: list[Evidence] = []
    for each in sorted(sure, key=lambda each: _apart(each, one)):
        if len(taken) < ADDED and not any(overlapping(each, other) for other in (*shown, *taken)):
            taken.append(as_evidence(document, (each.start, each.end), each, score=one.score, coverage=one.coverage))
    yield from sorted(taken, key=lambda each: each.start)


def _apart(statement: Statement, one: Evidence) -> int:
    """Return how many characters stand between a statement and a piece."""
    return max(statement.start - one.end, one.start - statement.end, 0)


def _beside(
    query: Query, one: Evidence, document: Document, statements: Sequence[Statement], shown: Sequence[Evidence]
) -> Iterator[Evidence]:
    """Yield the next quotations of the same speaker near behind a piece that name the topic and are not shown."""
    end, added, asked = one.end, 0, set(content_words(query.topic))
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
        is_shown = any(overlapping(each, other) for other in shown)
        if is_shown or not asked & set(content_words(document.text[each.start : each.end])):
            continue
        added += 1
        yield as_evidence(document, (each.start, end), each, score=one.score, coverage=one.coverage)
