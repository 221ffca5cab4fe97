"""Days, ranges of days and words in a sentence as people read them, each wording once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from index.dates.days import is_day
from index.text.counts import readable_date as readable_date


def readable_period(since: str | None, until: str | None) -> str:
    """Return a range of days for people: "April 2025", "2025", "11 September 2025", "since 1 May 2025"."""
    if since and until:
        if since[:4] == until[:4] and since.endswith("-01-01") and until.endswith("-12-31"):
            return since[:4]
        first, last = date.fromisoformat(since), date.fromisoformat(until)
        if since.endswith("-01") and since[:7] == until[:7] and (last + timedelta(days=1)).day == 1:
            return f"{first:%B %Y}"
        return readable_date(since) if since == until else f"{readable_date(since)} to {readable_date(until)}"
    return f"since {readable_date(since)}" if since else f"until {readable_date(until)}" if until else "any day"


def possessive(name: str) -> str:
    """Return a name as the owner of what follows: Quill's, Holdens'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def lowered(text: str) -> str:
    """Return a text without the capital of a sentence's beginning."""
    return text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """Return a text with the capital of a sentence's beginning."""
    return text[:1].upper() + text[1:]


def row(items: Sequence[str]) -> str:
    """Return items in a row: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""


def together(*notices: str | None) -> str | None:
    """Return the notices that there are as one text, None where there is none."""
    return " ".join(each for each in notices if each) or None


DAYS_GIVEN = ("since", "until", "question_date")
"""The filters of a question that are days."""


def wrong_day(filters: Mapping[str, object], options: bool = False) -> str | None:
    """Return what is wrong with the days of a question's filters, named as fields or as options of the command.

    Days are compared as they are written.
    """
    for name in DAYS_GIVEN:
        if (value := filters.get(name)) and not is_day(str(value)):
            named = f"--{name.replace('_', '-')}" if options else name
            return f"{named} is '{value}', which is not a date; write it as 2030-12-31."
    return None
