"""Which statements are on a topic: those that name enough of it, else those near enough to it in meaning or read so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.find.chance import probability
from rag.find.terms import STATEMENT_COVERAGE, Term, reads_meaning
from rag.records import Evidence, Query

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
ON_IT_SURELY, ON_IT_LIKELY, RATHER_NEAR = (2.5, 3.0), (0.5, 1.5), 1.0
"""The reader's two logits from which a statement that names little of the topic is on it, and those from which it is
where the four cosines have this sum. Of 27 everyday questions for known speakers that were refused one is answered so,
rightly, of three refused ones of a set of 30 two, rightly; of 115 on other speakers' topics 8 are, as before. Read with
what stands around it, or with the mean of both readings, it finds no more."""
FEWEST_TERMS = 2
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


def naming_topic(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
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


def near_in_meaning(query: Query, terms: Sequence[Term], evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return what is near enough to the topic in meaning and lacks no name of it, nearest first."""
    theirs = [each for each in evidence if not _lacks(each)]
    if not reads_meaning(query):
        near = [each for each in theirs if each.late_interaction >= LATE_ALONE]
        return sorted(near, key=lambda each: -each.late_interaction)[:NEAR_SPANS]
    near = [each for each in theirs if _is_near(each, LATE_OF_MANY if len(terms) >= MANY else LATE)]
    nearest = max(map(_nearness, near), default=0.0)
    near = [each for each in near if _nearness(each) >= nearest - NEARLY_AS_NEAR]
    return sorted(near, key=lambda each: -_nearness(each))[:NEAR_SPANS]


def read_on_it(terms: Sequence[Term], evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the statements that name little of the topic and that the reader surely takes for ones on it.

    A single word ("tools") tells it too little: of 60 that a speaker does not use it takes four for spoken of.
    """
    if len(terms) < FEWEST_TERMS:
        return []
    likely = [each for each in evidence if each.reading and not _lacks(each) and not each.mismatch.opposite]
    read = [each for each in likely if _is_read_on_it(each)]
    return sorted(read, key=lambda each: -each.reading.margin if each.reading else 0.0)[:NEAR_SPANS]


def _is_read_on_it(evidence: Evidence) -> bool:
    reading = evidence.reading
    if reading is None:
        return False
    if reading.answerable >= ON_IT_SURELY[0] and reading.margin >= ON_IT_SURELY[1]:
        return True
    is_likely = reading.answerable >= ON_IT_LIKELY[0] and reading.margin >= ON_IT_LIKELY[1]
    return is_likely and four_cosines(evidence) >= RATHER_NEAR


def in_passage_on_it(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the statements, in their order, of the one passage that surely is on the topic and lacks no name of it."""
    likely = [each for each in evidence if each.passage_coverage >= ON_IT and not each.mismatch.name]
    best = max(likely, key=_chance_in_words, default=None)
    if best is None or _chance_in_words(best) < ON_IT_CHANCE or best.mismatch.opposite:
        return []
    passage = (best.document_id, best.passage_coverage, best.passage_cosine)
    near = [each for each in likely if (each.document_id, each.passage_coverage, each.passage_cosine) == passage]
    return near[:STATEMENT_SPANS]


def _chance_in_words(evidence: Evidence) -> float:
    """Return the chance by words and vectors alone where little of the topic is named, which the reader misses."""
    return probability(replace(evidence, reading=None) if evidence.coverage < PARTLY else evidence)


def is_told(evidence: Evidence) -> bool:
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


def is_surely_near(evidence: Evidence) -> bool:
    """Return whether what is near to a topic is said to be so, and not perhaps."""
    return evidence.around_near_topic >= CLOSE_AROUND and evidence.worst_word >= CLOSE_WORD


def _lacks(evidence: Evidence) -> bool:
    """Return whether evidence has not a name of the question, or names a part of the topic and is on another."""
    return bool(evidence.mismatch.name or evidence.coverage >= STATEMENT_COVERAGE)


def _nearest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the statements that name most of words which are no sentence, where they name enough of them."""
    most = max(each.coverage for each in evidence)
    return [each for each in evidence if each.coverage >= max(NEAREST, NEARLY * most)]


def of_each_speaker(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence with the best of each speaker first: who asks who said it wants more than one to be named."""
    first = {each.speaker: each for each in reversed(evidence)}
    return sorted(evidence, key=lambda each: each.speaker is None or first[each.speaker] is not each)


def _is_reported_by_addressee(addressee: str | None, evidence: Evidence) -> bool:
    """Return whether the one who reports the words is the one they were said to: what Tell told Quill, by Quill."""
    if not addressee or not evidence.reported_by:
        return False
    return addressee.lower().split()[-1] == evidence.reported_by.lower().split()[-1]
