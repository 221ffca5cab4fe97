"""What the index holds on a topic, of a speaker or from a time: how much, of which months, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import pairwise

from index.records import Document
from index.storage.catalog import Catalog
from rag.answer import explore
from rag.answer.explore import View
from rag.records import Evidence


@dataclass(frozen=True)
class Held:
    """What was found under a view's filters, and the documents, without their texts, that it stands in."""

    found: tuple[Evidence, ...]
    """Every statement, the earliest first; with a topic, every sentence that names it."""
    documents: tuple[Document, ...]
    """For a view of everything all documents, also those that nobody speaks in."""
    without_speaker: int
    """How many statements of these documents no speaker is known of."""

    @cached_property
    def days(self) -> list[str]:
        """Return the documents' days in order."""
        return sorted(each.published for each in self.documents if each.published)

    @cached_property
    def months(self) -> dict[str, int]:
        """Return how many of the documents are of each month (YYYY-MM), in order."""
        return dict(sorted(Counter(day[:7] for day in self.days if len(day) >= len("2030-12")).items()))

    @property
    def gaps(self) -> list[str]:
        """Return the months between the first and the last that no document is of."""
        numbers = [int(each[:4]) * 12 + int(each[5:]) - 1 for each in self.months]
        between = [number for one, other in pairwise(numbers) for number in range(one + 1, other)]
        return [f"{number // 12:04}-{number % 12 + 1:02}" for number in between]

    @property
    def undated(self) -> list[Document]:
        """Return the documents of which no day is known."""
        return [each for each in self.documents if not each.published]

    @property
    def partly_read(self) -> list[Document]:
        """Return the documents of which something was not read."""
        return [each for each in self.documents if each.omitted]


def held(view: View, catalog: Catalog) -> Held:
    """Return what the index holds under a view's filters; nothing of a speaker whom it does not know."""
    found = () if view.speaker and not view.forms else explore.found(view, catalog)
    documents = tuple(_documents(view, found, catalog))
    unsure = sum(each.speaker is None for one in documents for each in catalog.statements(one.id))
    return Held(found, documents, unsure)


def _documents(view: View, found: Sequence[Evidence], catalog: Catalog) -> list[Document]:
    """Return the documents of a view: those that fit its pattern, of a speaker, topic or time those that have it."""
    fitting = [each for each in catalog.documents() if not view.document or fnmatchcase(each.id, view.document)]
    if not (view.topic or view.speaker or view.since or view.until):
        return fitting
    named = {each.document_id for each in found}
    return [each for each in fitting if each.id in named]
