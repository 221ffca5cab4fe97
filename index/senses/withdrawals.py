"""Figures and words that their speaker withdraws: "I said 412 and I was wrong", "On Friday she withdrew the figure".

The first stands in a later statement of the same person, the second in the document's own words between statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from index.records import Statement
from index.text.expressions import expression
from index.text.numbers import numbers
from index.text.sentences import Span, sentences

_REACH = 300
_LONGEST = 600
"""A longer statement is not taken for withdrawn as a whole with one of its figures."""
_MOST = 50
"""Sentences of a document that are read as telling of something withdrawn."""
_WRONG = expression(
    r"(?:that|it|this|which|I|we) (?:was|were|is|am|had been) (?:\w+ )?"
    r"(?:wrong|mistaken|in error|incorrect|not true|untrue|a mistake)\b"
    r"|(?:I|we) (?:take|took|withdraw|withdrew|retract|retracted) "
    r"(?:it|that|this|my words|the figure|those words)(?: back)?\b"
    r"|(?:I|we) (?:misspoke|got it wrong|made a mistake|stand corrected)\b",
    re.IGNORECASE,
)
_SAID = expression(r"\b(?:I|we)(?: \w+)? (?:said|told|gave|named|spoke of|claimed|promised|put it at)\b", re.IGNORECASE)
_JOINS = expression(r"[\s,.;:!—–-]{0,4}(?:(?:and|but|yet|which|so|sorry|alas)\b[\s,—–-]{0,3}){0,2}", re.IGNORECASE)
_FIGURES = r"(?:figures?|numbers?|counts?|totals?|estimates?|sums?|dates?|prices?|percentages?|shares?|costs?)"
_WORDS = r"(?:claims?|statements?|remarks?|words?|assertions?|accusations?|comments?|promises?)"
_WITHDREW = expression(
    r"(?<![\w’'-])(?P<who>[^\W\d_]{1,40}(?:[-’'][^\W\d_]{1,40})?)"
    r"(?: (?:later|then|also|has|had|since|quickly|soon|publicly|himself|herself)){0,3} "
    rf"(?:(?:withdrew|withdrawn|retract(?:s|ed)|correct(?:s|ed)|disowned|took back|take back|revised|recanted)"
    r" (?:the|that|this|those|these|her|his|their|its)(?: [\w-]{1,40}){0,2}? "
    rf"(?:(?P<figure>{_FIGURES})|{_WORDS})\b"
    r"|(?P<self>corrected (?:himself|herself|themselves|itself))\b"
    rf"|took (?:(?P<it>it|that)|(?:the|that|this|her|his|their) (?:{_WORDS}|(?P<back>{_FIGURES}))) back\b)"
)
_PRONOUNS = frozenset("he she they it".split())


def with_withdrawals(text: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements, those that are withdrawn later as denied."""
    given = list(statements)
    taken = withdrawn(text, given)
    return [replace(each, sense="denied") if each.id in taken else each for each in given]


def withdrawn(text: str, statements: Sequence[Statement]) -> frozenset[str]:
    """Return the ids of statements that their speaker takes back later in the document."""
    short = [each for each in statements if each.speaker and each.end - each.start <= _LONGEST]
    return frozenset(each.id for each in [*_by_themselves(text, short), *_by_the_document(text, short)])


def is_corrected(text: str, span: Span, owner: Statement) -> bool:
    """Return whether words are what a speaker says he got wrong: "I said 412" of "I said 412 and I was wrong"."""
    joins = _JOINS.match(text, span[1], owner.end)
    if joins is None or not _WRONG.match(text, joins.end(), owner.end):
        return False
    first = max(owner.start, span[0] - _REACH)
    return any(_SAID.search(text, *each) for each in sentences(text, first, span[1])[-1:])


def has_a_figure(words: str) -> bool:
    """Return whether there is a number in some words."""
    return bool(_values(words))


def _values(words: str) -> set[Fraction]:
    return {each.value for each in numbers(words)} - {Fraction(1)}


def _by_themselves(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with a figure of which a later one says that it was wrong."""
    latest: dict[tuple[str | None, Fraction], int] = {}
    for later in statements:
        words = text[later.start : later.end]
        wrong = _WRONG.search(words)
        if wrong and _SAID.search(words[: wrong.start()]):
            for value in _values(words[: wrong.start()]):
                latest[later.speaker, value] = max(later.start, latest.get((later.speaker, value), 0))
    if not latest:
        return []
    return [
        each
        for each in statements
        if any(each.end <= latest.get((each.speaker, value), 0) for value in _values(text[each.start : each.end]))
    ]


def _by_the_document(text: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements that the document says their speaker withdrew: a figure, or what was said last."""
    for match in islice(_WITHDREW.finditer(text), _MOST):
        if any(each.start <= match.start() < each.end for each in statements):
            continue
        theirs = _earlier_of_who_withdraws(match, statements)
        counted = [each for each in theirs if _values(text[each.start : each.end])]
        words = not (match["figure"] or match["back"])
        meant = theirs if words and not match["self"] else counted
        if not meant:
            continue
        last = meant[-1]
        figures = _values(text[last.start : last.end])
        utterance = [each for each in meant if "\n" not in text[each.end : last.start]]
        yield from [last] if figures else utterance
        yield from (each for each in counted if figures & _values(text[each.start : each.end]))


def _earlier_of_who_withdraws(match: re.Match[str], statements: Sequence[Statement]) -> list[Statement]:
    """Return the earlier statements of whoever is said to withdraw something, in order."""
    before = sorted((each for each in statements if each.end <= match.start()), key=lambda each: each.end)
    surname = match["who"].lower()
    if surname in _PRONOUNS:
        behind = match.end() + _REACH
        after = next((each for each in statements if match.end() <= each.start < behind), None)
        if not before or after is None or _surname(after) != _surname(before[-1]):
            return []
        surname = _surname(after)
    return [each for each in before if _surname(each) == surname]


def _surname(statement: Statement) -> str:
    return (statement.speaker or "").split()[-1].lower()
