"""Regular expressions that are compiled when they are first used: a question uses few of those there are.

A question is compared with some four hundred forms, of which each begins with other words; compiling one takes ten
times as long as reading how it begins, so that most are never compiled.
"""

from __future__ import annotations

import re
from typing import Any, cast

LETTERS = 4
"""So many letters of a beginning are read."""
MOST = 64
"""An expression with more beginnings has none that are worth looking for."""
_MARK = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.?)*\]?|([(|)])", re.DOTALL)
_READABLE = re.compile(r"\^(?:[^\\\[.$^]|\\\W)")
"""Most expressions that cannot be read so are known by the first thing that they match."""
_FOLDED = "\u017f\u212a\u0131\u0130"
"""Letters that stand for a letter of ASCII where case is ignored."""
_Begun = set[tuple[str, bool]]
"""Beginnings, and whether what stands behind each is known to stand right there."""


class Deferred:
    """Stands for an expression, which it compiles when something is first asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = self.compiled()
        # What is asked once is asked often: the next time it is found without coming here.
        found = self.__dict__[name] = getattr(compiled, name)
        return found

    @property
    def pattern(self) -> str:
        """Return the expression as it is written."""
        return self._given[0]

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match at the beginning of a text, or None."""
        return None if self._begins_otherwise(text, bounds) else self.compiled().match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match of a whole text, or None."""
        return None if self._begins_otherwise(text, bounds) else self.compiled().fullmatch(text, *bounds)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match in a text, or None."""
        return None if self._begins_otherwise(text, bounds) else self.compiled().search(text, *bounds)

    def _begins_otherwise(self, text: str, bounds: tuple[int, ...]) -> bool:
        """Return whether a text begins with other letters than what matches, so that nothing need be compiled."""
        head = text[:LETTERS]
        if bounds or "_compiled" in self.__dict__ or not head.isascii():
            return False
        if "_openings" not in self.__dict__:
            self.__dict__["_openings"] = openings(*self._given)
        known: tuple[str, ...] = self.__dict__["_openings"]
        return bool(known) and not head.lower().startswith(known)

    def compiled(self) -> re.Pattern[str]:
        """Return the expression itself."""
        if "_compiled" not in self.__dict__:
            compiled = self.__dict__["_compiled"] = re.compile(*self._given)
            # Asked again, they are found without coming here.
            self.__dict__.update(match=compiled.match, fullmatch=compiled.fullmatch, search=compiled.search)
        return cast(re.Pattern[str], self.__dict__["_compiled"])


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used."""
    return cast(re.Pattern[str], Deferred(pattern, flags))


def openings(pattern: str, flags: int) -> tuple[str, ...]:
    """Return how each text that is matched begins, in small letters; () where that is not known.

    It holds for texts whose first letters are of ASCII.
    """
    if flags & ~(re.IGNORECASE | re.DOTALL | re.UNICODE) or not _READABLE.match(pattern):
        return ()
    groups = _groups(pattern)
    if len(groups[-1]) > 1:
        return ()
    found = {text for text, _ in _Reader(pattern, groups).begun(1, len(pattern))}
    return () if "" in found or len(found) > MOST else tuple(sorted(found))


def _groups(pattern: str) -> dict[int, list[int]]:
    """Return where the alternatives of each group end, by the place of its parenthesis; those of the whole by -1."""
    groups: dict[int, list[int]] = {-1: []}
    opened = [-1]
    for mark in _MARK.finditer(pattern):
        if mark[1] == "(":
            opened.append(mark.start())
            groups[mark.start()] = []
        elif mark[1]:
            groups[opened[-1]].append(mark.start())
            if mark[1] == ")":
                opened.pop()
    groups[-1].append(len(pattern))
    return groups


class _Reader:
    """Reads the beginnings of an expression's parts."""

    def __init__(self, pattern: str, groups: dict[int, list[int]]) -> None:
        self._pattern = pattern
        self._groups = groups

    def begun(self, at: int, end: int) -> _Begun:
        """Return how what the part between two places matches begins."""
        found: _Begun = {("", True)}
        while at < end and len(found) <= MOST and any(is_open for _, is_open in found):
            read = self._item(at)
            if read is None:
                return {(text, False) for text, _ in found}
            item, behind = read
            if self._pattern[behind : behind + 1] == "{":
                return {(text, False) for text, _ in found}
            item, at = self._repeated(item, behind)
            found = {each for text in found for each in _joined(text, item)}
        return found

    def _item(self, at: int) -> tuple[_Begun, int] | None:
        """Return how a group or letter begins and where it ends, None where neither stands there."""
        letter = self._pattern[at]
        if letter == "(":
            return self._group(at)
        if letter == "\\":
            escaped = self._pattern[at + 1]
            return None if escaped.isalnum() else ({(escaped, True)}, at + 2)
        if letter in "[.$^" or letter in _FOLDED:
            return None
        return {(letter.lower(), True)}, at + 1

    def _group(self, at: int) -> tuple[_Begun, int] | None:
        begin = at + 1
        if self._pattern.startswith("?:", begin):
            begin += 2
        elif self._pattern.startswith("?P<", begin):
            begin = self._pattern.index(">", begin) + 1
        elif self._pattern.startswith("?", begin):
            return None
        found: _Begun = set()
        for end in self._groups[at]:
            found |= self.begun(begin, end)
            begin = end + 1
        return found, begin

    def _repeated(self, item: _Begun, at: int) -> tuple[_Begun, int]:
        """Return how an item begins as often as it may stand, and where what follows it begins."""
        mark = self._pattern[at : at + 1]
        if not mark or mark not in "?*+":
            return item, at
        if mark != "?":
            item = {(text, False) for text, _ in item}
        if mark != "+":
            item = item | {("", True)}
        lazy = self._pattern[at + 1 : at + 2]
        return item, at + 1 + bool(lazy and lazy in "?+")


def _joined(begun: tuple[str, bool], item: _Begun) -> _Begun:
    text, is_open = begun
    if not is_open:
        return {begun}
    joined = ((text + more, goes_on) for more, goes_on in item)
    return {(each[:LETTERS], goes_on and len(each) < LETTERS) for each, goes_on in joined}
