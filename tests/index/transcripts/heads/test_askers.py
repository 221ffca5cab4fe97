"""Pages of readers' questions: whose each is, and that no question is the expert's; and whom brackets name who asks."""

from __future__ import annotations

import pytest

from index.transcripts.heads.askers import reporters
from tests.index.analysed import named

GARDEN = """Ask Lena: your garden questions
By Lena Marsh

I have kept this garden for thirty years and I am glad to tell you what I know.

My roses have black spots and I despair. What should I do? (Gwen L.)

Take off the leaves and burn them. I never spray, and my roses are well.

Can I plant garlic in March? (Several readers)

You can, but it will be small. I plant mine in October, and I have never been sorry.

Is peat still sold?

It is, and I think it should not be. I make my own.
"""
MONEY = """Money questions answered

Q: Should I fix my mortgage now? (Nora B., Vesk)

A: I would wait until May, as rates may fall.

Q: Is my pension safe? (Several readers)

A: It is as safe as the state.

Q: What of gold?

A: I own none.
"""
SLEEP = """Otto Brandt answers your questions on sleep

**I wake at four every night. Do you think I should see my doctor? (Nora B., Vesk)**

I would wait a month. Most of us wake at times.

**Do you sleep well yourself?**

I do, and I keep no phone by my bed.

**Should you nap after lunch? (Many readers)**

I never do. My wife naps for both of us.
"""


@pytest.mark.parametrize(
    ("text", "words", "asker"),
    [
        (GARDEN, "What should I do", "Gwen L."),
        (GARDEN, "Can I plant", "Several readers"),
        (GARDEN, "Is peat still", None),
        (MONEY, "Should I fix", "Nora B."),
        (MONEY, "Is my pension", "Several readers"),
        (MONEY, "What of gold", None),
        (SLEEP, "I wake at four", "Nora B."),
        (SLEEP, "Do you sleep", None),
        (SLEEP, "Should you nap", "Many readers"),
    ],
)
def test_a_readers_question_is_whose_brackets_name_and_never_the_experts(
    text: str, words: str, asker: str | None
) -> None:
    assert named(text, words) == asker


def test_a_stage_note_in_brackets_behind_a_question_names_nobody() -> None:
    text = (
        "Interview with Ana Ruiz\n\nQ: When did you begin? (Laughter)\n\nA: I was nine.\n\n"
        "Q: And the mill?\n\nA: I hated it.\n"
    )
    assert named(text, "When did you") == "interviewer"
    assert named(text, "I was nine") == "Ana Ruiz"


@pytest.mark.parametrize(
    ("brackets", "expected"),
    [
        (["(Mia Kessler, Lorn Post)"], ["Mia Kessler"]),
        (["(Halm Radio, Ola Brekk)", "(Ola Brekk)"], ["Ola Brekk", "Ola Brekk"]),
        (["(Tom Adeyemi)"], ["Tom Adeyemi"]),
        (["(MIA KESSLER, LORN POST)"], ["Mia Kessler"]),
        (["(Ola Brekk)"], []),
        (["(Halm Radio)", "(Al Jazeera)", "(Agence Boreal)", "(BBC)", "(Ada Times)", "(Wire service)"], []),
        (["(Mia Kessler, Tom Adeyemi)"], []),
        (["(As interpreted.)", "(via video)", "(Laughs.)", "(inaudible)"], []),
    ],
)
def test_whom_brackets_behind_a_label_name(brackets: list[str], expected: list[str]) -> None:
    found = reporters(brackets)
    assert [found[each] for each in brackets if each in found] == expected
