"""How people name a document: by what it is ("the minutes"), by words of its title, its file's name, its first lines.

A kind of document is told by what stands at the beginning of one: "PRESS RELEASE, Vesk", "Interview with …".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from index.dates.days import MONTH, MONTH_NUMBER, Written, written
from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.stems import content_words

# What a kind is asked for as, and its signs in a document's title, file's name or first lines.
_KINDS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(signs, re.IGNORECASE | re.MULTILINE))
    for asked, signs in (
        ("minutes", r"minutes\b"),
        ("meeting|session|sitting", r"minutes\b|(?:\w+ ){0,3}(?:meeting|session|sitting)\b[^.\n]{0,25}\d"),
        ("interview|conversation", r"(?:\w+ ){0,2}interview\b|(?:in )?conversation (?:with|between)\b|q ?[:&] ?a?\b"),
        (
            r"(?:press|news|media) (?:release|statement|notice)|communiqu[ée]",
            r"(?:press|news|media) (?:release|statement|notice)\b|communiqu[ée]\b|for immediate release\b",
        ),
        ("(?:open )?letter(?: to the editor)?", r"(?:\w+ )?letter\b|to the editors?\b|dear (?:sir|editor|madam|mr|ms)"),
        ("fact[- ]?check", r"(?:\w+ )?fact[- ]?check|the claim:|claim:"),
        ("e-?mail|mail", r"from: .*@|subject: |e-?mail\b"),
        ("live ?blog|live page|ticker", r"live\b|ticker\b"),
        (
            "speech|address|remarks|lecture|talk|sermon",
            r"(?:\w+ ){0,3}(?:speech|address|remarks|lecture|sermon|rede|ansprache|przemówienie|речь|выступление|"
            r"discours)\b|(?:keynote|opening) \w+\b",
        ),
    )
)
_GENERAL = re.compile(
    r"(?:document|text|article|file|story|paper|piece|page|post|news item|record|report|statement)$", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:company|firm|group|corporation|business|operator|maker|organi[sz]ation|agency|authority)(?:['’]s|s['’])",
    re.IGNORECASE,
)
"""Whose document is meant is called so, by a word that no title need have: "the ferry company's release"."""
_MAIL = frozenset({".eml", ".msg", ".mbox"})
_LINE_START = r"^[\W_]*"


_IN_A_MONTH = re.compile(rf"(?<![\w-])(?P<month>{MONTH})(?![\w-])", re.IGNORECASE)
"""A month alone in a document's name: "the March newsletter"."""


def is_kind(word: str) -> bool:
    """Return whether a word for a document says what kind it is: "minutes" does, "article" and "text" do not."""
    return bool(word) and not _GENERAL.match(word)


def of_kind(kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents that are of a kind, as their title, their file's name or a first line of theirs begins."""
    beginnings = catalog.beginnings()
    return [each for each in documents if _is_of_kind(kind, each, beginnings)]


def _is_of_kind(kind: str, document: Document, beginnings: Mapping[str, str], begins: str = _LINE_START) -> bool:
    known = next((pair for pair in _KINDS if pair[0].fullmatch(kind)), None)
    signs = known[1].pattern if known else rf"(?:\w+ ){{0,3}}{re.escape(kind)}\b"
    if known and known[0].fullmatch("mail") and PurePosixPath(document.id.split("#")[0]).suffix.lower() in _MAIL:
        return True
    head = "\n".join((document.title, _words_of_name(document.id), beginnings.get(document.id, "")))
    return bool(re.search(f"{begins}(?:{signs})", head, re.IGNORECASE | re.MULTILINE))


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
    words = set(content_words(named)) or {named.lower()}
    exact = [each for each in documents if set(content_words(each.title)) == words]
    found = exact or _with_words(words, kind, documents, catalog)
    own = set(content_words(_BODY.sub(" ", named)))
    if not found and own and own != words:
        found = _with_words(own, kind, documents, catalog)
    return found or _with_most_words(words, documents, catalog)


def _of_its_day(named: str, kind: str, documents: Sequence[Document], catalog: Catalog) -> list[Document]:
    """Return the documents of the day or month that stands in a document's name, with the other words of the name."""
    day = _day_in(named)
    if day is None:
        return []
    of_day = [each for each in documents if each.published and _is_of_day(each.published, day)]
    rest = " ".join((named[: day.start] + named[day.end :]).split()).removesuffix(" of")
    found = named_documents(rest, kind, of_day, catalog) if of_day else []
    if found or rest or not is_kind(kind):
        return found
    # Of one day's documents "Town Council minutes" may be the meeting's, though no line begins so.
    return [each for each in of_day if _is_of_kind(kind, each, catalog.beginnings(), begins=r"\b")]


def _day_in(named: str) -> Written | None:
    """Return the first day or month in a name, None without any; a day of two readings tells none."""
    found = [each for each in written(named) if not each.either_way]
    if found:
        return found[0]
    month = _IN_A_MONTH.search(named)
    return Written(*month.span(), year=None, month=MONTH_NUMBER[month["month"].lower()], day=None) if month else None


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
    found = in_title or [each for each in documents if words <= set(content_words(_words_of_name(each.id)))]
    theirs = of_kind(kind, found or documents, catalog) if is_kind(kind) else documents
    if found:
        heads = _headed_as(kind, found)
        return heads or [each for each in found if each in theirs] or found
    return [each for each in theirs if words <= words_of(each, catalog)]


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


def _words_of_name(document_id: str) -> str:
    return PurePosixPath(document_id).stem.replace("-", " ").replace("_", " ")


def words_of(document: Document, catalog: Catalog, beginnings: bool = True) -> set[str]:
    """Return the stems of a document's title, its file's name and, where wanted, its first lines."""
    beginning = catalog.beginnings().get(document.id, "") if beginnings else ""
    return set(content_words(f"{document.title} {_words_of_name(document.id)} {beginning}"))
