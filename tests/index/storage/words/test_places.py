"""Places become runs whole or not at all, no number is given twice, and what is out of measure counts as a bound."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from index.records import Document, Passage, text_hash
from index.storage.catalog import Catalog, open_catalog
from index.storage.catalog_tables import StoredDocument
from index.storage.words import places
from index.storage.words.runs import (
    LENGTHS,
    LONGEST,
    MOST_OFTEN,
    Places,
    Run,
    lengths_in,
    offsets,
    often_in_title,
    often_in_words,
    run_of_passages,
)
from tests.conftest import embedded
from tests.index.storage.words.changes import VOCABULARY, change, put, stems
from tests.index.storage.words.plain import plainly_scored


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    monkeypatch.setattr(places, "FRESH_DOCUMENTS", 4)
    return open_catalog(embedded(tmp_path))


def state(catalog: Catalog) -> list[object]:
    tables = ("word_places", "word_counts", "word_totals", "passages")
    return [catalog.database.rows(f"SELECT * FROM {each} ORDER BY 1, 2") for each in tables]


def test_a_document_whose_places_cannot_be_made_runs_is_not_there(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(1)
    for number in range(3):
        put([catalog], number, draw)
    before = state(catalog)
    with monkeypatch.context() as failing:
        failing.setattr(places, "run_of", lambda first, places: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            put([catalog], 3, draw)
    assert state(catalog) == before
    put([catalog], 3, draw)
    assert catalog.database.value("SELECT count(*) FROM word_places WHERE bucket < 0") == 0
    scores = dict(catalog.search(stems(VOCABULARY), 100))
    assert scores == pytest.approx(plainly_scored(catalog, stems(VOCABULARY)), abs=1e-9)
    catalog.close()


def test_a_compaction_that_fails_changes_nothing(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(2)
    for number in range(6):
        put([catalog], number, draw)
    catalog.writer.remove(["0.txt", "5.txt"])
    before = state(catalog)
    with monkeypatch.context() as failing:
        failing.setattr(places, "_PLACES", {"nowhere": "text"})
        with pytest.raises(Exception, match=r".*"):
            catalog.writer.compact()
    assert state(catalog) == before
    catalog.close()


def test_a_run_leaves_little_that_is_fresh(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = "SELECT count(*) FROM word_places WHERE bucket < 0"
    put([catalog], 1, random.Random(4))
    catalog.writer.settle()
    assert catalog.database.value(fresh) == 1
    before = catalog.search(stems(VOCABULARY), 100)
    monkeypatch.setattr(places, "SETTLED", 1)
    catalog.writer.settle()
    assert catalog.database.value(fresh) == 0
    assert catalog.search(stems(VOCABULARY), 100) == before != []
    catalog.close()


def test_the_number_of_a_removed_passage_is_not_given_again(catalog: Catalog) -> None:
    draw = random.Random(3)
    for number in range(4):
        put([catalog], number, draw)
    last = catalog.database.value("SELECT max(number) FROM passages")
    catalog.writer.remove(["3.txt"])
    put([catalog], 9, draw)
    assert catalog.database.value("SELECT min(number) FROM passages WHERE document_id = '9.txt'") == last + 1
    catalog.writer.remove([f"{number}.txt" for number in (0, 1, 2, 9)])
    catalog.writer.compact()
    put([catalog], 1, draw)
    assert catalog.database.value("SELECT min(number) FROM passages") > last + 1
    catalog.close()


def read(found: Places) -> list[tuple[int, int, int]]:
    """Return of each place the passage's offset, and how often the word stands in it and in its title."""
    columns = (part(found).tolist() for part in (offsets, often_in_words, often_in_title))
    return list(zip(*columns, strict=True))


def test_the_words_of_a_document_are_read_back_in_order() -> None:
    made = run_of_passages([(7, "ferry berth ferry"), (8, "boat"), (9, "")], "berth")
    assert [(term, read(found)) for term, found in made.each_term("a")] == [
        ("berth", [(0, 1, 1), (1, 0, 1), (2, 0, 1)]),
        ("boat", [(1, 1, 0)]),
        ("ferry", [(0, 2, 0)]),
    ]
    assert [term for term, _ in made.each_term("berth", "boat")] == ["berth"]
    assert [(term, len(found)) for term, found in made.places_of(["ferr", "ferry", "zoo"])] == [("ferry", 1)]
    assert [term for term, _ in run_of_passages([(1, "")], "").each_term()] == [LENGTHS]


def test_the_positions_of_a_word_are_read_back() -> None:
    made = run_of_passages([(7, "ferry berth ferry"), (8, "boat"), (9, "a ferry")], "berth boat")
    found = {term: made.positions_of(term, made.positions).tolist() for term, _ in made.each_term("a")}
    assert found == {"a": [0], "berth": [1], "boat": [0], "ferry": [0, 2, 1]}


def test_no_more_positions_are_kept_than_a_word_is_counted() -> None:
    made = run_of_passages([(1, "boat " + "ferry " * 300 + "boat"), (2, "ferry")], "")
    assert made.positions_of("ferry", made.positions).tolist() == [*range(1, MOST_OFTEN + 1), 0]
    assert made.positions_of("boat", made.positions).tolist() == [0, 301]


def test_a_passage_is_not_searched_beyond_what_a_position_can_be() -> None:
    made = run_of_passages([(1, " ".join(map(str, range(LONGEST + 2))))], "65536")
    assert made.positions_of("65534", made.positions).tolist() == [LONGEST - 1]
    assert [read(found) for _, found in made.places_of(["65535", "65536"])] == [[(0, 0, 1)]]


@pytest.mark.parametrize("span", [2, 5, 2**16])
def test_what_is_parted_and_compacted_is_what_was_written(
    span: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SPAN", span)
    monkeypatch.setattr(places, "BUCKETS", 3)
    catalog = open_catalog(embedded(tmp_path))
    draw = random.Random(span)
    for _ in range(20):
        change([catalog], draw)
    before = standing(catalog)
    monkeypatch.setattr(places, "SETTLED", 1)
    catalog.writer.settle()
    assert catalog.database.value("SELECT count(*) FROM word_places WHERE bucket < 0") == 0
    assert standing(catalog) == before
    catalog.writer.remove([f"{number}.txt" for number in range(0, 25, 3)])
    catalog.writer.compact()
    left = {number for (number,) in catalog.database.rows("SELECT number FROM passages")}
    assert standing(catalog) == {key: each for key, each in before.items() if key[1] in left} != before
    catalog.close()


def standing(catalog: Catalog) -> dict[tuple[str, int], tuple[int, list[int]]]:
    """Return what is held of each word in each passage, with its positions, whatever the runs are."""
    found = {}
    for row in catalog.database.rows("SELECT first, terms, starts, places, positions FROM word_places"):
        run = Run(*row)
        for term, held in run.each_term():
            positions = iter(run.positions_of(term, run.positions).tolist() if term else [])
            for offset, often, place in zip(offsets(held).tolist(), often_in_words(held).tolist(), held, strict=True):
                own = [next(positions) for _ in range(often)] if term else []
                found[term, run.first + offset] = (int(place) >> 16, own)
    return found


def test_documents_removed_together_are_counted_no_more(catalog: Catalog, tmp_path: Path) -> None:
    one_by_one = open_catalog(embedded(tmp_path / "other"))
    draw = random.Random(8)
    for number in range(11):
        put([catalog, one_by_one], number, draw)
    gone = ["0.txt", "1.txt", "3.txt", "6.txt", "7.txt", "10.txt"]
    catalog.writer.remove([*gone, "absent.txt"])
    for each in reversed(gone):
        one_by_one.writer.remove([each])
    assert state(one_by_one) == state(catalog)
    scores = dict(catalog.search(stems(VOCABULARY), 100))
    assert scores == pytest.approx(plainly_scored(catalog, stems(VOCABULARY)), abs=1e-9)
    one_by_one.close()
    catalog.close()


def test_what_is_out_of_measure_counts_as_a_bound() -> None:
    made = run_of_passages([(1, "ferry " * 300)], "berth " * 70_000)
    assert read(dict(made.each_term())["ferry"]) == [(0, MOST_OFTEN, 0)]
    assert read(dict(made.each_term())["berth"]) == [(0, 0, MOST_OFTEN)]
    assert lengths_in(dict(made.each_term())[LENGTHS]).tolist() == [LONGEST]


def test_a_title_out_of_measure_can_be_removed(catalog: Catalog) -> None:
    document = Document("1.txt", "", "berth " * 70_000, None, None, None, None, "ferry", text_hash("ferry"))
    passages = [(Passage("1.txt", 0, 5, 1), "hash")]
    catalog.writer.put(StoredDocument(document, "1.txt", "digest", passages, [], []), {})
    assert [round(score, 6) for _, score in catalog.search(stems(["ferry"]), 5)] == [1e-06]
    catalog.writer.remove(["1.txt"])
    assert catalog.database.rows("SELECT passages, words FROM word_totals") == [(0, 0)]
    catalog.close()
