import pytest

from index.text.sentences import sentences
from rag.rank.windows import grown


@pytest.mark.parametrize(
    ("text", "best", "both_ways", "expected"),
    [
        pytest.param("The council met. They voted no.", 1, False, [0, 1], id="a pronoun brings the one before"),
        pytest.param("The council met. The mayor voted no.", 1, False, [1], id="a name stands alone"),
        pytest.param("The ferry sank at dawn. It was old. But nobody died.", 2, False, [0, 1, 2], id="a chain"),
        pytest.param(
            "The ferry sank at dawn near Vesk. It was old.", 0, False, [0], id="facts do not grow to the right"
        ),
        pytest.param("The ferry sank at dawn near Vesk. It was old.", 0, True, [0, 1], id="statements do"),
        pytest.param(
            "We informed the port at once. Well in advance. The mayor slept all night.",
            0,
            True,
            [0, 1, 2],
            id="a fragment needs both sides",
        ),
        pytest.param(
            "Critics say that Tell took gifts. She denies it. The fair opens.",
            0,
            False,
            [0, 1],
            id="a fact with its denial",
        ),
        pytest.param("We ask for no alms. Ships are what we need.", 0, True, [0, 1], id="all of a short paragraph"),
        pytest.param("We ask for no alms.\n\nShips are what we need.", 0, True, [0], id="not the next one"),
        pytest.param(
            "What did we get for all that work? Nothing but threats from them.", 0, True, [0, 1], id="question"
        ),
    ],
)
def test_grown(text: str, best: int, both_ways: bool, expected: list[int]) -> None:
    assert list(grown(text, sentences(text), best, both_ways)) == expected


def test_a_window_has_an_end() -> None:
    text = " ".join("It went on and on for very many words in a row." for _ in range(40))
    assert len(grown(text, sentences(text), 20, True)) * 11 <= 90
