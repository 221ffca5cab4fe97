"""Who said a draft's quotation and when, by what stands beside it in place of a verb: “Ana Ruiz (2 May 2031): “…””.

Articles rarely write so, and assistants do: a label before the quotation, its credit behind it after a dash or in
brackets, "in her words". What such a label names is read only where nothing else says whose the words are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.dates.days import YEAR, as_text, written
from index.names.titles import NAME
from index.text.expressions import expression

_MARKED = r"[*_]{0,3}"
_MORE = r"[^\n“”\"«»„]{0,120}"
_BEFORE = expression(
    rf"[ \t>]{{0,9}}(?:(?:[-*•+]|\d{{1,3}}[.)])[ \t]{{1,3}})?{_MARKED}(?P<name>{NAME}){_MARKED}"
    rf"(?P<more>(?:,| ?\(| [–—-] ){_MORE})?:{_MARKED}\s{{0,3}}"
)
_BEHIND = expression(
    rf"[.,”\"’»*_]{{0,4}}[ \t]{{0,3}}(?:\n?[ \t>]{{0,6}}[—–-]{{1,3}}[ \t]{{0,3}}|\((?=[^()\n]{{1,160}}\)))"
    rf"{_MARKED}(?P<name>{NAME}){_MARKED}(?P<more>(?:,| ?\(){_MORE})?[ \t]{{0,3}}(?:[.)]|\n|$)"
)
_IN_WORDS = expression(r"In (?P<name>[^\n’'“”\"«»„,;:]{3,60})['’]s? (?:own )?words\b(?P<more>[^\n“”\"«»„.]{0,90})")
_A_YEAR = expression(rf"(?<![\w.,/-]){YEAR}(?![\w/-])")
_OCCASION = expression(r"(?:speaking|talking|writing|testifying)\b")
_LONGEST_OCCASION = 90


@dataclass(frozen=True)
class Label:
    """Whom a label names, and the day that it tells, as far as it does."""

    name: str
    day: str | None


def label_of(text: str, left: int, right: int, is_somebody: Callable[[str], bool]) -> Label | None:
    """Return what names the speaker of a quotation between two offsets, its marks within, or None.

    "New York, 5 May 2031:" and "(Vesk Gazette, 5 May 2031)" are written alike: a name counts where it is somebody's.
    """
    before = text[text.rfind("\n", 0, left) + 1 : left]
    sentence = before[max(before.rfind(". ") + 2, 0) if ". In " in before else 0 :]
    for match in (_BEFORE.fullmatch(before), _BEHIND.match(text, right), _IN_WORDS.fullmatch(sentence)):
        if match and " " in match["name"] and is_somebody(match["name"]):
            return Label(match["name"], day_in(match["more"] or ""))
    return None


def occasion_of(text: str) -> tuple[int, str | None]:
    """Return where a claim's own words begin behind "speaking on Tuesday, 2 May 2031, ", and that day."""
    if not _OCCASION.match(text):
        return 0, None
    days = [each.end for each in written(text, 0, _LONGEST_OCCASION)]
    comma = text.find(", ", days[0] if days else 0, _LONGEST_OCCASION)
    return (comma + 2, day_in(text[:comma])) if comma >= 0 else (0, None)


def day_in(text: str) -> str | None:
    """Return the day that a label tells, or its month or year where it tells no more."""
    found = [as_text(each) for each in written(text) if each.year]
    year = _A_YEAR.search(text)
    return next(filter(None, found), year[0] if year else None)
