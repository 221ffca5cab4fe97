"""Subtitles: what is said, without the numbers and times of the file; the times are kept beside the text."""

from __future__ import annotations

import re

from errors import DocumentError
from index.readers.parsed import Parsed, decoded, normalised

_VOICE = re.compile(r"<v(?:\.[^ >]*)? +([^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|\{\\[^}]*\}")
_ENDS = (".", "!", "?", "…", "”", '"')


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the file: cues joined to sentences, a paragraph where a voice or a long pause begins.

    Raises:
        DocumentError: there is no cue in it.
    """
    import pysubs2

    text, _ = decoded(content)
    try:
        found = pysubs2.SSAFile.from_string(_VOICE.sub(r"\1: ", normalised(text)))
    except Exception as error:  # The library raises a plain Exception of its own for every fault.
        raise DocumentError("is no readable subtitle file; save it again as .srt or .vtt.") from error
    said, times, end = "", [], 0
    for event in found.events:
        words = " ".join(_TAG.sub("", event.text.replace("\\N", " ").replace("\\n", " ").replace("\\h", " ")).split())
        if not words:
            continue
        if said:
            voice = re.match(r"[^\W\d_a-z][^:\n]{0,60}: ", words) is not None
            said += "\n\n" if voice or (event.start - end > PAUSE and said.endswith(_ENDS)) else " "
        times.append((len(said), event.start / 1000))
        said += words
        end = event.end
    if not times:
        raise DocumentError("holds no subtitle; save it again as .srt or .vtt.")
    return [Parsed(said + "\n", times=tuple(times))]


PAUSE = 2_000
"""Milliseconds of silence after a finished sentence that begin a new paragraph."""
