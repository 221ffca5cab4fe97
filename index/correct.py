"""Correct what was misread: keep the correction and prepare its document again from the stored text, at once.

The correction and the document that it makes are written in one transaction; no file is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from errors import CorrectionError
from index.corrected_values import field_named, remarks, value
from index.missing import missing
from index.read.analysis import analysed
from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.storage.corrections import Correction, as_read, corrected, merged, of_statement, read_name, standing
from index.storage.store import Store
from index.sync import embedded, prepared, write
from index.text.expressions import expression
from index.text.sentences import Span

_AT = expression(r"(?P<document>.+)@(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.DOTALL)
_NO_TEXT = expression(r"[\x00\ud800-\udfff]")
"""No database holds these, so nothing is called so."""


@dataclass(frozen=True)
class Target:
    """What is corrected: a document, or with a span the statement at it."""

    document_id: str
    span: Span | None = None


def target(named: str, catalog: Catalog) -> Target:
    """Return what DOCUMENT or DOCUMENT@START-END names; it need not be there.

    Raises:
        CorrectionError: it is no name at all.
    """
    if not named or _NO_TEXT.search(named):
        raise CorrectionError("A correction names no document; run: python -m index --list")
    match = _AT.fullmatch(named)
    if match and catalog.document(named) is None:
        return Target(match["document"], (int(match["start"]), int(match["end"])))
    return Target(named)


def change(
    store: Store, named: str, given: Mapping[str, str], taken: Sequence[str], passage_tokens: int
) -> dict[str, Any]:
    """Set fields of a document or statement and take the corrections of others back; return what was named.

    Beside it `remarks` has what a person should know of how their values were taken.

    Raises:
        CorrectionError: there is no such document, statement, field or correction, or a value cannot be kept, or the
            file says the same of all; then nothing was changed.
    """
    with store.writing:
        catalog = store.catalog
        place = target(named, catalog)
        document = catalog.document(place.document_id)
        corrections = catalog.corrections(place.document_id)
        if document is None and (given or not corrections):
            raise CorrectionError(missing(place.document_id, catalog, store.folder))
        gone = _gone(place, document, catalog, corrections, taken)
        new, notes = [], []
        if document:
            for name, text in given.items():
                given_now = _new(place, document, catalog, field_named(name, of_statement=place.span is not None), text)
                earlier = _given_before(place, given_now.field, document, catalog, corrections)
                # The same statement may have been another of those with its words when it was corrected before.
                gone += earlier
                same = _same(place, document, catalog, given_now)
                new += [] if same else [given_now]
                notes += [
                    *remarks(given_now.field, text, given_now.value),
                    *([_note_of_same(given_now.field, bool(earlier))] if same else []),
                ]
        if given and not new and not gone:
            raise CorrectionError(" ".join(notes))
        apply(store, place.document_id, merged([each for each in corrections if each not in gone], new), passage_tokens)
        store.settle()
    return {"document": place.document_id, "span": place.span, "remarks": notes}


def _note_of_same(field: str, corrected: bool) -> str:
    after = "your correction was taken back" if corrected else "nothing was stored"
    return f"The file has the same {field}; {after}."


def _new(place: Target, document: Document, catalog: Catalog, field: str, text: str) -> Correction:
    if place.span is None:
        return Correction(document.id, field, value(field, text))
    # Where there is no statement, its value does not matter.
    of_statement(document, catalog.statements(document.id), place.span, field, None)
    return of_statement(document, catalog.statements(document.id), place.span, field, value(field, text))


def _same(place: Target, document: Document, catalog: Catalog, new: Correction) -> bool:
    """Return whether a file says what it is corrected to; that nobody is known for sure is less than that nobody is."""
    read = dict(document.read)
    if place.span is None:
        plain = as_read(document)
        # That it has no speaker takes a speech from whom its head names, though the file has none in so many words.
        speech = new == Correction(document.id, "speaker", None) and _becomes(plain, [new]) != _becomes(plain, [])
        return bool(getattr(plain, new.field) == new.value) and not speech
    name = read_name(place.span, new.field)
    if name in read:
        return new.value is not None and read[name] == new.value
    said = next(each for each in catalog.statements(document.id) if (each.start, each.end) == place.span)
    return bool(getattr(said, new.field) == new.value) and not said.candidates


def _becomes(said: Document, corrections: Sequence[Correction]) -> Sequence[Statement]:
    return analysed(corrected(said, corrections)).statements


def _gone(
    place: Target, document: Document | None, catalog: Catalog, corrections: Sequence[Correction], taken: Sequence[str]
) -> list[Correction]:
    """Return the corrections that are taken back; one of a statement is found where it stands now, or stood last."""
    gone: list[Correction] = []
    for field in dict.fromkeys(field_named(each, of_statement=place.span is not None) for each in taken):
        found = _given_before(place, field, document, catalog, corrections)
        if not found:
            raise CorrectionError(
                f"The {field} of {_name(place)} was not corrected; run: python -m index --corrections"
            )
        gone += found
    return gone


def _given_before(
    place: Target, field: str, document: Document | None, catalog: Catalog, corrections: Sequence[Correction]
) -> list[Correction]:
    mine = [each for each in corrections if each.field == field and bool(each.words) == (place.span is not None)]
    return _at(place.span, document, catalog, mine) if place.span else mine


def _at(span: Span, document: Document | None, catalog: Catalog, corrections: Sequence[Correction]) -> list[Correction]:
    statements = catalog.statements(document.id) if document else []
    now = standing(document.text if document else "", statements, corrections)
    return [each for each, at in now.items() if at == span] or [
        each for each, at in now.items() if at is None and (each.start, each.end) == span
    ]


def _name(place: Target) -> str:
    return place.document_id if place.span is None else f"{place.document_id}@{place.span[0]}-{place.span[1]}"


def apply(store: Store, document_id: str, corrections: Sequence[Correction], passage_tokens: int) -> None:
    """Keep the corrections of a document and, where it is there, write it again with them."""
    document = store.catalog.document(document_id)
    if document is None:
        store.catalog.writer.correct(document_id, corrections)
        return
    (file,) = store.catalog.files_of([document_id])
    ready = prepared(as_read(document), file, corrections, passage_tokens)
    write(ready, store, embedded([ready], store), corrections)
