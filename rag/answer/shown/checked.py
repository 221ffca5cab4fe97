"""A composed answer -> the whole answer, with its citations compared with the stored documents."""

from __future__ import annotations

from index.storage.catalog import Catalog
from rag.answer.corrected import notice_of_corrections
from rag.answer.opening.wording import UNSURE
from rag.answer.shown.decided import Composed
from rag.check import verify
from rag.phrasing import together
from rag.records import EXTRACTIVE, Answer, Turn


def checked_answer(turn: Turn, found: Composed, catalog: Catalog, index_version: str) -> Answer:
    """Return the answer to a turn in the form that was composed for it, with its citations checked."""
    form = found.form
    checked = verify.checked(form.citations, catalog)
    return Answer(
        qid=turn.qid,
        question=turn.question,
        standalone=found.query.standalone,
        status="answered" if form.nearest is None else "not_found",
        kind=found.query.kind,
        segments=verify.with_checked(form.segments, checked),
        citations=checked,
        passages=found.ranked.candidates,
        nearest=verify.checked(form.nearest or (), catalog),
        scope=found.scope,
        engine=EXTRACTIVE,
        index_version=index_version,
        elapsed_ms=0.0,
        verdict=form.verdict,
        difference=form.difference,
        count=form.count,
        opening=form.opening,
        unsure=form.opening == UNSURE,
        probability=found.probability,
        notice=together(found.query.assumed, notice_of_corrections(checked, catalog)),
    )
