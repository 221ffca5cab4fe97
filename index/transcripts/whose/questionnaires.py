"""The same questions put to several people, each below a heading with a name: "### Ana Ruiz, Ferry Party".

What stands there below a question is the answer of whom the heading names. That the same question stands in several
sections tells it from a page on several people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.names.titles import given_and_surname, name_case
from index.people.people import People
from index.text.expressions import expression
from index.text.sentences import Span, paragraphs
from index.text.stems import words
from index.transcripts.label_names import INTERVIEWER
from index.transcripts.label_shapes import NAME_WORDS

_HEADING = expression(r"^#{1,6}[ \t]+(?P<words>[^\n]{1,160}?)[ \t#*_]*$", re.MULTILINE)
_NAMED = expression(rf"[*_]{{0,3}}(?P<name>{NAME_WORDS})[*_]{{0,3}}(?:[ ]?[,(–—:-][^\n.?!]{{1,100}})?")
_BLOCK = expression(r"[>\s]*")
_LEAST_PEOPLE = 2
_QUOTES = ("“”", '""', "„“", "«»")


class Answer(NamedTuple):
    """A paragraph of an answer, or of a question, and whose it is."""

    span: Span
    speaker: str


def answers(text: str, people: People) -> Iterator[Answer]:
    """Yield the paragraphs of the questions and answers of a questionnaire, nothing for any other text."""
    sections = [(name, _below(text, *span)) for name, span in _sections(text)]
    shared = _shared(text, [found for _, found in sections])
    if not shared:
        return
    for name, found in sections:
        yield from _of_section(text, found, shared, people.person(name) or name_case(name))


def _shared(text: str, sections: Sequence[Sequence[Span]]) -> set[str]:
    """Return the questions that stand in several sections, in half of them at least."""
    questions = ({_plain(text, span) for span in found if _asks(text, span)} for found in sections)
    asked = Counter(each for found in questions for each in found)
    return {each for each, count in asked.items() if count >= max(_LEAST_PEOPLE, len(sections) / 2)}


def _of_section(text: str, found: Sequence[Span], shared: set[str], name: str) -> Iterator[Answer]:
    is_answer = False
    for span in found:
        if _plain(text, span) in shared:
            is_answer = True
            yield Answer(span, INTERVIEWER)
        elif is_answer and not _asks(text, span) and (own := _unmarked(text, span)):
            yield Answer(own, name)


def _sections(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the sections whose heading names a person: the name, and from where to where they go."""
    headings = list(_HEADING.finditer(text))
    ends = [*(each.start() for each in headings[1:]), len(text)]
    # Without a heading there is an end and no beginning.
    for heading, end in zip(headings, ends, strict=False):
        named = _NAMED.fullmatch(heading["words"])
        if named and given_and_surname(name_case(named["name"])):
            yield named["name"], (heading.end(), end)


def _below(text: str, start: int, end: int) -> list[Span]:
    return [(start + first, start + last) for first, last in paragraphs(text[start:end])]


def _asks(text: str, span: Span) -> bool:
    return text[slice(*span)].rstrip(' *_"”').endswith("?")


def _plain(text: str, span: Span) -> str:
    """Return a paragraph's words without the number before them, to be compared."""
    return " ".join(each for each in words(text[slice(*span)]) if not each.isdigit())


def _unmarked(text: str, span: Span) -> Span | None:
    """Return the span without the marks of a block quotation and quotation marks around it; None without a word.

    Of an answer of several paragraphs the first and the last have a mark on one side.
    """
    start, end = span
    start += len(_BLOCK.match(text[start:end])[0])  # type: ignore[index]
    opens, closes = {each[0] for each in _QUOTES}, {each[1] for each in _QUOTES}
    start += end - start > 2 and text[start] in opens
    end -= end - start > 2 and text[end - 1] in closes
    return (start, end) if any(map(str.isalnum, text[start:end])) else None
