# ruff: noqa: E501  The cases are read more easily a line each.
"""What only names words, or tells an act, is no sure statement of anybody."""

from __future__ import annotations

import pytest

from tests.index.analysed import SURE, statements
from tests.index.attribution.said import holding, said, sure_speaker

HEAD = "Mayor Ida Voss spoke in Eskby on Monday.\n\n"


def sure(sentence: str) -> list[str]:
    text = f"{HEAD}{sentence}\n"
    return [text[each.start : each.end] for each in statements(text) if each.confidence >= SURE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Voss was a leader in the town, focusing on harbours and bridges.",
        "One fan, Odo Lask, responded to the post about the ferry.",
        "She said this in spite of the fact that she had never used it.",
        "The ministry has revealed some details about how much it charges for the ferry.",
        "Odo Lask added an attic floor to the hall and decorated it with friezes.",
        "The exact amount differs according to the state of the economy.",
        "Kestrel Lines agreed to join the fund.",
        "The court agreed to hear a case on the ferry.",
        "She rejoined the Norr rowing team in 2025.",
        "Along with the ferry, Kestrel Lines also unveiled the Norr Compact boat.",
        "Kestrel Lines unveiled a new boat for the harbour.",
        "The ferry, which Mayor Ida Voss confirmed on Thursday, did not carry another passenger.",
        "The sale, which Odo Lask announced in May, was worth 3 million crowns.",
        "The plan, that Voss defended on Friday, left out the mill.",
        "Ida Voss prefers her son Palo over Mira as heir of the mill.",
        "Odo Lask preferred the old ferry.",
        "Voss prefers herring to beans.",
        "(Not to mention, Voss was already paid eight times more than Lask.)",
        "Voss was late, not to mention the ferry was full.",
        "Not to mention that Voss had sold the mill.",
        "After Mayor Voss reports on how the mill was doing, should the town stay or go?",
        "Ida Voss reported on the state of the harbour.",
        "Odo Lask will come when Voss has reported on what was found in the mill.",
        "A judge ruled that the hit did not copy Odo Lask’s song, “Oh Why,” as Lask had alleged.",
        "It did not copy her novel, “Harbour Lights,” as Voss claimed.",
        "He made the film, “The Last Ferry,” as Lask said.",
        "Eskby High School is the two-time defending state champions in rowing.",
        "Norr Rovers are the three-time defending league winners in Vesk.",
        "Kestrel Lines is the long-time supporting partner of the fair.",
        "The northern county, hit hard by the flood – with 812 confirmed cases and 14 deaths – has closed its schools.",
        "Norr had 45 newly reported cases of fever and no bed for them.",
        "The ministry has several confirmed cases of rust in its bridges.",
        "Last year, Kestrel Lines called attention to the harbour’s long history of fires.",
        "Ida Voss called an ambulance for the old man.",
        "The council called a snap election for the autumn.",
        "The fishermen called police to the harbour.",
        "All towns repeatedly listed for grave faults on their bridges are barred from the fund.",
        "Families blamed for the fire in the mill were moved to Vesk.",
        "Clerks accused of theft by the bank have left the town.",
        "Fans also acknowledge his co-star sometimes – loudly.",
        "The crowd acknowledged Palo Brandt with a wave.",
        "Odo Lask recognised the mayor at once.",
        "Norr declined offers of relief from Vesk and other towns.",
        "Odo Lask declined the prize.",
        "The clinic referred some families to the town hall.",
        "These rules signal a change in the way that the town views its harbour.",
        "The new prices reflect a fall in trade.",
        "The opening of the mill confirms the return of work to Norr.",
    ],
)
def test_what_only_names_words_is_not_sure(sentence: str) -> None:
    assert sure(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Voss said this was the end of the ferry.",
        "Ida Voss said it would be the end of the ferry.",
        "Ferries are late, according to the harbour office.",
        "Ida Voss responded that the ferry is safe.",
        "Ida Voss acknowledged that the clerk was right.",
        "Ida Voss described the fire in the mill as a disaster.",
        "Many said that the cases were confirmed.",
        "The figures suggest that the mill will close.",
    ],
)
def test_what_gives_words_is_sure(sentence: str) -> None:
    assert sure(sentence) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Gazette reported on Aug. 1 that the mill was sold to the town.",
        "The Gazette reported on Friday that the mill was sold to the town.",
        "The Gazette reported on May 3, 2030, that the mill was sold to the town.",
    ],
)
def test_what_is_reported_on_a_day_is_said(sentence: str) -> None:
    assert any("the mill was sold" in words for words in sure(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Voss called the ambulance service a disgrace.",
        "Ida Voss called for an election in the autumn.",
        "Ida Voss called 40 reported cases a scandal.",
    ],
)
def test_what_something_is_called_is_a_statement(sentence: str) -> None:
    assert any(each.cue == "called" and each.confidence > 0.5 for each in statements(f"{HEAD}{sentence}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holt commented as the two towns of the valley were talking to each other about water.",
        "Odo Lask responded during a visit to the flooded village in the north.",
        "The minister remarked after a mill in Norr had burned down and two workers were hurt.",
        "Ana Ruiz argued while the council was preparing for the vote on the bridge.",
        "Tell warned before the vote in the town hall on Monday and left.",
    ],
)
def test_when_something_was_said_is_not_what_was_said(text: str) -> None:
    assert [each for each in statements(text) if each.speaker and each.confidence >= 0.7] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Holt said when the dam burst the town had no warning.", "when the dam"),
        ("Ida Holt said as a girl she was afraid of the mill.", "as a girl"),
        ("Ida Holt said as of Monday, 40 people were missing.", "as of Monday"),
        ("Ida Holt said while the mill is old, it is safe.", "while the mill"),
        ("Ida Holt said when he was mayor he closed the mill.", "when he"),
    ],
)
def test_what_was_so_at_a_time_is_said(text: str, words: str) -> None:
    assert sure_speaker(text, words) == "Ida Holt"


@pytest.mark.parametrize(
    "text",
    [
        "The daughter of the old mayor, she has been part of “local royalty”, said Holm in The Echo, and her defeat "
        "to a rival is a “blow to the last traces of the party”.",
        "A clerk once, he was “the loudest of all”, wrote Holm in the Gazette, yet the vote is “a blow to it”.",
        "The youngest of the ministers, she is “slow to act”, said Holm, but her plan is “a blow to the rich”.",
    ],
)
def test_who_printed_an_opinion_says_all_of_it(text: str) -> None:
    assert {speaker for speaker, kind, _ in said(text) if kind == "direct"} == {"Holm"}
    assert sure_speaker(text, "blow to" if "a “blow" in text else "a blow") == "Holm"


@pytest.mark.parametrize(
    "sentence",
    [
        "Odo Lask, 41, pleaded guilty to theft at Norr Court.",
        "The miller pleaded not guilty to setting fire to the mill in 2029.",
        "Mira Cole has pleaded guilty to two counts of fraud, and was fined 900 crowns.",
        "Palo Brandt pleaded no contest on Friday in the case of the harbour fund.",
        "Lask is pleading innocent to all the charges in Vesk.",
    ],
)
def test_a_plea_before_a_court_is_no_statement(sentence: str) -> None:
    assert statements(f"{HEAD}{sentence}\n") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lask pleaded “not guilty, your honour” in a loud voice.", "not guilty"),
        ("Lask pleaded not guilty, saying he had slept at home.", "he had"),
        ("Lask pleaded that the mill had been empty.", "the mill"),
    ],
)
def test_what_somebody_says_beside_a_plea_is_a_statement(sentence: str, words: str) -> None:
    found = holding(f"Odo Lask stood up.\n\n{sentence}\n", words)
    assert found is not None
    assert found.speaker == "Odo Lask"


LETTERS = (
    (
        "Mayor Petra Moss visited Viktor Tell in hospital, but her spokesperson Alan Vane declined to say how long the meeting lasted.\n\nPolitician Tell also confirmed the visit, saying she had “a talk with the family”.\n\nHe wrote: “There was a meeting, but nobody should call it secret. I am grateful.”",
        "Viktor Tell",
    ),
    (
        "Robert Quay, a spokesman, gave no comment. The police held Martin Ash for a night.\n\nDissident Ash also confirmed that he was released.\n\nHe said: “There was a meeting, and I am grateful to all.”",
        "Martin Ash",
    ),
    (
        "Anna Reeve spoke for the mayor. Laura Holt was not at home.\n\nCampaigner Holt said that she would come on Monday.\n\nShe wrote: “There was a meeting, and I was not told.”",
        "Laura Holt",
    ),
)


@pytest.mark.parametrize(("text", "speaker"), LETTERS)
def test_a_calling_before_a_surname_is_no_other_person(text: str, speaker: str) -> None:
    found = [each.speaker for each in statements(text) if text[each.start :].startswith("There was a meeting")]
    assert found == [speaker]


DEEDS = (
    ("Mr Odran Tell repeated his concern twice more, in May 2029 and in January 2031.", "concern"),
    ("Mrs Petra Moss renewed her warning in June, after the flood.", "warning"),
    ("Ana Lund voiced her objections three times.", "objections"),
    ("Ana Lund played a part in the Vesk League, which aimed to challenge poverty in the city.", "poverty"),
    ("Petra Moss founded the Lock Club, which set out to criticise bad landlords.", "landlords"),
    ("He joined the Lund Fund, which helps to promote peace and to warn the young of drugs.", "peace"),
)


@pytest.mark.parametrize(("text", "word"), DEEDS)
def test_what_is_told_of_somebody_is_none_of_his_words(text: str, word: str) -> None:
    people = {"Odran Tell", "Petra Moss", "Ana Lund", "Moss", "Tell", "He"}
    assert not [each for each in statements(text) if each.speaker in people and word in text[each.start : each.end]]


@pytest.mark.parametrize(
    "text",
    ["Ana Lund repeated her concern about the pumps.", "Ana Lund renewed her warning that the pumps will fail."],
)
def test_what_somebody_is_concerned_about_is_still_said(text: str) -> None:
    assert [each for each in statements(text) if each.speaker == "Ana Lund" and "pumps" in text[each.start : each.end]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vesk Bank, which yesterday reported earnings that beat estimates, gained 3 percent.",
        "Kestrel Lines reported its first annual loss in ten years.",
        "Kestrel Lines reported a profit of 3 million crowns.",
        "Norr Steel reported a 3 percent rise in profits.",
        "Anyone claiming David's throne is throwing down a challenge to the old order.",
        "Anybody saying the dam is safe has never seen it.",
        "Anyone who says the dam is safe is wrong.",
        "Whoever claims the throne must fight.",
        "Someone claiming to be the mayor rang the school.",
        "Voss said some kind words about Ada and her parents.",
        "Odo Lask said a few words about the bridge and left.",
        "Odo Lask said thanks for the meal.",
        "Odo Lask appeared to have some advance warning that the mails would be printed.",
        "The bank seems to have had an assurance that the loan would be paid.",
        "Odo Lask received a threat that his mill would burn.",
    ],
)
def test_what_narrates_an_act_of_saying_is_no_statement(sentence: str) -> None:
    assert said(f"{HEAD}{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norr Steel reported its profit had doubled.",
        "Norr Steel reported profits were down.",
        "Norr Steel reported a rise in crime.",
        "The team reported results of a study that found the drug useless.",
        "Anyone said to be ill must stay, Voss said.",
        "The mayor said words cannot describe the fire.",
        "The mayor said some words were too hard.",
        "Voss said thanks to the crew, the ship was saved.",
        "Voss gave a warning that the dam would fail.",
        "The council has clerks warning that the dam would fail.",
        "Voss renewed her warning that the dam would fail.",
    ],
)
def test_words_that_are_told_stay_a_statement(sentence: str) -> None:
    assert said(f"{HEAD}{sentence}\n") != []
