"""What is known of a person and of a document, each fact with the words that bear it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.correct import change
from rag.pipeline import Pipeline
from tests.conftest import pipeline_over

TEXTS = {
    "2031-03-02-harbour.txt": (
        "date 2031-03-02\n\nOdran Tell, the mayor of Vesk, opened the new harbour on Sunday.\n\n"
        "“The harbour cost forty million crowns and took six years,” Tell said.\n\n"
        "“If the ferry pays, we shall build a second harbour,” Tell said.\n"
    ),
    "2031-06-11-council.txt": (
        "date 2031-06-11\n\nMINUTES OF THE COUNCIL OF VESK\n\n"
        "ODRAN TELL: The harbour has brought three hundred jobs to Vesk.\n\n"
        "MIRA QUILL: Who will pay for the harbour berths of the fishermen?\n\n"
        "ODRAN TELL: The harbour pays for its berths from the fees.\n\n"
        "MIRA QUILL: I do not believe the harbour office.\n"
    ),
    "2031-07-01-harbour.txt": (
        "date 2031-07-01\n\n“The harbour of Vesk is full of ships and the fishermen have no berths,” Mira Quill said.\n"
    ),
    "2031-08-01-cakes[1].txt": "date 2031-08-01\n\nBaker Palo Brandt sells plum cakes in the old market hall.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Pipeline]:
    with pipeline_over(TEXTS, tmp_path) as pipeline:
        yield pipeline


def test_a_person_has_first_and_last_words_with_their_days(library: Pipeline) -> None:
    found = library.person("Odran Tell")
    assert found is not None
    first, last = found.ends
    assert (first.citation.said_on, last.citation.said_on) == ("2031-03-02", "2031-06-11")
    assert "forty million" in first.citation.text
    assert "from the fees" in last.citation.text


def test_what_a_person_is_stands_with_the_sentence_that_says_so(library: Pipeline) -> None:
    found = library.person("Odran Tell")
    assert found is not None
    for role in found.roles:
        assert role.label in role.citation.text
        assert "Tell" in role.citation.text
    assert [each.label for each in found.roles] == ["the mayor of Vesk"]


def test_who_answers_whom_is_told_by_turns(library: Pipeline) -> None:
    found = library.person("Odran Tell")
    assert found is not None
    assert {(each.label, each.count) for each in found.exchanges} == {
        ("Mira Quill answers", 2),
        ("Answers Mira Quill", 1),
    }


def test_what_is_not_simply_said_is_counted_with_an_example(library: Pipeline) -> None:
    found = library.person("Odran Tell")
    assert found is not None
    assert [(each.label, each.count) for each in found.senses] == [("under a condition", 1)]


def test_all_that_is_cited_is_checked_and_numbered_through(library: Pipeline) -> None:
    for name in ("Odran Tell", "Mira Quill"):
        found = library.person(name)
        assert found is not None
        assert [each.n for each in found.citations] == list(range(1, len(found.citations) + 1))
        assert {each.check for each in found.citations} == {"verified"}


def test_nobody_of_a_name_is_nobody(library: Pipeline) -> None:
    assert library.person("Nobody Here") is None
    assert library.person("") is None


def test_corrected_words_are_named(library: Pipeline) -> None:
    name = "2031-07-01-harbour.txt"
    (said,) = library.store.catalog.statements(name)
    change(library.store, f"{name}@{said.start}-{said.end}", {"speaker": "Berta Noll"}, [], 192)
    found = library.person("Berta Noll")
    assert found is not None
    assert [each.speaker for each in found.corrected] == ["Berta Noll"]


def test_a_document_has_its_speakers_and_days(library: Pipeline) -> None:
    found = library.about(library.document("2031-06-11-council.txt"))
    assert [(each.name, each.statements) for each in found.voices] == [("Odran Tell", 2), ("Mira Quill", 2)]
    assert found.days == (("2031-06-11", 4),)
    assert found.citations
    assert {each.doc for each in found.citations} == {"2031-06-11-council.txt"}


def test_similar_documents_are_of_the_same_matter(library: Pipeline) -> None:
    found = library.about(library.document("2031-07-01-harbour.txt"))
    similar = [each.id for each in found.similar]
    assert "2031-06-11-council.txt" in similar
    assert "2031-07-01-harbour.txt" not in similar
    assert "2031-08-01-cakes[1].txt" not in similar


def test_a_name_with_the_signs_of_a_pattern_is_summarised_itself(library: Pipeline) -> None:
    found = library.about(library.document("2031-08-01-cakes[1].txt"))
    assert {each.doc for each in found.citations} == {"2031-08-01-cakes[1].txt"}
