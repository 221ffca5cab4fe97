"""What was decided at a meeting: the sentences of its minutes that say so, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.answer.broad.central import Part
from rag.answer.broad.fit import DECISION
from rag.answer.broad.overview import summary
from rag.answer.broad.parts import parts_of, spread
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import cited, points, title_of
from rag.check.cite import Form
from rag.records import Query, Segment

MOST = 12
_OPEN = expression(
    r"\?\W*$|\b(?:want|ask for|need) a decision\b|"
    r"\b(?:not|never) (?:yet |been ){0,2}(?:approved|adopted|decided|agreed)\b",
    re.IGNORECASE,
)
_OUTCOME = expression(
    r"^\W*(?:(?:the )?(?:motion|resolution|amendment|vote) (?:is |was |has )?)?(?:carried|passed|adopted|approved|"
    r"agreed|defeated|rejected|failed|lost|unanimous(?:ly)?|so (?:ordered|voted|resolved)|voted|vote:?)\b"
    r"(?! to\b| that\b)",
    re.IGNORECASE,
)
"""How a vote went; what was voted on stands in the sentence before: "Motion to buy the frame. Carried 4-2."."""
_ROLL = expression(
    r"^\W*(?:roll[- ]call|ayes?|yeas?|yes|no|nays?|noes|abstain(?:ed|ing)?|in favou?r|opposed|against)\b", re.I
)
"""Who voted how stands between what was voted on and how it went."""
SHORT = 10
"""Words: a longer sentence says itself what was decided."""


def decisions(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return what was decided as the documents meant tell it, None where they tell of no decision."""
    found = meant(query, catalog, find)
    if found is None or found.unclear:
        return None
    parts = parts_of(spread(found.documents), query, catalog, every=True)
    told = list(_decided(parts))[:MOST]
    if not told:
        return _main_points(query, catalog, find) if found.one else None
    citations = cited(told, catalog)
    where = f"In {title_of(found.one)} is" if found.one else "In them is"
    first = f"{found.assumed} {where} said of decisions:".strip()
    return Form((Segment(first), *points(told, citations, None, found.one is not None)), tuple(citations))


def _main_points(query: Query, catalog: Catalog, find: Find) -> Form | None:
    assert query.broad is not None
    form = summary(replace(query, broad=replace(query.broad, aspect="summary")), catalog, find)
    if form is None:
        return None
    first, *rest = form.segments
    none = "No sentence was recognised that tells a decision."
    return replace(form, segments=(Segment(f"{none} {first.text}"), *rest))


def _decided(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the sentences that tell a decision, how a vote went with what was voted on."""
    start = 0
    before: Part | None = None
    for each in parts:
        words, follows = _words(each), before is not None and _follows(before, each)
        if before and follows and _OUTCOME.match(words) and len(words.split()) <= SHORT:
            if not _tells(_words(before)):
                yield replace(each, evidence=replace(each.evidence, start=start))
        elif _tells(words):
            yield each
        if not (follows and _ROLL.match(words)):
            start = each.span[0]
        before = each


def _follows(before: Part, part: Part) -> bool:
    between = part.document.text[before.span[1] : part.span[0]]
    return before.document is part.document and not between.strip() and "\n\n" not in between


def _words(part: Part) -> str:
    return part.document.text[slice(*part.span)]


def _tells(words: str) -> bool:
    return bool(DECISION.search(words)) and not _OPEN.search(words)
