"""A user's own reranker, by setting: a function that scores texts against a question, such as a cross-encoder's.

    ON_THE_RECORD_RERANKER=module:function

The function takes the question and a list of texts and returns one score a text, larger is better. None is shipped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from errors import SettingError
from index.storage.embeddings import Embedder
from rag.find.fuse import in_order
from rag.find.retrieve import Retrieved
from rag.find.terms import Term
from rag.rank.rank import SentenceVectors, rank
from rag.records import Documents, Place, Query, Ranked

Reranker = Callable[[str, Sequence[str]], Sequence[float]]
DEPTH = 10
"""How many candidates and pieces of evidence are read again: a cross-encoder takes some 30 ms for each."""


def open_reranker(name: str) -> Reranker | None:
    """Return the function that the setting names, or None when it is empty.

    Raises:
        SettingError: there is no such module or function.
    """
    if not name:
        return None
    module, _, function = name.partition(":")
    try:
        found: Reranker = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise SettingError(f"ON_THE_RECORD_RERANKER is '{name}', which cannot be opened ({error}).") from None
    if not callable(found):
        raise SettingError(f"ON_THE_RECORD_RERANKER is '{name}', which is not a function; set module:function.")
    return found


def ranker(
    documents: Documents, embeddings: Embedder, name: str = ""
) -> Callable[[Query, tuple[Term, ...], Retrieved], Ranked]:
    """Return the stage that ranks, with the reranker of that name after it if there is one."""
    first = partial(rank, documents=documents, vectors=SentenceVectors(embeddings))
    reranker = open_reranker(name)
    if reranker is None:
        return first
    return lambda query, terms, retrieved: reranked(
        query.standalone, first(query, terms, retrieved), documents, reranker
    )


def reranked(question: str, ranked: Ranked, documents: Documents, reranker: Reranker) -> Ranked:
    """Return the first ten candidates and pieces of evidence in the order of the reranker's scores, then the others.

    Each place keeps its score, so that scores still fall from first to last; equal ones keep their order.
    """
    places = [(each.document_id, each.start, each.end) for each in ranked.evidence[:DEPTH]]
    evidence = in_order(ranked.evidence, _order(question, places, documents, reranker))
    places = [(each.document_id, each.start, each.end) for each in ranked.candidates[:DEPTH]]
    candidates = in_order(ranked.candidates, _order(question, places, documents, reranker))
    return Ranked((*evidence, *ranked.evidence[DEPTH:]), (*candidates, *ranked.candidates[DEPTH:]))


def _order(question: str, places: Sequence[Place], documents: Documents, reranker: Reranker) -> list[int]:
    """Return the positions of the places, that of the highest score first."""
    read = {key: documents.document(key) for key, _, _ in places}
    texts = [found.text[start:end] if (found := read[key]) else "" for key, start, end in places]
    try:
        scores = list(map(float, reranker(question, texts))) if texts else []
    except Exception as error:
        # It is the user's own code: whatever it raises is named, as it may be the wrong function.
        raise SettingError(
            f"The reranker of ON_THE_RECORD_RERANKER failed ({type(error).__name__}: {error}); correct it."
        ) from error
    if len(scores) != len(texts):
        raise SettingError(f"The reranker gave {len(scores)} scores for {len(texts)} texts; it must give one for each.")
    return sorted(range(len(texts)), key=lambda at: (-scores[at], at))
