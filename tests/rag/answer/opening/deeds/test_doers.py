"""Who did it: the subject of the verb that is asked for, or whom "by" names, not whoever stands or speaks beside it."""

from __future__ import annotations

import pytest

from rag.answer.opening.deeds.doers import doer
from rag.answer.opening.wording import OF_IT, UNSURE
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TOWN = {
    "quay.txt": "date 2031-05-02 Harbour at dawn\n\n"
    "“At berth 151 there are 468 boats,” Mayor Odran Tell said.\n\n"
    "The harbour master counts the boats of berth 151 every morning. The tolls are collected by two retired clerks.\n",
    "accord.txt": "date 2031-05-04 Selby accord signed\n\n"
    "The Selby accord was signed by Ilse Brandt of Kallia and her counterpart, Pavel Drozd, on Saturday.\n\n"
    "“It ends a quarrel over eels,” said the mayor of Selby, Ana Ruiz. The fishers’ union rejected the accord on "
    "Sunday. Mediators from the Lake League drafted the text in eleven nights.\n",
    "prize.txt": "date 2031-06-09 Lantern Prize\n\n"
    "The Lantern Prize went to Edda Quist, a former tram driver. The jury, led by the critic Hanno Velt, praised "
    "her restraint. “I did not expect it,” Quist said. Last year the prize was won by Tomas Grell.\n\n"
    "Lars Oden and Mia Fell shared the second place. The bookshop chain Leaf & Son pays for the prize.\n",
    "light.txt": "date 2031-06-12 Keeper of Brenn lighthouse killed\n\n"
    "A dismissed night watchman killed the keeper of the Brenn lighthouse on Monday, police said. “He was a gentle "
    "man,” said his sister, Anna Brenn. The watchman was arrested by two off-duty soldiers at the railway station.\n",
    "mill.txt": "date 2031-06-20 Kestrel buys the mill\n\n"
    "Kestrel Foods bought the old mill from the Halden family. Two councillors, Meg Orr and Piet Dahl, voted for it; "
    "the town council had opposed the sale. “My grandfather would have wept,” said Lotte Halden.\n",
}
WHO = {
    "Who counts the boats?": "harbour master",
    "Who collects the tolls?": "two retired clerks",
    "Who signed the Selby accord?": "Ilse Brandt of Kallia and her counterpart, Pavel Drozd",
    "By whom was the Selby accord signed?": "Ilse Brandt of Kallia and her counterpart, Pavel Drozd",
    "Who rejected the accord?": "fishers’ union",
    "Who drafted the text of the accord?": "Mediators",
    "Who won the Lantern Prize?": "Edda Quist",
    "Who won the prize last year?": "Tomas Grell",
    "Who led the jury?": "Hanno Velt",
    "Who shared the second place?": "Lars Oden and Mia Fell",
    "Who pays for the prize?": "Leaf & Son",
    "Who killed the keeper of the lighthouse?": "dismissed night watchman",
    "Who arrested the watchman?": "off-duty soldiers",
    "Who bought the old mill?": "Kestrel Foods",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(("question", "name"), WHO.items(), ids=WHO.keys())
def test_the_first_line_names_who_did_it(town: Pipeline, question: str, name: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    assert name.lower() in answer.opening.lower(), answer.answer


@pytest.mark.parametrize("question", ["Who shot the governor?", "Who was arrested?", "Who opened the lighthouse?"])
def test_nobody_is_named_for_another_deed(town: Pipeline, question: str) -> None:
    assert town.ask(Turn(question)).opening in ("", OF_IT, UNSURE)


NOBODY = {
    "a denial": ("Mayor Tell did not sign the accord.", "Who signed the accord?"),
    "a plan": ("The guild plans to buy the mill.", "Who bought the mill?"),
    "a question": ("Who bought the mill?", "Who bought the mill?"),
    "a pronoun": ("She bought the mill.", "Who bought the mill?"),
    "another thing": ("The guild bought the ferry.", "Who bought the mill?"),
    "another year": ("Last year Tell won the regatta.", "Who won the regatta?"),
    "whom it is done to": ("The mill was bought in May.", "Who bought the mill?"),
    "a headline": ("Tell buys the mill", "Who bought the mill?"),
}


@pytest.mark.parametrize(("text", "question"), NOBODY.values(), ids=NOBODY.keys())
def test_a_sentence_that_tells_no_doer(text: str, question: str) -> None:
    assert doer(text, question) is None


def test_nobody_is_named_whom_the_words_beneath_do_not_mark(town: Pipeline) -> None:
    """The two councillors of the same sentence voted for it."""
    opening = town.ask(Turn("Who opposed the sale?")).opening
    assert opening in ("", OF_IT, UNSURE) or opening.startswith("“the town council”, says ")


MINUTES = (
    "14 Accept the grant for the Lenn bridge  Motion to accept the report: Moved by Councillor Orr and seconded by "
    "Councillor Dahl.  (Y-5)  Accept the report on the ferry agenda  Motion to accept the report: Moved by Mayor Tell "
    "and seconded by Councillor Brandt."
)
"""Without a full stop between them items are one sentence to who reads them."""
TURNS = "Councillor Orr moved, Councillor Dahl seconded the ferry motion; Ada Vesk seconded the motion on the bridge."
ONE_OF_SEVERAL = {
    "beside the question's words": (MINUTES, "Who seconded the report on the ferry agenda?", None, "Councillor Brandt"),
    "first of the minutes": (MINUTES, "Who seconded the grant for the Lenn bridge report?", None, "Councillor Dahl"),
    "who was read": (MINUTES, "Who seconded the motion?", "Brandt", "Councillor Brandt"),
    "who moved it": (MINUTES, "Who moved the report on the ferry agenda?", None, "Mayor Tell"),
    "nobody of two": (MINUTES, "Who seconded the motion?", None, None),
    "nobody of two, another read": (MINUTES, "Who seconded the motion?", "Orr", None),
    "a subject": (TURNS, "Who seconded the ferry motion?", None, "Councillor Dahl"),
    "a later subject": (TURNS, "Who seconded the motion on the bridge?", None, "Ada Vesk"),
    "a subject before": (TURNS, "Who moved the ferry motion?", None, "Councillor Orr"),
}


@pytest.mark.parametrize(("text", "question", "read", "name"), ONE_OF_SEVERAL.values(), ids=ONE_OF_SEVERAL)
def test_of_several_who_do_the_like(text: str, question: str, read: str | None, name: str | None) -> None:
    at = text.find(read) if read else 0
    found = doer(text, question, (at, at + len(read)) if read else None)
    assert (text[slice(*found)] if found else None) == name


def test_whom_the_first_line_names_is_marked_beneath(over: Over) -> None:
    answer = over({"minutes.txt": f"date 2031-01-19 Minutes of Vesk\n\n{MINUTES}\n"}).ask(
        Turn("Who seconded the motion to accept the report on the ferry agenda?")
    )
    assert "Councillor Brandt" in answer.opening
    marks = [each.text[slice(*each.marked)] for each in answer.segments if each.marked]
    assert marks == ["Councillor Brandt"]
