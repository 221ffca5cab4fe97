"""What documents say as a whole: a summary of one, of several, of what somebody said, or of what is said on a topic."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.records import Document
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer import listing
from rag.answer.broad.about_documents import one_of
from rag.answer.broad.central import LEAD, Part, central
from rag.answer.broad.covering import covering, with_request
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import part_of, parts_of, parts_of_findings, spread
from rag.answer.broad.runs import in_runs
from rag.answer.broad.which import Find, Meant, meant
from rag.answer.broad.whole.across import on_subject, sentence_of_each
from rag.answer.broad.whole.claims import bulleted, enumerated
from rag.answer.broad.whole.emphasis import main_points
from rag.answer.broad.whole.own_turn import OwnTurn, own_turn, parts_in
from rag.answer.broad.whole.sections import items, sections
from rag.answer.broad.whole.unnamed_voice import unnamed_voice
from rag.answer.broad.wording import asked_speaker, cited, days_of, listed_titles, names_of, points, sampled, title_of
from rag.check.cite import Form
from rag.find.filters import fits
from rag.records import Broad, Evidence, Query, Segment
from rag.understand.documents.document_names import named_documents, telling_of
from rag.understand.documents.kinds import is_kind, words_of_name

LENGTH = 5
"""So many sentences a summary of several documents has where the question does not say."""
FEWEST, EACH, MOST = 6, 50, 13
"""One document has a sentence for so many of its words, and so few or many at least and at most: of 482 main points
that readers wrote of 86 documents 326 are shown so (286 words a document), 279 in 5 to 10, one for 60 words (236)."""
LAID_OUT, LONG = 3, 900
"""With so many sections or items, or more words, a document goes from one topic to the next, as a speech does."""
SPOKEN_LEAD = 0.2
"""What the beginning is worth in speeches: it greets and announces."""
VOICE = 0.6
"""A speaker whose turns are this share of a document's text is the one who speaks in it."""
PIECE = frozenset({"article", "story", "piece", "paper", "post", "page", "text", "news item"})
FOUND = 3
"""With fewer sentences of what it finds a report is summed up by all of its sections."""
SEVERAL = 3
"""On a subject of so many documents each has a sentence."""
ON_IT = 3
"""With so many sentences on a topic, an article that alone has any is the one on it: "the piece on junk in space"."""
SPEECH = ("speech", "address", "remarks", "statement", "lecture", "sermon", "debate")


def summary(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return the summary that a question asks for, None where what it names is not there."""
    if form := _of_one_voice(query, catalog) or one_of(query, catalog):
        return form
    if query.topic:
        return (None if query.speaker else _of_subject(query, catalog)) or _of_topic(query, catalog, find)
    query = _without_unknown(query)
    found = meant(query, catalog, find)
    if found is None and query.broad and query.broad.named and not query.broad.points:
        if is_kind(query.broad.what) and query.broad.what in query.standalone.lower():
            return None
        return _of_named(replace(query, topic=query.broad.named), query.broad, catalog, find)
    if found is None or (query.speaker and not query.speakers):
        return None
    return _of_documents(query, found, catalog)


def _of_one_voice(query: Query, catalog: Catalog) -> Form | None:
    """Return what somebody said at one go, or in the speech that is his by its own words; None where neither is."""
    if turn := own_turn(query, catalog):
        return _of_turn(query, turn, catalog)
    voice = unnamed_voice(query, catalog)
    return _of_unnamed(query, voice, catalog) if voice else None


def _of_turn(query: Query, turn: OwnTurn, catalog: Catalog) -> Form:
    """Return the main points of what somebody said at one go in a longer record."""
    every = parts_in(turn, query, catalog, every=True)
    parts = _spoken(parts_in(turn, query, catalog), every, query)
    citations = cited(parts, catalog)
    where = f"{title_of(turn.document)} under the heading “{turn.heading}”" if turn.heading else title_of(turn.document)
    first = f"{asked_speaker(query)} speaks at length in {where}; the main points of it, in the speaker’s own words:"
    return Form((Segment(first), *points(parts, citations, query.speakers[0], True)), tuple(citations))


def _of_unnamed(query: Query, voice: tuple[Document, str], catalog: Catalog) -> Form | None:
    document, surname = voice
    parts = _of_speeches([document], replace(query, speaker=None), catalog)
    if not parts:
        return None
    citations = cited(parts, catalog)
    first = (
        f"{title_of(document)} does not say who speaks, but whoever does bears the name {surname}, or has family of "
        "that name: it is taken to be the one that is meant. Its main points, in its own words:"
    )
    return Form((Segment(first), *points(parts, citations, None, True)), tuple(citations))


def _of_subject(query: Query, catalog: Catalog) -> Form | None:
    """Return what documents tell of an event, or a sentence of each that is on a subject, where several are."""
    told = _telling(query, catalog)
    if len(told) != 1 and len(on_it := on_subject(query, catalog)) >= SEVERAL:
        return sentence_of_each(query, on_it, catalog)
    return _of_event(query, told, catalog)


def _of_named(query: Query, named: Broad, catalog: Catalog, find: Find) -> Form | None:
    """Return the summary of the one document that bears or is on what is named, else of what is said on it."""
    # A text in another language need not say what kind it is.
    bearing = named_documents(named.named, "", catalog.documents(), catalog) if is_kind(named.what) else []
    only = bearing[0] if len(bearing) == 1 else None
    if only is None and named.what in PIECE:
        only = _only_on(query, catalog, find)
    if only is not None:
        return _of_documents(query, Meant((only,)), catalog)
    return _of_topic(query, catalog, find)


def _only_on(query: Query, catalog: Catalog, find: Find) -> Document | None:
    """Return the one document that all sentences on a topic are of, where they are at least as many as `ON_IT`."""
    terms, _ = find(replace(query, kind="fact"))
    found = listing.listed(query, terms, catalog) if terms else listing.Listed(())
    evidence = [*found.named, *found.otherwise]
    documents = {each.document_id for each in evidence}
    return catalog.document(documents.pop()) if len(documents) == 1 and len(evidence) >= ON_IT else None


def _without_unknown(query: Query) -> Query:
    """Return the query for a document that is named by somebody who says nothing here: "the letter of Odran Tell"."""
    broad = query.broad
    if broad is None or query.speakers or not query.speaker or not is_kind(broad.what) or broad.named:
        return query
    return replace(query, speaker=None, broad=replace(broad, named=query.speaker))


def event(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return what the documents that tell of an event say of it, None where no title and no first lines name it."""
    return _of_event(query, _telling(query, catalog), catalog)


def _telling(query: Query, catalog: Catalog) -> list[Document]:
    within = [each for each in catalog.documents() if fits(query, each.id, each.published)]
    return telling_of(query.topic, within, catalog)


def _of_event(query: Query, told: list[Document], catalog: Catalog) -> Form | None:
    if not told:
        return None
    if len(told) == 1:
        return _of_documents(query, Meant(tuple(told)), catalog)
    parts = parts_of(spread(told), query, catalog)
    length = _length(query)
    named = [each for each in parts if set(content_words(query.topic)) & set(each.stems)]
    spoken = sum(each.evidence.speaker is not None for each in parts) > len(parts) / 2
    lead = SPOKEN_LEAD if spoken else LEAD
    chosen = central(named if len(named) >= 2 * length else parts, length, lead, max(2, -(-length // len(told))))
    if not chosen:
        return None
    citations = cited(chosen, catalog)
    where = f"{counted(len(told), 'document')}{days_of(told)}, tell of {query.topic}"
    first = f"{where}; the main points, in the order of days:"
    return Form((Segment(first), *points(chosen, citations, None, False)), tuple(citations))


def _length(query: Query) -> int:
    return (query.broad.length if query.broad else None) or LENGTH


def main_parts(document: Document, query: Query, catalog: Catalog) -> list[Part]:
    """Return the sentences of a summary of one document."""
    return _parts_of_all([document], _voice(query, Meant((document,)), catalog), query, catalog)


def _parts_of_all(documents: Sequence[Document], voice: _Voice, query: Query, catalog: Catalog) -> list[Part]:
    spoken = bool(voice.turns or query.speaker) or (len(documents) == 1 and _is_talk(documents[0], query))
    alone = bool(voice.name) or len(voice.turns) < 2
    return _of_speeches(documents, query, catalog, alone) if spoken else _chosen(documents, query, catalog)


def _of_documents(query: Query, found: Meant, catalog: Catalog) -> Form | None:
    chosen = spread(found.documents)
    voice = _voice(query, found, catalog)
    parts = _parts_of_all(chosen, voice, query, catalog)
    if not parts:
        return None
    citations = cited(parts, catalog)
    line = _first_line(query, found, voice, len(parts))
    first = f"{found.assumed} {line}{sampled(found.documents, len(chosen))}:".strip()
    segments = [Segment(first), *points(parts, citations, voice.name, len(found.documents) == 1)]
    if found.unclear:
        segments.append(Segment(f"\n\nAsk about one of them by its title: {listed_titles(found.documents)}."))
    return Form(tuple(segments), tuple(citations))


_TALK = expression(r"\b(?:talk|speech|address|lecture|keynote|sermon|eulogy)\b", re.IGNORECASE)


def _is_talk(document: Document, query: Query) -> bool:
    """Return whether a document is called a talk, by its title, its file's name or the question."""
    what = query.broad.what if query.broad else ""
    return bool(_TALK.search(f"{document.title} {document.id.replace('_', ' ').replace('-', ' ')} {what}"))


def _chosen(documents: Sequence[Document], query: Query, catalog: Catalog) -> list[Part]:
    """Return the sentences of a summary of what is written: what it finds, its topics by its sections, or its lead."""
    parts = parts_of(documents, query, catalog)
    if len(documents) > 1:
        length = _length(query)
        return central(parts, length, SPOKEN_LEAD, _of_each(length, len(documents)))
    every = parts_of(documents, query, catalog, every=True)
    length = _of_one(every, query)
    found = parts_of_findings(parts, query.standalone)
    if len(found) >= FOUND:
        return central(found, length, LEAD)
    topics = _has_topics(parts, every)

    def choose(number: int) -> list[Part]:
        return main_points(parts, number, every) if topics else central(parts, number, LEAD)

    return with_request(choose, parts, length) if _is_addressed(documents[0], query, catalog) else choose(length)


_ADDRESSED = expression(
    r"\b(?:letter|petition|appeal|submission|plea|memorial)\b|^[^\w\n]{0,8}dear \w|"
    r"^[^\w\n]{0,8}(?:the (?:right )?hon(?:ou?rable|\.)? )",
    re.IGNORECASE | re.MULTILINE,
)


def _is_addressed(document: Document, query: Query, catalog: Catalog) -> bool:
    """Return whether a text is a letter or a petition, by its name, its first lines or the question."""
    what = query.broad.what if query.broad else ""
    head = "\n".join((what, document.title, words_of_name(document.id), catalog.beginnings().get(document.id, "")))
    return bool(_ADDRESSED.search(head))


def _has_topics(parts: Sequence[Part], every: Sequence[Part]) -> bool:
    """Return whether a written document is long, or has sections or items of their own."""
    text = every[0].document.text if every else ""
    spans = [(each.start, each.end) for each in sections(text)]
    within = Counter(bisect(spans, (each.span[0], len(text))) for each in parts)
    filled = [each for each in within.values() if each > 1]
    return _words(every) > LONG or len(filled) >= LAID_OUT or len(items(text, 0, len(text))) >= LAID_OUT


def _of_one(every: Sequence[Part], query: Query) -> int:
    """Return how many sentences a summary of one document has: as many as are asked for, else by its words."""
    return (query.broad.length if query.broad else None) or max(FEWEST, min(MOST, round(_words(every) / EACH)))


def _words(parts: Sequence[Part]) -> int:
    return sum(len(each.document.text[slice(*each.span)].split()) for each in parts)


def _of_speeches(documents: Sequence[Document], query: Query, catalog: Catalog, alone: bool = True) -> list[Part]:
    """Return the sentences of a summary of what is spoken, by one person alone or by several in turn."""
    every = parts_of(documents, query, catalog, every=True)
    parts = parts_of(documents, query, catalog)
    if len(documents) == 1:
        return _spoken(parts, every, query, alone)
    length = _length(query)
    return covering(parts, length, every, _of_each(length, len(documents)))


def _spoken(parts: Sequence[Part], every: Sequence[Part], query: Query, alone: bool = True) -> list[Part]:
    """Return the sentences of one speech: the points that it counts one by one, and those that name its topics."""
    length = _of_one(every, query)
    listed, counted_out = bulleted(every)[: length // 2], enumerated(every)
    counted_out = [*(each for each in listed if each not in counted_out), *counted_out][:MOST]
    if query.broad and query.broad.length and len(counted_out) > length:
        counted_out = []
    ends = {each.span[1] for each in counted_out}
    rest = [each for each in parts if each.span[1] not in ends]
    left = max(0, length - len(counted_out))
    more = main_points(rest, left, every) if alone else covering(rest, left, every)
    return sorted([*counted_out, *more], key=lambda each: each.order)


def _of_each(length: int, documents: int) -> int | None:
    return max(1, -(-length // documents)) if documents > 1 else None


@dataclass(frozen=True)
class _Voice:
    """Whose words a document is made of: one speaker's, or turns of several, or nobody's in particular."""

    name: str | None = None
    turns: tuple[str, ...] = ()


def _voice(query: Query, found: Meant, catalog: Catalog) -> _Voice:
    if query.speaker and len(query.speakers) == 1:
        return _Voice(query.speakers[0])
    document = catalog.document(found.one.id) if found.one else None
    if document is None:
        return _Voice()
    lengths: Counter[str] = Counter()
    for each in catalog.statements(document.id):
        if each.kind == "turn" and each.speaker:
            lengths[each.speaker] += each.end - each.start
    by_length = tuple(speaker for speaker, _ in lengths.most_common())
    if by_length and lengths[by_length[0]] >= VOICE * len(document.text):
        return _Voice(by_length[0], by_length)
    return _Voice(None, by_length)


def _first_line(query: Query, found: Meant, voice: _Voice, number: int) -> str:
    main = "main point" if number == 1 else "main points"
    if query.speaker:
        return _of_whom(query, found, main)
    if found.one is None:
        which = "The question does not say which document is meant. " if found.unclear else ""
        documents = f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
        return f"{which}What {documents}, say most centrally, in their own words"
    title = title_of(found.one)
    if voice.name:
        return f"{title} {_is_by(found.one, voice.name)}; its {main}, in the speaker’s own words"
    if len(voice.turns) > 1:
        return f"{title} is a transcript in which {names_of(voice.turns)} speak; its {main}, in their own words"
    return f"The {main} of {title}, in its own words"


def _is_by(document: Document, speaker: str) -> str:
    """Return what a document is, as far as it is known: a speech where its title says so."""
    name = readable_name(speaker)
    word = next((each for each in SPEECH[:4] if each in document.title.lower()), None)
    if word is None:
        return f"has the words of {name}"
    return (
        f"{'is remarks' if word == 'remarks' else f'is an {word}' if word == 'address' else f'is a {word}'} by {name}"
    )


def _of_whom(query: Query, found: Meant, main: str) -> str:
    if found.one:
        return f"{asked_speaker(query)} speaks in {title_of(found.one)}; the {main}, in the speaker’s own words"
    where = f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
    return (
        f"{asked_speaker(query)} speaks in {where}; the {main}{', in the order of days' if main.endswith('s') else ''}"
    )


def _of_topic(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return what somebody, or anybody, says on a topic: the most central sentences in the order of days."""
    terms, ranked = find(replace(query, kind="statements" if query.speaker else "fact"))
    if query.speaker and not query.speakers:
        return None
    found = listing.listed(query, terms, catalog) if terms else listing.Listed(())
    evidence = [*found.named, *found.otherwise][: listing.CITED]
    parts = _as_parts(in_runs(evidence, catalog), catalog)
    fit = [each for each in parts if is_fit(each.document.text, each.span)]
    chosen = central(fit if len(fit) >= min(3, len(parts)) else parts, _length(query), lead=0.0)
    if not chosen:
        return None
    first = _first_of_topic(query, evidence, parts, chosen, number=len(found.named) + len(found.otherwise))
    citations = cited(chosen, catalog)
    return Form((Segment(first), *points(chosen, citations, None, False)), tuple(citations))


def _first_of_topic(
    query: Query, evidence: Sequence[Evidence], parts: Sequence[Part], chosen: Sequence[Part], *, number: int
) -> str:
    """Return the first line: in how many sentences of how many documents the topic is named, and what is shown."""
    documents = {each.document_id for each in evidence}
    held = [each.document for each in {part.document.id: part for part in parts}.values()]
    who = f"{asked_speaker(query)} names" if query.speaker else "The documents name"
    where = f"{counted(number, 'sentence')} of {counted(len(documents), 'document')}{days_of(held)}"
    shown = sum(_is_within(each, chosen) for each in evidence)
    main = "the main one" if len(chosen) == 1 else "the main ones, in the order of days"
    return f"{who} {query.topic} in {where}; {main}:" if number > shown else f"{who} {query.topic} in {where}:"


def _is_within(evidence: Evidence, parts: Sequence[Part]) -> bool:
    start, document = evidence.start, evidence.document_id
    return any(each.document.id == document and each.span[0] <= start < each.span[1] for each in parts)


def _as_parts(evidence: Sequence[Evidence], catalog: Catalog) -> list[Part]:
    documents = {each.document_id: catalog.document(each.document_id) for each in evidence}
    return [part_of(document, each) for each in evidence if (document := documents[each.document_id])]
