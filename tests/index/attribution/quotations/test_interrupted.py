"""Quotations that a tag interrupts: their second half is the same speaker's, whatever sentence follows."""

from __future__ import annotations

import pytest

from tests.index.analysed import named, over


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“The roof,” said Voss, “was never safe.” Mira Cole disagreed.", "was never safe", "Voss"),
        ("“The bridge,” Ida Brandt, the engineer, said, “will not hold.” Oskar Lind agreed.", "will not", "Ida Brandt"),
        ("“The mill,” said Jan Ruiz, a councillor, “is lost.” His colleague doubts it.", "is lost", "Jan Ruiz"),
        ("Otto Berg rose. “We knew,” he said, “that it was late.” Petra Holm asked why.", "that it", "Otto Berg"),
        ("“No,” said Voss. “It was never safe.” Mira Cole disagreed.", "It was", "Voss"),
        ("“The road,” Voss told the Echo, “is closed.” Critics disagree.", "is closed", "Voss"),
        ("“The ferry,” said Holm, “was full.” Tom Reyes declined to comment.", "was full", "Holm"),
        ("“Is it safe,” said Voss, “to go in?” Mira Cole asked.", "to go in", "Voss"),
        ("“A,” said Voss. “The pool,” said Ana Ruiz, “is ours.” Lena Falk objected.", "is ours", "Ana Ruiz"),
    ],
)
def test_the_second_half_is_the_same_speakers(text: str, words: str, expected: str) -> None:
    assert named(text, words) == expected


@pytest.mark.parametrize("reaction", ["disagreed", "agreed", "objected", "nodded"])
def test_who_reacts_behind_a_full_stop_has_not_said_the_words(reaction: str) -> None:
    assert named(f"“The pool was never safe.” Mira Cole {reaction}.", "The pool") is None


def test_who_says_it_behind_a_full_stop_or_a_comma_has() -> None:
    assert named("“The pool was never safe.” Mira Cole said.", "The pool") == "Mira Cole"
    assert named("“The pool was never safe,” Mira Cole agreed.", "The pool") == "Mira Cole"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We lost,” said Odo Voss. “We must go!” Mira Cole agreed.", "We must"),
        ("“The mill is lost,” Ida Brandt said. “Who will pay for it?” Oskar Lind objected.", "Who will"),
        ("“No,” said Jan Ruiz, a councillor. “Never!” Petra Holm laughed.", "Never"),
    ],
)
def test_a_reaction_behind_an_outcry_leaves_it_open_who_cried(text: str, words: str) -> None:
    found = over(text, words)
    assert [each.speaker for each in found] == [None]
    assert len(found[0].candidates) == 2


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“We lost,” said Odo Voss. “Must we go?” Mira Cole asked.", "Must we", "Mira Cole"),
        ("“We lost,” said Odo Voss. “We must go!” Voss agreed.", "We must", "Odo Voss"),
        ("“We must go!” Mira Cole agreed.", "We must", "Mira Cole"),
    ],
)
def test_a_verb_of_saying_behind_an_outcry_names_who_cried(text: str, words: str, expected: str) -> None:
    assert named(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A man sings. “The town waits. What for?” Then a clerk concludes: “It needs a bridge.”", "The town", None),
        ("“We wait,” said Ida Voss. “What for?” Later Odo Lask replied: “For the bridge.”", "What for", "Ida Voss"),
        ("“Why wait?” Odo Lask said to her. “For the bridge.”", "Why wait", "Odo Lask"),
        ("Ida Voss began by asking “Can a mill be art?” to which Odo Lask replied “It can.”", "Can a mill", "Ida Voss"),
        ("Ida Voss asked, “Is it late?” to whom Odo Lask said “It is late.”", "Is it", "Ida Voss"),
    ],
)
def test_a_verb_that_leads_to_the_next_quotation_takes_none_before(text: str, words: str, expected: str | None) -> None:
    assert named(text, words) == expected
