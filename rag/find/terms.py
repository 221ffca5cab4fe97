"""The words of a query and their weights, counted the same way for ranking and for the decision to answer."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.storage.catalog import Catalog
from index.text.countries import same_nation, unified
from index.text.expressions import expression
from index.text.grammatical_cases import case_table
from index.text.stems import CYRILLIC, content_words, words
from rag.find.lemmas import standing_for
from rag.records import Heard, Query

_ASKING = frozenset(
    content_words(
        """say said tell told think talk speak mention comment view opinion position stance statement remark quote word
        much many number name type kind list anything something exactly else happen"""
    )
)

STATEMENT_COVERAGE = 0.5
"""A statement counts as one on the topic when it names at least this share of the topic's weight."""
WHOLE = 0.999
"""From this share on all of it is named."""
PLACES = "at|in|before|during"
_CAPITALISED = expression(r"\b[^\W\d_a-z]\w+")
_SETTING = expression(rf"(?:^|.*\s)(?:{PLACES}|to)\s+(?P<setting>.+)$", re.IGNORECASE | re.DOTALL)
_SPEECH = frozenset(content_words("address speech message remarks statement talk interview lecture"))


@dataclass(frozen=True)
class Term:
    """A stemmed word with the stems that mean the same, and its weight (inverse document frequency over passages)."""

    stems: frozenset[str]
    weight: float


def terms_of(query: Query, catalog: Catalog, passages: int) -> tuple[Term, ...]:
    """Return the query's terms, each once; words that only ask are left out unless nothing else is there.

    The weight is ln(1 + (N - n + 0.5) / (n + 0.5)) over N passages of which n hold the word, as in BM25; a word that
    stands nowhere has the largest weight of all, so that a topic the documents lack cannot be made up for by the rest.
    """
    stems = dict.fromkeys(content_words(unified(query.topic)))
    kept = [each for each in stems if each not in _ASKING] or list(stems)
    groups = {each: same_nation(each) | standing_for(each) | catalog.vocabulary.spelt_otherwise(each) for each in kept}
    if query.heard:
        groups = {each: group | _as_heard(each, query.heard, catalog) for each, group in groups.items()}
    counts = catalog.passage_counts([each for group in groups.values() for each in group])
    for each in _unknown_names(query.topic, groups, counts):
        groups[each] |= catalog.vocabulary.spelt_alike(each)
        counts |= catalog.passage_counts(list(groups[each]))
    found: dict[frozenset[str], Term] = {}
    for group in groups.values():
        holding = min(passages, sum(counts.get(each, 0) for each in group))
        found[group] = Term(group, math.log(1 + (passages - holding + 0.5) / (holding + 0.5)))
    return tuple(found.values())


def _unknown_names(topic: str, groups: Mapping[str, frozenset[str]], counts: Mapping[str, int]) -> list[str]:
    """Return the names of a topic that no document has, which it may spell otherwise."""
    named = frozenset(content_words(" ".join(_CAPITALISED.findall(topic))))
    return [each for each, group in groups.items() if each in named and not any(map(counts.get, group))]


def _as_heard(stemmed: str, heard: Heard, catalog: Catalog) -> frozenset[str]:
    """Return the stems of what a word was read from in a question of another language, in all cases and scripts."""
    own = {stem for english, text in heard.words if english == stemmed for stem in content_words(text)} or {stemmed}
    cases = case_table(heard.language)
    found = own | {other for each in own for other in catalog.vocabulary.spelt_otherwise(each)}
    return frozenset(
        found | {other for each in own for other in (catalog.vocabulary.in_other_cases(each, cases) if cases else ())}
    )


def reads_meaning(query: Query) -> bool:
    """Return whether a question is read as English, which the embedder and the reader were trained on."""
    in_its_language = query.heard is not None and query.standalone == query.heard.question == query.heard.asked
    return not (CYRILLIC.search(query.standalone) or in_its_language)


def setting_of(topic: str) -> frozenset[str]:
    """Return the stems of where something was said, if a topic ends with it: "Syria at the UN", "in his address"."""
    match = _SETTING.match(topic)
    return frozenset(content_words(unified(match["setting"]))) if match else frozenset()


def within(terms: tuple[Term, ...], setting: frozenset[str], title: str) -> tuple[Term, ...]:
    """Return the terms that a document's sentences have to hold: not the setting's, where its title tells that.

    No sentence of an address to the council says that it is said there.
    """
    if not setting or not setting - _SPEECH <= frozenset(words(unified(title))):
        return terms
    return tuple(each for each in terms if not each.stems & setting)


def holds(topic: str, shown: str) -> bool:
    """Return whether shown words name something of a topic, by its words or by others that stand for them."""
    asked = {other for each in content_words(unified(topic)) for other in standing_for(each)}
    return bool(asked & set(content_words(unified(shown))))


def coverage(terms: Iterable[Term], stems: frozenset[str] | set[str]) -> float:
    """Return the share of the terms' weight that the stems hold, 0 to 1; without terms it is 1."""
    terms = tuple(terms)
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in terms if term.stems & stems) / total if total else 1.0
