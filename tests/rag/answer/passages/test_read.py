"""The passages nearest to a question, in the order of retrieval and of what the reader makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.dates.metadata import header_end
from index.text.sentences import sentences
from rag.answer.passages.perhaps import Perhaps
from rag.answer.passages.read import NearPassages, ReadPassage
from rag.pipeline import Pipeline
from rag.records import Candidate, Reading, Turn
from tests.rag.answer.passages.papers import PAPERS
from tests.rag.conftest import Over


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.fixture(scope="module")
def near(papers: Pipeline) -> NearPassages:
    assert isinstance(papers.perhaps, Perhaps)
    return papers.perhaps.near


def _passage(score: float, reading: Reading | None) -> ReadPassage:
    return ReadPassage(Candidate(document_id="d", start=0, end=10, score=score), reading)


def test_what_the_reader_finds_goes_before_what_is_only_near() -> None:
    found = _passage(0.6, Reading(answerable=3.0, margin=5.0, start=1, end=4))
    near = _passage(0.9, Reading(answerable=-4.0, margin=-7.0, start=-1, end=-1))
    assert found.rank > near.rank


def test_no_logit_counts_beyond_its_bounds() -> None:
    high, higher = (_passage(0.5, Reading(answerable=4.0, margin=each, start=0, end=1)) for each in (6.0, 60.0))
    assert high.rank == higher.rank


def test_what_is_not_read_counts_as_little_as_what_is_doubted() -> None:
    assert _passage(0.5, None).rank < _passage(0.5, Reading(0.0, 0.0, 0, 1)).rank


def test_the_passages_come_best_first_with_the_sentence_that_was_read(papers: Pipeline, near: NearPassages) -> None:
    query = papers.understand(Turn("what is really behind the clean water in the bay?"))
    read = near(query)
    assert [each.rank for each in read] == sorted((each.rank for each in read), reverse=True)
    document = papers.document(read[0].candidate.document_id)
    span = read[0].nearest(document.text)
    assert span is not None
    assert read[0].candidate.start <= span[0] < span[1] <= read[0].candidate.end
    assert "mussel" in document.text[slice(*span)]


def test_without_a_reader_they_come_as_retrieved(papers: Pipeline, near: NearPassages) -> None:
    query = papers.understand(Turn("Why has the bay cleared?"))
    unread = replace(near, reads=None)(query)
    assert all(each.reading is None for each in unread)
    assert [each.candidate.score for each in unread] == sorted((each.candidate.score for each in unread), reverse=True)


def test_for_a_fact_what_was_read_of_its_evidence_counts(papers: Pipeline, near: NearPassages) -> None:
    query = papers.understand(Turn("Why do the watchmen leave?"))
    _, ranked = papers._found(query)
    best = near.of_fact(query, ranked)[0]
    assert best.reading is not None
    assert best.candidate.opens(next(each for each in ranked.evidence if each.reading == best.reading))


@pytest.mark.parametrize("question", ["asdf qwer", "What is blorf?", "Did Zzyx flumb the quorv?"])
def test_nothing_is_near_to_a_question_of_no_known_word(papers: Pipeline, near: NearPassages, question: str) -> None:
    assert near(papers.understand(Turn(question))) == []
    answer = papers.ask(Turn(question))
    assert (answer.status, answer.unsure) == ("not_found", False)


@pytest.mark.parametrize("question", ["blorf mussels", "Why?"])
def test_one_known_word_or_none_asked_for_is_enough(papers: Pipeline, near: NearPassages, question: str) -> None:
    assert near(papers.understand(Turn(question)))


def test_what_stands_right_beside_passages_is_read_by_whole_sentences(papers: Pipeline, near: NearPassages) -> None:
    query = papers.understand(Turn("what is really behind the clean water in the bay?"))
    document = papers.document(next(iter(near(query))).candidate.document_id)
    spans = sentences(document.text, header_end(document.text), len(document.text))
    start, end = spans[3]
    shown = ReadPassage(Candidate(document_id=document.id, start=start, end=end, score=0.5))
    before, behind = near.beside(query, [shown])
    assert (before.candidate.end, behind.candidate.start) == (spans[2][1], spans[4][0])
    assert before.candidate.start in {each[0] for each in spans}
    assert behind.candidate.end in {each[1] for each in spans}
    assert all(each.reading is not None for each in (before, behind))
    assert [each.candidate.start for each in near.beside(query, [shown], lambda each: each.start > start)] == [
        behind.candidate.start
    ]
