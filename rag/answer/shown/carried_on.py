"""Somebody's words -> the same with the sentence that goes on with them: "We are for it. But we want training."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.records import Document, Statement
from index.text.sentences import Span, sentences
from rag.rank.evidence import as_evidence
from rag.records import Documents, Evidence

GAP = 60
"""So many characters may stand between two quotations of one speech: a cue such as "she told the council"."""
GROWN_WORDS = 70
"""Words that go on have together with those before them at most so many words."""
_GOES_ON = re.compile(
    r"[\W_]*(?:but|yet|however|so|that(?:['’]s| is) why|therefore|and|nor|because|instead|"
    r"(?:i|we) (?:must|want|need|demand|will not|won['’]t|insist|only ask))\b",
    re.IGNORECASE,
)


def with_what_goes_on(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence, somebody's last shown words with the next sentence of theirs that goes on with them."""
    at = max((number for number, each in enumerate(evidence) if each.speaker), default=None)
    last = None if at is None else evidence[at]
    document = documents.document(last.document_id) if last else None
    if at is None or last is None or document is None:
        return tuple(evidence)
    statements = documents.statements(document.id)
    if (end := _grown_to(last, document, statements)) > last.end:
        return (*evidence[:at], replace(last, end=end), *evidence[at + 1 :])
    behind = _next_statement(last, document, statements)
    if behind is None or any(each.start < behind.end and behind.start < each.end for each in evidence):
        return tuple(evidence)
    found = as_evidence(document, (behind.start, behind.end), behind, score=last.score, coverage=last.coverage)
    return (*evidence[: at + 1], found, *evidence[at + 1 :])


def _grown_to(last: Evidence, document: Document, statements: Sequence[Statement]) -> int:
    """Return the end of the sentence of the same statement that goes on with the words, else their own end."""
    own = next((each for each in statements if each.start <= last.start and last.end < each.end), None)
    if own is None or own.speaker != last.speaker:
        return last.end
    behind = next((each for each in sentences(document.text, last.end, own.end) if each[1] > last.end), None)
    return behind[1] if behind and _goes_on(document.text, (last.start, last.end), behind) else last.end


def _next_statement(last: Evidence, document: Document, statements: Sequence[Statement]) -> Statement | None:
    """Return the next quotation of the same speaker and paragraph, where it is short and goes on with the words."""
    behind = next((each for each in statements if each.start >= last.end), None)
    if behind is None or behind.speaker != last.speaker or behind.kind != last.statement:
        return None
    between = document.text[last.end : behind.start]
    near = len(between) <= GAP and "\n" not in between
    return behind if near and _goes_on(document.text, (last.start, last.end), (behind.start, behind.end)) else None


def _goes_on(text: str, words: Span, behind: Span) -> bool:
    between = text[words[1] : behind[0]]
    short = len(text[words[0] : words[1]].split()) + len(text[slice(*behind)].split()) <= GROWN_WORDS
    return short and "\n\n" not in between and _GOES_ON.match(text, behind[0]) is not None
