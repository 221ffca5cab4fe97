"""Questions for the gist of a text named by whom or what it is of: one is summed up, of several each is named."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Answer, Query, Turn
from tests.rag.conftest import Over

FERRY = """How the owners sank the old line

By Dov Orlik | 3 May 2031

The old line between Vesk and Lorn carried sailors and salt for ninety years, and its captains never lost a boat.

The owners of the line sold its best boats one after another, and the ferry lost every third passenger in six years.

The captains asked for one new boat, and the owners answered that no bank would lend them a crown for any.

It is the owners and not the captains who have destroyed the ferry of Vesk, and the council should take it from them.
"""
REPLY = """What we tell the dean

The Union of Lamp Makers of Orlev, May 2031

The union answers Dean Kelvar Moss that no lamp maker of Orlev was asked before the workshop was closed.

We ask the dean to open the workshop again by the autumn and to pay the lamp makers for the lost summer.
"""
NOTICE = """Notice of the tide house

The tide house of Eskby was mended in April by eleven masons, who asked no wages for it.

Dean Kelvar Moss of Orlev and the Union of Boatmen praised the masons and sent them forty lamps.
"""
ONE, OTHER = (
    f"""Column by Mira Fenn

The herring of Vesk are fewer every year, and {why} is to blame for it, Mira Fenn writes.

Nobody who has seen the bay in March can say that the herring will come back without help.
"""
    for why in ("the weather", "the big net")
)
SALT_TALK = """Salt and the mines

Ruan Ostley, Lorn, 9 May 2031. The speech was given at the Lorn Salt Fair 2031.

The mines of Lorn give salt to nine towns, and nine hundred miners live by the salt that they bring up.

We will open a third mine in the spring, because the price of salt has doubled in two years.
"""


@pytest.fixture(scope="module")
def press(over: Over) -> Pipeline:
    return over(
        {
            "pr_551_ferry.txt": FERRY,
            "union-response.txt": REPLY,
            "notice.txt": NOTICE,
            "column-may.txt": ONE,
            "column-june.txt": OTHER,
            "salt-fair-talk.txt": SALT_TALK,
        }
    )


def understood(pipeline: Pipeline, question: str) -> Query:
    return pipeline.understand(Turn(question))


def documents(answer: Answer) -> set[str]:
    return {each.doc for each in answer.citations}


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("What is Dov Orlik's ferry piece arguing?", "pr_551_ferry.txt"),
        ("What does Dov Orlik argue in his piece on the old line?", "pr_551_ferry.txt"),
        ("What's the argument of Orlik's article about the owners?", "pr_551_ferry.txt"),
        ("Give me the gist of Dov Orlik's column on the ferry", "pr_551_ferry.txt"),
        ("What is Orlik's piece about, in short?", "pr_551_ferry.txt"),
        ("What is the article pr_551_ferry.txt about?", "pr_551_ferry.txt"),
        ("What is the Orlik piece on the owners (pr_551_ferry.txt) about?", "pr_551_ferry.txt"),
        ("What is said in the lamp makers' response to Kelvar Moss?", "union-response.txt"),
        ("Main points of the union's reply to Dean Moss on the workshop", "union-response.txt"),
        ("What are the main reasons in the lamp makers' reply to Kelvar Moss?", "union-response.txt"),
        ("What are the main points of Ruan Ostley's speech at the Lorn Salt Fair 2031?", "salt-fair-talk.txt"),
        ("Summary of Ostley's talk at the salt fair", "salt-fair-talk.txt"),
        ("What is union-response about?", "union-response.txt"),
        ("What is Dov Orlik arguing in his piece on the old line?", "pr_551_ferry.txt"),
        ("What is the reply that the union of lamp makers sent to Dean Kelvar Moss about?", "union-response.txt"),
    ],
)
def test_one_text_is_summed_up(press: Pipeline, question: str, document: str) -> None:
    answer = press.ask(Turn(question))
    assert (answer.status, answer.kind) == ("answered", "overview")
    assert documents(answer) == {document}
    assert "main point" in answer.answer


@pytest.mark.parametrize(
    "question",
    ["What is Mira Fenn's piece on the herring arguing?", "What does Mira Fenn argue in her piece on the bay?"],
)
def test_of_several_each_is_named_to_choose_from(press: Pipeline, question: str) -> None:
    answer = press.ask(Turn(question))
    assert documents(answer) == {"column-may.txt", "column-june.txt"}
    assert answer.answer.startswith("The question may mean one of 2 documents.")


@pytest.mark.parametrize(
    "question",
    [
        "What is Tove Marsk's ferry piece arguing?",
        "What does Dov Orlik argue in his piece on the airport of Kestria?",
        "What is the owners' text message about?",
        "What did Ruan Ostley say about the price of salt?",
        "What does it say?",
    ],
)
def test_what_names_no_text_that_is_here_means_none(press: Pipeline, question: str) -> None:
    broad = understood(press, question).broad
    assert broad is None or not (broad.named.endswith(".txt") or broad.among)


@pytest.mark.parametrize("asked", ["the Ferry Workers' Bill of Rights", "the ferry worker bill of rights"])
def test_a_title_with_somebodys_name_in_it_is_a_text(over: Over, asked: str) -> None:
    bill = (
        "# The Ferry Worker Bill of Rights\n\nWorkers have a right to equal pay for equal work on every boat of Vesk.\n"
    )
    talk = "# Talk\n\n“I like the ferry very much,” Bill said. “It has been here for ninety years.”\n"
    answer = over({"rights.md": bill, "talk.md": talk}).ask(Turn(f"What are the main points of {asked}?"))
    assert {each.doc for each in answer.citations} == {"rights.md"}
