"""What is known of a document beside its text."""

from __future__ import annotations

from rag.answer.profiles.of_document import About
from rag.pipeline import Pipeline


def test_a_document_has_its_speakers_and_days(library: Pipeline) -> None:
    found = library.about(library.document("2031-06-11-council.txt"))
    assert isinstance(found, About)
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
