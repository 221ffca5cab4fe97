"""Words whose speaker the layout tells: tables, block quotes, speech after dashes; days that head entries."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements

TOLD = tuple[str | None, str, str | None]


def said(text: str, published: str | None = "2031-03-20") -> list[TOLD]:
    found = statements(text, published=published)
    return [(each.speaker, text[each.start : each.end], each.said_on) for each in found if each.kind != "reported"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Date | Orateur | Citation\n\n3 mars 2031 | Claire Aubin | Le port reste public.",
            [("Claire Aubin", "Le port reste public.", "2031-03-03")],
            id="french, a line empty between rows",
        ),
        pytest.param(
            "Quotes\n\n| Speaker | Day | Quote |\n|---|---|---|\n| Odran Tell | 2031-02-01 | “It is shut.” |",
            [("Odran Tell", "It is shut.", "2031-02-01")],
            id="markdown, marks around the words",
        ),
        pytest.param(
            "Спикер | Цитата\nНина Дроздова | Свалки не будет.\nИгорь Лапин | Будет суд.",
            [("Нина Дроздова", "Свалки не будет.", "2031-03-20"), ("Игорь Лапин", "Будет суд.", "2031-03-20")],
            id="russian, no day of their own",
        ),
        pytest.param(
            "Datum | Sprecher | Zitat\nirgendwann | Silke Ahrens | Der Hafen bleibt zu.",
            [("Silke Ahrens", "Der Hafen bleibt zu.", None)],
            id="a day that is none is not the document's",
        ),
        pytest.param("Name | Price\nOdran Tell | 40 crowns", [], id="a table of something else"),
        pytest.param("Speaker | Quote\nOdran Tell | a | b", [], id="a row of other columns"),
    ],
)
def test_rows_of_a_table_of_quotations(text: str, expected: list[TOLD]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "> The tram is a toy.\n\n— Rolf Hagen, driver\n",
            [("Rolf Hagen", "The tram is a toy.", "2031-03-20")],
            id="a dash below",
        ),
        pytest.param(
            "> Nobody rides it.\n>\n> — *Marit Foss*, 2 June 2030\n",
            [("Marit Foss", "Nobody rides it.", "2030-06-02")],
            id="a dash in its last line, with a day",
        ),
        pytest.param(
            "Tessa Lind, who bakes, sees it otherwise:\n\n> I sell twice the bread.\n> I carry the rails.\n",
            [
                ("Tessa Lind", "I sell twice the bread.", "2031-03-20"),
                ("Tessa Lind", "I carry the rails.", "2031-03-20"),
            ],
            id="a sentence before with a colon",
        ),
        pytest.param("Tessa Lind met Rolf Hagen and heard:\n\n> It is old.\n", [], id="two may be meant"),
        pytest.param("The law reads:\n\n> No dog may enter.\n", [], id="nobody is named"),
    ],
)
def test_block_quotes(text: str, expected: list[TOLD]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Zawady, 20 marca 2031 r. – Młyn zostaje – powiedziała wójt Halina Wrona. – Mamy inwestora.",
            [("Halina Wrona", "Młyn zostaje"), ("Halina Wrona", "Mamy inwestora.")],
            id="polish, behind a dateline",
        ),
        pytest.param(
            "— Мост откроем, — сказал глава города Заречинска Аркадий Полозов. — Деньги «Росмоста» есть.",
            [("Аркадий Полозов", "Мост откроем,"), ("Аркадий Полозов", "Деньги «Росмоста» есть.")],
            id="russian, marks inside",
        ),
        pytest.param(
            "— Дорогу закроют, — сообщила Вера Лукина, — но только на неделю.",
            [("Вера Лукина", "Дорогу закроют,"), ("Вера Лукина", "но только на неделю.")],
            id="a sentence that goes on",
        ),
        pytest.param("– Młyn zostaje – tak brzmi wyrok sądu.", [], id="no verb of saying"),
        pytest.param("Вера Лукина — инженер. Мост — старый.", [], id="a dash for a verb"),
    ],
)
def test_speech_after_dashes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, words) for speaker, words, _ in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Инженер Вера Лукина заявила: «Опоры ещё не проверены до конца».", "Вера Лукина"),
        ("Глава города Заречинска Аркадий Полозов заявил: «Мост откроем к сентябрю».", "Аркадий Полозов"),
        ("Burmistrz Zawad Piotr Górski powiedział: „Szkoła zostanie i będzie żyć”.", "Piotr Górski"),
        ("Bürgermeisterin Silke Ahrens sagte: „Der Hafen bleibt bis Freitag zu.“", "Silke Ahrens"),
        ("Finn Quist said: “The boiler is cold again.”", "Finn Quist"),
        ("„Nikt nas nie ostrzegł” – powiedziała sklepikarka Anna Wilk.", "Anna Wilk"),
    ],
)
def test_an_office_or_its_place_is_no_part_of_a_name(text: str, speaker: str) -> None:
    assert [each[0] for each in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Live\n\nMittwoch, 18. März, 9.40 Uhr: „Es regnet hier seit gestern“, sagte Silke Ahrens.\n\n"
            "Dienstag, 17. März, 22.15 Uhr: „Drei Dächer sind weggeflogen“, sagte Nils Brook.\n",
            ["2031-03-18", "2031-03-17"],
            id="a day opens each paragraph",
        ),
        pytest.param(
            "Tuesday 17 March\n\n“It rains,” Odran Tell said.\n\nWednesday 18 March\n\n“It is dry,” Mira Quill said.\n",
            ["2031-03-17", "2031-03-18"],
            id="a day on a line of its own heads what follows",
        ),
        pytest.param(
            "17 March 2031, 08:10\n\n“It rains,” Odran Tell said.\n\n"
            "18 March 2031, 09:00\n\n“It is dry,” Mira Quill said.\n",
            ["2031-03-17", "2031-03-18"],
            id="with times",
        ),
        pytest.param("18 March\n\n“It rains,” Odran Tell said.\n", ["2031-03-20"], id="one day is no live page"),
        pytest.param(
            "In 1926 the dyers walked out. Their leader, Abel Strand, told them: “We will not dye another yard.”",
            [None],
            id="long ago, no day is known",
        ),
        pytest.param(
            "In 1963 the mayor, Abel Strand, opened it with the words: “This stage is the fishermen’s.”",
            ["1963"],
            id="the year",
        ),
        pytest.param(
            "In 1926 the dyers walked out. “He kept the banner,” says Lena Strand.", ["2031-03-20"], id="told today"
        ),
    ],
)
def test_the_day_of_an_entry_and_of_long_ago(text: str, days: list[str | None]) -> None:
    assert [day for _, _, day in said(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "Live\n\nTuesday 3 February 2026\n\n14:02 Chief Ebba Strand: “All boats are in.”\n\n"
            "Monday 2 February 2026\n\n22:15 Chief Ebba Strand: “Two boats are not in.”\n",
            ["2026-02-03", "2026-02-02"],
            id="a live page by days",
        ),
        pytest.param(
            "2 March 2031\n\n“It rains,” Odran Tell said.\n\n1 March 2031\n\n“It is dry,” Mira Quill said.\n",
            ["2031-03-02", "2031-03-01"],
            id="a diary from its end",
        ),
        pytest.param(
            "Donnerstag, 12. November 2026\n\n„Es regnet“, sagte Silke Ahrens.\n\n"
            "Mittwoch, 11. November 2026\n\n„Es taut“, sagte Silke Ahrens.\n",
            ["2026-11-12", "2026-11-11"],
            id="German",
        ),
        pytest.param(
            "2 March 2001\n\n“It rains,” Odran Tell said.\n\n1 March 2031\n\n“It is dry,” Mira Quill said.\n",
            [None, None],
            id="decades apart",
        ),
        pytest.param(
            "2 March 2031\n\n“It rains,” Odran Tell said.\n\n4 May\n\n“It is dry,” Mira Quill said.\n\n"
            "5 May 2031\n\n“It snows,” Mira Quill said.\n",
            [None, None, None],
            id="a day without a year among them",
        ),
    ],
)
def test_the_day_of_an_entry_where_the_text_has_none(text: str, days: list[str | None]) -> None:
    assert [each.said_on for each in statements(text, published=None) if each.kind == "direct"] == days


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The mayor of Orme said that it was shut. “A child fell in,” the mayor said.", ["The mayor of Orme"]),
        ("The head of the school in Orme said that it was shut. “A child fell in,” the mayor said.", ["the mayor"]),
        (
            "The mayor of Orme said that it was shut. The mayor of Tarn wept. “A child fell in,” the mayor said.",
            [None],
        ),
    ],
    ids=["one", "another office", "two of them"],
)
def test_a_bare_office_is_the_one_named_in_full(text: str, speakers: list[str | None]) -> None:
    assert [each[0] for each in said(text)] == speakers


GUEST = (
    "Mara Holt is the keeper of the Eskby locks.\n\nIn our interview, we discuss:\n\n- gates\n\n## Locks\n\n"
    "### Quotes from the interview\n\nOn gates –\n> A gate is a promise.\n\n> [Luca:] And a wall?\n> It is not.\n\n"
    "> “I would sooner have a gate.”\n\n### Further reading\n\n> Walls are cheap, says the handbook.\n"
)


def test_quotes_from_an_interview_are_the_guests() -> None:
    found = said_on_page("Mara Holt on Locks", GUEST)
    assert found == [("Mara Holt", "A gate is a promise."), ("Mara Holt", "I would sooner have a gate.")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Locks of the north", GUEST),
        ("Mara Holt and Ivo Orr on Locks", GUEST.replace("Mara Holt is", "Mara Holt and Ivo Orr are")),
        ("Mara Holt on Locks", GUEST.replace("Quotes from the interview", "What others say")),
    ],
    ids=["nobody in the title", "two guests", "no such heading"],
)
def test_block_quotes_of_nobody_surely(title: str, text: str) -> None:
    assert not said_on_page(title, text)


def said_on_page(title: str, text: str) -> list[tuple[str | None, str]]:
    return [
        (each.speaker, text[each.start : each.end]) for each in statements(text, title=title) if each.kind == "turn"
    ]
