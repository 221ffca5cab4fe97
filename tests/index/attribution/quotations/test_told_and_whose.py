"""Who is told something says nothing, whose a report is says it, and what only has a noun for an object is no words."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements
from tests.index.attribution.said import holding, sure_speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Job seekers were offered a day's trial, but warned they would not be paid.\n", "they would not"),
        ("Residents of Lowton were told the bridge was safe, then warned that it could close.\n", "it could close"),
        ("Jonas Reed was jailed for three months and ordered to pay a fine of 200 crowns.\n", "a fine"),
        ("Jonas Reed was jailed, fined and ordered by the court to pay back 90 crowns.\n", "pay back"),
        ("Mira Quill was searched and asked to show what she had in her bag.\n", "show what"),
        ("Ana Ruiz was given a locker and a badge, and told that the rink would open at six.\n", "the rink"),
    ],
)
def test_who_is_warned_is_not_who_warns(text: str, words: str) -> None:
    assert sure_speaker(text, words) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz was arrested and told police that she had seen nothing.\n",
        "Ana Ruiz was cleared and told the court that she had seen nothing.\n",
    ],
)
def test_who_tells_somebody_says_it(text: str) -> None:
    found = holding(text, "she had seen")
    assert found is not None
    assert found.speaker == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Two hospitals need more nurses, according to reports by inspectors.\n", "Two hospitals", "inspectors"),
        (
            "The river is too warm for trout, according to a study by the University of Vesk.\n",
            "The river",
            "the University of Vesk",
        ),
        ("“We thank all our readers,” reads a statement on Kestrel Media's site.\n", "We thank", "Kestrel Media"),
        ("“The error is corrected,” said a statement issued by Brill Foods.\n", "The error", "Brill Foods"),
        ("About 100 pupils needed help, according to principal at the time, Ana Ruiz.\n", "About 100", "Ana Ruiz"),
    ],
)
def test_a_report_is_of_whom_it_is_by(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "If Holm said things in interviews that were not true, that is more work for the court.\n",
        "Ana Ruiz said a prayer for the crew and left the chapel.\n",
        "Peter Holm told stories of the sea that made the children laugh.\n",
    ],
)
def test_said_with_only_a_noun_reports_nothing(text: str) -> None:
    assert [each for each in statements(text) if each.speaker] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The vicar added that while he would not “close the church myself” he could “well imagine the young will "
            "stay away”.\n",
            "well imagine",
        ),
        ("Apparently referring to the loss of the boat, Ana Ruiz said: “I am trying to help him.”\n", "I am trying"),
        ("Peter Holm said: “You have to excuse me if I don't believe a word of it.”\n", "You have to"),
        ("Ida Brandt said: “It was, if you like, a second chance for the town.”\n", "It was, if"),
    ],
)
def test_a_figure_of_speech_is_plain(text: str, words: str) -> None:
    found = next(each for each in statements(text) if text[each.start :].startswith(words))
    assert found.sense == "plain"
