"""A quotation with a name right behind it and no verb is of whom that credit names, never of who spoke before."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import sure_speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“The harbour is silting up,” said Peter Holm, the harbour master.\n\n“We will dredge it ourselves.”\n"
            "Ida Brandt, ferry owner\n\nThe council meets on Friday.\n",
            "We will dredge",
            "Ida Brandt",
        ),
        (
            "Peter Holm said the plan was “a mistake”. “It is the best thing that happened to this town.” – Ida "
            "Brandt, shopkeeper. The work begins in June.\n",
            "It is the best",
            "Ida Brandt",
        ),
        (
            "“A fraud of this size is rare,” Judge Peter Holm wrote in a ruling. ‘The firm has never been stronger.’ "
            "Ida Brandt The flats are in the centre of the town.\n",
            "The firm has never",
            "Ida Brandt",
        ),
        (
            "“A policy is a pledge,” said Peter Holm.\n\n“It is a red herring, and the council knows it well”\n\n"
            "- Dr. Ida Brandt, Senior Lawyer\n\nThe council meets on Friday.\n",
            "It is a red",
            "Ida Brandt",
        ),
        (
            "“A policy is a pledge,” said Peter Holm.\n\n> “It is a red herring, they know”\n— Ida Brandt\n\nMore.\n",
            "It is a red",
            "Ida Brandt",
        ),
        (
            "“We won,” said Peter Holm. “We will win again.” Ida Brandt, the captain, raised the cup.\n",
            "We will win",
            "Peter Holm",
        ),
        (
            "“It failed,” said Peter Holm. “They will try again.”\nFarmers’ Long, Uneasy Road\nThe road is old.\n",
            "They will try",
            "Peter Holm",
        ),
    ],
)
def test_a_credit_names_the_speaker(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


def test_an_item_of_a_list_is_no_credit() -> None:
    text = (
        "“A policy is a pledge,” said Peter Holm. He named all of them:\n\n“The red herrings”\n\n- Ida Brandt, judge\n"
        "- Ana Ruiz, clerk\n"
    )
    assert sure_speaker(text, "The red") != "Ida Brandt"


@pytest.mark.parametrize(
    "credited",
    [
        '> *"The ferry is a welcome step for the island."*\n> **Ana Ruiz, Executive Director, QUAY**\n',
        '> "The ferry is a welcome step for the island."\n> **Ana Ruiz**, Harbour Master of Vesk, Kestria\n',
        '*"The ferry is a welcome step for the island."*\n**Ana Ruiz**\n',
    ],
)
def test_a_credit_in_bold_below_a_block_quotation(credited: str) -> None:
    text = f"We have waited long for it, and so has the whole town.\n\n{credited}\n### Important links\n"
    assert sure_speaker(text, "The ferry is") == "Ana Ruiz"


def test_a_credit_below_a_quotation_in_somebodys_own_text() -> None:
    own = "I am glad that the ferry sails. We have fought for it, and I thank all of you. My own view: it is late."
    quoted = '> *"The ferry is a welcome step for the island. We thank the crew."*\n> **Ana Ruiz, Director, QUAY**\n'
    text = "\n\n".join(["By Jonas Reed", own, own, own, quoted, "### Important links\n"])
    assert sure_speaker(text, "The ferry is") == "Ana Ruiz"
    assert sure_speaker(text, "My own view") != "Ana Ruiz"
