"""Question and history -> `Query`: who is asked about, the topic, the days, the kind; rules, no model.

Read in order: a follow-up is made to stand alone, the days it asks about are set apart, then its form tells the kind,
the speaker and the topic. What the user set goes before what was read; what was read is named in `Query.inferred`, so
that it can be shown and taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from errors import QuestionError
from index.names.names import is_name, same_person
from index.names.titles import INSTITUTION, role_key
from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import country, unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.records import Kind, Query, Turn
from rag.understand.broad.contractions import in_full
from rag.understand.broad.forms import overall, with_days
from rag.understand.broad.preamble import without_preamble
from rag.understand.case_names import before_a_body, of_a_case
from rag.understand.dates import AskedDates, asked_dates
from rag.understand.documents.addresses import as_of_address
from rag.understand.documents.authored import as_of_author
from rag.understand.documents.document_names import named_documents
from rag.understand.follow_up import standalone
from rag.understand.intent import Asked, Reading, as_who, asked, quoted_phrases
from rag.understand.languages.heard import heard_as
from rag.understand.namesakes import shared_in
from rag.understand.people.described import is_described
from rag.understand.people.post_words import post_asked
from rag.understand.people.unnamed import with_posts
from rag.understand.speakers import find_speakers
from rag.understand.spelling import corrected

_PUBLISHED = expression(
    r"(?:(?:,|\b(?:in|from|according\s+to|among|use|only))\s+)*(?:(?:the|any|all|only)\s+)*"
    r"\b(?:articles?|documents?|reports?|news|stories|speeches|addresses|texts|papers|pieces|sources|interviews?)"
    r"(?:\s+(?:that\s+were\s+|which\s+were\s+)?(?:published|written|dated|printed))?\s*$",
    re.IGNORECASE,
)
_NOW = expression(
    r"\b(?:this\s+(?:week|month|morning|weekend)|today|tonight|yesterday|currently|right\s+now|at\s+the\s+moment"
    r"|latest|most\s+recent(?:ly)?|these\s+days)\b",
    re.IGNORECASE,
)


def writable(turn: Turn) -> Turn:
    """Return the turn with a question mark for each lone surrogate, which JSON can carry and no file."""
    filters = ("speaker", "since", "until", "document", "question_date", "qid")
    given: dict[str, Any] = {name: _writable(value) for name in filters if (value := getattr(turn, name))}
    return replace(turn, question=_writable(turn.question), history=tuple(map(_writable, turn.history)), **given)


def _writable(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode("utf-8")


def understand(turn: Turn, catalog: Catalog, is_word: Callable[[str], bool], longest: int = 2_000) -> Query:
    """Return the query that a turn asks; `is_word` tells an English word, which is no typing error.

    Raises:
        QuestionError: the question is empty or longer than `longest` characters, or its date is no day.
    """
    question = _question(turn, longest)
    today = _day(turn.question_date) or catalog.newest()
    heard = heard_as(question, catalog, turn.history)
    if heard:
        heard = replace(heard, question=question) if turn.as_written else heard
        question = heard.question
        turn = turn if turn.as_written else _turn_in_english(turn, question, catalog)
    reads = partial(read, catalog=catalog, today=today, counts_from=bool(turn.question_date))
    of_documents = _of_documents(question, catalog)
    whole = of_documents or as_who(standalone(question, turn.history, reads, catalog) if turn.history else question)
    reading = reads(whole)
    if _may_be_misspelt(reading.asked):
        kept = f"{reading.asked.speaker or ''} {heard.asked if heard else ''}"
        whole = corrected(whole, catalog, is_word, kept)
    query = _query(turn, reading if whole == reading.text else reads(whole), catalog, today)
    query = replace(as_of_author(as_of_address(query, catalog), catalog), heard=heard)
    if not (turn.history and query.broad and query.broad.points):
        return query
    return replace(query, before=_before(turn, catalog, is_word, longest))


def _may_be_misspelt(asked: Asked) -> bool:
    """Return whether words of a question are looked for in documents: not of a quotation, nor of a document's name."""
    names = not asked.broad or (asked.kind == "catalog" and bool(asked.topic))
    return names and asked.kind not in {"chat", "quote_check"}


def _question(turn: Turn, longest: int) -> str:
    """Return a turn's question in one line; raises QuestionError where it is empty or too long."""
    question = in_full(without_preamble(" ".join(turn.question.split())))
    if not question:
        raise QuestionError("The question is empty; ask something like: What did the minister say about energy?")
    if len(question) > longest:
        raise QuestionError(f"The question has {len(question):,} characters; ask it in at most {longest:,}.")
    return question


def _turn_in_english(turn: Turn, question: str, catalog: Catalog) -> Turn:
    """Return the turn with its question and those before it as they were read."""
    before = [(each, heard_as(" ".join(each.split()), catalog)) for each in turn.history]
    history = tuple(heard.question if heard else each for each, heard in before)
    return replace(turn, question=question, history=history)


_OF_SOMEBODY = expression(r"\b(?:he|she|his|her|him|they|their|them)\b", re.IGNORECASE)


def _of_documents(question: str, catalog: Catalog) -> str | None:
    """Return a question about documents as a whole, whose "this" is no topic of the question before, or None.

    "Summarise what he said" is made whole like any other question.
    """
    if _OF_SOMEBODY.search(question) or overall(question, catalog) is None:
        return None
    return with_days(question)


def _before(turn: Turn, catalog: Catalog, is_word: Callable[[str], bool], longest: int) -> Query | None:
    """Return the last question before that found documents, or None where there is none."""
    for at in range(len(turn.history) - 1, max(-1, len(turn.history) - 1 - _LOOKED_BACK), -1):
        past = replace(turn, question=turn.history[at][:longest], history=turn.history[:at])
        query = understand(past, catalog, is_word, longest) if past.question.strip() else None
        if query and query.kind not in {"chat", "catalog"}:
            return query
    return None


_LOOKED_BACK = 3


def _day(written: str | None) -> str | None:
    try:
        return date.fromisoformat(written).isoformat() if written else None
    except (TypeError, ValueError):
        raise QuestionError(f"The question's date '{written}' is not a date; write it as YYYY-MM-DD.") from None


def read(question: str, catalog: Catalog, today: str | None, counts_from: bool = False) -> Reading:
    """Return what a question asks that stands alone; its days count from `today` where that is the day of asking.

    Else they are read against the days of the documents that it is about.
    """
    dates = asked_dates(question, today)
    if dates and dates.assumed:
        dates = asked_dates(question, today, days=_days_about(question, dates, catalog), counts_from=counts_from)
    if dates is None:
        return Reading(question, asked(question, catalog), None)
    if _is_of_one(whole := asked(question, catalog), catalog):
        return Reading(question, whole, None)
    before, after = question[: dates.start].rstrip(", "), question[dates.end :].strip(", ")
    found = asked(f"{before} {after}".strip(), catalog)
    if called := _called_by_year(found, question[dates.start : dates.end], catalog):
        return Reading(question, called, None)
    if found.kind not in {"fact", "chat"}:
        return Reading(question, found, dates)
    if published := _PUBLISHED.search(question[: dates.start]):
        before = question[: published.start()].rstrip(", ")
        return Reading(question, asked(f"{before} {after}".strip(), catalog), dates)
    # The year of a fact is nearly always what the fact is about, not when a document was published.
    return Reading(question, asked(question, catalog), None)


def _is_of_one(found: Asked, catalog: Catalog) -> bool:
    """Return whether a question was read with its days as one for a document that is known by its id."""
    return found.broad is not None and bool(found.broad.named) and catalog.document(found.broad.named) is not None


_A_YEAR = expression(r"^\D*(?P<year>(?:1[5-9]|20)\d\d)\W*$")


def _called_by_year(found: Asked, days: str, catalog: Catalog) -> Asked | None:
    """Return what is asked of a document that is called by a year ("the letter on 2031"), None where a year is a day.

    A year of which no document is may stand in one: what was written on it came out in the next. One document that is
    named and of no day or another has the year in its name or at its head.
    """
    year = _A_YEAR.match(days)
    broad = found.broad
    if year is None or broad is None or not broad.named or found.speaker:
        return None
    if _has_year_in_name(catalog.document(broad.named), year["year"]):
        return found
    named = f"{broad.named} {year['year']}"
    documents = named_documents(named, broad.what, catalog.documents(), catalog)
    called = [each for each in documents if year["year"] in f"{each.title} {each.id}"]
    of_it = [each for each in catalog.published().values() if (each or "")[:4] == year["year"]]
    if not documents or (of_it and not called):
        return None
    return replace(found, broad=replace(broad, named=named))


def _has_year_in_name(document: Document | None, year: str) -> bool:
    """Return whether a document of no day or of another year has a year in its name or at its head."""
    if document is None or (document.published or "")[:4] == year:
        return False
    return year in f"{document.title} {document.id} {document.text[:HEAD]}"


HEAD = 600
"""Characters at the beginning of a text in which its year stands."""
ABOUT = 50
"""So many passages that hold most of a question's words tell of which days the documents are that it is about."""


def _days_about(question: str, dates: AskedDates, catalog: Catalog) -> list[str]:
    """Return the days of what the asked speaker said, else of the documents on the topic, else of all."""
    found = asked(f"{question[: dates.start]} {question[dates.end :]}".strip(), catalog)
    speakers = find_speakers(found.speaker, catalog) if found.speaker else []
    if speakers and (said := [day for day in catalog.passages_said_by(speakers) if day]):
        return said
    published = catalog.published()
    passages = catalog.search(content_words(unified(found.topic)), ABOUT)
    documents = {each.document_id for each in catalog.passages([key for key, _ in passages]).values()}
    return [day for key in documents if (day := published.get(key))] or [day for day in published.values() if day]


def _query(turn: Turn, reading: Reading, catalog: Catalog, today: str | None) -> Query:
    found = reading.asked
    speaker = (turn.speaker or "").strip() or (found.speaker if "speaker" not in turn.without else None)
    found = _with_addressee_named(found, catalog)
    days = _days(turn, reading.dates)
    dates = reading.dates if reading.dates and _as_asked(days, reading.dates) else None
    speakers = tuple(with_posts(find_speakers(speaker, catalog), catalog)) if speaker else ()
    unheld = None if speakers or turn.speaker else _post_of(found, speaker)
    if unheld:
        found, speaker = Asked("fact", reading.text), None
    topic, document = _topic_and_document(turn, found, speaker, speakers, catalog)
    return Query(
        standalone=reading.text,
        kind=_kind(found.kind, speaker),
        topic=topic,
        speaker=speaker,
        speakers=speakers,
        shared_in=shared_in(speaker, speakers, catalog) if speaker else frozenset(),
        since=days["since"],
        until=days["until"],
        document=document,
        addressee=found.addressee,
        quotation=found.quotation,
        phrases=quoted_phrases(reading.text),
        loose=found.loose,
        counts=found.counts,
        view=found.view,
        bare=_is_bare(turn, found, speaker, speakers, catalog),
        unheld=unheld,
        broad=found.broad,
        counted=found.counted,
        question_date=turn.question_date or (today if _NOW.search(reading.text) else None),
        inferred=_inferred(turn, {"speaker": speaker, "document": document, **days}),
        periods=dates.periods if dates else (),
        assumed=dates.assumed if dates else None,
    )


def _post_of(found: Asked, speaker: str | None) -> str | None:
    """Return the post or body whose words are asked for, None where none is: who speaks for it may be told nowhere.

    Answered as facts are, 9 of 10 such questions show the answer and 5 did before; 2 that have none are declined.
    """
    if found.kind != "statements" or not speaker:
        return None
    return speaker if post_asked(speaker) or INSTITUTION.search(speaker.split()[-1]) else None


def _with_addressee_named(asked: Asked, catalog: Catalog) -> Asked:
    """Return what is asked with the name of whom it calls by a post: "tell the Kestrian president"."""
    called = asked.addressee
    if not called or not role_key(called.lower()) or is_name(called):
        return asked
    held = [each for each in find_speakers(called, catalog) if is_name(each)]
    longest = max(held, key=len, default="")
    if not longest or not all(same_person(each, longest) for each in held):
        return asked
    return replace(asked, addressee=longest, topic=longest if asked.topic == called else asked.topic)


def _is_bare(turn: Turn, found: Asked, speaker: str | None, speakers: tuple[str, ...], catalog: Catalog) -> bool:
    """Return whether a question of somebody's words may be one for a fact: not of whom it names by what he is."""
    if _is_land(turn, speaker):
        return True
    return found.bare and not is_described(speaker or "", speakers, catalog)


def _is_land(turn: Turn, speaker: str | None) -> bool:
    """Return whether a land was read as the speaker: what is asked of it may be a fact that nobody says for it."""
    return bool(speaker and not turn.speaker and country(speaker.removeprefix("the ")))


def _topic_and_document(
    turn: Turn, found: Asked, speaker: str | None, speakers: tuple[str, ...], catalog: Catalog
) -> tuple[str, str | None]:
    """Return the topic, with a speaker who was taken back, and the document: that of a case which the topic names.

    Where nothing is asked but what somebody told a body, it is that of the body's meeting.
    """
    topic = f"{found.speaker} {found.topic}".strip() if found.speaker and not speaker else found.topic
    may_name_one = speaker and not turn.document and "document" not in turn.without
    case = of_a_case(topic, catalog) if may_name_one else None
    if may_name_one and not case and found.addressee == topic and (document := before_a_body(topic, speakers, catalog)):
        return "", document
    return case or (topic, turn.document)


def _kind(kind: Kind, speaker: str | None) -> Kind:
    return "statements" if speaker and kind in {"fact", "chat"} else kind


def _inferred(turn: Turn, in_force: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the names of the filters in force that the user did not set."""
    set_by_user = {name: getattr(turn, name) for name in in_force}
    return tuple(name for name, value in in_force.items() if value and not set_by_user[name])


def _as_asked(days: Mapping[str, str | None], dates: AskedDates) -> bool:
    """Return whether the days in force are those that the question says, none set or taken back by the user."""
    return (days["since"], days["until"]) == (dates.since, dates.until)


def _days(turn: Turn, dates: AskedDates | None) -> dict[str, str | None]:
    """Return the first and last day in force: those that the user set go before all that the question says."""
    if turn.since or turn.until or dates is None:
        return {"since": turn.since, "until": turn.until}
    read_from_it = {"since": dates.since, "until": dates.until}
    return {name: None if name in turn.without else value for name, value in read_from_it.items()}
