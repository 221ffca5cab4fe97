"""Questions in bold without a label: an interview in which the plain paragraphs between them are the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.sentences import Span
from index.transcripts.label_shapes import Label

_BOLD = re.compile(
    r"^[ \t]*(?P<mark>\*{1,3}|_{1,3}|<(?:b|strong|em|i)>)(?P<words>[^\n*_<>][^\n]{4,600}?)"
    r"(?:(?P=mark)|</(?:b|strong|em|i)>)[ \t]*$",
    re.MULTILINE,
)
_HEADED = re.compile(r"^#{2,6}[ \t]+(?P<words>[^\n]{5,600}\?)[ \t]*$", re.MULTILINE)
_YOU = re.compile(r"\b[Yy]ou(?:r|rs|[’']\w+)?\b")
_LEAST = 3
"""Questions that make an interview; of two, one may be a heading."""


def bold_questions(text: str) -> Iterator[Span]:
    """Yield the lines that are bold or italic as a whole, or headings, and ask something; without a label."""
    for shape in (_BOLD, _HEADED):
        for match in shape.finditer(text):
            if _asks(match):
                yield match.start(), match.start("words")


def questions_and_answers(text: str) -> list[Label]:
    """Return the questions in bold of an interview, and the answers below them, as labels; else none.

    Somebody is asked as "you" and answers of himself: a page of frequent questions does not.
    """
    for shape in (_BOLD, _HEADED):
        found = [each for each in shape.finditer(text) if each["words"][0].isalnum() or each["words"][0] in '“"‘¿']
        asking = sum(map(_asks, found))
        first = next((at for at, each in enumerate(found) if _asks(each)), 0)
        found = found[first:]
        if asking >= _LEAST and asking * 3 >= len(found) * 2 and _in_dialogue(text, found):
            return [label for each in found for label in _pair(each)]
    return []


def _asks(line: re.Match[str]) -> bool:
    return line["words"].rstrip().endswith("?")


def _pair(line: re.Match[str]) -> tuple[Label, Label]:
    """Return the label of a question, or of bold words that ask nobody and are nobody's, and that of the answer."""
    start, end = line.span()
    asked = _asks(line) or _YOU.search(line["words"])
    above = (
        Label(start, line.start("words"), "Q", form="asking")
        if asked
        else Label(start, end, "", form="heading", known=False)
    )
    return above, Label(end, end, "A", form="asking")


def _in_dialogue(text: str, found: list[re.Match[str]]) -> bool:
    """Return whether half of the questions go to "you", and half of what stands below them says "I" or "we"."""
    ends = [*(each.start() for each in found[1:]), len(text)]
    below = [text[each.end() : end].strip() for each, end in zip(found, ends, strict=True)]
    own = sum(bool(re.search(r"\b(?:I|[Mm]y|[Mm]e)\b", each)) for each in below)
    asked = sum(_YOU.search(each["words"]) is not None for each in found)
    return all(below) and own * 2 >= len(found) and asked * 2 >= len(found)
