"""Questions that a document asks itself (a quiz, an interviewer, a headline), which answer no question."""

from __future__ import annotations

import re
from dataclasses import replace

from index.records import day_of
from index.text.expressions import expression
from index.text.sentences import sentences
from index.text.stems import content_words
from rag.rank.evidence import joined
from rag.rank.line_context import asks
from rag.rank.replies import REPLYING, reply_to
from rag.records import Documents, Evidence, Query, Ranked

_ENDS = expression(r"\?[\s\"”’'»)\]*_]*$")
_BOLD = expression(r"^[ >#]*(\*\*|__)(?P<words>[^\n]+?)\1[ \t]*$", re.MULTILINE)
"""A line in bold. Where such lines ask, all are an interviewer's: "**What is next? There is talk of a shop.**"."""
_TEASER = expression(r"^[^\w“\"]*[^.?!\n]{3,90}\?: ?[A-Z]")
"""A link to another article: "Ferry late or cancelled?:What you need to know"."""
_ITEM = expression(
    r"(?:[A-Z][\w.’' ]{1,40}:)?[\W\d]{0,12}"
    r"(?:(?:how|what|when|where|who|why|which|whether)\b[^.!?\n]*;(?: and| or)?)?\s*",
    re.IGNORECASE,
)
"""One of several questions below each other, or its number: "2. how many of these are paid; and"."""
_MOSTLY = 0.6
"""Of a speaker's question so much asks what the user asks, where it is left out: rhetoric of his own is a statement."""


def without_questions(query: Query, ranked: Ranked, documents: Documents) -> Ranked:
    """Return the evidence without what is nothing but a question; an asked speaker's own questions stay.

    Where anybody's words are asked for, the reply to a question that one turn puts to the next takes its place.
    """
    kept: list[Evidence] = []
    for each in ranked.evidence:
        reply = _reply(each, documents) if _asks_anybody(query) else None
        if reply or not _only_asks(query, each, documents):
            kept.append(reply or each)
    return ranked if kept == list(ranked.evidence) else replace(ranked, evidence=joined(kept, documents))


def _only_asks(query: Query, evidence: Evidence, documents: Documents) -> bool:
    document = documents.document(evidence.document_id)
    if document is None:
        return False
    text = document.text
    if not query.speaker and evidence.speaker is None and _is_interviewers(text, evidence.start):
        return True
    if evidence.speaker is None and _TEASER.search(text[evidence.start : evidence.end]):
        return True
    if not _are_questions(text, evidence):
        return False
    if query.kind != "statements" or evidence.speaker is None:
        return not query.speaker or evidence.speaker is None
    asked = set(content_words(query.standalone))
    theirs = set(content_words(text[evidence.start : evidence.end]))
    return bool(theirs) and len(asked & theirs) >= _MOSTLY * len(theirs) and not query.speaker


_FOR_QUESTIONS = expression(r"\b(?:ask(?:s|ed|ing)?|questions?)\b", re.IGNORECASE)


def _asks_anybody(query: Query) -> bool:
    return query.kind == "statements" and not query.speaker and not _FOR_QUESTIONS.search(query.standalone)


def _reply(evidence: Evidence, documents: Documents) -> Evidence | None:
    """Return the beginning of the turn that replies to a question, None where evidence is none or nobody replies."""
    document = documents.document(evidence.document_id)
    if document is None or evidence.statement != "turn" or not _are_questions(document.text, evidence):
        return None
    asked = (evidence.start, evidence.end)
    reply = reply_to(document.text, asked, documents.statements(evidence.document_id))
    first = sentences(document.text, reply.start, reply.end)[:REPLYING] if reply else []
    if reply is None or not first or asks(document.text, first[-1]):
        return None
    return replace(
        evidence,
        start=first[0][0],
        end=first[-1][1],
        speaker=reply.speaker,
        reported_by=reply.reported_by,
        said_on=day_of(reply, document),
        confidence=reply.confidence,
        candidates=reply.candidates,
        replies_to=asked,
        also=(),
        reading=None,
    )


def _are_questions(text: str, evidence: Evidence) -> bool:
    """Return whether all sentences of evidence ask, with a question mark or as items of a list of questions."""
    shown = text[evidence.start : evidence.end]
    if not (_ENDS.search(shown) or (shown.rstrip(" andor").endswith(";") and _ITEM.search(shown))):
        return False
    said = [text[slice(*each)] for each in sentences(text, evidence.start, evidence.end)]
    return all(_ENDS.search(each) or _ITEM.fullmatch(each) for each in said)


def _is_interviewers(text: str, start: int) -> bool:
    """Return whether words begin in a line in bold of a document whose lines in bold ask."""
    lines = list(_BOLD.finditer(text))
    return any(each.start() <= start < each.end() for each in lines) and any("?" in each["words"] for each in lines)
