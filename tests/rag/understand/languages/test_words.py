"""In which language a question is, what its words are, names in their cases, days."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.languages.days import days_at
from rag.understand.languages.detect import language_of
from rag.understand.languages.heard import heard_as
from rag.understand.languages.names import in_latin, named
from rag.understand.languages.words import english_of


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Что сказал Орлов о границе?", "ru"),
        ("Що сказав Орлов про кордон?", "uk"),
        ("Хто говорив про санкції?", "uk"),
        ("Што сказаў Арлоў пра мяжу?", "be"),
        ("Ці ёсць тут нешта пра НАТА?", "be"),
        ("Co powiedział Orłow o granicy?", "pl"),
        ("Ilu ludzi zginęło w powodzi?", "pl"),
        ("Was sagte Orlow über die Grenze?", "de"),
        ("Wer sprach über die Sanktionen?", "de"),
        ("Hat Gabriel den Abzug gefordert?", "de"),
        ("What did Łukaszenka say about Żytomierz?", "en"),
        ("Was Orlov critical of the war?", "en"),
        ("Did Orlov say «Мы закроем границу»?", "en"),
        ("Who is Müller?", "en"),
        ("Summarise Orlov's speech", "en"),
        ("Orlov on Poland", "en"),
        ("Which die was cast in Wien?", "en"),
        ("Co-operation with Poland?", "en"),
        ("Was Petra Noll open to closing the Lindau works in June 2033?", "en"),
        ("Was Anna Weck in Bonn in January?", "en"),
        ("Was Merkel against the plan in 2015?", "en"),
        ("Was will Scholz in Kiew?", "de"),
        ("War Scholz in Polen?", "de"),
        ("Was meint Scholz?", "de"),
    ],
)
def test_the_language_of_a_question(question: str, language: str) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("границе", "ru", "border"), ("кордоні", "uk", "border"), ("мяжы", "be", "border"), ("granicę", "pl", "border"),
        ("Grenzen", "de", "border"), ("беженцев", "ru", "refugee"), ("uchodźcach", "pl", "refugee"),
        ("więźniach", "pl", "prison"), ("szczepionek", "pl", "vaccine"), ("moście", "pl", "bridge"),
        ("Friedensformel", "de", "peace formula"), ("Flüchtlinge", "de", "refugee"), ("погибло", "ru", "died"),
        ("закрыў", "be", "close"), ("выборах", "ru", "election"), ("Белоруссии", "ru", "Belarus"),
        ("ковшика", "ru", None),
    ],
)  # fmt: skip
def test_a_word_is_known_in_its_cases(word: str, language: str, english: str | None) -> None:
    found = english_of(word, language)
    assert found is None if english is None else found is not None and found.startswith(english[:6])


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("Орлова", "ru", "Orlov"), ("Виктору Орлову", "ru", "Viktor Orlov"), ("Орловым", "ru", "Orlov"),
        ("Петренко", "uk", "Petrenko"), ("Арлова", "be", "Orlov"), ("Orłowa", "pl", "Orlov"),
        ("Orłowowi", "pl", "Orlov"), ("Orlows", "de", "Orlov"), ("Kowala", "pl", "Kowal"), ("Трамп", "ru", None),
    ],
)  # fmt: skip
def test_a_name_is_found_in_its_cases(articles: Pipeline, words: str, language: str, name: str | None) -> None:
    assert named(words.split(), language, articles.store.catalog) == name


def test_a_name_that_nobody_bears_is_written_in_latin_letters() -> None:
    assert in_latin(["Навального"], "ru") == "Navalnyy"
    assert in_latin(["Müller"], "de") == "Müller"


@pytest.mark.parametrize(
    ("words", "language", "days"),
    [
        ("в июне 2023 года", "ru", "in June 2023"), ("5 мая 2023 года", "ru", "on 5 May 2023"),
        ("с 2019 года", "ru", "since 2019"), ("между 2019 и 2021", "ru", "between 2019 and 2021"),
        ("в прошлом году", "ru", "last year"), ("у червні 2023 року", "uk", "in June 2023"),
        ("у лютому", "uk", "in February"), ("в апреле", "ru", "in April"), ("w kwietniu", "pl", "in April"),
        ("у чэрвені 2023 года", "be", "in June 2023"), ("w kwietniu 2023 roku", "pl", "in April 2023"),
        ("z 2019 roku", "pl", "in 2019"), ("od 2019 roku", "pl", "since 2019"), ("im mai 2031", "de", "in May 2031"),
        ("2015", "de", "in 2015"), ("seit 2019", "de", "since 2019"), ("в Польше", "ru", None), ("2015", "ru", None),
    ],
)  # fmt: skip
def test_days_are_read(words: str, language: str, days: str | None) -> None:
    found = days_at(words.split(), language)
    assert (found[0] if found else None) == days


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("Что Орлов сказал о границе?", "What did Orlov say about border?"),
        ("Co prezydent Orłow mówił o Polsce?", "What did Orlov say about Poland?"),
        ("Was hat Orlow den Journalisten gesagt?", "What did Orlov tell the journalists?"),
        ("Кого критиковал Орлов?", "Whom did Orlov criticize?"),
        ("Сколько раз Орлов упоминал границу?", "How many times did Orlov mention border?"),
        ("Когда Орлов впервые упомянул границу?", "When did Orlov first speak about border?"),
        ("Was warf Orlow der Regierung vor?", "What did Orlov accuse the government of?"),
        ("Хто гаварыў пра «Паўночны паток»?", "Who spoke about Nord Stream?"),
        ("Что думает президент Белоруссии о войне?", "What did the president of Belarus think about war?"),
    ],
)
def test_a_question_is_read_as_english(articles: Pipeline, question: str, english: str) -> None:
    heard = heard_as(question, articles.store.catalog)
    assert heard is not None
    assert heard.question == english
