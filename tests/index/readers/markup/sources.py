"""What the sources of these tests say, and what is read of one."""

from __future__ import annotations

from index.readers.markup.reader import read
from index.readers.parsed import Parsed

SAID = "The harbour is not to close this winter."
MORE = "Nor will it next year, I promise."


def only(source: str) -> Parsed:
    (found,) = read(source.encode())
    return found


def told(found: Parsed) -> dict[str, str]:
    return {name: value for name, (value, _) in found.about.items()}
