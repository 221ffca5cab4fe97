"""Counts in words."""

from __future__ import annotations

import pytest

from index.text.counts import counted, not_read


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (1, "document", "1 document"),
        (0, "document", "0 documents"),
        (1_200, "statement", "1,200 statements"),
        (2, "text box", "2 text boxes"),
        (3, "reply", "3 replies"),
        (2, "day", "2 days"),
        (2, "branch", "2 branches"),
        (2, "page without text", "2 pages without text"),
        (2, "part in an unknown charset", "2 parts in an unknown charset"),
        (1, "page without text", "1 page without text"),
        (5, "running head or foot", "5 running heads or feet"),
        (1, "running head or foot", "1 running head or foot"),
        (2, "note or picture without text", "2 notes or pictures without text"),
        (2, "foot", "2 feet"),
        (2, "tracked insertion taken as accepted", "2 tracked insertions taken as accepted"),
    ],
)
def test_a_noun_follows_its_count(number: int, noun: str, expected: str) -> None:
    assert counted(number, noun) == expected


def test_what_was_not_read_is_one_list() -> None:
    assert not_read((("picture", 3), ("comment", 1))) == "not read: 3 pictures, 1 comment"


@pytest.mark.parametrize(
    ("omitted", "message"),
    [
        ((), ""),
        ((("picture", 1),), "not read in a.docx: 1 picture"),
        ((("tracked insertion taken as accepted", 2),), "taken as accepted in a.docx: 2 tracked insertions"),
        (
            (("comment", 1), ("tracked insertion taken as accepted", 1), ("tracked deletion", 2)),
            "not read in a.docx: 1 comment, 2 tracked deletions; taken as accepted in a.docx: 1 tracked insertion",
        ),
        ((("running head or foot", 4),), "not read in a.docx: 4 running heads or feet"),
    ],
)
def test_what_was_not_read_and_what_was_taken_as_accepted(omitted: tuple[tuple[str, int], ...], message: str) -> None:
    assert not_read(omitted, " in a.docx") == message
    assert not_read(()) == ""
