"""Text -> the form in which words are compared strictly, with the way back to the exact offsets.

Only what typesetting changes is made equal: white space, quotation marks and apostrophes, hyphens and dashes, ligatures
and full-width letters, soft hyphens and other characters that are not seen, the square brackets of an editor (not the
words in them). A letter, a digit or a comma that differs still differs: approximate comparison accepts every inserted
"not" and every changed number, so it may find words but never accept them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from index.text.sentences import Span

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff[]")
_MARKS = frozenset("'’‘‚‛\"“”„‟«»‹›`´＂＇′″")
_DASHES = frozenset("-‐‑‒–—―−")
_EDGES = " .,;:!?…'\"-"


@dataclass(frozen=True)
class Normal:
    """The compared form of a text: character `n` of `text` stands for the original's `spans[n]`."""

    text: str
    spans: tuple[Span, ...]

    def back(self, start: int, end: int) -> Span:
        """Return the original span of a span of the compared form that is not empty."""
        return self.spans[start][0], self.spans[end - 1][1]


def normal(text: str) -> Normal:
    """Return the compared form of the text; every character of it points at the span it was made of."""
    pieces: list[tuple[str, Span]] = []
    for start, end in _clusters(text):
        for each in _plain(text[start:end]):
            pieces.append((each, (start, end)))
    return _joined(pieces)


def _clusters(text: str) -> list[Span]:
    """Return the spans of letters with the accents that follow them."""
    spans: list[Span] = []
    for at, each in enumerate(text):
        if spans and unicodedata.combining(each):
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans


def _plain(cluster: str) -> str:
    if cluster in _UNSEEN:
        return ""
    if cluster in _MARKS:
        return "'"
    if cluster in _DASHES:
        return "-"
    if cluster.isspace():
        return " "
    return cluster if cluster.isascii() else unicodedata.normalize("NFKC", cluster)


def _joined(pieces: list[tuple[str, Span]]) -> Normal:
    """Return the pieces with each run of spaces, of marks and of dashes as one, and no space beside a dash."""
    kept: list[tuple[str, Span]] = []
    for each, span in pieces:
        last = kept[-1][0] if kept else ""
        if (each in "'- " and each == last) or (each == " " and last in ("-", "")):
            continue
        if each == "-" and last == " ":
            kept.pop()
            if kept and kept[-1][0] == "-":
                continue
        kept.append((each, span))
    while kept and kept[-1][0] == " ":
        kept.pop()
    return Normal("".join(each for each, _ in kept), tuple(span for _, span in kept))


def shifted(form: Normal, offset: int) -> Normal:
    """Return the compared form of a piece of a text with the spans that it has in the whole text."""
    return Normal(form.text, tuple((start + offset, end + offset) for start, end in form.spans)) if offset else form


def bare(text: str) -> str:
    """Return the compared form without the punctuation and marks at its ends, which a quotation may leave out."""
    return normal(text).text.strip(_EDGES)


def occurrences(asked: str, text: Normal, start: int = 0) -> list[Span]:
    """Return the places in the compared form where the asked words stand whole, in order.

    `asked` is compared as `bare` gives it, strictly but for the capital of its first letter.
    """
    wanted = bare(asked)
    if not wanted:
        return []
    first = wanted[0]
    pattern = re.escape(wanted[1:])
    either = "".join(dict.fromkeys((first, first.lower(), first.upper())))
    # A capital that is two letters in the other case ("ß") is compared as it is.
    letter = f"[{re.escape(either)}]" if len(first.lower()) == len(first.upper()) == 1 else re.escape(first)
    left = r"(?<!\w)" if wanted[0].isalnum() else ""
    # "They can" is no part of "they can't".
    right = r"(?!\w|'[tT](?!\w))" if wanted[-1].isalnum() else ""
    return [match.span() for match in re.compile(f"{left}{letter}{pattern}{right}").finditer(text.text, start)]


def places(asked: str, text: str) -> list[Span]:
    """Return the spans of the text, in its own offsets, where the asked words stand whole."""
    form = normal(text)
    return [form.back(*span) for span in occurrences(asked, form)]
