"""Phrases and any of some words are found where the stored texts hold them, on both databases, whatever was changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.records import Document, Passage, text_hash
from index.storage.catalog import Catalog, open_catalog
from index.storage.catalog_tables import StoredDocument
from index.storage.words import bm25
from index.storage.words.runs import LONGEST, MOST_OFTEN
from tests.conftest import embedded
from tests.index.storage.words.changes import VOCABULARY, change, stems, with_drawn_runs
from tests.index.storage.words.plain import plainly_holding, plainly_holding_any

PHRASES = [
    ["ferry berth"],
    ["the harbour", "boats"],
    ["of a"],
    ["said the", "a bridge"],
    ["№7"],
    ["the the"],
    ["ferry", "ferry of"],
    ["absent ferry"],
    ["…", "ferry"],
    ["…"],
    [],
]


@pytest.mark.parametrize("phrases", PHRASES, ids=" + ".join)
@pytest.mark.parametrize("limit", [1, 3, 1_000])
def test_phrases_are_found_where_the_texts_hold_them(catalogs: list[Catalog], phrases: list[str], limit: int) -> None:
    for catalog in catalogs:
        assert_plain(catalog, phrases, limit)


def assert_plain(catalog: Catalog, phrases: list[str], limit: int, among: frozenset[str] | None = None) -> None:
    plain = sorted(each.id for each in plainly_holding(catalog, phrases) if among is None or each.id in among)
    assert catalog.holding_phrases(phrases, limit, among) == plain[:limit]


@pytest.mark.parametrize("sought", [["ferry"], ["harbour", "порт"], ["absent"], ["absent", "№7"], VOCABULARY, []])
@pytest.mark.parametrize("limit", [None, 1, 4])
def test_passages_with_any_of_the_words_come_in_the_order_of_the_texts(
    catalogs: list[Catalog], sought: list[str], limit: int | None
) -> None:
    for catalog in catalogs:
        plain = plainly_holding_any(catalog, stems(sought))
        assert catalog.passages_holding(stems(sought), limit) == plain[:limit]


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_leave_what_the_texts_hold(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(seed)
    with_drawn_runs(monkeypatch, draw)
    monkeypatch.setattr(bm25, "LOOKED_AHEAD", draw.choice([0, 1, 4]))
    monkeypatch.setattr(bm25, "LOOKED_THROUGH", draw.choice([0, 3, 10_000]))
    catalog = open_catalog(embedded(tmp_path))
    for step in range(30):
        change([catalog], draw)
        if step % 10 == 9:
            catalog.writer.compact()
        stored = sorted(each.id for kept in catalog.kept() for each, _ in kept.passages)
        among = frozenset(draw.sample(stored, draw.randint(0, len(stored))))
        phrases = [" ".join(draw.choices(VOCABULARY, k=draw.randint(1, 3))) for _ in range(draw.randint(1, 2))]
        for limit in (1, 5, 1_000):
            assert_plain(catalog, phrases, limit)
            assert_plain(catalog, phrases, limit, among)
            any_of = stems(phrases)
            assert catalog.passages_holding(any_of, limit) == plainly_holding_any(catalog, any_of)[:limit]
    catalog.close()


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = open_catalog(embedded(tmp_path))
    yield opened
    opened.close()


def put(catalog: Catalog, *texts: str, title: str = "") -> list[str]:
    """Write a document of these passages, and return their ids."""
    text = " ".join(texts)
    starts = [sum(len(each) + 1 for each in texts[:at]) for at in range(len(texts))]
    passages = [Passage("1.txt", start, start + len(each), 5) for start, each in zip(starts, texts, strict=True)]
    document = Document("1.txt", "", title, None, None, None, None, text, text_hash(text))
    catalog.writer.put(StoredDocument(document, "1.txt", "digest", [(each, each.id) for each in passages], [], []), {})
    return [each.id for each in passages]


def test_a_phrase_stands_within_a_passage_and_not_in_the_title(catalog: Catalog) -> None:
    _, second = put(catalog, "The ferry", "berth is the ferry berth.", title="Boat race")
    assert catalog.holding_phrases(["ferry berth"], 5) == [second]
    assert catalog.holding_phrases(["boat race"], 5) == catalog.holding_phrases(["race"], 5) == []
    assert catalog.passages_holding(["race"]) == []


def test_a_word_of_several_parts_is_found_as_a_phrase(catalog: Catalog) -> None:
    half, _ = put(catalog, "Take ½ of it.", "Take 2 of 1.")
    assert [each.id for each in catalog.passages_holding(stems(["½"]))] == [half]


def test_what_stands_too_often_or_too_far_behind_is_passed_over(catalog: Catalog) -> None:
    often = "ferry " * MOST_OFTEN
    ids = put(catalog, f"{often} berth", f"{often} ferry berth", f"{'a ' * (LONGEST - 1)}berth boat")
    assert catalog.holding_phrases(["ferry berth"], 5) == ids[:1]
    assert sorted(catalog.holding_phrases(["berth"], 5)) == sorted(ids)
    assert catalog.holding_phrases(["boat"], 5) == []


def test_one_that_is_asked_for_is_found_without_reading_the_others(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["The ferry berth is shut."] * 300
    ids = put(catalog, *texts)
    read: list[int] = []
    rows = type(catalog.database).rows

    def counted(database: object, query: str, **values: object) -> list[object]:
        found = rows(database, query, **values)  # type: ignore[arg-type]
        read.append(len(found))
        return found

    monkeypatch.setattr(type(catalog.database), "rows", counted)
    assert catalog.holding_phrases(["ferry berth"], 1) == [min(ids)]
    assert sum(read) < 20
