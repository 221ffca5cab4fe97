"""Words that are read count less where they are not of the kind that is asked for."""

from __future__ import annotations

import pytest

from rag.find.fitting import DOUBT, fitted
from rag.records import Reading


def reading(text: str, words: str, answerable: float = 4.0) -> Reading:
    start = text.index(words)
    return Reading(answerable, 8.0, start, start + len(words))


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who sang?", "Some of the guests sang.", "Some of the guests"),
        ("Which singer left early?", "At least one singer left early.", "At least one"),
        ("Who was first to mourn Mira Sol?", "Friends of Mira Sol mourned.", "Mira Sol"),
        ("When is the fair?", "We hold the fair before the masons return on 3 June.", "3 June"),
        ("When was the lamp found?", "Updated: Friday 18 April 2031\nA lamp was found in a porch.", "18 April 2031"),
        ("How many cranes fell?", "Twelve cranes fell and a handful remained.", "a handful"),
        ("How many went home?", "Several went home.", "Several"),
        ("When was the lamp found?", "2031-04-18\nA lamp was found in a porch.", "2031-04-18"),
    ],
)
def test_words_that_do_not_fit_are_doubted(question: str, text: str, words: str) -> None:
    read = reading(text, words)
    assert fitted(question, [text], [read]) == [read._replace(margin=read.margin - DOUBT)]


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Who sang?", "A choir from Lund sang.", "A choir from Lund"),
        ("Who dug it?", "It was dug by the sexton.", "the sexton"),
        ("When was it shut?", "It was shut after a fire on 3 June.", "3 June"),
        ("When do the masons return?", "We hold the fair before the masons return on 3 June.", "3 June"),
        ("How many left?", "Some of them left.", "Some of them"),
        ("When is the opening?", "Fair of Lund\nOpening: 3 June\nClosing: 9 June", "3 June"),
        ("When was this updated?", "Updated: Friday 18 April 2031\nA lamp was found.", "18 April 2031"),
        ("When did the miners go?", "The miners went on 3 June.", "3 June"),
    ],
)
def test_words_that_fit_are_kept(question: str, text: str, words: str) -> None:
    read = reading(text, words)
    assert fitted(question, [text], [read]) == [read]


def test_words_that_fit_are_taken_where_they_are_nearly_as_sure() -> None:
    texts = ["At least one singer left early.", "Odran Tell left early."]
    vague, named = reading(texts[0], "At least one"), reading(texts[1], "Odran Tell", answerable=3.2)
    assert fitted("Which singer left early?", texts, [vague, named]) == [None, named]
    unsure = named._replace(answerable=1.0)
    assert fitted("Which singer left early?", texts, [vague, unsure]) == [vague._replace(margin=2.0), unsure]


def test_what_is_no_answer_is_not_doubted_further() -> None:
    text = "Some of the guests sang."
    absent = reading(text, "Some")._replace(margin=-2.0)
    assert fitted("Who sang?", [text], [absent]) == [absent]
