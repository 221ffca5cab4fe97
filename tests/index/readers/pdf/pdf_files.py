"""Writes small PDFs: texts at places of pages, in Helvetica, with what a test needs beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, HIGH = 595.0, 842.0
_WIDTHS = {
    **dict.fromkeys("ijl'", 222),
    **dict.fromkeys("ft I!,.:;/", 278),
    **dict.fromkeys("r()-", 333),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("wCDHNRU", 722),
    **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("GOQ", 778),
    "W": 944,
}


@dataclass(frozen=True)
class Words:
    """Words at a place: x from the left and y from the top, in points; `mode` 3 draws nothing."""

    x: float
    y: float
    text: str
    size: float = 10.0
    font: str = "F1"
    mode: int = 0
    rise: float = 0.0
    spacing: float = 0.0
    turn: bool = False


def width(text: str, size: float = 10.0) -> float:
    """Return how wide Helvetica draws a text."""
    return sum(_WIDTHS.get(each, 556) for each in text) * size / 1000


def lines(x: float, y: float, texts: Sequence[str], size: float = 10.0, leading: float = 12.0) -> list[Words]:
    """Return texts below each other."""
    return [Words(x, y + number * leading, text, size) for number, text in enumerate(texts)]


def filled(text: str, measure: float, size: float = 10.0) -> list[str]:
    """Return a text in lines that are at most so wide."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= measure:
            found[-1] = longer
        else:
            found.append(word)
    return found


def drawn(words: Words) -> str:
    """Return the operators that draw the words."""
    text = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    x, y = words.x, HIGH - words.y
    matrix = f"0 1 -1 0 {x} {y} Tm" if words.turn else f"1 0 0 1 {x} {y} Tm"
    state = f"{words.mode} Tr {words.rise} Ts {words.spacing} Tc"
    return f"BT /{words.font} {words.size} Tf {state} {matrix} ({text}) Tj ET\n"


@dataclass(frozen=True)
class Extra:
    """An annotation of the first page, or a field: its dictionary without place and page."""

    entries: str
    box: tuple[float, float, float, float] = (60, 600, 400, 640)
    """Left, bottom, right, top as PDF counts them."""


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    extras: Sequence[Extra] = (),
    title: str | None = None,
    author: str | None = None,
    page: str = "",
) -> bytes:
    """Return a PDF of pages of words; `page` adds to each page's dictionary."""
    objects = [
        b"",
        b"",
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        f"<< /Title ({title or ''}) /Author ({author or ''}) >>".encode("latin-1"),
    ]
    kids = []
    notes = range(len(objects) + 1, len(objects) + 1 + len(extras))
    for extra in extras:
        objects.append(f"<< /Type /Annot /Rect [{' '.join(map(str, extra.box))}] {extra.entries} >>".encode("latin-1"))
    references = " ".join(f"{number} 0 R" for number in notes)
    for number, words in enumerate(pages):
        stream = "".join(drawn(each) for each in words).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        annotated = f"/Annots [{references}]" if extras and not number else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {HIGH}] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> {annotated} {page} >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    form = (
        f"/AcroForm << /Fields [{references}] /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 3 0 R >> >> >>" if extras else ""
    )
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {form} >>".encode()
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _file(objects: Sequence[bytes]) -> bytes:
    out, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
