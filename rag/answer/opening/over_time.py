"""First lines over time: the day on which something was first or last said, and what changed between two days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer.opening.wording import number_word, on_day, quoted_topic
from rag.phrasing import raised, readable_date, row
from rag.records import Citation, Evidence, Query


def first_or_last(
    query: Query,
    end: Literal["first", "last"],
    citations: Sequence[Citation],
    number: int,
    undated: int,
    beyond: Citation | None = None,
) -> str:
    """Return the day and whose sentence it is, of how many: what has no day is counted by itself.

    `beyond` has only the topic's name and is of a day before the first or after the last.
    """
    first = citations[0]
    if not first.said_on:
        return f"None of the {counted(number, 'sentence')} found has a day [{first.n}]:"
    topic = quoted_topic(query)
    is_one = number == 1 or beyond is not None
    names = f" that name{'s' if is_one else ''} {topic}" if topic != "this" else ""
    which = f"the {end} of {number - undated} dated" if undated else f"the {end} of {number}"
    what = f"the only sentence{names}" if number == 1 else f"{which} sentences{names}"
    if beyond and (name := name_in(query)):
        named = f"{name} itself is named {'earlier' if end == 'first' else 'later'},{on_day(beyond)} [{beyond.n}]"
        return f"{raised(on_day(first).strip())}, {name_of(first)} [{first.n}]: the {end} sentence{names}; {named}."
    left = f"; {undated} more {'has' if undated == 1 else 'have'} no day" if undated else ""
    return f"{raised(on_day(first).strip())}, {name_of(first)} [{first.n}]: {what} in these documents{left}."


def named_beside(query: Query, end: Literal["first", "last"], citations: Sequence[Citation]) -> str:
    """Return the day of a paragraph that names a speaker beside a topic, and of the first or last words surely his."""
    beside, own = citations[:2]
    topic = quoted_topic(query)
    sure = f"the {end} sentence surely by {name_of(own)} that names {topic} is of {readable_date(own.said_on or '')}"
    named = f"{name_of(own)} is named beside {topic} in a document of {readable_date(beside.said_on or '')}"
    return f"{raised(named)} [{beside.n}]; {sure} [{own.n}]."


def name_of(citation: Citation) -> str:
    return readable_name(citation.speaker) if citation.speaker else "the document"


_CAPITALISED = expression(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*")


def name_in(query: Query) -> str | None:
    """Return the one name in a topic that has other words too: "Patriot" of "Patriot systems"."""
    names = [each[0] for each in _CAPITALISED.finditer(query.topic)]
    if len(names) != 1 or query.topic not in query.standalone[1:]:
        return None
    rest = content_words(query.topic.replace(names[0], " "))
    return names[0] if rest else None


def no_second_day(citations: Sequence[Citation], number: int) -> str:
    """Return that nothing can be told of a change, as all that was said is of one day."""
    first = citations[0]
    if number == 1:
        day = f", of {readable_date(first.said_on)}" if first.said_on else ""
        return f"One sentence was found{day} [{first.n}]:"
    all_of = f"all of one day, {readable_date(first.said_on)}" if first.said_on else "none with a day"
    return f"No change between days can be told: {counted(number, 'sentence')} found, {all_of} [{first.n}]."


def what_changed(
    query: Query,
    citations: Sequence[Citation],
    dated: Sequence[Evidence],
    pairs: Sequence[tuple[int, int]],
    is_change: bool,
) -> str:
    """Return what differs between cited sentences, or that no change was found in so many, with the two at the ends."""
    by_number = {each.n: each for each in citations}
    days = sorted(each.said_on for each in dated if each.said_on)
    between = f"from {readable_date(days[0])} to {readable_date(days[-1])}"
    speakers = {each.speaker for each in citations if each.speaker}
    whose = f" by {readable_name(next(iter(speakers)))}" if len(speakers) == 1 else ""
    if is_change:
        told = "; ".join(_told(by_number[before], by_number[after]) for before, after in pairs)
        number = f"{number_word(len(pairs))} change{'s' if len(pairs) > 1 else ''} found"
        return f"{number} in {counted(len(dated), 'sentence')}{whose} {between}: {told}."
    before, after = (by_number[each] for each in pairs[0])
    days_of = [f"{readable_date(each.said_on or '')} [{each.n}]" for each in (before, after)]
    none = f"No change was found in {counted(len(dated), 'sentence')}{whose} {between}"
    return f"{none}: no two differ only in a number or a negation. Side by side: {row(days_of)}."


def _told(before: Citation, after: Citation) -> str:
    days = [readable_date(each.said_on or "") for each in (before, after)]
    return f"{days[0]} [{before.n}] and {days[1]} [{after.n}] differ in a number or a negation"
