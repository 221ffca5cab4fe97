"""Look around: statements under filters, by their days, counted by month, and what the store has on something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase
from itertools import groupby, pairwise
from typing import Any, cast

from index.owner_rpc import Payload, Show
from index.records import Document
from index.storage.catalog import Catalog
from rag.answer import explore
from rag.answer.explore import View
from rag.find.scope import scope_of
from rag.pipeline import Pipeline
from rag.records import Evidence
from rag.serve.operations.shapes import CoverageObject, ExploreObject, LeftOutObject, StatementsObject, TimelineObject
from rag.serve.operations.sources import MOST
from rag.serve.operations.turns import query_of, view_of

NAMED = 200
"""So many documents without a day, and partly read ones, are named."""


def statements(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return the statements under the filters as checked citations, the earliest first.

    Raises:
        QuestionError: a day is not one.
    """
    del show
    with pipeline.store.catalog.reading():
        _, found = _found(pipeline, payload)
        offset, page = _page(found, payload)
        shown = _shown(page, pipeline)
    listed: StatementsObject = {"count": len(found), "offset": offset, "statements": shown}
    return cast(Payload, listed)


def timeline(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return the statements under the filters by the day on which they were said; raises what `statements` raises."""
    del show
    with pipeline.store.catalog.reading():
        _, found = _found(pipeline, payload)
        dated = sorted(found, key=lambda each: (not each.said_on, each.said_on or ""))
        days = [(day or None, list(each)) for day, each in groupby(dated, key=lambda each: each.said_on)]
        offset, page = _page(days, payload)
        listed: TimelineObject = {
            "count": len(days),
            "offset": offset,
            "days": [
                {"day": day, "count": len(each), "statements": _shown(each[:MOST], pipeline)} for day, each in page
            ],
        }
    return cast(Payload, listed)


def explored(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return who speaks, and counts by month under the filters; raises what `statements` raises."""
    del show
    with pipeline.store.catalog.reading():
        _, found = _found(pipeline, payload)
        (periods,) = explore.by_period([found])
        register = sorted(pipeline.store.catalog.register(), key=lambda each: (-each.statements, each.name))
    listed: ExploreObject = {
        "count": len(found),
        "periods": periods,
        "speakers": [
            {
                "name": each.name,
                "forms": list(each.forms),
                "statements": each.statements,
                "first": each.first,
                "last": each.last,
            }
            for each in register[:MOST]
            if each.statements
        ],
    }
    return cast(Payload, listed)


def coverage(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return what the store has under the filters, and on the topic; raises what `statements` raises."""
    del show
    catalog = pipeline.store.catalog
    with catalog.reading():
        view, found = _found(pipeline, payload)
        query = query_of(view)
        scope = scope_of(query, pipeline.overview(), catalog)
        about = _documents(view, found, catalog)
        unsure = sum(each.speaker is None for key in (one.id for one in about) for each in catalog.statements(key))
    days = sorted(each.published for each in about if each.published)
    months = Counter(day[:7] for day in days if len(day) >= len("2030-12"))
    partly: list[LeftOutObject] = [{"id": each.id, "omitted": dict(each.omitted)} for each in about if each.omitted]
    told: CoverageObject = {
        "documents": scope.documents,
        "statements": scope.statements,
        "found": len(found),
        "from": days[0] if days else None,
        "until": days[-1] if days else None,
        "months": dict(sorted(months.items())),
        "gaps": gaps(sorted(months)),
        "undated": [each.id for each in about if not each.published][:NAMED],
        "without_speaker": unsure,
        "partly_read": partly[:NAMED],
        "filters": query.filters(),
    }
    return cast(Payload, told)


def _documents(view: View, found: Sequence[Evidence], catalog: Catalog) -> list[Document]:
    """Return the documents of a view: those that fit its pattern, of a speaker, topic or time those that have it."""
    fitting = [each for each in catalog.documents() if not view.document or fnmatchcase(each.id, view.document)]
    if not (view.topic or view.speaker or view.since or view.until):
        return fitting
    named = {each.document_id for each in found}
    return [each for each in fitting if each.id in named]


def gaps(months: Sequence[str]) -> list[str]:
    """Return the months between the first and the last that are not there, in order."""
    numbers = [int(each[:4]) * 12 + int(each[5:]) - 1 for each in months]
    between = [number for one, other in pairwise(numbers) for number in range(one + 1, other)]
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in between]


def _found(pipeline: Pipeline, payload: Payload) -> tuple[View, Sequence[Evidence]]:
    view = view_of(payload, pipeline.store.catalog)
    if view.speaker and not view.forms:
        return view, ()
    return view, explore.found(view, pipeline.store.catalog)


def _page(found: Sequence[Any], payload: Payload) -> tuple[int, Sequence[Any]]:
    offset, limit = int(payload.get("offset", 0)), int(payload.get("limit", 50))
    return offset, found[offset : offset + min(limit, MOST)]


def _shown(evidence: Sequence[Evidence], pipeline: Pipeline) -> list[Any]:
    return [each.to_json() for each in explore.shown(evidence, pipeline.store.catalog)]
