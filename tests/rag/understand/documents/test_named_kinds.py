"""Documents that are named by rarer words for one, with what a summary should tell, and where to search."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from tests.rag.conftest import Over

REVIEW = """Review of night lighting on the Vesk quays

by Ada Orre, May 2031

1. Why this review

The board asked for this review after the death of the ferryman Ilo Brenn on the eastern quay. The quay had been dark
for nine nights. The contract asks for repairs within two.

2. Findings

One fitter for four hundred lamps is not enough. The chief cause was a store without spare lamps since January.

3. Recommendations

A second fitter should be employed from July. The store should hold sixty lamps at all times.
"""
EPISODE = """# The Tidelands, ep. 12 - "Nobody swims in Orrow"

Hosts: Ana Quill, Bo Tarn. Guest: Marden Tell (manager, Orrow Rovers)

ANA: Welcome back to the Tidelands. We have Marden Tell, manager of Orrow Rovers, who won two nil at Vesk on Saturday.

MARDEN: Thank you for having me. The pitch was a bog and I would have called the match off at noon.

BO: You changed three players at half time. Why did you change so many of them at once?

MARDEN: We were losing the midfield, and the young players had the legs for the mud.

ANA: Would you take the job at Kestrel Town if they offered it to you next week?

MARDEN: I have a contract in Orrow until the year after next, and I keep my contracts.
"""
TAPE = """This is an interview with Maren Holt in Vesk City, December 30, 1964. The interviewer is Dirk Olsen.

DIRK OLSEN: How did you come to photograph the salt pans?

MAREN HOLT: My father worked in the pans, and I wanted people in the city to see what it did to his hands.

DIRK OLSEN: Who paid for the film in those years?

MAREN HOLT: The farm office paid for it, and they never once told me what to photograph.
"""
RADIO = """date 2031-05-02

Radio Vesk, the morning programme

HOST: Will the Orrow clinic be closed at night?

DANA FELDT: It might close at night. Two people come to the clinic between midnight and seven.

HOST: When will you decide?

DANA FELDT: The board meets on 26 November, and nothing is decided before that day.
"""
PRESS = """date 2031-05-09

Press conference of the opposition leader

REPORTER: Would you keep the Orrow clinic open at night?

PAL STRANG: The clinic should stay open all twenty-four hours. A town of nine thousand people is ill at night too.

REPORTER: And who pays for it?

PAL STRANG: The same people who pay for the new road to nowhere.
"""
FILES = {
    "Lamp review Orre May 2031.txt": REVIEW,
    "podcast_tidelands_ep12.md": EPISODE,
    "tape_maren_holt_1964.txt": TAPE,
    "radio.txt": RADIO,
    "quay.md": "# Ninety Days on the Quay: a report on light\n\nOf ninety lamps on the quay thirty were dark in June. "
    "Nobody had counted them since the fire. The town should count its lamps every month.\n",
    "press.txt": PRESS,
    "gazette-1.md": "# The Orrow Bridge accident\n\n8 February 1876\n\nThe mail train left Vesk at half past five "
    "and fell into the river at Orrow Bridge before six. The driver and the fireman are dead.\n",
    "gazette-2.md": "# The Orrow Bridge accident inquest\n\n11 February 1876\n\nThe jury found that the bridge at "
    "Orrow fell because the flood had taken the bank behind its northern pier. The guard Tom Ferrin was praised.\n",
}


@pytest.fixture(scope="module")
def desk(over: Over) -> Pipeline:
    return over(FILES)


def cited(answer: Answer) -> set[str]:
    return {each.doc for each in answer.citations}


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("Give me the main points of the lighting review.", "Lamp review Orre May 2031.txt", "spare lamps"),
        ("Sum up the Orre review: cause, blame and recommendations", "Lamp review Orre May 2031.txt", "second fitter"),
        ("what did the lamp review find", "Lamp review Orre May 2031.txt", "spare lamps"),
        (
            "summarise the review of night lighting - what went wrong, what should change",
            "Lamp review Orre May 2031.txt",
            "",
        ),
        ("What does the review conclude?", "Lamp review Orre May 2031.txt", ""),
        ("What is the Holt tape about?", "tape_maren_holt_1964.txt", "My father worked in the pans"),
        ("overview of the recording of Maren Holt please", "tape_maren_holt_1964.txt", ""),
        ("main points of episode 12 of the Tidelands", "podcast_tidelands_ep12.md", "contract"),
        ("What is Ninety Days on the Quay about?", "quay.md", "ninety lamps"),
        ("what is ninety days on the quay about, what did they find and what do they recommend?", "quay.md", ""),
        ("main points of ninety days on the quay", "quay.md", "ninety lamps"),
        ("gist of the twelve episode of the Orrow tides", "", ""),
    ],
)
def test_the_named_document_is_summed_up(desk: Pipeline, question: str, document: str, words: str) -> None:
    answer = desk.ask(Turn(question))
    if not document:
        assert answer.status == "not_found"
        return
    assert cited(answer) == {document}
    assert words in answer.answer


def test_of_a_report_that_is_shown_which_is_asked_for(desk: Pipeline) -> None:
    answer = desk.ask(Turn("What does the lighting review recommend?"))
    assert "second fitter" in answer.answer
    assert "not enough" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Give me the main points of what my papers hold on the Orrow Bridge accident: what happened, who died",
        "Sum up everything the documents say about the Orrow Bridge accident",
        "summary of what we have on the Orrow Bridge accident, especially the dead and the cause",
    ],
)
def test_what_all_hold_on_an_event_is_summed_up(desk: Pipeline, question: str) -> None:
    answer = desk.ask(Turn(question))
    assert cited(answer) == {"gazette-1.md", "gazette-2.md"}


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        (
            "Who speaks in episode 12 of the Tidelands and what do they talk about?",
            ["Who speaks in it?", "What does it say?"],
        ),
        ("who's on the Tidelands podcast and what is it about", ["Who speaks in it?", "What does it say?"]),
        (
            "Who speaks in the Maren Holt tape and when and where was it made?",
            ["Who speaks in it?", "When was it made?", "Where was it made?"],
        ),
        (
            "Who speaks in the Holt interview, and where was it recorded?",
            ["Who speaks in it?", "Where was it recorded?"],
        ),
    ],
)
def test_who_speaks_and_more_of_one_document(desk: Pipeline, question: str, headings: list[str]) -> None:
    answer = desk.ask(Turn(question))
    assert [each.heading for each in answer.parts] == headings
    assert {each.status for each in answer.parts} == {"answered"}
    assert len(cited(answer)) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Who has said what about closing the Orrow clinic at night? Go through all the papers.",
        "who said what on the clinic at night? please check every document",
        "Who said what about the Orrow clinic at night, and look through all my files",
    ],
)
def test_who_replies_is_shown_and_not_who_asks(desk: Pipeline, question: str) -> None:
    answer = desk.ask(Turn(question))
    assert answer.opening.startswith("Two speakers are cited")
    assert {"Dana Feldt", "Pal Strang"} <= {each.speaker for each in answer.citations}
    assert answer.citations[0].speaker in ("Dana Feldt", "Pal Strang")


@pytest.mark.parametrize(
    "question",
    [
        "9 may 2031: how did feldt and strang differ on the orrow clinic",
        "On 9 May 2031, how did Feldt and Strang differ on the Orrow clinic?",
        "9 May 2031 - do Feldt and Strang agree about the Orrow clinic?",
    ],
)
def test_a_day_before_a_comparison_is_that_of_what_each_says(desk: Pipeline, question: str) -> None:
    answer = desk.ask(Turn(question))
    assert cited(answer) == {"press.txt"}
    assert answer.answer.startswith("Strang speaks of")
