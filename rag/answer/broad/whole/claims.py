"""A speech or an article -> the points that it counts one by one, and what it claims and asks for in each part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.text.expressions import expression
from rag.answer.broad.central import Part, worths
from rag.answer.broad.fit import is_whole
from rag.answer.broad.whole.sections import items

FEWEST, MOST = 3, 8
"""Of fewer points that are counted none is a list; so many are shown."""
SHORT, LONGEST, APART, BESIDE = 12, 70, 14, 4
"""An announcement of so few words ("And then fifth, in the area of exports.") is shown with the next sentence; so many
sentences stand between two points at most."""
CLAIMS = 0.6
"""The share of the sentences that say what must be, or what is so beyond doubt."""
_ORDINALS = tuple(
    expression(
        rf"^\W*(?:(?:and|so|but|now|then|my|our|i think)[ ,]+){{0,4}}(?:(?:the )?{ordinal}\b(?! (?:time|year|day|week|"
        r"month|quarter|half|century|place|lady|nation|class|hand|floor|term|grade|two|three|four|five|few)\b)"
        rf"|(?:number|point) {cardinal}\b|{cardinal}[,:] )",
        re.IGNORECASE,
    )
    for ordinal, cardinal in (
        ("first(?:ly)?", "(?:one|1)"),
        ("second(?:ly)?", "(?:two|2)"),
        ("third(?:ly)?", "(?:three|3)"),
        ("fourth(?:ly)?", "(?:four|4)"),
        ("fifth(?:ly)?", "(?:five|5)"),
        ("sixth(?:ly)?", "(?:six|6)"),
        ("seventh(?:ly)?", "(?:seven|7)"),
        ("eighth(?:ly)?", "(?:eight|8)"),
    )
)
_LAST = expression(r"^\W*(?:(?:and|but) )?(?:finally|lastly|last(?:,| but not least))\b", re.IGNORECASE)
_ALSO = expression(r"\b(?:also|another|next|in addition)\b", re.IGNORECASE)
_CLAIMS = expression(
    r"\b(?:must|should|needs? to|ha(?:s|ve) to|cannot|can(?:['’]t)?(?= (?:have|afford|do|wait))|would be|"
    r"calls? (?:for|on|upon)|called (?:for|on|upon)|urges?|demands?|propose[sd]?|recommends?|undeniable|proves?|"
    r"the (?:only|best) (?:way|path|answer)|we (?:will|shall|want)|going to|it is time)\b",
    re.IGNORECASE,
)


def enumerated(every: Sequence[Part]) -> list[Part]:
    """Return the sentences of one document that count its points in order, none where fewer than three do."""
    best: list[int] = []
    for at, part in enumerate(every):
        if _ORDINALS[0].match(_words(part)):
            found = _counted_from(at, every)
            best = found if len(found) > len(best) else best
    if len(best) < FEWEST:
        return []
    best = best[:MOST]
    behind = [at + 1 for at in best if _announces(every, at)]
    return [every[at] for at in sorted({*best, *behind})]


def bulleted(every: Sequence[Part]) -> list[Part]:
    """Return the sentences of the first list of one speech that has three points or more, none where it has none."""
    if not every:
        return []
    text = every[0].document.text
    run: list[Part] = []
    end = 0
    for start, _ in items(text, 0, len(text)):
        if len(text[end:start].strip()) > BESIDE:
            if len(run) >= FEWEST:
                break
            run = []
        end = text.find("\n", start) if "\n" in text[start:] else len(text)
        part = next((each for each in every if start - BESIDE <= each.span[0] <= start < each.span[1]), None)
        if part and is_shown(part):
            run.append(replace(part, evidence=replace(part.evidence, start=start)))
    return run[:MOST] if len(run) >= FEWEST else []


def _counted_from(first: int, every: Sequence[Part]) -> list[int]:
    """Return where the points stand that are counted from a first one; one uncounted among them says "also"."""
    found, number, last = [first], 1, first
    while number < len(_ORDINALS):
        ahead = range(last + 1, min(len(every), last + 1 + APART))
        following = _first_of(_ORDINALS[number], ahead, every)
        if following is None and number + 1 < len(_ORDINALS):
            following = _first_of(_ORDINALS[number + 1], ahead, every)
            also = None if following is None else _first_of(_ALSO, range(last + 1, following), every)
            if also is None:
                following = None
            else:
                found.append(also)
                number += 1
        if following is None:
            closing = _first_of(_LAST, ahead, every) if number > 1 else None
            return found if closing is None else [*found, closing]
        found.append(following)
        number, last = number + 1, following
    return found


def _first_of(mark: re.Pattern[str], places: range, every: Sequence[Part]) -> int | None:
    return next((at for at in places if mark.search(_words(every[at]))), None)


def _announces(every: Sequence[Part], at: int) -> bool:
    """Return whether a point is only announced, so that the sentence behind it, of the same person, says what it is."""
    if at + 1 >= len(every):
        return False
    part, following = every[at], every[at + 1]
    words = _words(part)
    counted = any(each.match(words) for each in _ORDINALS)
    short = len(words.split()) <= (SHORT if counted else 2 * SHORT)
    same = (part.evidence.speaker, part.evidence.statement) == (
        following.evidence.speaker,
        following.evidence.statement,
    )
    return short and same and not _CLAIMS.search(words) and is_shown(following)


def claims(parts: Sequence[Part], number: int) -> list[Part]:
    """Return so many sentences, those first that claim or ask for something, the others of stretches without any."""
    if len(parts) <= number:
        return list(parts)
    values = dict(enumerate(worths(parts, lead=0.2)))
    claiming = sorted((at for at in values if _CLAIMS.search(_words(parts[at]))), key=lambda at: -values[at])
    chosen = set(claiming[: max(1, round(CLAIMS * number))])
    edges = [round(each * len(parts) / number) for each in range(number + 1)]
    empty = [pair for pair in zip(edges, edges[1:], strict=False) if not chosen & set(range(*pair))]
    firsts = sorted((max(range(*pair), key=lambda at: (values[at], -at)) for pair in empty), key=lambda at: -values[at])
    chosen.update(firsts[: number - len(chosen)])
    return [parts[at] for at in sorted(chosen)]


def is_shown(part: Part) -> bool:
    """Return whether a sentence is whole and neither very short nor very long."""
    words = _words(part).split()
    return FEWEST < len(words) <= LONGEST and is_whole(part.document.text, part.span)


def _words(part: Part) -> str:
    return part.document.text[slice(*part.span)]
