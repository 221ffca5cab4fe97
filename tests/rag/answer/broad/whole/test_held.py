"""Lists that a sentence announces."""

from __future__ import annotations

import pytest

from rag.answer.broad.whole.held import list_behind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The board asks for:\n\n1) a pump;\n\n2) a watch.\n\nIt meets in May.", 2),
        ("The board asks for:\n- a pump\n- a watch\n- a gate\n", 3),
        ("The board asks for a pump.\n\n- a pump\n- a watch\n", 0),
        ("The board asks for:\n\nOne pump is old, and nobody tries it.\n\n- a pump\n- a watch\n", 0),
    ],
)
def test_items_right_behind_a_colon(text: str, number: int) -> None:
    end = min(each for each in (text.find(":"), text.find(".")) if each >= 0) + 1
    assert len(list_behind(text, (0, end))) == number
