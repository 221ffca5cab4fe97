"""The sections and lists of a text."""

from __future__ import annotations

from rag.answer.broad.whole.sections import items, sections
from tests.rag.answer.broad.whole.conftest import LETTER, MINUTES, REVIEW


def test_sections_by_their_headings() -> None:
    assert [each.heading for each in sections(REVIEW)][-4:] == [
        "Summary of events",
        "Findings",
        "Cost",
        "Recommendations",
    ]
    assert [each.heading for each in sections(MINUTES)][1:] == ["Roof", "Tickets", "Winter play", "Next meeting"]


def test_a_text_ends_before_whoever_signs_it() -> None:
    assert "Signed" not in REVIEW[: sections(REVIEW)[-1].end]
    assert "Tove" not in LETTER[: sections(LETTER)[-1].end]


def test_items_without_their_marks() -> None:
    found = [REVIEW[start:end] for start, end in items(REVIEW, 0, len(REVIEW))]
    assert found[0] == "That no swim start later than one hour after slack water."
    assert len(found) == 3
    assert items("Nothing is listed here.", 0, 20) == []
