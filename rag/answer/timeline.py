"""How something was spoken of over time: earliest day first; where words changed, both are named, without a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from index.dates.post_times import post_time
from index.names.names import is_name
from index.records import Document, Passage, owner_of
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from rag.answer.coverage.ends import naming
from rag.answer.listing import Listed, counted, listed, otherwise
from rag.answer.opening.over_time import first_or_last, name_in, named_beside, no_second_day, what_changed
from rag.check import cite
from rag.check.cite import Form
from rag.check.normalize import normal
from rag.find.terms import Term
from rag.rank.evidence import as_evidence
from rag.rank.windows import grown
from rag.records import Citation, Documents, Evidence, Query, Segment
from rag.understand.plan.first_line import asks_change, end_asked

DAYS = 12
"""So many days are shown: the first, the last, those of a change and others evenly between."""
ALIKE, COMPARED = 0.5, 300
"""Share of words (Jaccard) from which two sentences are set side by side, and how many are compared at most."""
CHANGES = 3
_NUMBER = expression(r"\d[\d,.]*\d|\d")
_Change = tuple[Evidence, Evidence]


def form(query: Query, found: Listed, documents: Documents) -> Form:
    """Return the answer that shows one sentence a day in the order of days, or what of them is asked for."""
    if end := end_asked(query.standalone):
        return _end(query, found, documents, end)
    every = sorted(
        [*found.named, *found.otherwise], key=lambda each: (each.said_on or "", each.document_id, each.start)
    )
    dated = [each for each in every if each.said_on] or every
    texts = dict(zip(dated, (each.text for each in cite.cite(dated, documents)), strict=True))
    changes = _changes(dated, texts)
    chosen = _chosen(dated, texts, query, changes)
    if asks_change(query.standalone) and not _is_of_days(dated):
        return _of_one_day(dated, documents)
    if asks_change(query.standalone):
        return _changed(query, found, dated, texts, changes, documents)
    citations = cite.cite(chosen, documents)
    days = len({each.said_on for each in dated})
    page = f" {len(citations)} sentences of {days} days are shown." if days > len(chosen) else ""
    others = f" {otherwise(query, found)}." if found.otherwise else ""
    opening = Segment(f"{counted(query, found, citations)}{others}{page}\n\n")
    segments = [opening, *cite.grouped(chosen, citations)]
    numbers = {each: citation.n for each, citation in zip(chosen, citations, strict=True)}
    for before, after in changes:
        segments.append(Segment(_side_by_side(citations[numbers[before] - 1], citations[numbers[after] - 1])))
    return Form(tuple(segments), tuple(citations), count=len(found.named))


def _end(query: Query, found: Listed, documents: Documents, end: Literal["first", "last"]) -> Form:
    """Return the answer to when something was first or last said: its day, its sentence, and how often it was said."""
    every = _as_written(query, [*found.named] or [*found.otherwise], documents)
    dated = sorted((each for each in every if each.said_on), key=lambda each: _when(each, documents))
    in_order = (dated if end == "first" else dated[::-1]) or every
    in_order = [_understandable(each, documents) for each in in_order[:NEXT]]
    beyond = _named_beyond(found, dated, end)
    whole = _with_rest(beyond, query, documents) if beyond else None
    if whole:
        every, in_order, beyond = [whole, *every], [whole, *in_order[: NEXT - 1]], None
        dated = [whole, *dated]
    if other := _beside_beyond(found, dated, end):
        return _beside(query, [other, *in_order[: NEXT - 1]], documents, end)
    if beyond:
        in_order = [*in_order[:1], _understandable(beyond, documents), *in_order[1 : NEXT - 1]]
    citations = cite.cite(in_order, documents)
    line = first_or_last(query, end, citations, len(every), len(every) - len(dated), citations[1] if beyond else None)
    segments = [Segment(f"{line}\n\n"), *cite.grouped(in_order, citations, shown_first=2 if beyond else 1)]
    return Form(tuple(segments), tuple(citations), count=len(found.named), opening=line)


def _when(evidence: Evidence, documents: Documents) -> tuple[str, str, int]:
    """Return the day of words, on a live page the time of their post, and where they stand, for their order."""
    document = documents.document(evidence.document_id)
    time = post_time(document.text, evidence.start) if document else ""
    return evidence.said_on or "", time, evidence.start


def _with_rest(named: Evidence, query: Query, documents: Documents) -> Evidence | None:
    """Return a sentence that has the topic's name with the next one, where that has the rest of the topic."""
    document = documents.document(named.document_id)
    owner = owner_of((named.start, named.end), documents.statements(named.document_id)) if document else None
    if document is None or owner is None or owner.kind == "reported":
        return None
    following = [each for each in sentences(document.text, named.start, owner.end) if each[0] >= named.end][:1]
    if not following or "\n\n" in document.text[named.end : following[0][0]]:
        return None
    both = document.text[named.start : following[0][1]]
    topic = set(content_words(unified(query.topic)))
    return replace(named, end=following[0][1]) if topic <= set(content_words(unified(both))) else None


def with_name(query: Query, found: Listed, terms: Sequence[Term], catalog: Catalog) -> Listed:
    """Return what was found with what has only the topic's name, where the first or last mention is asked for.

    "Patriot systems" may have been named before as "a Patriot battery", and fares under a headline that names them.
    """
    if not end_asked(query.standalone):
        return found
    found, name = replace(found, beside=tuple(_naming_speaker(query, catalog))), name_in(query)
    if not name:
        return found
    stems = set(content_words(unified(name)))
    of_name = [each for each in terms if each.stems & stems]
    if not of_name:
        return found
    named = listed(replace(query, topic=name), of_name, catalog).named
    return replace(found, by_name=tuple(_as_written(replace(query, topic=name), list(named), catalog)))


def _named_beyond(found: Listed, dated: Sequence[Evidence], end: Literal["first", "last"]) -> Evidence | None:
    """Return the sentence with the topic's name that is of a day beyond all that name the whole topic."""
    with_day = [each for each in found.by_name if each.said_on]
    if not with_day or not dated:
        return None
    pick = min if end == "first" else max
    ends = [pick(each.said_on or "" for each in some) for some in (with_day, dated)]
    if ends[0] == ends[1] or pick(ends) != ends[0]:
        return None
    return next(each for each in with_day if each.said_on == ends[0])


def _naming_speaker(query: Query, catalog: Catalog) -> Iterator[Evidence]:
    """Yield paragraphs that name the asked speaker in full beside speech for which no speaker is known.

    They or their title name the topic: whose the speech is, a reader sees there.
    """
    topic, called = set(content_words(unified(query.topic))), query.speakers[0] if query.speakers else ""
    if not topic or not is_name(called) or len(called.split()) == 1:
        return
    for named, passage in naming(topic | set(content_words(unified(called))), set(), query, catalog):
        document = catalog.document(named.id)
        span = _paragraph_of(called, document.text, passage) if document else None
        if document and span and _has_unknown_speech(document, span, topic, catalog):
            yield replace(as_evidence(document, span, None, score=1.0, coverage=1.0), said_on=document.published)


def _paragraph_of(called: str, text: str, passage: Passage) -> Span | None:
    """Return where in a passage the paragraph stands that has somebody's surname, None where none has."""
    at = text.find(called.split()[-1], passage.start, passage.end)
    end = text.find("\n\n", at, passage.end)
    start = max(text.rfind("\n\n", 0, at) + 2, passage.start)
    return (start, end if end >= 0 else passage.end) if at >= 0 else None


def _has_unknown_speech(document: Document, span: Span, topic: set[str], catalog: Catalog) -> bool:
    """Return whether a paragraph or its title names a topic, and it has speech of which no speaker is known."""
    told = set(words(unified(f"{document.title} {document.text[slice(*span)]}")))
    inside = (each for each in catalog.statements(document.id) if span[0] <= each.start and each.end <= span[1])
    return topic <= told and any(each.kind == "direct" and each.speaker is None for each in inside)


def _beside_beyond(found: Listed, dated: Sequence[Evidence], end: Literal["first", "last"]) -> Evidence | None:
    """Return the paragraph about the asked speaker that is of a day beyond all his sentences that name the topic."""
    with_day = [each for each in found.beside if each.said_on]
    if not with_day or not dated:
        return None
    pick = min if end == "first" else max
    own, known = (pick(each.said_on or "" for each in some) for some in (with_day, dated))
    if own == known or pick(own, known) != own:
        return None
    return next(each for each in with_day if each.said_on == own)


def _beside(query: Query, shown: Sequence[Evidence], documents: Documents, end: Literal["first", "last"]) -> Form:
    """Return the answer whose first words only name the asked speaker, and the next are his sentences."""
    citations = cite.cite(shown, documents)
    line = named_beside(query, end, citations)
    segments = [Segment(f"{line}\n\n"), *cite.grouped(shown, citations, shown_first=2)]
    return Form(tuple(segments), tuple(citations), count=len(shown), opening=line)


def _of_one_day(found: Sequence[Evidence], documents: Documents) -> Form:
    """Return the answer to what changed where all that was said is of one day, or of none that is known."""
    citations = cite.cite(found[:DAYS], documents)
    line = no_second_day(citations, len(found))
    segments = [Segment(f"{line}\n\n"), *cite.grouped(found[:DAYS], citations, shown_first=cite.SHOWN_FIRST)]
    return Form(tuple(segments), tuple(citations), count=len(found), opening=line)


def _is_of_days(dated: Sequence[Evidence]) -> bool:
    return len({each.said_on for each in dated if each.said_on}) > 1


NEXT = 4
"""The first or last sentence is shown with so many less one that come next."""


def _as_written(query: Query, found: list[Evidence], documents: Documents) -> list[Evidence]:
    """Return what has a name with its capital: "patriot" and "patriotism" are not the first to mention Patriots."""
    name = query.topic.strip()
    if " " in name or not name[:1].isupper() or name not in query.standalone[1:]:
        return found
    bare = re.escape(name.removesuffix("s"))
    written = re.compile(rf"(?<![^\W_]){bare}(?:['’]?s|['’])?(?![^\W_])")
    texts = [each.text for each in cite.cite(found, documents)]
    return [each for each, text in zip(found, texts, strict=True) if written.search(text)] or found


def _understandable(evidence: Evidence, documents: Documents) -> Evidence:
    """Return a sentence with those before it that it needs, within its statement."""
    document = documents.document(evidence.document_id)
    owner = owner_of((evidence.start, evidence.end), documents.statements(evidence.document_id)) if document else None
    if document is None or owner is None or owner.kind == "reported":
        return evidence
    spans = sentences(document.text, owner.start, owner.end)
    at = next((at for at, span in enumerate(spans) if span[0] <= evidence.start < span[1]), None)
    if at is None or owner_of(spans[at], [owner]) is None:
        return evidence
    shown = grown(document.text, spans, at, both_ways=True)
    first = spans[shown[0]][0]
    return replace(evidence, start=first) if "\n\n" not in document.text[first : evidence.start] else evidence


def _changed(
    query: Query,
    found: Listed,
    dated: Sequence[Evidence],
    texts: Mapping[Evidence, str],
    changes: Sequence[_Change],
    documents: Documents,
) -> Form:
    """Return the answer to what changed: the earliest and the newest words side by side, then the others."""
    topic = set(content_words(query.topic))
    chosen = _chosen(dated, dict(texts), query, changes)
    pairs = list(changes) or _ends(dated, texts, topic)
    shown = list(dict.fromkeys(each for pair in pairs for each in pair))
    used = [*shown, *(each for each in chosen if each not in shown)]
    citations = cite.cite(used, documents)
    number = {each: citation.n for each, citation in zip(used, citations, strict=True)}
    numbered = [(number[before], number[after]) for before, after in pairs]
    line = what_changed(query, citations, dated, numbered, bool(changes))
    segments = [Segment(f"{line}\n\n"), *cite.grouped(used, citations, shown_first=len(shown))]
    return Form(tuple(segments), tuple(citations), count=len(found.named), opening=line)


def _ends(dated: Sequence[Evidence], texts: Mapping[Evidence, str], topic: set[str]) -> list[_Change]:
    """Return the earliest and the newest sentence, of each of their days the one that is fullest on the topic."""
    with_days = [each for each in dated if each.said_on]
    telling = [each for each in with_days if not _is_row(texts[each])]
    with_days = telling if len({each.said_on for each in telling}) > 1 else with_days
    first, last = ([one for one in with_days if one.said_on == end.said_on] for end in (with_days[0], with_days[-1]))
    return [
        (
            max(first, key=lambda each: _fullness(texts[each], topic)),
            max(last, key=lambda each: _fullness(texts[each], topic)),
        )
    ]


_ROW = 3
_NAMED_WITHIN = expression(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?=,| and\b|;|\.)")


def _is_row(text: str) -> bool:
    """Return whether a sentence only names the topic in a row of names: it tells no view of it."""
    return len(_NAMED_WITHIN.findall(text)) >= _ROW


def _side_by_side(before: Citation, after: Citation) -> str:
    return f"\n\nCompare [{before.n}] and [{after.n}]: they differ only in a number or a negation."


def _changes(dated: Sequence[Evidence], texts: dict[Evidence, str]) -> list[_Change]:
    """Return pairs of one speaker's sentences of different days, alike but for a number or a negation."""
    compared = [(each, set(content_words(texts[each])), _turn(texts[each])) for each in dated[:COMPARED]]
    found: list[_Change] = []
    for at, (later, stems, turn) in enumerate(compared):
        for earlier, others, other_turn in compared[:at]:
            apart = earlier.said_on != later.said_on and earlier.speaker == later.speaker
            if apart and turn != other_turn and len(stems & others) >= ALIKE * len(stems | others):
                found.append((earlier, later))
                break
    return found[:CHANGES]


def _turn(text: str) -> tuple[bool, frozenset[str]]:
    """Return what turns a sentence into another one: whether its negations are odd in number, and its numbers."""
    return len(NEGATION.findall(normal(text).text)) % 2 == 1, frozenset(_NUMBER.findall(text))


def _chosen(
    dated: Sequence[Evidence], texts: dict[Evidence, str], query: Query, changes: Sequence[_Change]
) -> list[Evidence]:
    """Return all where they are few, else the sentences of changes and one of each other day, spread over time.

    Of a day the sentence is taken that is fullest on the topic.
    """
    if len(dated) <= DAYS:
        return list(dated)
    fixed = {each for change in changes for each in change}
    topic = set(content_words(query.topic))
    best: dict[str, Evidence] = {}
    for each in dated:
        day = each.said_on or ""
        if day not in best or _fullness(texts[each], topic) > _fullness(texts[best[day]], topic):
            best[day] = each
    taken = {each.said_on or "" for each in fixed}
    free = [each for day, each in best.items() if day not in taken]
    return sorted({*fixed, *_spread(free, DAYS - len(fixed))}, key=lambda each: (each.said_on or "", each.start))


def _fullness(text: str, topic: set[str]) -> tuple[int, int]:
    stems = content_words(text)
    return sum(each in topic for each in stems), min(len(stems), 25)


def _spread(free: Sequence[Evidence], room: int) -> list[Evidence]:
    if len(free) <= room:
        return list(free)
    return [free[round(at * (len(free) - 1) / max(1, room - 1))] for at in range(max(0, room))]
