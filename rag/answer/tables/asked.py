"""A question and a table -> what it asks of the table's rows, two things of two questions in one."""

from __future__ import annotations

import re
from dataclasses import replace

from index.text.expressions import expression
from index.text.stems import stem
from rag.answer.tables import wording
from rag.answer.tables.forms import form_of
from rag.answer.tables.kinds import Asked
from rag.answer.tables.read import Read, read_of
from rag.answer.tables.table import Table

_SECOND = expression(r",? and (?=(?:in |on |at |for |by )?(?:what|which|how|when|who|where)\b)", re.I)


def asked_of(question: str, table: Table, document_words: frozenset[str]) -> tuple[Asked, ...]:
    """Return what a question asks of a table, two things of two questions in one; nothing where it asks for others."""
    if wording.WHY.search(question) or wording.NOT.search(question):
        return ()
    if (cut := _SECOND.search(question)) and (both := _asked_twice(question, cut, table, document_words)):
        return both
    whole = _asked_once(question, table, document_words)
    return (whole[1],) if whole else ()


def asks_twice(question: str) -> bool:
    """Return whether a question is two, of which the second may go on with the first: "…, and which was the first?"."""
    return _SECOND.search(question) is not None


def compares(question: str) -> bool:
    """Return whether a question sets two cells beside each other, which its parts would tell one by one."""
    return wording.CHANGE.search(question) is not None or wording.MORE.search(question) is not None


def _asked_twice(question: str, cut: re.Match[str], table: Table, document_words: frozenset[str]) -> tuple[Asked, ...]:
    """Return what two questions in one ask of a table, nothing where it does not tell both."""
    first = _asked_once(question[: cut.start()], table, document_words)
    second = _asked_once(question[cut.end() :], table, document_words, _found(*first)) if first else None
    return (first[1], replace(second[1], known=first[1].known)) if first and second else ()


def _found(read: Read, asked: Asked) -> Read:
    """Return a first question with the one row that answers it, of which "… and what is its rent?" asks more."""
    if asked.what not in ("most", "least", "row") or len(asked.rows) != 1:
        return read
    return replace(read, found=asked.rows, by=read.by or asked.named)


def _asked_once(
    question: str, table: Table, document_words: frozenset[str], before: Read | None = None
) -> tuple[Read, Asked] | None:
    read = read_of(question, table, document_words, before)
    if read is None or not read.rows:
        return None
    asked = form_of(read)
    return (read, asked) if asked else None


def words_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words, those of its names of files apart: "ferry_report-2031"."""
    return frozenset(stem(each) for each in re.split(r"[\W_]+", text) if each)


_YEAR = expression(r"(?:1[5-9]|20)\d\d")
_SENTENCE_END = expression(r"(?<=[.!?]) +")
CAPTION_WORDS = 12
"""A line of no more words right above a table is its title."""


def document_words(named: str, published: str | None, before: str) -> frozenset[str]:
    """Return the words that tell what a table is of: of its document's name, its day, and the lines that head it.

    Prose before a table tells of other things and years: "Some complained", "fewer than in 2030". Its years are those
    of the name, else of the lines that head it, else of the document's day.
    """
    told = [words_of(each) for each in (named, " ".join(_captions(before)), published or "")]
    years = next((found for each in told if (found := frozenset(filter(_YEAR.fullmatch, each)))), frozenset[str]())
    return frozenset(each for words in told for each in words if not _YEAR.fullmatch(each)) | years


def _captions(before: str) -> list[str]:
    """Return the headings in a text before a table, and what stands right above it, if that is short or ends in ":"."""
    lines = [each for each in before.splitlines() if each.strip()]
    above = lines[-1].strip() if lines else ""
    if above.endswith(":"):
        above = _SENTENCE_END.split(above)[-1]
    headings = [each for each in lines if each.startswith("#")]
    is_title = above.endswith(":") or (not above.endswith(".") and len(above.split()) <= CAPTION_WORDS)
    return [*headings, above] if is_title else headings
