"""Two sides of a comparison for which no speaker is known: what counts as a side's own words."""

from __future__ import annotations

import pytest

from rag.answer.plan.of_side import is_of_side, names
from rag.pipeline import Pipeline
from rag.records import Citation, Turn
from tests.rag.conftest import Over

RELEASES = {
    "lanterns.md": (
        "# Trams for Vesk at last\n\n**3 May 2031**\n\n**Press Release: Lantern Party**\n\n"
        "The council's decision on the tram is the first step to a town that children can cross. "
        "KEEL has fought it for years. “Most people will choose the tram over a car once it runs. "
        "We want the rails laid before the winter.”, says the party's spokeswoman for streets, Ona Quill.\n"
    ),
    "keel.md": (
        "# Eskby will pay for the tram\n\n**3 May 2031**\n\n**Press Release: KEEL Kestria**\n\n"
        "“The tram has been a disaster from the first day. Every household on the coast will be on the hook for it.”, "
        "says KEEL's spokesman for streets, Odran Tell. “The tram will cost nine million crowns.”\n"
    ),
    "news.md": (
        "# A stormy night on the tram\n\n4 May 2031\n\n"
        "The Lanterns welcomed the tram on Tuesday. A keel was laid in the yard. The Salt Union stayed away.\n"
    ),
}


@pytest.fixture(scope="module")
def releases(over: Over) -> Pipeline:
    return over(RELEASES)


def _cited(pipeline: Pipeline, doc: str, text: str) -> Citation:
    document = pipeline.document(doc)
    start = document.text.index(text)
    return Citation(
        n=1,
        doc=doc,
        title=document.title,
        published=document.published,
        source=None,
        url=None,
        page=None,
        start=start,
        end=start + len(text),
        text=text,
        speaker=None,
        reported_by=None,
        said_on=None,
        check="verified",
    )


@pytest.mark.parametrize(
    ("doc", "text", "side", "other", "is_its"),
    [
        ("lanterns.md", "We want the rails laid before the winter.", "the Lantern Party", "KEEL", True),
        ("lanterns.md", "KEEL has fought it for years.", "KEEL", "the Lantern Party", False),
        ("keel.md", "The tram has been a disaster from the first day.", "KEEL", "the Lantern Party", True),
        ("keel.md", "The tram has been a disaster from the first day.", "the Lanterns", "KEEL", False),
        ("keel.md", "The tram has been a disaster from the first day.", "the Salt Union", "the Lanterns", False),
        ("news.md", "The Lanterns welcomed the tram on Tuesday.", "the Lanterns", "KEEL", True),
        ("news.md", "A keel was laid in the yard.", "KEEL", "the Lanterns", False),
        ("news.md", "The Salt Union stayed away.", "the Salt Union", "KEEL", True),
    ],
)
def test_words_are_of_the_side_that_gives_them_or_is_named(
    releases: Pipeline, doc: str, text: str, side: str, other: str, is_its: bool
) -> None:
    assert is_of_side(_cited(releases, doc, text), side, [other], releases.store.catalog) is is_its


@pytest.mark.parametrize(
    ("text", "side", "is_named"),
    [
        ("an act of the assembly", "ACT", False),
        ("Acts of the Assembly", "ACT", False),
        ("ACT spokesman Odran Tell", "ACT", True),
        ("ACT KESTRIA", "ACT Kestria", True),
        ("the lantern party on the beach", "the Lantern Party", False),
        ("Lantern Party of Vesk", "the Lantern party", True),
        ("KESTRIA: Amb. Odran Tell said", "Kestria", True),
        ("the greens", "", False),
    ],
)
def test_a_side_is_named_in_its_own_capitals(text: str, side: str, is_named: bool) -> None:
    assert names(text, side) is is_named


@pytest.mark.parametrize(
    "question",
    [
        "How did KEEL and the Lanterns differ on the tram in May 2031?",
        "Compare what KEEL and the Lantern Party want done about the tram",
        "KEEL and the Lanterns on the tram: how do they differ?",
    ],
)
def test_each_side_has_its_heading_and_its_own_release(releases: Pipeline, question: str) -> None:
    answer = releases.ask(Turn(question))
    own = {part.heading: {each.doc for each in answer.cited if each.n in part.citations} for part in answer.parts}
    assert "disaster" in answer.answer
    assert own["KEEL"] == {"keel.md"}, answer.answer
    assert all("keel.md" not in docs for heading, docs in own.items() if heading != "KEEL")


def test_a_side_of_which_nothing_stands_there_is_named_as_missing(releases: Pipeline) -> None:
    answer = releases.ask(Turn("How did KEEL and the Salt Union differ on the tram?"))
    shown = {part.heading: [each.doc for each in answer.cited if each.n in part.citations] for part in answer.parts}
    assert shown == {"KEEL": ["keel.md"], "The Salt Union": []}
    assert "No words were recognised as those of the Salt Union." in answer.answer
