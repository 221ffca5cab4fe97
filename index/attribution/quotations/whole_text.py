"""Statements of a whole text -> the same with what only the text as a whole tells: a later name, a headline's echo."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.confidence import is_title
from index.attribution.headings import GOES_ON, is_alone_on_its_line
from index.records import Statement

_LONGEST_HEADLINE = 200
_NAMED_LATER = 0.9
_OPENING = frozenset('“"«„‘')


def named_later(text: str, statements: list[Statement]) -> list[Statement]:
    """Return the statements, an utterance that runs over paragraphs with the speaker who is named at its end."""
    out = list(statements)
    outer = [n for n, each in enumerate(out) if each.kind == "direct" and each.reported_by is None]
    for here, following in zip(reversed(outer[:-1]), reversed(outer[1:]), strict=True):
        gap = text[out[here].end : out[following].start]
        if _runs_on(gap) and out[here].speaker is None and out[following].speaker:
            confidence = _NAMED_LATER * out[following].confidence
            out[here] = replace(out[here], speaker=out[following].speaker, confidence=confidence)
    return out


def _runs_on(gap: str) -> bool:
    """Return whether an utterance runs on over the end of a paragraph: nothing closes it, and a mark opens the next."""
    return "\n" in gap and "”" not in gap and (not gap.strip() or gap.strip() in _OPENING)


def without_headline(text: str, statements: list[Statement]) -> list[Statement]:
    """Return the statements without a headline's quotations that are set for a headline or stand again below it.

    Capitals on every long word are the editor's, so the words are not verbatim; the same words below are the
    speaker's own with their surroundings, and count once. So do those of a heading between paragraphs.
    """
    statements = _without_headings(text, statements)
    headline, _, below = text.partition("\n")
    if not below.strip() or len(headline) > _LONGEST_HEADLINE:
        return statements
    words_below = _words(below)

    def repeated(each: Statement) -> bool:
        words = text[each.start : each.end]
        if each.kind != "direct" or each.end > len(headline):
            return False
        return is_title(words) or _words(words) in words_below

    return [each for each in statements if not repeated(each)]


def _without_headings(text: str, statements: list[Statement]) -> list[Statement]:
    """Return the statements without quotations alone on a line whose words somebody is named as saying elsewhere."""
    said = " | ".join(_words(text[each.start : each.end]) for each in statements if each.speaker)

    def heads(each: Statement) -> bool:
        words = text[each.start : each.end]
        if each.kind != "direct" or each.speaker or each.candidates or words.endswith(GOES_ON):
            return False
        return is_alone_on_its_line(text, each.start - 1, each.end + 1) and f" {_words(words)} " in f" {said} "

    return [each for each in statements if not heads(each)]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
