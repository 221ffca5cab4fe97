"""Questions for one part of a text, by the heading above it."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

NEWS = """Orlev daily highlights

# OPENING OF THE SALT FAIR AND OF THE SECOND MARKET

Ana Ruiz, mayor of Orlev, opened the fair and welcomed nine towns. Palo Brandt said that salt had never been dearer.

Mira Quill told the miners that the third mine would open in the spring.

# TALKS ON THE PRICE

Odran Tell asked for a price of nine crowns, and Tove Marsk refused it.
"""
OTHER = "The harbour of Vesk\n\nThe harbour of Vesk was closed for nine days by the ice of March.\n"


@pytest.fixture(scope="module")
def news(over: Over) -> Pipeline:
    return over({"osb12591e.md": NEWS, "harbour.txt": OTHER})


@pytest.mark.parametrize(
    "question",
    [
        "Who speaks at the opening of the salt fair in the Orlev highlights?",
        "Who speaks at the opening of the fair in the Orlev daily highlights (osb12591e.md)?",
        "What was said at the opening of the salt fair in osb12591e.md?",
    ],
)
def test_a_part_is_shown_to_its_end(news: Pipeline, question: str) -> None:
    answer = news.ask(Turn(question))
    assert "OPENING OF THE SALT FAIR" in answer.answer.split("\n")[0]
    assert all(name in answer.answer for name in ("Ana Ruiz", "Palo Brandt", "Mira Quill"))
    assert "Odran Tell" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who speaks at the closing of the fair in the Orlev highlights?",
        "What was said about the ice in the harbour of Vesk?",
    ],
)
def test_no_part_without_a_heading_of_its_words(news: Pipeline, question: str) -> None:
    broad = news.understand(Turn(question)).broad
    assert broad is None or not broad.part
