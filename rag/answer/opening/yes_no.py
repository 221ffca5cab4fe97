"""Whether cited words say yes or no to a question, or neither in these words: a strict reading, as a wrong yes misleads.

Yes needs one sentence with all words of the question, in its order, in no other mood and plainly meant; no needs the
same under a denial.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.records import Document, Statement, owner_of
from index.senses.sense import sense_in
from index.text.countries import same_nation, unified
from index.text.negation import NEGATION
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, plain, stem
from rag.find.lemmas import same_family
from rag.records import Citation, Documents, Query
from rag.understand.plan.first_line import ASKING

Verdict = Literal["yes", "no", "named", "unclear"]

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_FIRST = re.compile(
    rf"\W*(?:(?:and|but|so|please|ok|okay|well|tell me|do you know)\b[,:]? )*(?:is it (?:true|right|correct) that\b|(?P<aux>{ASKING})(?P<denied>n['’]t)?\b)\s*",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    """ever really actually already publicly personally also just once recently previously indeed explicitly openly
    officially anything something there any directly specifically""".split()
)
_NAMING = (
    r"(?:mention(?:ed)?|(?:talk(?:ed)?|speak|spoke|spoken)(?! (?:to|with)\b)|(?:say|said) (?:any|some)thing|comment(?:ed)?|"
    r"discuss(?:ed)?|refer(?:red)?|name|named|remark(?:ed)?)"
)
_NAMES_TOPIC = re.compile(
    rf"^(?:\S+ ){{0,8}}?{_NAMING}(?: (?:about|on|of|to|regarding|concerning))?\b(?P<topic>.*)$", re.I
)
_SAYS_THAT = re.compile(
    r"^(?:\S+ ){0,8}?(?:say|said|tell \S+|told \S+|state|stated|claim|claimed|think|thought|believe|believed|argue|argued|admit|"
    r"admitted|insist|insisted|declare|declared|write|wrote|written|announce|announced|note|noted|mention|mentioned)(?: that)?"
    r" (?P<clause>\S+ \S.*)$",
    re.IGNORECASE,
)
_MOOD = re.compile(
    r"\b(?:may|might|could|would|should|can|must|will|shall|to|if|whether|unless|almost|nearly|allegedly|reportedly|rather than|"
    r"instead of|without|before)\s+(?:\w+ly\s+|also\s+|be\s+|have\s+|been\s+)*$",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|would|shall|going to)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_SELF = frozenset("he she they it his her their its him them".split())


@dataclass(frozen=True)
class _Claim:
    """What a question asks to be said: its words in order, whether it denies, and whether only a topic is to be named."""

    words: tuple[str, ...]
    text: str
    denied: bool
    only_named: bool = False
    future: bool = False


def verdict(query: Query, citations: Sequence[Citation], documents: Documents) -> tuple[Verdict, Citation | None]:
    """Return whether cited words say yes or no, and the citation that does; unclear where none says so plainly."""
    claim = _claim(query)
    if claim is None or claim.denied or not claim.words:
        return "unclear", None
    found: list[tuple[Verdict, Citation]] = []
    for citation in citations:
        document = documents.document(citation.doc)
        if document is None:
            continue
        said = _of_citation(claim, query, citation, document, documents.statements(citation.doc))
        if said != "unclear":
            found.append((said, citation))
    kinds = {each for each, _ in found}
    # Where the documents say both, neither is said for them.
    return found[0] if len(kinds) == 1 else ("unclear", None)


def nearness(query: Query, text: str) -> float:
    """Return how many of a question's words a text has, what is done counting twice: who did it is often "he"."""
    claim = _claim(query)
    if claim is None:
        return 0.0
    stems = {
        one
        for match in _WORD.finditer(unified(text))
        for one in (stem(match[0]), *map(stem, re.split("[-’']", match[0])))
    }
    there = [each for each in claim.words if (same_family(each) | same_nation(each)) & stems]
    return float(len(there) + sum(_looks_like_verb(each, claim.text) for each in there))


def _claim(query: Query) -> _Claim | None:
    match = _FIRST.match(query.standalone)
    if match is None:
        return None
    rest = query.standalone[match.end() :].strip(" ?!.")
    denied = bool(match["denied"] or NEGATION.search(rest))
    future = bool(_FUTURE.search(query.standalone))
    if query.speaker:
        rest = _without_speaker(rest, query.speaker)
        if named := _NAMES_TOPIC.match(rest):
            return _Claim(_content(named["topic"]), named["topic"], denied, only_named=True)
        if said := _SAYS_THAT.match(rest):
            return _Claim(_content(said["clause"]), said["clause"], denied, future=future)
    return _Claim(_content(rest), rest, denied, future=future)


def _without_speaker(rest: str, speaker: str) -> str:
    at = rest.lower().find(speaker.lower())
    return rest[at + len(speaker) :].strip() if at >= 0 else rest


def _content(text: str) -> tuple[str, ...]:
    """Return the words that must be found, stemmed and in order."""
    found = (match[0] for match in _WORD.finditer(unified(text)))
    kept = (each for each in found if plain(each) not in STOPWORDS and plain(each) not in _LIGHT)
    return tuple(dict.fromkeys(stem(each) for each in kept))


def _of_citation(
    claim: _Claim, query: Query, citation: Citation, document: Document, statements: Sequence[Statement]
) -> Verdict:
    if query.speaker and not citation.speaker:
        return "unclear"
    for span in sentences(document.text, citation.start, citation.end):
        places = _places(claim, document.text, span)
        if places is None:
            continue
        if claim.only_named:
            return "named"
        owner = owner_of(span, statements)
        return _said(claim, document.text, span, places, owner)
    return "unclear"


def _places(claim: _Claim, text: str, sentence: Span) -> list[Span] | None:
    """Return where each word of the claim stands in a sentence, None where one is not there.

    What follows the claim's first verb is looked for behind it first.
    """
    there: dict[str, list[Span]] = {}
    for match in _WORD.finditer(text, *sentence):
        for each in {stem(match[0]), *map(stem, re.split("[-’']", match[0]))}:
            there.setdefault(each, []).append(match.span())
    found: list[Span] = []
    verb: Span | None = None
    for each in claim.words:
        family = same_family(each) | same_nation(each)
        spans = sorted(span for one in family for span in there.get(one, ()))
        if not spans:
            return None
        found.append(next((span for span in spans if verb and span > verb), spans[0]))
        if verb is None and _looks_like_verb(each, claim.text):
            verb = found[-1]
    return found


def _said(claim: _Claim, text: str, sentence: Span, places: Sequence[Span], owner: Statement | None) -> Verdict:
    """Return what a sentence with all words of a claim says to it: its order, its mood and its sense decide."""
    if not _in_order(claim, places) or not _same_subject(claim, text, sentence, places):
        return "unclear"
    span = (min(place[0] for place in places), max(place[1] for place in places))
    inside = text[slice(*span)]
    if NEGATION.search(inside) or _BY.search(inside) and not _BY.search(claim.text):
        return "unclear"
    verbs = [place for word, place in zip(claim.words, places, strict=True) if _looks_like_verb(word, claim.text)]
    for place in verbs or places[:1]:
        mood = _MOOD.search(text[sentence[0] : place[0]])
        if mood and not (claim.future and _FUTURE.search(mood[0])) and not _has(mood[0], claim.text):
            return "unclear"
    sense = sense_in(text, span, owner)
    return "yes" if sense == "plain" else "no" if sense == "denied" else "unclear"


def _in_order(claim: _Claim, places: Sequence[Span]) -> bool:
    """Return whether names and what they do stand in the claim's order: whom a verb concerns may change places."""
    is_verb = [_looks_like_verb(word, claim.text) for word in claim.words]
    first = next((at for at, verb in enumerate(is_verb) if verb), len(places))
    subjects, others = places[:first], places[first:]
    if not others:
        return list(places) == sorted(places)
    return (
        list(subjects) == sorted(subjects) and all(each <= others[0] for each in subjects) and others[0] == min(others)
    )


_GAP = 5
"""So many words may stand between who does something and what is done."""
_OTHERS = re.compile(r"(?:\b(?:of|with|against|to|for|from|by|than|like|about|on|at)\s+(?:the\s+)?|-)$", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b(?:\W+\w+){0,4}\W*$")


def _same_subject(claim: _Claim, text: str, sentence: Span, places: Sequence[Span]) -> bool:
    """Return whether the one of whom a claim is does it in the sentence: no "rival of Tell", no "Tell said that Quill"."""
    first = claim.text.split()[0].lower().strip(",") if claim.text.split() else ""
    if first in _SELF:
        return bool(_OWN.search(text[sentence[0] : places[0][0]]))
    if len(places) < 2 or _looks_like_verb(claim.words[0], claim.text):
        return True
    before, after = text[sentence[0] : places[0][0]], text[places[0][1] : places[0][1] + 2]
    # "The rival of Tell closed it", "Tell’s rival closed it".
    if _OTHERS.search(before) or (re.match("['’]s?\\b", after) and not re.search("['’]s?\\b", claim.text)):
        return False
    known = {stem(each) for each in claim.words}
    between = [match[0] for match in _WORD.finditer(text, places[0][1], max(places[0][1], places[1][0]))]
    others = [each for each in between if each[:1].isupper() and stem(each) not in known]
    return len(between) <= _GAP and not others


def _looks_like_verb(word: str, text: str) -> bool:
    """Return whether a word of the claim stands in it in small letters, so that it is no name."""
    return any(stem(match[0]) == word and match[0].islower() for match in _WORD.finditer(text))


def _has(mood: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(mood.split()[0])}\b", text, re.IGNORECASE))
