"""Readers' questions on a page whose expert answers them: whose each is, by the name in brackets behind it.

A question of a reader who is not named is nobody's: neither the page's interviewer nor the expert asks it.
"""

from __future__ import annotations

import re

from index.records import Document
from index.text.sentences import Span, trimmed

_CAPITAL = r"[^\W\d_a-zа-яёіїєґўłśż]"
_ASKER = re.compile(
    r"[.?!…][”\"’'*_]*\s*[–—-]?\s*[*_]{0,3}\((?:asked by |from )?(?P<who>"
    r"(?i:(?:several|many|two|three|various|some|a|another|most)(?: of our)? (?:readers?|listeners?|viewers?|callers?))"
    rf"|{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*){{0,2}}(?: {_CAPITAL}\.)"
    rf"|{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*\.?){{0,3}}(?=,)"
    rf"|{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*){{1,2}}"
    r")(?:, [^()\n]{2,40})?\)[*_]{0,3}\s*$"
)
LONGEST = 160
"""Characters before a question's end among which the brackets stand."""
_PAGE = re.compile(
    r"\b(?:readers?[’']? (?:[a-z]+ )?questions|your (?:[a-z]+ ){0,2}questions|questions? (?:are )?answered"
    r"|ask (?:the|our|dr|a|an|your|me)\b|you asked|agony (?:aunt|uncle)|problem page|advice column|leserfragen"
    r"|questions (?:from|of|by) (?:our )?(?:readers|listeners|viewers))",
    re.IGNORECASE,
)
_HEAD, _HEAD_LINES = 600, 3
_SENTENCE_ENDS = tuple(".?!…")


def asked_by(text: str, start: int, end: int) -> tuple[str, Span] | None:
    """Return who asks the question of a span, as brackets at its end name them, with the question itself; or None."""
    match = _ASKER.search(text, max(start, end - LONGEST), end)
    span = trimmed(text, start, match.start() + 1) if match and match.end() >= end else None
    if match is None or span is None or "?" not in text[slice(*span)]:
        return None
    return match["who"], span


def is_readers_page(document: Document) -> bool:
    """Return whether readers ask on a page: its title says so, or a heading among its first lines."""
    lines = [line.strip(" *_") for line in document.text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    return any(_PAGE.search(line) and line[-1:] not in _SENTENCE_ENDS for line in (document.title, *lines))
