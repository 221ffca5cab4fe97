"""What a question supposes and the documents deny is answered with the denial; what nothing contradicts is refused."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "reed.txt": "Speech by Mayor Osman Reed, 4 May 2031\n\n"
    "Our ferries are not going to Lund to carry soldiers but to bring the sick home.\n\n"
    "I will not raise the harbour toll this year. I never sold the old mill, and I never will.\n\n"
    "Under our plan every child gets a savings book. They call it the Reed book. I did not name it.\n\n"
    "We immediately informed Lund about the broken dam. Nobody waited.\n\n"
    "We closed the lighthouse in March because its stairs were rotten.\n",
    "paper.txt": "Harbour Gazette, 7 May 2031\n\n"
    "The warehouses of Kestrel Freight burned down on Sunday. Odran Tell has denied any involvement in the fire.\n\n"
    "Pia Stern’s office said in a letter that Stern has never voted to close the school.\n\n"
    "“It is widely reported that I ordered the felling of the oaks. That is not true,” Bran Holt told reporters.\n\n"
    "The bakery on Quay Street did not lay off anybody last winter, its owner said.\n\n"
    "Ines Farr apologised to the dockers on Friday.\n",
}
LETTERS = {
    "letters.txt": "Kestrel Letters, 9 May 2031\n\n"
    "The contract fell apart in March when Mr. Brandt walked away from it. (Mr. Brandt, who did not answer a request, "
    "has denied that he was writing a contract.)\n\n"
    "“I cannot and will not back my party’s candidate for mayor,” said Councillor Oda Wirth, the first of her party to "
    "quarrel with Mr. Lindqvist.\n\n"
    "Lindqvist asked again on Monday that Mayor Falk resign for not calling the Orsund fire an attack.\n\n"
    "Nils Aber told the council that he did not sell the quarry because it was empty, but because he was ill.\n\n"
    "The quay wall was not repaired by Tora Blom last year.\n",
}
CONTRADICTED = {
    "forces": ("Why did Reed send ferries to carry soldiers to Lund?", "not going to Lund to carry soldiers"),
    "a toll": ("Why did Reed raise the harbour toll?", "I will not raise the harbour toll"),
    "wanting": ("Why did Reed want to raise the harbour toll?", "I will not raise the harbour toll"),
    "a sale": ("When did Reed sell the old mill?", "I never sold the old mill"),
    "how much": ("How many crowns did Reed sell the old mill for?", "I never sold the old mill"),
    "a name": ("Why did Reed name the savings book after himself?", "I did not name it"),
    "a refusal": ("Why did Reed refuse to inform Lund about the broken dam?", "We immediately informed Lund"),
    "a synonym": ("Why did Reed fail to warn Lund about the broken dam?", "We immediately informed Lund"),
    "denied": ("How did Odran Tell start the fire at the Kestrel Freight warehouses?", "denied any involvement"),
    "a vote": ("Why did Pia Stern vote to close the school?", "has never voted to close the school"),
    "a rumour": ("Why did Bran Holt order the felling of the oaks?", "That is not true"),
    "a firm": ("Why did the bakery lay off anybody last winter?", "did not lay off anybody"),
}
NEITHER = {
    "no word of it": "Why did Reed resign?",
    "another's": "Why did Ines Farr sell the old mill?",
    "another deed": "Why did Pia Stern marry Odran Tell?",
    "another time": "When did Bran Holt plant the lime trees?",
}
NOT_DENIED = {
    "a thing's end": "Why did Brandt's contract fall apart?",
    "the deed itself": "Why did Oda Wirth quarrel with Lindqvist?",
    "another's denial": "When did Falk visit Orsund?",
    "a reason": "Why did Nils Aber sell the quarry?",
    "what was done to a thing": "Why was the quay wall repaired?",
}
SAID = {
    "a reason": ("Why did Reed close the lighthouse?", "stairs were rotten"),
    "a day": ("When did Ines Farr apologise to the dockers?", "apologised to the dockers on Friday"),
    "not raised": ("Why did Reed not raise the harbour toll?", None),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.fixture(scope="module")
def letters(over: Over) -> Pipeline:
    return over(LETTERS)


@pytest.mark.parametrize(("question", "words"), CONTRADICTED.values(), ids=CONTRADICTED.keys())
def test_what_contradicts_a_premise_comes_first(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.segments[0].text.startswith("The documents do not say"), answer.answer
    assert words in answer.citations[0].text
    assert answer.status == "not_found"
    assert all(each.check == "verified" for each in answer.citations)


def test_whether_something_is_so_is_answered_by_a_denial(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Reed sell the old mill?"))
    assert answer.status == "answered"
    assert "I never sold the old mill" in answer.citations[0].text


@pytest.mark.parametrize("question", NEITHER.values(), ids=NEITHER.keys())
def test_what_is_neither_said_nor_denied_is_contradicted_by_nothing(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert "contradicts" not in answer.answer


@pytest.mark.parametrize("question", NOT_DENIED.values(), ids=NOT_DENIED.keys())
def test_a_denial_of_something_else_contradicts_nothing(letters: Pipeline, question: str) -> None:
    assert "contradicts" not in letters.ask(Turn(question)).answer


@pytest.mark.parametrize(("question", "words"), SAID.values(), ids=SAID.keys())
def test_what_the_documents_say_is_not_contradicted(town: Pipeline, question: str, words: str | None) -> None:
    answer = town.ask(Turn(question))
    assert "contradicts" not in answer.answer
    assert words is None or words in answer.citations[0].text


@pytest.mark.parametrize(
    "question",
    ["Did Odran Tell congratulate the dockers?", "Did Reed insult the bakery?", "Did Ines Farr call Reed a thief?"],
)
def test_whether_somebody_did_something_is_not_answered_by_another_deed(town: Pipeline, question: str) -> None:
    assert town.ask(Turn(question)).status == "not_found"


def test_whether_somebody_did_something_is_answered_by_the_sentence_that_tells_of_it(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Ines Farr apologise to the dockers?"))
    assert "apologised to the dockers" in answer.citations[0].text
