"""Which words count as a sentence's own: its speaker's name, and of a speech whose it is by its title."""

from __future__ import annotations

import pytest

from rag.find.terms import Term
from rag.rank.sentence import stems_of, stems_of_speakers
from tests.index.analysed import document, statements

TEXT = "I am glad to be here. We pledge nine million for the wall, and we shall keep our word. I thank you.\n"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Statement of Norway in the General Debate — Mr. Odran Tell, Prime Minister", "norway"),
        ("The wall stands: address by the President of Chad to the people", "chad"),
        ("A wall in Norway", None),
    ],
)
def test_words_of_a_speech_hold_whose_it_is(title: str, named: str | None) -> None:
    paper = document(TEXT, title=title, speaker="Odran Tell")
    terms = [Term(frozenset(stems_of("pledge")), 1.0)]
    found = stems_of_speakers(statements(TEXT, title=title, speaker="Odran Tell"), terms, paper)
    assert "tell" in found
    assert set(stems_of(named or "")) <= found
    assert named or not set(stems_of("Norway")) & found
