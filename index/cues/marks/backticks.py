"""Old type's single marks, ` and ', around words: "Mr Holt said : `the mill is lost. ` we shall rebuild it.'".

Tokenized news prints them so, often in small letters: the opening mark stands again at each sentence, and after a colon
or a closing mark an apostrophe opens too.
"""

from __future__ import annotations

from typing import Literal

from index.text.expressions import expression

Turn = Literal["opens", "closes"]

_MARK = expression(r"``|''|`|(?<!\w)'|'(?!\w)")
_BEFORE_OPENING = ":,(—–-"
_POSSESSIVE = expression(r"' [a-z]")


def backtick_marks(text: str, start: int, end: int) -> dict[int, Turn]:
    """Return where old type's single marks open and close words in a paragraph; none where ` marks code or a slip."""
    if "`" not in text[start:end]:
        return {}
    marks = [each for each in _MARK.finditer(text, start, end) if len(each[0]) == 1]
    ticks = [each.start() for each in marks if each[0] == "`"]
    if not ticks or any(not _may_open(text, start, at) for at in ticks):
        return {}
    turns = _turns(text, [each.start() for each in marks], start)
    return turns if "closes" in turns.values() else {}


def _turns(text: str, marks: list[int], start: int) -> dict[int, Turn]:
    turns: dict[int, Turn] = {}
    is_open, closed = False, -1
    last = next((at for at in reversed(marks) if text[at] == "'" and _may_close(text, at)), -1)
    for at in marks:
        if text[at] == "`" and not is_open and at > last:
            # Cut off, or no mark.
            continue
        if text[at] == "`":
            turns[at], is_open = "opens", True
        elif is_open:
            if _may_close(text, at):
                turns[at], is_open, closed = "closes", False, at
        elif text[at + 1 : at + 2].isspace() and (text[start:at].rstrip()[-1:] == ":" or _follows(text, closed, at)):
            turns[at], is_open = "opens", True
    return turns


def _may_open(text: str, start: int, at: int) -> bool:
    """Return whether a mark at a place opens words: the second of `code` does not."""
    return at == start or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING


def _may_close(text: str, at: int) -> bool:
    """Return whether an apostrophe at a word's edge closes words: that of "the dogs' home" does not."""
    before = text[at - 1]
    return not before.isspace() and not (before in "sz" and _POSSESSIVE.match(text, at))


def _follows(text: str, closed: int, at: int) -> bool:
    """Return whether nothing but white space stands between a closing mark and a place."""
    return closed >= 0 and not text[closed + 1 : at].strip()
