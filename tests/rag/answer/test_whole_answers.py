"""Answers that are whole: the other half of a quotation, what a reply answers, the denial of a rumour."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "roof.txt": "Roof\n\n19 March 2031\n\n“The roof leaks over row nine,” Ragna Fjeld said. “We play to umbrellas.”\n\n"
    "Opponents claim that Palo Brandt took gifts from the roofer. He denies it.\n",
    "speech.txt": "Speech by Tavio Mene, Minister of Fisheries\n\n9 June 2031\n\nExcellencies,\n\n"
    "We do not ask for charity. We ask for patrol ships.\n\nI thank you.\n",
    "call.txt": "Call\n\n00:00:03 Nadia Ferro: The barrier has failed twice.\n00:00:15 Joris Maas: I would not call "
    "it a failure. A cable froze.\n00:00:31 Nadia Ferro: The fish market is flooded.\n"
    "00:00:40 Joris Maas: We open at nine.\n",
    "hearing.txt": "HEARING ON THE LOCKS\n\nEXAMINATION OF MR. PYKE\n\nQ. Mr. Pyke, who opened the upper gate?\n"
    "A. I opened it myself.\nQ. Was the permit in writing?\nA. No, sir. It was given by telephone.\n",
    "mail.eml": "From: Lotte Brandis <l@haven.example>\nTo: Pim Okker <p@haven.example>\nSubject: Crane\n"
    "Date: Tue, 10 Feb 2031 09:15:00 +0100\n\nI will sign the crane contract on Friday.\n\n"
    "On Mon, 9 Feb 2031 at 17:02, Pim Okker <p@haven.example> wrote:\n"
    "> The crane is too old to be insured.\n> I advise you to scrap it before Easter.\n",
    "mlyn.txt": "Spór o młyn\n\nZawady, 20 marca 2031 r. – Młyn zostaje – powiedziała wójt Halina Wrona. – Mamy plan."
    "\n\n"
    "„Inwestora nikt nie widział” – odpowiedział radny Zenon Krupa.\n",
}


@pytest.fixture(scope="module")
def paper(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param(
            "What did Ragna Fjeld say about the roof?",
            ["The roof leaks over row nine,", "We play to umbrellas."],
            id="behind its cue",
        ),
        pytest.param(
            "What did Tavio Mene say about charity?",
            ["We do not ask for charity. We ask for patrol ships."],
            id="to the end of a short paragraph",
        ),
        pytest.param(
            "What did Pim Okker say about the crane?",
            ["The crane is too old to be insured.", "I advise you to scrap it before Easter."],
            id="over a line that a mail program broke",
        ),
        pytest.param(
            "Co powiedziała Halina Wrona o młynie?", ["Młyn zostaje", "Mamy plan."], id="after a dash, in polish"
        ),
        pytest.param("Co powiedział Zenon Krupa o inwestorze?", ["Inwestora nikt nie widział"], id="in another case"),
        pytest.param(
            "What did Joris Maas say about the barrier?",
            ["I would not call it a failure. A cable froze.", "The barrier has failed twice."],
            id="a reply with what it answers",
        ),
        pytest.param(
            "What did Mr. Pyke say about the permit?",
            ["No, sir. It was given by telephone.", "Was the permit in writing?"],
            id="an answer with its question",
        ),
        pytest.param("Who opened the upper gate?", ["I opened it myself."], id="a label is none of the words"),
        pytest.param(
            "Did Palo Brandt take gifts from the roofer?",
            ["Opponents claim that Palo Brandt took gifts from the roofer. He denies it."],
            id="a rumour with its denial",
        ),
        pytest.param(
            "Who advised to scrap the crane?", ["I advise you to scrap it before Easter."], id="nobody else's words"
        ),
    ],
)
def test_an_answer_is_whole(paper: Pipeline, question: str, words: list[str]) -> None:
    shown = [each.text for each in paper.ask(Turn(question)).citations]
    assert all(any(each in one for one in shown) for each in words), shown


@pytest.mark.parametrize(
    "question",
    ["What did Joris Maas say about the fish market?", "What did Pim Okker say about Friday?"],
    ids=["a turn that points at nothing", "another's words in the same mail"],
)
def test_what_others_said_is_no_topic_of_his(paper: Pipeline, question: str) -> None:
    assert paper.ask(Turn(question)).status == "not_found"
