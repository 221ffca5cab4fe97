"""The cues of .srt and .vtt files: when they are shown and their lines, without the numbers and notes around them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.text.expressions import expression

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING = expression(rf"[ \t]*{_TIME}[ \t]*--?>[ \t]*{_TIME}(?:[ \t][^\n]*)?$")
_NUMBER = expression(r"\s*\d+\s*")
_NOTE = expression(r"^NOTE(?=[ \t\n])(?P<words>[^\n]*\n?(?:[^\n]*\S[^\n]*(?:\n|\Z))*)", re.MULTILINE)


TAG = expression(r"</?(?:[a-zA-Z][^<>\n]*|\d[\d:.]*)>|</>|\{\\[^{}\n]*\}|\{[yYfFcCsSpP]:[^{}\n]*\}")
"""Voices, classes, fonts, karaoke times; the marks of .ass files that were saved as .srt."""


@dataclass(frozen=True)
class Cue:
    """What is shown from one millisecond to another, line by line, with its tags."""

    start: int
    end: int
    lines: tuple[str, ...]


def cues(text: str) -> Iterator[Cue]:
    """Yield the cues of a file in the order in which they stand there."""
    lines = text.lstrip("\ufeff").split("\n")
    vtt = lines[0].startswith("WEBVTT")
    timings = [(number, match) for number, line in enumerate(lines) if (match := _TIMING.match(line))]
    ends = [*[number for number, _ in timings[1:]], len(lines)][: len(timings)]
    for (number, match), end in zip(timings, ends, strict=True):
        # A cue of an .srt file may hold an empty line; in a .vtt file an empty line ends it.
        block = lines[number + 1 : end]
        last = end < len(lines)
        if vtt:
            stop = next((at for at, line in enumerate(block) if not line.strip()), None)
            block = block[:stop] if stop is not None else _without_name(block, last, vtt)
        else:
            block = _without_name(block, last, vtt)
        yield Cue(_milliseconds(match.groups()[:4]), _milliseconds(match.groups()[4:8]), tuple(block))


def notes(text: str) -> Iterator[str]:
    """Yield the words of the notes of a .vtt file, which are not shown."""
    if text.lstrip("\ufeff").startswith("WEBVTT"):
        for match in _NOTE.finditer(text):
            yield " ".join(match["words"].split())


def _without_name(block: list[str], followed: bool, vtt: bool) -> list[str]:
    """Return the lines without the number (in .vtt any name) of the cue that follows."""
    end = len(block)
    while end and not block[end - 1].strip():
        end -= 1
    block = block[:end]
    if followed and block and (_NUMBER.fullmatch(block[-1]) or (vtt and len(block) > 1)):
        block = block[:-1]
    return [line for line in block if line.strip()]


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = parts
    return ((int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)) * 1_000 + int(
        (rest or "0").ljust(3, "0")
    )


def plain(line: str) -> str:
    """Return a line without its tags."""
    bare = TAG.sub("", line)
    for mark in ("\\N", "\\n", "\\h"):
        bare = bare.replace(mark, " ")
    return html.unescape(bare)


def rolled_up(found: list[Cue]) -> list[Cue]:
    """Return the cues without the words that repeat those of the cue before, where the file's captions roll.

    Captions that are written as they are heard show each line twice: at the bottom, then above the next one, or again
    with the words that have come since. Only where a quarter of the cues do so are the repeats no words of their own.
    """
    repeats = [0, *(_repeated(before, cue) for before, cue in zip(found, found[1:], strict=False))]
    if sum(count >= CERTAIN_WORDS for count in repeats) * 4 < max(1, len(found) - 1):
        return found
    return [_without_first(cue, count) for cue, count in zip(found, repeats, strict=True)]


def _repeated(before: Cue, cue: Cue) -> int:
    """Return how many of the first words are those of the last lines of the cue before, which has just gone."""
    if cue.start - before.end > _GAP:
        return 0
    words = " ".join(map(plain, cue.lines)).split()
    for number in range(len(before.lines)):
        last = " ".join(map(plain, before.lines[number:])).split()
        if last and words[: len(last)] == last:
            return len(last)
    return 0


def _without_first(cue: Cue, count: int) -> Cue:
    lines = list(cue.lines)
    while lines and count >= len(words := plain(lines[0]).split()):
        count -= len(words)
        del lines[0]
    if lines and count:
        lines[0] = " ".join(plain(lines[0]).split()[count:])
    return Cue(cue.start, cue.end, tuple(lines))


CERTAIN_WORDS = 3
"""Fewer repeated words may be a speaker's own."""
_GAP = 150
"""Milliseconds between two cues of captions that roll; a speaker's own repetition comes after a breath."""
