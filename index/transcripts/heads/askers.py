"""Who asks: readers on a page whose expert answers them, by the name in brackets behind each question, and reporters.

A question of a reader who is not named is nobody's: neither the page's interviewer nor the expert asks it. A reporter
stands in brackets behind the label, mostly with a paper: "Q (Ana Ruiz, The Harrier): …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.dates.beside_days import PAPERS
from index.names.titles import BODIES, INSTITUTION, name_case
from index.records import Document
from index.text.expressions import expression
from index.text.sentences import Span, trimmed
from index.text.word_lists import given_names

_CAPITAL = r"[^\W\d_a-zа-яёіїєґўłśż]"
_ASKER = expression(
    r"[.?!…][”\"’'*_]*\s*[–—-]?\s*[*_]{0,3}\((?:asked by |from )?(?P<who>"
    r"(?i:(?:several|many|two|three|various|some|a|another|most)(?: of our)? (?:readers?|listeners?|viewers?|callers?))"
    rf"|{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*){{0,2}}(?: {_CAPITAL}\.)"
    rf"|{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*\.?){{0,3}}(?=,)"
    rf"|{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*){{1,2}}"
    r")(?:, [^()\n]{2,40})?\)[*_]{0,3}\s*$"
)
LONGEST = 160
"""Characters before a question's end among which the brackets stand."""
_PAGE = expression(
    r"\b(?:readers?[’']? (?:[a-z]+ )?questions|your (?:[a-z]+ ){0,2}questions|questions? (?:are )?answered"
    r"|ask (?:the|our|dr|a|an|your|me)\b|you asked|agony (?:aunt|uncle)|problem page|advice column|leserfragen"
    r"|questions (?:from|of|by) (?:our )?(?:readers|listeners|viewers))",
    re.IGNORECASE,
)
_REPORTER = expression(
    rf"{_CAPITAL}[\w.’'-]*(?: (?:(?:de|da|van|von|der|den|la|di|al|bin) ){{0,2}}{_CAPITAL}[\w’'-]+){{1,2}}"
)
_OUTLET = expression(
    rf"\b(?:{PAPERS}|radio|tv|television|telev\w+|broadcast\w*|agen\w+|press|wires?|network|channel|media|public|today"
    r"|freelance|correspondent|reporter|service|(?-i:[A-Z]{2,6}))\b",
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


def reporters(brackets: Iterable[str]) -> dict[str, str]:
    """Return which of the brackets behind labels of questions name a reporter, each with the name.

    A name stands beside a paper, begins with a given name or is one of those in other brackets; "(Halm Radio)" is none.
    """
    parts = {each: [_cased(part) for part in re.split(r", | of | / ", each.strip("()[] "))] for each in brackets}
    named = {part for each in parts.values() for part in each if _is_reporter(part, each)}
    found = {each: [part for part in inside if part in named] for each, inside in parts.items()}
    return {each: names[0] for each, names in found.items() if len(names) == 1}


def _cased(part: str) -> str:
    return name_case(part.strip()) if part.isupper() and " " in part.strip() else part.strip()


def _is_reporter(part: str, beside: list[str]) -> bool:
    if not _REPORTER.fullmatch(part) or _is_outlet(part):
        return False
    given = part.split()[0].lower()
    return given in given_names() and given != "al" or len(beside) == 2 and any(map(_is_outlet, beside))


def _is_outlet(part: str) -> bool:
    return any(shape.search(part) for shape in (_OUTLET, BODIES, INSTITUTION))


def is_readers_page(document: Document) -> bool:
    """Return whether readers ask on a page: its title says so, or a heading among its first lines."""
    lines = [line.strip(" *_") for line in document.text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    return any(_PAGE.search(line) and line[-1:] not in _SENTENCE_ENDS for line in (document.title, *lines))
