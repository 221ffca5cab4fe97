"""Which months and documents a view lacks."""

from __future__ import annotations

from index.records import Document
from rag.answer.coverage.held import Held


def test_months_without_a_document_are_those_between() -> None:
    days = ("2030-11-03", "2031-02", "2031-02-09", "2031", None)
    documents = [
        Document(str(at), "a.txt", "", day, None, None, None, "", "0", omitted=(("picture", 1),) if not day else ())
        for at, day in enumerate(days)
    ]
    held = Held((), tuple(documents), 0)
    assert held.months == {"2030-11": 1, "2031-02": 2}
    assert held.gaps == ["2030-12", "2031-01"]
    assert [each.id for each in held.undated] == [each.id for each in held.partly_read] == ["4"]
