"""Is this enough to answer? A logistic score of eleven named features, and the run that measures it.

    python -m benchmarks.quality.answering squad2_dev=FOLDER realtimeqa=FOLDER rgb_en_fact=FOLDER ramdocs=FOLDER --fit

prints the weights that questions of development sets give: their near-misses, which count 0.7, and questions of other
documents, which count 0.3, are the ones to refuse; and how well the weights in force tell them apart. Six say how near
the evidence is, four what the question has and it has not (rag/rank/mismatch.py): in five folds by question the latter
raise the AUROC of SQuAD's near-misses from .65 to .74 and leave that of foreign questions at .98. Tried in the same run
without gain: the kind asked for, the margin, the rarest missing word, how far missing words are from the passage's
nearest token, superlatives and prefixes that deny. The weight of `quantity` is set, not fitted: of 106 answerable "how
many" and "how much" questions of SQuAD and RealTime QA none lacks a quantity, and of 77 near-misses none does, so data
cannot weigh it; a question for a number is not answered by words without one. README.md has the figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from errors import SettingError
from rag.find.shown_first import is_where_read, on_the_point, words_first
from rag.find.terms import STATEMENT_COVERAGE, WHOLE, Term, reads_meaning
from rag.records import Evidence, Query, Reading
from rag.understand.plan.first_line import asks_openly, line_asked

BIAS = -5.78
WEIGHTS = {
    "cosine": 0.5,
    "passage_cosine": 5.1,
    "passage_coverage": 0.7,
    "whole": 0.4,
    "late_interaction": 2.8,
    "passage_late_interaction": 1.7,
    "denial": -3.6,
    "opposite": -2.9,
    "number": -2.6,
    "name": -0.7,
    "quantity": -2.0,
}
READER_BIAS = -4.57
READER_WEIGHTS = {
    "cosine": 0.5,
    "passage_cosine": 1.5,
    "passage_coverage": 0.3,
    "whole": 0.5,
    "late_interaction": 2.9,
    "passage_late_interaction": 1.2,
    "denial": -1.7,
    "opposite": -1.9,
    "number": -1.5,
    "name": 0.0,
    "quantity": -2.0,
    "answerable": 3.2,
}
"""What was read is weighed by these. In five folds over 1,230 questions of the four sets they refuse 62 % of the
unanswerable questions of SQuAD and RealTime QA, 93 % of the foreign ones and 3.9 % of the answerable ones; without a
reader 54, 91 and 5.4 %. With the margin of the span, its length or whether it is the kind of thing asked for beside
it, nothing is won; the fitted weight of `name` is .05; `quantity` is set as above."""
BENT = 6.0
READ_FIRST, INSIDE, WORDS, NEAR = 100.0, 1.0, 0.3, 8.0
"""What was read is ordered by both logits of the reader, whether the likeliest words stand in the piece itself, the
log-odds that words and vectors give, and its score. On 307 answerable questions of SQuAD's development half the first
piece is right for .873; by words and vectors alone for .779; any of the first four is for .941."""
CLOSE_READ = 0.6
"""A fact that was read is shown in spans no farther than this from the first: the answer stands in .919 of the same
questions' texts, in 35 words; with 0.3 in .912 and 32, with 1.0 in .932 and 40; by words and vectors alone in .919 and
45."""
READ_STRICTNESS = {"lenient": 0.22, "balanced": 0.36, "strict": 0.62}
"""As `STRICTNESS`, for a fact that was read. Chosen on 1,190 questions of SQuAD's development half, RealTime QA and
everyday ones (docs/reader.md): balanced refuses 72, 58 and 64 % of their unanswerable ones and 12, 4 and 42 % of the
answerable ones; with .30 68, 58 and 57 % and 10, 2 and 37 %, with .42 75, 61 and 67 % and 15, 5 and 48 %."""
STRICTNESS = {"lenient": 0.27, "balanced": 0.46, "strict": 0.73}
"""The chance from which a fact is answered. Balanced refuses 5.4 % of the answerable questions in the mean of the four
sets, 91 % of the foreign ones and 54 % of the unanswerable ones of SQuAD and RealTime QA (240 questions a set; 0.48
refuses 5.8, 92 and 55). Lenient and strict refuse 2 and 22 % of the answerable ones in five folds, 86 and 96 % of the
foreign ones. Weights fitted to all 3,059 questions of SQuAD, each counting the same, refuse 1.5 points fewer of its
answerable questions at the same balanced accuracy, but more of the sample's and fewer of RealTime QA's unanswerable
ones; so do weights of three measures of nearness in place of six. Neither was taken."""
SURELY_READ, SURE = (0.5, 0.5), 0.72
VERY_SURELY_READ, VERY_SURE = (2.5, 5.0), 0.5
"""Where the reader's two logits are at least these, and no name, number or denial of the question is missing, so much
of the level's chance is enough: people ask in other words than the text's ("sportspeople killed", "athletes died"), and
then its words and vectors say little. Of the first 300 questions of SQuAD's development half and 136 of other stores'
documents it answers one right one more and one foreign one."""
_READ_WELL = frozenset({"who", "when", "where", "number"})
"""Only for these is `VERY_SURE` enough, as what is read is a name, a day, a place, a number. For how, why and what
`SURE` is, for other forms ("Which group …") nothing less. Of 340 questions for how, why and what to the four sets, the
sample and strangers' documents one more is answered, and rightly; so is one of 43 near-misses for how and why that
SQuAD has besides. To ask how and why for .8 of the chance at any reading answers one more of them, and two near-misses
more."""
STRICTEST = "strict"
"""At this level the whole chance is asked for, however surely the answer was read."""
FACT_SPANS, CLOSE = 3, 0.052
"""A fact is shown in at most so many spans, the later ones no farther than this from the first.

With what is refused it stands in them for 84 % of SQuAD's answerable questions, in 44 words, and for 69 % of RealTime
QA's; with two spans from 88 % of the first one's score, answered from 0.48, for 81 and 66 %."""
LIKELIHOOD = 0.015
"""What the log-odds of answering count beside the score. Both near and likely evidence goes first: in .795 instead of
.789 of SQuAD's answerable questions the first span answers, in .31 instead of .30 of RealTime QA's. More of it undoes
what the comparison of rivals puts right (RGB), less leaves sentences first that hold a name and nothing else asked for.
"""
IN_OTHER_WORDS = 1.4
"""Statements count as on a topic that they do not name from this sum of four cosines: of the topic alone with the
statement, of the same with its neighbours, of the topic's words with the nearest ones of the statement in the mean (the
late interaction), and of the word that is matched least. They must have the names that the question has ("NATO" is no
alliance of another name). Of 45 questions for known speakers of speeches and news with the topic in other words, all
of which were looked at when it was chosen, 31 are answered so, 26 with what was looked for, by the two conditions that
stood before 29 and 18; of 70 on absent topics 3 and 4. With 1.5 it is 26, 18 and 1."""
NEAR_AROUND = 0.55
"""The two cosines of the topic alone have at least this sum, so that one word that is met well ("mothers" for "maternal
mortality") does not make up for the rest."""
LATE, LATE_OF_MANY, MANY = 0.3, 0.4, 4
"""Word by word a statement meets the topic at least this well, and a topic of `MANY` words better: what is near to a
part of "kicking Moscow out of the club of big economies" is not on it."""
LATE_ALONE = 0.52
"""Where the cosine is not read, as of languages that the embedder was not trained on, a late interaction of this
decides alone."""
CLOSE_AROUND, CLOSE_WORD = 0.5, 0.4
"""The cosine with neighbours and that of the worst word from which what is shown first is said to be near, not perhaps
on the topic: all 4 such ones of these questions are right, of the others 24 of 25; two more are of absent topics."""
TOLD, TOLD_AROUND = 0.25, 0.75
"""A statement names its topic where it has this share of it and its passage that one: "her tweet was a joke"."""
OF_ANOTHER_TOPIC = -1.5
"""The reader's logit below which a statement that names a part of the topic is one on another: "the closed zone" for "a
no-fly zone". Of five such near-misses among 240 topics it leaves one, of two right ones both; the reader's logit for a
statement that names all of the topic is -2.8 to 4.3, so that these are not asked."""
PARTLY, READ_ANSWERABLE, READ_MARGIN = 0.35, 0.5, 1.0
"""A statement that names this share of the topic is on it too where the reader's logits are these: "I can only work
five hours" for "how many hours she could film". Without a share the reader takes 5 of 70 absent topics for answered."""
READ_MARGIN_OF_NEAR = 0.0
"""As `READ_MARGIN`, for what the four cosines take for near as well: of 247 questions for known speakers, strangers'
and everyday ones, all seen when it was chosen, one more is answered, and rightly, and none of 69 on absent topics."""
ON_IT, ON_IT_CHANCE = 0.65, 0.6
"""A passage names so much of a topic, and the chance that its best statement answers is this, where the passage is on
it: what is said there in other words ("They should pay me") may be, too. Of the same questions that were refused it
answers three, all rightly, and none of 51 on absent topics; with .55 for the first it answers one of those."""
NEAR_SPANS, NEARLY_AS_NEAR, NAMED_TOO = 3, 0.4, 0.5
"""So many of them are shown, no farther than this from the nearest by the four cosines and by so much of the share of
the topic that they name. Of 14 questions whose answer is near in meaning alone the first is right for 11, by the two
cosines of the topic alone for 9; "It hits the poor" no longer stands before "Rich countries hoard vaccines"."""
NEAREST, NEARLY = 0.05, 0.8
"""To words that are no sentence a statement is near from this share of their weight, others from this share of it."""
STATEMENT_SPANS = 4
"""Statements are shown up to so many."""


def strictness(name: str) -> str:
    """Return the name of a level.

    Raises:
        SettingError: there is none of that name.
    """
    if name not in STRICTNESS:
        raise SettingError(f"ON_THE_RECORD_STRICTNESS is '{name}'; set one of {', '.join(STRICTNESS)} or unset it.")
    return name


@dataclass(frozen=True)
class Decision:
    """Whether to answer, from which evidence, and the calibrated probability that the best of it answers."""

    answer: bool
    evidence: tuple[Evidence, ...]
    probability: float
    best: Evidence | None = None
    """The evidence that a fact's probability was taken from."""
    in_other_words: bool = False
    """Whether no statement names the topic, so that those nearest in meaning are given."""
    distant: bool = False
    """Whether these may be on another topic."""


def decide(
    query: Query,
    terms: Sequence[Term],
    evidence: Sequence[Evidence],
    strictness: str = "balanced",
    likelihood: float = LIKELIHOOD,
) -> Decision:
    """Return the decision; an asked speaker who has no statement, or none on the topic, is never answered for.

    `likelihood` is what the log-odds of answering count in the order of a fact's evidence.
    """
    if not evidence or (query.speaker and not query.speakers):
        return Decision(False, (), 0.0)
    if query.kind == "statements":
        return _statements(query, terms, evidence)
    promise = [promise_of(each, likelihood) for each in evidence]
    order = sorted(range(len(evidence)), key=lambda at: -promise[at])
    least = (READ_STRICTNESS if evidence[order[0]].reading else STRICTNESS)[strictness]
    is_read_well = line_asked(query.standalone) in _READ_WELL
    if is_read_well and strictness != STRICTEST and probability(evidence[order[0]]) < least * SURE:
        order = _very_surely_read(order, evidence) or order
    best = evidence[order[0]]
    chance = probability(best)
    near = CLOSE_READ if best.reading else CLOSE
    close = [evidence[at] for at in order if promise[at] >= promise[order[0]] - near]
    return Decision(
        answer=chance >= least * _share_needed(query.standalone, best, strictness),
        evidence=tuple(on_the_point(words_first(close) if is_read_well else close)[:FACT_SPANS]),
        probability=chance,
        best=best,
    )


def _very_surely_read(order: list[int], evidence: Sequence[Evidence]) -> list[int]:
    """Return the order without what is not very surely read."""
    return [at for at in order if is_surely_read(evidence[at], VERY_SURELY_READ)]


def _share_needed(question: str, best: Evidence, strictness: str) -> float:
    """Return from which share of the level's chance evidence answers: less where the reader surely sees the answer."""
    if strictness == STRICTEST:
        return 1.0
    is_read_well = line_asked(question) in _READ_WELL
    if is_read_well and is_surely_read(best, VERY_SURELY_READ):
        return VERY_SURE
    if (is_read_well or asks_openly(question)) and is_surely_read(best, SURELY_READ):
        return SURE
    return 1.0


def is_surely_read(evidence: Evidence, least: tuple[float, float]) -> bool:
    """Return whether both logits of the reader are at least these and the evidence lacks nothing of the question."""
    reading = evidence.reading
    if reading is None or any(evidence.mismatch):
        return False
    return reading.answerable >= least[0] and reading.margin >= least[1]


def promise_of(evidence: Evidence, likelihood: float = LIKELIHOOD) -> float:
    """Return by what a fact's evidence is put in order: what was read comes first, by what the reader makes of it."""
    if evidence.reading is None:
        return evidence.score + likelihood * log_odds(evidence)
    said = sum(reader_features(evidence.reading).values())
    words = WORDS * _log_odds(evidence, BIAS, WEIGHTS) + NEAR * evidence.score
    return READ_FIRST + said + INSIDE * is_where_read(evidence) + words


def _statements(query: Query, terms: Sequence[Term], evidence: Sequence[Evidence]) -> Decision:
    """A statement counts that names enough of the topic; where none does, one that is near enough to it in meaning."""
    if not terms:
        return Decision(True, tuple(evidence[:STATEMENT_SPANS]), 1.0)
    named = _named(query, evidence)
    near = [] if named else _near(query, terms, evidence)
    if not (named or near or query.compared) and query.speaker:
        near = _in_passage_on_it(evidence)
    found = named or near
    chance = max((probability(each) for each in found), default=0.0)
    shown = found if query.speaker else _of_each_speaker(found)
    return Decision(
        bool(found),
        tuple(shown[:STATEMENT_SPANS]),
        chance,
        in_other_words=bool(near) and not _is_told(near[0]),
        distant=bool(near) and not _is_surely_near(near[0]),
    )


def _named(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the statements that name enough of the topic, or of words that are no sentence the most."""
    named = [
        each
        for each in evidence
        if _names_topic(each)
        or (query.speaker and _is_read_as_answer(each))
        or _is_reported_by_addressee(query.addressee, each)
    ]
    return _nearest(evidence) if query.loose and not named else named


def _names_topic(evidence: Evidence) -> bool:
    """Return whether a statement names enough of the topic: all of it, or a part that the reader takes for it."""
    other = evidence.reading is not None and evidence.reading.answerable < OF_ANOTHER_TOPIC
    return evidence.coverage >= STATEMENT_COVERAGE and not other


def _is_read_as_answer(evidence: Evidence) -> bool:
    """Return whether the reader surely takes a statement that names a part of the topic for one on it."""
    reading = evidence.reading
    if reading is None or evidence.coverage < PARTLY:
        return False
    # What is near in meaning too is less in doubt.
    least = READ_MARGIN_OF_NEAR if _is_near(evidence, LATE) else READ_MARGIN
    return reading.answerable >= READ_ANSWERABLE and reading.margin >= least


def _near(query: Query, terms: Sequence[Term], evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return what is near enough to the topic in meaning and lacks no name of it, nearest first."""
    theirs = [each for each in evidence if not _lacks(each)]
    if not reads_meaning(query):
        near = [each for each in theirs if each.late_interaction >= LATE_ALONE]
        return sorted(near, key=lambda each: -each.late_interaction)[:NEAR_SPANS]
    near = [each for each in theirs if _is_near(each, LATE_OF_MANY if len(terms) >= MANY else LATE)]
    nearest = max(map(_nearness, near), default=0.0)
    near = [each for each in near if _nearness(each) >= nearest - NEARLY_AS_NEAR]
    return sorted(near, key=lambda each: -_nearness(each))[:NEAR_SPANS]


def _in_passage_on_it(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the statements, in their order, of the one passage that surely is on the topic and lacks no name of it."""
    likely = [each for each in evidence if each.passage_coverage >= ON_IT and not each.mismatch.name]
    best = max(likely, key=probability, default=None)
    if best is None or probability(best) < ON_IT_CHANCE or best.mismatch.opposite:
        return []
    passage = (best.document_id, best.passage_coverage, best.passage_cosine)
    near = [each for each in likely if (each.document_id, each.passage_coverage, each.passage_cosine) == passage]
    return near[:STATEMENT_SPANS]


def _is_told(evidence: Evidence) -> bool:
    """Return whether a statement names a part of the topic and its passage nearly all, so that nothing is in doubt."""
    return evidence.coverage >= TOLD and evidence.passage_coverage >= TOLD_AROUND


def _is_near(evidence: Evidence, late: float) -> bool:
    """Return whether a statement is near to the topic in meaning, as a whole and word by word."""
    return (
        _meaning(evidence) >= NEAR_AROUND
        and evidence.late_interaction >= late
        and four_cosines(evidence) >= IN_OTHER_WORDS
    )


def four_cosines(evidence: Evidence) -> float:
    """Return the sum of the four cosines with a topic: of the whole, with neighbours, word by word, of the worst."""
    return _meaning(evidence) + evidence.late_interaction + evidence.worst_word


def _nearness(evidence: Evidence) -> float:
    """Return by what near statements are put in order."""
    return four_cosines(evidence) + NAMED_TOO * evidence.coverage


def _meaning(evidence: Evidence) -> float:
    """Return how near a statement is to the topic in meaning, by itself and with what stands around it."""
    return evidence.near_topic + evidence.around_near_topic


def _is_surely_near(evidence: Evidence) -> bool:
    return evidence.around_near_topic >= CLOSE_AROUND and evidence.worst_word >= CLOSE_WORD


def _lacks(evidence: Evidence) -> bool:
    """Return whether evidence has not a name of the question, or names a part of the topic and is on another."""
    return bool(evidence.mismatch.name or evidence.coverage >= STATEMENT_COVERAGE)


def _nearest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the statements that name most of words which are no sentence, where they name enough of them."""
    most = max(each.coverage for each in evidence)
    return [each for each in evidence if each.coverage >= max(NEAREST, NEARLY * most)]


def _of_each_speaker(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence with the best of each speaker first: who asks who said it wants more than one to be named."""
    first = {each.speaker: each for each in reversed(evidence)}
    return sorted(evidence, key=lambda each: each.speaker is None or first[each.speaker] is not each)


def _is_reported_by_addressee(addressee: str | None, evidence: Evidence) -> bool:
    """Return whether the one who reports the words is the one they were said to: what Tell told Quill, by Quill."""
    if not addressee or not evidence.reported_by:
        return False
    return addressee.lower().split()[-1] == evidence.reported_by.lower().split()[-1]


def probability(evidence: Evidence) -> float:
    """Return the chance, 0 to 1, that the evidence answers the question."""
    return 1 / (1 + math.exp(-log_odds(evidence)))


def log_odds(evidence: Evidence) -> float:
    """Return the logarithm of the odds that the evidence answers the question."""
    if evidence.reading is None:
        return _log_odds(evidence, BIAS, WEIGHTS)
    return _log_odds(evidence, READER_BIAS, READER_WEIGHTS)


def _log_odds(evidence: Evidence, bias: float, weights: Mapping[str, float]) -> float:
    known = features(evidence)
    return bias + sum(weight * known[name] for name, weight in weights.items())


def features(evidence: Evidence) -> dict[str, float]:
    """Return what is known of evidence that the decision to answer rests on, by name."""
    near = {name: getattr(evidence, name) for name in _NEARNESS}
    read = reader_features(evidence.reading) if evidence.reading else {}
    return near | {"whole": float(evidence.coverage > WHOLE)} | evidence.mismatch._asdict() | read


def reader_features(reading: Reading) -> dict[str, float]:
    """Return the reader's two logits, each bent to between -1 and 1: beyond a few they say no more."""
    return {"answerable": math.tanh(reading.answerable / BENT), "margin": math.tanh(reading.margin / BENT)}


_NEARNESS = ("cosine", "passage_cosine", "passage_coverage", "late_interaction", "passage_late_interaction")
