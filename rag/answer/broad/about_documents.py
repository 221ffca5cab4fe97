"""What is known of the documents themselves: how many, of when, from where, by whom; answered from the catalog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.storage.corrections import corrected_fields
from index.text.countries import unified
from index.text.counts import counted
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer.broad.central import Part
from rag.answer.broad.parts import part_of
from rag.answer.broad.which import Find, Meant, meant
from rag.answer.broad.wording import BULLET, asked_speaker, cited, days_of, newest_first, opening, title_of
from rag.check.cite import Form
from rag.find.filters import fits
from rag.find.lemmas import of_either_number
from rag.phrasing import readable_date
from rag.rank.evidence import as_evidence
from rag.records import Aspect, Query, Segment
from rag.understand.documents.kinds import words_of

SHOWN = 10
"""So many documents are listed and linked."""


def about_documents(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return what is known of the documents that a question means, None where it names one that is not there."""
    if query.topic:
        return _on_topic(query, catalog)
    found = meant(query, catalog, find)
    if found is None or query.broad is None or (query.speaker and not query.speakers):
        return None
    if found.unclear:
        return _which(found, catalog)
    return _ANSWERS[query.broad.aspect](query, found, catalog)


def _form(
    first: str, documents: Sequence[Document], catalog: Catalog, count: int | None = None, assumed: str = ""
) -> Form:
    """Return a sentence with the documents below it, newest first, each linked by its first words."""
    newest = newest_first(documents)
    parts = [part for each in newest[:SHOWN] if (part := _opening(each, catalog))]
    citations = cited(parts, catalog)
    segments = [Segment(f"{assumed} {first}".strip())]
    if len(newest) == 1 and citations and first.endswith("."):
        segments[0] = Segment(f"{segments[0].text} [1]")
    else:
        segments += [
            Segment(f"{BULLET}{title_of(part.document)} [{citation.n}]")
            for part, citation in zip(parts, citations, strict=True)
        ]
    if len(newest) > SHOWN:
        segments.append(Segment(f"\n\nThe newest {SHOWN} are shown; the library has all {len(newest):,}."))
    return Form(tuple(segments), tuple(citations), count=count)


def _opening(document: Document, catalog: Catalog) -> Part | None:
    whole = catalog.document(document.id)
    if whole is None or not whole.text.strip():
        return None
    span = opening(whole)
    owner = owner_of(span, catalog.statements(whole.id))
    return part_of(whole, as_evidence(whole, span, owner, score=1.0, coverage=1.0))


def _which(found: Meant, catalog: Catalog) -> Form:
    where = f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
    first = f"The question does not say which document is meant; the index has {where}. Name one by its title:"
    return _form(first, found.documents, catalog)


def one_of(query: Query, catalog: Catalog) -> Form | None:
    """Return the documents that a question may mean, to choose one from; None where it means one, or none."""
    among = query.broad.among if query.broad else ()
    found = [each for each in catalog.documents() if each.id in among] if among else []
    if not found:
        return None
    first = f"The question may mean one of {counted(len(found), 'document')}. Ask about one of them by its title:"
    return _form(first, found, catalog)


def _published(query: Query, found: Meant, catalog: Catalog) -> Form:
    if found.one is None:
        return _form(f"The documents are{_of_when(found)}.", found.documents, catalog)
    document = found.one
    title = title_of(_undated(document))
    if not document.published:
        return _form(f"No day is known of {title}.", [document], catalog, assumed=found.assumed)
    first = f"{title} is dated {readable_date(document.published)}{_read_from(document)}."
    return _form(first, [document], catalog, assumed=found.assumed)


def _read_from(document: Document) -> str:
    """Return where a document's day was read, or that somebody set it, with the day that was read and where."""
    origin = dict(document.origins).get("published")
    if corrected := corrected_fields(document).get("published"):
        read = corrected["read"]
        place = f", in {_whence(origin)}" if read and origin else ""
        return f", as corrected; the file says {readable_date(read) if read else 'none'}{place}"
    return f", read from {_whence(origin)}" if origin else ""


def _whence(origin: str) -> str:
    return origin if origin.startswith(("the ", "a ", "an ", "its ")) else f"its {origin}"


def _of_when(found: Meant) -> str:
    return days_of(found.documents).removeprefix(",") or " without a date"


def _undated(document: Document) -> Document:
    return replace(document, published=None)


def _period(query: Query, found: Meant, catalog: Catalog) -> Form:
    dated = sorted(
        (each for each in found.documents if each.published), key=lambda each: (str(each.published), each.id)
    )
    number = counted(len(found.documents), "document")
    if not dated:
        return _form(f"The index has {number}, none with a day.", found.documents, catalog)
    ends = [dated[0]] if len(dated) == 1 else [dated[0], dated[-1]]
    which = "the oldest and the newest:" if len(ends) > 1 else "namely:"
    return _form(f"The index has {number}{days_of(found.documents)}; {which}", ends, catalog)


def _count(query: Query, found: Meant, catalog: Catalog) -> Form:
    return _form(f"{_how_many(query, found, catalog)}:", found.documents, catalog, count=len(found.documents))


def _how_many(query: Query, found: Meant, catalog: Catalog) -> str:
    documents = f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
    if query.speaker:
        return f"{asked_speaker(query)} speaks in {documents}"
    counts = catalog.statement_counts()
    statements = sum(counts.get(each.id, 0) for each in found.documents)
    joined = f"{documents}, with" if "," in documents else f"{documents} with"
    where = "From these days the index" if query.since or query.until else "The index"
    return f"{where} has {joined} {counted(statements, 'statement')}"


def _sources(query: Query, found: Meant, catalog: Catalog) -> Form:
    named = Counter(each.source for each in found.documents if each.source)
    if not named:
        first = f"No source is known of {'it' if found.one else 'the documents'}; these are the documents:"
        return _form(f"{_how_many(query, found, catalog)}. {first}", found.documents, catalog, assumed=found.assumed)
    listed = ", ".join(f"{source} ({counted(number, 'document')})" for source, number in named.most_common(20))
    unknown = len(found.documents) - sum(named.values())
    rest = f"; of {counted(unknown, 'document')} no source is known" if unknown else ""
    return _form(f"The documents come from {listed}{rest}:", found.documents, catalog, assumed=found.assumed)


def _author(query: Query, found: Meant, catalog: Catalog) -> Form:
    authors = Counter(each.author for each in found.documents if each.author)
    if found.one and found.one.author:
        first = f"{title_of(found.one)} is by {found.one.author}."
    elif found.one and found.one.speaker:
        first = f"No author is known of {title_of(found.one)}; its words are {readable_name(found.one.speaker)}’s."
    elif found.one:
        first = f"No author is known of {title_of(found.one)}."
    elif authors:
        listed = ", ".join(f"{each} ({counted(number, 'document')})" for each, number in authors.most_common(20))
        first = f"The documents of known authors are by {listed}:"
    else:
        first = f"No author is known of the {counted(len(found.documents), 'document')}:"
    return _form(first, found.documents, catalog, assumed=found.assumed)


def _length(query: Query, found: Meant, catalog: Catalog) -> Form:
    if found.one is None:
        return _count(query, found, catalog)
    document = catalog.document(found.one.id) or found.one
    pages = f" on {counted(len(document.pages), 'page')}" if document.pages else ""
    first = f"{title_of(document)} has {counted(len(document.text.split()), 'word')}{pages}."
    return _form(first, [document], catalog, assumed=found.assumed)


def _holding(stems: set[str], catalog: Catalog) -> list[Document]:
    """Return the documents that have all of the stems, then those that have them in their title or their file's name.

    A table's columns or a file's name may have what none of its sentences has.
    """
    forms = [of_either_number(stem) for stem in stems]
    holding = _least([Counter(each.document_id for each in catalog.passages_holding(each)) for each in forms])
    by_id = {each.id: each for each in catalog.documents()}
    found = [by_id[key] for key, _ in holding.most_common() if key in by_id]
    titles = ((each, words_of(each, catalog, beginnings=False)) for each in by_id.values() if each not in found)
    named = [each for each, called in titles if all(either & called for either in forms)]
    return [*found, *named]


def _least(counts: Sequence[Counter[str]]) -> Counter[str]:
    """Return what all counts have, each with the least of its numbers."""
    first, *others = counts
    for each in others:
        first &= each
    return first


def _on_topic(query: Query, catalog: Catalog) -> Form | None:
    """Return the documents that have all words of a topic, those with most passages that have them first."""
    stems = set(content_words(unified(query.topic)))
    if not stems:
        return None
    found = [each for each in _holding(stems, catalog) if fits(query, each.id, each.published)]
    if not found:
        return _none_names(query, stems, catalog)
    number = f"{counted(len(found), 'document')}{days_of(found)}"
    names = "names" if len(found) == 1 else "name"
    yes = "Yes: " if query.broad and query.broad.aspect == "mentioned" else ""
    first = f"{yes}{number}, {names} {query.topic}, by these words or forms of them, in the text or the title:"
    return _form(first, found, catalog, count=len(found))


LONGEST_NAMED = 3
"""A topic of more words may be told of in others."""


def _none_names(query: Query, stems: set[str], catalog: Catalog) -> Form | None:
    """Return that no document names a topic; where not their number is asked, documents may tell of it otherwise."""
    counts = query.broad is not None and query.broad.aspect == "count"
    if len(stems) > LONGEST_NAMED and not counts:
        return None
    among = [each for each in catalog.documents() if fits(query, each.id, each.published)]
    if not among:
        return Form((Segment("No document is of these days."),), nearest=None if counts else (), count=0)
    what = f"{counted(len(among), 'document')}{days_of(among)}"
    none = "The one" if len(among) == 1 else "None of the"
    names = "does not name" if len(among) == 1 else "names"
    searched = what.removeprefix("1 ") if len(among) == 1 else what
    said = f"{none} {searched}{',' if ',' in what else ''} {names} {query.topic}, by these words or forms of them."
    return Form((Segment(said),), nearest=None if counts else (), count=0)


_Answer = Callable[[Query, Meant, Catalog], Form]
_ANSWERS: Mapping[Aspect, _Answer] = {
    "published": _published,
    "period": _period,
    "count": _count,
    "documents": _count,
    "sources": _sources,
    "author": _author,
    "length": _length,
}
