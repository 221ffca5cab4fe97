"""Labels within the lines of captions that run on, and prose and forms whose words before colons are none."""

from __future__ import annotations

import pytest

from index.transcripts.heads.running_labels import running_labels
from tests.index.analysed import document, turns_of

ROLL = "Orr: Aye. Tarn: Aye. Commissioner Vale: No. "
TALKED = (
    "Orr: I move that we go on. Tarn: I second it. Commissioner Vale: We heard nobody yet. Orr: Call the roll. "
    "Thank you, Mayor Orr. I heard Ana Tarn. Orr: Please. Tarn: I thank you all. "
)
Said = list[tuple[str | None, str]]


def turns(text: str) -> Said:
    return turns_of(document(text, title="Council"))


RUNNING: dict[str, tuple[str, tuple[str | None, str]]] = {
    "in one line": (TALKED + ROLL * 2, ("Ana Tarn", "I second it.")),
    "a titled voice": (TALKED + ROLL * 2, ("Vale", "We heard nobody yet.")),
    "over lines that break anywhere": ((TALKED + ROLL * 2).replace(" it", "\nit"), ("Ana Tarn", "I second it.")),
    "gaps before names": ((TALKED + ROLL * 2).replace(". ", ".    "), ("Ana Tarn", "I second it.")),
    "who speaks once": (TALKED + "Maria Lund: I live here. " + ROLL * 2, ("Maria Lund", "I live here.")),
    "who speaks once with a post": (
        TALKED + "Maria Lund, Works Manager, Bureau of Bridges: I live here. " + ROLL * 2,
        ("Maria Lund", "I live here."),
    ),
    "a post and no sure name": (
        TALKED + "Zyx Qwert, Works Manager: I live here. " + ROLL * 2, (None, "I live here."),
    ),
    "a voice that is called": (
        TALKED + "Maria Lund: Tarn, Head of This: hear me. " + ROLL * 2, ("Maria Lund", "Tarn, Head of This: hear me."),
    ),
    "nobody known": (TALKED + "*****: I live here. " + ROLL * 2, (None, "I live here.")),
    "marks of captions": (TALKED.replace("Tarn:", ">> Tarn:") + ROLL * 2, ("Ana Tarn", "I second it.")),
    "a mark and no name": (TALKED + ">> I live here. " + ROLL * 2, (None, "I live here.")),
    "names of two words": (
        "Ana van Orr: We begin. Jon Tarn: I am here. " * 6, ("Jon Tarn", "I am here."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RUNNING.values(), ids=RUNNING)
def test_names_within_lines_say_who_speaks(text: str, expected: tuple[str | None, str]) -> None:
    found = turns(text)
    assert (expected in found) if expected[0] else not [who for who, said in found if who and expected[1] in said]


PROSE = {
    "a form": "The works. Cost: 9 marks. Owner: the town. Depth: 4 yards. " * 9,
    "a form with a name": "Cost: 9 marks. Owner: Ana Orr. Depth: 4 yards. Keeper: Jon Tarn. Orr: absent. " * 5,
    "a few lines": "We met. Orr: Aye. Tarn: Aye. Mayor Orr thanked Ana Tarn. It rained.",
    "a recipe": "Stir it. Step: stir. Time: nine minutes. Flour: two cups. Salt: some. " * 6,
    "places": "The towns. Vesk: rain. Tarn: sun. Lorn: rain. Vesk: fog. Tarn: fog. Lorn: fog. " * 4,
    "a chat program": "Hello. User: where is it? Assistant: it is there. User: thanks. Assistant: yes. " * 4,
    "one voice alone": "We met. Orr: I begin. He went on. Mayor Orr sat. " * 9,
    "verses": "Read it. Psalm: one. Verse: two. Chorus: three. Psalm: one. Verse: nine. " * 4,
    "scores": "They played. Home: two. Away: one. Goals: three. Home: one. Away: four. " * 4,
    "labels that begin lines": "Mayor Orr: I begin.\n\nAna Tarn: I go on.\n\n" * 6,
    "sentences": "I say this: it rains. We ask one thing: go. He had it all: a boat, a net. " * 6,
    "fields beside names": "Ana Orr: absent. Due: May. Paid: no. Fine: two. Jon Tarn: ill. Next: June. " * 4,
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_words_before_colons_that_are_nobodys_labels(text: str) -> None:
    assert running_labels(text) == []


def test_a_name_before_a_label_is_not_its_given_name() -> None:
    said = "John: I thank you, Ana. Ana: Welcome to it. John: It is high. Ana: So I hear from John "
    found = turns(said * 4 + "John: We end.")
    assert {who for who, _ in found} == {"Ana", "John"}
