from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Query, Turn
from rag.understand.follow_up import in_context

SPOKE = "What did Odran Tell say about the harbour?"
QUILL = "What did Mira Quill say about the berths?"
OWNED = "Who runs Westmere's new ferry school?"
FACT = "When did the bridge over the Lenn close?"
DECIDED = "What did the Vesk school board decide about the bus to the island?"
SEVERAL = "Which officer drives the hawkers off the quays?"
DATED = "What did Odran Tell say about the harbour in 2031?"


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        (SPOKE, "And about the bridge?", "What did Odran Tell say about the bridge?"),
        (SPOKE, "What about the market?", "What did Odran Tell say about the market?"),
        (SPOKE, "How about jobs?", "What did Odran Tell say about jobs?"),
        (SPOKE, "About berths?", "What did Odran Tell say about berths?"),
        (SPOKE, "And the closure?", "What did Odran Tell say about the closure?"),
        (SPOKE, "And Mira Quill?", "What did Mira Quill say about the harbour?"),
        (SPOKE, "What about Brandt?", "What did Brandt say about the harbour?"),
        (SPOKE, "And what did Brandt say?", "What did Brandt say about the harbour?"),
        (SPOKE, "And what did Brandt say about it?", "What did Brandt say about the harbour?"),
        (FACT, "And what did Brandt say?", "What did Brandt say?"),
        ("Where was Tell when the harbour opened?", "and what did Quill say", "What did Quill say?"),
        (
            "What did Mr Tell move about the £500 cheque of the owners?",
            "Who seconded it?",
            "Who seconded the £500 cheque of the owners?",
        ),
        (
            "Who paid for the 40 boats of the harbour?",
            "When was it sold?",
            "When was the 40 boats of the harbour sold?",
        ),
        ("Who mended the 12-ton crane of Vesk?", "Who paid for it?", "Who paid for the 12-ton crane of Vesk?"),
        (SPOKE, "What else?", "What else did Odran Tell say about the harbour?"),
        (SPOKE, "Anything else?", "What else did Odran Tell say about the harbour?"),
        (SPOKE, "What else did he say?", "What else did Odran Tell say about the harbour?"),
        (SPOKE, "Tell me more", "What else did Odran Tell say about the harbour?"),
        (SPOKE, "When was that?", "When did Odran Tell say that about the harbour?"),
        (SPOKE, "Where did he say that?", "Where did Odran Tell say that about the harbour?"),
        (SPOKE, "Why?", "Why did Odran Tell say that about the harbour?"),
        (SPOKE, "Did he say why?", "Why did Odran Tell say that about the harbour?"),
        (SPOKE, "To whom?", "To whom did Odran Tell say that about the harbour?"),
        (SPOKE, "Who did he say that to?", "To whom did Odran Tell say that about the harbour?"),
        (SPOKE, "How many times?", "How many times did Odran Tell mention the harbour?"),
        (SPOKE, "How often did he mention it?", "How many times did Odran Tell mention the harbour?"),
        (SPOKE, "List them all", "List all statements by Odran Tell about the harbour"),
        (SPOKE, "What about 2030?", "What did Odran Tell say about the harbour in 2030?"),
        (SPOKE, "And in March 2031?", "What did Odran Tell say about the harbour in March 2031?"),
        (SPOKE, "In 2031?", "What did Odran Tell say about the harbour in 2031?"),
        (SPOKE, "since 2030?", "What did Odran Tell say about the harbour since 2030?"),
        (DATED, "And about jobs?", "What did Odran Tell say about jobs in 2031?"),
        (DATED, "And in 2030?", "What did Odran Tell say about the harbour in 2030?"),
        (SPOKE, "Has his position changed?", "How has Odran Tell's position on the harbour changed over time?"),
        (SPOKE, "Who else said that?", "Who else said something about the harbour?"),
        (SPOKE, "Who told him that?", "Who told Odran Tell about the harbour?"),
        (SPOKE, "Who said that?", "Who said that about the harbour?"),
        (SPOKE, "And in Vesk?", "What did Odran Tell say about the harbour in Vesk?"),
        (SPOKE, "Did he mention fishermen?", "Did Odran Tell mention fishermen?"),
        (SPOKE, "What is his position on jobs?", "What is Odran Tell's position on jobs?"),
        (SPOKE, "What did Quill say about him?", "What did Quill say about Odran Tell?"),
        (SPOKE, "What did Brandt say about the bearings?", "What did Brandt say about the bearings?"),
        (SPOKE, "Who is Palo Brandt?", "Who is Palo Brandt?"),
        (SPOKE, "How much does he say it costs?", "How much does Odran Tell say the harbour costs?"),
        (SPOKE, "When does he think it will open?", "When does Odran Tell think the harbour will open?"),
        (DECIDED, "and who voted against it?", "Who voted against the bus to the island?"),
        (DECIDED, "When does it start?", "When does the bus to the island start?"),
        (SPOKE, "Did Mira Quill say that she lost?", "Did Mira Quill say that she lost?"),
        (SPOKE, "Has Mira Quill changed her position?", "Has Mira Quill changed her position?"),
        (SPOKE, "Did Brandt say what he thinks of it?", "Did Brandt say what he thinks of the harbour?"),
        (SPOKE, "Did Quill say that Brandt trusts her?", "Did Quill say that Brandt trusts her?"),
        (SPOKE, "Mira Quill said that she lost, did she?", "Mira Quill said that she lost, did she?"),
        (SPOKE, "Would Mira Quill say that she lost?", "Would Mira Quill say that she lost?"),
        (SPOKE, "Did Quill say anything about him?", "Did Quill say anything about Odran Tell?"),
        (SPOKE, "Did Mira Quill blame him?", "Did Mira Quill blame Odran Tell?"),
        (QUILL, "Did Odran Tell blame her?", "Did Odran Tell blame Mira Quill?"),
        (QUILL, "Did Odran Tell change her plan?", "Did Odran Tell change her plan?"),
        (QUILL, "Is her plan dear?", "Is Mira Quill's plan dear?"),
        (SPOKE, "Has Kestria changed since he said so?", "Has Kestria changed since Odran Tell said so?"),
        (SPOKE, "thanks", "thanks"),
        (OWNED, "How large is it?", "How large is Westmere's new ferry school?"),
        ("Who praised Ada Vesk's plan?", "When did it fail?", "When did Ada Vesk's plan fail?"),
        (FACT, "Why?", "Why did the bridge over the Lenn close?"),
        (FACT, "Where?", "Where did the bridge over the Lenn close?"),
        (FACT, "And who closed it?", "Who closed the bridge?"),
        (FACT, "Is it open again?", "Is the bridge open again?"),
        (FACT, "What did Brandt say?", "What did Brandt say?"),
        (SPOKE, "And by how much did it silt up there?", "By how much did the harbour silt up there?"),
        (SPOKE, "When will it open?", "When will the harbour open?"),
        (SPOKE, "But for whom does he speak?", "For whom does Odran Tell speak?"),
        (SPOKE, "And about what it costs?", "What did Odran Tell say about what it costs?"),
        (SPOKE, "And on the bridge, what did Brandt say?", "What did Brandt say on the bridge?"),
        (QUILL, "but as for jobs, how many were lost in Vesk?", "How many were lost in Vesk on jobs?"),
        (SPOKE, "And about the bridge, what did he say?", "What did Odran Tell say about the bridge?"),
        (SEVERAL, "How many of them must go?", "How many of them must go?"),
        ("Who is driving fruit sellers off Vesk's quays?", "How many of them must go?", "How many of them must go?"),
        ("Who mended the boats of Vesk?", "What did they cost?", "What did the boats of Vesk cost?"),
        ("thanks", "And about jobs?", "And about jobs?"),
        ("Что сказал Телл о рыбе?", "А о мосте?", "What did Tell say about bridge?"),
        ("Що Телл сказав про рибу?", "А про міст?", "What did Tell say about bridge?"),
        ("Что сказал Телл?", "А о мосте?", "What did Tell say about bridge?"),
        ("Co powiedział Tell o rybach?", "A o moście?", "What did Tell say about bridge?"),
    ],
)
def test_a_follow_up_stands_alone(gazette: Pipeline, before: str, question: str, standalone: str) -> None:
    assert gazette.understand(Turn(question, (before,))).standalone == standalone


def test_what_is_left_out_is_carried_over_several_questions(gazette: Pipeline) -> None:
    asked = (SPOKE, "And about the bridge?", "And Brandt?", "thanks", "What else?")
    stands = [gazette.understand(Turn(each, asked[:at])).standalone for at, each in enumerate(asked)]
    assert stands == [
        SPOKE,
        "What did Odran Tell say about the bridge?",
        "What did Brandt say about the bridge?",
        "thanks",
        "What else did Brandt say about the bridge?",
    ]


@pytest.mark.parametrize(
    ("question", "is_behind"),
    [
        ("How is that sum made up?", True),
        ("and who else was against it?", True),
        ("Who mends the clock of Vesk?", False),
        ("And on the clock, what did Brandt say?", False),
    ],
)
def test_what_points_back_is_looked_for_behind_the_question_before(question: str, is_behind: bool) -> None:
    query = Query(standalone=question, kind="fact", topic=question, speaker=None)
    turn = Turn(question, history=("What does the harbour bill say?",))
    expected = f"What does the harbour bill say? {question}" if is_behind else question
    assert in_context(query, turn).standalone == expected
    assert in_context(query, Turn(question)) == query
