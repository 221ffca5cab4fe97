"""What stands nearest to a question by its own words and vector, in the order of retrieval alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.storage.embeddings import Embedder, matrix, question_vectors
from rag.find.retrieve import Retrieved
from rag.find.terms import Term
from rag.records import Candidate, Query


@dataclass(frozen=True)
class Nearby:
    """Finds the passages and weighs the texts nearest to a question."""

    embeddings: Embedder
    weigh: Callable[[Query], tuple[Term, ...]]
    retrieve: Callable[[Query, tuple[Term, ...]], Retrieved]

    def passages(self, query: Query, text: str, most: int) -> tuple[Candidate, ...]:
        """Return the passages nearest to a text, whoever speaks there, under the query's other filters."""
        plain = replace(query, kind="fact", standalone=text, topic=text, speaker=None, speakers=(), phrases=())
        return self.retrieve(plain, self.weigh(plain)).candidates[:most]

    def passages_of_speaker(self, query: Query, most: int) -> tuple[Candidate, ...]:
        """Return those of the passages in which the asked speaker speaks that are nearest to the whole question."""
        whole = replace(query, kind="statements", topic=query.standalone)
        return self.retrieve(whole, self.weigh(whole)).candidates[:most]

    def cosines(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return how near each text is to a question in meaning."""
        if not texts:
            return []
        asked = question_vectors(self.embeddings, question).vector
        return [float(row @ asked) for row in matrix(self.embeddings, list(texts))]
