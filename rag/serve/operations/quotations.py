"""Whether words were said, by whom and in what sense: a quotation -> the verdict and the document's own words."""

from __future__ import annotations

from typing import cast

from errors import QuestionError
from index.owner_rpc import Payload, Show
from rag.pipeline import Pipeline
from rag.serve.operations.shapes import QuotationObject
from rag.serve.operations.turns import query_of, view_of

LONGEST = 20_000
"""Characters of a quotation that is checked."""


def quotation(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return what is found of a quotation, under the filters.

    Raises:
        QuestionError: the quotation is empty or too long, or a day is not one.
        NothingIndexedError: the store holds no document.
    """
    del show
    words = " ".join(str(payload["quotation"]).split()).strip('“”"„«» ')
    if not any(each.isalnum() for each in words):
        raise QuestionError("The quotation is empty; give the words that are to be checked.")
    if len(words) > LONGEST:
        raise QuestionError(f"The quotation has {len(words):,} characters; check at most {LONGEST:,} at once.")
    view = view_of(payload, pipeline.store.catalog)
    answer = pipeline.quotation_checked(query_of(view, words)).to_json()
    found: QuotationObject = {
        "quotation": words,
        "speaker": view.speaker,
        "verdict": answer["verdict"] or "not_found",
        "answer": answer["answer"],
        "difference": answer["difference"],
        "citations": answer["citations"],
        "nearest": answer["nearest"],
        "scope": answer["scope"],
    }
    return cast(Payload, found)
