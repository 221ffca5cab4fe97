"""BM25, and which passages hold words, as plainly as can be from the texts of a catalog, for comparison."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from index.records import Passage
from index.storage.catalog import Catalog
from index.storage.catalog_tables import stemmed_words


def plainly_scored(catalog: Catalog, stems: Iterable[str]) -> dict[str, float]:
    """Return the score of every passage that holds any of the words, by its id."""
    passages: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for kept in catalog.kept():
        title = _counted(kept.document.title)
        for passage, _ in kept.passages:
            passages[passage.id] = _counted(kept.document.text[passage.start : passage.end]), title
    lengths = {key: words.total() + title.total() for key, (words, title) in passages.items()}
    mean = sum(lengths.values()) / max(len(lengths), 1)
    scores: Counter[str] = Counter()
    for stem in {token for each in stems for token in _parts(each)}:
        holding = [key for key, (words, title) in passages.items() if words[stem] or title[stem]]
        idf = max(math.log((len(passages) - len(holding) + 0.5) / (len(holding) + 0.5)), 1e-6)
        for key in holding:
            words, title = passages[key]
            often = words[stem] + 0.5 * title[stem]
            scores[key] += idf * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * lengths[key] / mean))
    return dict(scores)


def plainly_holding(catalog: Catalog, phrases: Sequence[str]) -> list[Passage]:
    """Return the passages that hold all the phrases, in the order of documents and offsets."""
    sought = [words for each in phrases if (words := _parts(stemmed_words(each)))]
    return [passage for passage, words in _passages(catalog) if all(_hold(words, each) for each in sought) and sought]


def plainly_holding_any(catalog: Catalog, stems: Iterable[str]) -> list[Passage]:
    """Return the passages that hold any of the words, in the order of documents and offsets."""
    sought = [parts for each in stems if (parts := _parts(each))]
    return [passage for passage, words in _passages(catalog) if any(_hold(words, each) for each in sought)]


def _passages(catalog: Catalog) -> list[tuple[Passage, list[str]]]:
    """Return all passages with their words."""
    found = [
        (each, _parts(stemmed_words(kept.document.text[each.start : each.end])))
        for kept in catalog.kept()
        for each, _ in kept.passages
    ]
    return sorted(found, key=lambda each: (each[0].document_id, each[0].start))


def _hold(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(list(words[at : at + len(phrase)]) == list(phrase) for at in range(len(words)))


def _counted(text: str) -> Counter[str]:
    return Counter(_parts(stemmed_words(text)))


def _parts(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", words)
