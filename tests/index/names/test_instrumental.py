from __future__ import annotations

import pytest

from index.names.instrumental import nominative_behind_with


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Hanną Dobrzycką", "Hanna Dobrzycka"),
        ("Janem Kowalskim", "Jan Kowalski"),
        ("Markiem Nowakiem", "Marek Nowak"),
        ("Pawłem Stolarzem", "Paweł Stolarz"),
        ("Anną Nowak", "Anna Nowak"),
        ("Katarzyną Wolną-Rybką", "Katarzyna Wolna-Rybka"),
        ("Верой Логиновой", "Вера Логинова"),
        ("Игорем Белым", "Игорь Белый"),
        ("Дмитрием Лосевым", "Дмитрий Лосев"),
        ("Оксаною Гайовою", "Оксана Гайова"),
        ("Олегом Шевченком", "Олег Шевченко"),
    ],
)
def test_a_name_behind_with_is_put_into_the_nominative(written: str, name: str) -> None:
    assert nominative_behind_with(written) == name


@pytest.mark.parametrize("written", ["Tomaszem Gawłem", "Pawłem", "z Janem Lisem"])
def test_an_unsettled_name_is_none(written: str) -> None:
    assert nominative_behind_with(written) is None
