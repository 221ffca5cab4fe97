"""Each of two bodies, lands or people without marked words that a question compares -> an answer that is of that one.

What a text says of a party stands in any text that names it; what the party itself puts out says so at its head. So
words count for a side where they, their title or the head of their document name it in its own capitals, and never
where that head says that they come from the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.records import Document
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.plan.own_part import up_to, without_answer
from rag.find.told_year import of_any_day
from rag.phrasing import together
from rag.records import Answer, Citation, Documents, Query
from rag.understand.plan.parts import Plan

NO_DAY = "What is shown stands in documents of no known day."
HEAD = 600
"""So many characters at a document's beginning may say whose it is."""
_WORD = expression(r"[^\W_][\w.’'-]*")
_FROM = expression(
    r"^[ \t*_#>-]*(?:(?:press|media|news) )?(?:release|statement|speech|remarks|letter|source|author|by|from)\b"
    r"[ \t*_]*(?::|by|from|of)[ \t*_]*(?P<who>[^\n]{2,120})$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says from whom a text is: "Press Release: Green Party"."""


def of_sides(ask: Callable[..., Answer], plan: Plan, documents: Documents) -> Callable[..., Answer]:
    """Return what asks as `ask` does, of a side of a comparison that no speaker is known for with its own alone.

    Where nothing of the asked time is found, documents of no known day may tell it; the notice says so.
    """
    sides = [each.query.speaker for each in plan.parts if each.query.speaker]

    def asked(query: Query, *more: Answer) -> Answer:
        def of_own(one: Query) -> Answer:
            found = ask(one, *more)
            own = _own(found, one, sides, documents)
            if own.cited or not (first := _first_own(found, one, sides, documents)):
                return own
            # What is its own stands behind another's: it is sought in its document alone.
            return _own(ask(replace(one, document=first.doc), *more), one, sides, documents)

        answer = of_own(query)
        if answer.cited or not query.compared or not (query.since or query.until):
            return answer
        of_no_day = of_own(of_any_day(query))
        if not of_no_day.cited or any(each.said_on or each.published for each in of_no_day.cited):
            return answer
        return replace(of_no_day, notice=together(NO_DAY, of_no_day.notice))

    return asked


def _own(answer: Answer, query: Query, sides: Sequence[str], documents: Documents) -> Answer:
    """Return the answer up to the first words that are not of the asked side, where no speaker is known for it."""
    if not _is_of_body(query) or not answer.cited:
        return answer
    own = [_is_own(each, query, sides, documents) for each in answer.cited]
    number = own.index(False) if False in own else len(own)
    return up_to(answer, number) if number else without_answer(answer)


def _first_own(answer: Answer, query: Query, sides: Sequence[str], documents: Documents) -> Citation | None:
    """Return the first words of the asked side among what is shown for it, or is nearest to that; None for others."""
    near = dict.fromkeys((*answer.cited, *answer.nearest)) if _is_of_body(query) and not query.document else ()
    return next((each for each in near if _is_own(each, query, sides, documents)), None)


def _is_of_body(query: Query) -> bool:
    return query.compared and bool(query.speaker) and not query.speakers


def _is_own(citation: Citation, query: Query, sides: Sequence[str], documents: Documents) -> bool:
    side = query.speaker or ""
    return is_of_side(citation, side, [each for each in sides if each != side], documents)


def is_of_side(citation: Citation, side: str, others: Sequence[str], documents: Documents) -> bool:
    """Return whether cited words, their title or their document's head name a side, and come from no other side."""
    document = documents.document(citation.doc)
    givers = list(_givers(document)) if document else []
    if any(names(each, side) for each in givers):
        return True
    if any(names(giver, other) for giver in givers for other in others):
        return False
    whole = (citation.text, citation.title, citation.speaker or "", citation.reported_by or "")
    return any(names(each, side) for each in whole)


def _givers(document: Document) -> Iterator[str]:
    """Yield what a document's head says of whom it is from."""
    if document.author:
        yield document.author
    yield from (each["who"] for each in _FROM.finditer(document.text[:HEAD]))


def names(text: str, side: str) -> bool:
    """Return whether a text has a side's name in capitals, as the side has them: "ACT" is not in "an act"."""
    called = [each for each in _WORD.findall(side) if each[:1].isupper()]
    found = [each for each in _WORD.findall(text) if each[:1].isupper()]
    return bool(called) and _stems(called) <= _stems(found) and _stems(_shouted(called)) <= _stems(_shouted(found))


def _shouted(tokens: Sequence[str]) -> list[str]:
    return [each for each in tokens if each.isupper() and len(each) > 1]


def _stems(tokens: Sequence[str]) -> set[str]:
    return set(content_words(unified(" ".join(tokens))))
