"""What somebody said on an occasion, or asks in a letter, is asked of the document that this is."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.broad.whose import own_text
from tests.rag.conftest import Over

HERRING = (
    "I have come to Lorn because the herring has left the bay. The nets are too fine, and every net takes the young "
    "fish with the old. We must share the bay with the villages of the north. I will pay for wider nets from the "
    "harbour fund. The council of Lorn will hear you before winter. Nobody here should lose his boat over a fee.\n\n"
    "The ferry is another matter. The ferry will sail twice a day from June."
)
DOCUMENTS = {
    "speech-tell-fishermen-lorn.txt": f"Address to the fishermen of Lorn\n3 May 2031\n\n{HERRING}\n",
    "speech-tell-school.txt": "Opening of the school in Vesk\n9 June 2031\n\nThe new school of Vesk has nine rooms. "
    "The ferry brings the children of Lorn to it. A teacher for each room has been found in the town.\n",
    "quill-letter-mill.txt": "Letter of Mira Quill to the mill of Eskby\n1 April 2031\n\nDear owners of the mill,\n\n"
    "the mill of Eskby has let warm water into the river for three summers.\n\nI ask for a cooling pond before the "
    "next summer.\n\nI ask for the log books of the boilers, too.\n\nYours, Mira Quill\n",
    "council.md": "# Lorn council 2031-05-20\n\nPresent: Ana Ruiz, Odran Brandt\n\nThe pump of the town hall was "
    "looked at twice.\n\nNo objections to a second pump, Ruiz to own it.\n\nThe roof of the hall leaks over the "
    "stairs.\n",
    "council-june.md": "# Lorn council 2031-06-20\n\nPresent: Ana Ruiz, Odran Brandt\n\nThe pump is loud, and the "
    "hall is cold in the mornings.\n\nThe new carpet of the hall is green and came by boat.\n",
    "salt-report.txt": "Review of the salt pans of Lorn by the inspectors\n\nThe inspectors found lead in two of the "
    "nine pans.\n\nThe pans near the road are closed since May.\n\nThe salt of the other pans is clean.\n",
    "news.txt": "Harbour fee rises\n\nVESK, 2 March 2031\n\nOdran Tell said the harbour fee would rise in May. "
    "“The fee is fair,” Tell said to Mira Quill.\n",
}


@pytest.fixture(scope="module")
def bay(over: Over) -> Pipeline:
    return over(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("What did Tell tell the fishermen of Lorn?", "speech-tell-fishermen-lorn.txt"),
        ("What did Tell say in his speech to the fishermen of Lorn?", "speech-tell-fishermen-lorn.txt"),
        ("Summarise what Tell said to the Lorn fishermen", "speech-tell-fishermen-lorn.txt"),
        ("What was Tell's message to the fishermen of Lorn?", "speech-tell-fishermen-lorn.txt"),
        ("What does Quill ask for in her letter to the mill?", "quill-letter-mill.txt"),
        ("What does the letter to the mill of Eskby argue?", "quill-letter-mill.txt"),
        ("What do the authors of the letter to the mill of Eskby want?", "quill-letter-mill.txt"),
        ("What does Quill want the owners to do in her letter to the mill?", "quill-letter-mill.txt"),
        ("What did the inspectors find about the salt pans of Lorn?", "salt-report.txt"),
        ("What does the Lorn salt review argue?", "salt-report.txt"),
        ("What was discussed at the Lorn council meeting of 20 June 2031?", "council-june.md"),
        ("What was decided at the Lorn hall council meeting of 20 May 2031?", "council.md"),
    ],
)
def test_the_document_is_found(bay: Pipeline, question: str, document: str) -> None:
    answer = bay.ask(Turn(question))
    assert answer.kind == "overview", answer.answer
    assert {each.doc for each in answer.citations} == {document}


@pytest.mark.parametrize(
    "question",
    [
        "What did Tell say about the harbour fee?",
        "What did Tell say to Quill?",
        "What did Tell say on Lorn?",
        "What did Tell say to reporters?",
        "What did Tell tell the fishermen of Lorn in June 2031?",
    ],
)
def test_a_topic_or_a_listener_is_no_occasion(bay: Pipeline, question: str) -> None:
    assert bay.ask(Turn(question)).kind != "overview"


def test_a_speech_is_no_article_on_it(over: Over) -> None:
    paper = {"answer.txt": "Brandt Attacks Holt's Speech\n\n4 May 2031\n\n“The weir is old,” Sven Holt said.\n"}
    assert own_text("Holt", "", over(paper | DOCUMENTS).store.catalog) is None
    own = {"holt-weir-speech.txt": "On the weir of Senn\n\nThe weir must be opened. I ask for a second gate.\n"}
    both = over(paper | own | DOCUMENTS)
    assert own_text("Holt", "", both.store.catalog) == "holt-weir-speech.txt"
    found = both.ask(Turn("What are the main points of Holt's speech?"))
    assert {each.doc for each in found.citations} == {"holt-weir-speech.txt"}


def test_what_is_asked_for_is_all_shown(bay: Pipeline) -> None:
    answer = bay.ask(Turn("What does Quill ask for in her letter to the mill?"))
    said = [each.text for each in answer.citations]
    assert any("cooling pond" in each for each in said[:2])
    assert any("log books" in each for each in said[:2])


def test_a_meeting_without_a_decision_has_its_main_points(bay: Pipeline) -> None:
    answer = bay.ask(Turn("What was decided at the Lorn council meeting of 20 June 2031?"))
    assert answer.answer.startswith("No sentence was recognised that tells a decision.")
    assert any("pump is loud" in each.text for each in answer.citations)
