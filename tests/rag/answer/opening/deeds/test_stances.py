"""Yes or no for views and deeds that somebody's own words bear in another way than the question puts it."""

from __future__ import annotations

import pytest

from index.text.stems import stem
from rag.answer.opening.deeds.stances import denies_deed, stance
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

YES = {
    "Is Ahlgren against the new bridge?": "I am firmly opposed to the new bridge over the Sund.",
    "Does Ahlgren oppose the toll?": "We reject the toll on bread.",
    "Is Ahlgren in favour of the night ferry?": "I support the night ferry.",
    "Does Ahlgren support the ban on flights?": "I am in favour of the ban on flights.",
    "Was Ahlgren opposed to the sale?": "We were against the sale of the mill.",
}
NO = {
    "Is Ahlgren in favour of the new bridge?": "I am firmly opposed to the new bridge over the Sund.",
    "Is Ahlgren against the night ferry?": "I support the night ferry.",
}
UNCLEAR = {
    "a denial": ("Is Ahlgren against the toll?", "I do not support the toll."),
    "a condition": ("Is Ahlgren against the toll?", "I am against the toll if it hits the poor."),
    "another thing": ("Is Ahlgren against the toll?", "I am against the dam."),
    "others": ("Is Ahlgren against the toll?", "The fishers are against the toll."),
    "told by another": ("Is Ahlgren against the toll?", "She said that I am against the toll."),
    "both": ("Is Ahlgren against the toll?", "I was against the toll. Now I support the toll."),
    "a question": ("Is Ahlgren against the toll?", "Am I against the toll?"),
    "a part behind": ("Is Ahlgren against the toll?", "I am against haste, because the toll is needed."),
}


@pytest.mark.parametrize(("question", "text"), YES.items(), ids=YES.keys())
def test_the_same_stance_is_a_yes(question: str, text: str) -> None:
    assert stance(question, text, (0, len(text))) == "yes"


@pytest.mark.parametrize(("question", "text"), NO.items(), ids=NO.keys())
def test_the_opposite_stance_is_a_no(question: str, text: str) -> None:
    assert stance(question, text, (0, len(text))) == "no"


@pytest.mark.parametrize(("question", "text"), UNCLEAR.values(), ids=UNCLEAR.keys())
def test_what_may_be_meant_otherwise_is_neither(question: str, text: str) -> None:
    assert stance(question, text, (0, len(text))) is None


DENIED = {
    "nobody": ("Does Ahlgren blame anybody for the flood?", "blame", {"flood"}, "I blame nobody for the flood."),
    "it": ("Did Osei promise a dam?", stem("promise"), {"dam"}, "Kallia pays for no dam. We never promised it."),
    "that": ("Did Osei order the arrests?", "order", {"arrest"}, "You speak of arrests. I did not order that."),
}
NOT_DENIED = {
    "another": ("Does Ahlgren blame anybody for the fire?", "blame", {"fire"}, "I blame nobody for the flood."),
    "of others": ("Did Osei promise a dam?", stem("promise"), {"dam"}, "The dam is large. They never promised it."),
    "not before": ("Did Osei promise a dam?", stem("promise"), {"dam"}, "The road is long. We never promised it."),
}


@pytest.mark.parametrize("name", [*DENIED, *NOT_DENIED])
def test_a_deed_that_its_doer_denies(name: str) -> None:
    question, verb, others, text = (DENIED | NOT_DENIED)[name]
    assert denies_deed(question, verb, frozenset(others), text, (0, len(text))) == (name in DENIED)


SPEECHES = {
    "ahlgren.txt": "Speech by Minister Ruth Ahlgren, 1 July 2031\n\n"
    "Dear farmers, I am firmly opposed to the new bridge over the Sund. It would cost more than all our schools.\n\n"
    "I blame nobody for the flood of last spring. It was the rain.\n\n"
    "In March I met President Osei of Kallia in Selby.\n\n"
    "I support the ban on night flights. Our children need their sleep.\n\n"
    "The pension age must go up to sixty-seven. People live longer.\n\n"
    "The dispute at the docks will be settled by arbitration, not by the army.\n\n"
    "Wages on farms are too low. We must lift them so that young people stay.\n\n"
    "I welcome the reed cutters, and I admire their work.\n",
    "osei.txt": "Press conference of President Osei, 8 July 2031\n\n"
    "Question: Will Kallia pay for the dam?\n\n"
    "President Osei: Kallia will not pay for the dam. We never promised it.\n\n"
    "Question: Did you order the arrests?\n\n"
    "President Osei: No. I did not order any arrest. That is for the courts.\n\n"
    "Question: What of the strike?\n\n"
    "President Osei: The dockers have every right to strike. I condemn the violence at the gates.\n",
    "cows.txt": "date 2031-07-21 Vaccines\n\nA post claims that the new vaccine makes cows blind. That is false.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(SPEECHES)


VERDICTS = {
    "Does Ahlgren blame anybody for the flood?": "No:",
    "Is Ahlgren against the new bridge?": "Yes,",
    "Did Ahlgren meet Osei?": "Yes,",
    "Does Ahlgren support a ban on night flights?": "Yes,",
    "Did Osei order the arrests?": "No:",
    "Did Osei promise to pay for the dam?": "No:",
    "Will Kallia pay for the dam?": "No:",
    "Does Osei condemn the violence?": "Yes,",
    "Does the vaccine make cows blind?": "A document of 21 July 2031 reports this as a claim, and says that it is not",
}
NO_VERDICT = ("Did Ahlgren meet the governor?", "Is Osei against the strike?", "Did Osei meet Ahlgren in Kallia?")


@pytest.mark.parametrize(("question", "line"), VERDICTS.items(), ids=VERDICTS.keys())
def test_the_answer_opens_with_the_verdict(town: Pipeline, question: str, line: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.opening.startswith(line), answer.answer


@pytest.mark.parametrize("question", NO_VERDICT)
def test_what_is_not_told_is_neither(town: Pipeline, question: str) -> None:
    assert not town.ask(Turn(question)).opening.startswith(("Yes", "No:"))


POSITIONS = {
    "What is Ahlgren's position on the new bridge?": "opposed to the new bridge",
    "What does Ahlgren think of the new bridge?": "opposed to the new bridge",
    "What is Ahlgren's view on night flights?": "ban on night flights",
    "Where does Ahlgren stand on night flights?": "ban on night flights",
    "What did Ahlgren say about raising the retirement age?": "pension age must go up",
    "What is Ahlgren's opinion on the pension age?": "pension age must go up",
    "What did Ahlgren say about how the dispute would be settled?": "settled by arbitration",
    "What does Ahlgren think about wages on farms?": "Wages on farms are too low",
    "What is Osei's stance on the dam?": "will not pay for the dam",
    "What does Osei think of whether dockers may strike?": "every right to strike",
    "What is Osei's attitude towards the violence at the gates?": "condemn the violence",
    "wat did ahlgren say abuot the bridge": "opposed to the new bridge",
    "Ahlgren bridge?": "opposed to the new bridge",
}


@pytest.mark.parametrize(("question", "words"), POSITIONS.items(), ids=POSITIONS.keys())
def test_a_position_is_shown_first(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in answer.citations[0].text
