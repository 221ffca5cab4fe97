"""BM25 counted as plainly as can be from the texts of a catalog, for comparison."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

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


def _counted(text: str) -> Counter[str]:
    return Counter(_parts(stemmed_words(text)))


def _parts(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", words)
