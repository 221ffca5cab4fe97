"""reStructuredText: the words as a page shows them, and what the fields at its top tell."""

from __future__ import annotations

from index.readers.front_matter import without_front_matter
from index.readers.line_numbers import without_line_numbers
from index.readers.parsed import Parsed, decoded, normalised
from index.readers.web.raw_html import without_controls


def read(content: bytes) -> list[Parsed]:
    """Return the one document of a text.

    Raises:
        DocumentError: its parts stand too deep within each other.
    """
    from index.readers.restructured.parsing import tree
    from index.readers.restructured.top import about
    from index.readers.restructured.writing import Writer

    found, encoding, omitted = decoded(content)
    bare = without_line_numbers(normalised(found))
    front = without_front_matter(bare.text)
    document = tree(without_controls(front.text))
    writer = Writer(document)
    text = normalised(writer.text())
    told = {**about(document), **front.about}
    if encoding != "utf-8":
        told["encoding"] = (encoding, "detected")
    left_out = tuple((what, count) for what, count in writer.omitted.items() if count)
    return [Parsed(f"{text}\n", told, omitted=(*bare.omitted, *front.omitted, *left_out, *omitted))]
