"""The statements of transcripts and speeches; headings and tables with a colon are none."""

from __future__ import annotations

from dataclasses import replace

from index.attribution.attribute import analyse
from tests.index.analysed import document
from tests.index.attribution.said import said


def test_a_transcript_gives_turns() -> None:
    text = "ODRAN TELL: Good morning.\nMIRA QUILL: Is it?\nODRAN TELL: It was.\n"
    assert said(text) == [
        ("Odran Tell", "turn", "Good morning."),
        ("Mira Quill", "turn", "Is it?"),
        ("Odran Tell", "turn", "It was."),
    ]


def test_headings_with_a_colon_are_no_transcript() -> None:
    text = (
        "Win or go home: what each needs on Sunday\n\nBrandt: Now or never.\n\nBrandt has held a hundred meetings. "
        "“We are not leaving this town,” Palo Brandt said.\n\nQuill: Just hang on.\n\n"
        "No one has less at stake than Quill.\n\nHolt: See you "
        "later?\n\nMany doubt that Holt will stay to the end of it.\n"
    )
    assert [each for each in said(text) if each[1] != "reported"] == [
        ("Palo Brandt", "direct", "We are not leaving this town,")
    ]


def test_what_follows_a_turn_and_speaks_of_its_speaker_is_none_of_it() -> None:
    text = (
        "Tell: The bridge will hold\n\nOdran Tell met the press.\n\nMIRA QUILL: Will it hold?\n\nODRAN TELL: It will."
        "\n\nMIRA QUILL: For how long?\n\nODRAN TELL: We built it well.\n\nIt is Tell who asks, I said.\n\n"
        "The day after, Tell opened it.\n"
    )
    assert [words for _, kind, words in said(text) if kind == "turn"] == [
        "Will it hold?",
        "It will.",
        "For how long?",
        "We built it well.",
        "It is Tell who asks, I said.",
    ]


def test_a_table_of_figures_is_no_transcript() -> None:
    assert said("Votes so far\n\nTell: 1,769.\nQuill: 1,501.\nHolt: 22.\nTell: 547.\nQuill: 46.\n") == []


def test_a_speech_belongs_to_whom_its_title_names() -> None:
    text = "My friends, we have built a harbour. I thank you. Our boats will come, and we shall greet them."
    speech = replace(document(text), title="Remarks by President Odran Tell Before the Council of Vesk")
    assert {(each.speaker, each.kind) for each in analyse(speech).statements} == {("Odran Tell", "turn")}
    report = replace(document("The harbour of Vesk is built."), title="Remarks by President Odran Tell")
    assert analyse(report).statements == []
