"""Look around: statements under filters, by their days, counted by month, and what the store has on something."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, cast

from index.owner_rpc import Payload, Show
from rag.answer import explore
from rag.answer.coverage.held import held
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
        view = view_of(payload, catalog)
        query = query_of(view)
        scope = scope_of(query, pipeline.overview(), catalog)
        found = held(view, catalog)
        unread = {each.place for each in catalog.unread()}
    partly: list[LeftOutObject] = [{"id": each.id, "omitted": dict(each.omitted)} for each in found.partly_read[:NAMED]]
    told: CoverageObject = {
        "documents": scope.documents,
        "statements": scope.statements,
        "found": len(found.found),
        "from": found.days[0] if found.days else None,
        "until": found.days[-1] if found.days else None,
        "months": found.months,
        "gaps": found.gaps,
        "undated": [each.id for each in found.undated[:NAMED]],
        "without_speaker": found.without_speaker,
        "partly_read": partly,
        "unread": len(unread),
        "filters": query.filters(),
    }
    return cast(Payload, told)


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
