"""The wordings in which reports and assistants give somebody's words, and the ways in which they write names and days.

A wording takes what was said and returns a paragraph with the pieces of it that a check should find, or None where
the words do not fit it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date

from benchmarks.quality.draft_faults import Said
from index.text.counts import readable_date

Worded = tuple[str, tuple[str, ...]]
Wording = Callable[[Said, random.Random], Worded | None]

MARKS = (("“", "”"), ("“", "”"), ('"', '"'))
PIECE = 4
"""Words of the shorter part of a quotation that its cue parts."""
FRAGMENT = 8
"""Words that are quoted within a sentence of the reporter's own."""
_OWN = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
"""Words that an indirect report would change."""


def name_of(said: Said, random_: random.Random) -> str:
    """Return the speaker's name as a report may write it: whole, or without the title that a list puts before it."""
    bare = re.sub(r"^(?:Mrs?|Ms|Dr|Sir)\.? ", "", said.speaker)
    return bare if len(bare.split()) > 1 and random_.random() < 0.7 else said.speaker


def day_of(said: Said, random_: random.Random) -> str:
    """Return the day in one of the ways to write it, after its preposition; a year alone where no more is known."""
    if len(said.day) == len("2030"):
        return f"in {said.day}"
    if len(said.day) == len("2030-12"):
        return f"in {readable_date(said.day)}"
    day = date.fromisoformat(said.day)
    ways = [
        f"on {day.day} {day:%B} {day.year}",
        f"on {day:%B} {day.day}, {day.year}",
        f"on {day:%A}, {day.day} {day:%B} {day.year}",
        f"on {day:%A}, {day:%B} {day.day}, {day.year}",
        f"on {day.day} {day:%b} {day.year}",
        f"on {day:%b}. {day.day}, {day.year}" if day.month != 5 else f"on May {day.day}, {day.year}",
        f"on {day.isoformat()}",
        f"on {day.day:02}.{day.month:02}.{day.year}",
        f"on the {day.day}{_ordinal(day.day)} of {day:%B} {day.year}",
        f"on {day:%B} {day.day}{_ordinal(day.day)}, {day.year}",
    ]
    return random_.choice(ways)


def _ordinal(number: int) -> str:
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _ended(said: Said, mark: str) -> str:
    """Return the words with a mark at their end, where they bring none of their own."""
    return said.text + ("" if said.text[-1] in "?!" else mark)


def _before(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    whole = f"{left}{_ended(said, '.')}{right}"
    lead = random_.choice(
        [
            f"{day[0].upper()}{day[1:]}, {who} said: ",
            f"{who} said {day}: ",
            f"{who} told reporters {day}: ",
            f"In remarks {day}, {who} stressed: ",
            f"Speaking {day}, {who} warned, ",
            f"{day[0].upper()}{day[1:]} {who} declared that ",
        ]
    )
    return lead + whole, (said.text,)


def _after(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    begun = f"{left}{_ended(said, ',')}{right}"
    tail = random_.choice(
        [
            f" {who} said {day}.",
            f" said {who} {day}.",
            f" {who} told the audience {day}.",
            f" {who} added {day}, to applause.",
        ]
    )
    return begun + tail, (said.text,)


def _without_a_day(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who = random_.choice(MARKS), name_of(said, random_)
    if said.finding == "other_day":
        return None
    whole, begun = f"{left}{_ended(said, '.')}{right}", f"{left}{_ended(said, ',')}{right}"
    ways = [f"{who} said: {whole}", f"{begun} said {who}.", f"{begun} according to {who}.", f"As {who} put it: {whole}"]
    return random_.choice([*ways, f"According to {who}, {whole}"]), (said.text,)


def _behind_a_full_stop(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    return f"{left}{_ended(said, '.')}{right} {who} said {day}.", (said.text,)


def _in_the_middle(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    words = said.text.split()
    if len(words) < 2 * PIECE:
        return None
    cut = next((at for at in range(PIECE, len(words) - PIECE + 1) if words[at - 1][-1] == ","), len(words) // 2)
    first, second = " ".join(words[:cut]).rstrip(","), " ".join(words[cut:])
    return f"{left}{first},{right} {who} said {day}, {left}{second}{_stop(second)}{right}", (first, second)


def _stop(text: str) -> str:
    return "" if text[-1] in "?!" else "."


def _in_two_sentences(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    if not said.next:
        return None
    begun = f"{left}{_ended(said, ',')}{right} {who} said {day}."
    return f"{begun} {left}{said.next}{_stop(said.next)}{right}", (said.text, said.next)


def _in_a_list(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    bare = day.split(" ", 1)[1]
    whole = f"{left}{_ended(said, '.')}{right}"
    way = random_.choice(
        [
            f"- **{who}** ({bare}): {whole} [1]",
            f"- {who}, {bare}: {whole}",
            f"* {who} ({bare}): {whole}",
            f"1. **{who}**, {bare}: {whole}",
        ]
    )
    return way, (said.text,)


def _with_a_dash(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    bare = day.split(" ", 1)[1]
    whole = f"{left}{_ended(said, '.')}{right}"
    way = random_.choice([f"{whole} — {who}, {bare}", f"> {whole}\n> — {who}, {bare}", f"{whole} ({who}, {bare})"])
    return way, (said.text,)


def _within_a_sentence(said: Said, random_: random.Random) -> Worded | None:
    (left, right), who, day = random_.choice(MARKS), name_of(said, random_), day_of(said, random_)
    words = said.text.split()
    middle = said.at if said.at is not None else random_.randrange(len(words))
    start = max(0, min(middle - FRAGMENT // 2, len(words) - FRAGMENT))
    piece = " ".join(words[start : start + FRAGMENT]).strip(",;:.?!–— ")
    quoted = f"{left}{piece}{right}"
    way = random_.choice(
        [
            f"{day[0].upper()}{day[1:]}, {who} spoke of {quoted} and left it at that.",
            f"{who} insisted {day} that it was about {quoted}, whatever the critics say.",
            f"In {who}’s words {day}, it is {quoted}.",
            f"{who} described it {day} as {quoted}.",
        ]
    )
    return way, (piece,)


def _reported(said: Said, random_: random.Random) -> Worded | None:
    """Return the words as an indirect report that keeps them; only where no pronoun would have to change."""
    who, day = name_of(said, random_), day_of(said, random_)
    if said.finding == "not_found" or said.kind == "changed word" or _OWN.search(said.text) or said.text[-1] in "?!":
        return None
    words = said.text.split()
    if words[0] not in _LOWERED:
        return None
    clause = " ".join([words[0].lower(), *words[1:]])
    way = random_.choice(
        [
            f"{who} said {day} that {clause}.",
            f"{day[0].upper()}{day[1:]}, {who} argued that {clause}.",
            f"According to {who}, speaking {day}, {clause}.",
        ]
    )
    return way, (clause,)


_LOWERED = frozenset(
    "The A An This That These Those It He She They There Some Many All Every Each Their His Her Its".split()
)

WORDINGS: dict[str, Wording] = {
    "before": _before,
    "after": _after,
    "without a day": _without_a_day,
    "behind a full stop": _behind_a_full_stop,
    "in the middle": _in_the_middle,
    "in two sentences": _in_two_sentences,
    "in a list": _in_a_list,
    "with a dash": _with_a_dash,
    "within a sentence": _within_a_sentence,
    "reported": _reported,
}
