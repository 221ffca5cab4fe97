"""Whom the initials of an interview's labels mean where only its title or first lines say who talks."""

from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.people.people import People
from index.transcripts.heads.interviewed import answering
from tests.index.analysed import document, turns_of

WORDS = """{0}Where did you write it?

{1}In a shed by the canal. I had no heating.

{0}What did you think of the prize?

{1}I thought it was a mistake. They had rung the wrong person.
"""
PLAIN = WORDS.format("SM: ", "AW: ")


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Agnes Wren talks to Sol Marr about her new book", ""),
        ("Interview with Agnes Wren by Sol Marr", ""),
        ("AGNES WREN TALKS TO SOL MARR", ""),
        ("“I Had No Heating”: Sol Marr Meets Agnes Wren", ""),
        ("Under the bridge", "Agnes Wren talks to Sol Marr about her new book.\n\n"),
        ("Under the bridge", "By Sol Marr\n\nThe novelist Agnes Wren has won the Canal Prize.\n\n"),
        ("Agnes Wren Talks To Sol Marr", "Her neighbours Alan Ward and Anna West came along.\n\n"),
    ],
)
@pytest.mark.parametrize("labels", [("SM: ", "AW: "), ("S.M.: ", "A.W.: "), ("SM - ", "AW - "), ("**SM** ", "**AW** ")])
def test_a_head_explains_initials(title: str, head: str, labels: tuple[str, str]) -> None:
    found = turns_of(document(head + WORDS.format(*labels), title=title))
    if head.startswith("Her neighbours"):
        assert {who for who, _ in found} == {"Sol Marr", None}
    else:
        assert [who for who, _ in found] == ["Sol Marr", "Agnes Wren"] * 2


@pytest.mark.parametrize(
    ("title", "letters", "name"),
    [
        ("Agnes de Wren-Holt talks to Sol Marr", "AWH", "Agnes de Wren-Holt"),
        ("Interview with Xylda Quorn, master of the lock", "XQ", "Xylda Quorn"),
        ("Xylda Quorn on her years at the lock", "XQ", "Xylda Quorn"),
        ("In conversation: Agnes Wren and Anton Walsh", "AW", None),
        ("A Walk to the lock with Sol Marr", "AW", None),
        ("The lock", "AW", None),
    ],
)
def test_initials_are_those_of_one_or_of_nobody(title: str, letters: str, name: str | None) -> None:
    found = turns_of(document(WORDS.format("Q: ", f"{letters}: "), title=title))
    assert [who for who, _ in found] == ["interviewer", name] * 2


def test_the_words_are_found_by_the_name() -> None:
    names = analyse(document(PLAIN, title="Agnes Wren talks to Sol Marr")).names
    assert ("Agnes Wren", "wren") in names


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Agnes Wren talks to Sol Marr about her new book", None),
        ("By Ben Marr\nThe novelist Agnes Wren talks to Ben Marr about her new book", "Agnes Wren"),
        ("By Ben Marr\nBen Marr talks to the novelist Agnes Wren about her new book", "Agnes Wren"),
        ("The novelist Agnes Wren talks to The Norr Review", "Agnes Wren"),
        ("The novelist Agnes Wren spoke to us by the canal", "Agnes Wren"),
        ("We talk to the novelist Agnes Wren", "Agnes Wren"),
    ],
)
def test_of_two_who_talk_the_writer_asks(head: str, name: str | None) -> None:
    text = f"{head}\n\n" + WORDS.format("Q: ", "A: ")
    assert answering(document(text, title="Under the bridge"), People(text)) == name
