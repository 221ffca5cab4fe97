"""Turns under a heading: what they are about without naming it, and how that is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.pipeline import Pipeline
from rag.rank.lines.agenda import heading_of
from rag.records import Answer, Turn
from tests.conftest import NewStore, pipeline_over
from tests.index.analysed import statements

MINUTES = """Minutes of the Council of Eskby
Meeting of 14 October 2031
Present: Mayor Ana Lund, Cllr Olav Reyk, Cllr Ines Holm

1. Swimming baths

LUND: They have been shut since March. I want a decision tonight.
REYK: I am against it. The boiler is forty years old, and nobody will pay for a new one.

2. Night buses

HOLM: I support them. Nurses should not walk home at three in the morning.
REYK: So do I, for once.
"""
DEBATE = """Debate in the hall at Eskby

Ana Lund: The tide will not wait for us. I say so every year.
Olav Reyk: Let us hear the port.

The Harbour Toll

Ana Lund: I will not vote for it. It is unjust.
Olav Reyk: My boats pay enough. I agree.
"""
MARKDOWN = """# Trustees of the Eskby Library
**Present:** Chair Ana Lund, Treasurer Olav Reyk

## The roof

**Reyk:** The insurer pays two thirds.

**Lund:** Then I want it to start in May.

## Opening hours

**Reyk:** Every hour costs us 4,100 a year. I do not have it.
"""


@pytest.mark.parametrize(
    ("text", "words", "heading"),
    [
        (MINUTES, "I am against it", "Swimming baths"),
        (MINUTES, "So do I", "Night buses"),
        (DEBATE, "I will not vote", "The Harbour Toll"),
        (DEBATE, "The tide will not", ""),
        (MARKDOWN, "Then I want", "The roof"),
        (MARKDOWN, "Every hour", "Opening hours"),
    ],
)
def test_the_heading_of_a_turn(text: str, words: str, heading: str) -> None:
    found = statements(text)
    owner = next(each for each in found if text[each.start :].startswith(words))
    assert heading_of(text, owner, found) == heading


def _answer(pipeline: Pipeline, question: str) -> Answer:
    return pipeline.answered(Turn(question))


@pytest.mark.parametrize(
    ("question", "words", "heading"),
    [
        ("What did Reyk say about the swimming baths?", "I am against it. The boiler is forty years old", "Swimming"),
        ("What did Holm say about night buses?", "I support them. Nurses should not walk home", "Night buses"),
        ("What did Reyk say about opening hours?", "Every hour costs us 4,100 a year.", "Opening hours"),
    ],
)
def test_words_under_a_heading_are_about_it(
    question: str, words: str, heading: str, new_store: NewStore, tmp_path: Path
) -> None:
    with pipeline_over({"minutes.txt": MINUTES, "trustees.md": MARKDOWN}, tmp_path, new_store) as pipeline:
        answer = _answer(pipeline, question)
    assert answer.status == "answered"
    assert words in answer.citations[0].text
    assert f"under “{heading}" in "".join(each.text for each in answer.segments)


def test_a_heading_names_nothing_of_what_stands_under_another(new_store: NewStore, tmp_path: Path) -> None:
    with pipeline_over({"minutes.txt": MINUTES}, tmp_path, new_store) as pipeline:
        answer = _answer(pipeline, "What did Holm say about the swimming baths?")
    assert answer.status == "not_found"


CLERKS = """Orr Parish Council
Minutes of the meeting of 14 October 2031

Present: Cllr Ana Lund (Chair), Cllr Olav Reyk

1. Duck pond
The Clerk reported that the sluice had rusted through. Cllr Lund said that she preferred the cheapest plate.

2. Bus shelter
Cllr Reyk told the meeting that he would pay for the glass himself.

3. Any other business
None.
"""


@pytest.mark.parametrize(
    ("words", "heading"), [("she preferred", "Duck pond"), ("he would pay", "Bus shelter"), ("nothing like it", None)]
)
def test_what_minutes_report_under_an_item_is_about_it(words: str, heading: str | None) -> None:
    found = [each for each in statements(CLERKS) if words in CLERKS[each.start : each.end]]
    assert {heading_of(CLERKS, each, found) for each in found} == ({heading} if heading else set())


def test_one_numbered_line_is_no_list_of_items() -> None:
    text = "2 Mill Lane\n\nThe house is old. Ana Lund said that she preferred to pull it down in spring.\n"
    (found,) = statements(text)
    assert not heading_of(text, found, [found])
