"""A summary of a speech goes over its topics, and "what did she talk about" asks for one, in every wording."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

STRETCHES = {
    "vaccine": [
        "The hospitals of Kestria still wait for the vaccine against river fever.",
        "A vaccine costs four crowns, and rich towns have bought every vaccine of the year.",
        "We must share the vaccine with the villages before the winter begins.",
    ],
    "ferry": [
        "The old ferry between Vesk and Orlow has carried our families for sixty years.",
        "Last spring the ferry stood still for eleven weeks after the fire in its engine.",
        "We will build a new ferry that runs on the wind and on the current.",
    ],
    "school": [
        "Every school in the hills needs a second teacher and a dry roof.",
        "A school without books is a house of four cold walls.",
        "We have decided to give each school a library by the year after next.",
    ],
    "border": [
        "The border with Marland is quiet, and the border guards share their bread.",
        "Smugglers cross the border at night with children who belong at home.",
        "We call on Marland to open the border for the harvest workers.",
    ],
}
GREETING = [
    "Madam President, I am delighted to join this meeting of the council today.",
    "Thank you for your patience.",
]
SPEECH = {
    "id": "speech",
    "speaker": "Mira Quill",
    "date": "2031-04-01",
    "title": "Speech of Kestria at the council, 1 April 2031 — Mira Quill",
    "text": "\n\n".join([GREETING[0], *(" ".join(each) for each in STRETCHES.values()), GREETING[1]]),
}


@pytest.fixture(scope="module")
def council(over: Over) -> Pipeline:
    return over({"speeches.jsonl": json.dumps(SPEECH) + "\n"})


@pytest.mark.parametrize(
    "question",
    [
        "What did Quill talk about?",
        "What has Mira Quill mainly spoken about?",
        "what was Quill talking about",
        "What did Quill mainly say?",
        "Summarise Quill's speech in four points.",
        "O czym mówiła Quill?",
        "Worüber sprach Quill?",
        "Fasse die Rede von Quill zusammen.",
    ],
)
def test_each_topic_of_a_speech_has_a_sentence(council: Pipeline, question: str) -> None:
    answer = council.ask(Turn(question))
    assert answer.kind == "overview", answer.answer
    shown = [each.text for each in answer.citations[:5]]
    assert all(any(topic in each for each in shown) for topic in STRETCHES), shown
    assert not any(each in shown for each in GREETING)


POINTS = (
    "The herring has left the bay of Vesk, and nobody at the quay knows whether the herring will come back to the bay. "
    "I have asked the herring fishers of the bay for their log books, and the herring is gone from all of them. "
    "The first reason is that the herring nets of the bay are too fine. "
    "The second reason is the warm water that the mill lets into the bay. "
    "My brother sold his herring boat in the bay last spring and bought a bakery in the hills above the town."
)


def test_what_counts_its_points_is_shown(over: Over) -> None:
    fish = over({"talk.txt": f"Talk by Ona Marsk on the herring, Vesk, 3 May 2031\n\n{POINTS}\n"})
    said = [each.text for each in fish.ask(Turn("What are the two main points of the talk on the herring?")).citations]
    assert [each.split()[1] for each in said] == ["first", "second"]


LETTER = """Who should have the lamps of the old quay

The Honourable Ana Ruiz, Keeper of the Quays, Vesk

It is with sorrow that I read of the end of the lamps of the old quay, and of the masons who mended them in May.

The lamps of the old quay have burnt for ninety years, and the masons of Vesk have mended the lamps every May.

The lamps of the new quay burn all night, and the masons of Vesk have never mended the lamps of the new quay.

The masons of Lorn mend lamps too, and the lamps of Lorn are the oldest lamps of the bay.

In this spirit, I ask that the pilots of Eskby be given what nobody else wants.

The masons of Vesk and the masons of Lorn have read these lines about the lamps of the old quay.

The keepers of the lamps of Vesk would rather have the lamps of the old quay than those of the new quay.

Please visit our shop for lamps of every kind and size.
"""


@pytest.fixture(scope="module")
def letters(over: Over) -> Pipeline:
    return over({"2031-05-letter.txt": LETTER})


@pytest.mark.parametrize(
    "question",
    [
        "What is this letter about?",
        "Main points of the letter on the lamps of the old quay",
        "Sum up the letter in three sentences",
        "What is the letter to Ana Ruiz about?",
    ],
)
def test_what_a_letter_asks_for_is_among_its_points(letters: Pipeline, question: str) -> None:
    answer = letters.ask(Turn(question))
    assert "I ask that the pilots of Eskby" in answer.answer
    assert "visit our shop" not in answer.answer
    if "three" in question:
        assert len(answer.citations) == 3
