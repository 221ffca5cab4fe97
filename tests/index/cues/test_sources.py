"""Whose words a source gives beside what only stands next to its name: a day, a number, another source."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import holding, sure_speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("According to the Vesk Centre for Harbour Science late today, 291 boats have left.", "291", "Harbour Science"),
        ("The Vesk Institute of Health early Monday said that 12 people have fallen ill.", "12", "Institute of Health"),
        ("Twelve boats sank, according to the Oldane Coast Office late last week. Nobody drowned.", "Twelve", "Office"),
    ],
    ids=["late today", "early Monday", "late last week"],
)
def test_the_part_of_a_day_is_no_part_of_a_name(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker
    assert found.speaker.endswith(speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The jail was the largest in the state, according to the 11th Judicial Circuit.", "The jail", "11th Judicial"),
        ("The road was closed in May, the 5th Fire District said.", "The road", "5th Fire District"),
        ("“Nobody drowned,” said the 3rd Naval Region.", "Nobody", "3rd Naval Region"),
    ],
)
def test_a_number_belongs_to_the_name_of_a_body_without_another(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker
    assert speaker in found.speaker


def test_a_president_has_no_number() -> None:
    assert sure_speaker("The 44th President Bern Sandor said the ferry will stop.", "the ferry") == "Sandor"


@pytest.mark.parametrize(
    ("text", "speaker", "reporter"),
    [
        (
            "He paid over what The Oldane Times described as “an episode in a hotel,” Vesk Insider reported.",
            "The Oldane Times",
            "Vesk Insider",
        ),
        (
            "Holm resigned over what Ana Ruiz labelled as “an open theft of the harbour,” Vesk Radio reported.",
            "Ana Ruiz",
            "Vesk Radio",
        ),
        (
            "It followed what Mira Quill described as “a winter without bread,” according to the Vesk Echo.",
            "Mira Quill",
            "Vesk Echo",
        ),
    ],
    ids=["a paper", "labelled", "according to"],
)
def test_what_another_describes_is_not_the_reporters(text: str, speaker: str, reporter: str) -> None:
    found = holding(text, text[text.index("“") + 1 :][:10])
    assert found
    assert found.speaker == speaker
    assert (found.reported_by or "").endswith(reporter)


@pytest.mark.parametrize(
    "text",
    [
        "The thugs are little more than robbers who claim the mill is theirs.",
        "They are liars who say the mill is safe.",
        "Most of the owners were merely cowards who said the bridge would hold.",
    ],
)
def test_what_somebody_is_said_to_be_says_nothing(text: str) -> None:
    found = holding(text, "the mill" if "the mill" in text else "the bridge")
    assert not found or not found.speaker


def test_people_who_are_found_say_what_they_say() -> None:
    found = holding("He found workers who said the mill is safe.", "the mill")
    assert found
    assert found.speaker == "workers"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Oh, and the Abbot of Vesk also explained how he cured the valley.", "how he", "the Abbot of Vesk"),
        ("Yes, and the mayor of Vesk said the ferry will run.", "the ferry", "the mayor of Vesk"),
        ("Ah, and the clerk of Norr said the mill is safe.", "the mill", "the clerk of Norr"),
    ],
)
def test_an_exclamation_is_nobody_in_a_list(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found
    assert found.speaker == speaker


@pytest.mark.parametrize("name", ["the Miss Norway Organization", "the Miss Vesk Organization"])
def test_a_body_may_begin_as_a_lady(name: str) -> None:
    found = holding(f"In a statement, {name} says the winner will be crowned in May.", "the winner")
    assert found
    assert found.speaker == name
