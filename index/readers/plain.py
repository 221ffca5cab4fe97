"""Text and Markdown, with front matter where there is any: the text keeps every character but the numbers of lines."""

from __future__ import annotations

from index.dates.metadata import front_matter
from index.readers.line_numbers import without_line_numbers
from index.readers.parsed import Parsed, decoded, normalised


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the file."""
    found, encoding, omitted = decoded(content)
    bare = without_line_numbers(normalised(found))
    about = front_matter(bare.text)
    if encoding != "utf-8":
        about["encoding"] = (encoding, "detected")
    return [Parsed(bare.text, about, omitted=(*bare.omitted, *omitted))]
