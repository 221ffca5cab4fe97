"""Which documents a broad question means: by title, by speaker and days, by "this"; or that it does not say which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.records import Document
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.broad.wording import listed_titles
from rag.find.filters import fits, in_days
from rag.find.terms import Term
from rag.records import Broad, Query, Ranked
from rag.understand.documents.document_names import days_in_head, named_documents
from rag.understand.documents.kinds import is_kind, of_kind, words_of

FEW = 5
"""Of so many documents that "the minutes" may be, each is named."""
_PAPER = frozenset({"transcript"})
"""Words for any document, which one may be where none says that it is one."""
Find = Callable[[Query], tuple[tuple[Term, ...], Ranked]]


@dataclass(frozen=True)
class Meant:
    """The documents that a question means, without their texts."""

    documents: tuple[Document, ...]
    assumed: str = ""
    """What was assumed to find them, as a sentence, or nothing."""
    unclear: bool = False
    """Whether one document is meant and the question does not say which."""

    @property
    def one(self) -> Document | None:
        """Return the document, where it is one."""
        return self.documents[0] if len(self.documents) == 1 else None


def meant(query: Query, catalog: Catalog, find: Find) -> Meant | None:
    """Return the documents that a broad question means, None where it names one that is not there."""
    broad = query.broad
    assert broad is not None
    within = _within(query, broad, catalog) or _bearing_its_day(query, broad, catalog)
    if not within:
        return None
    several = len(within) > 1
    if broad.points and several and (source := _source_before(query, within, catalog, find)):
        return Meant((source,), "This is taken to be the source of the answer before.")
    if _is_named(broad) and (several or not broad.points):
        found = _named(query, broad, within, catalog) or _named_by_its_day(query, broad, catalog)
        return found or (Meant(tuple(within), unclear=True) if broad.what in _PAPER else None)
    return Meant(tuple(within), unclear=broad.points and not query.speaker and several)


def _within(query: Query, broad: Broad, catalog: Catalog) -> list[Document]:
    """Return the documents that the filters allow: of the asked speaker, and the newest where that is meant."""
    within = [each for each in catalog.documents() if fits(query, each.id, each.published)]
    if query.speaker:
        within = _of_speaker(query, within, catalog)
    elif broad.end and is_kind(broad.what) and not broad.speech:
        within = of_kind(broad.what, within, catalog) or within
    dated = sorted((each for each in within if each.published), key=lambda each: (str(each.published), each.id))
    if not broad.end or broad.named or not dated:
        return within
    return [dated[-1] if broad.end == "newest" else dated[0]]


def _bearing_its_day(query: Query, broad: Broad, catalog: Catalog) -> list[Document]:
    """Return the documents that bear an asked day in their name, where none is published on one."""
    if not broad.named or not (query.since or query.until):
        return []
    undated = _within(replace(query, since=None, until=None, periods=()), broad, catalog)
    year = query.since == f"{(query.since or '')[:4]}-01-01" and query.until == f"{query.since[:4]}-12-31"
    days = ((each, day) for each in undated for day in days_in_head(each, catalog) if year or len(day) > len("2031"))
    return list({each.id: each for each, day in days if in_days(query, day)}.values())


def _is_named(broad: Broad) -> bool:
    return bool(broad.named or (broad.what and broad.points))


def _named_by_its_day(query: Query, broad: Broad, catalog: Catalog) -> Meant | None:
    """Return the documents that have the name and bear an asked day in it, where none that is published on one has."""
    bearing = _bearing_its_day(query, broad, catalog)
    return _named(query, broad, bearing, catalog) if bearing else None


def _named(query: Query, broad: Broad, within: Sequence[Document], catalog: Catalog) -> Meant | None:
    """Return the documents that have the name or are of the kind; where "the minutes" may be several, each is named.

    Of many none is meant: "the meeting" among them is an event that documents tell of.
    """
    named = named_documents(broad.named, broad.what, within, catalog) or _of_its_days(query, broad, within, catalog)
    called = broad.named or broad.what
    if not named and query.speaker:
        return Meant(tuple(within), f"No title names {called}, so it is not known which words were said there.")
    if not named or (broad.points and len(named) > FEW):
        return None
    if len(named) == 1:
        return Meant(tuple(named))
    number = counted(len(named), "document")
    if broad.points or is_kind(broad.what):
        return Meant(tuple(named), f"It may be one of {number}: {listed_titles(named)}.")
    return Meant(tuple(named), f"{number} have {called} in their title or first lines.")


_NAMES = expression(r"(?<![\w’'])[^\W\d_a-zа-яіїєў][\w-]+")


def _of_its_days(query: Query, broad: Broad, within: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the one document of the asked days with all names of a name: its other words may be the asker's own."""
    names = set(content_words(" ".join(_NAMES.findall(broad.named))))
    dated = [each for each in within if each.published] if query.since or query.until else []
    found = [each for each in dated if names and names <= words_of(each, catalog)]
    return found if len(found) == 1 else []


def _of_speaker(query: Query, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents with words of the asked speaker: those of the days asked about, else all of theirs."""
    theirs = {each for speaker in query.speakers for each in catalog.documents_of(speaker)}
    spoken = [each for each in documents if each.id in theirs]
    if query.broad and query.broad.speech:
        spoken = [each for each in spoken if each.speaker in query.speakers] or spoken
    return [each for each in spoken if in_days(query, each.published)] or spoken


def _source_before(query: Query, documents: Sequence[Document], catalog: Catalog, find: Find) -> Document | None:
    """Return the first source of the answer to the question before, where it is one of the documents."""
    before = query.before
    if before is None:
        return None
    if before.broad:
        earlier = meant(before, catalog, find)
        found = earlier.one.id if earlier and earlier.one else None
    else:
        evidence = find(before)[1].evidence
        found = evidence[0].document_id if evidence else None
    return next((each for each in documents if each.id == found), None)
