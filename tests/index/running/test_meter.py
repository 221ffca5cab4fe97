"""What an index run tells of itself: documents and pages, not files, what is read, and how long is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Document
from index.run_report import Progress
from index.running import meter
from index.running.meter import Meter

PAPER = Document(
    id="paper.pdf",
    path="",
    title="Paper",
    published=None,
    source=None,
    url=None,
    language=None,
    text="x" * 100,
    sha256="",
    pages=(0, 50),
)


def test_it_counts_documents_and_pages_and_names_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "TOLD_SECONDS", 0)
    heard: list[Progress] = []
    counts = Meter(2, 200, heard.append)
    counts.begins("paper.pdf")
    assert heard[-1].message() == "0%: 0 documents from 0 of 2 files, 0 passages ready; reading paper.pdf"
    counts.reads(PAPER)
    counts.splits(4)
    counts.ends(100)
    counts.begins("notes.jsonl")
    counts.reads(replace(PAPER, id="notes.jsonl#1", pages=()))
    assert (heard[-1].documents, heard[-1].pages, heard[-1].files, heard[-1].share) == (2, 2, 1, 0.0)
    counts.embeds(2)
    assert heard[-1].share == 0.5
    counts.wrote(4, 2)
    counts.ends(100)
    counts.over()
    assert heard[-1].share == 1.0
    assert heard[-1].message().startswith("100%: 2 documents, 2 pages from 2 of 2 files, 2 passages ready")
    assert "reading" not in heard[-1].message()


def test_it_tells_at_once_and_then_a_few_times_a_second() -> None:
    heard: list[Progress] = []
    counts = Meter(1, 10_000, heard.append)
    counts.begins("a.txt")
    for _ in range(1_000):
        counts.reads(PAPER)
    assert len(heard) == 1
    counts.over()
    counts.over()
    assert len(heard) == 2


def test_the_seconds_that_are_left_are_told() -> None:
    where = Progress(files=1, of_files=3, passages=300, seconds=30.0, share=0.25, documents=120, reading="b.jsonl")
    assert where.message() == (
        "25%: 120 documents from 1 of 3 files, 300 passages ready, 10 a second, about 90 s left; reading b.jsonl"
    ).replace("about 90 s", "about 2 min")
    assert "about 60 s left" in replace(where, share=1 / 3).message()


def test_what_hears_of_it_can_end_the_run() -> None:
    def stops(where: Progress) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Meter(1, 1, stops).begins("a.txt")
