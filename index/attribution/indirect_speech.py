"""Sentences without quotation marks -> the clauses that report in the document's words what somebody said or thinks.

Every verb of `index.cues.verbs`, noun and adjective of `index.cues.noun_cues` and "according to" is a candidate. For
each, likely beginnings and ends are weighed, then whether the surest words between them are an attribution: three
logistic models over named features, the weights of which `python -m benchmarks.quality.clauses --fit` writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path

from index.attribution.clause_edges import settled
from index.attribution.clause_tails import before_the_writer
from index.attribution.nothing_said import begins_in_the_middle, reports_nothing, tells_only_when
from index.attribution.span_boundaries import cut_points, end_features, ends, start_features, starts
from index.cues.contents import tells_a_clause
from index.cues.cue_features import cue_features, span_features
from index.cues.cues import Cue, cues
from index.cues.noun_cues import nominal_cues
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH
from index.text.sentences import Span, overlap

KEPT = 0.36
"""The least probability of a clause: the best F1 in cross-validation (`python -m benchmarks.quality.clauses`)."""
ALIKE = 0.3
"""Of two clauses that share more of their words than this the surer one is kept."""
MOST_STARTS, MOST_ENDS = 3, 4
LEAST_START, LEAST_SPAN = 0.05, 0.02
"""Less likely beginnings and spans are not weighed further."""
SAME = 0.5
_FILE = Path(__file__).parents[1] / "weights" / "clauses.json"
_CLOSING = ".x,;:"


@dataclass(frozen=True)
class Weights:
    """Of each feature of an attribution, a beginning and an end its weight; one that is missing weighs nothing."""

    attribution: Mapping[str, float]
    start: Mapping[str, float]
    end: Mapping[str, float]


@dataclass(frozen=True)
class Clause:
    """A reported clause: tokens `first` to before `last`, the cue that attributes it, and how likely it does."""

    first: int
    last: int
    cue: Cue
    probability: float


@cache
def shipped_weights() -> Weights:
    """Return the weights that the project ships."""
    return Weights(**json.loads(_FILE.read_text(encoding="utf-8")))


def reported_clauses(tokens: Tokens, weights: Weights | None = None) -> list[Clause]:
    """Return the reported clauses of a sentence by where they begin, the outer before what it holds."""
    weights = weights or shipped_weights()
    end = sentence_end(tokens)
    candidates = all_cues(tokens)
    cuts = cut_points(candidates)
    found: list[tuple[Span, list[Clause]]] = []
    for number, cue in enumerate(candidates):
        words = None if reports_nothing(tokens, cue) else likely_words(tokens, cue, end, cuts, weights)
        if words is None:
            continue
        (first, last), mass = words
        first = _with_the_front(tokens, cue, first, last, end, candidates)
        first, last = _behind_that(tokens, cue, first, last), _with_the_other(tokens, cue, last, end)
        features = cue_features(tokens, candidates, number, end) + span_features(tokens, cue, first, last, end, mass)
        probability = 1 / (1 + exp(-_score(weights.attribution, ["bias", *features])))
        pieces = settled(tokens, cue, (first, last), end, candidates) if probability >= KEPT else []
        pieces = [each for each in pieces if not begins_in_the_middle(tokens, *each[:2])]
        pieces = [each for each in pieces if not tells_only_when(tokens, cue, *each[:2])]
        pieces = [(each[0], before_the_writer(tokens, *each[:2])) for each in pieces]
        if pieces:
            clauses = [Clause(first=piece[0], last=piece[1], cue=cue, probability=probability) for piece in pieces]
            found.append(((first, last), clauses))
    return sorted(_unlike(tokens, _without_tellers(tokens, found)), key=lambda each: (each.first, -each.last))


_ADDRESSED = frozenset("tell inform warn assure remind notify advise promise".split())
_OF_SOMETHING = frozenset("agree object respond reply point relate refer".split())
"""Behind "to" stands what they are about, and nobody whom something is said to: "agreed to the plan that …"."""
_JOINING = frozenset("but and though although yet or if".split())


def _with_the_front(tokens: Tokens, cue: Cue, first: int, last: int, end: int, found: Sequence[Cue]) -> int:
    """Return where words begin whose cue ends the sentence: a clause before a comma is reported like the next one."""
    closes = last <= cue.first and cue.last >= end and cue.lemma in SPEECH
    if not closes or first < 2 or tokens.tags[first - 1] != "," or not _has_subject_behind_a_comma(tokens, cue):
        return first
    others = any(each.first < first and each.form not in {"noun", "adjective"} for each in found)
    return 0 if not others and _is_main_clause(tokens, first) else first


def _has_subject_behind_a_comma(tokens: Tokens, cue: Cue) -> bool:
    return cue.subject is not None and not cue.inherited and tokens.tags[cue.subject.first - 1] == ","


def _is_main_clause(tokens: Tokens, last: int) -> bool:
    """Return whether a sentence begins with a clause of its own up to a token: no "when", no quotation in it."""
    front = tokens.tags[:last]
    if any(tag in "QSW" and tokens.lower[at] != "than" for at, tag in enumerate(front)):
        return False
    return front[0] in "DNn#PR" and any(tag in "AvV" for tag in front)


def _behind_that(tokens: Tokens, cue: Cue, first: int, last: int) -> int:
    """Return where the words begin behind "that", with what stands before it left out: "told them on 15 May that …"."""
    if first < cue.last or cue.form == "noun":
        return first
    told = tokens.tags[first : first + 1] == ["T"] and cue.lemma in SPEECH - _OF_SOMETHING
    through = tokens.tags[cue.last : cue.last + 1] in (["I"], ["R"]) or cue.lemma in _ADDRESSED or told
    for at in range(first + told, min(last - 1, first + 9)):
        of_a_noun = tokens.tags[at - 1] == "I" and tokens.tags[at + 1] in "nZ"
        if tokens.lower[at] == "that" and at > first and through and tokens.tags[at + 1] not in "AvV" and not of_a_noun:
            return at + 1
        if tokens.tags[at] not in "IDnN#ZRO":
            break
    return first


def _with_the_other(tokens: Tokens, cue: Cue, last: int, end: int) -> int:
    """Return the end of the words with the second of two that "but" joins: "called it tight but safe"."""
    if last <= cue.last or cue.lemma not in _NAMES_IT or not last < end:
        return last
    start = last + 1 if tokens.tags[last] == "," else last
    if start >= end or tokens.lower[start] not in _JOINING:
        return last
    rest = tokens.tags[start + 1 : end]
    stop = next((at for at, tag in enumerate(rest) if tag in ",;:-("), len(rest))
    short = 0 < stop <= 4 and all(tag in "nvVRD" for tag in rest[:stop])
    return start + 1 + stop if short else last


_NAMES_IT = frozenset("call describe label term consider deem find brand characterize characterise rate judge".split())


def all_cues(tokens: Tokens) -> list[Cue]:
    """Return everything in a sentence that may attribute, in order."""
    return sorted([*cues(tokens), *nominal_cues(tokens)], key=lambda each: (each.first, each.last))


def sentence_end(tokens: Tokens) -> int:
    """Return the token before which a sentence ends without its closing marks."""
    end = len(tokens)
    bracketed = tokens.tags[:1] == ["("]
    while end and (tokens.tags[end - 1] in _CLOSING or bracketed and tokens.tags[end - 1] == ")"):
        end -= 1
    return end


def likely_words(
    tokens: Tokens, cue: Cue, end: int, cuts: frozenset[int], weights: Weights
) -> tuple[tuple[int, int], float] | None:
    """Return the tokens that a cue would attribute and how sure they are, or None where none could be.

    Among the likely spans it is the one that is the same as most of the others by `SAME` of their characters, each
    counting with its probability: what is sure is where the words are, often not their last one.
    """
    spans = _likely_spans(tokens, cue, end, cuts, weights)
    best: tuple[float, float, Span] | None = None
    for (first, last), probability in spans.items():
        one = (tokens.starts[first], tokens.ends[last - 1])
        mass = sum(
            chance for (a, b), chance in spans.items() if overlap(one, (tokens.starts[a], tokens.ends[b - 1])) >= SAME
        )
        best = max(best or (0.0, 0.0, (0, 0)), (mass, probability, (first, last)))
    if best is None or "Q" in tokens.tags[best[2][0] : best[2][1]]:
        return None
    return best[2], best[0]


def _likely_spans(
    tokens: Tokens, cue: Cue, end: int, cuts: frozenset[int], weights: Weights
) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    openings = starts(tokens, cue, end)
    scores = [_score(weights.start, start_features(tokens, cue, each, end)) for each in openings]
    for start, chance in _likeliest(openings, scores, MOST_STARTS):
        if chance < LEAST_START:
            continue
        stops = ends(tokens, cue, start, end)
        scores = [_score(weights.end, end_features(tokens, cue, start, each, end, cuts)) for each in stops]
        for stop, share in _likeliest(stops, scores, MOST_ENDS):
            if chance * share > LEAST_SPAN:
                found[start, stop] = chance * share
    return found


def _likeliest(places: Sequence[int], scores: Sequence[float], most: int) -> list[tuple[int, float]]:
    """Return the likeliest places with their probabilities among all, by a softmax of the scores."""
    if not places:
        return []
    highest = max(scores)
    shares = [exp(each - highest) for each in scores]
    total = sum(shares)
    ranked = sorted(zip(shares, places, strict=True), reverse=True)[:most]
    return [(place, share / total) for share, place in ranked]


def _score(weights: Mapping[str, float], features: Sequence[str]) -> float:
    return sum(map(weights.get, features, repeat(0.0)))


def _without_tellers(tokens: Tokens, found: list[tuple[Span, list[Clause]]]) -> list[tuple[Span, list[Clause]]]:
    """Return the clauses without "according to Reuters" where what it gives is that another says something.

    "According to Reuters, Ida Holt told the council that …": the words are hers. Of "According to Reuters, the firm
    recalled its boats" they are the agency's.
    """
    saying = (clauses[0] for _, clauses in found)
    own = {each.cue.subject.first for each in saying if each.cue.subject and _is_said(tokens, each)}
    return [each for each in found if each[1][0].cue.lemma != "according" or each[1][0].first not in own]


def _is_said(tokens: Tokens, clause: Clause) -> bool:
    """Return whether a verb of saying has a subject of its own and what is said behind it, as a clause."""
    cue = clause.cue
    if cue.lemma not in SPEECH or cue.form not in {"past", "s"} or cue.inherited or cue.passive:
        return False
    # "Some states that claim …": a noun
    counted = cue.subject is not None and tokens.tags[cue.subject.last - 1] == "D"
    if clause.first < cue.last or counted:
        return False
    that = tokens.lower[clause.first - 1] == "that"
    return that or cue.form == "past" and tells_a_clause(tokens, cue, clause.first, clause.last)


def _unlike(tokens: Tokens, found: Sequence[tuple[Span, list[Clause]]]) -> list[Clause]:
    """Return the clauses without those that hold nearly the same words as a surer one.

    What was left out of a surer one for another cue ("…, she said, adding that …") is reported by that cue alone.
    """
    kept: list[tuple[Span, Clause]] = []
    for (first, last), clauses in sorted(found, key=lambda each: -each[1][0].probability):
        span = (tokens.starts[first], tokens.ends[last - 1])
        for clause in clauses:
            if all(_is_apart(clause, its) or _is_unlike(tokens, (span, clause), (other, its)) for other, its in kept):
                kept.append((span, clause))
    return [clause for _, clause in kept]


def _is_unlike(tokens: Tokens, one: tuple[Span, Clause], other: tuple[Span, Clause]) -> bool:
    """Return whether two clauses hold other words, both as they were found and as they were settled."""
    settled_spans = [(tokens.starts[each.first], tokens.ends[each.last - 1]) for _, each in (one, other)]
    return overlap(one[0], other[0]) < ALIKE and overlap(*settled_spans) < ALIKE


def _is_apart(one: Clause, other: Clause) -> bool:
    return one.first >= other.last or one.last <= other.first
