"""Sentences that a document takes back: "Correction: we reported earlier that 52 were hurt. It is 48."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.text.expressions import expression
from index.text.sentences import Span, paragraphs, sentences
from index.text.stems import content_words

_TOLD = r"(?:reported|said|wrote|written|stated|misstated|given|gave|put|told|posted|published|had|misreported)"
_BEFORE = r"(?:earlier|previously|wrongly|mistakenly|incorrectly|erroneously|initially|originally|first)"
_TAKES_BACK = expression(
    rf"\b(?:we|this (?:\w+ )?(?:blog|page|paper|post|report|article|entry))\b[^.;]{{0,20}}?"
    rf"(?:\b{_BEFORE}\b[^.;]{{0,20}}?\b{_TOLD}|\b{_TOLD}\b[^.;\d]{{0,20}}?\b{_BEFORE})\b"
    rf"|\b(?:an?|our|the) (?:earlier|previous|original|first) (?:version|post|report|entry|story)\b[^.;]{{0,60}}?"
    rf"\b{_TOLD}\b",
    re.IGNORECASE,
)
_OWNS_UP = expression(
    r"\b(?:correct(?:ion|ed|ing)?|clarification|mistakes?|mistaken|sorry|apologi[sz]e|apolog(?:y|ies)|regret|wrong(?:ly)?"
    r"|incorrect(?:ly)?|erroneous(?:ly)?|in fact|now (?:says?|puts?|gives?)|should have|errors?|misstated)\b",
    re.IGNORECASE,
)
_SETS_RIGHT = expression(r";|\b(?:not|instead of|rather than)\b|,? (?:but|in fact|actually) ", re.IGNORECASE)
_FIGURE = expression(r"\d[\d.,:]*\d|\d")
_CLOCK = expression(r"^\W*\d{1,2}[.:h]\d\d\b")
_SAME = 0.5
"""A sentence with a figure that was taken back is the same claim from this share of its words."""


@lru_cache(maxsize=64)
def withdrawn(text: str) -> frozenset[Span]:
    """Return the sentences of a document that it takes back: those that say so, and the claims as they first stood."""
    found = list(_taken_back(text)) if _TAKES_BACK.search(text) else []
    claims = [(_claim(text, span), right) for span, right in found]
    first = (
        span
        for start, end in (paragraphs(text) if found else ())
        for span in sentences(text, start, end)
        if any(_is_claim(text[slice(*span)], claim, right) for claim, right in claims)
    )
    return frozenset({*(span for span, _ in found), *first})


def _taken_back(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the sentences that say what was reported wrongly, each with what its paragraph puts right below it."""
    for start, end in paragraphs(text):
        if not _TAKES_BACK.search(text, start, end) or not _OWNS_UP.search(text, start, end):
            continue
        for span in sentences(text, start, end):
            cue = _TAKES_BACK.search(text, *span)
            right = text[span[1] : end]
            # "The bridge has 12 spans, not 14 as we reported earlier." says itself what is right.
            held = cue and _is_right(_CLOCK.sub("", text[span[0] : cue.start()]))
            if cue and right.strip() and not held and not _SETS_RIGHT.search(text, cue.end(), span[1]):
                yield span, right


def _is_right(before: str) -> bool:
    """Return whether what stands before the words that take something back says what is right."""
    return _SETS_RIGHT.search(before) is not None or _FIGURE.search(before) is not None


def _is_claim(said: str, claim: str, right: str) -> bool:
    """Return whether a sentence says what was taken back, with the figure that no longer holds."""
    taken = {*_FIGURE.findall(claim)} - {*_FIGURE.findall(right)}
    own = {*content_words(said)}
    if not taken & {*_FIGURE.findall(said)} or not own or _TAKES_BACK.search(said):
        return False
    shared = own & {*content_words(claim)}
    return len(shared) >= _SAME * min(len(own), len({*content_words(claim)}))


def put_right(text: str, span: Span) -> str:
    """Return what a sentence puts right, without its figures, right behind words that are taken back."""
    for start, end in withdrawn(text):
        if end <= span[0] and not text[end : span[0]].strip() and "\n" not in text[end : span[0]]:
            return " ".join(_FIGURE.sub("", _claim(text, (start, end))).split())
    return ""


def _claim(text: str, span: Span) -> str:
    """Return what a sentence takes back, without the words that do so."""
    cue = _TAKES_BACK.search(text, *span)
    return text[cue.end() if cue else span[0] : span[1]].strip(" :,.")
