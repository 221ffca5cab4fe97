"""The formats that are read, by the suffix of a file: its bytes -> what it says and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable

from index.readers import json_records, mail, plain, subtitles, tables
from index.readers.markup import reader as markup
from index.readers.office import opendocument, rtf, slides, word
from index.readers.parsed import Parsed
from index.readers.pdf import pdf
from index.readers.restructured import reader as restructured
from index.readers.web import book
from index.readers.web import html as web

Reader = Callable[[bytes], list[Parsed]]
READERS: dict[str, Reader] = {
    ".txt": plain.read,
    **dict.fromkeys((".md", ".markdown"), plain.read_markdown),
    ".rst": restructured.read,
    **dict.fromkeys((".html", ".htm"), web.read),
    **dict.fromkeys((".srt", ".vtt"), subtitles.read),
    ".pdf": pdf.read,
    ".docx": word.read,
    ".odt": opendocument.read,
    ".rtf": rtf.read,
    ".pptx": slides.read,
    ".eml": mail.read,
    ".epub": book.read,
    **dict.fromkeys((".csv", ".tsv"), tables.read_csv),
    ".xlsx": tables.read_xlsx,
    ".xml": markup.read,
    ".json": json_records.read,
    ".jsonl": lambda content: [],
}
