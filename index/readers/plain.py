"""Text and Markdown, with front matter where there is any: the text keeps every character."""

from __future__ import annotations

from index.dating import front_matter
from index.readers.parsed import Parsed, decoded, normalised


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the file."""
    found, encoding, omitted = decoded(content)
    text = normalised(found)
    told = front_matter(text)
    if encoding != "utf-8":
        told["encoding"] = (encoding, "detected")
    return [Parsed(text, told, omitted=omitted)]
