from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

WORDS = "I read that you want to sell the shelters. I have waited in them for forty years.\n\nMy roof is dry."
SAID = ["I read that you want to sell the shelters. I have waited in them for forty years.", "My roof is dry."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Letters: Bus shelters\n\nDear Editor,\n\n{WORDS}\n\nYours sincerely,\nHedda Crome\nTarnby, 8 June 2031\n",
         "Hedda Crome"),
        (f"To the editor of the Gazette\n\nPort Marl, 9 March 2031\n\nSir,\n\n{WORDS}\n\nYours faithfully,\n"
         "Caspar Wray, skipper of the “Dorothea”\n", "Caspar Wray"),
        (f"Open letter to the Minister of Fisheries\n\nMinister,\n\n{WORDS}\n\nWith kind regards,\n\n"
         "Tobias Lind-Amo\nChairman, Estuary Families\n14 January 2031\n", "Tobias Lind-Amo"),
        (f"Ms Pia Rehn\n12 Lock Lane\n\nThe Water Board\n\n3rd March 2031\n\nDear Sirs,\n\n{WORDS}\n\n"
         "Yours faithfully,\n\nP. Rehn\n", "Pia Rehn"),
        (f"Leserbrief zum Hafen\n\nSehr geehrte Redaktion,\n\n{WORDS}\n\nMit freundlichen Grüßen\nUte Holm\n",
         "Ute Holm"),
        (f"# Buses\n\nWe have had an answer.\n\n#### The letter\n\nDear Cllr Orr,\n\n{WORDS}\n\nYours sincerely,  \n"
         "**Hedda Crome**  \nDirector, Tarnby Buses\n", "Hedda Crome"),
        (f"To the Shareholders of Vesk Boats Inc.:\n\n{WORDS}\n\n     Hedda E. Crome, Chairman\nMarch 3, 2031\n",
         "Hedda E. Crome"),
        (f"The figures\n\nTo our shareholders:\n\n{WORDS}\n\nMay 2, 2031\n\nHedda Crome Chairman of the Board\n\n19\n",
         "Hedda Crome"),
        (f"Dear Pia,\n\n{WORDS}\n\n—Hedda Crome", "Hedda Crome"),
        (f"Dear Pia,\n\n{WORDS}\n\nHedda Crome\nPresident of the Guild\n8\n", "Hedda Crome"),
        (f"We asked.\n\nDear Trustee:\n\n{WORDS}\n\nRespectfully,\n\n**Hedda Crome ’20**\n", "Hedda Crome"),
        (f"List do redakcji\n\nSzanowna Redakcjo,\n\n{WORDS}\n\nZ poważaniem\nDorota Wilczur\n", "Dorota Wilczur"),
    ],
)  # fmt: skip
def test_a_letter_is_its_signers(text: str, name: str) -> None:
    assert turns_of(document(text)) == [(name, words) for words in SAID]


def test_a_given_name_below_stands_for_the_titles() -> None:
    found = turns_of(document(f"{WORDS}\n\nHedda\n", title="Hedda Crome - Tarnby Buses"))
    assert found == [("Hedda Crome", words) for words in SAID]


def test_a_letter_that_answers_the_one_below_it_is_not_its_signers() -> None:
    answer = "Dear all:\n\nThe mayor wrote to us. We refuse.\n\nRead it:\n\n"
    text = f"{answer}Dear all:\n\n{WORDS}\n\nSincerely,\n\nHedda Crome\nMayor\n"
    assert turns_of(document(text)) == [("Hedda Crome", words) for words in SAID]


def test_a_letter_quotes_others() -> None:
    text = (
        "To the editor\n\nSir,\n\nMr Olav Reyk writes that fishermen “live on subsidies”. I have fished here for years."
        "\n\nYours faithfully,\nCaspar Wray\n"
    )
    assert {speaker for speaker, _ in turns_of(document(text))} == {"Caspar Wray"}


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Editor,\n\n{WORDS}\n\nYours sincerely,\nHedda Crome\nColin Stroud\n",
        f"Dear Editor,\n\n{WORDS}\n\nYours,\n\nProf. Iris Vale, Halm (first signatory)\n\nDr Hedda Crome, Tarnby\n",
        f"Open letter\n\nDear Minister,\n\n{WORDS}\n\nYours,\n\nHedda Crome, baker\n\nand 85 others\n",
        f"Open letter\n\nDear Minister,\n\n{WORDS}\n\nYours,\nHedda Crome, baker; Colin Stroud, smith\n",
        f"Dear Editor,\n\n{WORDS}\n\nYours sincerely,\nThe neighbours\n",
        f"A story\n\n{WORDS}\n\nCheers,\nHedda Crome\n",
        f"Dear Editor,\n\n{WORDS}\n\nHedda Crome\nColin Stroud\n",
        f"Dear Editor,\n\n{WORDS}\n\nHedda Crome\nIt rained on the day after that in the whole county of Vesk.\n",
        f"Dear Editor,\n\nMs Crome asked me.\n\n{WORDS}\n\nHedda Crome\n",
        f"Holt on shelters\n\n{WORDS}\n\nHedda\n",
    ],
    ids=[
        "two signers", "titles and towns", "and others", "on one line", "nobody named", "no greeting",
        "two names and no formula", "words below", "spoken of above", "another's given name",
    ],
)  # fmt: skip
def test_what_is_no_letter_of_one_person(text: str) -> None:
    assert not any(speaker for speaker, _ in turns_of(document(text)))


def test_a_corrected_speaker_has_the_letters_words_alone() -> None:
    text = f"Letters\n\nDear Editor,\n\n{WORDS}\n\nYours sincerely,\nH. C.\n"
    found = turns_of(document(text, speaker="Hedda Crome", read=(("speaker", None),)))
    assert found == [("Hedda Crome", words) for words in SAID]
