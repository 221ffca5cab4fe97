"""Scored sentences -> evidence: windows that can be understood, each span once and touching pieces joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from index.records import Document, Statement, day_of
from index.text.sentences import Span, sentences
from rag.find.terms import Term, coverage
from rag.phrasing import readable_date
from rag.rank.alike.near_duplicates import distinct
from rag.rank.features import COVERAGE, is_heading
from rag.rank.known_names import told_given_names
from rag.rank.line_context import whole_list
from rag.rank.mismatch import mismatch
from rag.rank.passage_sentences import is_label
from rag.rank.sentence import Sentence, stems_of, stems_of_day, stems_of_speakers
from rag.rank.whole_sentences import NEIGHBOURHOOD, SHORT_WORDS
from rag.rank.windows import grown, is_short
from rag.records import Documents, Evidence, FoundWords, Mismatch, Query

WINDOWS = 24
"""How many of the best sentences are grown into evidence."""
NEAREST = 8
"""So many of those nearest in meaning are too, where no sentence names the topic."""
AROUND = 400
"""Characters beside the evidence in which a name or number of the question may stand; 200 to 1,500 tell as much."""
LEAST_READ = -1.0
"""The two logits of the reader from which what it found is evidence. The first span is right for .500 instead of .476
of 401 answerable everyday questions, for .848 instead of .840 of 252 of SQuAD, .553 instead of .537 of 188 of RealTime
QA, and for as many of RAMDocs and RGB; from 0 on for .543 of RealTime QA's, from -3 on for .844 of SQuAD's."""
JOINED_WORDS = 150
"""Pieces that touch are shown as one up to so many words."""


def evidence_around(scored: list[Sentence], query: Query, terms: tuple[Term, ...]) -> list[Evidence]:
    """Return a window around each sentence, best first; what the window of a better sentence shows is passed over."""
    taken: set[tuple[str, Span]] = set()
    evidence: list[Evidence] = []
    for best in _grown(scored):
        key = best.document.id
        if (key, best.span) in taken:
            continue
        shown = _window(best, {span for document, span in taken if document == key}, query)
        taken.update((key, each) for each in shown)
        evidence.append(_of_window(best, shown, query, terms))
    evidence.sort(key=lambda each: -each.score)
    return _once(evidence, {each.document.id: each.document.text for each in scored})


def _grown(scored: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that are grown into evidence: the best, and those nearest in meaning to an unnamed topic."""
    best = sorted(scored, key=lambda each: (-each.score, each.candidate, each.span))[:WINDOWS]
    near = sorted((each for each in scored if each.near_topic), key=lambda each: -each.meaning)[:NEAREST]
    return [*best, *(each for each in near if each not in best)]


def _window(best: Sentence, taken: Set[Span], query: Query) -> list[Span]:
    """Return the sentences that are shown with the best one, which are not taken: of its list, or next to it."""
    text = best.document.text
    spans = [each for each in _neighbours(best) if each not in taken]
    if best.lead and not best.replies_to and best.owner and best.owner.kind == "turn" and is_short(text, spans):
        # Under a heading the sentence that names nothing says most: "I am against it. The boiler is forty years old."
        return _unbroken(text, spans, best.span)
    beside = grown(text, spans, spans.index(best.span), query.kind == "statements")
    shown = _unbroken(text, [spans[each] for each in beside], best.span)
    if best.lead and not best.replies_to and (listed := whole_list(text, best.span)) != best.span:
        return [each for each in sentences(text, *listed) if each not in taken] or shown
    return shown


def _of_window(best: Sentence, shown: list[Span], query: Query, terms: tuple[Term, ...]) -> Evidence:
    """Return a window as evidence.

    A window that grew counts with the words of the question that all of it holds: “We shot down all. These drones.”
    """
    found = replace(_as_evidence(best, shown), mismatch=_mismatch(best, shown, query, terms))
    gained = max(0.0, found.coverage - best.features.coverage) if len(shown) > 1 else 0.0
    return replace(found, score=found.score + COVERAGE * gained)


def _once(evidence: list[Evidence], texts: Mapping[str, str]) -> list[Evidence]:
    """Return the evidence without the near-identical words of the same speaker, whose places the first one names."""

    def said(each: Evidence) -> str:
        return f"{texts[each.document_id][each.start : each.end]} {each.speaker or ''}"

    return [
        replace(first, also=tuple((each.document_id, each.start, each.end) for each in others))
        for first, others in distinct(evidence, said)
    ]


def _neighbours(best: Sentence) -> list[Span]:
    """Return the sentences that may be shown with this one: of its statement, or of its paragraph if it is nobody's."""
    text, span, owner = best.document.text, best.span, best.owner
    if owner is None:
        start = text.rfind("\n\n", 0, span[0]) + 1
        end = text.find("\n\n", span[1])
        stop = min(end if end > 0 else len(text), span[1] + AROUND)
        found = sentences(text, max(start, span[0] - NEIGHBOURHOOD), stop)
    else:
        found = sentences(text, owner.start, owner.end)
    others = [each for each in found if each[1] <= span[0] or each[0] >= span[1]]
    return sorted([*others, span])


def _unbroken(text: str, spans: list[Span], best: Span) -> list[Span]:
    """Return the spans around the best one with no gap of more than white space between them."""
    first = last = spans.index(best)
    while first and not text[spans[first - 1][1] : spans[first][0]].strip():
        first -= 1
    while last + 1 < len(spans) and not text[spans[last][1] : spans[last + 1][0]].strip():
        last += 1
    return spans[first : last + 1]


def _mismatch(best: Sentence, shown: list[Span], query: Query, terms: tuple[Term, ...]) -> Mismatch:
    document, start, end = best.document, shown[0][0], shown[-1][1]
    when = readable_date(document.published) if document.published else ""
    # What stands beside somebody's words may be another's.
    beside = 0 if query.kind == "statements" else AROUND
    told = " ".join(told_given_names(query.topic, document.text, shown=document.text[start:end]))
    around = f"{document.title}\n{when}\n{best.lead}\n{told}\n{document.text[max(0, start - beside) : end + beside]}"
    return mismatch(query.standalone, terms, document.text[start:end], around)


def _as_evidence(best: Sentence, shown: list[Span]) -> Evidence:
    start, end = shown[0][0], shown[-1][1]
    own = frozenset(stems_of(best.document.text[start:end]))
    named = coverage(best.asked, _stems_with_context(best, start, end))
    return replace(
        as_evidence(
            best.document, (start, end), best.owner, score=best.score, coverage=named, cosine=best.features.cosine
        ),
        passage_coverage=best.features.passage_coverage,
        late_interaction=best.features.late_interaction,
        passage_cosine=best.features.passage_cosine,
        passage_late_interaction=best.features.passage_late_interaction,
        near_topic=best.near_topic,
        around_near_topic=best.around_near_topic,
        worst_word=best.worst_word,
        replies_to=best.replies_to if coverage(best.asked, own) < named else None,
        lead="" if best.replies_to else best.lead,
    )


def _stems_with_context(best: Sentence, start: int, end: int) -> frozenset[str]:
    """Return the stems of a window with those of its lead, its day, its speaker and what it replies to."""
    stems = frozenset(stems_of(f"{best.lead} {best.document.text[start:end]}")) | stems_of_day(best.document)
    if best.owner and best.owner.speaker:
        stems |= stems_of_speakers([best.owner], best.asked, best.document) | _replied_to(best)
    return stems


def _replied_to(best: Sentence) -> frozenset[str]:
    """Return the stems of what a few reported words reply to: “We are allies.” He said: “I understand.”"""
    owner, text = best.owner, best.document.text
    if owner is None or owner.reported_by is None or len(text[owner.start : owner.end].split()) > SHORT_WORDS:
        return frozenset()
    start = max(text.rfind("\n", 0, owner.start) + 1, owner.start - AROUND)
    before = sentences(text, start, owner.start)[-2:]
    words_before = [each for span in before for each in stems_of(text[slice(*span)])]
    return frozenset(words_before) | frozenset(stems_of(owner.reported_by))


def as_evidence(
    document: Document, span: Span, owner: Statement | None, *, score: float, coverage: float, cosine: float = 0.0
) -> Evidence:
    """Return a span as evidence, with what is known of whose words it is."""
    found = Evidence(
        document_id=document.id,
        start=span[0],
        end=span[1],
        score=score,
        coverage=coverage,
        cosine=cosine,
        said_on=day_of(owner, document),
    )
    if owner is None:
        return found
    return replace(
        found,
        speaker=owner.speaker,
        reported_by=owner.reported_by,
        confidence=owner.confidence,
        statement=owner.kind,
        candidates=owner.candidates,
    )


def text_of(evidence: Evidence, documents: Documents, around: int = 0) -> str:
    """Return the words of evidence, with so many characters before and behind; nothing where its document is gone."""
    document = documents.document(evidence.document_id)
    return document.text[max(0, evidence.start - around) : evidence.end + around] if document else ""


def joined(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence in its order, without what another piece shows already, and touching pieces as one."""
    kept: list[Evidence] = []
    for each in evidence:
        if any(_shows(other, each) for other in kept):
            continue
        touching = next((other for other in kept if _touch(other, each, documents)), None)
        if touching is None:
            kept.append(each)
        else:
            start, end = min(touching.start, each.start), max(touching.end, each.end)
            kept[kept.index(touching)] = replace(touching, start=start, end=end)
    if len(kept) < len(evidence):
        return joined(kept, documents)
    return tuple(each for each in kept if not any(_shows(other, each) for other in kept if other != each))


def overlapping(one: Evidence | Statement, other: Evidence) -> bool:
    """Return whether two spans hold words of one place."""
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end


def _same_owner(one: Evidence, other: Evidence) -> bool:
    return (one.document_id, one.speaker) == (other.document_id, other.speaker)


def _shows(wide: Evidence, narrow: Evidence) -> bool:
    return _same_owner(wide, narrow) and wide.start <= narrow.start and narrow.end <= wide.end


def _touch(one: Evidence, other: Evidence, documents: Documents) -> bool:
    """Return whether nothing but white space lies between two pieces of one statement, or of nobody's words."""
    if not _same_owner(one, other) or one.statement != other.statement or one.reported_by != other.reported_by:
        return False
    # What is reported in the document's words is checked sentence by sentence.
    if one.speaker and one.statement == "reported":
        return False
    first, second = sorted((one, other), key=lambda each: each.start)
    document = documents.document(one.document_id)
    if document is None or first.end > second.start:
        return False
    gap = document.text[first.end : second.start]
    short = len(document.text[first.start : second.end].split()) <= JOINED_WORDS
    return short and not gap.strip() and "\n" not in gap


def where_read(
    query: Query, terms: Sequence[Term], evidence: Sequence[Evidence], found: Sequence[FoundWords], documents: Documents
) -> tuple[Evidence, ...]:
    """Return the evidence, and the sentences of what a reader found in none of it.

    Sentences are chosen by words and vectors before anything is read, and are read with what stands around them: "How
    was the quay paid for?" may be answered by the sentence after the one that names the quay.
    """
    added: list[Evidence] = []
    for each in found:
        document = documents.document(each.beside.document_id)
        shown = any(one.document_id == each.beside.document_id and each.is_in(one) for one in (*evidence, *added))
        if document is not None and not shown and min(each.reading.answerable, each.reading.margin) >= LEAST_READ:
            made = _at_reading(query, terms, each, document, documents.statements(document.id))
            # A heading in capitals tells what a text is on, and the text the rest.
            heads = is_label(document.text, (made.start, made.end)) or is_heading(document.text[made.start : made.end])
            added += [] if heads else [made]
    return (*evidence, *added)


def _at_reading(
    query: Query, terms: Sequence[Term], found: FoundWords, document: Document, statements: Sequence[Statement]
) -> Evidence:
    """Return what a reader found as evidence, as near to the question as what it was read beside."""
    around = [each for each in statements if each.start <= found.reading.start < each.end]
    owner = min(around, key=lambda each: each.end - each.start, default=None)
    # Words are never shown with another's around them.
    limits = (max(found.read[0], owner.start), min(found.read[1], owner.end)) if owner else found.read
    spans = sentences(document.text, *limits)
    touched = [each for each in spans if each[0] < found.reading.end and found.reading.start < each[1]]
    start, end = (touched[0][0], touched[-1][1]) if touched else (found.reading.start, found.reading.end)
    stems = frozenset(stems_of(document.text[start:end])) | stems_of_day(document)
    near = f"{document.title}\n{document.text[max(0, start - AROUND) : end + AROUND]}"
    beside = found.beside
    place = as_evidence(
        document, (start, end), owner, score=beside.score, coverage=coverage(terms, stems), cosine=beside.cosine
    )
    return replace(
        place,
        passage_coverage=beside.passage_coverage,
        late_interaction=beside.late_interaction,
        passage_cosine=beside.passage_cosine,
        passage_late_interaction=beside.passage_late_interaction,
        mismatch=mismatch(query.standalone, terms, document.text[start:end], near),
        reading=found.reading,
    )
