"""How something was spoken of over time: earliest day first; where words changed, both are named, without a verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.negation import NEGATION
from index.text.stems import content_words
from rag.answer.listing import Listed, counted, otherwise
from rag.check import cite
from rag.check.cite import Form
from rag.check.normalize import normal
from rag.records import Citation, Documents, Evidence, Query, Segment

DAYS = 12
"""So many days are shown: the first, the last, those of a change and others evenly between."""
ALIKE, COMPARED = 0.5, 300
"""Share of words (Jaccard) from which two sentences are set side by side, and how many are compared at most."""
CHANGES = 3
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_Change = tuple[Evidence, Evidence]


def form(query: Query, found: Listed, documents: Documents) -> Form:
    """Return the answer that shows one sentence a day in the order of days."""
    every = sorted(
        [*found.named, *found.otherwise], key=lambda each: (each.said_on or "", each.document_id, each.start)
    )
    dated = [each for each in every if each.said_on] or every
    texts = dict(zip(dated, (each.text for each in cite.cite(dated, documents)), strict=True))
    changes = _changes(dated, texts)
    chosen = _chosen(dated, texts, query, changes)
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
