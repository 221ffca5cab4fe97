"""Questions that compare people, in many wordings: who is compared, on what, and what is asked of each."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.plan.compared import both_sides, compared_in
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Compare Tellmar and Quillon on the bridge", "the bridge"),
        ("Do Tellmar and Quillon agree about the bridge", "the bridge"),
        ("How do Tellmar and Quillon see the bridge", "the bridge"),
        ("How does Tellmar differ from Quillon on the bridge", "the bridge"),
        ("Where do Tellmar and Quillon disagree on the bridge", "the bridge"),
        ("Did Tellmar and Quillon share the same opinion on the bridge", "the bridge"),
        ("Are Tellmar and Quillon at odds over the bridge", "the bridge"),
        ("On the bridge, how do Tellmar and Quillon differ", "the bridge"),
        ("closing the bridge - where do Tellmar and Quillon each stand", "closing the bridge"),
        ("Compare Tellmar's and Quillon's bridge plans for their countries", "bridge plans"),
        ("How do Tellmar and Quillon see the bridge? They can't both be right", "the bridge"),
        ("Tellmar and Quillon both wanted the bridge moved. What exactly did each of them ask for", "the bridge moved"),
        ("Who is tougher on the bridge, Tellmar or Quillon", "the bridge"),
        ("Who was more critical of the bridge: Tellmar or Quillon", "the bridge"),
        ("Who promised more new cranes, Tellmar or Quillon", "new cranes"),
        ("Is Tellmar or Quillon harsher on the bridge", "the bridge"),
        ("Tellmar and Quillon on the bridge, where do they disagree", "the bridge"),
        ("Tellmar and Quillon on the bridge: how do the two differ", "the bridge"),
        ("Who is more afraid of the bridge, Tellmar or Quillon? What does each say", "the bridge"),
        ("How do Tellmar and Quillon differ on the bridge; what did each of them say about it", "the bridge"),
        ("Tellmar or Quillon: who speaks more about the bridge", "the bridge"),
        ("Where do Tellmar and Quillon stand on the bridge", "the bridge"),
        ("How did Tellmar and Quillon each explain the bridge's closing", "the bridge's closing"),
        ("What reasons did Tellmar and Quillon give for closing the bridge", "closing the bridge"),
        ("Compare the reasons Tellmar and Quillon gave for closing the bridge", "closing the bridge"),
        ("What were the different explanations that Tellmar and Quillon offered for the bridge", "the bridge"),
        ("What are the main similarities between Tellmar and Quillon on the bridge", "the bridge"),
    ],
)
def test_who_is_compared_on_what(town: Pipeline, text: str, topic: str) -> None:
    assert compared_in(text, town.store.catalog) == (["Tellmar", "Quillon"], topic)


@pytest.mark.parametrize(
    "text",
    [
        "Who is older, the bridge or the ferry",
        "Do the boats and the trains differ on Sundays",
        "Is war or peace nearer to the town",
        "Who spoke more about the bridge in May or June",
    ],
)
def test_things_and_months_are_nobody(town: Pipeline, text: str) -> None:
    assert compared_in(text, town.store.catalog) is None


TALKS = {
    "2031-05-01-talks.txt": (
        "Talks on the ferry\n\n“The ferry stays open,” Mayor Odran Tellmar told Mira Quillon on Thursday. "
        "“The bridge costs too much.”\n\n“That ferry is a wreck,” Quillon replied. “I told Tellmar: ‘Sell it.’”\n\n"
        "“Both of them forget the lighthouse,” said Ilse Brandt, the harbour master.\n"
    )
}


@pytest.fixture(scope="module")
def talks(over: Over) -> Pipeline:
    return over(TALKS)


TOLD, REPLIED = "What did Tellmar tell Quillon?", "What did Quillon tell Tellmar?"


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Compare what Tellmar told Quillon with what Quillon answered", TOLD, REPLIED),
        ("compare what Tellmar told Quillon and what Quillon replied", TOLD, REPLIED),
        ("Contrast what Tellmar told Quillon with what Quillon told Tellmar.", TOLD, REPLIED),
        ("What is the difference between what Tellmar told Quillon and what Quillon told Tellmar?", TOLD, REPLIED),
        ("what's the difference between what Tellmar told Quillon and what Quillon replied?", TOLD, REPLIED),
        (
            "How does what Tellmar said about the ferry compare with what Quillon said?",
            "What did Tellmar say about the ferry?",
            "What did Quillon say about the ferry?",
        ),
        (
            "how does what tellmar said about the ferry differ from what quillon thinks?",
            "What did tellmar say about the ferry?",
            "What did quillon think about the ferry?",
        ),
        (
            "Compare what Tellmar said about the ferry with what he said about the bridge",
            "What did Tellmar say about the ferry?",
            "What did Tellmar say about the bridge?",
        ),
        (
            "Compare what Ilse Brandt said about the lighthouse to what Mira Quillon said about the ferry",
            "What did Ilse Brandt say about the lighthouse?",
            "What did Mira Quillon say about the ferry?",
        ),
        (
            "compare what brandt says about the lighthouse versus what tellmar says",
            "What did brandt say about the lighthouse?",
            "What did tellmar say about the lighthouse?",
        ),
        ("Compare what Brandt wants with what Tellmar wants", "What did Brandt want?", "What did Tellmar want?"),
        (
            "Please compare what Tellmar promised with what he said about the bridge",
            "What did Tellmar promise?",
            "What did Tellmar say about the bridge?",
        ),
        (
            "Compare what Tellmar said on fares for the ferry at his launch with what Quillon committed to in 2031",
            "What did Tellmar say on fares for the ferry at his launch?",
            "What did Quillon say on fares for the ferry in 2031?",
        ),
        (
            "Compare what Tellmar announced about the ferry with what Quillon thought of it",
            "What did Tellmar announce about the ferry?",
            "What did Quillon think about the ferry?",
        ),
        (
            "How does what Tellmar told farmers in 2030 compare with what Quillon told them in 2031?",
            "What did Tellmar tell farmers in 2030?",
            "What did Quillon tell farmers in 2031?",
        ),
        (
            "How did Vesk's line on fares for the ferry change from Tellmar in 2030 to Mira Quillon in May 2031?",
            "What did Tellmar say about fares for the ferry in 2030?",
            "What did Mira Quillon say about fares for the ferry in May 2031?",
        ),
        (
            "how has the policy on the ferry shifted from Tellmar to Quillon?",
            "What did Tellmar say about the ferry?",
            "What did Quillon say about the ferry?",
        ),
        ("How did Tellmar's view on the ferry change from 2030 to 2031?", "", ""),
        ("Compare what Tellmar and Quillon said about the ferry", "", ""),
        ("Compare what Nobodie said with what Someoneelse said", "", ""),
        ("What did Tellmar tell Quillon and what did Quillon answer?", "", ""),
    ],
)
def test_the_two_questions(talks: Pipeline, question: str, first: str, second: str) -> None:
    assert both_sides(question, talks.store.catalog) == [each for each in (first, second) if each]


def test_each_side_has_its_words(talks: Pipeline) -> None:
    answer = talks.ask(Turn("Compare what Tellmar said about the ferry with what Quillon answered."))
    assert [each.heading for each in answer.parts] == ["Tellmar on the ferry", "Quillon on Tellmar"]
    assert {each.speaker for each in answer.citations} == {"Odran Tellmar", "Mira Quillon"}
