import pytest

from index.text.grammatical_cases import case_keys


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("pl", "inwestorze", "inwestora"),
        ("pl", "moście", "most"),
        ("pl", "szkole", "szkoła"),
        ("pl", "rzece", "rzeka"),
        ("pl", "drodze", "droga"),
        ("uk", "кордоні", "кордон"),
        ("uk", "дорозі", "дорога"),
        ("uk", "мяжы", "мяжа"),
    ],
)
def test_the_cases_of_a_word_meet(language: str, one: str, other: str) -> None:
    assert case_keys(one, language) & case_keys(other, language)


@pytest.mark.parametrize(("one", "other"), [("most", "młyn"), ("szkoła", "szkło"), ("inwestor", "inwestycja")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert not case_keys(one, "pl") & case_keys(other, "pl")
