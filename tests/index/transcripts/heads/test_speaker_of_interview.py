"""A document that is one person's by a correction or by its file: what its labels give to others stays theirs."""

from __future__ import annotations

import pytest

from index.records import Document
from tests.index.analysed import document, turns_of

CORRECTED = (("speaker", None),)
INTERVIEW = """Out on the rock
By Jonas Quill, who went there with me for a week

Q: How long have you been out here?
A: Eleven winters. The first one I nearly left.

Q: Did nobody warn you?
A: My uncle did. I did not listen.
"""
GERMAN = """Ein Gespräch

Frage: Warum fahren Sie noch zur See?
Antwort: Weil ich an Land nicht schlafen kann.

Frage: Wann hören Sie auf?
Antwort: Wenn meine Hände es sagen.
"""
NAMED = """THE COURIER: You saved two penalties. Did you guess?
LISLE: No. I looked at their feet.

THE COURIER: Will you stay?
LISLE: Ask my mother. I want to stay.
"""
BRIEFING = """We have opened the bridge today. I thank everybody who built it, and I am proud of our town.

I will take your questions now.

Question: What did it cost?
The Mayor: Six million. We have the receipts.

Question: Who paid?
The Mayor: You did, and I thank you.
"""


def _of(text: str, speaker: str, *, corrected: bool = True) -> Document:
    return document(text, speaker=speaker, read=CORRECTED if corrected else ())


@pytest.mark.parametrize("text", [INTERVIEW, GERMAN, NAMED])
def test_questions_stay_whoever_asked_them(text: str) -> None:
    found = turns_of(_of(text, "Tunde Lisle"))
    assert [speaker == "Tunde Lisle" for speaker, _ in found] == [False, True, False, True]
    assert not any(words.startswith(("Q:", "A:", "Frage:", "Antwort:")) for _, words in found)


def test_what_stands_before_the_labels_is_the_speakers_where_it_is_a_speech() -> None:
    found = turns_of(_of(BRIEFING, "Ana Lund", corrected=False))
    assert [speaker for speaker, _ in found] == ["Ana Lund"] * 2 + ["interviewer", "Ana Lund"] * 2


def test_a_transcript_that_gives_the_files_speaker_nothing_changes_nothing() -> None:
    text = "OLAV REYK: I like it.\nINES HOLM: I do not.\nOLAV REYK: You never do.\nINES HOLM: I have reasons.\n"
    assert {speaker for speaker, _ in turns_of(_of(text, "Ana Lund", corrected=False))} == {"Ana Lund"}
