"""What tests of the PDF reader share: columns of words, and pages as they are read."""

from __future__ import annotations

from index.readers.parsed import Parsed
from index.readers.pdf import pdf as reader
from tests.index.readers.pdf.pdf_files import Words, lines, pdf

LEFT = (
    "The ferry to Ostrava Bay will sail again in spring. Minister Ana Brell told the council that the pier is safe, "
    "and that the money for the new boat has been found. Nobody in the room had expected it so soon."
)
RIGHT = (
    "The fishermen see it otherwise. Their speaker Tom Harrow asked who would pay for the nets that the boat tears. "
    "He has written to the harbour board twice and has had no answer since the winter."
)


QUOTATION = ("“The gates of the lower", "sluice will be opened in May,” said Mayor Ilse Quarn.")
BODY = [
    "The council of Eskmouth met on Tuesday and spoke about the water for",
    "three hours, with the farmers of the lower valley in the gallery.",
]


def read(pages: list[list[Words]], **more: object) -> Parsed:
    (parsed,) = reader.read(pdf(pages, **more))  # type: ignore[arg-type]
    return parsed


def paragraphs(pages: list[list[Words]], **more: object) -> list[str]:
    return read(pages, **more).text.strip().split("\n\n")


def by_rows(*columns: list[Words]) -> list[Words]:
    """Return the words of columns as a program draws that fills the page from the top."""
    return sorted((word for column in columns for word in column), key=lambda each: (each.y, each.x))


def over_pages(
    head: str, foot: str, count: int = 3, end: str = QUOTATION[0], start: str = QUOTATION[1]
) -> list[list[Words]]:
    """Return pages with a head and a foot, where `%d` is the page's number; a sentence runs over the first break."""
    pages = []
    for number in range(1, count + 1):
        body = [start if number == 2 else "Then the clerk read the list of those who had asked to speak.", *BODY * 8]
        if number == 1:
            body.append("It was late when the last word was heard, and a long one it was. " + end)
        pages.append(
            [
                Words(60, 40, head.replace("%d", str(number)), 9),
                *lines(60, 100, body, leading=14),
                Words(250, 800, foot.replace("%d", str(number)), 9),
            ]
        )
    return pages
