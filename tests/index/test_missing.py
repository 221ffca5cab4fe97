"""What is said of a document that is named and is not there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from index.missing import missing

TABLE = [f"rows.csv#{number}" for number in range(1, 1_006)]


def catalog(*ids: str) -> Any:
    return SimpleNamespace(documents=lambda: [SimpleNamespace(id=each) for each in ids])


@pytest.mark.parametrize(
    ("named", "ids", "said"),
    [
        ("harbour.txt", ["mill.txt"], "There is no document 'harbour.txt'; run: python -m index --list"),
        ("Harbour.TXT", ["a/harbour.txt", "mill.txt"], "There is no document 'Harbour.TXT'; there is a/harbour.txt."),
        ("old/mill.txt", ["new/mill.txt"], "There is no document 'old/mill.txt'; there is new/mill.txt."),
        ("all.zip", ["all.zip/a.txt"], "'all.zip' was read as 1 documents; name one of them: all.zip/a.txt."),
        (
            "rows.csv",
            TABLE,
            "'rows.csv' was read as 1,005 documents; "
            "name one of them: rows.csv#1, rows.csv#2, rows.csv#3 and 1,002 more.",
        ),
        ("rows", ["rows.csv#1"], "There is no document 'rows'; run: python -m index --list"),
    ],
    ids=["nothing alike", "other capitals", "another folder", "an archive", "a table", "only its beginning"],
)
def test_what_may_be_meant_is_named(named: str, ids: list[str], said: str) -> None:
    assert missing(named, catalog(*ids)) == said
