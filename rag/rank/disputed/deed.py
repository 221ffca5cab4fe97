"""What a question says that somebody did: its words with their weights, the deed first; and what tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from index.text.countries import unified
from index.text.stems import content_words, words
from rag.find.lemmas import standing_for
from rag.find.terms import Term, coverage
from rag.rank.evidence import text_of
from rag.records import Documents, Evidence
from rag.understand.supposed.premise import Premise

ABOUT_IT = 0.7
"""Words that do not name the deed tell of it from this share of what was done. Of 30 questions "Did … ?" over speeches
and news the evidence of all but one of the 18 answered right names the deed ("thanked"), and that one's holds .78 of
what was done; that of the 12 answered wrong names another or none and holds at most .65."""


_CALLING = frozenset(content_words("call describe brand label dub"))
_SAYING = frozenset(content_words("say said tell told state claim declare announce"))


def deed_of(premise: Premise, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the words of what is said to have been done, the deed first, names in it included.

    `terms` are the question's; a word that only asks elsewhere ("name", "say") weighs as the lightest of them.
    """
    light = min((each.weight for each in terms), default=1.0)
    found: dict[frozenset[str], Term] = {}
    words = content_words(unified(premise.predicate))
    # Every text says something: whether somebody said that she would vote is told by words of voting.
    words = words[1:] if is_saying(words) else words
    # Who calls somebody a thief does so by the word "thief".
    for each in [*words[:0:-1], words[0]] if words and words[0] in _CALLING else words:
        term = next((term for term in terms if each in term.stems), None) or Term(standing_for(each), light)
        found.setdefault(term.stems, term)
    return tuple(found.values())


def is_saying(words: Sequence[str]) -> bool:
    """Return whether content words open with a word of saying, and have what was said behind it."""
    return len(words) > 1 and words[0] in _SAYING


def tells_of(deed: Sequence[Term], stems: frozenset[str]) -> bool:
    """Return whether words, by their stems, name the deed or enough of what was done."""
    return not deed or bool(deed[0].stems & stems) or coverage(deed, stems) >= ABOUT_IT


NEAR_DEED = 300
"""So many characters around a reason name what it is given for: two or three sentences."""
CLEARLY = 3.0
"""The reader's margin from which a reason near a word of what was done is one of that: of strangers' questions for why
two right ones have a margin of 7 and more, three of other things one of 2 and less."""


def reasons_of(deed: tuple[Term, ...], evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence with a deed near it, or with a word of what was done where the reader clearly reads it."""
    named = frozenset(stem for term in deed for stem in term.stems)
    near = ((each, frozenset(words(unified(text_of(each, documents, NEAR_DEED))))) for each in evidence)
    return tuple(each for each, stems in near if tells_of(deed, stems) or (named & stems and _is_clear(each)))


def _is_clear(evidence: Evidence) -> bool:
    return evidence.reading is not None and evidence.reading.margin >= CLEARLY
