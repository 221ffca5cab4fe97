"""A thing that is only named is no sure statement; a clause or an infinitive is."""

from __future__ import annotations

import pytest

from tests.index.analysed import SURE, statements

HEAD = "Mayor Ida Voss spoke in Eskby on Monday.\n\n"


def reported(sentence: str, *, sure: bool) -> list[str]:
    text = f"{HEAD}{sentence}\n"
    found = (each for each in statements(text) if each.kind == "reported" and each.speaker)
    return [text[each.start : each.end] for each in found if (each.confidence >= SURE) == sure]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Voss voiced her support both on the radio and in the council.",
        "Voss has voiced his strong support for the ferry on two islands.",
        "Odo Lask voiced doubts about the ferry at the fair.",
        "The guild declared its love for the old mill.",
        "She was fined for criticizing the harbour office in a letter.",
        "Voss criticized the law he had passed in May.",
        "The union has condemned the sale of the mill to a bank.",
        "Odo Lask dismissed the report, and left.",
        "Voss defended the rights of fishermen on the radio.",
        "Ida Voss commented on the importance of ferries.",
        "The mayor spoke about the need for a bridge that was safe.",
        "Odo Lask, who commented on the flood for the first time on Monday, left at noon.",
        "Voss talked of the plan the guild had drawn.",
        "Odo Lask began to wonder whether the ferry would come.",
        "The clerks had started to believe that the mill was sold.",
        "Ida Voss came to think the ferry was late.",
        "The ministry unveils her report on the harbour.",
        "Kestrel Lines unveiled its plan to build a ferry.",
        "The council presented a study of the river that took two years.",
        "Odo Lask responded by offering the town his boat.",
        "The bank replied by raising its price.",
        "Voss answered by closing the harbour.",
        "The guild countered with a counter-offer of 2 million crowns.",
        "Kestrel Lines responded with a lower price that the town took.",
        "Voss countered with a plan of her own.",
        "Ida Voss acknowledged her mistake in the sale of the mill.",
        "The minister confirmed the closure of the mill.",
        "Odo Lask announced new rules for ferries on Friday, hours after it was said that the mill had burned.",
        "The council reported meeting about 400 fishermen in April.",
        "The guild cites old mills like Norr Hall or Vesk House as favourites.",
        "Odo Lask recalls the last time he saw the ferry.",
        "The Gazette summarized the dilemma many are facing.",
        "Odo Lask accuses the harbour office of hiding a report.",
        "Voss pointed to recent figures of the harbour showing the thousands of crowns it has lost.",
        "Voss called for a tax on ferries.",
        "The mayor persuaded the bank to move its office.",
    ],
)
def test_what_is_only_named_is_not_sure(sentence: str) -> None:
    assert reported(sentence, sure=True) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Voss voiced concern that the ferry was not safe.",
        "Voss claimed that the mill was sold.",
        "Odo Lask claimed the mill had been sold to a bank.",
        "The guild warned the ferry would be late.",
        "Voss commented that the ferry was late.",
        "Odo Lask wondered whether the ferry would come.",
        "Ida Voss urged the clerks to leave the mill.",
        "The mayor promised to build a bridge.",
        "Odo Lask asked fishermen to leave the harbour by noon because a storm was near.",
        "Odo Lask called the plan a danger to the town.",
        "Odo Lask described the ferry as a danger to the town.",
        "Voss announced it was closing the harbour.",
        "Voss acknowledged that she had made a mistake.",
        "The minister confirmed on Friday the mill he had sold was burned.",
        "Odo Lask says it’s late for the ferry to come.",
        "The guild believes the plan the town has drawn is good.",
    ],
)
def test_a_clause_or_an_infinitive_is_sure(sentence: str) -> None:
    assert reported(sentence, sure=True) != []
