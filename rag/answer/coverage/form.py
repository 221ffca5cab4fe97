"""The answer to "What do you have on …?": how much, from when, by whom, what is missing, and the newest of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.counts import counted, not_read
from index.transcripts.label_names import readable_name
from rag.answer.broad.fit import is_fit
from rag.answer.broad.wording import BULLET, days_of, title_of
from rag.answer.coverage.held import Held, held
from rag.answer.explore import View
from rag.check import cite
from rag.check.cite import Form
from rag.phrasing import raised, readable_date, row
from rag.records import Evidence, Query, Segment
from rag.understand.speakers import find_speakers

NEWEST, NAMED = 3, 4
"""So many of the newest sentences are shown, and so many speakers, months and documents are named."""


def coverage(query: Query, catalog: Catalog, find: object = None) -> Form | None:
    """Return what the index holds on a question's topic, None where nothing names it: other words may tell of it."""
    del find
    speakers = tuple(query.speakers) or tuple(find_speakers(query.topic, catalog))
    # A land's name stands for who speaks for it, and what is held on the land is asked.
    is_person = speakers and not country(query.topic.removeprefix("the "))
    said = held(_view(query, speaker=query.topic, forms=speakers), catalog) if is_person else _NOTHING
    naming = held(_view(query, topic=query.topic), catalog)
    if not said.found and not naming.found:
        return None
    names = {form: each.name for each in catalog.register() for form in each.forms}
    lines = [
        *_of_speaker(said, speakers),
        *_on_topic(naming, query.topic, names),
        *_missing(naming if naming.found else said),
    ]
    shown = _newest([*naming.found, *said.found], catalog)
    citations = cite.cite(shown, catalog)
    segments = [Segment(f"{' '.join(lines)} {'The newest' if len(citations) > 1 else 'It is this'}:")]
    for each, citation in zip(shown, citations, strict=True):
        segments.append(Segment(f"{BULLET}{cite.lead(each, citation)}: "))
        segments += cite.shown(citation)
    return Form(tuple(segments), tuple(citations), count=len(naming.found) or len(said.found))


_NOTHING = Held((), (), 0)


def _view(query: Query, *, topic: str = "", speaker: str | None = None, forms: tuple[str, ...] = ()) -> View:
    return View(
        topic=topic, speaker=speaker, forms=forms, since=query.since, until=query.until, document=query.document
    )


def _of_speaker(said: Held, speakers: Sequence[str]) -> Iterator[str]:
    """Yield how much is said by the person who is asked about."""
    if said.found:
        who = readable_name(speakers[0])
        yield f"{raised(who)} has {counted(len(said.found), 'statement')} in {_where(said)}."


def _on_topic(naming: Held, topic: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield how much names the topic, and who says how much of it."""
    if not naming.found:
        return
    number = len(naming.found)
    yield f"{raised(counted(number, 'sentence'))} {'name' if number > 1 else 'names'} {topic}, in {_where(naming)}."
    said = Counter(names.get(each.speaker, each.speaker) for each in naming.found if each.speaker)
    if said:
        most = [f"{readable_name(who)} ({count:,})" for who, count in said.most_common(NAMED)]
        of_all = _share(sum(said.values()), number)
        yield f"{of_all} said by {row([*most, *_more(len(said), 'other')])}."


def _share(part: int, whole: int) -> str:
    """Return how many of the sentences, as a sentence begins with it."""
    if part == whole:
        return "It is" if whole == 1 else "All are"
    return f"{part:,} of them {'are' if part > 1 else 'is'}"


def _more(number: int, noun: str) -> list[str]:
    """Return how many there are besides those that are named, if any."""
    return [counted(number - NAMED, noun)] if number > NAMED else []


def _where(found: Held) -> str:
    days = days_of(found.documents)
    return f"{counted(len(found.documents), 'document')}{days}"


def _missing(found: Held) -> Iterator[str]:
    """Yield what these documents lack: months, parts that were not read."""
    gaps = found.gaps
    if 0 < len(gaps) <= NAMED:
        yield f"None of these documents is of {row([readable_date(each) for each in gaps])}."
    elif gaps:
        yield f"The documents are of {counted(len(found.months), 'month')}; {len(gaps):,} months between have none."
    if partly := found.partly_read:
        named = [f"{title_of(each)} ({not_read(each.omitted)})" for each in partly[:NAMED]]
        yield f"Not read in full: {'; '.join([*named, *_more(len(partly), 'other')])}."


def _newest(found: Sequence[Evidence], catalog: Catalog) -> list[Evidence]:
    """Return the newest sentences, of each document the first that can stand alone; those without a day come last."""
    newest: dict[str, Evidence] = {}
    for each in sorted(found, key=lambda each: (each.said_on or "", each.document_id), reverse=True):
        if each.document_id not in newest and len(newest) == NEWEST:
            break
        document = catalog.document(each.document_id)
        if document is None:
            continue
        first = newest.setdefault(each.document_id, each)
        if not is_fit(document.text, (first.start, first.end)) and is_fit(document.text, (each.start, each.end)):
            newest[each.document_id] = each
    return list(newest.values())
