"""A fact's evidence -> the same with a piece first that has the number or the day that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answer.opening.amounts import best_amount
from rag.answer.opening.days import best_day
from rag.check import cite
from rag.records import Documents, Evidence, Query
from rag.understand.plan.first_line import line_asked


def leading(query: Query, evidence: Sequence[Evidence], documents: Documents) -> list[Evidence]:
    """Return the evidence in its order, but for the first piece that has what is asked for, which leads."""
    asked = line_asked(query.standalone)
    if asked not in {"number", "when"}:
        return list(evidence)
    best = best_amount if asked == "number" else best_day
    texts = [each.text for each in cite.cite(evidence, documents)]
    first = next((at for at, text in enumerate(texts) if best(text, query.standalone, None)), 0)
    return [evidence[first], *evidence[:first], *evidence[first + 1 :]] if evidence else []
