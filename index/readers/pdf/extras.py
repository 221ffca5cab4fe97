"""What a PDF's page contains beside its drawn text: form fields, notes written on it, remarks of readers."""

from __future__ import annotations

import contextlib
import ctypes
import logging
from typing import Any

from index.readers.parsed import normalised
from index.readers.pdf.page import view_of
from index.readers.pdf.view import Piece, View

_MOST = 2_000
"""Notes and fields of one page."""
_REMARKS = ("TEXT", "HIGHLIGHT", "UNDERLINE", "STRIKEOUT", "SQUIGGLY", "CARET", "INK", "SQUARE", "CIRCLE", "LINE")


def prepare(pdf: Any) -> None:
    """Make the values of a document's form fields known to it, where it has any."""
    import pypdfium2

    # It prints a remark on forms of the XFA kind, whose fields stand in the file in the usual way as well.
    logging.getLogger("pypdfium2").setLevel(logging.ERROR)
    with contextlib.suppress(pypdfium2.PdfiumError):
        pdf.init_forms()


def extras(pdf: Any, page: Any) -> tuple[list[Piece], dict[str, int]]:
    """Return the words of a page's fields and free-text notes with their places, and what is on it besides."""
    import pypdfium2.raw as raw

    view = view_of(page)
    remarks = {getattr(raw, f"FPDF_ANNOT_{name}") for name in _REMARKS}
    found: list[Piece] = []
    unread: dict[str, int] = {}
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == raw.FPDF_ANNOT_FREETEXT:
                text = _value(annotation, b"Contents")
            elif kind == raw.FPDF_ANNOT_WIDGET:
                text = _field(pdf, annotation)
            else:
                text = ""
                if kind in remarks and _value(annotation, b"Contents").strip():
                    unread["comment"] = unread.get("comment", 0) + 1
            if text.strip():
                found.append(_piece(annotation, view, text))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return found, unread


def _field(pdf: Any, annotation: Any) -> str:
    """Return what a field holds: a text, a choice; a box that is ticked holds its name's words."""
    import pypdfium2.raw as raw

    form = pdf.formenv
    if form is None:
        return ""
    kind = raw.FPDFAnnot_GetFormFieldType(form.raw, annotation)
    if kind in (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX):
        return _string(raw.FPDFAnnot_GetFormFieldValue, form.raw, annotation)
    return ""


def _value(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as raw

    return _string(raw.FPDFAnnot_GetStringValue, annotation, key)


def _string(call: Any, *arguments: Any) -> str:
    length = call(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    call(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return normalised(buffer.raw[: length - 2].decode("utf-16-le", "replace"))


def _piece(annotation: Any, view: View, text: str) -> Piece:
    import pypdfium2.raw as raw

    place = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(place))
    left, top, right, bottom = view.box(
        min(place.left, place.right),
        min(place.top, place.bottom),
        max(place.left, place.right),
        max(place.top, place.bottom),
    )
    words = " ".join(text.split())
    return Piece(text=words, left=left, top=top, right=right, bottom=bottom, base=bottom, size=10.0, first=-1, last=-1)
