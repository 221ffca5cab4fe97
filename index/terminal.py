"""Words of documents on a terminal: what would steer it, or turn the order of its letters, is shown as an escape."""

from __future__ import annotations

import json
import re
import sys
from typing import IO

# Controls but tab and line feed, half characters, and the marks that change the direction in which text is drawn.
_STEERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What no name of one line holds: a line break in it could make a line of its own in what a command prints."""


def one_line(text: str) -> str:
    """Return a name, title or id in one line, a blank for each run of line breaks, controls and blanks."""
    return " ".join(CONTROLS.sub(" ", text).split())


def harmless(text: str) -> str:
    """Return the text with each control character, bidirectional mark and half character as an escape."""
    return _STEERS.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def json_line(value: object) -> str:
    """Return the value as JSON on one line that steers no terminal either; read back, it is the same value."""
    encoded = json.dumps(value, ensure_ascii=False)
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


def say(text: object, to: IO[str] | None = None) -> None:
    """Print what may contain words of a document or the name of a file, on standard output unless told otherwise."""
    print(harmless(str(text)), file=to or sys.stdout)
