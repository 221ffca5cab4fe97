"""A part that nothing answers by itself -> what the words behind the answer to the part before say to it.

"Who was her first apprentice and what had he done before?" is answered by "I took on Odran. He was a baker.".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.sentences import Span, sentences
from rag.answer.shown.decided import Composed, Stages, decided
from rag.find.answerability import Decision
from rag.find.chance import probability
from rag.find.shown_first import is_where_read
from rag.find.terms import Term
from rag.rank.evidence import as_evidence
from rag.records import Answer, Citation, Evidence, Query, Ranked, Scope

NEXT, REACH = 2, 600
"""So many sentences behind cited words are read, within so many characters."""
READ_BESIDE = (-1.2, -3.5)
"""The reader's logits from which words answer there. They are lower than elsewhere, as what is asked of is known to be
spoken of there. Of ten second parts of strangers' questions, read with the words that answer them, six reach these; of
six that the words read do not answer none (the highest are -3.0 and -7.4)."""


@dataclass(frozen=True)
class Beside:
    """Reads the words behind a citation for the part of a question that follows the one it answers."""

    catalog: Catalog
    scope: Callable[[Query], Scope]
    weigh: Callable[[Query], tuple[Term, ...]]
    read: Callable[[Query, tuple[Term, ...], Ranked], Ranked]
    answered: Callable[[Composed], Answer]

    def __call__(self, query: Query, clause: str, before: Citation) -> Answer | None:
        """Return the answer that stands in the cited words or right behind them, None where none does."""
        document = self.catalog.document(before.doc)
        if document is None:
            return None
        asked = replace(query, kind="fact", standalone=clause, topic=clause, speaker=None, speakers=())
        with self.catalog.reading():
            terms = self.weigh(asked)
            ranked = self.read(asked, terms, Ranked(self._near(document, before), ()))
            found = [each for each in ranked.evidence if _answers(each)]
            if not found:
                return None
            best = max(found, key=lambda each: each.reading.margin if each.reading else 0.0)
            decision = Decision(True, (best,), probability(best), best)
            stages = Stages(catalog=self.catalog, scope=self.scope, find=lambda _: (terms, ranked), decide=_as_is)
            return self.answered(decided(asked, stages, self.scope(asked), decision, ranked))

    def _near(self, document: Document, before: Citation) -> tuple[Evidence, ...]:
        statements = self.catalog.statements(document.id)
        spans = _spans(document.text, (before.start, before.end))
        return tuple(as_evidence(document, each, owner_of(each, statements), score=0.0, coverage=0.0) for each in spans)


def _as_is(*_: object) -> Decision:
    return Decision(False, (), 0.0)


def _spans(text: str, cited: Span) -> list[Span]:
    """Return the sentences of cited words and the next ones."""
    paragraph = max(text.rfind("\n\n", 0, cited[0]) + 1, cited[0] - REACH)
    found = [each for each in sentences(text, paragraph, min(len(text), cited[1] + REACH)) if each[1] > cited[0]]
    behind = [each for each in found if each[0] >= cited[1]]
    return [each for each in found if each[0] < cited[1]] + behind[:NEXT]


def _answers(evidence: Evidence) -> bool:
    reading = evidence.reading
    if reading is None or not is_where_read(evidence) or reading.start < 0:
        return False
    return reading.answerable >= READ_BESIDE[0] and reading.margin >= READ_BESIDE[1]
