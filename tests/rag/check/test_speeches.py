"""A speech is read in pieces: a span over several is its speaker's, and one that holds anything else nobody's."""

from __future__ import annotations

import pytest

from index.records import Statement
from rag.check.speeches import speaks_throughout, speech_of

TEXT = "TELL: One pier leaks.\n\nTwo do not.\n\n(Applause.)\n\nThree is new.\n\nQUILL: So it is."
PIECES = (
    ("One pier leaks.", "Odran Tell"),
    ("Two do not.", "Odran Tell"),
    ("Three is new.", "Odran Tell"),
    ("So it is.", "Mira Quill"),
)


def _statement(words: str, speaker: str, said_on: str | None = None) -> Statement:
    start = TEXT.index(words)
    return Statement(
        document_id="a.txt",
        start=start,
        end=start + len(words),
        speaker=speaker,
        kind="turn",
        cue=None,
        said_on=said_on,
        reported_by=None,
        confidence=1.0,
    )


STATEMENTS = [_statement(*each) for each in PIECES]


def _span(first: str, last: str) -> tuple[int, int]:
    return TEXT.index(first), TEXT.index(last) + len(last)


@pytest.mark.parametrize(
    ("first", "last", "speaker"),
    [
        ("One", "leaks.", "Odran Tell"),
        ("One", "do not.", "Odran Tell"),
        ("leaks", "Two", "Odran Tell"),
        ("One", "is new.", None),
        ("Three", "it is.", None),
        ("TELL", "leaks.", None),
        ("So", "it is.", "Mira Quill"),
    ],
)
def test_whose_a_span_is(first: str, last: str, speaker: str | None) -> None:
    owner = speaks_throughout(_span(first, last), STATEMENTS, TEXT)
    assert (owner.speaker if owner else None) == speaker


def test_a_speech_ends_where_something_else_stands() -> None:
    assert speech_of(STATEMENTS[1], STATEMENTS, TEXT) == _span("One", "do not.")
    assert speech_of(STATEMENTS[2], STATEMENTS, TEXT) == _span("Three", "is new.")


def test_pieces_of_two_days_are_two_speeches() -> None:
    days = [
        _statement("One pier leaks.", "Odran Tell", "2031-05-01"),
        _statement("Two do not.", "Odran Tell", "2031-06-01"),
    ]
    assert speech_of(days[0], days, TEXT) == _span("One", "leaks.")
