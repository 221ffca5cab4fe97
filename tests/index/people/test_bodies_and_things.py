"""Names of countries, bodies, storms and ships: whole, and no "he" or "she"."""

from __future__ import annotations

import pytest

from tests.index.analysed import over

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
