"""How words of an answer are compared with those of a gold answer."""

from __future__ import annotations

import pytest

from evals.measures.wording import contains, rouge_l, squad_words, without_markers, words_f1


def test_markers_go_and_links_stay() -> None:
    assert without_markers("It rains [1], it snows [12]. [3](note)") == "It rains, it snows. [3](note)"


@pytest.mark.parametrize(
    ("text", "answers", "contained"),
    [
        ("It cost Forty-Two crowns.", ["forty two"], True),
        ("It cost forty crowns.", ["42", "FORTY crowns"], True),
        ("It cost forty crowns.", ["fifty"], False),
        ("It cost forty crowns.", ["…"], False),
    ],
)
def test_an_answer_stands_in_a_text_whatever_its_case_and_marks(text: str, answers: list[str], contained: bool) -> None:
    assert contains(text, answers) is contained


def test_words_as_squad_counts_them() -> None:
    assert squad_words("The mayor’s “new” ferry, an old one") == ["mayors", "new", "ferry", "old", "one"]


@pytest.mark.parametrize(
    ("said", "wanted", "f1", "rouge"),
    [
        ("the red ferry", "the red ferry", 1.0, 1.0),
        ("ferry red", "red ferry", 1.0, 0.5),
        ("ferry ferry", "ferry", 2 / 3, 2 / 3),
        ("a b c d", "a x c y", 0.5, 0.5),
        ("bridge", "ferry", 0.0, 0.0),
        ("", "ferry", 0.0, 0.0),
    ],
)
def test_shares_of_words(said: str, wanted: str, f1: float, rouge: float) -> None:
    assert words_f1(said.split(), wanted.split()) == pytest.approx(f1)
    assert rouge_l(said.split(), wanted.split()) == pytest.approx(rouge)


def test_no_words_for_no_words_are_right() -> None:
    assert words_f1([], []) == 1.0
