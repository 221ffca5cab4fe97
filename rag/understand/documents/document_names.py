"""How people name a document: by its kind ("the minutes"), by words of its title, its file's name, its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from index.dates.days import MONTH, MONTH_NUMBER, Written, written
from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.expressions import expression
from index.text.stems import content_words
from rag.understand.documents.described import addressed_so, described, may_be_by
from rag.understand.documents.kinds import is_kind, is_of_kind, of_kind, words_of, words_of_name

_BODY = expression(
    r"\b(?:company|firm|group|corporation|business|operator|maker|organi[sz]ation|agency|authority)(?:['’]s|s['’])",
    re.IGNORECASE,
)
"""Whose document is meant is called so, by a word that no title need have: "the ferry company's release"."""
_IN_A_MONTH = expression(rf"(?<![\w-])(?P<month>{MONTH})(?![\w-])", re.IGNORECASE)
"""A month alone in a document's name: "the March newsletter"."""


def minutes_of(body: str, catalog: Catalog) -> bool:
    """Return whether there are minutes of a body's meeting, by the words of its name."""
    found = named_documents(body, "minutes", catalog.documents(), catalog)
    return bool(found) and found == of_kind("minutes", found, catalog)


def named_documents(named: str, kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that words name: as a file, as a title, in a title, a file's name or the first lines.

    One with just these words goes alone. Of those with the words in their title those of the kind go first; where they
    stand in the first lines, the kind must fit. A word that tells no kind ("article") is none.
    """
    if not named:
        return of_kind(kind, documents, catalog) if is_kind(kind) else []
    if dated := _of_its_day(named, kind, documents, catalog):
        return dated
    file = [each for each in documents if named in (each.id, PurePosixPath(each.id).name)]
    if file:
        return file
    return _by_words(named, kind, documents, catalog)


def _by_words(named: str, kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents with the words of a name, all of them or nearly so."""
    words = set(content_words(named)) or {named.lower()}
    exact = [each for each in documents if set(content_words(each.title)) == words]
    found = exact or addressed_so(named, kind, documents) or _with_words(words, kind, documents, catalog)
    own = set(content_words(_BODY.sub(" ", named)))
    if not found and own and own != words:
        found = _with_words(own, kind, documents, catalog)
    found = found or _with_most_words(words, documents, catalog) or described(named, kind, documents, catalog)
    return [each for each in found if may_be_by(named, kind, each, catalog)]


def _of_its_day(named: str, kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents of the day or month that stands in a document's name, with the other words of the name."""
    day = _day_in(named)
    if day is None:
        return []
    of_day = _of_day(day, documents, catalog)
    rest = " ".join((named[: day.start] + named[day.end :]).split()).removesuffix(" of")
    found = named_documents(rest, kind, of_day, catalog) if of_day else []
    if found or rest or not is_kind(kind):
        return found
    # Of one day's documents "Town Council minutes" may be the meeting's, though no line begins so.
    return [each for each in of_day if is_of_kind(kind, each, catalog.beginnings(), begins=r"\b")]


def _day_in(named: str) -> Written | None:
    """Return the first day or month in a name, None without any; a day of two readings tells none."""
    found = [each for each in written(named) if not each.either_way]
    if found:
        return found[0]
    month = _IN_A_MONTH.search(named)
    return Written(*month.span(), year=None, month=MONTH_NUMBER[month["month"].lower()], day=None) if month else None


def _of_day(day: Written, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that were published on a day, else those that bear it with its year."""
    found = [each for each in documents if each.published and _is_of_day(each.published, day)]
    if found or not day.year:
        return found
    return [each for each in documents if any(_is_of_day(told, day) for told in days_in_head(each, catalog))]


def days_in_head(document: Document, catalog: Catalog) -> list[str]:
    """Return the days and months with a year that stand in a document's title, its file's name and first lines.

    A year alone is one in the title or the file's name: "commencement-2004.txt".
    """
    heads = (document.title, document.id.replace("_", " "), catalog.beginnings().get(document.id, ""))
    told = [each for head in heads for each in written(head) if each.year and not each.either_way]
    days = [f"{each.year:04}-{each.month:02}" + (f"-{each.day:02}" if each.day else "") for each in told]
    return [*days, *_YEAR.findall(f"{document.title} {document.id}")]


_YEAR = expression(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def _is_of_day(published: str, asked: Written) -> bool:
    year, month, day = (int(each) for each in f"{published}-0-0".split("-")[:3])
    return month == asked.month and asked.day in (None, day) and asked.year in (None, year)


MOST_OF = 4
"""Of so many words one may be the asker's own: "the New York fast food pay story" of a title that says "wage"."""


def _with_most_words(words: set[str], documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the one document whose title, file's name and first lines have all of many words but one, or none."""
    if len(words) < MOST_OF:
        return []
    found = [each for each in documents if len(words - words_of(each, catalog)) <= 1]
    return found if len(found) == 1 else []


def _with_words(words: set[str], kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    in_title = [each for each in documents if words <= set(content_words(each.title))]
    found = in_title or [each for each in documents if words <= set(content_words(words_of_name(each.id)))]
    if found:
        return _headed_as(kind, found) or _of_the_kind(kind, found, catalog) or found
    theirs = of_kind(kind, documents, catalog) if is_kind(kind) else documents
    return [each for each in theirs if words <= words_of(each, catalog)]


def _of_the_kind(kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that are of a kind, else those that are called so anywhere at their head."""
    return of_kind(kind, documents, catalog) or _called_so(kind, documents, catalog) if is_kind(kind) else []


def _called_so(kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that have a kind's name anywhere in their title, their file's name or first lines."""
    return [each for each in documents if kind and is_of_kind(kind, each, catalog.beginnings(), begins=r"\b")]


def _headed_as(kind: str, documents: Sequence[Document]) -> list[Document]:
    """Return the documents whose titles begin as what they are: "Response to the Orlev report" is no report."""
    head = re.compile(rf"\W*(?:\w+ ){{0,2}}{re.escape(kind)}\b", re.IGNORECASE)
    return [each for each in documents if kind and head.match(each.title)]


def telling_of(event: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that tell of an event that is in the title of one: in their title or their first lines.

    One word must be a name, and stand in the title: many titles have "war" or "budget".
    """
    words = set(content_words(event))
    if not words or country(event) or not (len(words) > 1 or re.search(r"\b[^\W\d_a-zа-яіїєў]", event)):
        return []
    if not any(words <= words_of(each, catalog, beginnings=False) for each in documents):
        return []
    return [each for each in documents if words <= words_of(each, catalog, beginnings=len(words) > 1)]
