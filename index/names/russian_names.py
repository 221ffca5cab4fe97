"""Names and offices of Russian and Ukrainian heads ("Выступление министра М. В. Рыженкова") back in the nominative.

Only what the ending settles is changed; a name of an unknown pattern stays as it is written.
"""

from __future__ import annotations

import re

from index.text.expressions import expression

_IRREGULAR = {
    "павла": "Павел", "льва": "Лев", "петра": "Пётр", "никиты": "Никита", "ильи": "Илья", "фомы": "Фома",
    "любови": "Любовь",
    "главы": "Глава", "председателя": "Председатель", "представителя": "Представитель", "руководителя": "Руководитель",
    "секретаря": "Секретарь", "посла": "Посол", "заместителя": "Заместитель", "голови": "Голова",
}  # fmt: skip
_INITIALS = expression(r"(?:[А-ЯЁІЇЄҐ]\.)+")
_MALE = (
    (r"([сц]ь?)кого$", r"\1кий"), (r"ього$", "ій"), (r"его$", "ий"), (r"ого$", "ый"), (r"ия$", "ий"),
    (r"ія$", "ій"), (r"ея$", "ей"),
    (r"ая$", "ай"), (r"([лрн])я$", r"\1ь"), (r"([бвгджзклмнпрстфхцчшщ])а$", r"\1"),
)  # fmt: skip
_FEMALE_GIVEN = ((r"ии$", "ия"), (r"ії$", "ія"), (r"ьи$", "ья"), (r"([гкхжшщч])и$", r"\1а"), (r"и$", "я"), (r"ы$", "а"))
_FEMALE_SURNAME = ((r"([сц])кой$", r"\1кая"), (r"([сц])ької$", r"\1ька"), (r"ой$", "а"), (r"ої$", "а"))


def nominative(name: str) -> str:
    """Return a Cyrillic name in the genitive ("Сергея Лаврова") in its nominative ("Сергей Лавров")."""
    words = _INITIALS.sub(lambda match: f"{match[0]} ", name).split()
    full = [word for word in words if not word.endswith(".")]
    female = bool(full) and re.search(r"(?:[ыи]|ої|ой|вны)$", full[0] if len(full) > 1 else full[-1]) is not None
    return " ".join(_word(word, female, word is full[-1]) if word in full else word for word in words)


def _word(word: str, female: bool, surname: bool) -> str:
    if irregular := _IRREGULAR.get(word.lower()):
        return irregular
    rules = _MALE if not female else _FEMALE_SURNAME if surname else _FEMALE_GIVEN
    for ending, instead in rules:
        if re.search(ending, word, re.IGNORECASE):
            return re.sub(ending, instead, word, flags=re.IGNORECASE)
    return word
