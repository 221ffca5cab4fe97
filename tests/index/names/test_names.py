from __future__ import annotations

from pathlib import Path

import pytest

from errors import SettingError
from index.names.names import NO_ALIASES, Aliases, first_letters, keys_of, name_key, read_aliases, register, same_person
from index.names.titles import split_title
from settings import Settings


@pytest.mark.parametrize(
    "spellings",
    [
        "Lukashenko Lukashenka Łukaszenka Лукашенко Лукашенка Лукашэнка",
        "Zelensky Zelenskyy Zelenskiy Зеленський Зеленский",
        "Shevchenko Szewczenko Шевченко",
        "Putin Путин Poutine",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({name_key(each) for each in spellings.split()}) == 1


def test_names_that_differ_have_keys_that_differ() -> None:
    names = "Tell Quill Oster Holt Varga Armel Tusk Duda Trump Orban Kim Lee Li".split()
    assert len({name_key(each) for each in names}) == len(names)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Alexander Lukashenko", "Aliaksandr Lukashenka", True),
        ("A. Lukashenko", "Александр Лукашенко", True),
        ("Lukashenko", "Александр Лукашенко", True),
        ("Ana Tell", "Odran Tell", False),
        ("V. Lukashenko", "Alexander Lukashenko", False),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy", True),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_the_register_joins_forms_of_one_name_and_parts_two_bearers() -> None:
    rows = [
        ("Alexander Lukashenko", 5, "2020-01-01", "2021-01-01"),
        ("Lukashenko", 3, None, None),
        ("Александр Лукашенко", 2, "2019-05-05", "2022-01-01"),
        ("Ana Tell", 1, None, None),
        ("Odran Tell", 2, None, None),
        ("Tell", 9, None, None),
        ("one former aide", 3, None, None),
    ]
    people = register(rows, NO_ALIASES)
    assert [(each.name, each.statements) for each in people] == [
        ("Alexander Lukashenko", 10),
        ("Tell", 9),
        ("one former aide", 3),
        ("Odran Tell", 2),
        ("Ana Tell", 1),
    ]
    assert (people[0].first, people[0].last) == ("2019-05-05", "2022-01-01")
    assert set(people[0].forms) == {"Lukashenko", "Александр Лукашенко"}


def test_aliases_join_what_rules_cannot(tmp_path: Path) -> None:
    path = tmp_path / "aliases.yaml"
    path.write_text("Odran Tell: [the old fox, O. T.]\n", encoding="utf-8")
    aliases = read_aliases(path)
    assert aliases.group("the old fox") == ["odran tell", "the old fox", "o. t."]
    assert register([("Odran Tell", 1, None, None), ("the old fox", 2, None, None)], aliases)[0].statements == 3


def test_no_file_is_no_alias_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    assert read_aliases(Settings.aliases) == Aliases({})
    wrong = tmp_path / "aliases.yaml"
    wrong.write_text("- just\n- a list\n", encoding="utf-8")
    with pytest.raises(SettingError, match="aliases.yaml must contain lines"):
        read_aliases(wrong)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Квиллом", "kvill"),
        ("Тарновскому", "tarnovsky"),
        ("дронах", "drone"),
        ("Хольтове", "holtov"),
        ("Брандта", "brandt"),
    ],
)
def test_a_declined_name_meets_its_spelling_in_latin_letters(cyrillic: str, latin: str) -> None:
    assert keys_of(cyrillic.lower()) & keys_of(latin)
    assert latin[0] in set("".join(first_letters(cyrillic.lower())))
    assert cyrillic[0].lower() in first_letters(latin)


@pytest.mark.parametrize("word", ["мир", "о", "tea", "東京"])
def test_short_words_and_other_scripts_have_no_key_to_meet_by(word: str) -> None:
    assert keys_of(word) == set()


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Finn Orr", "Finn Orr"),
        ("Mr Finn Lee", "Finn Lee"),
        ("Israeli Minister Finn Lee", "Finn Lee"),
        ("Dane Holm", "Dane Holm"),
        ("Jordan Minister Lee", "Lee"),
        ("German Chancellor", ""),
        ("Belarusian President Odran Tell", "Odran Tell"),
    ],
)
def test_a_land_may_be_a_given_name(phrase: str, name: str) -> None:
    assert split_title(phrase)[0] == name
