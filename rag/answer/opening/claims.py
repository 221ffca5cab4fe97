"""What a yes-or-no question asks to be said: its words in order, and what of it a text has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.text.countries import same_nation, unified
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.question_forms import ASKING, POLITE
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, content_words, plain, stem, words
from rag.find.lemmas import same_family, standing_for
from rag.rank.windows import points_back
from rag.records import Citation, Documents, Query

WORD = expression(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_FIRST = expression(
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
_NAMES_TOPIC = expression(
    rf"^(?:\S+ ){{0,8}}?{_NAMING}(?: (?:about|on|of|to|regarding|concerning))?\b(?P<topic>.*)$", re.IGNORECASE
)
_SAYS_THAT = expression(
    r"^(?:\S+ ){0,8}?(?:say|said|tell \S+|told \S+|state|stated|claim|claimed|think|thought|believe|believed|argue"
    r"|argued|admit|admitted|insist|insisted|declare|declared|write|wrote|written|announce|announced|note|noted"
    r"|mention|mentioned)(?: that)? (?P<clause>\S+ \S.*)$",
    re.IGNORECASE,
)
_PASSIVE = expression(
    rf"{POLITE}(?:is|are|was|were|has|have|had)(?:n['’]t)? (?:\S+ )+?(?:been )?(?:\w+(?:ed|en|wn)|found|made|sold"
    r"|paid|built|sent|held|shot|hit|hurt|put|cut|set|told|left|lost|won|bought|brought|caught|taught)\b",
    re.IGNORECASE,
)
FUTURE = expression(r"\b(?:will|would|shall|going to)\b", re.IGNORECASE)


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


_DONE = expression(
    r"\b(?:been|was|were|is|are|be|being|get|got) (?P<done>[a-z]+(?:ed|en|t|de|ne|wn|ng|ck|ld|ost|aid))\b"
)
_DONE_TO = expression(
    r"\b(?:was|were|is|are|has|have|had)(?: been)?(?: (?!when\b|while\b|after\b|before\b|that\b|who\b)[\w’'-]+){1,12}? "
    r"(?P<done>[a-z]{2,12}ed|hit|shut|built|made|sold|paid|sent|held|shot|hurt|cut|told|lost|won|bought|brought|caught"
    r"|taught|found|given|taken|written|broken|stolen|born|driven|thrown|drawn|flown|chosen)\b"
)
_OTHER_CLAUSE = expression(r"\b(?:did|does|do|will|would|can|could|has|have|had|that|who|if|because)\b", re.IGNORECASE)
_MEASURES = frozenset(
    content_words(
        """how many much often long old far tall high big large number amount total sum share percentage percent people
        person year month week day date time age exactly really actually roughly about"""
    )
)
"""Words of a question for a number or a day that only say what kind of one is asked for."""
BORNE, SHORT = 0.25, 3
"""Words bear a number or day that is told of them where they and their title have this share of the question; of a
question of so few words one is enough."""


def bears(query: Query, citation: Citation, span: Span) -> bool:
    """Return whether cited words bear a number or day in them for what is asked: its deed there, and enough around it.

    "It was not rebuilt until 1951. Bombs had hit the street." is no day on which the house was hit.
    """
    text = citation.text
    asked = set(content_words(unified(query.standalone))) - _MEASURES - set(content_words(query.speaker or ""))
    known = set(content_words(unified(f"{citation.title} {text} {citation.speaker or ''}")))
    named = sum(bool(standing_for(each) & known) for each in asked)
    if named < (min(len(asked), 1) if len(asked) <= SHORT else BORNE * len(asked)):
        return False
    sentence = _sentence_of(text, span)
    return has_what_is_done(query, sentence) and _is_of_that_time(query, sentence)


_THEN = expression(r"^\W*(?:and |so )?how (?:old|many|much|long|far)\b.*?\bwhen (?P<clause>.+)$", re.IGNORECASE)


def _is_of_that_time(query: Query, sentence: str) -> bool:
    """Return whether a sentence tells of when a number is asked for: not "died aged 78" for the age on going blind."""
    match = _THEN.match(query.standalone)
    happened = [each for each in WORD.findall(match["clause"]) if each.islower()] if match else []
    asked = set(content_words(" ".join(happened)))
    return not asked or bool(set().union(*map(standing_for, asked)) & set(content_words(sentence)))


def _sentence_of(text: str, span: Span) -> str:
    """Return the sentence of a span, with the one before where it points back to that."""
    found = sentences(text, 0, len(text))
    at = next((at for at, each in enumerate(found) if each[0] <= span[0] < each[1]), 0)
    first = at - 1 if at and points_back(text[slice(*found[at])]) else at
    return text[found[first][0] : found[at][1]] if found else text


def has_what_is_done(query: Query, text: str) -> bool:
    """Return whether a text has what a question says is done: "killed" of "How many people were killed?"."""
    match = _DONE.search(query.standalone) or _DONE_TO.search(query.standalone)
    # "When did they know that the pump was broken?" asks for the day on which they knew.
    if match is None or _OTHER_CLAUSE.search(query.standalone, 0, match.start()):
        return True
    stems = {stem(each[0]) for each in WORD.finditer(text)}
    return bool(standing_for(stem(match["done"])) & stems)


AROUND = 500
"""So many characters before and behind cited words are looked through for a sentence that is nearer."""


def is_nearest(
    citation: Citation, value: Span, values: Callable[[str], list[Span]], query: Query, documents: Documents
) -> bool:
    """Return whether no other value stands in a sentence with more of a question's words than that of the value.

    `values` finds them in a text. Names do not count, nor what the title has: who did it is often "he". "He was charged
    on 15 April. On 29 July he pleaded guilty.": 15 April is not when somebody pleaded.
    """
    document = documents.document(citation.doc)
    if document is None:
        return True
    low = max(0, citation.start - AROUND)
    text = document.text[low : citation.end + AROUND]
    small = " ".join(each[0] for each in WORD.finditer(query.standalone) if each[0].islower())
    asked = [same_family(each) for each in set(content_words(small)) - set(content_words(document.title))]
    spans = sentences(text)

    def named(at: int) -> int:
        own = next((text[slice(*each)] for each in spans if each[0] <= at < each[1]), "")
        return sum(bool(each & set(content_words(own))) for each in asked)

    own = named(citation.start - low + value[0])
    return all(named(start) <= own for start, _ in values(text))
