"""How long a summary is to be, as a question says it: "in three bullets", "a five-sentence summary", "in short"."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.numbers import SMALL, value_of

_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(SMALL)}|a single|a couple of|a few)"
_UNIT = r"(?:bullets?(?: points?)?|sentences?|points?|lines?|items?|takeaways?|theses)"
_LENGTHS = (
    expression(
        rf",? ?\b(?:in|as|with|using|within) (?:(?:just|only|about|at most|no more than|up to|exactly) )?{_NUMBER} "
        rf"(?:(?:short|brief|simple|key|main) )?{_UNIT}\b",
        re.IGNORECASE,
    ),
    expression(rf"\b{_NUMBER}-(?:sentence|point|bullet|line)s?(?= )", re.IGNORECASE),
    expression(
        rf"\b{_NUMBER} (?=(?:(?:most )?(?:main|key|important|central|big|biggest|top|short) )?"
        r"(?:points|takeaways|take-aways|messages|ideas|themes|topics|bullets?|bullet points|sentences?|statements)\b)",
        re.IGNORECASE,
    ),
)
_FEW = {"a single": 1, "a couple of": 2, "a few": 3}
MOST = 12
"""So many sentences or bullets are given at most."""
_SHORT = expression(r"\b(?:short|brief|quick|briefly|quickly|in short|in a nutshell|tl;?dr)\b", re.IGNORECASE)
SHORT = 3


def without_length(asked: str) -> tuple[str, int | None]:
    """Return a question without how long the answer should be, and that."""
    for form in _LENGTHS:
        if match := form.search(asked):
            number = _FEW.get(match["number"].lower()) or value_of(match["number"].lower())
            rest = f"{asked[: match.start()]} {asked[match.end() :]}"
            return " ".join(rest.split()), max(1, min(MOST, int(number or SHORT)))
    return asked, None


def length_said(asked: str) -> re.Match[str] | None:
    """Return where a question says how many sentences or points it wants: "in three bullets"."""
    return _LENGTHS[0].search(asked)


def says_short(asked: str) -> bool:
    """Return whether a question wants it short without a number."""
    return bool(_SHORT.search(asked))
