"""What was so at two times, a change of mind, first and last words, words under a heading or after an event."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "fuel.txt": (
        "Coal dearer than ever in Kestria\n\n14 September 2030\n\nThe price of coal in Kestria has reached 90 crowns a "
        "sack, the merchants said on Saturday. On May 3rd the guild had reported a price of 61 crowns a sack of "
        "coal, then a record. "
        "In July a sack of coal cost 75 crowns.\n"
    ),
    "2029.txt": "date 2029-05-01 Council\n\n“We spent four crowns on shelter for sailors,” Mayor Odran Tell said.\n",
    "2031.txt": (
        "date 2031-07-20 Council\n\n“With nine crowns we built shelter for two hundred sailors,” "
        "Mayor Odran Tell said.\n"
    ),
    "talk.txt": (
        "THE LONG TABLE\nEpisode 12: Nets and eels\nReleased 6 March 2030\nHost: Lene Orsk\n"
        "Guests: Ida Vessel and Bruno Falk\n\n"
        "LENE ORSK: Welcome. Bruno, how long have you kept eels?\n\n"
        "BRUNO FALK: Nine years. My uncle dug the pond.\n\n"
        "LENE ORSK: Should eels be taxed, Ida?\n\n"
        "IDA VESSEL: I used to say no. In 2024 I told the council so. I have changed my mind, because the ponds drink "
        "the brook dry. Today I would tax every eel.\n\n"
        "LENE ORSK: And what goes best with eel?\n\n"
        "BRUNO FALK: Rye bread. Nothing else.\n"
    ),
    "press.txt": (
        "LUND FOOTBALL CLUB - PRESS CONFERENCE\nSaturday 9 May 2030\n\n"
        "PETRA LOWELL (Lund Herald): Maud, you led at the break. What went wrong?\n\n"
        "MAUD ASKE: We stopped running.\n\n"
        "OLEN PRADO (Harbour Radio): Will you stay?\n\n"
        "MAUD ASKE: Yes, until June.\n"
    ),
    "report.md": (
        "# Report of the hearing\n\n*Vesk, 9 June 2030.*\n\n## Opening words\n\n"
        "**Tomas Brandvik** said he was a baker and the son of a baker. He lives on Mill Street.\n\n"
        "## The ring road\n\n"
        "Harrower: yes. It takes the lorries away from the school.\n\n"
        'Brandvik: no. "Forty million for three bends, and the brook goes under."\n\n'
        "Tennick: not now. The county cannot borrow for it.\n\n"
        "## Closing words\n\n"
        'Harrower: "Build it and be done."\n'
        'Brandvik: "Look at the brook before you vote."\n'
        'Tennick: "Count the money twice."\n'
    ),
    "storm.txt": (
        "Storm tears roofs off Lund\n\n3 November 2030\n\nThe storm came at night. “It is more than I can take in, "
        "your own door lying in the sea,” Lund harbour master Josef Harrower wrote.\n\n"
        "The museum’s director, Ilse Quarry, said: “We lend boats to schools and will go on lending.”\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("How did the price of coal in Kestria move from May to September 2030?", "61 crowns", "90 crowns"),
        ("Tell's shelter for sailors, how did it grow between 2029 and 2031?", "four crowns", "nine crowns"),
        ("How did Tell's message on sailors differ between 2029 and 2031?", "four crowns", "nine crowns"),
        ("Compare what Tell said about sailors in his 2029 speech and the one in 2031", "four crowns", "nine crowns"),
    ],
)
def test_each_time_has_its_own_words(town: Pipeline, question: str, first: str, second: str) -> None:
    answer = town.ask(Turn(question))
    assert len(answer.parts) == 2, answer.answer
    texts = {each.n: each.text for each in answer.citations}
    shown = [" ".join(texts[n] for n in part.citations) for part in answer.parts]
    assert first in shown[0]
    assert second in shown[1]


def test_a_time_without_words_is_said_to_have_none(town: Pipeline) -> None:
    answer = town.ask(Turn("How did Tell's message on sailors differ between 2029 and 2030?"))
    assert [part.status for part in answer.parts] == ["answered", "not_found"]


@pytest.mark.parametrize(
    "question",
    [
        "Has Ida Vessel always opposed a tax on eels?",
        "has ida vessel changed her mind about taxing eels? what made her?",
        "Why did Vessel change her mind about taxing eels?",
    ],
)
def test_a_change_of_mind_is_shown_with_its_reason(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert "changed my mind, because the ponds" in answer.citations[0].text
    assert answer.citations[0].speaker == "Ida Vessel"


@pytest.mark.parametrize(
    ("question", "words", "speaker"),
    [
        ("Who had the last word at the hearing, and what was it?", "Count the money twice", "Tennick"),
        ("What was the first thing the Herald woman asked the Lund coach?", "What went wrong?", "Petra Lowell"),
        ("What was the last thing Bruno Falk said in the podcast?", "Nothing else", "Bruno Falk"),
    ],
)
def test_the_ends_of_a_document(town: Pipeline, question: str, words: str, speaker: str) -> None:
    answer = town.ask(Turn(question))
    assert words in answer.citations[0].text, answer.answer
    assert speaker in (answer.citations[0].speaker or "")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Brandvik say about the ring road?", "Forty million"),
        ("What did the Lund harbour master write after the storm?", "more than I can take in"),
        ("What did the director of the museum say about lending boats?", "We lend boats"),
        ("what did the museums head say about lending boats", "We lend boats"),
    ],
)
def test_words_by_post_heading_or_event(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in answer.citations[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Has Bruno Falk always wanted a bridge?",
        "What did the Lund harbour master write after the election?",
        "What did Brandvik say about school meals?",
        "What did the director of the brewery say about lending boats?",
    ],
)
def test_what_is_absent_stays_absent(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found", answer.answer


def test_a_hurried_reader_gets_the_main_points(town: Pipeline) -> None:
    answer = town.ask(Turn("I only have a minute: what is the Lund storm story about?"))
    assert answer.kind == "overview"
