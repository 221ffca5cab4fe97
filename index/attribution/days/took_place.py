"""A transcript or speech -> the day on which it was spoken, where the text around it says that it is no newer one's.

"The following interview took place on 2 December 1979" above a reprint of 2016: what is said there was said in 1979.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.dates.days import as_text, written
from index.text.expressions import expression
from index.transcripts.turns import Turn

HEAD, FOOT = 3_000, 1_000
"""Characters before the first turn and behind the last one that are looked at."""
REACH = 300
_SPOKEN = expression(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:[a-z]+ ){0,2}?(?:interview|conversation|discussion|dialogue|speech|talk|lecture"
    r"|address|sermon|homily|remarks|hearing|meeting|debate|panel|episode|recording|transcript|exchange)s?\b"
    r"(?P<between>[^.!?\n]{0,120}?)\b"
    r"(?:took place|(?:was|were|has been) (?:\w+ly )?(?:first |originally )?"
    r"(?:conducted|recorded|held|given|delivered|taped|filmed|broadcast|done|made))(?P<where>[^.!?\n]{0,60}?)"
    r" (?:on|in) (?:the )?(?:[A-Z][a-z]+day,? )?$"
)
"""What says when it was spoken, up to the day."""
_OF_ANOTHER = expression(r"\b(?:which|that|who|where|after|before|when)\b")


def day_it_took_place(text: str, turns: Sequence[Turn], published: str | None) -> str | None:
    """Return the day (YYYY-MM-DD) or month on which turns were spoken, as the text before or behind them says it.

    None where nothing says so, or it would be after the text was published.
    """
    days = {day for part in _around(text, turns) for day in _told(part)}
    day = days.pop() if len(days) == 1 else None
    return None if day and published and day > published else day


def _around(text: str, turns: Sequence[Turn]) -> Iterator[str]:
    if turns:
        first, last = min(each.start for each in turns), max(each.end for each in turns)
        yield text[max(0, first - HEAD) : first]
        yield text[last : last + FOOT]


def _told(part: str) -> Iterator[str]:
    for each in written(part):
        match = _SPOKEN.search(part[max(0, each.start - REACH) : each.start])
        day = None if match is None or each.ranged else as_text(each)
        if match and day and not _OF_ANOTHER.search(match["between"] + match["where"]):
            yield day
