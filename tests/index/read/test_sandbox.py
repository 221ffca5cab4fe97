"""A file that hangs, crashes or fills its reader costs itself; the next one is read."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from errors import DocumentError
from index.read.sandbox import MEMORY_BYTES, Isolated, _parsed
from index.readers.parsed import Parsed
from tests.index.readers.test_formats import WRITERS, pdf

ONE = pdf(["The ferry sails."])


def test_a_file_is_read(isolated: Isolated) -> None:
    (parsed,) = isolated.read(".pdf", ONE)
    assert "The ferry sails." in parsed.text
    assert parsed.pages == (0,)


def test_one_process_reads_them_all(isolated: Isolated) -> None:
    isolated.read(".pdf", ONE)
    first = isolated._process
    isolated.read(".docx", WRITERS[".docx"]())
    assert isolated._process is first


def test_a_file_that_takes_too_long_is_left(isolated: Isolated) -> None:
    isolated.read(".pdf", ONE)
    isolated.seconds = 0.05
    with pytest.raises(DocumentError, match="took longer than 0.05 seconds"):
        isolated.read(".pdf", pdf(["The ferry sails. " * 40] * 3_000))
    isolated.seconds = 60
    assert isolated.read(".pdf", ONE)


def test_a_file_that_needs_too_much_memory_is_left() -> None:
    isolated = Isolated(memory=MEMORY_BYTES // 4)
    with pytest.raises(DocumentError, match="memory"):
        isolated.read(".eml", b"Subject: The ferry\n\n" + b"words " * 50_000_000)
    assert isolated.read(".pdf", ONE)
    isolated.close()


def test_a_reader_that_was_killed_is_replaced(isolated: Isolated) -> None:
    isolated.read(".pdf", ONE)
    assert isolated._process is not None
    isolated._process.kill()
    isolated._process.wait()
    assert isolated.read(".pdf", ONE)


def test_a_damaged_file_is_named(isolated: Isolated) -> None:
    with pytest.raises(DocumentError):
        isolated.read(".pdf", b"%PDF-1.4 nothing")
    assert isolated.read(".pdf", ONE)


def test_what_a_reader_left_out_comes_back_with_its_text() -> None:
    fields = {"title": ("Ferry", "the file")}
    whole = Parsed("The ferry sails.", fields, None, (0,), ((0, 1.0),), ("a part",), (("picture", 3),), "4 May 2026")
    assert _parsed(json.loads(json.dumps(asdict(whole)))) == whole
