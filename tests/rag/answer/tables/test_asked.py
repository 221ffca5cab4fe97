"""What a question asks of a table: only where each of its words is the table's, its document's or one of asking."""

from __future__ import annotations

import pytest

from rag.answer.tables.asked import asked_of, words_of
from rag.answer.tables.table import tables_of

CLUBS = (
    "Club | Town | Wins | Founded\nRed Oars | Lorn | 14 | 1901\nBlue Oars | Lorn | 9 | 1911\nSwans | Esk | 14 | 1955\n"
)
TABLE = next(tables_of(CLUBS))


@pytest.mark.parametrize(
    ("question", "what", "rows"),
    [
        ("Which club has the most wins?", "most", 2),
        ("Which club of Lorn has the fewest wins?", "least", 1),
        ("How many clubs are in Lorn?", "count", 2),
        ("How many wins do the clubs of Lorn have altogether?", "sum", 2),
        ("How many wins did the Swans have?", "cell", 1),
        ("In which town are the Blue Oars?", "cell", 1),
        ("Which clubs have at least 10 wins?", "rows", 2),
    ],
)
def test_what_is_asked(question: str, what: str, rows: int) -> None:
    asked = asked_of(question, TABLE, words_of("regatta_2031.csv"))
    assert [(each.what, len(each.rows)) for each in asked] == [(what, rows)]


@pytest.mark.parametrize(
    "question",
    [
        "Which club has the most members?",
        "How many wins did the Herons have?",
        "Why do the Swans have 14 wins?",
        "Who rowed for the Red Oars?",
        "How many clubs are there in Vesk?",
        "Which club won the cup?",
    ],
)
def test_what_is_asked_of_other_things(question: str) -> None:
    assert asked_of(question, TABLE, words_of("regatta_2031.csv")) == ()


def test_a_documents_own_words_may_stand_in_a_question() -> None:
    asked = asked_of("Which club had the most wins in the 2031 regatta?", TABLE, words_of("regatta_2031.csv"))
    assert asked
