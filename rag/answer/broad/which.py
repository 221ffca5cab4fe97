"""Which documents a broad question means: by title, by speaker and days, by "this"; or that it does not say which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.records import Document
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.stems import content_words
from rag.find.filters import fits, in_days
from rag.find.terms import Term
from rag.records import Broad, Query, Ranked

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
    within = _within(query, broad, catalog)
    if not within:
        return None
    several = len(within) > 1
    if broad.points and several and (source := _source_before(query, within, catalog, find)):
        return Meant((source,), "This is taken to be the source of the answer before.")
    if broad.named and (several or not broad.points):
        return _named(query, broad, within)
    return Meant(tuple(within), unclear=broad.points and not query.speaker and several)


def _within(query: Query, broad: Broad, catalog: Catalog) -> list[Document]:
    """Return the documents that the filters allow: of the asked speaker, and the newest where that is meant."""
    within = [each for each in catalog.documents() if fits(query, each.id, each.published)]
    if query.speaker:
        within = _of_speaker(query, within, catalog)
    dated = sorted((each for each in within if each.published), key=lambda each: (str(each.published), each.id))
    if not broad.end or broad.named or not dated:
        return within
    return [dated[-1] if broad.end == "newest" else dated[0]]


def _named(query: Query, broad: Broad, within: Sequence[Document]) -> Meant | None:
    """Return the documents that have the name; "the meeting" without one such document is no document."""
    named = titled(broad.named, within)
    if not named and query.speaker:
        return Meant(tuple(within), f"No title names {broad.named}, so it is not known which words were said there.")
    if not named or (broad.points and len(named) > 1):
        return None
    number = counted(len(named), "document")
    return Meant(tuple(named), "" if len(named) == 1 else f"{number} have {broad.named} in their title.")


def _of_speaker(query: Query, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents with words of the asked speaker: those of the days asked about, else all of theirs."""
    theirs = {each for speaker in query.speakers for each in catalog.documents_of(speaker)}
    spoken = [each for each in documents if each.id in theirs]
    if query.broad and query.broad.speech:
        spoken = [each for each in spoken if each.speaker in query.speakers] or spoken
    return [each for each in spoken if in_days(query, each.published)] or spoken


def titled(named: str, documents: Sequence[Document]) -> list[Document]:
    """Return the documents whose title, or else whose file's name, has all the words; one of just these goes alone."""
    words = set(content_words(named)) or {named.lower()}
    file = [each for each in documents if named in (each.id, PurePosixPath(each.id).name)]
    if file:
        return file
    titles = {each.id: content_words(each.title) for each in documents}
    exact = [each for each in documents if set(titles[each.id]) == words]
    inside = [each for each in documents if words <= set(titles[each.id])]
    in_name = [each for each in documents if words <= set(content_words(_words_of_name(each.id)))]
    return exact or inside or in_name


def _words_of_name(document_id: str) -> str:
    return PurePosixPath(document_id).stem.replace("-", " ").replace("_", " ")


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
