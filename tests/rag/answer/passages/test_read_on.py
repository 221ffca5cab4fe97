"""What stands right beside the shown words is shown where the reader says that it answers too, as whose it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from rag.answer.passages.read_on import ReadOn
from rag.pipeline import Pipeline
from rag.records import Answer, Reading, Turn
from tests.rag.conftest import Over

FILLER = (
    "The tide tables were read out, and the lamps were counted, and nobody had anything to say about either of them."
)
PAPERS = {
    "talk.md": f"""# A talk with Oren Maik

4 May 2033

**Tessa Voll:** What is a ferry council?

**Oren Maik:** A ferry council writes down how late the boats are. {FILLER}

**Tessa Voll:** And what came of it?

**Oren Maik:** Surprisingly little. The boats are as late as they were.

**Tessa Voll:** The company says that it has bought a bell.
""",
    "roof.txt": f"""Roof divides Lindau

By Anna Weck, 12 June 2033

The councillors of Lindau sat until midnight. {FILLER}

“In its present form this roof is an oven,” Petra Noll said on the steps.

She had brought a petition with nine hundred names, and a thermometer. {FILLER}

“A glass roof is for looking at,” said the architect Hugo Pell. {FILLER}
""",
    "road.txt": f"""Notes of the roads committee, 9 July 2033

The engineer said that the bridge over the Lenn has cost two million crowns. {FILLER}

{FILLER} {FILLER}

The bridge will carry eleven tonnes, and no more until the second pier is mended. {FILLER}
""",
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.fixture
def asked(papers: Pipeline) -> Callable[[str, str], tuple[Answer, Answer]]:
    """What answers a question without reading on, and with a reader to which what has certain words answers."""

    def ask(question: str, words: str) -> tuple[Answer, Answer]:
        def reads(question: str, texts: Sequence[str]) -> list[Reading]:
            places = [each.find(words) for each in texts]
            return [Reading(2.0 if at >= 0 else -5.0, 2.0, at, at + len(words) if at >= 0 else -1) for at in places]

        short, long = (
            replace(papers, read_on=on) for on in (lambda _, answer: answer, ReadOn(reads, papers.store.catalog))
        )
        return short.ask(Turn(question)), long.ask(Turn(question))

    return ask


Asked = Callable[[str, str], tuple[Answer, Answer]]


def test_a_reply_behind_the_shown_one_follows_under_who_speaks_it(asked: Asked) -> None:
    short, long = asked("What did Oren Maik say about what a ferry council writes down?", "Surprisingly little")
    assert "Surprisingly little" not in short.answer
    assert long.citations[: len(short.citations)] == short.citations
    added = long.citations[-1]
    assert added.text == "Surprisingly little. The boats are as late as they were."
    assert (added.speaker, added.check, added.n) == ("Oren Maik", "verified", len(long.citations))
    assert "Right after" not in long.answer


def test_what_another_says_beside_somebodys_words_is_not_shown_for_his(asked: Asked) -> None:
    for question, words in [
        ("What did Petra Noll say about the roof?", "A glass roof is for looking at"),
        (
            "What did Oren Maik say about what a ferry council writes down?",
            "The company says that it has bought a bell",
        ),
    ]:
        short, long = asked(question, words)
        assert short.citations
        assert long == replace(short, elapsed_ms=long.elapsed_ms)


def test_words_below_anothers_label_are_that_ones(asked: Asked) -> None:
    _, long = asked("Which guest told of a ferry council that writes down how late boats are?", "has bought a bell")
    added = [each for each in long.citations if "bought a bell" in each.text]
    assert [(each.speaker, each.text) for each in added] == [
        ("Tessa Voll", "The company says that it has bought a bell.")
    ]


def test_what_a_text_tells_behind_a_quotation_stands_by_itself(asked: Asked) -> None:
    short, long = asked("What did Petra Noll say about the roof?", "a petition with nine hundred names")
    assert "petition" not in short.answer
    assert [each.speaker for each in long.citations] == ["Petra Noll", None]
    assert "an oven" not in long.citations[-1].text


def test_a_passage_goes_on_where_it_stands(asked: Asked) -> None:
    short, long = asked("How much has the bridge over the Lenn cost?", "eleven tonnes")
    assert "eleven tonnes" not in short.answer
    assert len(long.citations) == len(short.citations)
    grown = next(each for each in long.citations if "eleven tonnes" in each.text)
    assert grown.check == "verified"
    assert [each.text for each in long.segments if each.citation] == [each.text for each in long.citations]
    assert long.opening == short.opening


def test_a_title_is_no_part_of_what_stands_beside(asked: Asked) -> None:
    _, long = asked("What did Petra Noll say about the roof?", "sat until midnight")
    assert long.citations[-1].text.startswith(("By Anna Weck", "The councillors"))


def test_nothing_is_read_beside_a_refusal(asked: Asked) -> None:
    short, long = asked("What did Petra Noll say about submarines?", "petition")
    assert long == replace(short, elapsed_ms=long.elapsed_ms)
