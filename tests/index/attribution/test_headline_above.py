"""A headline or caption without a full stop, and the sentence below or behind it: two, and neither names the other."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import holding

GLUED = {
    "byline of a release": (
        '"Progress has been made on the ferry," said Harbour Chief Executive Tomas Quell\nThe Harbour Council of Norr '
        "concluded five days of meetings in Vesk.",
        "Progress", "Tomas Quell",
    ),
    "a report behind it": (
        "“We shall pay,” said Mayor Ana Wexler\nA report of the council said that the bridge had cost 3 million.",
        "We shall", "Ana Wexler",
    ),
    "a preposition behind it": (
        "“We shall pay,” said Mayor Ana Wexler\nIn Norr the council met until noon.", "We shall", "Ana Wexler",
    ),
    "headline above a description": (
        "Orla Venn Reportedly Checks Into A Well Known Norr Health Clinic\nThe singer posted on Picto earlier on "
        "Wednesday, “We all need a rest.”",
        "We all", "The singer",
    ),
    "headline in one line": (
        "Ferry Boss Robert Pell Quits Norr Lines The Norr Gazette reported that the ferry would run as before.",
        "the ferry would", "The Norr Gazette",
    ),
    "headline above a name": (
        "Norr Bridge Opens Next Week After Years Of Delay And Many A Quarrel\nAna Wexler told the council on Friday "
        "that the bridge would stay free for all who live in the town of Norr.",
        "the bridge would", "Ana Wexler",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), GLUED.values(), ids=GLUED.keys())
def test_a_name_ends_where_the_next_sentence_begins(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("A writer of The Norr Gazette said that the bridge was late.", "the bridge", "A writer of The Norr Gazette"),
        ("“It was late,” said the editor of The Vesk Herald.", "It was", "the editor of The Vesk Herald"),
        ("“It was late,” said Ana Wexler of The Vesk Herald.", "It was", "Ana Wexler"),
    ],
)
def test_a_paper_with_its_article_stays_whole(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker == speaker
