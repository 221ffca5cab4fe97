"""PDF: the text of each page in order, so that a citation can name its page."""

from __future__ import annotations

import re
from typing import Any

from errors import DocumentError
from index.readers.parsed import Parsed, normalised, told_by

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
UNREADABLE_SHARE = 0.05
"""A page with more control characters is set in a font that does not say which letters it draws."""
_SCANNED = "it is probably scanned or in an unreadable font: make its text searchable (OCR) and index it again."


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the file.

    Raises:
        DocumentError: it is encrypted, broken, or none of its pages holds text.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is encrypted; save it without a password." if locked else "is no readable PDF; save it again."
        raise DocumentError(reason) from None
    try:
        pages = [_page(pdf, number) for number in range(len(pdf))]
        told = _told(pdf)
    finally:
        pdf.close()
    if not any(text.strip() for text, _ in pages):
        raise DocumentError(f"holds no text on its {len(pages)} pages; {_SCANNED}")
    empty = [number for number, (text, pictures) in enumerate(pages, start=1) if pictures and not text.strip()]
    problems = (f"no readable text on {_named(empty)}; {_SCANNED}",) if empty else ()
    text, starts = "", []
    for page, _ in pages:
        starts.append(len(text))
        text += page.rstrip() + "\n\n"
    return [Parsed(text.rstrip() + "\n", told, pages=tuple(starts), problems=problems)]


def _page(pdf: Any, number: int) -> tuple[str, bool]:
    """Return a page's text, and whether there is something on it that is no readable text."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = pdf[number]
        text = page.get_textpage().get_text_bounded()
        pictures = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    except pypdfium2.PdfiumError:
        return "", True
    # PDFium writes U+0002 for the hyphen at a line's end ("so-called") and joins the lines; whether it only parts a
    # word cannot be told, so the hyphen stays.
    words = normalised(text).replace("\x02", "-")
    if len(_CONTROL.findall(words)) > UNREADABLE_SHARE * len(words):
        return "", True
    return _CONTROL.sub("", words), pictures


def _told(pdf: Any) -> dict[str, tuple[str, str]]:
    """Return title and author as the properties have them; the day of making is not the day of publishing."""
    values = pdf.get_metadata_dict()
    return told_by("the PDF's properties", {"title": values.get("Title"), "author": values.get("Author")})


def _named(numbers: list[int]) -> str:
    return ("page " if len(numbers) == 1 else "pages ") + ", ".join(map(str, numbers))
