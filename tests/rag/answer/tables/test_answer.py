"""Questions for the rows of tables: the one with the most, how many, their sum, a cell by one or two conditions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as Word

from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from tests.conftest import embedded, indexed
from tests.rag.conftest import Over

STATIONS = """station,district,sightings,year,keeper
Lorn Point,North,412,2030,Ada Vesk
Esk Head,South,388,2030,Sol Marr
Tarn Sound,North,655,2030,Ina Orr
Vesk Bay,South,120,2030,Pim Holm
Quill Rock,West,301,2030,Odo Tell
Skell Ness,West,87,2030,Mira Sol
"""
FERRIES = """# Ferry report 2031

The three lines carried fewer people than in 2030.

| Line | Passengers | Cancelled trips | Captain |
|---|---|---|---|
| Eskby to Lorn | 41,200 | 12 | Ona Quill |
| Lorn to Vesk | 18,950 | 31 | Karel Vondra |
| Vesk to Skell | 9,310 | 4 | Ruta Sollis |
| Total | 69,460 | 47 | |

The council meets in May.
"""
MARKET = (
    ("Stall", "Goods", "Rent", "Holder"),
    ("Elm", "Cheese", "€120", "Bea Corvin"),
    ("Oak", "Bread", "€95", "Dan Ferro"),
    ("Ash", "Cheese", "€140", "Gil Hatter"),
)


@pytest.fixture(scope="module")
def tables(over: Over) -> Pipeline:
    talk = "The council of Lorn spoke of herring.\n"
    return over({"stations.csv": STATIONS, "ferries.md": FERRIES, "talk.txt": talk})


MOST = (
    ("Which station had the most sightings in 2030?", "Tarn Sound, with 655"),
    ("Which station had the fewest sightings?", "Skell Ness, with 87"),
    ("Which station in the South district had the most sightings?", "Esk Head, with 388"),
    ("Which keeper had the most sightings?", "Ina Orr, with 655"),
    ("Which line had the most cancelled trips?", "Lorn to Vesk, with 31"),
    ("Which ferry line carried the fewest passengers?", "Vesk to Skell, with 9,310"),
)
COUNTS = (
    ("How many stations are in the North district?", "2 rows: Lorn Point and Tarn Sound"),
    ("How many lines carried more than 10,000 passengers?", "2 rows: Eskby to Lorn and Lorn to Vesk"),
    ("How many stations had fewer than 200 sightings?", "2 rows: Vesk Bay and Skell Ness"),
)
SUMS = (
    ("How many sightings were there in the South district altogether?", "508 in all"),
    ("How many trips were cancelled in total?", "47 in all"),
    ("What is the total number of passengers on the ferry lines?", "69,460 in all"),
)
CELLS = (
    ("Who is the keeper of Quill Rock?", "Quill Rock: Odo Tell"),
    ("How many sightings were there at Vesk Bay?", "Vesk Bay: 120"),
    ("How many passengers did the Lorn to Vesk line carry?", "Lorn to Vesk: 18,950"),
    ("Who is the captain of the line from Vesk to Skell?", "Vesk to Skell: Ruta Sollis"),
)
ROWS = (
    ("Which stations are in the South district?", "2 rows: Esk Head and Vesk Bay"),
    ("Which stations in the West district had more than 200 sightings?", "1 row, with “sightings” in brackets: Quill"),
    ("Which stations had fewer than 200 sightings?", "2 rows, with “sightings” in brackets: Vesk Bay (120) and Skell"),
)


@pytest.mark.parametrize(("question", "line"), [*MOST, *COUNTS, *SUMS, *CELLS, *ROWS])
def test_a_table_is_read(tables: Pipeline, question: str, line: str) -> None:
    answer = tables.ask(Turn(question))
    assert answer.opening.startswith(line), answer.answer
    assert all(each.check == "verified" for each in answer.citations)
    *rows, columns = answer.citations
    assert all(f"[{each.n}]" in answer.opening for each in rows)
    assert columns.text in (
        STATIONS.partition("\n")[0].replace(",", " | "),
        "| Line | Passengers | Cancelled trips | Captain |",
    )


@pytest.mark.parametrize(
    "question",
    [
        "How many people died at Vesk Bay?",
        "Which station had the most visitors?",
        "What did the council of Lorn speak of?",
        "How many sightings were there at Lorn Point in 2029?",
        "Which captain had the most cancelled trips in winter?",
        "Which station had the most and the fewest sightings?",
        "Who is the captain of the most expensive ferry?",
        "How many stations had more than 5,000 sightings?",
    ],
)
def test_what_no_table_tells_is_not_read_in_one(tables: Pipeline, question: str) -> None:
    answer = tables.ask(Turn(question))
    assert "row" not in answer.opening
    assert "in all" not in answer.opening
    assert not answer.opening.startswith(("Vesk Bay:", "Lorn Point:"))


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    folder = tmp_path_factory.mktemp("word")
    document = Word()
    document.add_heading("The market of Esk")
    table = document.add_table(rows=0, cols=len(MARKET[0]))
    for row in MARKET:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    path = Path(folder) / "market.docx"
    document.save(str(path))
    pipeline = open_pipeline(indexed(path, embedded(folder / "store")))
    yield pipeline
    pipeline.close()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Which stall has the highest rent?", "Ash, with €140"),
        ("How many stalls are listed with cheese?", "2 rows: Elm and Ash"),
        ("What is the total rent of the cheese stalls?", "260 in all"),
        ("Who is the holder of the Oak stall?", "Oak: Dan Ferro"),
    ],
)
def test_a_table_of_a_word_document_is_read(word: Pipeline, question: str, line: str) -> None:
    assert word.ask(Turn(question)).opening.startswith(line)
