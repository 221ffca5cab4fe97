"""Correct what was misread: keep the correction and prepare its document again from the stored text, at once.

The correction and the document that it makes are written in one transaction; no file is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from errors import CorrectionError
from index.catalog import Catalog
from index.corrections import FIELDS, Correction, as_read, merged, of_statement, standing, value
from index.records import Document
from index.sentences import Span
from index.store import Store
from index.sync import embedded, prepared, write

_AT = re.compile(r"(?P<document>.+)@(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.DOTALL)
_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
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

    Raises:
        CorrectionError: there is no such document, statement, field or correction, or a value cannot be kept; then
            nothing was changed.
    """
    with store.writing:
        catalog = store.catalog
        place = target(named, catalog)
        document = catalog.document(place.document_id)
        held = catalog.corrections(place.document_id)
        if document is None and (given or not held):
            raise CorrectionError(f"There is no document '{place.document_id}'; run: python -m index --list")
        gone = _gone(place, document, catalog, held, taken)
        new = [_new(place, document, catalog, field, written) for field, written in given.items() if document]
        if new and place.span:
            # The same statement may have been another of those with its words when it was corrected before.
            gone += _at(place.span, document, catalog, held)
        apply(store, place.document_id, merged([each for each in held if each not in gone], new), passage_tokens)
        store.settle()
    return {"document": place.document_id, "span": place.span}


def _new(place: Target, document: Document, catalog: Catalog, field: str, written: str) -> Correction:
    kept = value(field, written)
    if place.span is None:
        return Correction(document.id, field, kept)
    _only_speaker(place, field)
    return of_statement(document, catalog.statements(document.id), place.span, kept)


def _only_speaker(place: Target, field: str) -> None:
    if place.span and field != "speaker":
        raise CorrectionError(f"Of a statement only its speaker can be corrected, not its {field}; name the document.")


def _gone(
    place: Target, document: Document | None, catalog: Catalog, held: Sequence[Correction], taken: Sequence[str]
) -> list[Correction]:
    """Return the corrections that are taken back; one of a statement is found where it stands now, or stood last."""
    gone: list[Correction] = []
    for field in dict.fromkeys(taken):
        if field not in FIELDS:
            value(field, "")
        _only_speaker(place, field)
        if place.span is None:
            found = [each for each in held if each.field == field and not each.words]
        else:
            found = _at(place.span, document, catalog, held)
        if not found:
            raise CorrectionError(
                f"The {field} of {_name(place)} was not corrected; run: python -m index --corrections"
            )
        gone += found
    return gone


def _at(span: Span, document: Document | None, catalog: Catalog, held: Sequence[Correction]) -> list[Correction]:
    statements = catalog.statements(document.id) if document else []
    now = standing(document.text if document else "", statements, held)
    return [each for each, at in now.items() if at == span] or [
        each for each, at in now.items() if at is None and (each.start, each.end) == span
    ]


def _name(place: Target) -> str:
    return place.document_id if place.span is None else f"{place.document_id}@{place.span[0]}-{place.span[1]}"


def apply(store: Store, document_id: str, corrections: Sequence[Correction], passage_tokens: int) -> None:
    """Keep the corrections of a document and, where it is there, write it anew with them."""
    document = store.catalog.document(document_id)
    if document is None:
        store.catalog.correct(document_id, corrections)
        return
    (file,) = store.catalog.files_of([document_id])
    made = prepared(as_read(document), file, corrections, passage_tokens)
    write(made, store, embedded([made], store), corrections)
