"""What a sentence in the program's or a model's own words claims of its citations, and what of that they do not hold.

Rules, each strict on purpose: cosine and shared words accept a flipped "not", a changed number and a swapped speaker,
so names, numbers, speakers and negations are looked up one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from index.names.names import same_person
from index.senses.sense import SENSE_LABELS, carries
from index.text.expressions import expression
from index.text.negation import NEGATION
from index.text.numbers import Number, numbers
from index.text.stems import STOPWORDS, plain, stem, words
from rag.check.normalize import normal
from rag.phrasing import readable_date
from rag.records import Check, Citation, Difference

Claim = Literal["quotation", "name", "number", "speaker", "negation", "sense", "citation"]


@dataclass(frozen=True)
class Finding:
    """Something in a draft that its citations do not support."""

    claim: Claim
    words: str
    check: Check
    difference: tuple[Difference, ...] = ()


def unsupported(text: str, cited: Sequence[Citation]) -> list[Finding]:
    """Return who is said to speak, and the names, numbers and negations, that what is cited does not support."""
    checks = (_speakers, _names, _numbers, _negations, _senses)
    return [finding for each in checks for finding in each(text, cited)]


_NAME = r"[A-Z][\w’'-]*(?:\s+(?:(?:of|de|van|von|al|bin)\s+)?[A-Z][\w’'-]*)*"
_SAID = (
    r"(?:said|says|told|tells|stated|states|claimed|claims|announced|warned|argued|wrote|added|promised|declared|insisted|"
    r"stressed|emphasi[sz]ed|explained|replied|denied|admitted|called|thinks|believes)"
)
_SPOKE = expression(
    rf"(?P<one>{_NAME})\s+(?:\w+ly\s+|also\s+|has\s+|had\s+)?{_SAID}\b|\b[Aa]ccording to\s+(?P<other>{_NAME})|"
    rf"\b{_SAID}\s+(?P<last>{_NAME})\s*[.,]"
)


def _speakers(text: str, cited: Sequence[Citation]) -> list[Finding]:
    """Return who is said to have said something and has no cited words."""
    found = []
    for match in _SPOKE.finditer(text):
        name = re.sub(
            r"^(?:The|But|And|In|On|Yet|Then|President|Mr|Mrs|Ms)\s+",
            "",
            match["one"] or match["other"] or match["last"],
        )
        if not any(each.speaker and _is(name, each.speaker) for each in cited):
            found.append(Finding("speaker", name, "other_speaker"))
    return found


def _is(name: str, speaker: str) -> bool:
    named, asked = speaker.lower().split(), name.lower().split()
    return set(asked) <= set(named) or same_person(name, speaker)


def _metadata(citation: Citation) -> str:
    """Return what is known of a citation as text: its people, places of publication and days as they may be written."""
    days = [day for day in (citation.said_on, citation.published) if day]
    known = [citation.title, citation.source, citation.speaker, citation.reported_by, *days, *map(readable_date, days)]
    return " ".join(each for each in known if each)


def _cited_text(cited: Sequence[Citation]) -> str:
    return " ".join(f"{each.text} {_metadata(each)}" for each in cited)


def _names(text: str, cited: Sequence[Citation]) -> list[Finding]:
    """Return the capitalised words, but for those that begin a sentence, that stand nowhere in what is cited."""
    known = set(words(_cited_text(cited)))
    body = text.strip()
    first = re.match(r"\W*\w+", body)
    found = []
    for match in re.finditer(r"\b[A-Z][\w’'-]*", body):
        begins = first is not None and match.end() <= first.end()
        common = plain(match[0]) in STOPWORDS or match[0] == "I"
        if stem(match[0]) not in known and not common and not begins:
            found.append(Finding("name", match[0], "not_found"))
    return found


def _numbers(text: str, cited: Sequence[Citation]) -> list[Finding]:
    """Return the numbers, in figures or words, whose value stands nowhere in what is cited."""
    known = {_amount(number) for each in cited for piece in (each.text, _metadata(each)) for number in numbers(piece)}
    claimed = [each for each in numbers(text) if not _is_no_amount(each)]
    return [
        Finding("number", text[each.start : each.end], "not_found") for each in claimed if _amount(each) not in known
    ]


def _amount(number: Number) -> tuple[Fraction, str]:
    """Return what must be equal for two numbers to say the same: "2 April" and "2nd April" do, 40 and 40 % do not."""
    return number.value, "cardinal" if number.kind == "ordinal" else number.kind


def _is_no_amount(number: Number) -> bool:
    """Return whether a word is mostly no number: "one of them", "first of all", "a second"."""
    return number.worded and (number.kind == "ordinal" and number.value < 4 or number.value == 1)


def _senses(text: str, cited: Sequence[Citation]) -> list[Finding]:
    """Return the sense of the cited words that a sentence tells as if they stood plainly."""
    senses = {each.sense for each in cited}
    if not cited or "plain" in senses or any(carries(text, each) for each in senses):
        return []
    return [Finding("sense", SENSE_LABELS[each], "altered") for each in sorted(senses)]


def _negations(text: str, cited: Sequence[Citation]) -> list[Finding]:
    """Return the negation of a sentence none of whose cited words is negated."""
    negation = NEGATION.search(normal(text).text)
    if negation and not NEGATION.search(normal(" ".join(each.text for each in cited)).text):
        return [Finding("negation", negation[0], "altered")]
    return []
