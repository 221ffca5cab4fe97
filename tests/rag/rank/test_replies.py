"""What a sentence of a turn replies to: the end of the turn before, but a greeting replies to nothing."""

from __future__ import annotations

import pytest

from index.text.sentences import sentences
from rag.rank.replies import replied_to
from tests.index.analysed import statements

ASKED = (
    "REPORTER: The quay is closed. What about the ferry?\n\nADA TALBOT: {said} We hope so.\n\nREPORTER: When?\n\n"
    "ADA TALBOT: In May.\n\nREPORTER: Why?\n\nADA TALBOT: Rust.\n"
)


@pytest.mark.parametrize(
    ("said", "replies"),
    [
        ("Thanks for coming, it's a great pleasure to be in Vesk.", False),
        ("Well, thank you very much, and this is a fine hall.", False),
        ("Good morning, it is cold.", False),
        ("It will run again in May.", True),
        ("The crews refuse that.", True),
        ("So far it is late.", True),
    ],
)
def test_a_greeting_replies_to_nothing(said: str, *, replies: bool) -> None:
    text = ASKED.format(said=said)
    spoken = statements(text)
    owner = next(each for each in spoken if text[each.start :].startswith(said))
    first = sentences(text, owner.start, owner.end)[0]
    assert (replied_to(text, first, owner, spoken) is not None) is replies
