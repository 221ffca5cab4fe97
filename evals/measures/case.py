"""One question with the answer that it got, and whether a passage or citation shows its gold evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evals.gold import Gold, GoldEvidence, Texts
from evals.measures.wording import contains, without_markers


@dataclass(frozen=True)
class Case:
    """One question with the answer that it got."""

    gold: Gold
    answer: Mapping[str, Any]
    texts: Texts

    @cached_property
    def targets(self) -> tuple[GoldEvidence, ...]:
        """Return the gold evidence with what overlaps joined, so that each span of text counts once."""
        return merged(self.gold.evidence)

    @property
    def citations(self) -> list[Mapping[str, Any]]:
        """Return the citations of the answer."""
        return list(self.answer.get("citations") or ())

    @property
    def passages(self) -> list[Mapping[str, Any]]:
        """Return the ranked passages."""
        return list(self.answer.get("passages") or ())

    @property
    def answered(self) -> bool:
        """Return whether something was answered."""
        return self.answer.get("status") == "answered"

    @cached_property
    def said(self) -> str:
        """Return the answer's text without its [1] markers, empty where nothing was answered."""
        return without_markers(str(self.answer.get("answer") or "")) if self.answered else ""

    @property
    def probability(self) -> float:
        """Return the chance that the evidence answers; older answers tell it by their first passage's score."""
        value = self.answer.get("probability")
        if value is None:
            value = self.passages[0].get("score", 0.0) if self.passages else 0.0
        return float(value)

    def words_at(self, span: Mapping[str, Any]) -> str:
        """Return the document's words between a citation's or passage's offsets."""
        return (self.texts(str(span["doc"])) or "")[int(span["start"]) : int(span["end"])]


def merged(evidence: Iterable[GoldEvidence]) -> tuple[GoldEvidence, ...]:
    """Return the evidence with pieces that overlap made one; pieces with several places stay as they are."""
    kept: list[GoldEvidence] = []
    single = sorted((each for each in evidence if len(each.spans) == 1), key=lambda each: (each.doc_id, each.spans))
    for each in single:
        last = kept[-1] if kept else None
        ((start, end),) = each.spans
        if last and last.doc_id == each.doc_id and start < last.spans[0][1]:
            kept[-1] = GoldEvidence(each.doc_id, ((last.spans[0][0], max(end, last.spans[0][1])),))
        else:
            kept.append(each)
    others = dict.fromkeys(GoldEvidence(each.doc_id, each.spans) for each in evidence if len(each.spans) != 1)
    return (*kept, *others)


def covers(case: Case, target: GoldEvidence, found: Mapping[str, Any]) -> bool:
    """Return whether a passage or citation shows a piece of gold evidence.

    It overlaps the gold span; or, of gold without a span, it holds a gold answer; or, without that too, it is from the
    gold document.
    """
    if str(found["doc"]) != target.doc_id:
        return False
    if target.spans:
        return any(int(found["start"]) < end and start < int(found["end"]) for start, end in target.spans)
    return contains(case.words_at(found), case.gold.answers) if case.gold.answers else True


def relevant(case: Case, found: Mapping[str, Any]) -> bool:
    """Return whether a passage or citation shows any gold evidence."""
    return any(covers(case, target, found) for target in case.targets)
