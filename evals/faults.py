"""Seeded faults: correct citations with one thing made wrong, each of which the check must catch.

`python -m evals faults` asks what every speaker of the documents said, takes the citations that are verified and plants
faults of every kind in them. A fault that is still verified has slipped through, and the command ends with 1.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from errors import GoldError
from evals.gold import Gold
from evals.run import turn_of
from index.records import Document
from index.storage.store import open_store
from index.sync import sync
from index.text.negation import NEGATION
from index.text.sentences import sentences
from rag.check.speeches import speech_of
from rag.check.verify import checked
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Citation, Turn
from settings import Settings

INVENTED = Path(__file__).resolve().parent / "gold" / "invented.jsonl"
"""Documents about invented people, with quotations in quotations, a transcript, addresses and dates."""
FEWEST = 200
"""A run that could plant fewer has measured too little to say that all are caught."""
WORDS = 3
"""In so many places of a quotation a word is altered, dropped or added."""


@dataclass(frozen=True)
class Fault:
    """A citation with one thing made wrong."""

    kind: str
    correct: Citation
    planted: Citation


@dataclass(frozen=True)
class Caught:
    """How many faults of a kind were planted and caught, and those that slipped through."""

    kind: str
    planted: int
    caught: int
    missed: tuple[Fault, ...] = ()


Plant = Callable[[Citation, Pipeline], Iterable[Citation]]


def altered_word(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with one word replaced, in up to three places."""
    for start, end in _words(citation.text):
        word = "not" if citation.text[start:end] != "not" else "now"
        yield replace(citation, text=citation.text[:start] + word + citation.text[end:])


def dropped_word(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with one word left out, in up to three places."""
    for start, end in _words(citation.text):
        yield replace(citation, text=(citation.text[:start] + citation.text[end:].lstrip()).strip())


def added_word(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with a word put in, in up to three places."""
    for start, _ in _words(citation.text):
        yield replace(citation, text=f"{citation.text[:start]}never {citation.text[start:]}")


def dropped_negation(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation without one of its negations, each in turn."""
    for match in NEGATION.finditer(citation.text):
        left = f"{citation.text[: match.start()].rstrip()} {citation.text[match.end() :].lstrip()}"
        yield replace(citation, text=left.strip())


_DENIED = re.compile(r"(?:\b(?:not|never|cannot)|n['’]t) (?!only|just|merely|simply)(?=\w+ \w+)")


def cut_under_denial(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield what follows a negation in its sentence as words that stand plainly, exact in every letter."""
    document = pipeline.document(citation.doc)
    for start, end in sentences(document.text, citation.start, citation.end):
        if match := _DENIED.search(document.text, start, end):
            yield _moved(replace(citation, sense="plain"), document, match.end(), end)


def next_turns_words(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield a turn's words with the label after it, and with the first words under that label."""
    document = pipeline.document(citation.doc)
    turns = [each for each in pipeline.store.catalog.statements(citation.doc) if each.kind == "turn"]
    own = next((each for each in turns if each.start <= citation.start and citation.end <= each.end), None)
    following = next((each for each in turns if own and each.start >= own.end and each.speaker != own.speaker), None)
    if following:
        yield _moved(citation, document, citation.start, following.start)
        yield _moved(citation, document, citation.start, sentences(document.text, following.start, following.end)[0][1])


def _moved(citation: Citation, document: Document, start: int, end: int) -> Citation:
    return replace(citation, start=start, end=end, text=document.text[start:end], page=document.page_at(start))


def _words(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in re.finditer(r"\w+", text)]
    return [found[at] for at in sorted({0, len(found) // 2, len(found) - 1})][:WORDS] if found else []


def altered_letters(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with other capitals, and with other punctuation."""
    yield replace(citation, text=citation.text.swapcase())
    yield replace(citation, text=citation.text + "…")


def swapped_speaker(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation given to other speakers of the store."""
    others = [each for each in pipeline.store.catalog.speakers() if each != citation.speaker]
    owners = _speakers_at(citation, pipeline)
    yield from (replace(citation, speaker=each) for each in [each for each in others if each not in owners][:WORDS])


def lost_speaker(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield somebody's own words as the document's own."""
    if citation.speaker and None not in _speakers_at(citation, pipeline):
        yield replace(citation, speaker=None, reported_by=None)


def _speakers_at(citation: Citation, pipeline: Pipeline) -> set[str | None]:
    """Return whose words the cited span may be shown as, taking every statement that touches it."""
    statements = pipeline.store.catalog.statements(citation.doc)
    inside = [each for each in statements if each.start < citation.end and citation.start < each.end]
    owned = any(each.start <= citation.start and citation.end <= each.end for each in inside)
    return {*(each.speaker for each in inside), *([] if owned else [None])}


def shifted_said_on(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with another day on which it was said, and with none."""
    for day in _shifted(citation.said_on):
        yield replace(citation, said_on=day)


def swapped_day(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with the days on which other statements were said, those of its document first."""
    catalog = pipeline.store.catalog
    here = [each.said_on for each in catalog.statements(citation.doc)]
    days = dict.fromkeys(day for day in [*here, *sorted(filter(None, catalog.published().values()))] if day)
    for day in [each for each in days if each != citation.said_on][:WORDS]:
        yield replace(citation, said_on=day)


def shifted_published(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with another day of publication, and with none."""
    for day in _shifted(citation.published):
        yield replace(citation, published=day)


def _shifted(day: str | None) -> list[str | None]:
    """Return the day after, the same day a year before, and no day; of no day, some day."""
    try:
        whole = date.fromisoformat(day or "")
    except ValueError:
        return ["2001-01-01"]
    return [(whole + timedelta(days=1)).isoformat(), f"{whole.year - 1}{(day or '')[4:]}", None]


def moved_document(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation moved to other documents, as they are named, and to one that does not exist."""
    others = [each for each in pipeline.store.catalog.documents() if each.id != citation.doc]
    for other in others[:WORDS]:
        yield replace(
            citation, doc=other.id, title=other.title, published=other.published, source=other.source, url=other.url
        )
    yield replace(citation, doc=f"{citation.doc}.lost")


def moved_offsets(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation with offsets moved by one."""
    for before, after in ((1, 1), (-1, -1), (1, 0), (0, 1), (0, -1)):
        if citation.start + before >= 0 and citation.start + before < citation.end + after:
            yield replace(citation, start=citation.start + before, end=citation.end + after)


def grown_over_others(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the speaker's words grown over what follows or precedes, exact in every letter."""
    document = pipeline.document(citation.doc)
    if not citation.speaker or not _owned(citation, pipeline):
        return
    every = pipeline.store.catalog.statements(citation.doc)
    owned = [
        speech_of(each, every, document.text) if each.kind == "turn" else (each.start, each.end)
        for each in every
        if each.speaker == citation.speaker and each.start <= citation.start and citation.end <= each.end
    ]
    first, last = min(start for start, _ in owned), max(end for _, end in owned)
    for start, end in ((citation.start, min(len(document.text), last + 40)), (max(0, first - 40), citation.end)):
        if (start, end) != (citation.start, citation.end) and re.search(
            r"\w", _beyond(document, start, end, first, last)
        ):
            yield replace(citation, start=start, end=end, text=document.text[start:end], page=document.page_at(start))


def _beyond(document: Document, start: int, end: int, first: int, last: int) -> str:
    return document.text[start:first] + document.text[last:end]


def _owned(citation: Citation, pipeline: Pipeline) -> bool:
    return pipeline.speaker_at(citation.doc, citation.start, citation.end) == citation.speaker


def lost_reporter(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield words that somebody reports as said without a go-between."""
    if citation.reported_by:
        yield replace(citation, reported_by=None)


def swapped_reporter(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield words as reported by somebody who does not tell them."""
    others = [
        each for each in pipeline.store.catalog.speakers() if each not in (citation.speaker, citation.reported_by)
    ]
    if citation.speaker and others:
        yield replace(citation, reported_by=others[0])


def swapped_source(citation: Citation, pipeline: Pipeline) -> Iterator[Citation]:
    """Yield the citation under another title, source, address and page."""
    yield replace(citation, title=f"{citation.title} (2)")
    yield replace(citation, source="The Other Gazette")
    yield replace(citation, url="https://elsewhere.example/other")
    yield replace(citation, page=(citation.page or 0) + 1)


KINDS: dict[str, Plant] = {
    each.__name__.replace("_", " "): each
    for each in (
        *(altered_word, dropped_word, added_word, altered_letters, moved_offsets, moved_document, grown_over_others),
        *(dropped_negation, cut_under_denial, next_turns_words, swapped_day),
        *(swapped_speaker, lost_speaker, swapped_reporter, lost_reporter),
        *(shifted_said_on, shifted_published, swapped_source),
    )
}


def correct_citations(pipeline: Pipeline, questions: Iterable[Gold] = ()) -> list[Citation]:
    """Return the verified citations of what and all that each speaker said, and of the questions, each once."""
    forms = ("What did {} say?", "List everything {} said.")
    asked = [Turn(form.format(each)) for each in pipeline.store.catalog.speakers() for form in forms]
    found: dict[tuple[str, int, int, str | None], Citation] = {}
    for turn in [*asked, *map(turn_of, questions)]:
        answer = pipeline.answered(turn)
        for each in (*answer.citations, *answer.nearest):
            if each.check == "verified":
                found.setdefault((each.doc, each.start, each.end, each.speaker), each)
    return list(found.values())


def faults(citations: Iterable[Citation], pipeline: Pipeline) -> list[Fault]:
    """Return every fault of every kind that can be planted in the citations."""
    return [
        Fault(kind, each, planted)
        for each in citations
        for kind, plant in KINDS.items()
        for planted in plant(each, pipeline)
        if planted != each
    ]


def caught(planted: Sequence[Fault], pipeline: Pipeline) -> list[Caught]:
    """Return, by kind, how many of the faults the check does not call verified."""
    checks = [each.check for each in checked([fault.planted for fault in planted], pipeline.store.catalog)]
    pairs = list(zip(planted, checks, strict=True))
    found = []
    for kind in KINDS:
        of_kind = [(fault, check) for fault, check in pairs if fault.kind == kind]
        missed = tuple(fault for fault, check in of_kind if check == "verified")
        found.append(Caught(kind=kind, planted=len(of_kind), caught=len(of_kind) - len(missed), missed=missed))
    return found


def run(sets: Sequence[tuple[Path, Sequence[Gold]]], settings: Settings) -> list[Caught]:
    """Return what is caught of the faults planted in answers over these documents, each set in an index of its own."""
    with tempfile.TemporaryDirectory() as folder:
        found = [
            _of_set(documents, questions, replace(settings, store=Path(folder) / str(number)))
            for number, (documents, questions) in enumerate(sets)
        ]
    return together(found)


def _of_set(documents: Path, questions: Sequence[Gold], settings: Settings) -> list[Caught]:
    with open_store(settings) as store:
        sync([documents], store, settings.passage_tokens)
    pipeline = open_pipeline(settings)
    try:
        return caught(faults(correct_citations(pipeline, questions), pipeline), pipeline)
    finally:
        pipeline.close()


def together(found: Sequence[Sequence[Caught]]) -> list[Caught]:
    """Return the counts of several sets as one, by kind.

    Raises:
        GoldError: there was too little to plant faults in.
    """
    kinds = [
        Caught(
            kind=parts[0].kind,
            planted=sum(each.planted for each in parts),
            caught=sum(each.caught for each in parts),
            missed=tuple(fault for each in parts for fault in each.missed),
        )
        for parts in zip(*found, strict=True)
    ]
    total = sum(each.planted for each in kinds)
    if total < FEWEST:
        raise GoldError(
            f"Only {total} faults could be planted, fewer than {FEWEST}; name documents with more statements."
        )
    return kinds


def as_text(found: Sequence[Caught]) -> str:
    """Return a table by kind and every fault that slipped through."""
    lines = [f"{'fault':20} caught / planted"]
    lines += [f"{each.kind:20} {each.caught:6,} / {each.planted:,}" for each in found]
    lines.append(f"{'all':20} {sum(each.caught for each in found):6,} / {sum(each.planted for each in found):,}")
    for each in found:
        lines += [f"Slipped through, {each.kind}: {_change(fault)}" for fault in each.missed]
    return "\n".join(lines)


def _change(fault: Fault) -> str:
    names = ("doc", "start", "end", "text", "speaker", "reported_by", "said_on", "published", "title", "source", "url")
    pairs = [(name, getattr(fault.correct, name), getattr(fault.planted, name)) for name in (*names, "page")]
    changes = "; ".join(f"{name} {before!r} -> {after!r}" for name, before, after in pairs if before != after)
    return f"{fault.correct.doc} {fault.correct.start}-{fault.correct.end}: {changes}"


def as_json(found: Sequence[Caught]) -> str:
    """Return the counts as one JSON object."""
    kinds = [
        {
            "kind": each.kind,
            "planted": each.planted,
            "caught": each.caught,
            "missed": [_change(one) for one in each.missed],
        }
        for each in found
    ]
    return json.dumps({"faults": kinds}, ensure_ascii=False)
