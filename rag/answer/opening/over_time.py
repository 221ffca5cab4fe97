"""First lines over time: the day on which something was first or last said, and what changed between two days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from index.text.counts import counted
from index.transcripts.label_names import readable_name
from rag.answer.opening.wording import number_word, on_day, quoted_topic, row
from rag.phrasing import raised, readable_date
from rag.records import Citation, Evidence, Query


def first_or_last(
    query: Query, end: Literal["first", "last"], citations: Sequence[Citation], number: int, undated: int
) -> str:
    """Return the day and whose sentence it is, of how many: what has no day is counted by itself."""
    first = citations[0]
    if not first.said_on:
        return f"None of the {counted(number, 'sentence')} found has a day [{first.n}]:"
    name = readable_name(first.speaker) if first.speaker else "the document"
    topic = quoted_topic(query)
    names = f" that name{'s' if number == 1 else ''} {topic}" if topic != "this" else ""
    which = f"the {end} of {number - undated} dated" if undated else f"the {end} of {number}"
    what = f"the only sentence{names}" if number == 1 else f"{which} sentences{names}"
    left = f"; {undated} more {'has' if undated == 1 else 'have'} no day" if undated else ""
    return f"{raised(on_day(first).strip())}, {name} [{first.n}]: {what} in these documents{left}."


def no_second_day(citations: Sequence[Citation], number: int) -> str:
    """Return that nothing can be told of a change, as all that was said is of one day."""
    first = citations[0]
    day = f"of one day, {readable_date(first.said_on)}" if first.said_on else "without a day"
    return f"No change can be told: {counted(number, 'sentence')} found, all {day} [{first.n}]."


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
