"""Questions without a label: in bold, the plain paragraphs between them being the answers, or numbered as evidence is.

In minutes of evidence a number stands before each question and a dash between it and its answer; in a parliament's
record a member's question is told: "Mr. ORR asked the Minister of Rivers:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.expressions import expression
from index.text.sentences import Span
from index.transcripts.label_shapes import ASKED, EXAMINED, NUMBERED, WITNESS, Label

_BOLD = expression(
    r"^[ \t]*(?P<mark>\*{1,3}|_{1,3}|<(?:b|strong|em|i)>)(?P<words>[^\n*_<>][^\n]{4,600}?)"
    r"(?:(?P=mark)|</(?:b|strong|em|i)>)[ \t]*$",
    re.MULTILINE,
)
_HEADED = expression(r"^#{2,6}[ \t]+(?P<words>[^\n]{5,600}\?)[ \t]*$", re.MULTILINE)
_YOU = expression(r"\b[Yy]ou(?:r|rs|[’']\w+)?\b")
_LEAST = 3
"""Questions that make an interview; of two, one may be a heading."""
_BREAK = expression(r"\n[ \t]*\n[ \t]*(?=\S)")


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


def numbered_evidence(text: str) -> list[Label]:
    """Return the numbered questions of minutes of evidence, the answers behind the dashes, who is heard; else none.

    The numbers rise: those of a list begin again. What stands between two questions by itself is nobody's.
    """
    pairs = list(NUMBERED.finditer(text))
    numbers = [int(each["number"]) for each in pairs]
    if len(pairs) < _LEAST or any(later <= before for before, later in zip(numbers, numbers[1:], strict=False)):
        return []
    asked = {each.start() for each in pairs}
    heard = [label for each in WITNESS.finditer(text) for label in _heard(each)]
    heard += [_by(each.start(), each.end(), each["name"]) for each in EXAMINED.finditer(text)]
    starts = asked | {each.start for each in heard}
    apart = [each.end() for each in _BREAK.finditer(text) if each.end() not in starts]
    labels = [label for each in pairs for label in _numbered(each)] + heard
    labels += [Label(at, at, "", form="heading", known=False) for at in apart]
    return sorted(labels, key=lambda each: (each.start, each.end))


def _numbered(line: re.Match[str]) -> list[Label]:
    """Return the labels of a numbered question, of who is said in brackets to ask it, and of its answer."""
    start, begins = line.start(), line.start("asked")
    named = [_by(start, line.end("by"), line["by"])] if line["by"] else []
    start = line.end("by") if named else start
    return [
        *named,
        Label(start, begins, "Q", form="asking"),
        Label(line.end("asked"), line.end(), "A", form="asking"),
    ]


def _heard(line: re.Match[str]) -> list[Label]:
    """Return the label of a line that names whose evidence begins, and of who examines where it says so."""
    begins = Label(line.start(), line.end(), line["of"], form="heading", known=False)
    return [begins, _by(line.end(), line.end(), line["by"])] if line["by"] else [begins]


def _by(start: int, end: int, name: str) -> Label:
    return Label(start, end, f"BY {name}", form="asking")


def of_a_member(text: str, start: int, stop: int) -> Label | None:
    """Return the label of a member's question on a line; where its sentence goes on there, it is nobody's."""
    match = ASKED.match(text, start)
    if match is None:
        return None
    if match["colon"]:
        return Label(start, match.end(), match["name"], form="colon")
    return Label(start, max(stop, match.end()), "", form="heading", known=False)
