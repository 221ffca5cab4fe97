"""A fact is shown in the passage that it stands in, under whose it is or where it stands, with the sentence marked."""

from __future__ import annotations

import pytest

from rag.answer.passages.whole import apart, whole
from rag.pipeline import Pipeline
from rag.records import Answer, Candidate, Segment, Turn
from tests.rag.answer.passages.papers import PAPERS
from tests.rag.conftest import Over


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


def _before(answer: Answer, number: int) -> str:
    """Return the program's words right before the cited words of a number."""
    at = next(at for at, each in enumerate(answer.segments) if each.citation and each.citation.n == number)
    before = (each.text for each in answer.segments[:at] if not each.citation and each.text.strip("“ \n"))
    return list(before)[-1]


def _marked(answer: Answer) -> list[str]:
    return [_words(each) for each in answer.segments if each.citation and each.marked]


def _words(segment: Segment) -> str:
    return segment.text[slice(*segment.marked)] if segment.marked else ""


def test_words_of_somebody_come_before_the_passage_they_stand_in(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Why do the watchmen leave?"))
    own, passage, *_ = answer.citations
    assert own.text.startswith("They leave because we pay badly")
    assert own.speaker == "SAND"
    assert own.text in passage.text
    assert "And the watchmen?" in passage.text
    assert any(own.text in each for each in _marked(answer))


def test_a_passage_in_which_several_speak_is_nobodys(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Why do the watchmen leave?"))
    passage = answer.citations[1]
    assert passage.speaker is None
    assert _before(answer, passage.n).startswith("“I count the lamps”: a talk with the harbour master")


def test_a_passage_that_is_all_one_speakers_is_his(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Why has one of the rooms of the school no desks?"))
    assert "That was the wish of the pupils" in answer.citations[0].text
    assert answer.citations[0].speaker in (None, "Ada Brandt")


def test_the_head_of_a_document_is_no_passage(papers: Pipeline) -> None:
    answer = papers.ask(Turn("Why is the bay clear?"))
    assert "mostly the mussels" in " ".join(each.text for each in answer.citations)
    assert all(each.text.strip() != "12 October 2031" for each in answer.citations)


def test_a_value_that_is_surely_read_stands_alone(papers: Pipeline) -> None:
    answer = papers.ask(Turn("How many people does Feld employ?"))
    assert answer.answer.startswith("Four people")
    assert len(answer.citations[0].text.split()) < 40


def test_at_most_three_passages_are_shown_and_none_twice(papers: Pipeline) -> None:
    for question in ("Why do the watchmen leave?", "Why has the bay cleared?", "Why did two watchmen go to Lund?"):
        shown = [each for each in papers.ask(Turn(question)).cited if len(each.text.split()) > 40]
        assert 1 <= len(shown) <= 3
        places = sorted((each.doc, each.start, each.end) for each in shown)
        assert all(one[0] != other[0] or one[2] <= other[1] for one, other in zip(places, places[1:], strict=False))


def test_what_replies_to_the_last_words_of_a_passage_is_shown_once(over: Over) -> None:
    lamp = "Who keeps the lamp? " + "The lamp is old. " * 20
    catalog = over({"lamp.txt": f"{lamp}\n\nWho pays for the oil?\n\nThe guild pays. It always has.\n"}).store.catalog
    document = catalog.document("lamp.txt")
    assert document is not None
    middle = document.text.index("The guild pays")
    places = ((0, middle), (middle, len(document.text)))
    passages = [Candidate(document_id="lamp.txt", start=start, end=end, score=1.0) for start, end in places]
    (shown,) = apart((whole(document, each, None, catalog) for each in passages), catalog)
    assert document.text[shown.evidence.start : shown.evidence.end].endswith("It always has.")
