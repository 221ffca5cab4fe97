"""What is computed from a catalog is remembered until the catalog changes, and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.storage.catalog_facts import Facts
from index.storage.catalog_memory import Memory
from index.storage.catalog_tables import make_tables
from index.storage.database import open_file


@pytest.fixture
def facts(tmp_path: Path) -> Iterator[Facts]:
    database = open_file(tmp_path / "catalog.sqlite")
    facts = Facts(database)
    make_tables(database, facts, ())
    yield facts
    database.close()


@pytest.fixture
def memory(facts: Facts) -> Memory:
    return Memory(facts._database, facts)


def test_it_is_computed_once_until_the_catalog_changes(memory: Memory, facts: Facts) -> None:
    computed: list[int] = []

    def compute() -> int:
        computed.append(len(computed))
        return computed[-1]

    assert [memory.remember("key", compute) for _ in range(3)] == [0, 0, 0]
    facts.set("changes", "1")
    assert [memory.remember("key", compute) for _ in range(3)] == [1, 1, 1]


def test_what_was_computed_over_a_change_is_not_kept(memory: Memory, facts: Facts) -> None:
    def changing() -> str:
        facts.set("changes", "1")
        return "of either state"

    assert memory.remember("key", changing) == "of either state"
    assert memory.remember("key", lambda: "of the new state") == "of the new state"


def test_of_what_takes_room_the_last_are_kept(memory: Memory) -> None:
    for each in ("a", "b", "c"):
        memory.remember_last("kind", each, lambda each=each: f"first {each}", 2)  # type: ignore[misc]
    again = [memory.remember_last("kind", each, lambda: "second", 2) for each in ("c", "b", "a")]
    assert again == ["first c", "first b", "second"]


def test_a_reader_sees_the_changes_of_one_state(memory: Memory, facts: Facts) -> None:
    with memory.reading():
        before = memory.changes()
        other = open_file(Path(str(facts._database.file)))
        Facts(other).set("changes", "7")
        other.close()
        assert memory.changes() == before == 0
    assert memory.changes() == 7


def test_a_block_that_is_left_off_between_two_reads_leaves_nothing_behind(memory: Memory) -> None:
    told: list[str] = []

    def between() -> None:
        told.append("between")
        if len(told) == 3:
            raise KeyboardInterrupt

    def read() -> None:
        # What is read within reading is of the same block.
        with memory.reading(between), memory.reading():
            for each in range(9):
                memory.remember(each, lambda each=each: each)  # type: ignore[misc]

    with pytest.raises(KeyboardInterrupt):
        read()
    assert len(told) == 3
    with memory.reading():
        assert [memory.remember(each, lambda: "computed now") for each in range(3)] == [0, 1, "computed now"]
    assert len(told) == 3
