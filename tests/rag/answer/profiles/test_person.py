"""What is known of a person, each fact with the words that bear it."""

from __future__ import annotations

from index.correct import change
from rag.answer.profiles.person import Person
from rag.pipeline import Pipeline
from tests.rag.conftest import Over


def test_a_person_has_first_and_last_words_with_their_days(library: Pipeline) -> None:
    found = library.person("Odran Tell")
    assert isinstance(found, Person)
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


def test_who_has_no_name_is_told_of_with_an_article(over: Over) -> None:
    text = (
        "INTERVIEW WITH ANA RUIZ\n\nQUESTION: Does the ferry stay?\n\nANA RUIZ: It stays.\n\nQUESTION: Until when?\n\n"
    )
    found = over({"a.txt": f"{text}ANA RUIZ: Until the bridge is there.\n"}).person("Ana Ruiz")
    assert found is not None
    assert {each.label for each in found.exchanges} == {"the interviewer answers", "Answers the interviewer"}


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
