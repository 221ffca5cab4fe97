"""What comes first in small invented corpora."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from rag.pipeline import Pipeline
from rag.records import Ranked, Turn
from tests.conftest import NewStore, pipeline_over

Asked = Callable[[dict[str, str], str], tuple[Pipeline, Ranked]]


@pytest.fixture
def ask(new_store: NewStore, tmp_path: Path) -> Iterator[Asked]:
    def asked(papers: dict[str, str], question: str) -> tuple[Pipeline, Ranked]:
        pipeline = stack.enter_context(pipeline_over(papers, tmp_path, new_store))
        query = pipeline.understand(Turn(question))
        terms = pipeline.weigh(query)
        return pipeline, pipeline.rank(query, terms, pipeline.retrieve(query, terms))

    with ExitStack() as stack:
        yield asked


def first(pipeline: Pipeline, ranked: Ranked) -> str:
    best = ranked.evidence[0]
    return pipeline.document(best.document_id).text[best.start : best.end]


def test_a_greeting_is_poor_evidence(ask: Asked) -> None:
    speech = (
        "Odran Tell: Greetings, Vesk! Dear people of Vesk! I thank you all for coming here in this weather.\n\n"
        "Mara Quill: We are glad to be here.\n\n"
        "Odran Tell: The ferry from Vesk will run every hour again from the first day of spring.\n"
    )
    pipeline, ranked = ask({"speech.txt": speech}, "What did Odran Tell say about Vesk?")
    assert "ferry" in first(pipeline, ranked)
    assert {each.speaker for each in ranked.evidence} == {"Odran Tell"}


def test_a_verb_that_is_the_topic_finds_what_was_said_with_it(ask: Asked) -> None:
    paper = (
        "The bridge of Vesk is old. “It was built by my grandfather and his brothers,” Mara Quill said on Monday.\n\n"
        "“Nobody should walk there after the next frost,” Mara Quill warned on Tuesday.\n\n"
        "“We will have a feast when the summer comes,” Mara Quill said on Friday.\n"
    )
    pipeline, ranked = ask({"paper.txt": paper}, "What did Mara Quill warn about?")
    assert "frost" in first(pipeline, ranked)


def test_a_question_for_a_day_is_answered_by_the_sentence_with_one(ask: Asked) -> None:
    paper = (
        "The bridge of Vesk was opened by the mayor in the rain. The bridge of Vesk was opened on 4 May 2031. "
        "The bridge of Vesk was opened to carts alone."
    )
    pipeline, ranked = ask({"paper.txt": paper}, "When was the bridge of Vesk opened?")
    assert "4 May 2031" in first(pipeline, ranked)


def test_what_two_papers_agree_on_comes_before_what_one_tells(ask: Asked) -> None:
    papers = {
        "one.txt": "The winner of the Vesk regatta was Mara Quill.",
        "two.txt": "In the evening the winner of the Vesk regatta, Mara Quill, went home by the river.",
        "three.txt": "The winner of the Vesk regatta was Odran Tell.",
    }
    pipeline, ranked = ask(papers, "Who was the winner of the Vesk regatta?")
    assert "Mara Quill" in first(pipeline, ranked)


@pytest.mark.parametrize(("winner", "other"), [("Mara Quill", "Odran Tell"), ("Odran Tell", "Mara Quill")])
def test_of_two_reports_the_one_that_most_other_papers_support_comes_first(ask: Asked, winner: str, other: str) -> None:
    sentences = [
        "{} won the great regatta of Vesk on Sunday in heavy rain and was carried through the town.",
        "It was {} who won on Sunday at the great regatta of Vesk.",
        "The great regatta of Vesk, which {} won last Sunday, is as old as the harbour.",
        "On Sunday the great regatta of Vesk was won by {} for the second time, before two thousand people.",
        "Nobody expected that {} would have won the great Sunday regatta at Vesk.",
        "The sail with which {} won the great regatta of Vesk on Sunday hangs in the hall.",
    ]
    papers = {f"{number} for one.txt": each.format(winner) for number, each in enumerate(sentences)}
    papers |= {f"{number} for another.txt": each.format(other) for number, each in enumerate(sentences[:-1])}
    pipeline, ranked = ask(papers, "Who won the great regatta of Vesk on Sunday?")
    assert winner in first(pipeline, ranked)
    assert winner in pipeline.document(ranked.candidates[0].document_id).text


def test_last_year_is_no_answer_for_this_year(ask: Asked) -> None:
    papers = {
        "one.txt": "The winner of the regatta of Vesk in 2030 was Mara Quill.",
        "two.txt": "In 2031 it was Odran Tell who took the prize as winner at Vesk, in the regatta that had no wind.",
    }
    pipeline, ranked = ask(papers, "Who was the winner of the regatta of Vesk in 2031?")
    assert "Odran Tell" in first(pipeline, ranked)


def test_a_window_counts_with_all_the_words_that_it_shows(ask: Asked) -> None:
    text = "We saw over which roofs these kites went. We shot down everything we could. These kites. A few are left."
    pipeline, ranked = ask({"one.txt": text}, "Who shot down the kites?")
    assert first(pipeline, ranked) == "We shot down everything we could. These kites."


def test_one_story_in_twelve_papers_is_shown_once_with_its_places(ask: Asked) -> None:
    story = "The council of Vesk voted on Monday to close the old bridge over the Lenn for nine weeks of repairs."
    papers = {f"paper-{number:02}.txt": story for number in range(12)}
    papers["other.txt"] = "The bridge of Vesk was painted green."
    _, ranked = ask(papers, "Why did the council close the bridge of Vesk?")
    (shown,) = [each for each in ranked.evidence if "paper-" in each.document_id]
    documents = {shown.document_id, *(each for each, _, _ in shown.also)}
    assert len(documents) > 5
    assert len(ranked.candidates) >= 10
