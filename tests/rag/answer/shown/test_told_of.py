"""What texts tell of somebody by name answers who asks for him by what he is; what they tell of others does not."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "ferry.txt": (
        "A ferry for Ulmen\n\nThe county's present chief engineer, Sara Imre, has measured the river.\n\n"
        "Imre is for the ferry plan too, with one reservation: the ferry cannot run when the river is above the red "
        "mark.\n\nOlof Brandt, the harbour master, is against the ferry plan, because it would cross the fairway.\n"
    ),
    "obituary.txt": (
        "Edda Holm, who mapped the caves of Norr, dies aged 91\n\n"
        "The quarry company never accepted her figures. Its present managing director, Konrad Sell, said this week: "
        "“She cost us a great deal of money and she was, on the well, quite right. We did not say so while she was "
        "alive.”\n"
    ),
    "ages.txt": (
        "People of Lund\n\nThe town's librarian, Petra Voss, opened the fair. Voss is 41 years old and has run the "
        "library since 2019.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does the county's chief engineer make of the ferry plan?", "one reservation"),
        ("Where does the county's chief engineer stand on the ferry plan?", "one reservation"),
        ("what does the harbour master think of the ferry plan", "against the ferry plan"),
        ("What did the boss of the quarry firm say about Edda Holm?", "quite right"),
        ("How old is the town's librarian?", "41 years old"),
    ],
)
def test_what_is_told_of_a_post_s_holder_answers(town: Pipeline, question: str, told: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert told in " ".join(each.text for each in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "What does the county's chief engineer make of school meals?",
        "What did the town's librarian say about the caves?",
        "What does the county's chief doctor make of the ferry plan?",
    ],
)
def test_what_is_told_of_others_or_of_other_things_does_not(town: Pipeline, question: str) -> None:
    assert town.ask(Turn(question)).status == "not_found"
