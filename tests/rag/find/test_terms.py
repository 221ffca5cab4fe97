import pytest

from index.text.stems import stem
from rag.find.terms import Term, coverage, terms_of
from rag.pipeline import Pipeline
from rag.records import Query


def test_coverage_by_hand() -> None:
    terms = (Term(frozenset({"harbour"}), 3.0), Term(frozenset({"cost", "price"}), 1.0))
    assert coverage(terms, {"harbour"}) == 0.75
    assert coverage(terms, {"price"}) == 0.25
    assert coverage(terms, set()) == 0.0
    assert coverage((), {"harbour"}) == 1.0


def test_a_word_that_stands_nowhere_weighs_most(sample: Pipeline) -> None:
    query = Query(standalone="", kind="fact", topic="drones zeppelins Ukraine", speaker=None)
    weights = {next(iter(sorted(term.stems))): term.weight for term in terms_of(query, sample.store.catalog, 9)}
    assert weights["zeppelin"] == max(weights.values()) > weights["drone"]


@pytest.mark.parametrize("topic", ["the United States", "America", "the U.S.", "Americans", "US"])
def test_the_names_of_one_country_are_one_term(sample: Pipeline, topic: str) -> None:
    (term,) = terms_of(Query(standalone="", kind="statements", topic=topic, speaker="x"), sample.store.catalog, 9)
    assert {"usa", "american"} <= term.stems
    assert "us" not in term.stems


def test_a_country_is_named_by_its_people(sample: Pipeline) -> None:
    (term,) = terms_of(
        Query(standalone="", kind="statements", topic="about Poland", speaker="x"), sample.store.catalog, 9
    )
    assert {"poland", "pole", "polish", "warsaw"} <= term.stems


@pytest.mark.parametrize(("asked", "written"), [("led", "lead"), ("lead", "led"), ("head", "led"), ("took", "taken")])
def test_the_forms_of_an_irregular_verb_are_one_term(sample: Pipeline, asked: str, written: str) -> None:
    (term,) = terms_of(Query(standalone="", kind="fact", topic=asked, speaker=None), sample.store.catalog, 9)
    assert stem(written) in term.stems


@pytest.mark.parametrize(("asked", "written"), [("Lukaschenko", "lukashenko"), ("Nawrotski", "nawrocki")])
def test_a_name_that_no_document_has_is_looked_for_as_they_spell_it(sample: Pipeline, asked: str, written: str) -> None:
    (term,) = terms_of(Query(standalone="", kind="fact", topic=asked, speaker=None), sample.store.catalog, 9)
    assert stem(written) in term.stems
