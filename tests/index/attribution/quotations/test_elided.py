"""Polish and Russian verbs of saying without a subject beside them: whose the words are, where one alone fits."""

from __future__ import annotations

import pytest

from tests.index.analysed import named

END = " Rada zbierze się we wtorek i nikt nie wie, co postanowi.\n"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Radny Patryk Solarz, który głosował przeciw, jest zły. „Do filii przychodzi osiem osób dziennie”, stwierdził."
         + END, "Do filii", "Patryk Solarz"),
        ("Petycję zbierała nauczycielka Kazimiera Bąk. „Stałam na rynku dwadzieścia dni”, opowiada." + END,
         "Stałam", "Kazimiera Bąk"),
        ("Wichura zerwała dach szkoły. Dyrektor Marek Czyżyk spędził tam noc.\n\n„Dzieci wrócą w poniedziałek”,"
         " zapowiedział." + END, "Dzieci", "Marek Czyżyk"),
        ("Burmistrz Anna Rudzka obejrzała szkody z wojewodą Piotrem Galą. „Pieniądze się na pewno znajdą”, stwierdziła."
         + END, "Pieniądze", "Anna Rudzka"),
        ("Директор порта Анна Белых встретилась с рыбаками. «Мы выслушаем каждого из них», — пообещала.\n",
         "Мы выслушаем", "Анна Белых"),
        ("Капитан Игорь Сомов пришёл в порт. «Нас никто об этом не предупредил», — добавил.\n",
         "Нас никто", "Игорь Сомов"),
    ],
)  # fmt: skip
def test_the_one_person_who_fits(text: str, words: str, name: str) -> None:
    assert named(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Radny Jan Kos i dyrektor Marek Czyżyk spotkali się w środę. „To jest zwykły skandal”, stwierdził." + END,
         "To jest"),
        ("Na rynku protestowało sto osób. „Nie pozwolimy na to nigdy”, stwierdził." + END, "Nie pozwolimy"),
        ("Burmistrz Anna Rudzka milczała. „Nie pozwolimy na to nigdy”, stwierdził." + END, "Nie pozwolimy"),
    ],
    ids=["two men", "nobody named", "a woman"],
)  # fmt: skip
def test_nobody_where_no_one_alone_fits(text: str, words: str) -> None:
    assert named(text, words) is None


def test_the_name_behind_the_verb_counts_first() -> None:
    text = "Radny Jan Kos milczał. „To jest zwykły skandal”, stwierdził dyrektor Marek Czyżyk." + END
    assert named(text, "To jest") == "Marek Czyżyk"
