"""A PDF's page as its own picture, with the places of cited words on it: found again over columns, hyphens and pages.

Words are sought on the pages around the one that the document's text gives for them, as reading all of a long file
takes seconds. There they are compared letter by letter, so that line ends, hyphens and blanks do not count.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from errors import DocumentError
from index.readers.pdf import page as pdf_page
from index.readers.pdf import pdf as pdf_reader
from index.readers.pdf.pdf import Place

AROUND = 1
"""So many pages before and after the words are read with them: a running head is known by its return."""
MOST_PAGES = 12
"""Cited words of more pages are boxed on the first of them."""
WIDTHS = (1240, 2000)
"""Pixels across of a picture; a page of A4 has 150 and 240 to an inch."""
MOST_PIXELS = 8_000_000
"""Of one picture, whatever the shape of its page."""
_QUALITY = 82
_LEAST = 16
"""So many letters are found by themselves where something else stands between the parts of the words."""
_MOST_PARTS = 6
_FOUND_SHARE = 0.9
"""Of the letters of words that are found in parts."""


@dataclass(frozen=True)
class Sought:
    """Cited words, the pages of the text that they stand on (from 1), and how many letters stand before them there."""

    words: str
    first: int
    last: int
    letters_before: int
    """From the beginning of the page `AROUND` before the first on."""


@dataclass(frozen=True)
class Picture:
    """A page's picture: its number of how many, the image (JPEG), and on which pages the words stand in which boxes."""

    page: int
    pages: int
    width: int
    height: int
    image: bytes
    places: tuple[Place, ...]


def sought(text: str, pages: Sequence[int], start: int, end: int) -> Sought:
    """Return what is sought of a span of a document's text whose pages start at these offsets."""
    first = max(1, sum(each <= start for each in pages))
    last = max(first, sum(each < end for each in pages))
    begin = pages[max(0, first - 1 - AROUND)] if pages else 0
    return Sought(text[start:end], first, last, len(_letters(text[begin:start])))


_opened: dict[tuple[Any, ...], Any] = {}
"""The file whose page was drawn last, open: the next page is mostly one of the same file."""


def answer(request: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return a page's picture as JSON, for a request with `path`, `stamp` (what changes with the file) and the rest.

    For none nothing is drawn, and all is loaded that drawing needs.

    Raises:
        DocumentError: the file or the page cannot be drawn.
    """
    if request is None:
        import pypdfium2

        pypdfium2.PdfBitmap.new_native(1, 1, 4).to_pil().save(io.BytesIO(), "PNG")
        return {}
    key = (request["path"], *request["stamp"])
    if key not in _opened:
        for pdf in _opened.values():
            pdf.close()
        _opened.clear()
        _opened[key] = open_file(request["path"])
    words = Sought(**request["words"]) if request["words"] else None
    found = picture(_opened[key], request["page"], words, int(request["width"]))
    return {**asdict(found), "image": base64.b64encode(found.image).decode()}


def from_answer(found: Mapping[str, Any]) -> Picture:
    """Return the picture of an answer."""
    places = tuple(
        Place(each["page"], each["width"], each["height"], tuple(tuple(box) for box in each["boxes"]))
        for each in found["places"]
    )
    return Picture(**{**found, "image": base64.b64decode(found["image"]), "places": places})


def open_file(path: str) -> Any:
    """Return PDFium's document of a file.

    Raises:
        DocumentError: it is encrypted or broken.
    """
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise DocumentError("cannot be drawn: it is encrypted, damaged or not there any more.") from None


def picture(pdf: Any, number: int | None, words: Sought | None, width: int) -> Picture:
    """Return a page's picture, of the number (from 1), else of the page on which the words begin, else the first.

    Raises:
        DocumentError: there is no such page, or it cannot be drawn.
    """
    found = places(pdf, words) if words and words.words.strip() else []
    expected = words.first if words else 1
    page = number or (found[0].page if found else min(expected, len(pdf)))
    if not 1 <= page <= len(pdf):
        raise DocumentError(f"has no page {page}.")
    shown = _drawn(pdf, page - 1, width)
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return Picture(
        page=page, pages=len(pdf), width=shown.width, height=shown.height, image=out.getvalue(), places=tuple(found)
    )


def places(pdf: Any, words: Sought) -> list[Place]:
    """Return where cited words stand, nothing where they are not found."""
    first = max(0, min(words.first, len(pdf)) - 1 - AROUND)
    last = min(len(pdf), min(words.last, words.first + MOST_PAGES) + AROUND)
    read = pdf_reader.read_pages(pdf, first, last - first)
    text = "".join(read.text.parts)
    offsets = _letters(text)
    spans = _spans(
        "".join(text[each] for each in offsets),
        "".join(words.words[each] for each in _letters(words.words)),
        words.letters_before,
    )
    found = [(offsets[start], offsets[end - 1] + 1) for start, end in spans]
    if found:
        found[0] = (found[0][0] - _shared(text[: found[0][0]][::-1], _before(words.words)[::-1]), found[0][1])
        found[-1] = (found[-1][0], found[-1][1] + _shared(text[found[-1][1] :], _before(words.words[::-1])[::-1]))
    return pdf_reader.places_in(pdf, read, found)


def _before(words: str) -> str:
    """Return the marks that stand before the first letter."""
    letters = _letters(words)
    return words[: letters[0]] if letters else ""


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _letters(text: str) -> list[int]:
    """Return the offsets of a text's letters and figures."""
    return [offset for offset, each in enumerate(text) if each.isalnum()]


def _spans(text: str, words: str, near: int) -> list[tuple[int, int]]:
    """Return where words stand in a text, both without all but letters: in one span, or in several with gaps between.

    Of several places that nearest to `near` is returned, nothing where too little of the words is there.
    """
    if not words:
        return []
    if (whole := _nearest(text, words, near)) is not None:
        return [(whole, whole + len(words))]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words) and len(found) < _MOST_PARTS:
        begin = found[-1][1] if found else 0
        part = _longest(text[begin:], words[at:], near - begin)
        if part is None:
            at += _LEAST // 2
            continue
        found.append((begin + part[0], begin + part[1]))
        at += part[1] - part[0]
    covered = sum(end - start for start, end in found)
    return found if covered >= _FOUND_SHARE * len(words) else []


def _longest(text: str, words: str, near: int) -> tuple[int, int] | None:
    """Return where the longest beginning of the words stands, None where not even a short one does."""
    low, high = min(_LEAST, len(words)), len(words)
    if words[:low] not in text:
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in text else (low, middle - 1)
    at = _nearest(text, words[:low], near)
    return None if at is None else (at, at + low)


def _nearest(text: str, words: str, near: int) -> int | None:
    """Return the place of the words that is nearest to one, None where they are not there."""
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return min(found, key=lambda each: abs(each - near), default=None)


def _drawn(pdf: Any, number: int, width: int) -> Any:
    """Return a page as an image so many pixels wide, its text upright, less where it would be very high."""
    import pypdfium2

    try:
        page = pdf[number]
        own = pdf_page.view_of(page)
        shown = pdf_page.read_view(page, page.get_textpage())
        wide, high = shown.size
        scale = min(width / max(wide, 1.0), (MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
        turned = (shown.turns - own.turns) % 4
        return page.render(scale=scale, rotation=90 * turned).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ValueError):
        raise DocumentError(f"has a page {number + 1} that cannot be drawn.") from None
