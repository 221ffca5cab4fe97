"""The answer to "When was … first mentioned?": the first or the newest document with a passage that names it, and that.

A document counts by its day and needs all words of what is asked in one passage, of which its title may have some: what
stands scattered over a document names nothing. Documents without a day have no place in the order, and are counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.records import Document, Passage
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.broad.wording import days_of
from rag.answer.passages.shown import in_passages
from rag.answer.passages.whole import Whole, whole
from rag.check.cite import Form
from rag.find.filters import fits
from rag.phrasing import readable_date
from rag.records import Candidate, Query
from rag.understand.documents.kinds import words_of

_IN_DOCUMENTS = expression(
    r"(?P<topic>.+?) in (?P<where>(?:the |these |those |my |our |your )?(?:\S+ ){0,5}?"
    r"(?:minutes|documents?|papers?|letters?|articles?|reports?|speech(?:es)?|notes?|records?|files?|transcripts?))"
)
_KINDS = frozenset(content_words("minutes documents papers letters articles reports speeches notes records files"))
_MOST = 2
"""So many documents of one day are shown."""


def first_or_last(query: Query, catalog: Catalog) -> Form | None:
    """Return the first or the newest document that names a topic, with the passage; None where no dated one does."""
    topic, found = _found(query, catalog)
    dated = sorted((each for each in found if each[0].published), key=lambda each: (str(each[0].published), each[0].id))
    if not dated:
        return None
    is_first = query.broad is not None and query.broad.aspect == "first_mention"
    day = dated[0 if is_first else -1][0].published
    shown = [each for each in dated if each[0].published == day][:_MOST]
    passages = [one for document, passage in shown if (one := _whole(document, passage, catalog))]
    if not passages:
        return None
    opening = _opening(topic, str(day), [each for each, _ in found], is_first=is_first)
    return in_passages(passages, catalog, opening)


def _found(query: Query, catalog: Catalog) -> tuple[str, list[tuple[Document, Passage]]]:
    """Return what is named, and the documents that name it with their day."""
    match = _IN_DOCUMENTS.fullmatch(query.topic)
    topic = match["topic"] if match else query.topic
    stems = set(content_words(unified(topic)))
    where = set(content_words(unified(match["where"]))) - _KINDS if match else set()
    capitals = _CAPITALS.findall(topic)
    found = naming(stems, where, query, catalog, capitals) or _in_texts(stems, where, query, catalog, capitals)
    return topic, [(replace(document, published=_day(document)), passage) for document, passage in found]


_OF_YEAR = expression(
    r"\b(?:agm|annual general meeting|minutes|meeting|session|sitting|hearing|newsletter|letter|report|accounts)s?\b",
    re.IGNORECASE,
)
_CAPITALS = expression(r"(?<!\w)[^\W\d_a-z]{2,}(?!\w)")
_YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _day(document: Document) -> str | None:
    """Return the year that a record's title has, where its day is of another: minutes are put online years later."""
    years = set(_YEAR.findall(document.title)) if _OF_YEAR.search(document.title) else set()
    year = years.pop() if len(years) == 1 else ""
    is_later = year and (document.published or "")[:4] > year
    return year if is_later else document.published


def naming(
    stems: set[str], where: set[str], query: Query, catalog: Catalog, capitals: Sequence[str] = ()
) -> list[tuple[Document, Passage]]:
    """Return the documents with a passage that has all the stems, its title's counted, each with the first of them.

    Whose the documents are, `where`, their titles tell. Words of capitals stand there so: "ACT" is named by no "act".
    """
    passages: dict[str, Passage] = {}
    having: defaultdict[str, set[str]] = defaultdict(set)
    for stem in stems:
        for each in catalog.passages_holding([stem]):
            passages[each.id] = each
            having[each.id].add(stem)
    of_document: defaultdict[str, list[Passage]] = defaultdict(list)
    for each in sorted(passages.values(), key=lambda each: (each.document_id, each.start)):
        of_document[each.document_id].append(each)
    documents = {each.id: each for each in catalog.documents() if fits(query, each.id, each.published)}
    found: list[tuple[Document, Passage]] = []
    for document in filter(None, map(documents.get, of_document)):
        titled = words_of(document, catalog, beginnings=False)
        naming = (each for each in of_document[document.id] if stems <= having[each.id] | titled)
        written = (each for each in naming if _has(capitals, document, each, catalog))
        if where <= titled and (first := next(written, None)):
            found.append((document, first))
    return found


def _in_texts(
    stems: set[str], where: set[str], query: Query, catalog: Catalog, capitals: Sequence[str]
) -> list[tuple[Document, Passage]]:
    """Return the same where no title tells whose the documents are: of those whose texts do."""
    told = [{each.document_id for each in catalog.passages_holding([stem])} for stem in where]
    found = naming(stems, set(), query, catalog, capitals) if where else []
    return [each for each in found if all(each[0].id in ids for ids in told)]


def _has(capitals: Sequence[str], document: Document, passage: Passage, catalog: Catalog) -> bool:
    """Return whether a passage or its title has words of capitals as they are."""
    whole = catalog.document(document.id) if capitals else None
    text = f"{whole.title} {whole.text[passage.start : passage.end]}" if whole else ""
    return all(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text) for each in capitals)


def _whole(document: Document, passage: Passage, catalog: Catalog) -> Whole | None:
    text = catalog.document(document.id)
    place = Candidate(document_id=document.id, start=passage.start, end=passage.end, score=0.0)
    return whole(text, place, None, catalog) if text else None


def _opening(topic: str, day: str, found: Sequence[Document], *, is_first: bool) -> str:
    """Return which of how many documents that name a topic is shown."""
    undated = sum(not each.published for each in found)
    rest = f"; {counted(undated, 'document')} without a day name{'s' if undated == 1 else ''} it too" if undated else ""
    number = len(found) - undated
    if number == 1:
        only = f"One document of a known day names “{topic}”" if undated else f"One document names “{topic}”"
        return f"{only} and is dated {readable_date(day)}{rest}:"
    dated = [each for each in found if each.published]
    which = f"The {'first' if is_first else 'newest'} of {counted(number, 'document')} that name “{topic}”"
    return f"{which}{days_of(dated)}, is dated {readable_date(day)}{rest}:"
