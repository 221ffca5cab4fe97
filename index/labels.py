"""The labels of a transcript: where a line says who speaks next, in the forms that bodies and programs write.

`NAME:` with brackets, an office or a clock beside it, full-stop labels ("Mr. HANDLEY. …"), Q. and A., a name and a
clock on a line of their own, ">> NAME:", a name with a dash or tab behind it or alone in capitals. What such a line is
in one text it is not in another, so a form counts only where its labels together look like a transcript's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.asides import CLOCK, is_furniture
from index.label_shapes import (
    ASKING,
    BY,
    CLOCK_LINE,
    COLON,
    DASH,
    NAME_LINE,
    OPENING,
    STOP,
    UNKNOWN,
    UNKNOWN_STOP,
)
from index.label_words import (
    ALSO_GIVEN_NAMES,
    FROM_THE_CROWD,
    HEADINGS,
    MONTHS_AND_DAYS,
    NOBODY_NAMED,
    OPENERS,
    ROLE,
    TITLE,
    is_answer,
    is_question,
)
from index.titles import gender_of

Form = Literal["colon", "stop", "clock", "dash", "alone", "asking"]

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Oo]ur|us)\b")
_SENTENCE_ENDS = re.compile(r"[.?!…—–-][”’»\"')\]*]*[ \t]*$")
_FIGURE = re.compile(r"[\d$€£.,%+ -]+[.]?[ \t]*$")
_LONGEST_LINE = 600
CHARACTERS_A_LABEL = 4_000
"""A transcript of long speeches still has a label about every page; fewer are headings."""


@dataclass(frozen=True)
class Label:
    """A line's beginning that says who speaks from `end` on; `start` is where the line begins."""

    start: int
    end: int
    name: str
    form: Form
    notes: str = ""
    """What stands in brackets behind the name: seat, party, office, or the name behind an office."""
    known: bool = True
    """Whether the line is in the form of the transcript's labels; else only that another one may speak."""


def labels_of(text: str, least: int = 3) -> list[Label]:
    """Return the labels of a text in order, none where it is no transcript; `least` is how many make one."""
    found = list(_candidates(text))
    holding = [each for form, holds in _HOLDS.items() if (each := holds(text, _of(found, form), least))]
    if not holding:
        return []
    most = max(holding, key=len)
    return _with_others(text, most, found)


def _of(found: Sequence[Label], form: Form) -> list[Label]:
    forms = {"colon", "asking"} if form == "colon" else {form}
    return [each for each in found if each.form in forms]


def _with_others(text: str, chosen: Sequence[Label], found: Sequence[Label]) -> list[Label]:
    """Return the chosen labels with what else begins like one: who asks, a name in another form, nobody known."""
    names = {each.name for each in chosen}
    taken = {each.start: each for each in chosen}
    for each in found:
        if each.start not in taken and (each.form == "asking" and each.name.startswith("BY ") or each.name in names):
            taken[each.start] = each
    stops = chosen[0].form == "stop"
    for start, stop in _lines(text):
        if start not in taken and (other := _unknown(text, start, stop) or (stops and _other_stop(text, start, stop))):
            taken[start] = other
    first = min(each.start for each in chosen)
    return [taken[start] for start in sorted(taken) if start >= first or taken[start].name.startswith("BY ")]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(text):
        newline = text.find("\n", position)
        stop = len(text) if newline < 0 else newline
        yield position, stop
        position = stop + 1


def _candidates(text: str) -> Iterator[Label]:
    """Yield what may be a label, at most one a line."""
    for start, stop in _lines(text):
        line = text[start:stop]
        if not line.strip() or is_furniture(line):
            continue
        if label := _candidate(text, start, stop):
            yield label


def _candidate(text: str, start: int, stop: int) -> Label | None:
    if by := BY.fullmatch(text, start, stop):
        return Label(start, stop, f"BY {by['name'].strip()}", "asking")
    opening = OPENING.match(text, start, stop)
    at = opening.end() if opening else start
    clock = bool(opening and opening["clock"])
    shapes: tuple[tuple[Form, re.Pattern[str]], ...] = (
        ("asking", ASKING), ("stop", STOP), ("colon", COLON), ("clock", CLOCK_LINE),
        ("clock" if clock else "alone", NAME_LINE), ("dash", DASH),
    )  # fmt: skip
    for form, shape in shapes:
        match = shape.match(text, at, stop)
        if match and (label := _label(text, start, stop, match, form)):
            return label
    return None


def _label(text: str, start: int, stop: int, match: re.Match[str], form: Form) -> Label | None:
    name = match["name"].strip().rstrip("." if form == "dash" else "")
    if form != "asking" and not may_be_label(name):
        return None
    groups = match.groupdict()
    if form == "colon" and (office := groups.get("office")) and not _is_office(office):
        return None
    if form == "alone" and not _stands_for_itself(text[start:stop], name, groups.get("brackets")):
        return None
    if not _words_follow(text, match.end(), stop, form):
        return None
    return Label(start, match.end(), name, form, (groups.get("brackets") or "").strip())


def _stands_for_itself(line: str, name: str, brackets: str | None) -> bool:
    """Return whether a name alone on its line is written as labels are: in capitals, bold, with a party or title."""
    bold = line.lstrip().startswith(("**", "__", "<b>", "<strong>"))
    return name.isupper() or bold or bool(brackets) or TITLE.match(name) is not None


def _words_follow(text: str, end: int, stop: int, form: Form) -> bool:
    """Return whether words stand behind a label or below it: for one alone on its line, in the next line but one."""
    rest = text[end:stop]
    if any(map(str.isalpha, rest)):
        return form in {"colon", "stop", "asking", "dash"} and not _FIGURE.match(rest)
    if rest.strip(" \t*_") or form in {"stop", "dash"}:
        return False
    below = [line for line in text[stop + 1 : stop + 400].split("\n")[:3] if line.strip()]
    return bool(below) and any(map(str.isalpha, below[0]))


def _is_office(words: str) -> bool:
    parts = words.lower().split()
    return (
        len(parts) <= 9 and not set(parts) & OPENERS and not any(each in {"is", "are", "was", "said"} for each in parts)
    )


def may_be_label(name: str) -> bool:
    """Return whether words can be whom a label names: no heading of a field, no sentence's beginning."""
    words = name.lower().replace(".", "").split()
    if all(word[:3] in MONTHS_AND_DAYS or word.isdigit() for word in words[:2]) and (
        len(words) > 1 or len(words[0]) <= 4
    ):
        return False
    if words[0] == "the" and not (ROLE.fullmatch(name) or TITLE.match(name)):
        return False
    if len(words) == 1 and name.isupper() and len(name) <= 4:
        return words[0] not in HEADINGS
    if len(words) > 1 and words[0] in ALSO_GIVEN_NAMES:
        return words[1] not in HEADINGS
    return words[0] not in HEADINGS | OPENERS and len(words) <= 12


def _unknown(text: str, start: int, stop: int) -> Label | None:
    """Return a line's beginning that no known label is and that may say that somebody else speaks."""
    opening = OPENING.match(text, start, stop)
    at = opening.end() if opening else start
    arrow = ">>" in text[start:at]
    line = text[start:stop].strip()
    if is_furniture(line) or (line[:1] in "([" and line[-1:] in ")]"):
        return None
    match = UNKNOWN.match(text, at, stop)
    if match is None or not match["name"].strip():
        return Label(start, at, "", "colon", known=False) if arrow and at < stop else None
    name = match["name"].strip("[]() ")
    opens = not name or name.split()[0].lower() in HEADINGS | OPENERS
    if not (name and (FROM_THE_CROWD.search(name) or (name.isupper() and NOBODY_NAMED.search(name)))) and (
        opens or not _like_a_label(name)
    ):
        return Label(start, at, "", "colon", known=False) if arrow else None
    return Label(start, match.end(), name, "colon", known=False)


def _other_stop(text: str, start: int, stop: int) -> Label | None:
    """Return the full-stop label of an office or of somebody unknown: "The Clerk. …", "A Voice. …"."""
    opening = OPENING.match(text, start, stop)
    match = UNKNOWN_STOP.match(text, opening.end() if opening else start, stop)
    if match is None or not (ROLE.fullmatch(match["name"]) or NOBODY_NAMED.search(match["name"])):
        return None
    return Label(start, match.end(), match["name"], "stop")


def _like_a_label(name: str) -> bool:
    """Return whether words before a colon are like a name or office: capitals on all long ones, or a role's word."""
    words = name.split()
    capitals = all(word[0].isupper() or len(word) <= 3 or word.isdigit() for word in words) and words[0][0].isupper()
    return len(words) <= 8 and (capitals or NOBODY_NAMED.search(name) is not None or ROLE.search(name) is not None)


def _speaking(text: str, labels: Sequence[Label]) -> bool:
    """Return whether the labels' names show speakers: two or more, a good part with a title or again and again.

    Where each stands once, half of them must speak of themselves: "Ana Ruiz (Vesk): The runner won" does not.
    """
    counts = Counter(each.name for each in labels)
    strong = [each for each in labels if counts[each.name] > 1 or _titled(each.name)]
    if max(counts.values(), default=0) == 1:
        own = sum(FIRST_PERSON.search(text, each.end, each.end + _LONGEST_LINE) is not None for each in labels)
        titled = sum(bool(TITLE.match(each.name) or ROLE.fullmatch(each.name)) for each in labels)
        if own * 2 < len(labels) and titled < len(labels):
            return False
    return len(counts) >= 2 and len(strong) >= 2 and len(strong) * 10 >= len(labels) * 3


def _titled(name: str) -> bool:
    given = name.split()[0].title()
    return bool(TITLE.match(name) or ROLE.fullmatch(name) or (" " in name and gender_of(given, "")))


def _colons(text: str, labels: list[Label], least: int) -> list[Label]:
    labels = [each for each in labels if not _is_common(text, each.name)]
    named = [each for each in labels if not each.name.startswith("BY ")]
    lines = sum(1 for line in text.splitlines() if line.strip())
    dense = len(named) >= least and len(named) * 4 >= lines
    if not dense:
        counts = Counter(each.name for each in named)
        again = [each for each in named if counts[each.name] >= 2]
        enough = len(again) >= 4 and len(again) * CHARACTERS_A_LABEL >= len(text)
        if not enough or len({each.name for each in again}) < 2 and not _timed(text, again):
            return []
    if least > 2 and not _timed(text, named) and not (_speaking(text, named) and _spoken(text, named)):
        return []
    return labels


def _spoken(text: str, labels: Sequence[Label]) -> bool:
    """Return whether most labels have sentences behind them, and not the values of a form or list."""
    return sum(_begins_speech(text, label) for label in labels) * 10 >= len(labels) * 6


def _begins_speech(text: str, label: Label) -> bool:
    paragraph = text[label.end : label.end + _LONGEST_LINE].lstrip().split("\n\n", 1)[0].rstrip()
    first = paragraph.split("\n", 1)[0].rstrip()
    return len(first.split()) >= 9 or any(_SENTENCE_ENDS.search(each[-8:]) for each in (first, paragraph))


def _timed(text: str, labels: Sequence[Label]) -> bool:
    """Return whether a clock or an arrow stands with most labels, as in a machine's transcript."""
    marked = sum(bool(re.search(rf">>|{CLOCK}", text[each.start : each.end])) for each in labels)
    return marked * 2 > len(labels)


def _is_common(text: str, name: str) -> bool:
    """Return whether a label of one word, without a title, is a noun of the text ("Weir", "the weir")."""
    if " " in name or name.isupper() or ROLE.fullmatch(name) or is_question(name) or is_answer(name):
        return False
    return re.search(rf"(?<![\w’'-]){re.escape(name.lower())}(?![\w’'-])", text) is not None


def _stops(text: str, labels: list[Label], least: int) -> list[Label]:
    capitals = [each for each in labels if each.name.split()[-1].isupper() or re.search(r"[A-Z]{3}", each.name)]
    if len(capitals) >= 2:
        return capitals
    again = Counter(each.name for each in labels)
    enough = len(labels) >= 3 and sum(count for count in again.values() if count > 1) >= 2
    return labels if enough and len(labels) * CHARACTERS_A_LABEL >= len(text) else []


def _clocks(text: str, labels: list[Label], least: int) -> list[Label]:
    again = Counter(each.name for each in labels)
    several = len(labels) >= 3 and max(again.values(), default=0) >= 2
    two = len(labels) == 2 and len(again) == 2 and all(" " in each for each in again)
    return labels if several or two else []


def _repeated(text: str, labels: list[Label], least: int) -> list[Label]:
    """Return labels without a mark of their own (a name alone, before a dash): few names, each again and again."""
    counts = Counter(each.name for each in labels)
    again = [each for each in labels if counts[each.name] >= 2]
    names = {each.name for each in again}
    if (
        len(again) < 4
        or len(names) < 2
        or len(again) * CHARACTERS_A_LABEL < len(text)
        or len(again) * 5 < len(labels) * 3
    ):
        return []
    return labels if _spoken(text, again) else []


_HOLDS: dict[Form, Callable[[str, list[Label], int], list[Label]]] = {
    "colon": _colons, "stop": _stops, "clock": _clocks, "dash": _repeated, "alone": _repeated,
}  # fmt: skip
