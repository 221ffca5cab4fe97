"""When and why: the first line gives the day or the words of the reason, whatever the question's wording."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TOWN = {
    "kiln.txt": "date 2031-07-22 The kiln of Eskby\n\n"
    "The kiln of Eskby was opened on 3 May 1931. The kiln was closed in 2019 because its chimney had cracked.\n\n"
    "The chimney of the kiln was rebuilt in June 2024 in order to protect the school.\n",
    "ferry.txt": "date 2031-07-24 Ferry news\n\n"
    "The night ferry to Mardo sank on Tuesday. All forty passengers were saved by fishers.\n\n"
    "The ferry company raised its fares in March because oil had become dearer.\n\n"
    "The old pier of Mardo was sold to a baker in 1987, since the town needed money for a school.\n",
    "guild.txt": "date 2031-08-02 Guild meets\n\n"
    "“We rejected the toll because it hits the poor,” guild master Petra Lund said.\n\n"
    "Odran Tell resigned as treasurer on 30 July 2031, due to illness. Mira Quill was elected treasurer on Friday.\n\n"
    "The lantern festival of Vesk was cancelled as a result of the storm. It was founded in 1954 by two teachers.\n",
    "school.txt": "date 2031-08-05 School of Quell\n\n"
    "The school of Quell burnt down in the night of 4 August 2031. A cook had left the stove on.\n\n"
    "The pupils of Quell will move to the town hall in September so that lessons go on.\n",
}
WHEN = {
    "When was the kiln of Eskby opened?": "3 May 1931",
    "On what day was the kiln of Eskby opened?": "3 May 1931",
    "When did the kiln close?": "2019",
    "In which year was the kiln closed?": "2019",
    "When was the chimney of the kiln rebuilt?": "June 2024",
    "When did the night ferry sink?": "22 July 2031",
    "When did the ferry company raise its fares?": "March",
    "When was the old pier of Mardo sold?": "1987",
    "When did Odran Tell resign?": "30 July 2031",
    "When was Mira Quill elected treasurer?": "1 August 2031",
    "When was the lantern festival of Vesk founded?": "1954",
    "When did the school of Quell burn down?": "4 August 2031",
    "When will the pupils of Quell move?": "September",
}
WHY = {
    "Why was the kiln closed?": "chimney had cracked",
    "Why did the kiln of Eskby close?": "chimney had cracked",
    "For what reason was the kiln closed?": "chimney had cracked",
    "Why was the chimney rebuilt?": "protect the school",
    "Why did the ferry company raise its fares?": "oil had become dearer",
    "How come the ferry company raised its fares?": "oil had become dearer",
    "Why was the old pier of Mardo sold?": "needed money",
    "Why did the guild reject the toll?": "hits the poor",
    "Why did Lund reject the toll?": "hits the poor",
    "Why did Odran Tell resign?": "due to illness",
    "Why was the lantern festival cancelled?": "the storm",
    "What was the reason for the cancellation of the lantern festival?": "the storm",
    "Why will the pupils of Quell move to the town hall?": "lessons go on",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(("question", "day"), WHEN.items(), ids=WHEN.keys())
def test_the_day_opens_the_answer(town: Pipeline, question: str, day: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert day in answer.opening, answer.answer


@pytest.mark.parametrize(("question", "reason"), WHY.items(), ids=WHY.keys())
def test_the_reason_is_shown_first(town: Pipeline, question: str, reason: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert reason in answer.citations[0].text, answer.answer


@pytest.mark.parametrize("question", ["When did the guild buy a ship?", "Why did Mira Quill shoot the baker?"])
def test_what_is_not_told_has_no_day_and_no_reason(town: Pipeline, question: str) -> None:
    assert town.ask(Turn(question)).status == "not_found"


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("When did the guild reject the toll, according to Petra Lund?", ""),
        ("When did Petra Lund speak of the toll?", "The documents do not say on which day [1]:"),
    ],
)
def test_the_day_of_saying_is_not_that_of_what_is_told(town: Pipeline, question: str, opening: str) -> None:
    answer = town.ask(Turn(question))
    assert "hits the poor" in answer.answer
    assert answer.opening == opening, answer.answer


def test_a_day_is_not_told_of_what_another_day_is_of(over: Over) -> None:
    text = (
        "The church of Eskby\n\nOn 29 June 1875, Mr Holt proposed that the new building be called Saint Orm and All "
        "Ferrymen in Eskby.\n"
    )
    line = over({"church.txt": text}).ask(Turn("When was Saint Orm and All Ferrymen in Eskby consecrated?")).answer
    assert not line.startswith("29 June 1875")


def test_a_day_that_only_bounds_is_not_when_it_was(over: Over) -> None:
    text = "The court of Vesk ruled on the ferry: no fine may be asked for what was done before 1 January 1994.\n"
    answer = over({"court.txt": f"Ruling on the ferry\n\n{text}"}).ask(
        Turn("When did the court of Vesk rule on the ferry?")
    )
    assert "1994" not in answer.opening
