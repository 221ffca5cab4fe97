"""Somebody's words are shown with the sentence in which they go on, and with nobody else's."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

PAPERS = {
    "guild.txt": (
        "date 2031-05-02 Guild meets\n\n"
        "“The guild welcomes the steam cranes,” Petra Lund said. “But we want a doctor on every pier.”\n\n"
        "“The lighthouse stays,” Jonas Heller said.\n\n"
        "“But it needs a new lamp,” Ilse Brandt said.\n\n"
    ),
    "trial.txt": (
        "date 2031-05-09 Trial opens\n\n"
        "Prosecuting, Mira Sol said the theft at the orchard came to light when the new clerk asked for the ledger. "
        "“He told her that the ledger was burnt,” Ms Sol said. “She went to the bank and asked for a copy.”\n\n"
        "Outside it rained. “I want my apples,” said Anton Berg.\n"
    ),
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


def test_words_are_shown_with_what_goes_on(papers: Pipeline) -> None:
    shown = " ".join(each.text for each in papers.ask(Turn("What did Lund say about the steam cranes?")).citations)
    assert "welcomes the steam cranes" in shown
    assert "But we want a doctor" in shown


def test_another_speaker_does_not_go_on(papers: Pipeline) -> None:
    answer = papers.ask(Turn("What did Heller say about the lighthouse?"))
    assert [each.speaker for each in answer.citations] == ["Jonas Heller"]


def test_a_report_is_followed_by_the_words_of_whom_it_names(papers: Pipeline) -> None:
    answer = papers.ask(Turn("How did the theft at the orchard come to light?"))
    assert "She went to the bank" in " ".join(each.text for each in answer.citations)
    assert {each.speaker for each in answer.citations} <= {None, "Mira Sol"}


def test_a_report_for_who_and_when_is_shown_alone(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Who asked for the ledger of the orchard?"))
    assert all(each.speaker is None for each in answer.citations), answer.answer


SPEECHES = {
    "ferries.txt": (
        "date 2031-05-03 Council of Vesk\n\n"
        "ODRAN TELL: We have had one rule for the ferries from the first year.\n"
        "No boat leaves with more than ninety people.\nThat is the whole of our ferry policy.\n\n"
        "ILSE BRANDT: The market is another matter. It opens at six.\n\n"
        "ODRAN TELL: So it does.\n\n"
        "ILSE BRANDT: Thank you.\n"
    ),
    "kiln.txt": (
        "date 2031-06-02 How the kiln works\n\n"
        "The kiln at Oster is a long brick tunnel for firing tiles. A slow car carries the tiles through it. "
        "Gas burners heat the middle third to eleven hundred degrees. “It never stops,” said the foreman.\n\n"
        "Visitors may look through a window.\n"
    ),
    "asked.txt": (
        "date 2031-06-03 Council\n\n"
        "Asked whether he would close the quarry at Lum, Councillor Tan Wei demurred.\n\n"
        "“There is one quarry and there are two opinions,” he said.\n"
    ),
}


@pytest.fixture(scope="module")
def speeches(over: Over) -> Pipeline:
    return over(SPEECHES)


@pytest.mark.parametrize(
    ("question", "shown", "left_out"),
    [
        ("What did Odran Tell say about the ferries?", "No boat leaves with more than ninety", "market"),
        ("How does the kiln at Oster fire tiles?", "Gas burners heat the middle third", "quarry"),
        ("What did Tan Wei say about closing the quarry?", "two opinions", "kiln"),
    ],
    ids=["a speech", "a paragraph", "a report"],
)
def test_little_is_shown_with_what_follows(speeches: Pipeline, question: str, shown: str, left_out: str) -> None:
    words = " ".join(each.text for each in speeches.ask(Turn(question)).citations)
    assert shown in words
    assert left_out not in words


def test_who_is_asked_for_is_answered_by_a_word(speeches: Pipeline) -> None:
    answer = speeches.ask(Turn("Where does the kiln for tiles stand?"))
    assert [each.text for each in answer.citations[:1]] == [
        "The kiln at Oster is a long brick tunnel for firing tiles."
    ]


POINTING = {
    "talk.md": (
        "# Odd jobs\n\n**Ina Orr:** I was heavy then. What I did was I got a bicycle and a pair of scales. Those were "
        "the two things I did. In eight months I lost twenty pounds.\n\n**Sol Marr:** And the garden?\n\n"
        "**Ina Orr:** We dug a ditch and laid pipes. This kept the cellar of the mill dry.\n\n"
        "**Sol Marr:** Good.\n"
    ),
    "dam.txt": "The dam at Lorn\n\nDivers packed clay into the crack. That stopped the leak in the dam at Lorn.\n",
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How did Ina Orr lose twenty pounds?", "bicycle"),
        ("How was the cellar of the mill kept dry?", "laid pipes"),
        ("How was the leak in the dam at Lorn stopped?", "packed clay"),
    ],
)
def test_what_points_back_is_shown_with_what_it_points_at(over: Over, question: str, words: str) -> None:
    answer = over(POINTING).ask(Turn(question))
    assert answer.status == "answered"
    assert words in answer.citations[0].text, answer.answer


NO = {
    "leaders.txt": (
        "Press conference with Pal Orrin\n\nJOURNALIST: Would you go into coalition with the Lorn party?\n\n"
        "PAL ORRIN: No.\n\nJOURNALIST: And taxes?\n\nPAL ORRIN: They will fall in May, and not before.\n"
    )
}


def test_a_bare_no_stands_with_its_question(over: Over) -> None:
    answer = over(NO).ask(Turn("Whats Pal Orrin's position on going into coalition with the Lorn party?"))
    assert "No." in answer.answer
    assert "Would you go into coalition" in answer.answer


PAPERS_WITH_HEADS = {
    "bats.txt": (
        "MOTHER BATS SING THEIR YOUNG TO BED\n\nMother bats on Lorn make a low call to their young, which slows "
        "the heart of the young by a fifth. They settle in forty seconds.\n"
    ),
    "ferry.txt": (
        "CREW STEERS THE FERRY BY A PADDLE\n\nThe ferry lost its rudder off Esk. The crew tied an oar to the rail and "
        "steered the ferry home with it.\n"
    ),
    "mill.txt": (
        "MILLER SAVES MILL BY WATER\n\nThe mill at Vesk caught fire on Monday. The miller opened the sluice to flood "
        "the lower floor to save the mill.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How do mother bats get their young to bed?", "low call"),
        ("How did the crew steer the ferry?", "oar"),
        ("How did the miller save the mill?", "sluice"),
    ],
)
def test_a_headline_in_capitals_does_not_stand_for_its_text(over: Over, question: str, words: str) -> None:
    answer = over(PAPERS_WITH_HEADS).ask(Turn(question))
    assert words in answer.answer
    assert not any(each.text.isupper() for each in answer.citations)


TAPES = {
    "tape.txt": (
        "Tape of Elsa Orrin\n\nINTERVIEWER: And the wreath that the owners of the mine sent to the road?\n\n"
        "ELSA ORRIN: That was my mother and Halla Vesk. They carried it out between them.\n\n"
        "INTERVIEWER: Good.\n\nELSA ORRIN: We went home.\n"
    ),
    "talk.txt": (
        "Talk with Odo Marr\n\nINTERVIEWER: There is a story about who rang the bell of Esk in the storm.\n\n"
        "ODO MARR: It was the baker. He rang it all night.\n\nINTERVIEWER: And you?\n\nODO MARR: I slept.\n"
    ),
    "hall.txt": (
        "Talk with Pia Sol\n\nPIA SOL: We had a hall.\n\n"
        "INTERVIEWER: People say that a lamp set the hall of Vesk on fire.\n\n"
        "PIA SOL: No, that was the stove. It stood by the curtain.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who carried the owners' wreath out into the road?", "Halla Vesk"),
        ("Who rang the bell of Esk in the storm?", "the baker"),
        ("What set the hall of Vesk on fire?", "the stove"),
    ],
)
def test_what_an_interviewer_says_is_shown_with_the_reply(over: Over, question: str, words: str) -> None:
    answer = over(TAPES).ask(Turn(question))
    assert words in answer.answer
