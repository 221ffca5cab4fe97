# ruff: noqa: E501  The documents are read more easily a paragraph a line.
"""Posts lead to whom a document says to hold them, by a label, a list of those present or what somebody does; or to nobody."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.people.ministries import of_field
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

TEXTS = {
    "press.txt": "PRIME MINISTER\n\nTHE HON. ODRAN TELL MP\n\n30 October 2031\n\nJoint Press Conference with the Minister for Fisheries and Ports\n\n"
    "PRIME MINISTER:\n\nThe boats will be counted from May. We shall change the law so that no boat lands at night.\n\n"
    "MINISTER FOR FISHERIES AND PORTS:\n\nThank you. Some people send messages to the crews that they will be let in at last. They give them false hope, and it cannot continue.\n\n"
    "JOURNALIST:\n\nWill you pay for the boats?\n\nPRIME MINISTER:\n\nWe will pay for the boats.\n\n"
    "MINISTER FOR FISHERIES AND PORTS:\n\nThe ports will stay open.\n",
    "parents.txt": "A new school line, 3 March 2031\n\n"
    "School 307 PTA President Faris Jonas fears that the plan would not protect the poor. “When we said half, we did not say half with conditions,” Jonas said. "
    "School 8 PTA President Ada Corr was for the plan. “We are glad that half will come,” Corr said.\n",
    "morning.txt": "Morning show, 22 September 2031\n\nGuests: Dr Hanna LIND, chief exec, Tarn Coast Health Board\nOrla Minch, union\n\n"
    "PRESENTER: Should parking be free?\n\nLIND: Personally? Yes. I think parking fees are a tax on having a sick relative.\n\n"
    "MINCH: It is an outrage.\n\nPRESENTER: And the wards?\n\nLIND: We have forty people in the corridor.\n",
    "ice.txt": "The ice plant, 4 May 2031\n\nRolf Haug, who manages the ice plant at Norrvik, said that the cutters had worked all winter. "
    "“Ice keeps the fleet alive,” Haug said.\n\nIda Pell, who edits the Norrvik Courier, saw them. “I never saw such ice,” Pell said.\n",
    "party.txt": "Doorstop, 3 June 2031\n\nWe ask the Labour Party and its leader, Mr Bill Shore, to refer the member. “The member must go,” Shore said. The Senate sat late.\n",
    "studio.txt": "Interview, 6 June 2031\n\nPM: We will mend the dam by May.\n\nHOST: Who pays?\n\nPM: The ministry pays for the dam.\n\nHOST: Thank you.\n",
}


@pytest.fixture(scope="module")
def posts(over_each_store: Over) -> Pipeline:
    return over_each_store(TEXTS)


MINISTER = "Minister for Fisheries and Ports"


@pytest.mark.parametrize(
    ("phrase", "people"),
    [
        ("the Fisheries Minister", [MINISTER]),
        ("the ports minister", [MINISTER]),
        ("the Minister for Fisheries", [MINISTER]),
        ("the Immigration Minister", []),
        ("the Minister of Health", []),
        ("the shadow fisheries minister", []),
        ("the PM", ["Odran Tell", "Prime Minister"]),
        ("the prime minister", ["Odran Tell", "Prime Minister"]),
        ("the president of the PTA at School 307", ["Faris Jonas"]),
        ("the School 8 PTA president", ["Ada Corr"]),
        ("the boss of the health board", ["Hanna Lind"]),
        ("the ice plant manager", ["Rolf Haug"]),
        ("the manager of the ice plant at Norrvik", ["Rolf Haug"]),
        ("the editor of the Norrvik Courier", ["Ida Pell"]),
        ("labour's leader in the senate", []),
    ],
)
def test_whom_a_post_means(posts: Pipeline, phrase: str, people: list[str]) -> None:
    assert find_speakers(phrase, posts.store.catalog) == people


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the Fisheries Minister say about the messages to the crews?", "false hope"),
        ("what has the ports minister got to say about people who send messages to crews", "false hope"),
        ("What did the PM say about the dam?", "mend the dam"),
        ("what does the boss of the health board say about parking fees", "sick relative"),
        ("What did the ice plant manager say about the fleet?", "fleet alive"),
        ("What did the president of the PTA at School 307 say about half?", "with conditions"),
    ],
)
def test_the_holder_s_words_answer(posts: Pipeline, question: str, words: str) -> None:
    assert words in posts.ask(Turn(question)).answer


@pytest.mark.parametrize(
    "question",
    [
        "What did the Immigration Minister say about the boats?",
        "what has the Immigration Minister got to say about people who send messages to crews",
        "What did the shadow fisheries minister say about the ports?",
        "What does the harbour captain say about ice?",
        "what did labour's leader in the senate say about the member",
        "How did the union chairman answer when asked about parking fees?",
    ],
)
def test_nobody_s_words_stand_for_a_post_that_nobody_holds(posts: Pipeline, question: str) -> None:
    answer = posts.ask(Turn(question))
    assert not [each for each in answer.citations if each.speaker]


def test_of_two_who_fit_both_are_told(posts: Pipeline) -> None:
    answer = posts.ask(Turn("What did the president of the PTA say about half?"))
    assert answer.notice
    assert "Faris Jonas" in answer.notice
    assert "Ada Corr" in answer.notice


def test_of_two_offices_of_one_field_the_one_with_no_other_is_meant() -> None:
    labels = ["Minister for Ports", "Minister for Ports and Rivers", "Shadow Minister for Ports"]
    assert of_field("the ports minister", labels) == ["Minister for Ports"]
    assert of_field("the rivers minister", labels) == ["Minister for Ports and Rivers"]
    assert of_field("the shadow ports minister", labels) == ["Shadow Minister for Ports"]
    assert of_field("the minister for ports", labels[1:] + ["Minister for Ports and Roads"]) == []
    assert of_field("the prime minister", labels) == []
