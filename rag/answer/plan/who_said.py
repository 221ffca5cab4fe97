"""Who said something, asked in other words than it was said in: the statements nearest to it, each under its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.storage.catalog import Catalog
from rag.answer import not_found, statements
from rag.answer.opening.values import speakers_line
from rag.answer.passages.told_by import stands_in_words_of
from rag.check import cite
from rag.check.cite import Form
from rag.find.terms import Term, reads_meaning
from rag.find.who_said import likely_meant
from rag.rank.evidence import joined
from rag.records import Evidence, Query, Ranked
from rag.understand.people.who_said import what_was_said
from rag.understand.speakers import find_speakers


def said_by_somebody(query: Query) -> Query | None:
    """Return the query for what was said, whoever said it; None where a question asks for anything else."""
    # A name in what was said, of which no form makes the speaker, is none.
    if (query.speaker and not query.loose) or query.kind not in ("fact", "statements"):
        return None
    if query.phrases or not reads_meaning(query):
        return None
    said = what_was_said(query.standalone)
    if said is None:
        return None
    return replace(
        query,
        kind="statements",
        standalone=said.words,
        topic=said.words,
        said=said.whether,
        speaker=None,
        speakers=(),
        loose=False,
        bare=False,
    )


def without_hearer(query: Query, evidence: Sequence[Evidence], catalog: Catalog) -> tuple[Evidence, ...]:
    """Return the evidence without words of whom it was said to: who says "the mayor told me" is not who told him."""
    heard = find_speakers(query.addressee, catalog) if query.addressee and not query.speaker else []
    if not heard:
        return tuple(evidence)

    def says(each: Evidence) -> bool:
        span = (each.start, each.end)
        return each.speaker in heard or stands_in_words_of(heard, span, catalog.statements(each.document_id))

    return tuple(each for each in evidence if not says(each))


def who_said(
    said: Query, find: Callable[[Query], tuple[Sequence[Term], Ranked]], catalog: Catalog
) -> tuple[Form, Ranked] | None:
    """Return the answer that shows the statements nearest to what was said; None where none is near enough."""
    _, ranked = find(said)
    evidence = joined(without_hearer(said, likely_meant(ranked.evidence), catalog), catalog)
    if not evidence:
        return None
    line = speakers_line(cite.cite(evidence, catalog), catalog)
    return statements.form(said, evidence, catalog, line or not_found.in_these_words(said, distant=True)), ranked
