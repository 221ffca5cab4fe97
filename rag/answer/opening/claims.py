"""What a yes-or-no question asks to be said: its words in order, and what of it a text has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text.countries import same_nation, unified
from index.text.negation import NEGATION
from index.text.question_forms import ASKING, POLITE
from index.text.stems import STOPWORDS, plain, stem, words
from rag.find.lemmas import same_family
from rag.records import Query

WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_FIRST = re.compile(
    rf"{POLITE}(?:is it (?:true|right|correct) that\b|(?:{ASKING})(?P<denied>n['’]t)?\b)\s*", re.IGNORECASE
)
_LIGHT = frozenset(
    """ever really actually already publicly personally also just once recently previously indeed explicitly openly
    officially anything something there any directly specifically anybody anyone somebody someone""".split()
)
_NAMING = (
    r"(?:mention(?:ed)?|(?:talk(?:ed)?|speak|spoke|spoken)(?! (?:to|with)\b)|(?:say|said) (?:any|some)thing"
    r"|comment(?:ed)?|discuss(?:ed)?|refer(?:red)?|name|named|remark(?:ed)?)"
)
_NAMES_TOPIC = re.compile(
    rf"^(?:\S+ ){{0,8}}?{_NAMING}(?: (?:about|on|of|to|regarding|concerning))?\b(?P<topic>.*)$", re.IGNORECASE
)
_SAYS_THAT = re.compile(
    r"^(?:\S+ ){0,8}?(?:say|said|tell \S+|told \S+|state|stated|claim|claimed|think|thought|believe|believed|argue"
    r"|argued|admit|admitted|insist|insisted|declare|declared|write|wrote|written|announce|announced|note|noted"
    r"|mention|mentioned)(?: that)? (?P<clause>\S+ \S.*)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"{POLITE}(?:is|are|was|were|has|have|had)(?:n['’]t)? (?:\S+ )+?(?:been )?(?:\w+(?:ed|en|wn)|found|made|sold"
    r"|paid|built|sent|held|shot|hit|hurt|put|cut|set|told|left|lost|won|bought|brought|caught|taught)\b",
    re.IGNORECASE,
)
FUTURE = re.compile(r"\b(?:will|would|shall|going to)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """What a question asks to be said: its words in order and stemmed, and as they stand in the question."""

    words: tuple[str, ...]
    text: str
    denied: bool
    passive: bool = False
    """Whether it is asked of whom something is done to: "Was Tell elected?"."""
    only_named: bool = False
    """Whether a topic is only to be named."""
    future: bool = False

    def is_verb(self, word: str) -> bool:
        """Return whether a word stands in the claim in small letters, so that it is no name."""
        return any(stem(match[0]) == word and match[0].islower() for match in WORD.finditer(self.text))


MOSTLY = 0.5
"""Words that have more than this share of a question's words are on what it asks; others are only the nearest."""


def is_on(query: Query, text: str, speaker: str | None) -> bool:
    """Return whether a text is on what a question asks: it has most of its words, of anybody else's all its names."""
    claim = claim_of(query)
    if claim is None or not claim.words:
        return False
    whole = len(claim.words) + sum(map(claim.is_verb, claim.words))
    if nearness(query, text) <= MOSTLY * whole:
        return False
    if speaker and set(words(speaker)) & set(words(query.standalone)):
        return True
    stems = {stem(each[0]) for each in WORD.finditer(unified(text))}
    names = [each for each in claim.words if not claim.is_verb(each)]
    return all((same_family(each) | same_nation(each)) & stems for each in names)


def nearness(query: Query, text: str) -> float:
    """Return how many of a question's words a text has, what is done counting twice: who did it is often "he"."""
    claim = claim_of(query)
    if claim is None:
        return 0.0
    stems = {
        one
        for match in WORD.finditer(unified(text))
        for one in (stem(match[0]), *map(stem, re.split("[-’']", match[0])))
    }
    there = [each for each in claim.words if (same_family(each) | same_nation(each)) & stems]
    return float(len(there) + sum(claim.is_verb(each) for each in there))


def claim_of(query: Query) -> Claim | None:
    match = _FIRST.match(query.standalone)
    if match is None:
        return None
    rest = query.standalone[match.end() :].strip(" ?!.")
    denied = bool(match["denied"] or NEGATION.search(rest))
    future = bool(FUTURE.search(query.standalone))
    if query.speaker:
        said_by = _without_speaker(rest, query.speaker)
        if named := _NAMES_TOPIC.match(said_by):
            return Claim(_content(named["topic"]), named["topic"], denied, only_named=True)
        if said := _SAYS_THAT.match(said_by):
            return Claim(_content(said["clause"]), said["clause"], denied, future=future)
    return Claim(_content(rest), rest, denied, passive=bool(_PASSIVE.match(query.standalone)), future=future)


def _without_speaker(rest: str, speaker: str) -> str:
    at = rest.lower().find(speaker.lower())
    return rest[at + len(speaker) :].strip() if at >= 0 else rest


def _content(text: str) -> tuple[str, ...]:
    """Return the words that must be found, stemmed and in order."""
    found = (match[0] for match in WORD.finditer(unified(text)))
    kept = (each for each in found if plain(each) not in STOPWORDS and plain(each) not in _LIGHT)
    return tuple(dict.fromkeys(stem(each) for each in kept))


_DONE = re.compile(
    r"\b(?:been|was|were|is|are|be|being|get|got) (?P<done>[a-z]+(?:ed|en|t|de|ne|wn|ng|ck|ld|ost|aid))\b"
)


def has_what_is_done(query: Query, text: str) -> bool:
    """Return whether a text has what a question says is done: "killed" of "How many people were killed?"."""
    match = _DONE.search(query.standalone)
    stems = {stem(each[0]) for each in WORD.finditer(text)}
    return match is None or bool(same_family(stem(match["done"])) & stems)
