"""Two people who were asked the same, each in a text of their own -> what each answers to the question on a topic.

In interviews and questionnaires of one form the question names the topic and the answer does not ("Without question,
yes"), and no statement there is marked as theirs: whose a text is, its title or a heading above it tells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span, paragraphs
from index.text.stems import content_words
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import fits
from rag.rank.evidence import as_evidence
from rag.records import Evidence, Query, Segment
from rag.understand.plan.compared import wordings
from rag.understand.plan.joined import parts_of
from rag.understand.speakers import EDGES

PAIR = 2
_OPENING = " answer to a question on "
QUESTIONS = 2
"""A text with fewer paragraphs that ask is no interview: what it says is not what somebody answers."""
SHARE = 0.6
"""A question is on a topic from this share of its words."""
FEW = 3
"""So many texts at most have one name in their titles as whose they are."""
QUESTION_WORDS, REPLY_WORDS = 80, 250
"""A question is shown with its reply up to so many words, and of the reply the paragraphs that begin within so many."""
HEADING_WORDS = 6
_ASKS = expression(
    r"\?|\b(?:do|would|will|did|are|can) you\b|\bwhat (?:is|are|would|do|will) (?:you|your|the)\b"
    r"|\bhow (?:do|would|will|are) (?:you|we)\b|\bthe question is\b|\byour (?:position|view|stance|opinion|plan)\b",
    re.IGNORECASE,
)
_BOTH = expression(
    r"^(?i:what|how|why|where) (?:do|does|did|would|will|are|is) (?P<who>\S+(?: \S+){0,3} and \S+(?: [A-Z]\S+){0,3}) "
    r"(?:each |both )?(?P<topic>\S.+)$"
)
_SAYS = expression(
    r"^(?:say|think|believe|feel|answer|want|propose|see|stand|do|plan)\b ?(?:(?:on|about|of|as|to|for) )?",
    re.IGNORECASE,
)
_LEADS_IN = expression(r"\b(?:whether|if|how|why|that|what)\b", re.IGNORECASE)
_ENDS = tuple(".!?…:;,\"”’')]")
"""A heading ends in none of these."""
_IS_NAME = expression(r"^(?:[^\W\d_a-z][\w.’'-]*)(?: [^\W\d_a-z][\w.’'-]*){0,3}$")
_HEADING = expression(r"^(?P<mark>#{1,6} |\*\*|)(?P<name>[^\n#*]{3,60}?)(?:\*\*)?:?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class _Own:
    """A text of one of two people: a document, or what stands below a heading that is the name."""

    document: Document
    start: int
    end: int


def of_one_form(query: Query, catalog: Catalog) -> Form | None:
    """Return what each of two people answers to the question on a topic, None where not both were asked on it."""
    for names, topic in _pairs(query):
        owns = [_own(name, query, catalog) for name in names]
        stems = set(content_words(unified(_LEADS_IN.sub("", topic))))
        replies = [_reply(own, stems, catalog) if own else None for own in owns]
        found = [each for each in replies if each]
        if len(found) == PAIR and not _overlap(found):
            return _form(names, topic, found, catalog)
    return None


def is_of_one_form(opening: str) -> bool:
    """Return whether a first line is that of what two people answer to a question."""
    return _OPENING in opening


def _pairs(query: Query) -> Iterator[tuple[list[str], str]]:
    """Yield the two names that a question compares, and on what."""
    if query.kind not in ("fact", "statements"):
        return
    text = query.standalone.strip(EDGES)
    plain = [(each["who"], _SAYS.sub("", each["topic"]))] if (each := _BOTH.match(text)) else []
    for who, topic in [*wordings(text), *plain]:
        names = [re.sub(r"['’]s?$", "", each.strip(EDGES)) for each in parts_of(who)]
        if topic and len(names) == PAIR and all(map(_IS_NAME.match, names)) and len(set(names)) == PAIR:
            yield names, topic


def _own(name: str, query: Query, catalog: Catalog) -> _Own | None:
    """Return the text of somebody: the one document whose title has the name, or what stands below it as a heading."""
    whole, last = set(content_words(unified(name))), set(content_words(unified(name.split()[-1])))
    if not last:
        return None
    fitting = [each for each in catalog.documents() if fits(query, each.id, each.published)]
    titled = [each for each in fitting if last <= set(content_words(unified(each.title)))]
    full = [each for each in titled if whole <= set(content_words(unified(each.title)))] or titled
    document = catalog.document(full[0].id) if len(full) == 1 else None
    if document:
        return _Own(document, 0, len(document.text))
    return next(_sections(name, catalog), None) if len(full) <= FEW else None


def _sections(name: str, catalog: Catalog) -> Iterator[_Own]:
    for passage in catalog.passages(catalog.holding_phrases([name], FEW)).values():
        document = catalog.document(passage.document_id)
        headings = list(_HEADING.finditer(document.text)) if document else []
        for each in headings:
            if document and each["mark"] and each["name"].strip().lower() == name.lower():
                alike = (other.start() for other in headings if other["mark"] == each["mark"])
                yield _Own(document, each.start(), next((at for at in alike if at > each.start()), len(document.text)))


def _reply(own: _Own, topic: set[str], catalog: Catalog) -> Evidence | None:
    """Return the question on a topic in somebody's text with what is answered to it."""
    text = own.document.text
    inside = (each for each in paragraphs(text) if own.start <= each[0] < own.end)
    places = [each for each in inside if re.search(r"\w", text[slice(*each)])]
    asking = [at for at, each in enumerate(places[:-1]) if _ASKS.search(text[slice(*each)])]
    if len(asking) < QUESTIONS:
        return None
    shares = _shares(topic, [text[slice(*each)] for each in places])
    best = max(asking, key=lambda at: (shares[at], -at))
    if shares[best] < SHARE:
        # What was asked may be misheard ("legal rights" for equal ones), the reply names it.
        best = max(range(len(places)), key=lambda at: (shares[at], -at))
    if shares[best] < SHARE:
        return None
    if best not in asking:
        return _evidence(own, places[best], catalog)
    end = _end_of_reply(text, places, best)
    short = len(text[slice(*places[best])].split()) <= QUESTION_WORDS
    span = (places[best if short else best + 1][0], end)
    return _evidence(own, span, catalog)


def _evidence(own: _Own, span: Span, catalog: Catalog) -> Evidence:
    owner = owner_of(span, catalog.statements(own.document.id))
    return as_evidence(own.document, span, owner, score=1.0, coverage=1.0)


def _shares(topic: set[str], texts: Sequence[str]) -> list[float]:
    """Return of each paragraph of a text the share of a topic's words that it has, what most have hardly counting.

    In an interview on open source "open" and "source" do not tell which question is on money for it.
    """
    words = [set(content_words(unified(each))) for each in texts]
    weights = {each: math.log(1 + len(texts) / (1 + sum(each in own for own in words))) for each in topic}
    whole = sum(weights.values()) or 1.0
    return [sum(weights[each] for each in topic & own) / whole for own in words]


def _end_of_reply(text: str, places: Sequence[Span], at: int) -> int:
    """Return where the reply to a question ends: before the next question or heading, or when it gets long."""
    end, shown = places[at + 1][1], 0
    for before, each in pairwise(places[at + 1 :]):
        shown += len(text[slice(*before)].split())
        words = text[slice(*each)]
        is_heading = len(words.split()) <= HEADING_WORDS and not words.rstrip().endswith(_ENDS)
        if shown >= REPLY_WORDS or is_heading or _ASKS.search(words):
            break
        end = each[1]
    return end


def _overlap(found: Sequence[Evidence]) -> bool:
    one, other = found
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end


def _form(names: Sequence[str], topic: str, found: Sequence[Evidence], catalog: Catalog) -> Form:
    opening = f"What {names[0]} [1] and {names[1]} [2]{_OPENING}“{topic}”:"
    citations = cite.cite(found, catalog)
    segments = [Segment(opening)]
    for name, evidence, citation in zip(names, found, citations, strict=True):
        segments.append(Segment(f"\n\n**{name}**\n\n{cite.lead(evidence, citation)}: "))
        segments += cite.shown(citation)
    return Form(tuple(segments), tuple(citations), opening=opening)
