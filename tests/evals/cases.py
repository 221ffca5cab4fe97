"""Invented questions and answers that the metrics are worked out on by hand."""

from __future__ import annotations

from typing import Any

from evals.gold import Gold, GoldEvidence, Span
from evals.measures.case import Case

# Ten characters a word with its blank, so that offsets can be counted: "aaaaaaaaa bbbbbbbbb …".
WORDS = " ".join(letter * 9 for letter in "abcdefghij")
TEXTS = {"one": WORDS, "two": WORDS.upper(), "talk": "Tell said: “The harbour cost forty million crowns.” Quill left."}


def gold(*spans: tuple[str, Span], **fields: Any) -> Gold:
    """Return a gold question whose evidence are spans of documents."""
    evidence = tuple(GoldEvidence(doc, (span,)) for doc, span in spans)
    relevant = {each.doc_id: 1 for each in evidence}
    return Gold(**{"qid": "q", "question": "What?", "evidence": evidence, "relevant": relevant, **fields})


def cited(doc: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
    """Return a citation with the document's words."""
    citation = {"n": 1, "doc": doc, "title": "A title", "start": start, "end": end, "text": TEXTS[doc][start:end]}
    return {**citation, "speaker": None, "said_on": None, "check": "verified", **fields}


def passage(doc: str, start: int, end: int) -> dict[str, Any]:
    """Return a ranked passage."""
    return {"doc": doc, "start": start, "end": end, "score": 0.5}


def case(question: Gold, **answer: Any) -> Case:
    """Return the question with an answer that says nothing but what is given."""
    said = {"status": "answered", "answer": "", "citations": [], "passages": [], "nearest": []}
    return Case(question, {**said, **answer}, TEXTS.get)
