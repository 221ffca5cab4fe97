import pytest

from index.words import content_words, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("neighbours", "neighbors"),
        ("the harbour", "the harbor"),
        ("organised", "organizing"),
        ("Poland’s", "Poland"),
        ("naïve", "naive"),
        ("U.S.", "USA"),
    ],
)
def test_the_same_word_in_another_form(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("our", "or"), ("hours", "hors"), ("U.S.", "us"), ("source", "sorce")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_content_words_leave_the_rest_out() -> None:
    assert content_words("What did they say of the drones?") == ["say", "drone"]
