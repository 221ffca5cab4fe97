"""The program's own sentences in the question's language; documents' words as they are."""

from __future__ import annotations

import re

import pytest

from rag.answer.languages.catalog import phrases, sentences
from rag.answer.languages.translate import said_in
from rag.pipeline import Pipeline
from rag.records import Heard, Turn
from tests.rag.conftest import Over

LANGUAGES = ("ru", "uk", "be", "pl", "de")
TEXT = """date 2031-03-02

“The border of Poland stays open,” said Viktor Orlov.

“We like Poland,” Orlov said.
"""


@pytest.fixture(scope="module")
def border(over: Over) -> Pipeline:
    return over({"border.txt": TEXT})


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Что Орлов сказал о границе?", "Viktor Orlov (2 марта 2031):"),
        ("Що Орлов сказав про кордон?", "Viktor Orlov (2 березня 2031):"),
        ("Што Арлоў сказаў пра мяжу?", "Viktor Orlov (2 сакавіка 2031):"),
        ("Co Orłow powiedział o granicy?", "Viktor Orlov (2 marca 2031):"),
        ("Was sagte Orlow über die Grenze?", "Viktor Orlov (2. März 2031):"),
    ],
)
def test_an_answer_opens_in_the_questions_language(border: Pipeline, question: str, first: str) -> None:
    answer = border.ask(Turn(question))
    assert answer.answer.startswith(first)
    assert "“The border of Poland stays open,”" in answer.answer


@pytest.mark.parametrize(
    ("question", "undated"),
    [
        ("Кто победил на выборах?", "и 1 без даты"),
        ("Хто переміг на виборах?", "і 1 без дати"),
        ("Kto wygrał wybory?", "i 1 bez daty"),
        ("Wer hat die Wahl gewonnen?", "und 1 ohne Datum"),
    ],
)
def test_documents_without_a_date_are_counted_in_the_questions_language(
    over: Over, question: str, undated: str
) -> None:
    answer = over({"border.txt": TEXT, "sluice.txt": "The sluice is shut.\n"}).ask(Turn(question))
    assert answer.status == "not_found"
    assert undated in answer.answer
    assert " and " not in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "Что Орлов сказал о футболе?",
            "В том, что говорит Орлов, уверенного ответа на вопрос о футболе не найдено. Просмотрено: 1 документ",
        ),
        ("Що Орлов сказав про футбол?", "У тому, що каже Орлов, певної відповіді на питання про футбол не знайдено."),
        ("Што Арлоў сказаў пра футбол?", "У тым, што кажа Арлоў, пэўнага адказу на пытанне пра футбол не знойдзена."),
        (
            "Co Orłow powiedział o piłce nożnej?",
            "W wypowiedziach, których autorem jest Orłow, nie znaleziono pewnej odpowiedzi o piłce nożnej.",
        ),
        ("Was sagte Orlow über Fußball?", "In dem, was Orlow sagt, wurde keine sichere Antwort über Fußball gefunden."),
        ("Кто победил на выборах?", "Уверенного ответа на этот вопрос не найдено."),
        ("Kto wygrał wybory?", "Nie znaleziono pewnej odpowiedzi na to pytanie."),
    ],
)
def test_a_refusal_is_in_the_questions_language(border: Pipeline, question: str, words: str) -> None:
    answer = border.ask(Turn(question))
    assert answer.status == "not_found"
    assert answer.answer.startswith(words)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Перечисли все высказывания Орлова о Польше.", "2 предложения, где Viktor Orlov говорит о Польше (1 документ"),
        ("Wymień wszystkie wypowiedzi Orłowa o Polsce.", "2 zdania, w których Viktor Orlov mówi o Polsce (1 dokument"),
    ],
)
def test_a_count_is_in_the_questions_language(border: Pipeline, question: str, first: str) -> None:
    assert border.ask(Turn(question)).answer.startswith(first)


@pytest.mark.parametrize(
    ("number", "russian", "polish"),
    [(1, "1 документ", "1 dokument"), (3, "3 документа", "3 dokumenty"), (5, "5 документов", "5 dokumentów"),
     (21, "21 документ", "21 dokumentów"), (12, "12 документов", "12 dokumentów")],
)  # fmt: skip
def test_counted_words_follow_their_number(number: int, russian: str, polish: str) -> None:
    text = f"Searched {number} document{'' if number == 1 else 's'}."
    assert said_in(text, Heard("ru", "")) == f"Просмотрено: {russian}."
    assert said_in(text, Heard("pl", "")) == f"Przeszukano: {polish}."


def test_an_english_answer_stays_as_it_is(border: Pipeline) -> None:
    assert border.ask(Turn("What did Orlov say about the border?")).answer.startswith(
        "Viktor Orlov said (2 March 2031):"
    )


def test_a_sentence_without_translation_stays_english() -> None:
    assert said_in("Nobody has translated this. No sure answer to this was found.", Heard("de", "")) == (
        "Nobody has translated this. Auf diese Frage wurde keine sichere Antwort gefunden."
    )


def test_every_translation_fills_slots_that_its_sentence_has() -> None:
    for each in (*sentences(), *phrases()):
        assert set(each.translations) == set(LANGUAGES), each.pattern.pattern
        known = {*each.pattern.groupindex, "about"}
        for text in each.translations.values():
            assert set(re.findall(r"\{(\w+)[|}]", text)) <= known, text
