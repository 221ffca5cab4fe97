"""Names of countries, bodies, storms and ships: whole, and no "he" or "she"."""

from __future__ import annotations

import pytest

from tests.index.analysed import over, statements
from tests.index.attribution.said import holding, said

SURE = 0.7


def speakers(text: str, words: str) -> set[str | None]:
    return {each.speaker for each in over(text, words)}


@pytest.mark.parametrize(
    "name",
    [
        "Saudi Arabia",
        "New Zealand",
        "North Korea",
        "The United Arab Emirates",
        "Ivory Coast",
        "Sierra Leone",
        "The Dominican Republic",
        "The Polish Government",
        "The Omani Navy",
        "Angolan Parliament",
    ],
)
def test_a_countrys_name_is_whole(name: str) -> None:
    assert speakers(f"{name} said that the boats would stay out until June.", "the boats") == {name}


@pytest.mark.parametrize(
    ("called", "name"), [("Ukrainian Ana Ruiz", "Ana Ruiz"), ("Ivory Coast coach Luis Orme", "Luis Orme")]
)
def test_a_countrys_name_before_a_person_is_none_of_the_name(called: str, name: str) -> None:
    assert speakers(f"{called} said that the boats would stay out until June.", "the boats") == {name}


STORMS = [
    pytest.param("Tropical Storm Ian came nearer.", id="a tropical storm"),
    pytest.param("Hurricane Dora came nearer, and Dora grew.", id="a hurricane"),
    pytest.param("HMS Martin came nearer. Martin was late.", id="a ship"),
]


@pytest.mark.parametrize("before", STORMS)
def test_a_storm_or_a_ship_is_neither_he_nor_she(before: str) -> None:
    text = f"{before} Watchman Jonas Ferrell said that it was big. {before} “We left,” he said."
    assert "Jonas Ferrell" in speakers(text, "We left")


@pytest.mark.parametrize("before", STORMS)
def test_a_storm_or_a_ship_says_nothing(before: str) -> None:
    text = f"{before} {before.split(' came')[0]} threatened a big flood on the coast."
    assert speakers(text, "a big flood") in (set(), {None})


def test_a_people_is_no_he() -> None:
    text = "Jonas Ferrell, a clerk, said Floridians should wait. “We left,” he said."
    assert [each.speaker for each in over(text, "We left") if each.confidence >= SURE] == ["Jonas Ferrell"]


@pytest.mark.parametrize("rest", ["The ships of the port are made at Orling.", "Orling’s ships are old."])
def test_a_firm_in_ing_speaks(rest: str) -> None:
    assert speakers(f"{rest} Orling said that the ships were safe.", "the ships were") == {"Orling"}


@pytest.mark.parametrize("doing", ["building boats", "to build boats"])
def test_what_goes_on_being_done_is_not_said(doing: str) -> None:
    text = f"Ana Ruiz added that North Korea will continue {doing} until “they get to a point where they rest at last.”"
    assert speakers(text, "they get to") == {"Ana Ruiz"}


@pytest.mark.parametrize("kin", ["her husband", "his mother", "her lawyer"])
def test_kin_who_cut_in_may_go_on(kin: str) -> None:
    text = f"“Tell her I promised,” Ana Ruiz said, and {kin} cut in. “We will both come to the quay.”"
    assert [(each.speaker, set(each.candidates)) for each in over(text, "We will")] == [(None, {"Ana Ruiz", kin})]


@pytest.mark.parametrize(
    "name",
    [
        "The Kyiv Independent",
        "The U.S. Weather Office",
        "The Mississippi Harbour Caucus",
        "The Chinese Foreign Ministry",
        "USA Harbours",
        "UK Rowing",
        "Action on Harbours",
        "Mothers Against Smoke",
    ],
)
def test_a_body_is_named_with_its_place_and_matter(name: str) -> None:
    text = f"{name} said that the boats would stay out until June."
    assert speakers(text, "the boats") <= {name, None}


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("SOURCE NASA", "NASA"),
        ("The Norwegian Erling Haal", "Erling Haal"),
        ("The first lady", "The first lady"),
        ("The next mayor", "The next mayor"),
        ("More than half of Gen Z", "More than half of Gen Z"),
        ("The Farmer’s Almanac", "The Farmer’s Almanac"),
        ("The Office of State Fire Marshal", "The Office of State Fire Marshal"),
        ("The Texas Health and Safety Code", "The Texas Health and Safety Code"),
        ("Minister for the Harbour and Water Tanya Plib", "Tanya Plib"),
    ],
)
def test_what_stands_before_a_name_is_told_from_it(subject: str, name: str) -> None:
    text = f"Mayor Ida Voss left.\n\n{subject} said that the boats would stay out until June."
    assert speakers(text, "the boats") == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ida Voss and her brother Karl Tell have left the guild, said several people close to it, noting that the "
            "boats were sold.",
            "several people",
        ),
        ("Karl Tell was away. Mrs Tell, his wife, said that the boats were late.", "Tell"),
        ("The boats burned in 1911, according to the Almanac of Greater Vesk.", "the Almanac of Greater Vesk"),
        ("Around half of adults in Kestria (53%) say that the boats are late.", "Around half of adults"),
        ("Odo Lask, analyst at Vesk Capital (VC), said the boats would be late.", "Odo Lask"),
        ("Odo Lask, an analyst with Vesk Capital said the boats would be late.", "Odo Lask"),
        (
            "The boats were late, as Mayor Ana Ruiz confirmed on the platform X. WAPT-TV reported that the boats sank.",
            "WAPT-TV",
        ),
        (
            "The boats, which Harris Holt has led, will leave Norr and speak with no one, said a guild official who "
            "spoke on the condition of anonymity.",
            "a guild official",
        ),
        (
            "The boats sank, according to a report from the Committee to Protect Boats (CPB), a group.",
            "a report from the Committee to Protect Boats",
        ),
        (
            "The boats would be late, according to a US Centers for Harbour Control and Safety document posted online.",
            "a US Centers for Harbour Control and Safety document posted online",
        ),
    ],
)
def test_words_are_those_of_whom_the_sentence_names(text: str, name: str) -> None:
    assert speakers(text, "the boats" if "the boats" in text else "The boats") == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Many antique bellows have fine decorations and are wanted for the art.",
        "Kia has called back 10 boats, according to recall notices posted on its website.",
        "Rovers notes: The Rovers and the Harriers meet at the bowl for the first time.",
        "Odo Lask – “feelslikeimfalling” – Kestrel Records",
        "I will watch the tapes of what Odo Lask says, and if there is good reason for me to speak, I will.",
        "Hundreds of clerks in Kestria could go on strike, threatening to create a shortage of beer.",
        "The Norr Rovers swept the Harriers in a series, but adding Palo Carr should give Vesk a good chance to win.",
        "In the paper, presented as an “update”, Odo Lask discloses that she has looked into 16 fairs.",
        "The agency has only ordered two boats due to delays and overruns.",
        "The company has declined to disclose how its ferry works.",
        "It is whether people label themselves “pro-ferry” or not.",
        "A look at some old figures and the prices, however, suggests that the mill will not lose.",
        "Odo Lask says goodbye to each of the three women in letters.",
        "The hotel boasts 30 rooms and a pool that was built in May.",
        "CNX reported that Odo Lask broke in and asked where the mayor was, shouting, “Where is Nan?”",
        "Clerks responded to the mayor’s home and found “an old man asleep in a tub of water.”",
        "Ada Holt’s family told ‘there is no further hope’ after her fall",
        "Voss has kept and changed the plans since the 1930s for “the demise of the Crown” in her archive.",
        "The ad could have easily specified that the fire burned 10 years ago.",
        "All signs point to high school coach Terry Tell as the killer.",
        "Ida Holt said she was told by several people “that if I said I liked Tell my career would be over.”",
        "Face to face with voters, clerks explain and defend their plans in front of a crowd.",
        "What clerks say: Thousands of them have signed up for the plan, while others are heeding calls from unions.",
        "Families in Norr criticized the town for what they perceived as a lack of action in the flood.",
        "Ida Holt stars as a woman who claims part of a school and decides to teach a class on “rowing.”",
        "Ada Holt, known for her hit “Gloria,” died, the Norr Press, relying on her firm, reported in an obituary.",
        "A clerk warned them with what he thought would be a strong threat to bring them to heel.",
        "Ida Holt had expected to ride out of the weekend on a wave of joy.",
        "Details of the plan leaked in The Gazette in May, describing what would happen after the death.",
    ],
)
def test_what_nobody_says_is_nobodys(text: str) -> None:
    assert not [each for each in statements(text) if each.speaker and each.confidence >= SURE]


@pytest.mark.parametrize(
    "name",
    [
        "The Old Sailor's Almanac",
        "Tarr's List",
        "Weaver’s Digest",
        "The Printers' Guild",
        "Land's Edge",
        "Brill's",
        "Orme’s",
    ],
)
def test_a_name_with_an_apostrophe_is_whole(name: str) -> None:
    assert speakers(f"{name} said the boats would stay out until June.", "the boats") == {name}
    assert speakers(f"The boats will stay out until June, according to {name}.", "The boats") == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Kestria has many clubs. Kestria's Ruiz said the boats would stay out until June.",
        "The chair of the guild is Ruiz. Norr's Ruiz said the boats would stay out until June.",
    ],
)
def test_whose_somebody_is_is_no_part_of_the_name(text: str) -> None:
    assert speakers(text, "the boats") == {"Ruiz"}


@pytest.mark.parametrize(
    "name",
    [
        "Kestrian Re", "Swiss Re", "British Salt", "Polish Airways", "General Motors", "Premier Foods",
        "German Dutch Tobacco", "Save the Mills", "Friends of the Canal", "Help the Ferrymen", "Public Health Norr",
        "State Farm Norr", "The Norr Coast State Emergency Service",
    ],
)  # fmt: skip
def test_a_name_that_begins_as_a_title_does_is_not_cut(name: str) -> None:
    text = f"The flood came on Friday. {name} said the dam had been weak. “It will cost us much,” {name} said."
    assert {each for each, _, _ in said(text)} == {name}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Swiss skier Odo Lask fell. Lask said the snow was wet.", "the snow", "Odo Lask"),
        ("The Swiss Odo Lask fell. “The snow was wet,” the Swiss skier Lask said.", "The snow", "Odo Lask"),
        ("General Lask came late. “The bridge is safe,” General Lask said.", "The bridge", "Lask"),
        ("Health Secretary Ida Voss said the fever was over.", "the fever", "Ida Voss"),
        ("Secretary of State Ida Voss said the fever was over.", "the fever", "Ida Voss"),
    ],
)  # fmt: skip
def test_a_title_is_still_no_part_of_a_name(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "name",
    [
        "Norrish state TV",
        "State-run TV",
        "The city’s public TV",
        "Vesk’s private Radio",
        "US-backed Norr Democratic Forces",
        "A spokesman for Kestrian state TV",
    ],
)
def test_a_body_keeps_what_tells_which_one_it_is(name: str) -> None:
    assert speakers(f"{name} said that the boats would stay out until June.", "the boats") == {name}
    assert speakers(f"“The boats will stay out until June,” {name} said.", "The boats") == {name}


@pytest.mark.parametrize("before", ["Senator", "Striker"])
def test_a_person_whose_surname_is_a_bodys_noun_stays_one(before: str) -> None:
    text = f"Lise Church left the hall on Friday.\n\n{before} Church said that the boats would stay out until June."
    assert speakers(text, "the boats") == {"Lise Church"}


@pytest.mark.parametrize(
    "name",
    [
        "the Equal Justice Initiative",
        "the Norr Nurse Alliance",
        "the Young Lawyer Forum",
        "the Kestria Coach Trust",
        "the Climate Justice Project",
    ],
)
def test_a_body_with_an_office_in_its_name_is_whole(name: str) -> None:
    assert speakers(f"According to a report by {name}, the boats stayed out until June.", "the boats") == {name}


def test_a_title_before_somebody_with_a_bodys_surname_is_no_name() -> None:
    assert speakers("Chief Justice Ida Fund said that the boats would stay out.", "the boats") == {"Ida Fund"}
