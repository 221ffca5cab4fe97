"""Documents in the question's language: the cases of a word meet, offices lead to who holds them."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "ru.txt": """date 2031-03-04

Мэр Вешнина Арина Колодина выступила на заседании городского совета.

«Мы закроем границу для грузовиков с первого апреля», — заявила Арина Колодина.

«Водители ждут по двое суток», — сказал депутат Степан Ледкин.

«Зарплата учителей не растёт третий год», — сказала учительница Вера Штырь.
""",
    "pl.txt": """date 2031-03-05

Burmistrz Brzezina Halina Wrońcka spotkała się z mieszkańcami.

„Granicę otworzymy dopiero po zakończeniu remontu mostu” – powiedziała Halina Wrońcka.

„Zamknięta granica kosztuje nas trzysta miejsc pracy” – ocenił Tomasz Gilewicz.

„W szpitalach brakuje pięciuset pielęgniarek” – przyznała Jadwiga Orlicz.
""",
    "uk.txt": """date 2031-03-06

«Ми відкриємо кордон для всіх людей у травні», — сказала Олена Кравчук.

«Міст закрито через тріщини», — заявив Остап Левчин.
""",
}


@pytest.fixture(scope="module")
def own(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Что Арина Колодина сказала о границе?", "Мы закроем границу"),
        ("Что Колодина говорила о грузовиках?", "для грузовиков"),
        ("Кто говорил о зарплате учителей?", "Зарплата учителей"),
        ("Что сказал Ледкин о водителях?", "Водители ждут"),
        ("Co Halina Wrońcka powiedziała o granicy?", "Granicę otworzymy"),
        ("Co burmistrz powiedziała o granicy?", "Granicę otworzymy"),
        ("Co mówił Gilewicz o zamkniętej granicy?", "Zamknięta granica"),
        ("Ilu pielęgniarek brakuje w szpitalach?", "pięciuset pielęgniarek"),
        ("Що Кравчук сказала про кордони?", "відкриємо кордон"),
        ("Хто говорив про мости?", "Міст закрито"),
    ],
)
def test_the_cases_of_a_word_meet(own: Pipeline, question: str, words: str) -> None:
    answer = own.ask(Turn(question))
    assert any(words in each.text for each in answer.citations), answer.standalone


@pytest.mark.parametrize(
    "question",
    [
        "Кого Вера Штырь обвинила в коррупции?",
        "Что Арина Колодина сказала о футболе?",
        "Co Tomasz Gilewicz powiedział o dopingu?",
        "Що Олена Кравчук сказала про вибори?",
    ],
)
def test_what_is_not_there_is_not_answered(own: Pipeline, question: str) -> None:
    assert own.ask(Turn(question)).status == "not_found"
