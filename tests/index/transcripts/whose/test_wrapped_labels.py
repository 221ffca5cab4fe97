from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

SAYS = "Good morning. I am glad that the ferry stays, and we will keep it."
TEXT = """THE HON ANA RUIZ MP

PRESS CONFERENCE

{label}  {says}

JOURNALIST: Is that all?

RUIZ: I think so. We have no other plan.

JOURNALIST: And the quay?

RUIZ: I will not close it.
"""
LABELS = {
    "over a blank line": "ANA RUIZ, LEADER OF THE FERRY\n\nPARTY:",
    "over two lines": "ANA RUIZ, MEMBER FOR VESK EAST AND SHADOW MINISTER FOR RIVERS AND\nWATER:",
    "in one": "ANA RUIZ, LEADER OF THE FERRY PARTY:",
}


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_a_label_goes_on_from_the_line_above(label: str) -> None:
    turns = turns_of(document(TEXT.format(label=label, says=SAYS), title="THE HON ANA RUIZ MP"))
    assert [speaker for speaker, said in turns if "the ferry stays" in said] == ["Ana Ruiz"]
    assert not {"PARTY", "WATER", "Party", "Water"} & {speaker for speaker, _ in turns}


@pytest.mark.parametrize("above", ["TALKS WITH THE UNION, A NEW QUAY AND", "ANA RUIZ SPEAKS TODAY OF THE FERRY"])
def test_a_heading_above_a_label_is_none_of_it(above: str) -> None:
    text = TEXT.format(label=f"{above}\n\nHOLT:", says=SAYS)
    assert [speaker for speaker, said in turns_of(document(text)) if "the ferry stays" in said] in (
        [],
        [None],
        ["HOLT"],
    )
