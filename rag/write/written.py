"""An extractive answer -> the answer that a chat model writes of its evidence, or the extractive one with why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from errors import ModelError
from index.text.expressions import expression
from rag.check import verify
from rag.phrasing import together
from rag.records import Answer, Citation, Documents, Query, Segment
from rag.write.writer import Writer, Writing

WRITTEN = ("statements", "fact", "timeline")
"""Kinds of answers that a model may write, above a timeline; lists and quotation checks are exact without one."""
BROAD = expression(
    r"\b(?:summar\w+|overview|overall|in general|main (?:points|arguments|themes|messages)|tone|attitude|rhetoric|"
    r"(?:changed?|evolved?|shift(?:ed)?|over time))\b",
    re.IGNORECASE,
)
"""Questions that all evidence together answers, not the best of it."""

LESS_EVIDENCE = "The model chose these words; without it the evidence would not do for an answer."


@dataclass(frozen=True)
class Sources:
    """What a model writes from, gathered when it is needed, and what a reader should know of what it cites."""

    every: Callable[[], list[Citation]]
    best: Callable[[], list[Citation]]
    notices: Callable[[Sequence[Citation]], Sequence[str | None]]


def may_be_written(answer: Answer) -> bool:
    """Return whether an extractive answer is of a kind that a model may write."""
    return answer.status == "answered" and answer.kind in WRITTEN


def written(
    writer: Writer, query: Query, plain: Answer, sources: Sources, documents: Documents, *, otherwise: Answer
) -> Generator[Segment, None, Answer]:
    """Yield a model's claims as they come and stand; return the answer of them, or the extractive one with why.

    `otherwise` is the answer without a model: `plain` itself, or a refusal where that is of less evidence than the
    program answers from.
    """
    # A timeline stands below what is written of it, and both cite by the same numbers.
    is_timeline = plain.kind == "timeline"
    writing = Writing(citations=list(plain.citations) if is_timeline else [])
    failed = ""
    try:
        yield from _write(writer, query, plain, sources, documents, writing)
    except ModelError as error:
        failed = str(error)
    if not writing.claims and otherwise.status == "not_found":
        yield from otherwise.segments
        return otherwise
    if not writing.claims:
        yield from plain.segments
        why = failed or _nothing_written(writer, writing)
        return replace(plain, notice=together(plain.notice, f"{why}; these are the documents’ words."))
    if is_timeline:
        yield from writing.add(plain.segments)
    citations = verify.checked(writing.citations, documents)
    return replace(
        plain,
        segments=verify.with_checked(writing.segments, citations),
        citations=citations,
        # The model's words open it.
        opening="",
        engine=writer.name,
        notice=together(
            query.assumed,
            LESS_EVIDENCE if otherwise.status == "not_found" else None,
            _notice(failed, writing.dropped),
            *sources.notices(citations),
        ),
        material=writing.material,
    )


def _write(
    writer: Writer, query: Query, plain: Answer, sources: Sources, documents: Documents, writing: Writing
) -> Iterator[Segment]:
    """Yield what the model makes of the evidence: of all there is for a broad question, else of the best."""
    if plain.kind == "timeline" or BROAD.search(query.standalone):
        evidence = sources.every()
        if writer.cost(evidence) > writer.budget:
            yield from writer.summarise(query, evidence, documents, writing)
            return
    yield from writer.write(query, sources.best(), documents, writing)


def _nothing_written(writer: Writer, writing: Writing) -> str:
    """Return why nothing stands of what a model wrote."""
    if writing.declined:
        return f"The model {writer.name} found no answer in the evidence"
    return f"The model {writer.name} wrote nothing that the evidence supports"


def _notice(failed: str, dropped: int) -> str | None:
    """Return what a reader should know of how a model wrote: that it stopped short, and how much was left out."""
    one = dropped == 1
    lines = "1 line was" if one else f"{dropped} lines were"
    left_out = f"{lines} left out: the evidence does not support {'it' if one else 'them'}" if dropped else ""
    notice = "; ".join(each for each in (f"{failed} and stopped short" if failed else "", left_out) if each)
    return f"{notice}." if notice else None
