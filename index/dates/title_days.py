"""Days in a title or in a note beside a text: "Speech, 2 April 2026", "Harbour panel, 7 January 2026"."""

from __future__ import annotations

import re

from index.dates.beside_days import CAPITAL, LONGEST_LINE, PAPERS, PAST, SPEECH, is_empty, is_rest, without_time
from index.dates.day_order import HEAD, Source, ordered
from index.dates.days import WEEKDAY, Written, as_text, written
from index.text.expressions import expression

LONGEST_TITLE = 120
_SPEECH_OF = expression(
    rf"\b(?:{SPEECH})\b.*\b(?:of|on|from|vom|am|du|le|от|від|ад|z|z dnia|dnia)\s+(?:{WEEKDAY},?\s+)?$", re.IGNORECASE
)
_WORDS_BEFORE = expression(rf"\b(?:{SPEECH})|(?<!\S)(?:\S+\s+){{3}}\S", re.IGNORECASE)
_LEADS_TO = expression(r"\b(?:to|by|for|at|in|on|of|and|or|vs?|than|bis|do|до|к|к|ab|od|от)\.?\s+$", re.IGNORECASE)
_SET_OFF = expression(rf"[,;(\[|–—-]\s*(?:{WEEKDAY},?\s+)?(?:(?:den|le|the|dnia)\s+)?$", re.IGNORECASE)
_MADE = expression(
    r"\b(?:translat|edit|caption|subtitl|transcri|creat|convert|generat|sync|correct|version|copyright|updat|revis|export"
    r"|timed|file|made|by\b)\w*",
    re.IGNORECASE,
)
"""What a note tells of the making of a file, whose day is not that of the words."""


def in_title(source: Source) -> list[tuple[str, str]]:
    """Return the day that is set off at an end of the first line, which is a title: "Speech, 2 April 2026"."""
    line = source.lines[0] if source.lines else ""
    found = [each for each in written(line) if each.day and each.year]
    if not _can_be_title(line) or len(found) != 1 or found[0].ranged:
        return []
    if not _ends_title(line, found[0]) and not _begins_title(line, found[0]):
        return []
    day = ordered(found[0], source)
    if day is None or _much_later(day, source.body):
        return []
    return [(each, "the first line") for each in [as_text(day)] if each]


def of_occasion(source: Source) -> list[tuple[str, str]]:
    """Return the day of a line at the beginning that says of what: "Meeting of 14 October 2026, Town Hall, 7 p.m."."""
    found: dict[str, str] = {}
    for line in source.lines[:_OCCASION_LINES]:
        whole = [each for each in written(line[:_LONGEST_OCCASION]) if each.day and each.year]
        if len(whole) != 1 or whole[0].ranged or len(line) > _LONGEST_OCCASION or not _tells_occasion(line, whole[0]):
            continue
        day = ordered(whole[0], source)
        if day and not _much_later(day, source.body) and (told := as_text(day)):
            found.setdefault(told, source.where(line))
    return list(found.items()) if len(found) == 1 else []


def _tells_occasion(line: str, each: Written) -> bool:
    """Return whether a line names an occasion or a paper and its day, and is no sentence of the text."""
    before = line[: each.start]
    if PAST.search(before):
        return False
    if _PRINTED.search(before) or _IN_A_PAPER.search(before):
        return is_rest(line[each.end :])
    if _PRESENTED.match(before):
        return is_rest(line[each.end :])
    sentence = re.search(r"[.!?…]$", line) and not re.search(r"\b[ap]\.m\.$", line) or re.search(r"[.!?] \S", before)
    if sentence:
        return False
    if _HELD.match(before) or _OCCASION.match(before):
        return True
    ends = is_rest(line[each.end :]) and re.search(SPEECH, before, re.IGNORECASE) is not None
    return ends and bool(_set_off(before) or re.search(_ON, before, re.IGNORECASE) or _NAMED.fullmatch(before))


_OCCASION_LINES, _LONGEST_OCCASION = 5, 240
_ON = rf"(?:\b(?:of|on|from|vom|am|du|le|от|від|ад|z|z dnia|dnia)\s+)(?:the\s+)?(?:{WEEKDAY},?\s+)?$"
_OCCASION = expression(rf"[\s*_#]*(?:[\w’'&-]+ ){{0,7}}?(?:{SPEECH})\b[^.!?:\n]{{0,60}}?\s?{_ON}", re.IGNORECASE)
_HELD = expression(rf"(?:held|given|delivered|recorded|abgehalten|odbyt\w+)\b[^.!?:\n]{{0,60}}?\s?{_ON}", re.IGNORECASE)
_PRESENTED = expression(
    rf"[\s*_#]*(?:presented|delivered|given|read) by\b[^.!?:;\n]{{3,160}}(?:,\s+|{_ON})(?:{WEEKDAY},?\s+)?$",
    re.IGNORECASE,
)
"""Who gave a speech before its day: "Presented by Ms Lind, Minister for Rivers, Friday, 2 May 2031"."""
_NAMED = expression(rf"[\s*_#]*(?:{SPEECH}),\s+", re.IGNORECASE)
"""A kind of text alone before its day: "Minutes, 2 July 2031"."""
_IN_A_PAPER = expression(rf"(?:^|[.!?|] )(?:The )?{CAPITAL}[^.!?:,\n]{{0,40}}\b(?i:{PAPERS}), $")
"""A paper and its day behind a line that says who is asked: "We met Ana Lund. The Review, 11 March 2031"."""
_PRINTED = expression(
    rf"(?:^|[.!?;|]\s)(?:first\s)?(?:published|printed|appeared|broadcast|aired|erschienen)\s+(?:in|on|by)\s+"
    rf"[^.!?:,\n]{{2,60}}?(?:,\s+$|\s{_ON})",
    re.IGNORECASE,
)
"""A credit with the paper before the day: "Published in The Courier on 7 June 2031"."""


def _can_be_title(line: str) -> bool:
    return 0 < len(line) <= LONGEST_TITLE and not line.endswith((".", "!", "?"))


def _ends_title(line: str, each: Written) -> bool:
    before = line[: each.start]
    return is_rest(line[each.end :]) and bool(_set_off(before) or _SPEECH_OF.search(before) or _noted(before, each))


def _begins_title(line: str, each: Written) -> bool:
    after = without_time(line[each.end :])
    return is_empty(line[: each.start]) and bool(re.match(rf"\s*[,:|–—-]?\s*{CAPITAL}", after))


def _set_off(before: str) -> bool:
    """Return whether a mark parts a day from a title that is more than a name, and that tells of nothing past."""
    return bool(_SET_OFF.search(before) and _WORDS_BEFORE.search(before) and not PAST.search(before))


def _noted(before: str, each: Written) -> bool:
    """Return whether a day in figures ends a title as a clerk notes it: "Editorial call 2026-02-24"."""
    return each.numeric and before[-1:].isspace() and not PAST.search(before) and not _LEADS_TO.search(before)


def _much_later(in_title: Written, body: str) -> bool:
    """Return whether the text has a day more than a year later, as it may of an event that its title names."""
    day = in_title.on()
    others = (each.on() for each in written(body[: 2 * HEAD]))
    return bool(day and any(other and (other - day).days > 366 for other in others))


def day_noted(note: str) -> str | None:
    """Return the one day that ends a short note that somebody left beside a text: "Harbour panel, 7 January 2026"."""
    found = written(note[:LONGEST_LINE])
    if len(note) > LONGEST_LINE or len(found) != 1 or found[0].ranged or PAST.search(note[: found[0].start]):
        return None
    if _MADE.search(note):
        return None
    before = note[: found[0].start]
    set_off = is_empty(before) or _SET_OFF.search(before) or _noted(before, found[0])
    return as_text(found[0]) if set_off and is_rest(note[found[0].end :]) else None
