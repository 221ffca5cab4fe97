"""The table of fonts of a rich text file: a font's number -> its name and the code page of its letters."""

from __future__ import annotations

from dataclasses import dataclass, field

_NONE = -1


@dataclass
class Fonts:
    """The fonts of a file, kept as their entries are read; an entry may be a group, or follow the one before."""

    default: int = 0
    _entries: dict[int, tuple[str, str]] = field(default_factory=dict)
    _number: int = _NONE
    _name: str = ""
    _codec: str = ""

    def begin(self, number: int) -> None:
        """Begin the entry of a font."""
        self.end()
        self._number = number

    def named(self, text: str) -> None:
        """Add to the name of the font whose entry is open."""
        self._name += text

    def encoded(self, codec: str) -> None:
        """Take the code page of the font whose entry is open; an unknown one says nothing."""
        self._codec = codec or self._codec

    def end(self) -> None:
        """Keep the font whose entry ends."""
        if self._number != _NONE:
            self._entries[self._number] = (self._name.partition(";")[0].strip(), self._codec)
        self._number, self._name, self._codec = _NONE, "", ""

    def get(self, number: int) -> tuple[str, str]:
        """Return the name and code page of a font, empty where they are not known."""
        return self._entries.get(number, ("", ""))
