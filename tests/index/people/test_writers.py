"""The author of a text and the people whom it quotes from what they wrote, apart from those whom they mention."""

from __future__ import annotations

import pytest

from index.people.writers import byline
from tests.index.analysed import named, over


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("_By Ana Ruiz_", ("Ana Ruiz",)),
        ("_By Ana Ruiz and Tomas Brandt_", ("Ana Ruiz", "Tomas Brandt")),
        ("BY ANA RUIZ AND PETER HOLM", ("Ana Ruiz", "Peter Holm")),
        ("By Ana Ruiz, harbour correspondent", ("Ana Ruiz",)),
        ("**By Ana Ruiz | The Vesk Gazette**", ("Ana Ruiz",)),
        ("By popular demand", ()),
        ("By Popular Demand", ()),
        ("By Ana Ruiz the harbour was empty. It was late.", ()),
    ],
)
def test_the_byline_names_the_authors(line: str, names: tuple[str, ...]) -> None:
    assert byline(f"The quay is empty\n\n{line}\n\nNobody came.") == names


COLUMNS = [
    pytest.param(
        "By Ana Ruiz\n\nThe mayor, Tomas Brandt, met me at the quay. “Why is it shut?” I asked.\n\n“Nobody paid for "
        "it,” Brandt said.",
        "Why is it",
        "Ana Ruiz",
        id="asked",
    ),
    pytest.param(
        "By Ana Ruiz\n\nI met Tomas Brandt again. In March I wrote: “The quay will be shut by May.” He laughed.",
        "The quay will",
        "Ana Ruiz",
        id="an earlier column",
    ),
    pytest.param(
        "A year at the quay\nBy Ana Ruiz, staff writer\n\nTomas Brandt was late. “You are late,” I told him.",
        "You are late",
        "Ana Ruiz",
        id="told",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), COLUMNS)
def test_i_is_the_author(text: str, words: str, speaker: str) -> None:
    assert named(text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Brandt met me. “Why is it shut?” I asked.",
        "By Ana Ruiz and Peter Holm\n\nTomas Brandt met us. “Why is it shut?” I asked.",
        "By Ana Ruiz\n\nTomas Brandt met me. “Why is it shut?” he asked.",
    ],
    ids=["no byline", "two authors", "he"],
)
def test_who_is_not_known_to_write_is_not_i(text: str) -> None:
    assert named(text, "Why is it") != "Ana Ruiz"


def test_the_answer_to_the_author_is_not_the_authors() -> None:
    text = "By Ana Ruiz\n\nThe mayor met me. “Why is it shut?” I asked.\n\n“Nobody paid for it.”"
    assert named(text, "Nobody paid") is None


WROTE = [
    pytest.param(
        "The town will be empty by May, said Peter Holm for the Vesk Gazette site. The mayor, Tomas Brandt, said that "
        "it was full.\n\n“It will not be the town that we knew,” he wrote.",
        id="for a site",
    ),
    pytest.param(
        "Peter Holm wrote in May that the quay was lost. Mayor Tomas Brandt was angry. He closed the gate. “It will "
        "not be the town that we knew,” he wrote.",
        id="wrote before",
    ),
    pytest.param(
        "The columnist Peter Holm is read by all. Tomas Brandt, the mayor, called him a liar. “It will not be the town "
        "that we knew,” he wrote.",
        id="a columnist",
    ),
]


@pytest.mark.parametrize("text", WROTE)
def test_he_wrote_after_somebody_who_only_spoke_is_unsure(text: str) -> None:
    found = over(text, "It will not")
    assert [(each.speaker, set(each.candidates)) for each in found] == [(None, {"Peter Holm", "Tomas Brandt"})]


def test_the_doubt_goes_on_until_somebody_is_named() -> None:
    text = (
        "Peter Holm wrote in May that the quay was lost. Mayor Tomas Brandt was angry. “It is late,” he wrote.\n\n"
        "“There is more,” he continued.\n\n“It is early,” Brandt said. “Come in May,” he added."
    )
    words = ("It is late", "There is more", "It is early", "Come in")
    assert [over(text, each)[0].speaker for each in words] == [
        None,
        None,
        "Tomas Brandt",
        "Tomas Brandt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tomas Brandt was angry. “It will not be late,” he wrote.",
        "Peter Holm wrote in May that the quay was lost. “It will not be late,” he wrote.",
        "Anna Holm wrote in May that the quay was lost. Tomas Brandt was angry. “It will not be late,” he wrote.",
    ],
    ids=["nobody else", "the writer", "a woman"],
)
def test_he_wrote_with_one_who_fits_is_that_one(text: str) -> None:
    assert named(text, "It will not") in {"Tomas Brandt", "Peter Holm"}
