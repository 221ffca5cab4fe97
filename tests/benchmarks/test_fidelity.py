"""The comparison of words that the published rates rest on, against counts made by hand."""

from __future__ import annotations

import pytest

from benchmarks.quality.fidelity import difference, page_words, words


@pytest.mark.parametrize(
    ("ours", "others", "lost", "added", "joined"),
    [
        ("the quay holds", ["the quay holds"], [], [], []),
        ("the holds", ["the quay holds"], ["quay"], [], []),
        ("the old quay holds", ["the quay holds"], [], ["old"], []),
        ("thequay holds", ["the quay holds"], [], [], ["the+quay"]),
        ("41 million3", ["41 million 3"], [], [], ["million+3"]),
        # The middle one of three: what one alone has or lacks does not count.
        ("the quay", ["the quay", "the quay boxed", "the"], [], [], []),
        ("the quay", ["the quay boxed", "the quay boxed", "the quay"], ["boxed"], [], []),
        # Of two, either may be right.
        ("the quay boxed", ["the quay boxed", "the quay"], [], [], []),
        ("the", ["the quay boxed", "the quay"], ["quay"], [], []),
        # A word that stands twice and is read once.
        ("no", ["no, no"], ["no"], [], []),
    ],
)
def test_difference(ours: str, others: list[str], lost: list[str], added: list[str], joined: list[str]) -> None:
    found = difference(ours, others)
    assert (sorted(found.lost), sorted(found.added), sorted(found.joined)) == (lost, added, joined)


def test_words_are_compared_in_one_spelling() -> None:
    assert words("Har\u00adbour ﬁne m² _It_") == ["harbour", "fine", "m2", "it"]


def test_the_words_of_a_page() -> None:
    page = (
        "<html><head><title>x</title></head><body><p>One<b>Two</b></p><p>Three<sup><a class='footnote-ref'>1</a></sup>"
        "</p><del>gone</del><img alt='picture'><div title='header'>head</div><td>a</td><td>b</td></body></html>"
    )
    assert words(page_words(page.encode())) == ["onetwo", "three", "a", "b"]
