"""How many sentences a summary of one document has, and which weigh more."""

from __future__ import annotations

import pytest

from rag.records import Turn
from tests.rag.conftest import Over

TOPICS = (
    "ferry harbour school library bridge mill tower market pump quarry orchard chapel lantern tunnel meadow".split()
)


def long_text(number: int) -> str:
    """Return so many paragraphs, each on a thing of its own, of fifty words."""
    return "\n\n".join(
        f"The {each} of Vesk must be mended before the winter of 2033. The {each} has stood there for sixty years, and "
        f"the people of the hill use the {each} on every day of the week. No {each} of the coast is as old as this, "
        f"and none has been paid for twice."
        for each in TOPICS[:number]
    )


@pytest.mark.parametrize(("paragraphs", "number"), [(3, 5), (9, 9), (15, 13)])
def test_a_longer_text_has_more(over: Over, paragraphs: int, number: int) -> None:
    one = over({"plan.txt": f"What Vesk needs\n\n{long_text(paragraphs)}\n"})
    assert len(one.ask(Turn("What is this document about?")).citations) == number


def test_the_length_that_is_asked_for_holds(over: Over) -> None:
    one = over({"plan.txt": f"What Vesk needs\n\n{long_text(15)}\n"})
    assert len(one.ask(Turn("Summarise it in three sentences")).citations) == 3


def test_findings_that_a_sentence_announces(over: Over) -> None:
    report = over(
        {
            "report.txt": "Report on the bread of Lorn\n\nThe inspectors went to nine bakeries of Lorn in spring.\n\n"
            "In summary, the inspectors reported the following findings:\n\nTwo bakeries of Lorn sold bread without "
            "salt.\n\nThe ovens of the third were cold on four mornings.\n\nThe flour of Lorn is sound and dry.\n"
        }
    )
    said = [each.text for each in report.ask(Turn("What did the report on the bread of Lorn find?")).citations]
    assert [any(words in each for each in said) for words in ("without salt", "were cold", "sound and dry")] == [
        True
    ] * 3


def test_few_requests_have_the_main_points_behind_them(over: Over) -> None:
    letter = over({"letter.txt": f"Letter to the mayor of Vesk\n\nWe ask for a new bell.\n\n{long_text(6)}\n"})
    answer = letter.ask(Turn("What does the letter to the mayor of Vesk ask for?"))
    assert "new bell" in answer.citations[0].text
    assert "Its main points besides:" in answer.answer
    assert len(answer.citations) > 3
