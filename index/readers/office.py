"""Word, OpenDocument, rich text and slides: paragraphs in order, tables row by row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from errors import DocumentError
from index.readers.parsed import Parsed, normalised, paragraphs_text, told_by

_BROKEN = "is broken or of another kind; open it in its program and save it again."


def read_docx(content: bytes) -> list[Parsed]:
    """Return the one document of a Word file."""
    import docx

    try:
        document = docx.Document(io.BytesIO(content))
        paragraphs = list(_blocks(document))
        properties = document.core_properties
        told = _told(properties.title, properties.author)
    except Exception as error:  # The library lets errors of zip, XML and its own through as they come.
        raise DocumentError(_BROKEN) from error
    return [Parsed(paragraphs_text(paragraphs), told)]


def _blocks(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            yield from _table(block)
        else:
            yield block.text


def _table(table: Any) -> Iterator[str]:
    for row in table.rows:
        # A merged cell is handed out once for each column it covers.
        cells = {id(cell._tc): cell for cell in row.cells}
        yield " | ".join(text for cell in cells.values() if (text := " ".join(cell.text.split())))


def read_odt(content: bytes) -> list[Parsed]:
    """Return the one document of an OpenDocument text."""
    import odfdo

    try:
        document = odfdo.Document(io.BytesIO(content))
        found = document.body.xpath("//text:h|//text:p")
        paragraphs = [str(each.text_recursive) for each in found if hasattr(each, "text_recursive")]
        told = _told(document.meta.title, document.meta.creator)
    except Exception as error:  # As above.
        raise DocumentError(_BROKEN) from error
    return [Parsed(paragraphs_text(paragraphs), told)]


def read_rtf(content: bytes) -> list[Parsed]:
    """Return the one document of a rich text file."""
    from striprtf.striprtf import rtf_to_text

    if not content.lstrip().startswith(b"{\\rtf"):
        raise DocumentError(_BROKEN)
    try:
        text = str(rtf_to_text(content.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # As above.
        raise DocumentError(_BROKEN) from error
    return [Parsed(paragraphs_text(normalised(text).split("\n")))]


def read_pptx(content: bytes) -> list[Parsed]:
    """Return the one document of a file of slides; a slide is a page, its notes stand after it."""
    import pptx

    try:
        presentation = pptx.Presentation(io.BytesIO(content))
        slides = [paragraphs_text(list(_slide(slide))) for slide in presentation.slides]
        told = _told(presentation.core_properties.title, presentation.core_properties.author)
    except Exception as error:  # As above.
        raise DocumentError(_BROKEN) from error
    text, starts = "", []
    for slide in slides:
        starts.append(len(text))
        text += slide + "\n\n" if slide else ""
    return [Parsed(text.rstrip(), told, pages=tuple(starts))]


def _slide(slide: Any) -> Iterator[str]:
    yield from _shapes(slide.shapes)
    if slide.has_notes_slide:
        yield slide.notes_slide.notes_text_frame.text


def _shapes(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        elif shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield " | ".join(" ".join(cell.text.split()) for cell in row.cells if cell.text.strip())


def _told(title: str | None, author: str | None) -> dict[str, tuple[str, str]]:
    return told_by("the file's properties", {"title": title, "author": author})
