"""Whom the "he" or "she" of a sentence means that names nobody: by who speaks in it, else by who was named last above.

A question about one person is not answered by a sentence about another: "He then said …" below another's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.dates.days import MONTH, WEEKDAY
from index.names.names import is_name, name_key, same_person
from index.names.titles import name_words
from index.records import Statement
from index.text.expressions import expression
from index.text.stems import STOPWORDS
from rag.records import Documents, Evidence, Query
from rag.understand.supposed.premise import premise_of

_PRONOUN = expression(r"\b(?:[Hh]e|[Ss]he)\b")
_NAME = expression(r"(?<=[\w,;:] )[^\W\d_a-z][\w’'-]*[^\W\d_]{2}")
_DAY = expression(rf"{MONTH}|{WEEKDAY}", re.IGNORECASE)
_ASKED = expression(
    r"\W*(?:(?:and|so|but|well) )?(?:(?:why|when|where|how|what) )?"
    r"(?:did|does|do|has|have|had|is|was|were|would|will|could|can) (?P<rest>[^?]+)",
    re.IGNORECASE,
)
_ABOVE = 1_500
"""Characters above a sentence in which whom its pronoun means is looked for."""


def of_the_subject(
    query: Query, evidence: Sequence[Evidence], documents: Documents, find: Callable[[str], Sequence[str]]
) -> tuple[Evidence, ...]:
    """Return the evidence without sentences whose "he" is another than the person whom the question is about.

    `find` returns the names in the store under which somebody speaks.
    """
    people = _people(query.standalone, find)
    return tuple(each for each in evidence if not (people and _is_anothers(each, people, documents)))


def _people(question: str, find: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """Return who does what a question asks after, by all names under which the store knows him: named, or in a post."""
    premise = premise_of(question)
    if premise and (found := find(premise.subject)):
        return (premise.subject, *found)
    if premise and is_name(premise.subject):
        return (premise.subject,)
    match = _ASKED.match(question)
    words = match["rest"].split() if match else []
    named = [" ".join(words[:most]) for most in (2, 1) if words and words[0].lower() not in STOPWORDS]
    called = next((each for each in named if find(each)), None)
    return (called, *find(called)) if called else ()


def meant(evidence: Evidence, documents: Documents) -> str | None:
    """Return who speaks as the "he" or "she" of sentences that name nobody before it, where the document shows it."""
    document = documents.document(evidence.document_id)
    words = document.text[evidence.start : evidence.end] if document and not evidence.speaker else ""
    pronoun = _PRONOUN.search(words)
    if document is None or pronoun is None or _names(words[: pronoun.start()]):
        return None
    told = (each for each in _told_within(evidence, documents) if each.start >= evidence.start + pronoun.end())
    first = next(told, None)
    if first is None or not first.speaker or not is_name(first.speaker):
        return None
    # "He was here. Village always said so" tells nothing of whom "he" means.
    between = words[pronoun.end() : first.start - evidence.start]
    if _names(between) or re.search(r"[.!?]\s", between):
        return None
    # Who was named last above may be meant as well as who speaks in it.
    return first.speaker if _is_last_named(evidence, document.text, (first.speaker,), documents) else None


def _is_anothers(evidence: Evidence, people: Sequence[str], documents: Documents) -> bool:
    document = documents.document(evidence.document_id)
    words = document.text[evidence.start : evidence.end] if document else ""
    pronoun = None if evidence.speaker else _PRONOUN.search(words)
    if document is None or pronoun is None or _names(words[: pronoun.start()]):
        return False
    surnames = {name_key(name_words(each)[-1]) for each in people}
    if surnames & set(map(name_key, re.findall(r"[\w’'-]+", words))):
        return False
    told = next(iter(_told_within(evidence, documents)), None)
    telling = [*([told.speaker] if told and told.speaker else ()), *(told.candidates if told else ())]
    if telling:
        return not any(same_person(each, one) for each in telling for one in people)
    return _is_last_named(evidence, document.text, people, documents) is False


def _is_last_named(evidence: Evidence, text: str, people: Sequence[str], documents: Documents) -> bool | None:
    """Return whether one of some names was named last above, and nobody else who speaks there; None for neither."""
    speakers = {each.speaker for each in documents.statements(evidence.document_id) if each.speaker}
    others = {
        name_words(each)[-1] for each in speakers if is_name(each) and not any(same_person(each, one) for one in people)
    }
    surnames = {name_key(name_words(each)[-1]) for each in people}
    above = re.findall(r"[^\W\d_a-z][\w’'-]+", text[max(0, evidence.start - _ABOVE) : evidence.start])
    last = next((each for each in reversed(above) if each in others or name_key(each) in surnames), None)
    return None if last is None else name_key(last) in surnames


def _names(words: str) -> bool:
    """Return whether words have a name inside a sentence that is no month or day."""
    return any(not _DAY.fullmatch(each[0]) for each in _NAME.finditer(words))


def _told_within(evidence: Evidence, documents: Documents) -> list[Statement]:
    """Return the statements in the document's words that begin in a sentence."""
    return [
        each
        for each in documents.statements(evidence.document_id)
        if evidence.start <= each.start < evidence.end and each.kind == "reported"
    ]
