"""Somebody's words -> the same with the sentence that goes on with them: "We are for it. But we want training."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.records import Document, Statement, owner_of
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.transcripts.label_names import INTERVIEWER
from rag.check.speeches import speech_of
from rag.rank.evidence import as_evidence, overlapping
from rag.rank.replies import LONGEST_LABEL, reply_to
from rag.records import Documents, Evidence

GAP = 60
"""So many characters may stand between two quotations of one speech: a cue such as "she told the council"."""
GROWN_WORDS = 70
"""Words that go on have together with those before them at most so many words."""
FEW, LITTLE_WORDS = 3, 30
"""Of so few pieces each that has less than so many words is shown with what follows."""
ENOUGH_WORDS, ENOUGH_FOR_NUMBER = 65, 40
"""So many words a piece has at most then; where a number is asked for, less tells it."""
OPENS = 5
"""So many characters stand between a sentence and the quotation behind it: a quotation mark, a new paragraph."""
MARKED = '“”«»„"'
OWN_WORDS, SURE = 2, 0.8
"""So many quotations of somebody follow a report of what he said, whose they are with at least this confidence."""
_GOES_ON = expression(
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


_THOSE = expression(r"[\W_]{0,6}(?:those|these|this|that|such)\b(?! (?:is|was) (?:why|because|how)\b)", re.IGNORECASE)


def with_what_it_points_at(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence, a first piece that opens with "those" or "this" with the sentence before that names them."""
    first = evidence[0] if evidence else None
    document = documents.document(first.document_id) if first else None
    if first is None or document is None or not _THOSE.match(document.text, first.start, first.end):
        return tuple(evidence)
    statements = documents.statements(document.id)
    owner = owner_of((first.start, first.end), statements)
    start = owner.start if owner else document.text.rfind("\n\n", 0, first.start) + 1
    before = [each for each in sentences(document.text, start, first.start) if each[1] <= first.start][-1:]
    if not before or owner_of(before[0], statements) != owner or (owner and owner.kind == "reported"):
        return tuple(evidence)
    if _words(document, before[0][0], first.end) > GROWN_WORDS:
        return tuple(evidence)
    return (replace(first, start=before[0][0]), *evidence[1:])


def with_replies(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return a fact's evidence, what an interviewer says with the beginning of the reply behind it: that answers."""
    shown: list[Evidence] = []
    for each in evidence:
        shown.append(each)
        reply = _reply(each, documents) if _is_interviewer(each.speaker) else None
        if reply and not any(overlapping(reply, one) for one in evidence):
            shown.append(reply)
    return tuple(shown)


def _is_interviewer(speaker: str | None) -> bool:
    return speaker is not None and speaker.lower() == INTERVIEWER


def _reply(asked: Evidence, documents: Documents) -> Evidence | None:
    """Return the first sentences of the turn behind an interviewer's, whoever speaks there."""
    document = documents.document(asked.document_id)
    if document is None:
        return None
    behind = reply_to(document.text, (asked.start, asked.end), documents.statements(document.id))
    if behind is None or _is_interviewer(behind.speaker) or behind.start - asked.end > LONGEST_LABEL + OPENS:
        return None
    end = behind.start
    for span in sentences(document.text, behind.start, behind.end):
        if end > behind.start and _words(document, behind.start, span[1]) > ENOUGH_FOR_NUMBER:
            break
        end = span[1]
    return as_evidence(document, (behind.start, end), behind, score=asked.score, coverage=asked.coverage)


def with_own_words(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence, the first report of what somebody said with his own words where they stand right behind it.

    "Ms Tell said that it came to light by an audit. “He told them that the books were lost,” she said."
    """
    first = evidence[0] if evidence else None
    document = documents.document(first.document_id) if first else None
    if first is None or document is None or first.statement in ("direct", "turn"):
        return tuple(evidence)
    known = [(each.start, each.end) for each in evidence[1:] if each.document_id == document.id]
    behind = [
        as_evidence(document, (each.start, each.end), each, score=first.score, coverage=first.coverage)
        for each in _own_words(first, document, documents.statements(document.id))
        if not any(start < each.end and each.start < end for start, end in known)
    ]
    return (first, *behind, *evidence[1:])


def with_more_of_little(
    evidence: Sequence[Evidence], documents: Documents, *, enough: int = ENOUGH_WORDS
) -> tuple[Evidence, ...]:
    """Return the evidence, each of few short pieces with what follows it in its speech, quotation or paragraph.

    "From the first we have had a settled policy." is half an answer without the sentence that says which.
    """
    if len(evidence) > FEW:
        return tuple(evidence)
    grown = [_with_more(each, evidence, documents, enough) for each in evidence]
    return (*grown, *_following(grown[0], documents, enough)) if len(grown) == 1 else tuple(grown)


def _with_more(evidence: Evidence, shown: Sequence[Evidence], documents: Documents, enough: int) -> Evidence:
    document = documents.document(evidence.document_id)
    if document is None or _words(document, evidence.start, evidence.end) >= LITTLE_WORDS:
        return evidence
    text, end = document.text, evidence.end
    next_shown = min(
        (each.start for each in shown if each.document_id == document.id and each.start >= end), default=len(text)
    )
    stop = min(next_shown, _stop(document, evidence, documents.statements(document.id)))
    for span in sentences(text, end, stop):
        # Another's words within somebody's, or a new paragraph, are no more of it.
        if "\n\n" in text[end : span[0]] or any(mark in text[end : span[1]] for mark in MARKED):
            break
        if _words(document, evidence.start, span[1]) > enough:
            break
        end = span[1]
    return replace(evidence, end=end)


def _stop(document: Document, evidence: Evidence, statements: Sequence[Statement]) -> int:
    """Return where the words end that evidence is of: a quotation's, a speech's, or those of a paragraph of nobody."""
    owner = owner_of((evidence.start, evidence.end), statements)
    if owner is None and evidence.speaker is None:
        stop = document.text.find("\n\n", evidence.end)
        return stop if stop >= 0 else len(document.text)
    if owner is None or owner.kind == "reported":
        return evidence.end
    return speech_of(owner, statements, document.text)[1] if owner.kind == "turn" else owner.end


def _following(last: Evidence, documents: Documents, enough: int) -> list[Evidence]:
    """Return the next quotation of the same speaker where it stands right behind words of his and both are short."""
    document = documents.document(last.document_id)
    if document is None or last.speaker is None:
        return []
    behind = next((each for each in documents.statements(document.id) if each.start >= last.end), None)
    if behind is None or (behind.speaker, behind.kind) != (last.speaker, "direct") or behind.confidence < SURE:
        return []
    between = document.text[last.end : behind.start]
    near = len(between) <= OPENS or len(between) <= GAP and "\n" not in between
    words = _words(document, last.start, last.end) + _words(document, behind.start, behind.end)
    if not near or words > enough:
        return []
    return [as_evidence(document, (behind.start, behind.end), behind, score=last.score, coverage=last.coverage)]


def _words(document: Document, start: int, end: int) -> int:
    return len(document.text[start:end].split())


def _own_words(report: Evidence, document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """Return the quotations right behind a report that names who speaks in them."""
    shown, end, gap, words = document.text[report.start : report.end], report.end, OPENS, 0
    found: list[Statement] = []
    # A quotation with its cue is no report: “It is a fraud,” Corrie said. “I love it,” another Corrie said.
    if any(mark in shown for mark in MARKED):
        return found
    for each in (one for one in statements if one.start >= report.end and one.kind == "direct"):
        words += len(document.text[each.start : each.end].split())
        between = document.text[end : each.start]
        near = len(between) <= gap and (not found or "\n" not in between)
        theirs = each.confidence >= SURE and _is_named(each.speaker, shown)
        if not near or not theirs or len(found) == OWN_WORDS or words > GROWN_WORDS:
            break
        found.append(each)
        end, gap = each.end, GAP
    return found


def _is_named(speaker: str | None, shown: str) -> bool:
    """Return whether words name a speaker; where the family name stands first, by that: Ban Ki-moon as "Ban"."""
    words = (speaker or "").split()
    return any(each in shown for each in (*words[:1], *words[-1:]))


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
