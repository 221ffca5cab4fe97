"""Points that a speech counts, and what an article claims."""

from __future__ import annotations

import pytest

from index.records import Document
from index.text.sentences import sentences
from rag.answer.broad.central import Part
from rag.answer.broad.parts import part_of
from rag.answer.broad.whole.claims import bulleted, claims, enumerated
from rag.rank.evidence import as_evidence


def parts(text: str) -> list[Part]:
    document = Document("a.txt", "a.txt", "A", None, None, None, None, text, "")
    return [
        part_of(document, as_evidence(document, span, None, score=1.0, coverage=1.0))
        for span in sentences(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("First, we mend the roof. Second, we pay the men. Third, we sing.", ["First", "Secon", "Third"]),
        ("First, we mend it. I would also name the mill. Third, we must pay.", ["First", "I wou", "Third"]),
        ("First, we mend the roof. Second, we pay the men.", []),
        ("The first time I came here it rained. The second day was dry. The third week was cold.", []),
        ("Number one is the roof. Number two is the men. Finally, we sing.", ["Numbe", "Numbe", "Final"]),
    ],
)
def test_points_counted_in_order(text: str, starts: list[str]) -> None:
    assert [each.document.text[slice(*each.span)][:5] for each in enumerated(parts(text))] == starts


def test_a_list_of_three_points_and_more() -> None:
    text = "So here it is:\n* We mend the whole roof.\n* We pay all the men.\n* We sing in the hall.\nThat was my plan."
    assert len(bulleted(parts(text))) == 3
    assert bulleted(parts("We mend the roof. We pay the men. We sing in the hall.")) == []


def test_claims_before_what_is_told() -> None:
    told = "The mill stands by the river since the war. The owner lives in the town of Lorn. "
    text = told * 3 + "The council must buy the mill at once. " + told
    chosen = claims(parts(text), 3)
    assert len(chosen) == 3
    assert any("must buy" in each.document.text[slice(*each.span)] for each in chosen)
