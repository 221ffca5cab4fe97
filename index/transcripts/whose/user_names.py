"""User names as labels of minutes and chats of programmers: "**mholt:** I agree.", "kova: next topic?".

Words in small letters before a colon are mostly no names ("docs: mend a link", "note: ..."). They are where several
stand again and again before what people say to each other, and seldom otherwise in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from index.text.expressions import expression
from index.transcripts.label_words import HEADINGS, MONTHS_AND_DAYS, OPENERS

_USER = expression(r"(?P<name>[a-z][a-z0-9_-]{1,24})(?:\*{1,3}|__)?[ ]?:(?:\*{1,3}|__)?(?!//)[ \t]+(?=\S)")
_LINE = expression(
    rf"^[ \t]*(?:[-*•][ \t]+)?(?:\*{{2,3}}|__|\[?\d\d?:\d\d(?::\d\d)?\]?[ \t]+)?{_USER.pattern}", re.MULTILINE
)
_NAMED = expression(
    r"^[ \t*_-]{0,6}(?P<name>[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20})?)[*_]{0,3}:[*_]{0,3}[ \t]+\S", re.MULTILINE
)
_TO_OTHERS = expression(
    r"\b(?:I|[Ww]e|[Mm]y|[Yy]ou(?:r|rs)?|[Ll]et[’']s|[Yy]e(?:s|ah|p)|[Tt]hanks|[Oo]k(?:ay)?|agreed?)\b|\?|\+1|[😀-🙏👍👋🎉]"
)
_WORD = expression(r"(?<![\w@/.#-])[a-z][a-z0-9_-]{1,24}(?![\w/:*]|\.\w)")
_SAID, _HEAD = 400, 2_500
_LEAST, _AGAIN = 2, 3
"""So often each stands as a label, and one alone among labels with capitals."""
_VOICES, _TURNS = 2, 6
"""So many names with so many labels in all are a meeting's."""
_PERSON = r"[A-Z][\w’'-]{1,20}(?: (?:[A-Z]\.|(?:de|van|von|der)|[A-Z][\w’'-]{1,20})){1,3}"


def user_label(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the label at a place of a line that is a user name of the text's meeting, None where none is."""
    match = _USER.match(text, start, stop)
    return match if match and match["name"] in user_names(text) else None


@lru_cache(maxsize=16)
def user_names(text: str) -> frozenset[str]:
    """Return the names in small letters that are labels of a text, none where it is no meeting or chat."""
    places = [each for each in _LINE.finditer(text) if _can_be(each["name"])]
    counts = Counter(each["name"] for each in places)
    names = _again(text, counts) if max(counts.values(), default=0) >= _LEAST else set()
    if names and _others_speak(text):
        names = {name for name in names if counts[name] >= _AGAIN}
        return frozenset(names if _is_said_to_others(text, places, names) else _present(text, names))
    enough = len(names) >= _VOICES and sum(counts[name] for name in names) >= _TURNS
    return frozenset(names) if enough and _is_said_to_others(text, places, names) else frozenset()


def _again(text: str, counts: Counter[str]) -> set[str]:
    """Return the names that are labels again and again, and no oftener words of the text besides."""
    words = Counter(each[0] for each in _WORD.finditer(text))
    return {name for name, count in counts.items() if count >= max(_LEAST, words[name])}


def _present(text: str, names: Iterable[str]) -> set[str]:
    """Return of some names those that stand in a text's head as well, where it lists who is there: "Mara, Kova"."""
    head = text[:_HEAD].lower()
    return {each for each in names if re.search(rf"(?<![\w@]){re.escape(each)}\b(?![*_]{{0,3}}:)", head)}


def _others_speak(text: str) -> bool:
    """Return whether names with capitals are labels of a text again and again."""
    named = Counter(each["name"] for each in _NAMED.finditer(text))
    return sum(count > 1 for count in named.values()) >= _VOICES


def _is_said_to_others(text: str, places: Iterable[re.Match[str]], names: set[str]) -> bool:
    """Return whether what stands behind names is what people say to each other: with "I" or "you", or asked."""
    turns = [text[each.end() : each.end() + _SAID].split("\n", 1)[0] for each in places if each["name"] in names]
    return sum(_TO_OTHERS.search(each) is not None for each in turns) * 4 >= len(turns)


def _can_be(name: str) -> bool:
    return name not in HEADINGS | OPENERS | MONTHS_AND_DAYS and not name.isdigit()


def bearer_of(user: str, text: str, people: Iterable[str]) -> str | None:
    """Return the one full name that a text writes beside a user name, or of which it is made; None for none or two.

    "Mara Holt (@mholt)" shows it, and "mholt" is the one Mara Holt of the text's people. In a list the name beside is
    another's: "Mara Holt, kova".
    """
    at = re.escape(user)
    before = re.findall(rf"({_PERSON})[ ]?(?:[(\[]{{1,2}}@?|(?:[-–—|:,]?[ ])?\W{{0,2}}@){at}\b", text)
    behind = re.findall(rf"(?<![\w-]){at}\W{{1,4}}\(({_PERSON})\)", text)
    made = (name for name in people if " " in name and user in _made_of(name))
    names = {*before, *behind} or set(made)
    return names.pop() if len(names) == 1 else None


def _made_of(name: str) -> set[str]:
    first, *_, last = (re.sub(r"[^a-z]", "", word) for word in name.lower().split())
    return {f"{first[:1]}{last}", f"{first}{last}", f"{first}{last[:1]}", f"{first}_{last}", f"{first}-{last}"}
