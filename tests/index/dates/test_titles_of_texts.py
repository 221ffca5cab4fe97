"""The title of a plain text: a heading that was cut is one, a line that only announces a release is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.dates.metadata import is_label, title
from rag.records import Turn
from tests.conftest import pipeline_over


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour clerks told to vote 'unsure ...\n\n2024-02-19\n\nText.", "Harbour clerks told to vote 'unsure ..."),
        ("Death toll of the storm rises as hundreds…\n\nText.", "Death toll of the storm rises as hundreds…"),
        ("Old coin sold for half a million after 46 ....\n\nText.", "Old coin sold for half a million after 46 ...."),
        ("The ferry was late again on Monday.\n\nText.", "R12"),
        ("NEWS RELEASE\n\nFerries are clean again\n\nText.", "Ferries are clean again"),
        ("FOR IMMEDIATE RELEASE     PORT OF VESK\n9 February 2026\n\nBRIDGE TO REOPEN\n\nText.", "BRIDGE TO REOPEN"),
        ("Press release: 3 March 2026\n\nThe mill is saved\n\nText.", "The mill is saved"),
        ("EMBARGOED UNTIL 5 MAY 2026\n\nThe mill is lost\n\nText.", "The mill is lost"),
        ("NEWS RELEASE\n\n“Our ferries are clean,” said the director\nOona Tarr. “Look.”\n", "R12"),
        ("“Our ferries are clean,” says director\n\nText.", "“Our ferries are clean,” says director"),
        ("Press statement on the ferry\n\nText.", "Press statement on the ferry"),
        ("**Ana:** [00:00:00] Hello, and welcome to the\nshow. I'm Ana.", "R12"),
        ("[00:00:12] Ana Ruiz: Hello, and welcome to the show I'm\nyour host.", "R12"),
        ("Ana Ruiz 00:12\nHello, and welcome.", "R12"),
        ("**Jon Holt:** Hello and welcome to the show about\nferries.", "R12"),
        ("(Music)\n**Ana:** Hello, and welcome to the\nshow.", "R12"),
        ("Ferries: a talk at 10:30 on Monday\n\nText.", "Ferries: a talk at 10:30 on Monday"),
        ("**Ferries are late**\n\nText.", "Ferries are late"),
    ],
)
def test_the_title(text: str, expected: str) -> None:
    assert title(text, "r12.txt")[0] == expected


@pytest.mark.parametrize("line", ["For release on Monday the ferry sails", "News release on the harbour", "Releases"])
def test_words_that_are_no_label(line: str) -> None:
    assert not is_label(line)


def test_a_label_of_a_release_answers_nothing(tmp_path: Path) -> None:
    text = (
        "FOR IMMEDIATE RELEASE     VESK BRIDGE AUTHORITY\n9 February 2026\n\nThe bridge of Vesk is to carry "
        "lorries, the Vesk Bridge Authority announced.\n\n“Spring it will be,” said its chair, Ottoline Marr.\n"
    )
    with pipeline_over({"bridge.txt": text}, tmp_path) as pipeline:
        for question in ("When did the Vesk Bridge Authority say that it will be?", "When was the bridge release?"):
            answer = pipeline.ask(Turn(question))
            shown = [each.text for each in (*answer.citations, *answer.nearest)]
            assert not any("IMMEDIATE" in each for each in shown)
            assert "RELEASE" not in answer.answer
