"""A premise and ranked evidence -> the sentences that contradict it: "We sent nobody" to "Why did they send …?".

What denies the words of a question is evidence against what it supposes. A sentence counts where it is about the same
person, holds most of what is said to have been done, and says that it was not so; where the question supposes that
something was not done, one that says it was. What is said plainly as well is not contradicted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.records import Sense
from index.senses.sense import sense_in
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import content_words, stem
from rag.find.terms import Term, coverage
from rag.rank.disputed.deed import deed_of, is_saying
from rag.rank.disputed.reading import POINTING, Read, as_contradicting, last_names, once, owned, read_sentences
from rag.rank.disputed.refutation import denies, refutation
from rag.rank.sentence import stems_of
from rag.records import Candidate, Documents, Evidence, Query
from rag.understand.supposed.premise import Premise

SHOWN = 2
"""So many contradicting sentences are shown."""
BESIDE = 6
"""So many words may stand between somebody and what a sentence says plainly that they did."""
AS_FULL = 0.8
"""A second sentence is shown from this share of what the first one holds."""
ABOUT = 0.6
"""A sentence, with the one before it and the title, is about a premise from this share of what is said to be done."""
OWN = 0.3
"""The share that stands in the sentence itself; one that points back ("I did not name it") may hold less."""
HALF = 0.5
"""From this share on a sentence that says the deed plainly says that it was done."""
MOST, WORDS = 0.75, 3
"""From this share of so many words of what it was done to, a sentence need not name the deed by its verb:
"Our forces are not going to Ukraine to fight"."""
OBJECT = 0.6
"""What denies the deed by its verb holds this share of whom or what it was done to, or points back to it."""
SUPPORTED = 0.7
"""From this share, said plainly in a sentence, the documents do say what is supposed."""
_FIRST = expression(r"\b(?:i|we|our|my|us|mine|ours|me)\b", re.IGNORECASE)
_ACTING = expression(r"\b(?:i|we|our|my)\b|\b(?:i|we)['’]", re.IGNORECASE)
_TO_COME = expression(r"\b(?:will|would|should|must|may|might|could|can|to|if)$", re.IGNORECASE)
_SAID_OF_THEM = expression(
    r"\b(?:insinuat|alleg|accus|claim|baseless|false|rumou?r|purport|supposed|reportedly|smear|attack ad)\w*",
    re.IGNORECASE,
)
"""Who is only said to have done something is not said by the documents to have done it."""
_ON_CONDITION = expression(r"\b(?:if|unless|in case|whether|or else|otherwise)\b", re.IGNORECASE)
_DENIES_ALL = expression(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|disput(?:es?|ed)) (?:(?:any|all|the|these|those|it|its|his|her|their|"
    r"such) )?(?:allegations?|accusations?|claims?|charges?|involvement|responsibility|wrongdoing)\b",
    re.IGNORECASE,
)
"""What denies a deed without naming it; "denied that he was working on a book" denies no more than it names."""
_NOT = expression(
    r"\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|am) (?:not|never)|(?:do|does|did|has|have|had|is|are|was|"
    r"were)n['’]t|won['’]t|never)\b(?! (?:to|only|just|merely|simply|because|so much)\b)",
    re.IGNORECASE,
)
"""What denies a verb behind it. "Cannot" does not tell that nothing was done, nor does "not to"."""
_NARROWED = expression(
    r"\b(?:because|until|till|unless|without|lightly|just|only|alone|out of|in order|for (?:fun|money|that))\b",
    re.IGNORECASE,
)
"""Behind a denied deed these deny its reason or manner: "I did not sell it because it was old"."""
_CLAUSE = expression(
    r"[,;:—–“”\"()\n]|''|\b(?:and|but|or|who|which|that|while|although|because|when|if|said|says)\b", re.I
)


def contradicting(
    premise: Premise, query: Query, terms: Sequence[Term], candidates: Sequence[Candidate], documents: Documents
) -> tuple[Evidence, ...]:
    """Return the sentences that contradict a premise, fullest first; () where none does, or its words stand plainly.

    `terms` are the weighed words of the question.
    """
    is_open = premise.turns_away or not premise.of_an_actor or is_saying(content_words(premise.predicate))
    done = () if is_open else deed_of(premise, terms)
    if len(done) == 1 and not premise.subject[:1].isupper():
        # "The bridge did not fall" may be said of any bridge.
        return ()
    found: list[tuple[float, Evidence]] = []
    for each in read_sentences(query, candidates, documents) if done else ():
        shares = _shares(done, each)
        if max(shares[0], shares[1] + ABOUT - HALF) < ABOUT or not _is_of_subject(premise, done, each):
            continue
        against = _against(premise, done, each, shares)
        if against is None:
            return ()
        if against:
            found.append((shares[0] + shares[1], against))
    found.sort(key=lambda each: -each[0])
    return once([each for share, each in found if share >= AS_FULL * found[0][0]])[:SHOWN]


def _is_of_subject(premise: Premise, done: Sequence[Term], read: Read) -> bool:
    """Return whether a sentence tells a deed of whom the premise is about: by name, as their own words, or as "he"."""
    last = last_names(premise)
    before, behind = _around_deed(done, read)
    if not last:
        return False
    if last <= set(stems_of(before)) or re.search(r"\bby\b", behind) and last <= set(stems_of(behind)):
        return True
    if _FIRST.search(before) and last <= _speaker(read):
        return True
    return bool(POINTING.search(before)) and last <= set(stems_of(read.text_before))


def _speaker(read: Read) -> set[str]:
    return set(stems_of(read.owner.speaker)) if read.owner and read.owner.speaker else set()


def _acts(premise: Premise, read: Read, before: str) -> bool:
    """Return whether the words right before a deed, in its clause, name its subject or are the subject's own "I"."""
    near = " ".join(_CLAUSE.split(before)[-1].split()[-BESIDE:])
    last = last_names(premise)
    return bool(last) and (last <= set(stems_of(near)) or bool(_ACTING.search(near)) and last <= _speaker(read))


def _around_deed(done: Sequence[Term], read: Read) -> tuple[str, str]:
    """Return the words of a sentence before its deed and after it; where the deed is not named, before all of it."""
    words = list(re.finditer(r"[\w’'-]+", read.text))
    named = next((each for each in words if stem(each[0]) in done[0].stems), None)
    place = named or next((each for each in reversed(words) if any(stem(each[0]) in term.stems for term in done)), None)
    return (read.text[: place.start()], read.text[place.end() :]) if place else ("", "")


def _shares(done: Sequence[Term], read: Read) -> tuple[float, float]:
    """Return what share of the deed a sentence holds with the one before it and the title, and by itself."""
    own = frozenset(stems_of(read.text))
    earlier = read.document.text[slice(*read.earlier)]
    near = own | frozenset(stems_of(f"{earlier} {read.text_before}")) | frozenset(stems_of(read.document.title))
    return coverage(done, near), coverage(done, own)


@dataclass(frozen=True)
class _Weighed:
    """A sentence with what it holds of the deed, and in what sense."""

    read: Read
    near: float
    own: float
    named: bool
    """Whether it names the deed itself."""
    denied: bool
    said: bool
    """Whether it says the deed plainly, as done."""

    @property
    def is_plain(self) -> bool:
        """Return whether the document itself says the deed by it."""
        return self.said and self.own >= HALF and not _SAID_OF_THEM.search(self.read.text)


def _against(
    premise: Premise, done: Sequence[Term], read: Read, shares: tuple[float, float]
) -> Evidence | Literal[False] | None:
    """Return what says the contrary of the premise, None where the sentence says it plainly; False says neither."""
    before = _around_deed(done, read)[0]
    if shares[1] >= SUPPORTED and not premise.denied and (refuting := refutation(read.document, read.span)):
        return _refuted(read, refuting) if _acts(premise, read, before) else False
    weighed = _weighed(done, read, shares)
    if weighed is None:
        return False
    if premise.denied:
        done_after_all = weighed.said and weighed.near >= SUPPORTED and _acts(premise, read, before)
        return as_contradicting(read) if done_after_all else None if weighed.denied else False
    if weighed.is_plain and _is_beside(premise, done, read):
        return None
    return as_contradicting(read) if _denies_deed(premise, done, read, shares) else False


def _denies_deed(premise: Premise, done: Sequence[Term], read: Read, shares: tuple[float, float]) -> bool:
    """Return whether a sentence denies the very deed, in one clause with its subject, and has what it was done to."""
    if (all_of_it := _DENIES_ALL.search(read.text)) and _acts(premise, read, read.text[: all_of_it.start()]):
        return shares[0] >= ABOUT and shares[1] > 0
    return any(
        _acts(premise, read, read.text[: each.start()]) and _is_denied(done, read, each.end(), shares)
        for each in _NOT.finditer(read.text)
    )


def _is_denied(done: Sequence[Term], read: Read, at: int, shares: tuple[float, float]) -> bool:
    """Return whether the deed stands in the clause behind a word that denies, and nothing there narrows the denial."""
    behind = read.text[at:]
    clause = list(re.finditer(r"[\w’'-]+", _CLAUSE.split(behind)[0]))
    verb = next((each for each in clause[:BESIDE] if stem(each[0]) in done[0].stems), None)
    if _NARROWED.search(behind):
        return False
    own = frozenset(stems_of(read.text))
    held = sum(bool(each.stems & own) for each in done[1:])
    if verb is None:
        in_clause = any(stem(each[0]) in term.stems for each in clause for term in done)
        return in_clause and held >= max(WORDS, MOST * len(done[1:]))
    points = POINTING.match(behind[verb.end() :].lstrip()) is not None and shares[0] >= ABOUT
    return points or held >= OBJECT * len(done[1:])


def _weighed(done: Sequence[Term], read: Read, shares: tuple[float, float]) -> _Weighed | None:
    """Return a sentence with what it says of the deed, None where that is a question, a condition or too little."""
    named = bool(done[0].stems & frozenset(stems_of(read.text)))
    span, sense = _sense(done, read, named)
    denies_all = _DENIES_ALL.search(read.text) is not None
    if sense not in ("plain", "denied", "reported") or _ON_CONDITION.search(read.document.text[read.span[0] : span[0]]):
        return None
    if shares[1] < OWN and not (POINTING.search(read.text) or denies_all):
        return None
    denied = sense == "denied" or denies_all or denies(read.text)
    said = not denied and named and not _is_to_come(read, span)
    return _Weighed(read, *shares, named=named, denied=denied, said=said)


def _is_beside(premise: Premise, done: Sequence[Term], read: Read) -> bool:
    """Return whether the deed stands right behind its subject, so that it is theirs and nobody else's."""
    before = re.split(r"[,;:—–]", _around_deed(done, read)[0])[-1]
    near = " ".join(before.split()[-BESIDE:])
    names = set(stems_of(premise.subject))
    return bool(names & set(stems_of(near)) or _FIRST.search(near) or POINTING.search(near))


def _sense(done: Sequence[Term], read: Read, named: bool) -> tuple[Span, Sense]:
    """Return where a sentence has the deed and in what sense; where it does not name it, any denied word of it."""
    places = list(_places(done[:1] if named else done, read))
    senses = [(each, sense_in(read.document.text, each, read.owner)) for each in places]
    denied = next((each for each in senses if each[1] == "denied"), None)
    return denied or next(iter(senses), (read.span, "asked"))


def _places(terms: Sequence[Term], read: Read) -> Iterator[Span]:
    for each in re.finditer(r"[\w’'-]+", read.text):
        if any(stem(each[0]) in term.stems for term in terms):
            yield read.span[0] + each.start(), read.span[0] + each.end()


def _is_to_come(read: Read, span: Span) -> bool:
    """Return whether what is done is only to come, wanted or possible: "we will inform Poland"."""
    return bool(_TO_COME.search(read.document.text[read.span[0] : span[0]].rstrip()))


def _refuted(read: Read, refuting: Span) -> Evidence:
    """Return what refutes a claim, with the claim where it stands right before it."""
    near = read.span[1] <= refuting[0] and not read.document.text[read.span[1] : refuting[0]].strip(' \n”"’')
    return owned(read, (read.span[0] if near else refuting[0], refuting[1]))
