"""Whether somebody attacked, praised or denied something is judged by his words on it, which seldom name the act."""

from __future__ import annotations

import pytest

from rag.understand.supposed.acts import spoken_of
from rag.understand.supposed.premise import premise_of


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Did Tell attack the harbour council?", "the harbour council"),
        ("Has Ana Quist ever accused the mill of anything?", "the mill"),
        ("Does Brandt blame anybody for the flood in Vesk?", "the flood in Vesk"),
        ("Did Quist deny that she would close the Vesk ferry?", "close the Vesk ferry"),
        ("did Tell publicly complain about the tram?", "the tram"),
        ("Did Brandt make fun of the mayor of Lorn?", "the mayor of Lorn"),
        ("Did Brandt speak out against the tram?", "the tram"),
        ("Did Tell close the ferry?", None),
        ("Did Tell apologise to the council?", None),
        ("Was Tell attacked by the council?", None),
        ("Why did Tell attack the council?", None),
        ("Has Tell accused anybody?", None),
    ],
)
def test_of_what_somebody_would_have_spoken(question: str, topic: str | None) -> None:
    assert spoken_of(premise_of(question)) == topic
