"""Who speaks in the documents: how many speakers, those with most statements, each with words of theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from index.names.names import is_name
from index.names.titles import given_and_surname
from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.text.sentences import sentences
from index.transcripts.label_names import readable_name
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import part_of
from rag.answer.broad.which import Find, Meant, meant
from rag.answer.broad.wording import BULLET, cited, days_of, names_of, title_of
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import SAID
from rag.phrasing import raised
from rag.rank.evidence import as_evidence
from rag.rank.whole_sentences import needs_its_sentence, sentence_around
from rag.records import Query, Segment

SIDES = expression(r"\b(?:for|in favou?r)\b.{0,60}\b(?:and|or)\b.{0,30}\bagainst\b", re.IGNORECASE)
_STANCE = expression(
    r"\b(?:i|we|my (?:party|group|vote|members))\b.{0,40}\b(?:oppose|support|reject|welcome|back|vote[ds]? (?:for|"
    r"against|in)|"
    r"abstain|am (?:for|against)|are (?:for|against)|favou?r|stand (?:for|against|by|with)|cannot agree|agree|object)|"
    r"\b(?:shall|will|must|cannot|can['’]t|won['’]t) (?:not )?(?:vote|support|oppose|abstain|back|accept)\b",
    re.IGNORECASE,
)
SHOWN = 12
LOOKED_THROUGH, READ = 8, 40
"""So many documents of a speaker, and statements of each, are looked through for words to show."""


def voices(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return who speaks in the documents meant, None where what is named is not there or nobody speaks."""
    found = meant(query, catalog, find)
    if found is None:
        return None
    counts = _counts(found, catalog)
    order = sorted(counts, key=lambda each: (not is_name(each), -counts[each], each))
    where = (
        title_of(found.one) if found.one else f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
    )
    if not counts:
        return Form((Segment(f"{found.assumed} No words of a named speaker were found in {where}.".strip()),))
    stance = _STANCE if SIDES.search(query.standalone) else None
    told = ((each, _words(each, found.documents, catalog, stance)) for each in order[: SHOWN * 2])
    shown = [(each, part) for each, part in told if part][:SHOWN]
    if not shown:
        return _without_words(found, where, order)
    number = counted(len(counts), "speaker")
    most = "with words of each" if len(shown) == len(counts) else f"the {len(shown)} with most statements"
    has = "has" if len(counts) == 1 else "have"
    named = f": {names_of(order, SHOWN)}" if len(counts) > 1 and found.one else ""
    first = f"{found.assumed} {number} {has} statements in {where}{named}; {most}:".strip()
    return _listed(first, shown, counts, _lengths(found.one, catalog) if found.one else {}, catalog)


def _without_words(found: Meant, where: str, order: Sequence[str]) -> Form | None:
    """Return who is named, where no words of theirs can be shown: of one document often nobody who speaks in it."""
    if found.one:
        return None
    first = f"{found.assumed} Words in {where} are those of {names_of(order)}.".strip()
    return Form((Segment(first),), count=len(order))


def _listed(
    first: str,
    shown: Sequence[tuple[str, Part]],
    counts: Mapping[str, int],
    lengths: Mapping[str, int],
    catalog: Catalog,
) -> Form:
    """Return the speakers below a first line, each with how much and with words of theirs."""
    citations = cited([part for _, part in shown], catalog)
    segments = [Segment(first)]
    for (speaker, _), citation in zip(shown, citations, strict=True):
        much = f", {counted(lengths[speaker], 'word')}" if speaker in lengths else ""
        said = f"{raised(readable_name(speaker))}, {counted(counts[speaker], 'statement')}{much}"
        segments.append(Segment(f"{BULLET}{said}: "))
        segments += cite.shown(citation)
    return Form(tuple(segments), tuple(citations), count=len(counts))


def _heard(document: Document, counts: Mapping[str, int], catalog: Catalog) -> dict[str, int]:
    """Return of a document's speakers those whose own words stand in it, and people by name; all where there are none.

    Beside them "several people" and a firm of which it is only reported what they say are no voices.
    """
    own = {each.speaker for each in catalog.statements(document.id) if each.kind != "reported"} - {None}
    return {each: count for each, count in counts.items() if not own or each in own or given_and_surname(each)}


def _counts(found: Meant, catalog: Catalog) -> Mapping[str, int]:
    """Return how many statements each has who speaks in the documents meant."""
    if len(found.documents) == len(catalog.published()):
        counts: Mapping[str, int] = catalog.speakers()
    else:
        counted_in: Counter[str] = Counter()
        for document in found.documents:
            counted_in.update(each.speaker for each in catalog.statements(document.id) if each.speaker)
        counts = dict(counted_in.most_common())
    return _heard(found.one, counts, catalog) if found.one else counts


def _lengths(document: Document, catalog: Catalog) -> dict[str, int]:
    """Return how many words each speaker of a document has."""
    whole = catalog.document(document.id)
    found: Counter[str] = Counter()
    for each in catalog.statements(document.id) if whole else []:
        if whole and each.speaker and each.kind != "reported":
            found[each.speaker] += len(whole.text[each.start : each.end].split())
    return dict(found)


def _words(
    speaker: str, documents: Sequence[Document], catalog: Catalog, stance: re.Pattern[str] | None = None
) -> Part | None:
    """Return a sentence of a speaker's that can stand alone, else the beginning of a statement.

    One that says which side the speaker is on goes first where that is asked.
    """
    ids = {each.id for each in documents}
    first: Part | None = None
    for document_id in [each for each in sorted(catalog.documents_of(speaker)) if each in ids][:LOOKED_THROUGH]:
        document = catalog.document(document_id)
        if document is None:
            continue
        said = catalog.statements(document_id)
        every = [each for each in said if each.speaker == speaker]
        theirs = [each for each in every if each.kind != "reported"][:READ]
        best, other = _best_of(document, theirs, stance)
        if best:
            return best
        first = first or other or _told(document, [*theirs, *every], speaker)
    return first


def _told(document: Document, said: Sequence[Statement], speaker: str) -> Part | None:
    """Return the sentence that gives a piece of somebody's words, or what a person says who is named in it."""
    for each in said:
        span = sentence_around(document.text, each)
        named = given_and_surname(speaker) and speaker.split()[-1] in document.text[slice(*span)]
        if each.kind != "reported" or named:
            return part_of(document, as_evidence(document, span, None, score=1.0, coverage=1.0))
    return None


def _best_of(
    document: Document, theirs: Sequence[Statement], stance: re.Pattern[str] | None
) -> tuple[Part | None, Part | None]:
    """Return the sentence of somebody's statements that takes a side or can stand alone, and the first of them."""
    if stance and (part := _taking_side(document, theirs, stance)):
        return part, None
    found = [(each, part) for each in theirs if (part := _sentence(document, each))]
    fit = (part for each, part in found if each.confidence >= SAID and is_fit(document.text, part.span))
    return next(fit, None), found[0][1] if found else None


def _taking_side(document: Document, theirs: Sequence[Statement], stance: re.Pattern[str]) -> Part | None:
    for each in theirs:
        for span in sentences(document.text, each.start, each.end):
            if stance.search(document.text[slice(*span)]) and not needs_its_sentence(document.text, each):
                return part_of(document, as_evidence(document, span, each, score=1.0, coverage=1.0))
    return None


def _sentence(document: Document, statement: Statement) -> Part | None:
    if needs_its_sentence(document.text, statement):
        return None
    inside = sentences(document.text, statement.start, min(statement.end, statement.start + 3_000))
    span = max(inside[:4], key=lambda each: is_fit(document.text, each), default=(statement.start, statement.end))
    return part_of(document, as_evidence(document, span, statement, score=1.0, coverage=1.0))
