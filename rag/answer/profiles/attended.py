"""Minutes -> the lines that say who was present, as people are at a meeting who say nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.sentences import Span
from rag.answer.broad.parts import part_of
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import cited, title_of
from rag.check import cite
from rag.check.cite import Form
from rag.rank.evidence import as_evidence
from rag.records import Query, Segment

_ASKED = expression(
    r"\b(?:(?:take|takes|took|taking|taken) part|attend\w{0,8}|participat\w{1,6}|present)\b|"
    r"^who(?: all)? (?:is|was|were|are) at\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:also|members?|councill?ors?|directors?|trustees?|commissioners?|committee|board|council|staff|others?|those)"
)
_HEAD = expression(
    rf"^[\W\d_]{{0,12}}(?:{_WHO} ){{0,3}}"
    r"(?:present|in attendance|attending|attendance|attendees|participants|attended by)"
    r"(?: (?:were|was|members|in person|online|remotely|at the meeting|on the call))?"
    r"(?P<rest>[ *_]{0,4}(?:[:–—-][^\n]{0,2000})?)$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line above or before the names: "**Present:** Cllr Ana Ruiz, Odran Tell", "## Attendees"."""
_NAMED = expression(
    r"(?<![\w.’'-])[^\W\d_a-z][\w.’'-]{0,40} (?:[a-z]{1,3} ){0,2}[^\W\d_a-z]|@\w|\bmembers? of the (?:public|press)\b"
)
_ITEM = expression(r"^\s*[-*•+]\s{1,4}[^\W\d_a-z][^.:!?\n]{1,60}$")
"""A line of a list with somebody in it, whatever the name: "* Ana ‘Red’ Ruiz"."""
_OTHER = expression(
    r"^(?:#|[\W_]*(?:\d{1,2}\\?[.)]|(?:apologies|absen\w+|regrets|agenda|minutes|date|time|venue|location|subject|purpose|"
    r"quorum|next|call|open|public|item|welcome)\b))",
    re.IGNORECASE,
)
"""What follows the names: a heading, an item of the agenda, who was not there."""
_TELLS = expression(
    r"\b(?:was|were|is|are|has|have|had|said|says|welcomed|declared|gave|opened|called|reported|noted|resolved|proposed|"
    r"seconded|asked|thanked|read|began|started)\b"
)
"""A sentence tells what somebody did."""
LONGEST, READ, MOST = 300, 8_000, 4
"""The characters of a line with names, how far from the beginning these stand, and how many lists are shown."""


def attended(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return who was present at the meeting of one document, in its own lines; None where not asked or not said."""
    found = meant(query, catalog, find) if _ASKED.search(query.standalone) else None
    whole = catalog.document(found.one.id) if found and found.one else None
    spans = list(_lists(whole.text))[:MOST] if whole else []
    if whole is None or not spans:
        return None
    parts = [part_of(whole, as_evidence(whole, each, None, score=1.0, coverage=1.0)) for each in spans]
    citations = cited(parts, catalog)
    segments = [Segment(f"Who was present, in the words of {title_of(whole)}:")]
    for each in citations:
        segments += [Segment("\n\n"), *cite.shown(each)]
    return Form(tuple(segments), tuple(citations))


def _lists(text: str) -> Iterator[Span]:
    """Yield the spans of the lists of who was present, each from its heading on."""
    until = 0
    for head in _HEAD.finditer(text, 0, READ):
        if head.start() < until:
            continue
        end, named = _end_of_list(text, head)
        if named > 1 or _NAMED.search(head["rest"]):
            until = end
            yield head.start() + len(head[0]) - len(head[0].lstrip()), end


def _end_of_list(text: str, head: re.Match[str]) -> tuple[int, int]:
    """Return where the last line with a name ends below a heading, and how many lines have one."""
    end = head.end()
    named = int(bool(_NAMED.search(head["rest"])))
    at = head.end() + 1
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        if line.strip():
            if not (_HEAD.match(line) or _is_entry(line)):
                break
            named += bool(_NAMED.search(line))
            end = stop
        at = stop + 1
    return end, named


def _is_entry(line: str) -> bool:
    """Return whether a line has names and tells nothing."""
    is_of_one = bool(_NAMED.search(line) or _ITEM.match(line))
    return is_of_one and len(line) <= LONGEST and not (_OTHER.match(line) or _TELLS.search(line))
