"""A file is read once: what is kept as its digest is that of the bytes that its text was made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errors import DocumentError
from index.read import load
from index.read.file_list import Found
from index.read.load import Reading
from index.readers.parsed import normalised, with_letters_together, with_whole_paragraphs
from index.records import Document
from index.storage.store import Store
from index.sync import sync
from tests.index.readers.test_formats import WRITERS

OLD, NEW = "The ferry sails at nine.", "The ferry sails at ten."


def lines(text: str) -> bytes:
    return json.dumps({"id": "1", "text": text}).encode() + b"\n"


@pytest.mark.parametrize(("name", "written"), [("a.txt", str.encode), ("b.md", str.encode), ("c.jsonl", lines)])
@pytest.mark.parametrize("moment", [1, 2, 3], ids="opened {}".format)
def test_a_file_changed_while_a_run_reads_it_is_read_again_by_the_next(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, written: Any, moment: int
) -> None:
    path = tmp_path / "papers" / name
    path.parent.mkdir()
    path.write_bytes(written(OLD))
    real, opened = load.opened, [0]

    def changes_before(which: Path) -> Any:
        opened[0] += 1
        if opened[0] == moment:
            path.write_bytes(written(NEW))
        return real(which)

    monkeypatch.setattr(load, "opened", changes_before)
    sync([path.parent], store, 128)
    monkeypatch.undo()
    for text in (OLD, NEW, OLD):
        path.write_bytes(written(text))
        sync([path.parent], store, 128)
        (document,) = store.catalog.documents()
        found = store.catalog.document(document.id)
        assert found is not None
        assert found.text == text


@pytest.mark.parametrize("name", ["a.txt", "b.jsonl", "c.docx"])
def test_the_digest_is_that_of_the_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    first = {"a.txt": OLD.encode(), "b.jsonl": lines(OLD), "c.docx": WRITERS[".docx"]()}[name]
    path.write_bytes(first)
    reading = Reading(Found(path, name))
    before = reading.digest
    path.write_bytes(first + b" ")
    documents = list(reading.documents())
    assert all(isinstance(each, Document) for each in documents)
    # JSON lines are read as they come, so there it is the digest that follows.
    assert (reading.digest == before) == (name != "b.jsonl")


def test_a_file_that_grows_over_the_limit_meanwhile_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Of these files Linux says that they hold no bytes, whatever is read from them.
    (path := tmp_path / "a.txt").symlink_to("/proc/self/status")
    assert path.stat().st_size == 0
    assert list(Reading(Found(path, "a.txt")).documents())
    monkeypatch.setattr(load, "LARGEST_FILE", 100)
    with pytest.raises(DocumentError, match="is over"):
        Reading(Found(path, "a.txt"))


LINES = "\n\n".join(
    ["The council of Vesk met to speak of the ferry, which sails at nine and which", "nobody pays for any more."] * 9
)
CAPTIONS = "\n\n".join(
    ["well I think that the ferry is late and that nobody here has said it so far " * 3, "and you said so"] * 9
)


def test_lines_between_blank_ones_are_paragraphs_again() -> None:
    joined = with_whole_paragraphs(f"# Ferry\n\n{LINES}\n\nMinutes\n\n- one")
    assert "and which\nnobody pays" in joined
    assert joined.startswith("# Ferry\n\nThe council")
    assert joined.endswith("any more.\n\nMinutes\n\n- one")


@pytest.mark.parametrize("text", [CAPTIONS, "It is late.\n\nWe go.\n\n" * 20, "Title\n\nand a line\n\nIt is late."])
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert with_whole_paragraphs(text) == text


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("T h e  H o n .  A n a  R u i z  M P", "The Hon. Ana Ruiz MP"),
        ("T R A N S C R I P T", "TRANSCRIPT"),
        ("  M i n i s t e r  f o r  R i v e r s ,", "Minister for Rivers,"),
        ("1 2 3 4 5 6 7 8 9 10", "1 2 3 4 5 6 7 8 9 10"),
        ("I a m b e", "I a m b e"),
        ("A big quay, a ferry and a B or C", "A big quay, a ferry and a B or C"),
    ],
)
def test_lines_in_spaced_letters_are_words(line: str, read: str) -> None:
    assert with_letters_together(f"Above.\n{line}\n\nBelow.") == f"Above.\n{read}\n\nBelow."


def test_two_returns_before_a_line_feed_end_one_line() -> None:
    text = "The ferry\r\r\nsails.\r\r\n\r\r\nIt is late.\r\nWe go.\r"
    assert normalised(text) == "The ferry\nsails.\n\nIt is late.\nWe go.\n"
