"""SQLite and PostgreSQL find the same passages by exact words, with the same scores, whatever was changed before."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.servers import Servers
from index.storage.catalog import Catalog, open_catalog
from index.storage.catalog_tables import StoredDocument
from index.storage.words import bm25, places
from index.text.stems import words
from tests.conftest import embedded
from tests.index.storage.words.changes import VOCABULARY, change, put, stems, with_drawn_runs
from tests.index.storage.words.plain import plainly_scored

SEARCHES = [["ferry"], ["harbour", "the"], VOCABULARY, ["absent"], ["ferry", "absent", "№7"], ["порт", "港"]]


@pytest.mark.parametrize("sought", SEARCHES, ids=" ".join)
@pytest.mark.parametrize("limit", [3, 100])
def test_the_scores_are_the_same(catalogs: list[Catalog], sought: list[str], limit: int) -> None:
    one, other = (catalog.search(stems(sought), limit) for catalog in catalogs)
    assert [key for key, _ in one] == [key for key, _ in other]
    assert [score for _, score in one] == pytest.approx([score for _, score in other], abs=1e-9)


@pytest.mark.parametrize("sought", SEARCHES, ids=" ".join)
@pytest.mark.parametrize("limit", [3, 100])
def test_the_scores_are_those_of_a_plain_count(catalogs: list[Catalog], sought: list[str], limit: int) -> None:
    for catalog in catalogs:
        assert_plain(catalog, stems(sought), limit)


def assert_plain(catalog: Catalog, sought: list[str], limit: int, among: frozenset[str] | None = None) -> None:
    plain = plainly_scored(catalog, sought)
    allowed = plain if among is None else plain.keys() & among
    best = sorted(allowed, key=lambda key: (-round(plain[key], 12), key))[:limit]
    found = catalog.search(sought, limit, among)
    assert [key for key, _ in found] == best
    assert [score for _, score in found] == pytest.approx([plain[key] for key in best], abs=1e-9)


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_leave_the_scores_of_a_plain_count(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(seed)
    with_drawn_runs(monkeypatch, draw)
    monkeypatch.setattr(places, "SWEPT", 3)
    monkeypatch.setattr(bm25, "SPARE", draw.choice([0, 1, 100]))
    monkeypatch.setattr(bm25, "WIDER", draw.choice([2, 4]))
    monkeypatch.setattr(bm25, "LOOKED_THROUGH", draw.choice([0, 3, 10_000]))
    catalog = open_catalog(embedded(tmp_path))
    for step in range(30):
        change([catalog], draw)
        if step % 10 == 9:
            catalog.writer.compact()
        stored = sorted(each.id for kept in catalog.kept() for each, _ in kept.passages)
        for limit in (1, 5, 1_000):
            sought = stems(draw.choices(VOCABULARY, k=draw.randint(1, 5)))
            assert_plain(catalog, sought, limit)
            assert_plain(catalog, sought, limit, frozenset(draw.sample(stored, draw.randint(0, len(stored)))))
        plain = Counter(stem for each in catalog.kept() for text in texts_of(each) for stem in set(words(text)))
        asked = stems(VOCABULARY)
        assert catalog.passage_counts(asked) == {stem: plain[stem] for stem in asked if plain[stem]}
    catalog.close()


def texts_of(stored: StoredDocument) -> list[str]:
    return [stored.document.text[each.start : each.end] for each, _ in stored.passages]


def test_a_search_among_some_finds_only_these(catalogs: list[Catalog]) -> None:
    among = frozenset(key for key, _ in catalogs[0].search(stems(["ferry"]), 100)[::2])
    one, other = ([key for key, _ in catalog.search(stems(["ferry", "the"]), 100, among)] for catalog in catalogs)
    assert one == other
    assert set(one) == among


@pytest.mark.parametrize("sought", SEARCHES, ids=" ".join)
def test_words_are_counted_alike(catalogs: list[Catalog], sought: list[str]) -> None:
    one, other = (catalog.passage_counts(stems(sought)) for catalog in catalogs)
    assert one == other


def test_the_vocabulary_is_the_same(catalogs: list[Catalog]) -> None:
    one, other = (sorted(catalog._exact_words.between("a", "z")) for catalog in catalogs)
    assert one == other != []


def test_nothing_is_left_of_what_was_removed(servers: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = open_catalog(servers.settings(tmp_path))
    draw = random.Random(6)
    monkeypatch.setattr(places, "FRESH_DOCUMENTS", 3)
    for number in range(5):
        put([catalog], number, draw)
    assert catalog.database.value("SELECT count(*) FROM word_places WHERE bucket < 0") == 2
    catalog.writer.remove([f"{number}.txt" for number in range(5)])
    assert catalog.database.rows("SELECT 1 FROM word_places WHERE bucket < 0") == []
    assert catalog.database.rows("SELECT term FROM word_counts WHERE places <> 0 OR passages <> 0") == []
    assert catalog.database.rows("SELECT passages, words FROM word_totals") == [(0, 0)]
    catalog.writer.compact()
    assert catalog.database.rows("SELECT terms FROM word_places UNION ALL SELECT term FROM word_counts") == []
    catalog.close()


def test_a_search_is_remembered_as_it_was_and_until_something_changes(tmp_path: Path) -> None:
    catalog = open_catalog(embedded(tmp_path))
    put([catalog], 1, random.Random(1))
    sought = stems(VOCABULARY)
    with catalog.reading():
        found, counts = catalog.search(sought, 100), catalog.passage_counts(sought)
        # Who asks may do with them what he likes.
        given, counted = catalog.search(sought, 100), catalog.passage_counts(sought)
        given.clear()
        counted.clear()
        assert (catalog.search(sought, 100), catalog.passage_counts(sought)) == (found, counts)
        assert catalog.search(sought, 1) == found[:1]
    put([catalog], 2, random.Random(2))
    after = catalog.search(sought, 100)
    assert {key.partition("@")[0] for key, _ in after} != {key.partition("@")[0] for key, _ in found}
    assert len(after) > len(found)
    assert catalog.passage_counts(sought) != counts
    catalog.close()
