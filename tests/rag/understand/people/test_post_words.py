"""A phrase that tells what somebody is -> the noun of his post and the words it is of; names and groups tell none."""

from __future__ import annotations

import pytest

from rag.understand.people.post_words import as_one_word, as_written, post_asked


@pytest.mark.parametrize(
    ("phrase", "head", "rest"),
    [
        ("the council's tree officer", "offic", {"council", "tree"}),
        ("the head of Vesk Harbour Watch", "head", {"vesk", "harbor", "watch"}),
        ("the norr tech professor", "professor", {"norr", "tech"}),
        ("the present harbour engineer", "engin", {"harbor"}),
        ("the federal rivers minister", "minist", {"river"}),
        ("the head teacher", "headteach", set()),
        ("the chief executive of the ferry company", "ceo", {"ferri", "compani"}),
        ("the museums head", "head", {"museum"}),
        ("the local vicar", "vicar", set()),
    ],
)
def test_a_post_is_read_with_what_it_is_of(phrase: str, head: str, rest: set[str]) -> None:
    post = post_asked(phrase)
    assert post is not None
    assert (post.head, set(post.rest)) == (head, rest)


@pytest.mark.parametrize("phrase", ["Ana Ruiz", "the chief", "people", "the company", "the man in the hat", "engineer"])
def test_a_name_a_body_and_anybody_are_no_post(phrase: str) -> None:
    assert post_asked(phrase) is None


def test_one_post_may_be_called_by_another() -> None:
    boss = post_asked("the boss of the brewery")
    baker = post_asked("the baker of the brewery")
    assert boss is not None
    assert baker is not None
    assert {"ceo", "presid", "director"} <= boss.heads
    assert baker.heads == {"baker"}


def test_a_post_of_several_words_is_one_and_is_told_as_it_is_written() -> None:
    text = "its present Managing Director, Ana Ruiz"
    assert as_one_word(text) == "its present ceo, Ana Ruiz"
    assert as_written("its present ceo", text) == "its present Managing Director"
