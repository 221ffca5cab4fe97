"""Candidates -> evidence: sentences scored against the question, grown to spans that can be understood.

All sentences of the best passages are glanced at by their words. The most promising are read by the model, as many as
a question has time for, and scored by the features of rag/rank/features.py.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain

import numpy as np
from langchain_core.embeddings import Embeddings

from index.attribution.confidence import is_bare_reply
from index.dates import metadata
from index.records import Document, Statement, day_of
from index.records import owner_of as owner_of
from index.storage import embeddings as embed
from index.storage.embeddings import Matrix, TokenVectors
from index.storage.store import Store
from index.text.countries import unified
from index.text.sentences import Span, sentences
from index.text.stems import words
from index.transcripts.label_words import is_answer, is_question
from rag.find.filters import in_days, said_by_asked
from rag.find.retrieve import Retrieved
from rag.find.terms import Term, coverage, setting_of, within
from rag.phrasing import readable_date
from rag.rank.corroboration import Found, borne_out
from rag.rank.features import (
    COVERAGE,
    EMPTY,
    GLANCE,
    WEIGHTS,
    Features,
    agreement,
    brevity,
    is_empty,
    late_interaction,
    naming,
    near_in_time,
    nearest_tokens,
    proximity,
    scores,
    token_weights,
)
from rag.rank.layout import Layout, layout_of, whole_list
from rag.rank.mismatch import mismatch
from rag.rank.near_duplicates import distinct
from rag.rank.replies import replied_to
from rag.rank.windows import grown
from rag.records import Candidate, Evidence, Mismatch, Query
from rag.understand.answer_type import Asked, asked_for, holds, things

GLANCED = 7_000
"""How many characters of the best passages are glanced at sentence by sentence: some ten passages, or 45 snippets.

10,000 and 14,000 find no more (`python -m benchmarks.quality.ranking`)."""
FEWEST = 10
"""So many candidates are given where there are so many, near-identical or not."""
BUDGET = 240
"""How many tokens the model reads for a question. On the development sets 240 find as much as 320, 200 up to four
points less of the right passages in four (`python -m benchmarks.quality.ranking NAME=FOLDER ... --budget TOKENS`)."""
TOKEN_CHARACTERS = 4.4
WINDOWS = 24
"""How many of the best sentences are grown into evidence."""
NEIGHBOURHOOD = 1_500
AROUND = 400
"""Characters beside the evidence in which a name or number of the question may stand; 200 to 1,500 tell as much."""
JOINED_WORDS = 150
"""Pieces that touch are shown as one up to so many words."""
CLIPPED_SHARE = 0.6
STATEMENT_COVERAGE = 0.5
"""A statement counts as one on the topic when it names at least this share of the topic's weight."""
SAID = 0.5
"""Statements that are less sure are no answer to what somebody said: beliefs and acts that a document tells of."""
PHRASELESS = 0.5
"""What is left of the score of a sentence without the words that the question puts in quotation marks."""
_STOP_BEYOND = re.compile(r"[»”“\"’]*(?:[.,]|\s*[–—−-]\s)")
SHORT_WORDS = 8
"""Quoted pieces of fewer words are told with their sentence; under this, attribution too is the least sure."""
KEPT_VECTORS = 2_000
"""A sentence's tokens take some 25 kB."""


class SentenceVectors:
    """Vectors of sentences and their tokens, the most recent kept: a session asks about the same passages again."""

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        self._kept: OrderedDict[str, TokenVectors] = OrderedDict()

    def __call__(self, texts: Sequence[str]) -> list[TokenVectors]:
        """Return the vectors of each text."""
        missing = [each for each in dict.fromkeys(texts) if each not in self._kept]
        fresh = dict(zip(missing, embed.text_vectors(self._embeddings, missing), strict=True)) if missing else {}
        found = [fresh[each] if each in fresh else self._kept[each] for each in texts]
        self._kept.update(fresh)
        while len(self._kept) > KEPT_VECTORS:
            self._kept.popitem(last=False)
        return found


@dataclass(frozen=True)
class Ranked:
    """Evidence, best first, and the candidates in the order that reading their sentences gave."""

    evidence: tuple[Evidence, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a candidate, whose words it is and what is known of it."""

    document: Document
    span: Span
    owner: Statement | None
    candidate: int
    features: Features
    asked: tuple[Term, ...]
    """What of the question its document's sentences have to hold."""
    phrased: bool = True
    """Whether it holds all that the question puts in quotation marks."""
    score: float = 0.0
    lead: str = ""
    """What stands before it and says what it is about: the question that it answers, its columns, its heading."""
    leads: bool = False
    """Whether it says nothing but what another sentence is about."""
    replies_to: Span | None = None
    """Where the end of the turn stands that it replies to."""

    @property
    def text(self) -> str:
        return self.document.text[slice(*self.span)]

    @property
    def read(self) -> str:
        """Return what the model reads."""
        return f"{self.lead} {self.text}" if self.lead else self.text


def rank(query: Query, terms: tuple[Term, ...], retrieved: Retrieved, store: Store, vectors: SentenceVectors) -> Ranked:
    """Return the evidence in the best candidates, each stretch once."""
    read, stretches = sentences_read(query, terms, retrieved, store, vectors)
    if not read:
        return Ranked((), retrieved.candidates)
    scored = [replace(each, score=score) for each, score in zip(read, _worth(read, WEIGHTS), strict=True)]
    scored = _borne_out(scored, stretches, frozenset(words(query.standalone)))
    return Ranked(tuple(_evidence(scored, query, terms)), _reordered(retrieved.candidates, scored))


def sentences_read(
    query: Query,
    terms: tuple[Term, ...],
    retrieved: Retrieved,
    store: Store,
    vectors: SentenceVectors,
    budget: int = BUDGET,
) -> tuple[list[Sentence], dict[int, Found]]:
    """Return the sentences of the best candidates that are worth the model's time, with all their features.

    Beside them the candidates whose sentences were glanced at, by number, for a comparison of those that are rivals.
    """
    glanced = _glanced(query, terms, retrieved, store)
    worth = _worth(glanced, GLANCE)
    order = sorted(range(len(glanced)), key=lambda at: (-worth[at], at))
    chosen = _within([glanced[at] for at in order], 0 if _is_hopeless(query, terms, glanced) else budget)
    read = _with_vectors(chosen, terms, retrieved.question, vectors([each.read for each in chosen])) if chosen else []
    return read, _stretches(glanced, retrieved.candidates)


def _stretches(glanced: Iterable[Sentence], candidates: Sequence[Candidate]) -> dict[int, Found]:
    """Return each candidate that was glanced at, as near to the question as the best of its sentences."""
    found: dict[int, Found] = {}
    for each in glanced:
        start, end = candidates[each.candidate].start, candidates[each.candidate].end
        nearness = _nearness(each.features)
        before = found.get(each.candidate)
        if before is None or before.nearness < nearness:
            found[each.candidate] = Found(each.document.id, each.document.text[start:end], nearness)
    return found


def _nearness(features: Features) -> float:
    """Return how much a sentence's word counts for what it holds, 0 to 1: its share of the question, in its passage."""
    return features.coverage * max(0.0, features.passage_cosine)


def _is_hopeless(query: Query, terms: Sequence[Term], glanced: Sequence[Sentence]) -> bool:
    """Return whether no passage names enough of the topic for a statement to count, so that none need be read."""
    if query.kind != "statements" or not terms or query.addressee:
        return False
    return all(each.features.passage_coverage < STATEMENT_COVERAGE for each in glanced)


def _glanced(query: Query, terms: tuple[Term, ...], retrieved: Retrieved, store: Store) -> list[Sentence]:
    """Return the sentences of the best candidates with the features that need no model."""
    read = _first(retrieved.candidates)
    documents = {each.document_id: text for each in read if (text := store.catalog.document(each.document_id))}
    statements = {key: store.catalog.statements(key) for key in documents}
    titles = {key: coverage(terms, frozenset(_words(each.title))) for key, each in documents.items()}
    setting = setting_of(query.topic) if query.kind == "statements" else frozenset()
    asked = {key: within(terms, setting, each.title) for key, each in documents.items()}
    kind, known = asked_for(query.standalone), frozenset(words(query.standalone))
    found: list[Sentence] = []
    for position, candidate in enumerate(read):
        document = documents[candidate.document_id]
        units = list(_units(document.text, candidate, statements[candidate.document_id], query))
        placed = layout_of(document.text, [span for span, _ in units]) if query.kind != "statements" else Layout()
        replied = [_replied(query, document.text, span, owner, statements[document.id]) for span, owner in units]
        leads = [
            document.text[slice(*before)] if before else placed.leads.get(span, "")
            for (span, _), before in zip(units, replied, strict=True)
        ]
        stems = [_words(f"{lead} {document.text[slice(*span)]}") for (span, _), lead in zip(units, leads, strict=True)]
        when = _dated(document)
        said = _speakers((owner for _, owner in units), terms)
        together = coverage(asked[document.id], frozenset(chain.from_iterable(stems)) | said | when)
        for (span, owner), held, lead, before in zip(units, stems, leads, replied, strict=True):
            features = Features(
                words=retrieved.words[position],
                passage_cosine=retrieved.cosines[position],
                coverage=coverage(
                    asked[document.id], frozenset(held + _told_by(owner)) | _speakers([owner], terms) | when
                ),
                passage_coverage=together,
                # A question of the same kind says what its answer tells, whatever the words of that are.
                asked=float(_asks(lead, kind)) or holds(kind, document.text[slice(*span)], known),
                proximity=proximity(terms, held),
                brevity=brevity(terms, frozenset(held)),
                title=titles[document.id],
                agreement=0.0,
                date=near_in_time(document.published, query.question_date),
            )
            sentence = Sentence(document, span, owner, position, features, asked[document.id], _phrased(query, held))
            found.append(replace(sentence, lead=lead, leads=span in placed.leading, replies_to=before))
    held_by = [things(kind, each.text, known) for each in found]
    agreed = agreement(held_by, [each.document.id for each in found], [_nearness(each.features) for each in found])
    return [
        replace(each, features=each.features._replace(agreement=share))
        for each, share in zip(found, agreed, strict=True)
    ]


def _replied(
    query: Query, text: str, span: Span, owner: Statement | None, statements: Sequence[Statement]
) -> Span | None:
    """Return where what a sentence of the asked speaker replies to stands."""
    return replied_to(text, span, owner, statements) if query.kind == "statements" and query.speaker else None


def _asks(lead: str, kind: Asked | None) -> bool:
    return kind is not None and lead.rstrip("*_ ").endswith("?") and asked_for(lead) == kind


def _borne_out(scored: list[Sentence], stretches: Mapping[int, Found], asked: frozenset[str]) -> list[Sentence]:
    """Return the sentences with the scores of two rivals exchanged where other documents bear out the lower one."""
    best = _best(scored)
    order = sorted(best, key=lambda at: (-best[at], at))
    lifted = {at: best[old] - best[at] for at, old in zip(borne_out(stretches, order, asked), order, strict=True)}
    return [replace(each, score=each.score + lifted[each.candidate]) for each in scored]


def _best(scored: Iterable[Sentence]) -> dict[int, float]:
    """Return the score of each candidate's best sentence."""
    best: dict[int, float] = {}
    for each in scored:
        best[each.candidate] = max(best.get(each.candidate, 0.0), each.score)
    return best


def _first(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the best candidates as far as they are glanced at."""
    reached = accumulate(each.end - each.start for each in candidates)
    return candidates[: 1 + sum(length < GLANCED for length in reached)]


def _phrased(query: Query, stems: Sequence[str]) -> bool:
    """Return whether a sentence holds all that the question puts in quotation marks."""
    text = f" {' '.join(stems)} " if query.phrases else ""
    return all(f" {' '.join(_words(each))} " in text for each in query.phrases)


def _dated(document: Document) -> frozenset[str]:
    """Return the stems of the day of publication: an article of November 2022 seldom says so."""
    return frozenset(_words(readable_date(document.published))) if document.published else frozenset()


def _told_by(owner: Statement | None) -> tuple[str, ...]:
    """Return the stems of the words that tell of a statement: "warned" is part of what "warn about" asks for."""
    return _words(owner.cue) if owner and owner.cue else ()


def _speakers(owners: Iterable[Statement | None], terms: Sequence[Term]) -> frozenset[str]:
    """Return the stems of the speakers' names: "I" and "we" are they, so their words hold their name.

    Where nothing else is asked for they are none: not all that King Osric said is about kings.
    """
    names = frozenset(each for owner in owners if owner and owner.speaker for each in _words(owner.speaker))
    return names if any(not term.stems & names for term in terms) else frozenset()


def _worth(found: Sequence[Sentence], weights: Features) -> list[float]:
    rows = scores([each.features for each in found], weights)
    return [
        float(score) * (EMPTY if each.leads or is_empty(each.text) else 1.0) * (1.0 if each.phrased else PHRASELESS)
        for each, score in zip(found, rows, strict=True)
    ]


def _within(ordered: list[Sentence], budget: int) -> list[Sentence]:
    """Return the sentences in their order as far as the model's time allows, the first in any case."""
    chosen: list[Sentence] = []
    used = 0.0
    for each in ordered:
        needed = len(each.read) / TOKEN_CHARACTERS + 2
        if chosen and used + needed > budget:
            continue
        used += needed
        chosen.append(each)
    return chosen


def _with_vectors(
    chosen: list[Sentence], terms: tuple[Term, ...], question: TokenVectors, vectors: list[TokenVectors]
) -> list[Sentence]:
    """Return the sentences with the features that their vectors give; without tokens' vectors, cosines stand in."""
    cosines = [max(0.0, float(each.vector @ question.vector)) for each in vectors]
    if not len(question.tokens):
        late = whole = cosines
    else:
        weights = token_weights(question.pieces, terms)
        nearest = nearest_tokens(question, vectors)
        for at, each in enumerate(chosen):
            nearest[at, naming(question.pieces, _speakers([each.owner], terms))] = 1.0
        of_passage: dict[int, Matrix] = {}
        for each, found in zip(chosen, nearest, strict=True):
            of_passage[each.candidate] = np.maximum(of_passage.get(each.candidate, found), found)
        late = [late_interaction(each, weights) for each in nearest]
        whole = [late_interaction(of_passage[each.candidate], weights) for each in chosen]
    return [
        replace(
            each,
            features=each.features._replace(
                cosine=cosines[at], late_interaction=late[at], passage_late_interaction=whole[at]
            ),
        )
        for at, each in enumerate(chosen)
    ]


LABELS_AT = 600
"""Only so many characters from its beginning a text has lines that announce a release."""


def _units(
    text: str, candidate: Candidate, statements: Sequence[Statement], query: Query
) -> Iterable[tuple[Span, Statement | None]]:
    """Yield the sentences that begin in the passage: the asked speaker's own words, or all, with their owner."""
    near = [each for each in statements if each.start < candidate.end and each.end > candidate.start]
    if query.speaker:
        told: set[Span] = set()
        for statement in near:
            theirs = said_by_asked(query, statement.speaker, statement.document_id)
            asked = theirs and in_days(query, statement.said_on)
            if not asked or statement.confidence < SAID or is_bare_reply(text[statement.start : statement.end]):
                continue
            if needs_its_sentence(text, statement):
                span = sentence_around(text, statement)
                if candidate.start <= span[0] < candidate.end and span not in told:
                    told.add(span)
                    yield span, replace(statement, kind="reported")
                continue
            for span in sentences(text, statement.start, statement.end):
                if candidate.start <= span[0] < candidate.end and owner_of(span, near) == statement:
                    yield span, statement
        return
    body = metadata.header_end(text)
    for start, end in sentences(text, max(candidate.start, body), max(candidate.end, body)):
        if start < LABELS_AT and metadata.is_label_only(text[start:end]):
            continue
        span = _mostly_said(_without_letter(text, (start, end), near), near)
        yield span, owner_of(span, near)


def _without_letter(text: str, span: Span, statements: Iterable[Statement]) -> Span:
    """Return a sentence of a hearing without what only says that somebody asks or answers: "A.   I saw nobody."."""
    for each in statements:
        label = text[span[0] : each.start].strip(" \t\n0123456789*_.:")
        if each.kind == "turn" and span[0] < each.start < span[1] and (is_question(label) or is_answer(label)):
            return each.start, span[1]
    return span


def needs_its_sentence(text: str, statement: Statement) -> bool:
    """Return whether a statement is understood only in the sentence that tells of it.

    What is told in the document's words is a clause of its sentence; quoted words that begin in small letters, and a
    few that end no sentence, are a piece of one ("called it “a bridge to nowhere”").
    """
    if statement.kind == "turn" or statement.reported_by is not None:
        return False
    said = text[statement.start : statement.end]
    ended = said[-1:] in ".!?…," or _is_whole(text, statement)
    piece = said[:1].islower() or (len(said.split()) < SHORT_WORDS and not ended)
    return statement.kind == "reported" or (piece and len(sentences(said)) == 1)


def _is_whole(text: str, statement: Statement) -> bool:
    """Return whether quoted words open their sentence or follow a colon and end it, their full stop beyond the mark."""
    before = text[: statement.start].rstrip('«„“"‘ ')[-1:]
    return before in {"", *":\n.!?–—−-"} and _STOP_BEYOND.match(text, statement.end) is not None


def sentence_around(text: str, statement: Statement) -> Span:
    """Return the sentence or sentences of the paragraph in which a statement stands."""
    start = max(text.rfind("\n", 0, statement.start) + 1, statement.start - NEIGHBOURHOOD)
    end = text.find("\n", statement.end)
    end = min(end if end >= 0 else len(text), statement.end + NEIGHBOURHOOD)
    inside = [each for each in sentences(text, start, end) if each[0] < statement.end and each[1] > statement.start]
    return (inside[0][0], inside[-1][1]) if inside else (statement.start, statement.end)


def telling_statements(text: str, span: Span, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that a span tells: it is the sentence without which they are not understood."""
    inside = [each for each in statements if span[0] <= each.start and each.end <= span[1]]
    return [each for each in inside if needs_its_sentence(text, each) and sentence_around(text, each) == span]


def _mostly_said(span: Span, statements: Iterable[Statement]) -> Span:
    """Return the quoted part of a sentence that is mostly a quotation ("…," X said.), else the whole sentence.

    Where a quotation goes on beyond the sentence, a sentence with its mark and its first words is no whole of anything,
    so there too the quoted part is returned.
    """
    for each in statements:
        if each.kind == "turn" and span[0] < each.start < span[1] <= each.end:
            # A label ("A.", "Mr. TELL:") is none of the words.
            return each.start, span[1]
        start, end = max(span[0], each.start), min(span[1], each.end)
        goes_on = each.start < span[0] < each.end < span[1] or span[0] < each.start < span[1] < each.end
        mostly = end - start >= CLIPPED_SHARE * (span[1] - span[0])
        if each.kind == "direct" and each.reported_by is None and (mostly or goes_on):
            return start, end
    return span


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words(unified(text)))


def _evidence(scored: list[Sentence], query: Query, terms: tuple[Term, ...]) -> list[Evidence]:
    """Return a window around each sentence, best first; what the window of a better sentence shows is passed over.

    A window that grew counts with the words of the question that all of it holds: “We shot down all. These drones.”
    """
    taken: set[tuple[str, Span]] = set()
    evidence: list[Evidence] = []
    for best in sorted(scored, key=lambda each: (-each.score, each.candidate, each.span))[:WINDOWS]:
        if (best.document.id, best.span) in taken:
            continue
        spans = [each for each in _neighbours(best) if (best.document.id, each) not in taken]
        text = best.document.text
        at = spans.index(best.span)
        shown = _unbroken(text, [spans[each] for each in grown(text, spans, at, query.kind == "statements")], best.span)
        if best.lead and not best.replies_to and (listed := whole_list(text, best.span)) != best.span:
            shown = [each for each in sentences(text, *listed) if (best.document.id, each) not in taken] or shown
        taken.update((best.document.id, each) for each in shown)
        found = replace(_as_evidence(best, shown), mismatch=_mismatch(best, shown, query, terms))
        gained = max(0.0, found.coverage - best.features.coverage) if len(shown) > 1 else 0.0
        evidence.append(replace(found, score=found.score + COVERAGE * gained))
    evidence.sort(key=lambda each: -each.score)
    return _once(evidence, {each.document.id: each.document.text for each in scored})


def _once(evidence: list[Evidence], texts: Mapping[str, str]) -> list[Evidence]:
    """Return the evidence without the near-identical words of the same speaker, whose places the first one names."""

    def said(each: Evidence) -> str:
        return f"{texts[each.document_id][each.start : each.end]} {each.speaker or ''}"

    return [
        replace(first, also=tuple((each.document_id, each.start, each.end) for each in others))
        for first, others in distinct(evidence, said)
    ]


def _neighbours(best: Sentence) -> list[Span]:
    """Return the sentences that may be shown with this one: of its statement, or of its paragraph if it is nobody's."""
    text, span, owner = best.document.text, best.span, best.owner
    if owner is None:
        start = text.rfind("\n\n", 0, span[0]) + 1
        end = text.find("\n\n", span[1])
        stop = min(end if end > 0 else len(text), span[1] + AROUND)
        found = sentences(text, max(start, span[0] - NEIGHBOURHOOD), stop)
    else:
        found = sentences(text, owner.start, owner.end)
    others = [each for each in found if each[1] <= span[0] or each[0] >= span[1]]
    return sorted([*others, span])


def _unbroken(text: str, spans: list[Span], best: Span) -> list[Span]:
    """Return the spans around the best one with no gap of more than white space between them."""
    first = last = spans.index(best)
    while first and not text[spans[first - 1][1] : spans[first][0]].strip():
        first -= 1
    while last + 1 < len(spans) and not text[spans[last][1] : spans[last + 1][0]].strip():
        last += 1
    return spans[first : last + 1]


def _mismatch(best: Sentence, shown: list[Span], query: Query, terms: tuple[Term, ...]) -> Mismatch:
    document, start, end = best.document, shown[0][0], shown[-1][1]
    when = readable_date(document.published) if document.published else ""
    around = f"{document.title}\n{when}\n{document.text[max(0, start - AROUND) : end + AROUND]}"
    return mismatch(query.standalone, terms, document.text[start:end], around)


def _as_evidence(best: Sentence, shown: list[Span]) -> Evidence:
    start, end = shown[0][0], shown[-1][1]
    owner = best.owner
    held = frozenset(_words(f"{best.lead} {best.document.text[start:end]}")) | _dated(best.document)
    if owner and owner.speaker:
        held |= _speakers([owner], best.asked) | _replied_to(best)
    own = frozenset(_words(best.document.text[start:end]))
    named = coverage(best.asked, held)
    return Evidence(
        best.document.id,
        start,
        end,
        best.score,
        named,
        best.features.cosine,
        owner.speaker if owner else None,
        owner.reported_by if owner else None,
        day_of(owner, best.document),
        owner.confidence if owner else 0.0,
        owner.kind if owner else None,
        best.features.passage_coverage,
        best.features.late_interaction,
        best.features.passage_cosine,
        best.features.passage_late_interaction,
        candidates=owner.candidates if owner else (),
        replies_to=best.replies_to if coverage(best.asked, own) < named else None,
    )


def _replied_to(best: Sentence) -> frozenset[str]:
    """Return the stems of what a few told words reply to: “We are allies.” He said: “I understand.”"""
    owner, text = best.owner, best.document.text
    if owner is None or owner.reported_by is None or len(text[owner.start : owner.end].split()) > SHORT_WORDS:
        return frozenset()
    start = max(text.rfind("\n", 0, owner.start) + 1, owner.start - AROUND)
    before = sentences(text, start, owner.start)[-2:]
    words_before = [each for span in before for each in _words(text[slice(*span)])]
    return frozenset(words_before) | frozenset(_words(owner.reported_by))


def told(
    document: Document, span: Span, owner: Statement | None, score: float, share: float, cosine: float
) -> Evidence:
    """Return a span that was found without ranking as evidence, with what is known of whose words it is."""
    return Evidence(
        document.id,
        *span,
        score,
        share,
        cosine,
        owner.speaker if owner else None,
        owner.reported_by if owner else None,
        day_of(owner, document),
        owner.confidence if owner else 0.0,
        owner.kind if owner else None,
        candidates=owner.candidates if owner else (),
    )


def joined(evidence: Sequence[Evidence], store: Store) -> tuple[Evidence, ...]:
    """Return the evidence in its order, without what another piece shows already, and touching pieces as one."""
    kept: list[Evidence] = []
    for each in evidence:
        if any(_shows(other, each) for other in kept):
            continue
        touching = next((other for other in kept if _touch(other, each, store)), None)
        if touching is None:
            kept.append(each)
        else:
            start, end = min(touching.start, each.start), max(touching.end, each.end)
            kept[kept.index(touching)] = replace(touching, start=start, end=end)
    if len(kept) < len(evidence):
        return joined(kept, store)
    return tuple(each for each in kept if not any(_shows(other, each) for other in kept if other != each))


def _same_owner(one: Evidence, other: Evidence) -> bool:
    return (one.document_id, one.speaker) == (other.document_id, other.speaker)


def _shows(wide: Evidence, narrow: Evidence) -> bool:
    return _same_owner(wide, narrow) and wide.start <= narrow.start and narrow.end <= wide.end


def _touch(one: Evidence, other: Evidence, store: Store) -> bool:
    """Return whether nothing but white space lies between two pieces of one statement, or of nobody's words."""
    if not _same_owner(one, other) or one.statement != other.statement or one.reported_by != other.reported_by:
        return False
    # What is told in the document's words is checked sentence by sentence.
    if one.speaker and one.statement == "reported":
        return False
    first, second = sorted((one, other), key=lambda each: each.start)
    document = store.catalog.document(one.document_id)
    if document is None or first.end > second.start:
        return False
    gap = document.text[first.end : second.start]
    short = len(document.text[first.start : second.end].split()) <= JOINED_WORDS
    return short and not gap.strip() and "\n" not in gap


def _reordered(candidates: tuple[Candidate, ...], scored: list[Sentence]) -> tuple[Candidate, ...]:
    """Return the candidates with those that were read in the order of their best sentences, then the others.

    Of near-identical ones that were read the first is left, as far as ten candidates remain.
    """
    best = _best(scored)
    texts = {each.document.id: each.document.text for each in scored}
    read = sorted(best, key=lambda at: (-best[at], at))
    groups = distinct(read, lambda at: texts[candidates[at].document_id][candidates[at].start : candidates[at].end])
    if len(candidates) - len(read) + len(groups) < FEWEST:
        groups = [(at, []) for at in read]
    places = [(each.document_id, each.start, each.end) for each in candidates]
    first = [
        replace(candidates[at], score=best[at], also=tuple(places[twin] for twin in twins)) for at, twins in groups
    ]
    floor = min((each.score for each in first), default=1.0)
    rest = [replace(each, score=min(each.score, floor)) for at, each in enumerate(candidates) if at not in best]
    return (*first, *rest)
