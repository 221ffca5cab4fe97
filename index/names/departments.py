"""Bodies of several fields, whose names have commas: "the Department for Harbours, Rivers and Canals"."""

from __future__ import annotations

import re

from index.names.titles import INSTITUTION, given_and_surname, split_title
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.word_lists import given_names

HEADS = frozenset(
    """Department Ministry Minister Secretary Committee Subcommittee Commission Commissioner Council Office Bureau
    Institute Centre Center Directorate Agency Faculty School Board Society Association Division Foundation Federation
    Union Authority Administration Inspectorate""".split()
)
_FIELD = r"[A-Z][\w’'-]*+(?: [A-Z][\w’'-]*+){0,3}"
_NAMED = expression(
    rf"(?<![\w’'-])(?:{'|'.join(sorted(HEADS))}) (?:for|of|on) (?:the )?{_FIELD}"
    rf"(?P<rest>(?:, {_FIELD}){{1,4}},? (?:and|&) (?:the )?(?P<last>{_FIELD}))"
)
_JOINED = expression(r",? (?:and|&) (?:the )?|, ")


def departments(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return where bodies of several fields are named in a text; a list of bodies or of people is none."""
    found = _NAMED.finditer(text, start, len(text) if end is None else end)
    return [(each.start(), _end(each)) for each in found if not _is_a_list(each)]


def _end(match: re.Match[str]) -> int:
    """Return where the name ends, before that of its bearer: "Minister for Harbours, Rivers and Canals Ana Ruiz"."""
    words = match["last"].split(" ")
    given = next((at for at in range(1, len(words)) if words[at].lower() in given_names()), len(words))
    return match.start("last") + len(" ".join(words[:given]))


def _is_a_list(match: re.Match[str]) -> bool:
    fields = _JOINED.split(match["rest"].removeprefix(", "))
    return any(INSTITUTION.search(each) or given_and_surname(each) or split_title(each)[1] for each in fields[:-1])
