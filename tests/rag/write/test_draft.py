"""A drafted text is checked against what it cites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.check import verify
from rag.pipeline import Pipeline
from rag.records import Segment, Turn
from tests.rag.conftest import unsupported


@pytest.mark.parametrize(
    "text",
    [
        "Odran Tell said that the harbour cost forty million crowns [1].",
        "The harbour “took six years” [1].",
        "On 2 March 2031 Odran Tell spoke of the harbour's cost [1].",
    ],
)
def test_what_the_citation_supports_stays(gazette: Pipeline, text: str) -> None:
    citations = gazette.ask(Turn("What did Odran Tell say about the harbour?")).citations
    draft = verify.draft(text, citations, gazette.store.catalog)
    assert (draft.findings, draft.dropped) == ((), 0)
    assert "".join(each.text for each in draft.segments) == text


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Mira Quill said that the harbour cost forty million crowns [1].", "speaker"),
        ("The harbour “took seven years” [1].", "quotation"),
        ("Odran Tell said that the harbour cost fifty million crowns [1].", "number"),
        ("Odran Tell said that the harbour in Kestria cost forty million crowns [1].", "name"),
        ("Odran Tell said that the harbour did not cost forty million crowns [1].", "negation"),
        ("The harbour is a success.", "citation"),
        ("Odran Tell said that the harbour cost forty million crowns [9].", "citation"),
    ],
)
def test_what_it_does_not_support_is_left_out_and_named(gazette: Pipeline, text: str, claim: str) -> None:
    citations = gazette.ask(Turn("What did Odran Tell say about the harbour?")).citations
    draft = verify.draft(f"Odran Tell spoke of the harbour [1]. {text}", citations, gazette.store.catalog)
    assert claim in {each.claim for each in draft.findings}
    assert draft.dropped == 1
    shown = "".join(each.text for each in draft.segments)
    assert text not in shown
    assert "1 sentence was left out" in shown
    assert "Odran Tell spoke of the harbour [1]." in shown


@pytest.mark.parametrize(
    "question",
    [
        "What did Odran Tell say about the harbour?",
        "List all statements by Palo Brandt",
        "Timeline of Odran Tell's statements on the harbour",
        "Did Mira Quill say “Everybody asked the fishermen”?",
        "Did Odran Tell say “Nobody asked the fishermen”?",
        "How long is the bridge closed?",
        "What did Mira Quill say about taxes?",
        "Hello",
    ],
)
def test_our_own_answers_quote_only_what_they_cite(gazette: Pipeline, question: str) -> None:
    answer = gazette.ask(Turn(question))
    assert unsupported(answer, gazette.store.catalog) == ()
    assert {each.check for each in (*answer.citations, *answer.nearest)} <= {"verified"}


def test_a_quoted_string_that_is_not_cited_is_found_in_any_answer(gazette: Pipeline) -> None:
    answer = gazette.ask(Turn("What did Odran Tell say about the harbour?"))
    segments = (*answer.segments, Segment("\n\nHe called it “a triumph of the town”."))
    (finding,) = unsupported(replace(answer, segments=segments), gazette.store.catalog)
    assert (finding.claim, finding.words, finding.check) == ("quotation", "a triumph of the town", "not_found")
