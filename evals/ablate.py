"""Ablations: the pipeline with one of its stages left out, to see what that stage contributes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.storage.embeddings import question_vectors
from rag.find.answerability import Decision
from rag.find.filters import allowed
from rag.find.fuse import fused
from rag.find.retrieve import POOL, Retrieved
from rag.find.terms import Term
from rag.pipeline import Pipeline
from rag.reader.reading import unread
from rag.records import Candidate, Evidence, Query, Ranked, Turn

Terms = tuple[Term, ...]


def without_lexical(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline that retrieves by vectors alone."""

    def retrieve(query: Query, terms: Terms) -> Retrieved:
        return pipeline.retrieve(query, ())

    return replace(pipeline, retrieve=retrieve)


def without_vector(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline that retrieves by exact words alone; sentences are still ranked with their vectors."""
    store = pipeline.store

    def retrieve(query: Query, terms: Terms) -> Retrieved:
        stems = [each for term in terms for each in term.stems]
        scores = fused(dict(store.catalog.search(stems, POOL, allowed(query, store.catalog))))
        passages = store.catalog.passages(list(scores))
        found = [(passages[key], score) for key, score in scores.items()]
        candidates = tuple(
            Candidate(document_id=each.document_id, start=each.start, end=each.end, score=score)
            for each, score in found
        )
        question = question_vectors(store.embeddings, query.standalone)
        return Retrieved(
            candidates=candidates, question=question, words=tuple(scores.values()), cosines=(0.0,) * len(candidates)
        )

    return replace(pipeline, retrieve=retrieve)


def without_rank(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline that keeps the order of retrieval, for passages and for the evidence in them."""

    def keep_order(query: Query, terms: Terms, retrieved: Retrieved) -> Ranked:
        ranked = pipeline.rank(query, terms, retrieved)

        def place(evidence: Evidence) -> int:
            holding = (at for at, each in enumerate(retrieved.candidates) if each.opens(evidence))
            return next(holding, len(retrieved.candidates))

        return replace(ranked, evidence=tuple(sorted(ranked.evidence, key=place)), candidates=retrieved.candidates)

    return replace(pipeline, rank=keep_order)


def without_read(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline whose evidence the reader does not read."""
    return replace(pipeline, read=unread)


def without_decide(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline that answers whenever it has any evidence."""

    def always(query: Query, terms: Terms, evidence: Sequence[Evidence]) -> Decision:
        decision = pipeline.decide(query, terms, evidence)
        shown = decision.evidence or tuple(evidence[:1])
        return replace(decision, answer=bool(shown), evidence=shown)

    return replace(pipeline, decide=always)


def without_speaker(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline that does not look for who is asked about."""

    def understand(turn: Turn) -> Query:
        query = pipeline.understand(turn)
        kind = "fact" if query.kind == "statements" else query.kind
        return replace(query, speaker=None, speakers=(), topic=query.standalone, kind=kind)

    return replace(pipeline, understand=understand)


def without_history(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline that takes every question by itself."""

    def understand(turn: Turn) -> Query:
        return pipeline.understand(replace(turn, history=()))

    return replace(pipeline, understand=understand)


STAGES: dict[str, Callable[[Pipeline], Pipeline]] = {
    "lexical": without_lexical,
    "vector": without_vector,
    "rank": without_rank,
    "read": without_read,
    "decide": without_decide,
    "speaker": without_speaker,
    "history": without_history,
}


def without(pipeline: Pipeline, stages: Iterable[str]) -> Pipeline:
    """Return the pipeline with the named stages left out, in the order given."""
    for name in stages:
        pipeline = STAGES[name](pipeline)
    return pipeline
