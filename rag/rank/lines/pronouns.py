"""Whom the "he" or "she" of a sentence means that names nobody: by who speaks in it, else by who was named last above.

A question about one person is not answered by a sentence about another: "He then said …" below another's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from index.dates.days import MONTH, WEEKDAY
from index.names.names import is_name, name_key, same_person
from index.names.titles import name_words
from index.records import Statement
from rag.records import Documents, Evidence, Query
from rag.understand.supposed.premise import premise_of

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][\w’'-]*[^\W\d_]{2}")
_DAY = re.compile(rf"{MONTH}|{WEEKDAY}", re.IGNORECASE)
_ASKED = re.compile(
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
    subject = _subject(query.standalone, find)
    return tuple(each for each in evidence if not (subject and _is_anothers(each, subject, documents)))


def _subject(question: str, find: Callable[[str], Sequence[str]]) -> str | None:
    """Return the person who does what a question asks after: named, or a known speaker in small letters."""
    premise = premise_of(question)
    if premise and (is_name(premise.subject) or find(premise.subject)):
        return premise.subject
    match = _ASKED.match(question)
    words = match["rest"].split() if match else []
    called = next((each for each in (words[:2], words[:1]) if each and find(" ".join(each))), None)
    return " ".join(called) if called else None


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
    surname = name_key(name_words(first.speaker)[-1])
    above = document.text[max(0, evidence.start - _ABOVE) : evidence.start]
    last = _named_last(above, surname, _others(evidence.document_id, first.speaker, documents))
    return first.speaker if last and name_key(last) == surname else None


def _is_anothers(evidence: Evidence, subject: str, documents: Documents) -> bool:
    document = documents.document(evidence.document_id)
    words = document.text[evidence.start : evidence.end] if document else ""
    pronoun = None if evidence.speaker else _PRONOUN.search(words)
    if document is None or pronoun is None or _names(words[: pronoun.start()]):
        return False
    surname = name_key(name_words(subject)[-1])
    if surname in set(map(name_key, re.findall(r"[\w’'-]+", words))):
        return False
    told = next(iter(_told_within(evidence, documents)), None)
    telling = [*([told.speaker] if told and told.speaker else ()), *(told.candidates if told else ())]
    if telling:
        return not any(same_person(each, subject) for each in telling)
    above = document.text[max(0, evidence.start - _ABOVE) : evidence.start]
    last = _named_last(above, surname, _others(evidence.document_id, subject, documents))
    return last is not None and name_key(last) != surname


def _others(document_id: str, subject: str, documents: Documents) -> set[str]:
    """Return the surnames of those who speak in a document besides the person asked about."""
    named = {each.speaker for each in documents.statements(document_id) if each.speaker and is_name(each.speaker)}
    return {name_words(each)[-1] for each in named if not same_person(each, subject)}


def _named_last(text: str, surname: str, others: Collection[str]) -> str | None:
    """Return the last name in a text that is the surname of the key or one of the others."""
    named = re.findall(r"[^\W\d_a-z][\w’'-]+", text)
    return next((each for each in reversed(named) if each in others or name_key(each) == surname), None)


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
