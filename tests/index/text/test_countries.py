"""Countries under their names, their people's and their capitals'."""

from __future__ import annotations

import pytest

from index.text.countries import country, unified


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Moscow", "Russia"),
        ("Poles", "Poland"),
        ("Belarusian", "Belarus"),
        ("ferry", None),
        ("Turkmen", "Turkmenistan"),
    ],
)
def test_a_word_names_a_country(word: str, expected: str | None) -> None:
    assert country(word) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the United States said", "the American said"),
        ("the Buenos Aires office", "the Argentine office"),
        ("в Польше", "в Poland"),
    ],
)
def test_names_of_several_words_and_other_languages_become_one_word(one: str, other: str) -> None:
    assert unified(one) == other


def test_every_single_word_of_the_table_is_known() -> None:
    assert [
        word for word in ("Kabul", "Tirana", "Algiers", "Kyiv", "Kiev", "Ankara", "Hanoi") if not country(word)
    ] == []


MEMBERS = """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria;
Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Bolivia;
Bosnia and Herzegovina; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon;
Canada; Central African Republic; Chad; Chile; China; Colombia; Comoros; Congo; Costa Rica; Côte d’Ivoire; Croatia;
Cuba; Cyprus; Czechia; Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic;
Ecuador; Egypt; El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon;
Gambia; Georgia; Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary;
Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati;
Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Madagascar;
Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Moldova; Monaco;
Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands; New Zealand; Nicaragua; Niger;
Nigeria; North Macedonia; Norway; Oman; Pakistan; Palau; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland;
Portugal; Qatar; Romania; Russian Federation; Rwanda; Saint Kitts and Nevis; Saint Lucia;
Saint Vincent and the Grenadines; Samoa; San Marino; São Tomé and Príncipe; Saudi Arabia; Senegal; Serbia; Seychelles;
Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia; South Africa; South Sudan; Spain; Sri Lanka;
Sudan; Suriname; Sweden; Switzerland; Syria; Tajikistan; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago;
Tunisia; Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; Tanzania; United States;
Uruguay; Uzbekistan; Vanuatu; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe
"""
"""The members of the United Nations, both Koreas as one."""


def test_every_member_of_the_united_nations_is_a_country_of_its_own() -> None:
    members = [" ".join(each.split()) for each in MEMBERS.split(";")]
    assert [each for each in members if not country(each)] == []
    # Congo and the Democratic Republic of the Congo are one name of people.
    assert len({country(each) for each in members}) == len(members) - 1 == 191


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ivory Coast", "Ivory Coast"),
        ("Ivorian", "Ivory Coast"),
        ("Omani", "Oman"),
        ("Luanda", "Angola"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Port of Spain", "Trinidad and Tobago"),
        ("Guinean", "Guinea"),
        ("Dominicans", "Dominican Republic"),
        ("San Salvador", "El Salvador"),
        ("male", None),
        ("Victoria", None),
    ],
)
def test_people_and_capitals_name_their_country(word: str, expected: str | None) -> None:
    assert country(word) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Ivory Coast team", "the Ivorian team"),
        ("in Papua New Guinea", "in Papuan"),
        ("the South Sudanese army", "the SouthSudanese army"),
    ],
)
def test_new_names_of_several_words_become_one_word(one: str, other: str) -> None:
    assert unified(one) == other
