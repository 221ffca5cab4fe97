"""Several who say something together: all of them are named, or nobody of them as sure."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import holding, sure_speaker

LISTS = [
    "The presidents of Kestria, Norr and Vesk",
    "The foreign ministers of Norr, Kestria and the Vesk Republic",
    "The mayors of Eskby, Harl, and Brim",
    "Fishermen from Kestria, Norr and Vesk",
    "Ana Ruiz, Tomas Brandt and Ola Quill",
    "Police, prosecutors and the mayor",
    "Local residents, shopkeepers and fishermen",
    "Eskby Mayor Ana Ruiz, Harl Mayor Tomas Brandt and Governor Ola Quill",
    "Kestria, Norr and Vesk",
    "Reporters for the Vesk Post, the Norr Times and Radio Kestria",
    "Ana Ruiz of the Vesk Union and Tomas Brandt of the Norr Union",
]


@pytest.mark.parametrize("who", LISTS)
def test_all_of_a_list_are_named(who: str) -> None:
    told = holding(f"{who} warned that the dam was weak.", "he dam was weak")
    quoted = holding(f"“The dam was weak,” {who} said.\n", "he dam was weak")
    assert told is not None
    assert quoted is not None
    assert told.speaker == who
    assert quoted.speaker in {who, None}


@pytest.mark.parametrize(
    "who",
    [
        "Ana Ruiz, Tomas Brandt and Ola Quill", "the presidents of Kestria, Norr and Vesk",
        "officials from Eskby, Harl and Brim",
    ],
)  # fmt: skip
def test_a_list_behind_its_verb_is_whole(who: str) -> None:
    for text in (f"“The dam was weak,” said {who}.\n", f"The dam was weak, according to {who}.\n"):
        found = holding(text, "The dam was weak")
        assert found is not None
        assert found.speaker == who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tomas Brandt runs the mill. He and other sources said the dam was weak.", "Tomas Brandt and other sources"),
        ("Tomas Brandt runs the mill. “The dam was weak,” he and Ana Ruiz said.", "Tomas Brandt and Ana Ruiz"),
        ("Tomas Brandt runs the mill. “The dam was weak,” said he and his lawyer.", "Tomas Brandt and his lawyer"),
        ("Ana Ruiz runs the mill. She and two other officials warned the dam was weak.",
         "Ana Ruiz and two other officials"),
        ("Both the mayor and Ana Ruiz said the dam was weak.", "the mayor and Ana Ruiz"),
        ("In Vesk, Norr and Kestria said the dam was weak.", "Norr and Kestria"),
        ("After the vote, Ana Ruiz and Tomas Brandt said the dam was weak.", "Ana Ruiz and Tomas Brandt"),
        ("Ana Ruiz left early, and Tomas Brandt said the dam was weak.", "Tomas Brandt"),
        ("The mayor left Vesk, and Ana Ruiz said the dam was weak.", "Ana Ruiz"),
        ("“The dam was weak,” said Ana Ruiz, President of Vesk and Norr.", "Ana Ruiz"),
        ("“The dam was weak,” said Ana Ruiz, the mayor and head of the board.", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_who_is_joined_and_who_is_not(text: str, speaker: str) -> None:
    found = holding(text, "he dam was weak") or holding(text, "the dam was weak")
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“The dam was weak,” said Reuters, AP and the Vesk Post.",
        "Ana Ruiz, head of the mill, and Tomas Brandt, head of the dam, said the dam was weak.",
        "Ana Ruiz, who runs the mill, and her lawyer Tomas Brandt said the dam was weak.",
        "She and her husband said the dam was weak.",
        "“The dam was weak,” said she and her husband.",
    ],
)
def test_nobody_is_cut_out_of_several_as_sure(text: str) -> None:
    assert sure_speaker(text, "he dam was weak") is None
