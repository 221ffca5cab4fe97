"""How a first line names who says something, when, and what about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.names import unsure
from index.text.numbers import SMALL
from index.transcripts.label_names import readable_name
from rag.check.cite import hidden_sense
from rag.phrasing import raised, readable_date
from rag.records import Citation, Query

LONGEST_TOPIC, LONGEST_BARE = 6, 2
"""A topic of more words is not repeated; one of more than two is quoted: it may be no noun, or mistyped."""
UNSURE = "This may answer it, but that is not certain:"
"""The first line above words that may be on something else: true where they answer, too."""
OF_IT = "From the documents:"
"""The first line above passages that answer where nothing shorter is sure: a passage may begin with a heading. It
promises no more than that they stand there."""
_MARKS = frozenset('“”"')
_WORDED = {number: word for word, number in SMALL.items()}


def topic_of(query: Query) -> str:
    """Return the topic, "this" for a long one or none."""
    return query.topic if 0 < len(query.topic.split()) <= LONGEST_TOPIC else "this"


def quoted_topic(query: Query) -> str:
    """Return the topic as it reads after "about", in quotation marks where it may not fit into a sentence of ours."""
    topic = topic_of(query)
    if topic == "this" or len(topic.split()) <= LONGEST_BARE or not _MARKS.isdisjoint(topic):
        return topic
    return f"“{topic}”"


def number_word(number: int) -> str:
    """Return a small number in words, as a sentence begins: Three, 14."""
    return raised(_WORDED[number]) if 1 < number <= 10 else f"{number:,}" if number != 1 else "One"


def who_says(citation: Citation) -> str:
    """Return who says the cited words and when: "Ana Ruiz (2 May 2031)", "a document of 2 May 2031"."""
    day = citation.said_on if citation.speaker or citation.candidates else citation.published
    when = readable_date(day) if day else ""
    if citation.speaker is None and not citation.candidates:
        return f"a document of {when}" if when else "the document"
    name = readable_name(citation.speaker) if citation.speaker else unsure(citation.candidates)
    by = ""
    if citation.reported_by and citation.reported_by != citation.speaker:
        by = f", as reported by {readable_name(citation.reported_by)}"
    return f"{name}{by}{f' ({when})' if when else ''}"


def says(citation: Citation) -> str:
    """Return "says" with who says the cited words, in which sense they stand where that is not seen."""
    several = " and " in (citation.speaker or "")
    return f"{'say' if several else 'says'} {who_says(citation)}{hidden_sense(citation)}"


def refutes_line(citation: Citation) -> str:
    """Return that the cited words report a claim and refute it: read by themselves, they would seem to bear it."""
    return f"{raised(who_says(citation))} reports this as a claim, and says that it is not so [{citation.n}]:"


def on_day(citation: Citation) -> str:
    """Return the day on which cited words were said, with "on" and a space before it, or nothing."""
    if not citation.said_on:
        return ""
    full = re.fullmatch(r"\d{4}-\d\d-\d\d", citation.said_on)
    return f" {'on' if full else 'in'} {readable_date(citation.said_on)}"


def span_of_days(citations: Sequence[Citation]) -> str:
    """Return from when to when cited words were said: ", from 2 May 2030 to 3 June 2031"; nothing without all days."""
    days = sorted(each.said_on for each in citations if each.said_on)
    if len(days) < len(citations) or not days:
        return ""
    first, last = readable_date(days[0]), readable_date(days[-1])
    return f", of {first}" if first == last else f", from {first} to {last}"
