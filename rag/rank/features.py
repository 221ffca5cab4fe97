"""What a sentence is scored by, and the weights: a weighted sum of named features, each between 0 and 1.

    python -m benchmarks.quality.ranking NAME=FOLDER ... --fit --limit 800

prints the weights: those under which the right sentences of the development sets' questions are most likely to be drawn
from all the sentences that were read (a logistic choice model), every set counting the same. WEIGHTS and
FIRST_PASS_WEIGHTS were fitted so to 2,156 questions of seven sets over passages of 128 tokens; the weights that 909
questions give over passages of 192 find as much on most sets, less on TIME and SciFact, and were not taken. What each
feature adds is what the run prints without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.storage.embeddings import Matrix, TokenVectors
from index.text.expressions import expression
from index.text.stems import STOPWORDS, stem
from rag.find.terms import Term

NEAR = 3
"""Two words of a question are near each other in a sentence when at most two others stand between them."""
TELLING_WORDS = 6
"""A sentence that adds so many words of its own to the question's tells something."""
ENOUGH_VOTES = 2.0


class Features(NamedTuple):
    """What is known of a sentence and its passage; also the weight of each."""

    words: float
    """BM25 of the passage, normalised over the candidates."""
    passage_cosine: float
    """Cosine of the passage and the question."""
    coverage: float
    """Share of the question's weighted words that the sentence holds."""
    passage_coverage: float
    """The same of its passage."""
    asked: float
    """Whether the sentence holds the kind of thing that is asked for (rag/understand/answer_type.py)."""
    proximity: float
    """Share of the question's neighbouring words that stand near each other in the sentence."""
    brevity: float
    """1 for a sentence without a word of its own ("Greetings, Poland!"), 0 for one with six or more."""
    title: float
    """Share of the question's weighted words that the document's title holds."""
    agreement: float
    """How much other documents agree with what the sentence holds of the kind that is asked for."""
    date: float = 0.0
    """How near the document's date is to the day of the question, where that is known."""
    cosine: float = 0.0
    """Cosine of the sentence and the question."""
    late_interaction: float = 0.0
    """Mean over the question's tokens, by their words' weights, of the nearest token of the sentence (MaxSim)."""
    passage_late_interaction: float = 0.0
    """The same over all sentences of the passage that were read."""


WEIGHTS = Features(
    words=1.4,
    passage_cosine=3.5,
    coverage=1.2,
    passage_coverage=1.3,
    asked=2.8,
    proximity=0.3,
    brevity=-1.1,
    title=1.4,
    agreement=1.8,
    date=3.0,
    cosine=1.9,
    late_interaction=2.5,
    passage_late_interaction=3.8,
)
FIRST_PASS_WEIGHTS = Features(
    words=1.7,
    passage_cosine=6.0,
    coverage=3.5,
    passage_coverage=2.4,
    asked=2.9,
    proximity=0.4,
    brevity=-1.0,
    title=1.0,
    agreement=1.8,
    date=3.2,
)
"""Weights without the sentence's vectors: they choose the sentences that the model reads."""


_SALUTATION = expression(
    r"""[\W_]*(?:dear|greetings|hello|hi|welcome|good\ (?:morning|afternoon|evening|day)|ladies\ and\ gentlemen|
    (?:my\ )?fellow|my\ friends|thank\ you|thanks|glory\ to|excellenc(?:y|ies)|your\ (?:excellency|majesty)|
    (?:mr|mrs|ms|madam)\.?\ (?:president|speaker|chair\w*|secretary))\b""",
    re.IGNORECASE | re.VERBOSE,
)
SALUTATION_WORDS, HEADING_WORDS = 8, 12
EMPTY = 0.5
"""What is left of the score of a salutation or a heading: it names people ("Dear Ukrainians!") or a topic ("HARBOUR
TOLLS") and tells nothing of them. No set of questions holds enough of them for a weight to be learnt."""


def is_empty(text: str) -> bool:
    """Return whether what stands as a sentence is a salutation or a heading."""
    return is_salutation(text) or is_heading(text)


def is_salutation(text: str) -> bool:
    """Return whether a sentence only greets, thanks or addresses somebody."""
    return len(text.split()) <= SALUTATION_WORDS and bool(_SALUTATION.match(text))


def is_heading(text: str) -> bool:
    """Return whether a few words are in capitals and end as no sentence does."""
    words = text.split()
    return text.isupper() and 2 <= len(words) <= HEADING_WORDS and text.rstrip()[-1].isalnum()


def scores(rows: Sequence[Features], weights: Features = WEIGHTS) -> Matrix:
    """Return each row's weighted sum over the sum of the positive weights, so that a score is at most 1."""
    found: Matrix = np.asarray(rows, dtype=np.float32).reshape(-1, len(weights)) @ np.asarray(weights, np.float32)
    return found / np.float32(_highest(weights))


def _highest(weights: Features) -> float:
    return sum(weight for weight in weights if weight > 0)


COVERAGE = WEIGHTS.coverage / _highest(WEIGHTS)
"""What the share of the question's words counts in a score."""


def proximity(terms: Sequence[Term], stems: Sequence[str]) -> float:
    """Return the share of neighbouring terms that stand within three words of each other in a sentence, 0 to 1."""
    pairs = list(pairwise(terms))
    places = [[at for at, each in enumerate(stems) if each in term.stems] for term in terms]
    near = [
        any(0 < abs(one - other) <= NEAR for one in places[at] for other in places[at + 1]) for at in range(len(pairs))
    ]
    return sum(near) / len(pairs) if pairs else 0.0


def agreement(things: Sequence[frozenset[str]], documents: Sequence[str], relevance: Sequence[float]) -> list[float]:
    """Return how much other documents hold of what each sentence holds, 0 to 1.

    Each other document counts by its most relevant sentence with the same name or number; two full ones are enough.
    What stands in several places is more likely the answer (Clarke, Cormack and Lynam, "Exploiting Redundancy in
    Question Answering", SIGIR 2001).
    """
    votes: dict[str, dict[str, float]] = {}
    for named, document, weight in zip(things, documents, relevance, strict=True):
        for each in named:
            by_document = votes.setdefault(each, {})
            by_document[document] = max(by_document.get(document, 0.0), weight)
    return [
        min(1.0, max((sum(votes[each].values()) - votes[each][document] for each in named), default=0.0) / ENOUGH_VOTES)
        for named, document in zip(things, documents, strict=True)
    ]


def brevity(terms: Sequence[Term], stems: frozenset[str]) -> float:
    """Return how little a sentence tells beyond the question's own words, 0 to 1."""
    asked = frozenset(each for term in terms for each in term.stems)
    return max(0.0, 1 - len(stems - asked - STOPWORDS) / TELLING_WORDS)


def token_weights(pieces: Sequence[str], terms: Sequence[Term], asking: float = 1.0) -> Matrix:
    """Return the weight of each of the question's tokens: its word's, shared among the word's pieces.

    Stop words, marks and the model's own tokens weigh nothing; a word that is no term only asks, and weighs `asking`.
    If all would weigh nothing, all weigh the same.
    """
    known: Mapping[str, float] = {each: term.weight for term in terms for each in term.stems}
    weights = np.zeros(len(pieces), dtype=np.float32)
    for word, start, end in _pieced(pieces):
        if word not in STOPWORDS:
            weights[start:end] = known.get(stem(word), asking if len(word) > 2 else 0.0) / (end - start)
    return weights if weights.any() else np.ones_like(weights)


def naming(pieces: Sequence[str], stems: frozenset[str]) -> list[int]:
    """Return the positions of the question's tokens whose word is one of the stems, such as those of a name."""
    return [at for word, start, end in _pieced(pieces) if stem(word) in stems for at in range(start, end)]


def _pieced(pieces: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a text's tokens with where its pieces begin and end; marks and special tokens are no words."""
    start = 1
    while start < len(pieces) - 1:
        end = start + 1
        while end < len(pieces) - 1 and pieces[end].startswith("##"):
            end += 1
        word = "".join(each.removeprefix("##") for each in pieces[start:end])
        if word[0].isalnum():
            yield word, start, end
        start = end


def nearest_tokens(question: TokenVectors, sentences: Sequence[TokenVectors]) -> Matrix:
    """Return for each sentence and token of the question the cosine of the sentence's nearest token.

    Khattab and Zaharia, "ColBERT" (SIGIR 2020), section 3.2, over the weights that make the sentences' vectors.
    """
    tokens = np.concatenate([each.tokens for each in sentences]).astype(np.float32)
    # Without BLAS, as in index.storage.vectors.nearest: it takes .2 to .7 ms for the 8 to 16 of a loop that waits.
    cosines = np.einsum("td,qd->tq", tokens, question.tokens.astype(np.float32))
    starts = np.cumsum([0, *(len(each.tokens) for each in sentences[:-1])])
    found: Matrix = np.maximum.reduceat(cosines, starts, axis=0)
    return found


def worst_matched(nearest: Matrix, pieces: Sequence[str], weights: Matrix) -> float:
    """Return the cosine of the weighted word that the nearest tokens match least, 0 where no word weighs anything."""
    matched = [float(nearest[start:end].mean()) for _, start, end in _pieced(pieces) if weights[start:end].any()]
    return max(0.0, min(matched, default=0.0))


def late_interaction(nearest: Matrix, weights: Matrix) -> float:
    """Return the weighted mean of the cosines of the nearest tokens, 0 to 1."""
    return max(0.0, float(nearest @ weights / weights.sum()))
