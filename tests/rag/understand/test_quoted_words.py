from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.quoted_words import marked, outside_marks

SPOKE = "What did Odran Tell say about the harbour?"

KEPT = [
    "“he will resolve it”", '"he will resolve it"', "«he will resolve it»", "„he will resolve it“",
    "„he will resolve it”", "»he will resolve it«", "‘he will resolve it’", "'he will resolve it'",
    "‹he will resolve it›", "”he will resolve it”", "«он решит, his way»", "„her plan about it”",
    "‘he’ll resolve their harbour’", "“On, he, them, in 2021, about it”",
]  # fmt: skip


@pytest.mark.parametrize("words", KEPT)
@pytest.mark.parametrize("form", ["Did he say {}?", "And did he say {} about it?", "Who told him {}?", "And {}?"])
def test_words_between_quotation_marks_are_never_rewritten(gazette: Pipeline, form: str, words: str) -> None:
    query = gazette.understand(Turn(form.format(words), history=(SPOKE,)))
    assert words in query.standalone


def test_the_pronoun_outside_the_marks_is_named(gazette: Pipeline) -> None:
    query = gazette.understand(Turn("Did he say “he will resolve it”?", history=(SPOKE,)))
    assert query.standalone == "Did Odran Tell say “he will resolve it”?"


@pytest.mark.parametrize("question", ["And in Lorn?", "And the market?", "What about Brandt?"])
def test_the_quotation_of_the_question_before_is_not_exchanged(gazette: Pipeline, question: str) -> None:
    before = "Who opened “the harbour in Vesk of Odran Tell” at noon?"
    query = gazette.understand(Turn(question, history=(before,)))
    if "“" in query.standalone:
        assert "“the harbour in Vesk of Odran Tell”" in query.standalone


def test_a_mark_that_nothing_closes_keeps_all_after_it(gazette: Pipeline) -> None:
    query = gazette.understand(Turn("Did he say “he will resolve it?", history=(SPOKE,)))
    assert query.standalone.endswith("“he will resolve it?")


def test_a_date_between_quotation_marks_is_no_filter(gazette: Pipeline) -> None:
    query = gazette.understand(Turn("Did Odran Tell say “we built it in 2031”?"))
    assert (query.quotation, query.since) == ("we built it in 2031", None)


@pytest.mark.parametrize("text", ["Tell's plan and the boats' owners", "no marks at all", "5' 6"])
def test_an_apostrophe_marks_nothing(text: str) -> None:
    assert marked(text) == []


def test_a_rewriting_that_loses_marked_words_is_not_taken() -> None:
    assert outside_marks("he said “it”", lambda plain: "gone") == "he said “it”"
    assert outside_marks("he said “it”", lambda plain: plain.replace("he", "Tell")) == "Tell said “it”"
