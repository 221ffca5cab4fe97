"""Names in the heads of Russian and Ukrainian speeches, back in the nominative."""

from __future__ import annotations

import pytest

from index.names.russian_names import nominative


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("Одрана Телла", "Одран Телл"),
        ("Сергея Вескова", "Сергей Весков"),
        ("Игоря Ленского", "Игорь Ленский"),
        ("Павла Холма", "Павел Холм"),
        ("Марии Квилловой", "Мария Квиллова"),
        ("Ольги Ленской", "Ольга Ленская"),
        ("М. В. Рыженкова", "М. В. Рыженков"),
        ("М.В.Рыженкова", "М.В. Рыженков"),
        ("Председателя", "Председатель"),
        ("Квиллшвили", "Квиллшвили"),
    ],
)
def test_the_name_that_a_head_gives_in_the_genitive(genitive: str, name: str) -> None:
    assert nominative(genitive) == name
