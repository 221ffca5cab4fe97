"""Connections to a SQLite file: rows by place and by name, few of them kept, none given back within a transaction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.storage.engines.file import FileEngine
from index.storage.engines.sessions import POOL, DriverError


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[FileEngine]:
    engine = FileEngine(f"file:{tmp_path / 'boats.sqlite'}?mode=rwc")
    session = engine.connect()
    session.plain('CREATE TABLE boats (name TEXT, "end" INTEGER)')
    session.plain("INSERT INTO boats VALUES (?, ?)", [("Heron", 3), ("Kestrel", 5)])
    session.close()
    yield engine
    engine.dispose()


def test_a_row_has_its_columns_by_place_and_by_name(engine: FileEngine) -> None:
    session = engine.connect()
    (row,) = session.rows(
        'SELECT name, "end", count(*), boats.name AS called FROM boats WHERE name = :it', {"it": "Heron"}
    )
    assert tuple(row) == ("Heron", 3, 1, "Heron")
    assert (row.name, row.end, row[2], row.called) == ("Heron", 3, 1, "Heron")
    assert session.rows("SELECT name FROM boats WHERE name = :it", {"it": "none"}) == []


def test_a_statement_is_run_once_or_for_each_of_several(engine: FileEngine) -> None:
    session = engine.connect()
    session.run("UPDATE boats SET name = :new WHERE name = :old", {"new": "Gull", "old": "Heron"})
    session.run("INSERT INTO boats VALUES (:name, :end)", [{"name": "Tern", "end": 1}, {"name": "Skua", "end": 2}])
    assert [name for (name,) in session.rows("SELECT name FROM boats ORDER BY name", {})] == [
        "Gull",
        "Kestrel",
        "Skua",
        "Tern",
    ]


def test_what_was_begun_and_not_ended_is_undone_when_it_is_given_back(engine: FileEngine) -> None:
    session = engine.connect()
    session.plain("BEGIN")
    session.plain("DELETE FROM boats")
    session.close()
    assert len(engine.connect().rows("SELECT name FROM boats", {})) == 2


def test_few_connections_are_kept_and_none_after_the_end(engine: FileEngine) -> None:
    sessions = [engine.connect() for _ in range(POOL + 3)]
    for each in sessions[1:]:
        each.close()
    assert len(engine._kept) == POOL
    engine.dispose()
    sessions[0].close()
    assert engine._kept == []


def test_a_connection_that_was_ended_is_lost_and_not_kept(engine: FileEngine) -> None:
    session = engine.connect()
    kept = len(engine._kept)
    assert not session.lost()
    session.end()
    session.close()
    assert session.lost()
    assert len(engine._kept) == kept


def test_what_sqlite_refuses_is_told_with_its_words(engine: FileEngine, tmp_path: Path) -> None:
    with pytest.raises(DriverError, match="no such table: ships") as raised:
        engine.connect().rows("SELECT * FROM ships", {})
    assert not raised.value.lost
    with pytest.raises(DriverError, match="unable to open database file"):
        FileEngine(f"file:{tmp_path / 'none.sqlite'}?mode=rw").connect()
