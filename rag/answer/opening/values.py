"""First lines that name words of a citation with who says them: a value, a day, a reason, the speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.names.names import same_person
from index.records import Statement
from index.text.expressions import expression
from index.text.numbers import numbers
from index.text.sentences import Span, sentences
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer.opening.days import day_in_full, with_other_time
from rag.answer.opening.wording import number_word, on_day, says, who_says
from rag.check.cite import LIKELY, hidden_sense
from rag.find.lemmas import standing_for
from rag.phrasing import raised, row
from rag.records import Citation, Documents, Query
from rag.understand.supposed.premise import premise_of

LONGEST_VALUE = 14
"""Words that answer are named in the first line up to so many."""
_ENDS = expression(r"[a-z]{3}\.$")
"""A full stop that is no part of a short form."""
_MARKS = expression(r"[“”„«»\"]")
_SMALL = frozenset("of de van von al bin the and".split())
_REASON = expression(
    r"\b(?:because|since|due to|owing to|as a result of|in order to|so that|so as to|that is why|that['’]s why"
    r"|the reason|therefore|for (?:this|that) reason|thanks to|in response to|in light of|caused by|motivated"
    r"|to (?:avoid|prevent|protect|save|ensure|make sure|(?:be|become) (?:more|less|better)|reduce|improve|compete))\b",
    re.IGNORECASE,
)
_EMPTY_REASON = expression(r"\W*for (?:this|that|these|the same) reasons?\W*", re.IGNORECASE)


def words_at(citation: Citation, span: Span) -> str:
    """Return words of a citation on one line."""
    words = " ".join(citation.text[slice(*span)].split()).strip(" ,;:")
    if len(_MARKS.findall(words)) == 1:
        # Of a quotation that goes on one mark would stand alone within the line's own.
        words = words.strip('“”„«»" ,;:')
    return words[:-1] if _ENDS.search(words) else words


def is_short(words: str) -> bool:
    """Return whether words may stand in a first line."""
    return 0 < len(words.split()) <= LONGEST_VALUE


def value_line(citation: Citation, span: Span | None) -> str | None:
    """Return words of a citation as an answer with who says so: "Viktor Holm, says a document of 2 May 2031 [1]."."""
    words = words_at(citation, span) if span else ""
    if not words:
        return None
    shown = raised(words) if _is_value(words) else f"“{words}”"
    return f"{shown}, {says(citation)} [{citation.n}]."


def _is_value(words: str) -> bool:
    """Return whether words are a name or a number, which stand without quotation marks."""
    counts = bool(numbers(words)) or words.lower().split()[-1] in {"once", "twice", "thrice"}
    return counts or all(each[:1].isupper() or each in _SMALL for each in words.split())


def day_line(citation: Citation, span: Span | None) -> str | None:
    """Return the day that words of a citation name, in full where they name it by its place in the week or year."""
    if span is None:
        return None
    if told := with_other_time(citation.text, span):
        words = words_at(citation, told)
        if is_short(words):
            return f"“{words}”, {says(citation)} [{citation.n}]."
    words, full = words_at(citation, span), day_in_full(citation, span)
    if full and full not in words:
        return f"On {full} (“{words}”), {says(citation)} [{citation.n}]."
    return f"{raised(words)}, {says(citation)} [{citation.n}]."


def gives_reason(text: str) -> bool:
    """Return whether a text has words that give a reason."""
    return bool(_REASON.search(text))


def reason_line(query: Query, citation: Citation, read: Span | None) -> str | None:
    """Return the words that give a reason, or that there is one; None without a word that marks it: many have none."""
    words = words_at(citation, read) if read else ""
    new = set(content_words(words)) - set(content_words(query.standalone))
    if read and is_short(words) and len(new) > 1 and _is_marked(citation.text, read, words):
        return f"“{words}”, {says(citation)} [{citation.n}]."
    # A reason stands with what it is for; else it may be one of something else.
    if not _names_deed(query, citation.text, is_read=read is not None):
        return None
    if clause := _reason_clause(citation.text):
        return f"“{clause}”, {says(citation)} [{citation.n}]."
    if gives_reason(citation.text):
        return f"{raised(who_says(citation))} gives a reason [{citation.n}]:"
    return None


def _is_marked(text: str, span: Span, words: str) -> bool:
    """Return whether words that were read as a reason have a word that marks one, or one stands right before them."""
    if _EMPTY_REASON.fullmatch(words):
        return False
    before = " ".join(text[: span[0]].split()[-BEFORE:])
    return gives_reason(words) or gives_reason(before) or bool(_CAUSE.search(before))


BEFORE, LONGEST_CLAUSE = 4, 26
"""So many words before a reason mark it, and so many words of its clause are named in the first line."""
_CAUSE = expression(
    r"\b(?:of|from|for|to|by|after|amid|over|with|through|if|wants?|wanted|as|decided)(?: \w+){0,2}$", re.I
)
_STRONG = expression(r"\b(?:because|so that|in order to|due to|owing to)\b", re.IGNORECASE)


NAMED = 0.4
"""Words give a reason of what is asked where they name so much of the question."""


def _names_deed(query: Query, text: str, *, is_read: bool) -> bool:
    """Return whether words name enough of a question for why, and what was done, unless the reader surely sees it.

    Many reasons stand in one report.
    """
    asked = set(content_words(query.standalone)) - set(content_words(query.speaker or ""))
    known = set(content_words(text))
    premise = premise_of(query.standalone)
    deed = content_words(premise.predicate)[:1] if premise and not premise.asked and not is_read else []
    return len(asked & known) >= NAMED * len(asked) and all(standing_for(each) & known for each in deed)


def _reason_clause(text: str) -> str:
    """Return the clause of the one strong mark of a reason in a text, whole to its sentence's end; empty if long."""
    marked = [each for each in sentences(text) if _STRONG.search(text, *each)]
    if len(marked) != 1:
        return ""
    start, end = marked[0]
    match = _STRONG.search(text, start, end)
    if match is None:
        return ""
    words = " ".join(text[match.start() : end].split()).rstrip(' .,;”"’')
    return words if 2 < len(words.split()) <= LONGEST_CLAUSE and "“" not in words and '"' not in words else ""


def speakers_line(citations: Sequence[Citation], documents: Documents, about: str = "") -> str | None:
    """Return who is cited, each name with a citation of theirs; None where nobody is."""
    first = speakers_of(citations, documents)
    if len(first) > 1:
        named = [f"{name} [{each.n}]" for name, each in first.items()]
        return f"{number_word(len(first))} speakers are cited{about}: {row(named)}."
    for name, one in first.items():
        return f"Nearest to it is {name}{on_day(one)}{hidden_sense(one)} [{one.n}]:"
    return None


def speakers_of(citations: Sequence[Citation], documents: Documents) -> dict[str, Citation]:
    """Return who says the cited words, each with the first citation of theirs.

    Of a document's own sentence that quotes one person ("Tell said: “…”") it is that person, on the day of the words.
    """
    first: dict[str, Citation] = {}
    for each in citations:
        speakers = {quoted.speaker for quoted in _quoted_in(each, documents)}
        name = each.speaker or (speakers.pop() if len(speakers) == 1 else None)
        # "Tell" and "Odran Tell" are one speaker, not two.
        if name and not any(same_person(name, other) for other in first):
            first[readable_name(name)] = of_the_words(each, documents)
    return first


def of_the_words(citation: Citation, documents: Documents) -> Citation:
    """Return a citation with the day of the words that it quotes, not its document's: none where they have several."""
    days = {each.said_on for each in _quoted_in(citation, documents)}
    return replace(citation, said_on=days.pop() if len(days) == 1 else None) if days else citation


def _quoted_in(citation: Citation, documents: Documents) -> list[Statement]:
    """Return the quotations of known speakers in a document's own sentence."""
    statements = documents.statements(citation.doc) if citation.statement is None else []
    inside = [each for each in statements if citation.start <= each.start and each.end <= citation.end]
    return [each for each in inside if each.kind == "direct" and each.confidence >= LIKELY]
