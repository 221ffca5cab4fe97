"""What a reply answers stands below it as its own speaker's, asked or said, and never as the replier's."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.records import Turn
from tests.conftest import NewStore, pipeline_over

DEBATE = """Debate in the hall at Eskby

ANA LUND: The swimming baths have been shut since March.
OLAV REYK: It is a scandal, and I say so to everybody.
ANA LUND: Will you pay for the harbour crane?
OLAV REYK: Never. It cost us too much already.
INES HOLM: I have nothing to add to any of this.
"""
INTERVIEW = """Interview with the pilot Olav Reyk

Q: Do you believe that the dredging is under control?
A: No. I touch the ground four times a year.

Q: And the tugs?
A: They are good. I like them.

Q: What now?
A: I go home.
"""


@pytest.mark.parametrize(
    ("text", "question", "lead"),
    [
        (DEBATE, "What did Reyk say about the swimming baths?", "In reply to Ana Lund, who had said:"),
        (DEBATE, "What did Reyk say about the harbour crane?", "In reply to Ana Lund, who had asked:"),
        (INTERVIEW, "What did Reyk say about dredging?", "In reply to the interviewer, who had asked:"),
    ],
)
def test_whose_words_a_reply_answers(text: str, question: str, lead: str, new_store: NewStore, tmp_path: Path) -> None:
    with pipeline_over({"talk.txt": text}, tmp_path, new_store) as pipeline:
        answer = pipeline.answered(Turn(question))
    shown = "".join(each.text for each in answer.segments)
    assert shown.startswith("Olav Reyk said")
    assert lead in shown
