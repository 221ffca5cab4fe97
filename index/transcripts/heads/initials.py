"""Whom the initials of a transcript's labels stand for by its title and the lines above its first label.

"Agnes Wren talks to Sol Marr" explains "AW:" and "SM:", in a title with capitals throughout as well.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.names.names import same_person
from index.names.titles import name_case
from index.people.people import People
from index.records import Document
from index.text.expressions import expression
from index.text.word_lists import given_names

HEAD = 1_500
"""Characters at a document's beginning that may name who speaks in it."""
_LONGEST_NAME = 6
_PARTICLES = frozenset("de da do di del della dos das du van von der den bin ibn al el la le".split())
_WORD = expression(r"[^\W\d_](?:[^\W\d_]|[’'.-](?=[^\W\d_]))*")
_BEFORE = expression(r"(?:^|[:|“\"(–—-]|\b(?:with|w/|to|by|meets?|mit|avec|con|and|&|und|et))[ *_#]*$", re.IGNORECASE)
_BEHIND = expression(
    r"[ *_]*(?:$|[,(|:–—-]|(?:talk|speak|spoke|tell|told|on|in|at|about|and|&|und|et|by|with|was|is|interview"
    r"|answer|meet|spricht|im)(?:s|ed)?\b)",
    re.IGNORECASE,
)


def initials_of(name: str) -> set[str]:
    """Return the initials that a name of two words and more may be shortened to, in small letters."""
    words = [word for word in re.split(r"[ -]", name) if word]
    short = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words)
    return {each.lower() for each in (short, every, short[:1] + short[-1:])} if len(short) > 1 else set()


def named_by_initials(letters: str, document: Document, people: People, first: int) -> list[str]:
    """Return whom the title and the text before its first label (at `first`) name with such initials."""
    head = document.text[: min(first, HEAD)]
    known = [each.name for each in people.all if letters.lower() in initials_of(each.name)]
    found = [name for name in known if name in head or name in document.title]
    for line in (document.title, *head.split("\n")):
        found += (people.person(each) or each for each in _runs(line, letters))
    return [name for at, name in enumerate(found) if not any(same_person(name, each) for each in found[:at])]


def _runs(line: str, letters: str) -> list[str]:
    """Return the runs of words with capitals that have such initials and can be somebody's name."""
    words = list(_WORD.finditer(line))
    found = []
    for at, first in enumerate(words):
        last = next((end for end in range(at + 1, at + _LONGEST_NAME) if _fits(words[at : end + 1], letters)), None)
        if last is None or not all(_adjoin(line, *pair) for pair in pairwise(words[at : last + 1])):
            continue
        start, end = first.start(), words[last].end()
        alone = _BEFORE.search(line[:start]) and _BEHIND.match(line, end)
        if alone or first[0].lower() in given_names():
            found.append(name_case(line[start:end]))
    return found


def _fits(words: list[re.Match[str]], letters: str) -> bool:
    """Return whether words are a name by their letters, with these initials."""
    if not (words[0][0][0].isupper() and words[-1][0][0].isupper()):
        return False
    named = all(each[0][0].isupper() or each[0] in _PARTICLES for each in words)
    return named and letters.lower() in initials_of(" ".join(each[0] for each in words))


def _adjoin(line: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return line[one.end() : other.start()] in {" ", ". "}
