"""Whatever indexing stores, an export of it is taken in again, and is the same there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.backup import backup
from index.correct import change
from index.storage.store import Store, open_store
from index.sync import sync
from settings import Settings
from tests.conftest import embedded, written

RECORDS: list[dict[str, Any]] = [
    {"title": "The quay", "text": "Mayor Odran Tell said that the quay\x00 would close.", "date": "2031"},
    {"title": "The weir", "text": "“We mend the \ud800 weir,” said Mira\x00 Quill.", "speaker": "Mira Quill"},
    {"text": "In 2031 Palo Brandt said: “We \x00 pay for the ferry.”", "source": "Vesk Gazette", "date": "2031-05"},
]
"""Half a character and the character U+0000, which a corpus may have; a year and a month for a day."""
STORED = {
    "month.txt": "In June 2031, Mayor Odran Tell said that the harbour of Vesk should close.\n",
    "year.txt": "In 2031, Mayor Odran Tell said that the harbour of Vesk should close.\n",
    "day.txt": "On 3 June 2031, Mayor Odran Tell said that the harbour of Vesk should close.\n",
    "unsaid.txt": "“The ferry is late,” the mayor said last year. Mira Quill would say that it is not.\n",
    "marks.md": "---\ntitle: Marks\ndate: 2031-05\nauthor: Ada Vesk\n---\n\n*** --- ***\n\n<b>x</b>\n",
    "session.srt": "1\n00:00:01,500 --> 00:00:04,000\nMIRA QUILL: The berths are lost.\n\n"
    "2\n00:00:04,000 --> 00:00:06,000\n[Applause] TELL: They are not.\n",
    "table.csv": "speaker,text,date\nOdran Tell,The harbour costs forty million.,2031\n"
    "Mira Quill,It does not.,2031-06-03\n",
    "corpus.jsonl": "\n".join(json.dumps(each) for each in RECORDS),
}


def _kept(store: Store) -> list[str]:
    """Return all that is stored of each document, in the order of their ids."""
    return sorted(repr(each) for each in store.catalog.kept())


@pytest.fixture
def filled(tmp_path: Path, store: Store) -> Store:
    sync([written(tmp_path / "documents", STORED)], store, Settings().passage_tokens)
    return store


def test_what_indexing_stores_is_taken_in_again(filled: Store, tmp_path: Path) -> None:
    days = {len(each.said_on or "") for kept in filled.catalog.kept() for each in kept.statements}
    assert days == {0, 4, 7, 10}
    nothing = filled.catalog.database.storable("\x00")
    assert sum(nothing in each.document.text for each in filled.catalog.kept()) == 3
    counts = backup.export(filled.catalog, tmp_path / "all.otr")
    with open_store(embedded(tmp_path / "other")) as other:
        assert backup.import_(tmp_path / "all.otr", other) == counts
        assert _kept(other) == _kept(filled)


@pytest.mark.parametrize(("field", "day"), [("published", "1963"), ("published", "May 1963"), ("said_on", "1963-05")])
def test_a_day_that_somebody_set_is_taken_in_again(filled: Store, tmp_path: Path, field: str, day: str) -> None:
    named = "day.txt"
    if field == "said_on":
        statement = filled.catalog.statements(named)[0]
        named = f"{named}@{statement.start}-{statement.end}"
    change(filled, named, {field: day}, [], Settings().passage_tokens)
    backup.export(filled.catalog, tmp_path / "all.otr")
    with open_store(embedded(tmp_path / "other")) as other:
        backup.import_(tmp_path / "all.otr", other)
        assert _kept(other) == _kept(filled)
