"""What is said of a document that is named and is not there."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from errors import NothingIndexedError
from index.missing import check_store, missing, nothing_yet
from settings import Settings

LISTED = "run: python -m index --list --store 'my store'"
TABLE = [f"rows.csv#{number}" for number in range(1, 1_006)]


def catalog(*ids: str) -> Any:
    return SimpleNamespace(documents=lambda: [SimpleNamespace(id=each) for each in ids])


@pytest.mark.parametrize(
    ("named", "ids", "said"),
    [
        (
            "harbour.txt",
            ["mill.txt"],
            f"There is no document 'harbour.txt'; {LISTED}",
        ),
        ("Harbour.TXT", ["a/harbour.txt", "mill.txt"], "There is no document 'Harbour.TXT'; there is a/harbour.txt."),
        ("old/mill.txt", ["new/mill.txt"], "There is no document 'old/mill.txt'; there is new/mill.txt."),
        ("all.zip", ["all.zip/a.txt"], "'all.zip' was read as 1 document; name one of them: all.zip/a.txt."),
        (
            "rows.csv",
            TABLE,
            "'rows.csv' was read as 1,005 documents; "
            "name one of them: rows.csv#1, rows.csv#2, rows.csv#3 and 1,002 more.",
        ),
        ("rows", ["rows.csv#1"], f"There is no document 'rows'; {LISTED}"),
    ],
    ids=["nothing alike", "other capitals", "another folder", "an archive", "a table", "only its beginning"],
)
def test_what_may_be_meant_is_named(named: str, ids: list[str], said: str) -> None:
    assert missing(named, catalog(*ids), Path("my store")) == said


def test_advice_names_the_store_that_was_asked() -> None:
    assert str(nothing_yet(Path("a store"))).endswith("run: python -m index PATH --store 'a store'")


@pytest.mark.parametrize("made", [False, True], ids=["a mistyped name", "a folder without a store"])
def test_a_folder_without_a_store_is_refused_and_left_as_it_is(made: bool, tmp_path: Path) -> None:
    store = tmp_path / "mistyped"
    if made:
        store.mkdir()
    with pytest.raises(NothingIndexedError, match="contains no document yet"):
        check_store(Settings(store=store))
    assert store.exists() == made
    assert not made or list(store.iterdir()) == []
