"""Where speech ends whose closing mark is missing: at the last sentence that the text shows to be the speaker's."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.sentences import Span, sentences

CUE_INSIDE = expression(
    r"[,?!](?= (?:(?:he|she|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) (?:said|says|added|told)\b"
    r"|(?:said|says|added) [A-Z]))"
)
"""A cue that stands in words with no closing mark: “We go, said Ana Ruiz."""
_FIRST_OR_SECOND = expression(
    r"\b(?:I|[Ww]e|me|us|[Mm]y|[Oo]ur|mine|ours|myself|ourselves|[Yy]ou|[Yy]ours?|[Ll]et[’']s)\b"
)
_TOLD = expression(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]n?) \w+(?: \w+)?"
    r"|(?!(?:And|But|So|Then|Or|As|If|When|That|Who)\b)[A-Z][\w’'-]+)(?: later| also| then| had| has)? "
    r"(?:said|told|added|says|asked|wrote|explained|warned|declined)\b"
)


_LONGEST_CREDIT = 12
_NAME_FIRST = expression(r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3}, [a-z]")


def is_credit(line: str) -> bool:
    """Return whether a line is who said the words above it, set in their marks: "Ana Ruiz, Vesk School Board."."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", line)
    capitals = 2 * sum(each[0].isupper() for each in words) >= len(words)
    return len(words) <= _LONGEST_CREDIT and (capitals or _NAME_FIRST.match(line) is not None)


def is_nested(text: str, paragraph: Span, mark: int) -> bool:
    """Return whether a mark that opens within open ones of its kind is an inner one: amid a sentence, and all close."""
    before = text[paragraph[0] : mark].rstrip()[-1:]
    straight = text.count('"', *paragraph)
    return before not in _ENDS and text.count("“", *paragraph) == text.count("”", *paragraph) and straight % 2 == 0


_ENDS = frozenset('.!?…:”"')


def surely_said(text: str, start: int, end: int, *, alone: bool = False) -> int:
    """Return where words with no closing mark surely end, at the latest before what a reporter tells.

    The first sentence is said, and those up to the last that speaks of the speaker or to a hearer; what follows may be
    narration, but where the words are all of a paragraph, or all behind a colon (`alone`). A sentence that names who
    says it is the last one.
    """
    stop = end
    for number, (first, last) in enumerate(sentences(text, start, end)):
        if CUE_INSIDE.search(text, first, last):
            return last
        if not number:
            stop = last
        elif _TOLD.search(text, first, last):
            break
        elif alone or _FIRST_OR_SECOND.search(text, first, last):
            stop = last
    return stop
