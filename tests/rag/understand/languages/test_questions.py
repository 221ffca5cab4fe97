"""Questions in five languages over English articles: each finds the words that the English question finds."""

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn

DRONES, OPEN, CLOSED = "informed Poland about the drones", "border stays open for trucks", "border will be closed"
FAMILIES, EXTENDED, NEVER = "hurt ordinary families", "Russia must be extended", "never stopped a war"
REFUGEES, PRISONERS, SCHOOLS = "six hundred refugees", "political prisoners", "twelve new schools"
PLANT, VACCINES, WARNED, PILLARS = "power plant is safe", "vaccines has been unfair", "warned a hundred", "are cracked"
DOCTORS = "thank the doctors"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Что Орлов сказал о Польше и дронах?", [DRONES]),
        ("Что говорила Петренко о беженцах?", [REFUGEES]),
        ("О чём Орлов предупреждал сто раз?", [WARNED]),
        ("Кто высказывался о санкциях?", [FAMILIES, EXTENDED, NEVER]),
        ("Сравни, что сказали Орлов и Коваль о санкциях.", [NEVER, EXTENDED]),
        ("Перечисли все высказывания Орлова о границе.", [OPEN, CLOSED]),
        ("Какова позиция Коваль по атомной электростанции?", [PLANT]),
        ("Почему Орлов закрыл мост?", [PILLARS]),
        ("Когда Коваль говорила о школах?", [SCHOOLS]),
        ("Что Орлов говорил о границе в ноябре 2031 года?", [CLOSED]),
        ("Как менялась позиция Орлова по границе?", [OPEN, CLOSED]),
        ("Говорила ли Коваль, что доступ к вакцинам был несправедливым?", [VACCINES]),
        ("Есть ли здесь что-нибудь о политзаключённых?", [PRISONERS]),
        ("Кого благодарила Петренко?", [DOCTORS]),
        ("Что обещала Коваль насчёт школ?", [SCHOOLS]),
        ("Сколько политзаключённых в Белоруссии, по словам Петренко?", [PRISONERS]),
        ("Орлов о дронах", [DRONES]),
        ("Co Orłow powiedział o Polsce i dronach?", [DRONES]),
        ("Co mówiła Petrenko o uchodźcach?", [REFUGEES]),
        ("Przed czym ostrzegał Orłow sto razy?", [WARNED]),
        ("Kto wypowiadał się na temat sankcji?", [FAMILIES, EXTENDED, NEVER]),
        ("Porównaj, co Orłow i Kowal powiedzieli o sankcjach.", [NEVER, EXTENDED]),
        ("Wymień wszystkie wypowiedzi Orłowa o granicy.", [OPEN, CLOSED]),
        ("Jakie jest stanowisko Kowal w sprawie elektrowni jądrowej?", [PLANT]),
        ("Co Kowal zapowiedziała w sprawie szkół?", [SCHOOLS]),
        ("Co Orłow mówił o granicy w listopadzie 2031 roku?", [CLOSED]),
        ("Jak zmieniało się stanowisko Orłowa w sprawie granicy?", [OPEN, CLOSED]),
        ("Czy Kowal powiedziała, że dostęp do szczepionek był niesprawiedliwy?", [VACCINES]),
        ("Czy jest tu coś o więźniach politycznych?", [PRISONERS]),
        ("Komu dziękowała Petrenko?", [DOCTORS]),
        ("Ilu więźniów politycznych jest na Białorusi według Petrenko?", [PRISONERS]),
        ("Wszystko, co Kowal powiedziała o szczepionkach", [VACCINES]),
        ("Що Орлов казав про Польщу та дрони?", [DRONES]),
        ("Хто говорив про санкції?", [FAMILIES, EXTENDED, NEVER]),
        ("Що Петренко розповіла про політв’язнів у Білорусі?", [PRISONERS]),
        ("Порівняй, що сказали Орлов і Коваль про санкції.", [NEVER, EXTENDED]),
        ("Яка позиція Коваль щодо атомної електростанції?", [PLANT]),
        ("Чому Орлов закрив міст?", [PILLARS]),
        ("Чи є тут щось про біженців?", [REFUGEES]),
        ("Што Арлоў сказаў пра мяжу ў лістападзе 2031 года?", [CLOSED]),
        ("Што Арлоў сказаў пра беспілотнікі?", [DRONES]),
        ("Хто гаварыў пра санкцыі?", [FAMILIES, EXTENDED, NEVER]),
        ("Параўнай, што сказалі Арлоў і Каваль пра санкцыі.", [NEVER, EXTENDED]),
        ("Ці ёсць тут нешта пра бежанцаў?", [REFUGEES]),
        ("Што абяцала Каваль наконт школ?", [SCHOOLS]),
        ("Чаму Арлоў закрыў мост?", [PILLARS]),
        ("Was sagte Orlow über Polen und die Drohnen?", [DRONES]),
        ("Wer sprach über die Sanktionen?", [FAMILIES, EXTENDED, NEVER]),
        ("Was hat Petrenko über Flüchtlinge gesagt?", [REFUGEES]),
        ("Vergleiche, was Orlow und Kowal über Sanktionen sagten.", [NEVER, EXTENDED]),
        ("Welche Haltung hat Kowal zum Atomkraftwerk?", [PLANT]),
        ("Gibt es hier etwas über politische Gefangene?", [PRISONERS]),
        ("Was sagte Orlow im November 2031 über die Grenze?", [CLOSED]),
        ("Wem dankte Petrenko?", [DOCTORS]),
    ],
)
def test_a_question_finds_the_words(articles: Pipeline, question: str, words: list[str]) -> None:
    answer = articles.ask(Turn(question))
    cited = " ".join(each.text for each in answer.citations)
    assert answer.status == "answered", answer.standalone
    assert all(each in cited for each in words), (answer.standalone, cited)


@pytest.mark.parametrize(
    "question",
    [
        "Что Орлов сказал об отравлении колодца?",
        "Что Петренко говорила о футболе?",
        "Кто победил на выборах в 2040 году?",
        "Co Orłow powiedział o dopingu?",
        "Czy Kowal mówiła o powstaniu?",
        "Що Коваль казала про футбол?",
        "Што Арлоў сказаў пра футбол?",
        "Was sagte Kowal über Fußball?",
    ],
)
def test_what_is_not_there_is_not_answered(articles: Pipeline, question: str) -> None:
    assert articles.ask(Turn(question)).status == "not_found"


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ("Что Орлов сказал о дронах?", "А о санкциях?", NEVER),
        ("Что Орлов сказал о санкциях?", "А Коваль?", EXTENDED),
        ("Co Orłow powiedział o dronach?", "A o sankcjach?", NEVER),
        ("Що Орлов казав про дрони?", "А про санкції?", NEVER),
        ("Was sagte Orlow über Sanktionen?", "Und Kowal?", EXTENDED),
    ],
)
def test_a_question_goes_on_from_the_one_before(articles: Pipeline, before: str, question: str, words: str) -> None:
    answer = articles.ask(Turn(question, (before,)))
    assert any(words in each.text for each in answer.citations), answer.standalone


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Говорил ли Орлов: «Sanctions have never stopped a war»?", "exact"),
        ("Czy Orłow powiedział: „Sanctions have never stopped a war”?", "exact"),
        ("Чи казала Коваль: «Sanctions have never stopped a war»?", "other_speaker"),
    ],
)
def test_a_quotation_is_checked(articles: Pipeline, question: str, verdict: str) -> None:
    assert articles.ask(Turn(question)).verdict == verdict


@pytest.mark.parametrize(
    "question", ["Кратко изложи, что Орлов сказал о границе.", "Streść, co Orłow powiedział o granicy."]
)
def test_what_somebody_said_is_summarised(articles: Pipeline, question: str) -> None:
    answer = articles.ask(Turn(question))
    assert answer.standalone == "Summarise what Orlov said about border"
    assert {each.speaker for each in answer.citations} == {"Viktor Orlov"}
