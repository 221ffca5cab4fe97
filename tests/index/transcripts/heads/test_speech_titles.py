"""Whose speech a text is where its title alone says so: parts of a title beside dashes, colons, commas and brackets."""

from __future__ import annotations

import pytest

from index.people.people import People
from index.transcripts.heads.speech_titles import named_by_title
from index.transcripts.heads.speeches import speech_of
from tests.index.analysed import document

OWN = (
    "I am glad to be here. Our coast is long, and we have built our sea wall. We shall build more of it.\n\n"
    "I thank you for your help, and I ask you to come and see us.\n"
)

TITLES = [
    ("Statement of Vesk in the General Debate, 2031 — Mr. Odran Tell, Prime Minister", "Odran Tell"),
    ("Statement of Vesk at the Lakes Summit – H.E. Ms Ilse Varga, President of Vesk", "Ilse Varga"),
    ("Speech at the Harbour Congress, 2031: Ana Ruiz, Minister for Rivers", "Ana Ruiz"),
    ("Address to the Assembly (Ana Ruiz, President)", "Ana Ruiz"),
    ("Remarks to the Rivers Board, Tom Reed, Chair", "Tom Reed"),
    ("Statement of Vesk on the sea wall by Mr. Odran Tell, Prime Minister", "Odran Tell"),
    ("Opening remarks, Coast Forum 2031 - Ms. Ilse Varga (Director-General)", "Ilse Varga"),
    ("H.E. Ms Ilse Varga, President of Vesk — Statement in the General Debate", "Ilse Varga"),
    ("Mr. Odran Tell, Prime Minister: Statement of Vesk, 2031", "Odran Tell"),
    ("Address at the opening of the lock [Dr Anna Bell, Mayor of Orr]", "Anna Bell"),
    ("Remarks on rivers - Guido van der Meer, Minister of Water", "Guido van der Meer"),
    ("Keynote: Anna Bell", "Anna Bell"),
    ("Speech - Anna Bell: “Gull Point – Eyes Wide Open”", "Anna Bell"),
    ("Speech – Tom Reed - Gull Point", "Tom Reed"),
    ("Speech - Xenqua Wrell: Gull Point – Eyes Wide Open", None),
    ("Speech: Harbour Bill – Third Reading", None),
    ("Speech by Senator the Hon Anna Bell CSC", "Anna Bell"),
    ("Address by Mr Tom Reed OBE", "Tom Reed"),
    ("Address by Mr Hon Sui Sen, Minister for Finance", "Hon Sui Sen"),
    ("Address by Sen Tom Reed", "Tom Reed"),
    ("Remarks by Mayor Anna Bell Honoring the Fire Brigade", "Anna Bell"),
    ("Remarks of Rivers Advisor Tom Reed A New Quay", "Tom Reed"),
    ("SPEECH BY MRS ANNA BELL LAUNCH THE HARBOUR APPEAL", "Anna Bell"),
    ("Remarks by NSPR Tom Reed at the Harbour Institution", "Tom Reed"),
    ("State of the Nation / Annual Message, Anna Bell, 2031-02-04", "Anna Bell"),
    ("State of the City Address, Tom Reed, 4 May 2031", "Tom Reed"),
    ("Inaugural address – Anna Bell – 2031", "Anna Bell"),
    ("Address to the Rivers Board, New Orr, 4 May 2031", None),
    ("Address, Santiago de Chile, 2031", None),
    ("State of the art, Anna Bell, 2031", None),
    # No speech, a speech that is told of, and who wrote about one.
    ("Coast news — Ana Ruiz, Minister", None),
    ("Statement on Ana Ruiz, Minister", None),
    ("Statement of Vesk in the General Debate — Mr. Tom Reed visits, Minister says", None),
    ("Statement of Vesk in the General Debate — Sea Walls and Rivers", None),
    ("Remarks of President Varga — Tom Reed, reporter", "Varga"),
    ("President Varga's speech — Tom Reed, staff writer", None),
    ("The mayor's remarks — what they mean for Vesk", None),
]


@pytest.mark.parametrize(("title", "speaker"), TITLES)
def test_the_words_are_those_of_whom_the_title_names(title: str, speaker: str | None) -> None:
    speech = speech_of(document(OWN, title=title), People(OWN))
    assert (speech.speaker if speech else None) == speaker


def test_a_report_under_such_a_title_is_no_speech() -> None:
    text = "The minister spoke of the sea wall for an hour. He left without an answer. The wall is old.\n"
    assert named_by_title("Speech on the sea wall — Ana Ruiz, Minister") == "Ana Ruiz"
    assert speech_of(document(text, title="Speech on the sea wall — Ana Ruiz, Minister"), People(text)) is None
