"""Tables of statements: where the head stands, what its columns mean, and the order of their days."""

from __future__ import annotations

import io

import pytest

from index.readers.parsed import Parsed
from index.readers.tables import read_csv, read_xlsx

Row = tuple[str, str | None, str | None]


def value_of(parsed: Parsed, field: str) -> str | None:
    return parsed.about[field][0] if field in parsed.about else None


def rows(found: list[Parsed]) -> list[Row]:
    return [(each.text, value_of(each, "speaker"), value_of(each, "published")) for each in found]


TABLES: dict[str, tuple[str, list[Row]]] = {
    "name and quotation": (
        "date;name;quotation\n2026-05-02;Jo Minter;The kiln is cold.\n2026-05-03;Al Boone;The kiln is hot.\n",
        [("The kiln is cold.", "Jo Minter", "2026-05-02"), ("The kiln is hot.", "Al Boone", "2026-05-03")],
    ),
    "a title above, who and quote": (
        'Quotations of the week\n\nWho,Said on,Quote\nJo Minter,2 May 2026,"Cold, very cold."\n',
        [("Cold, very cold.", "Jo Minter", "2026-05-02")],
    ),
    "tabs, statement by person": (
        "Day\tPerson\tStatement\n02.05.2026\tJo Minter\tThe kiln is cold.\n",
        [("The kiln is cold.", "Jo Minter", "2026-05-02")],
    ),
    "german": (
        "Datum;Sprecher;Zitat\n2. Mai 2026;Jo Minter;Der Ofen ist kalt.\n",
        [("Der Ofen ist kalt.", "Jo Minter", "2026-05-02")],
    ),
    "german with two names": ("Vorname;Nachname;Aussage\nJo;Minter;Kalt.\n", [("Kalt.", "Jo Minter", None)]),
    "french": (
        "Date;Intervenant;Citation\n2 mai 2026;Jo Minter;Le four est froid.\n",
        [("Le four est froid.", "Jo Minter", "2026-05-02")],
    ),
    "russian": (
        "Дата;Имя;Цитата\n2 мая 2026;Ян Орелов;Печь холодная.\n",
        [("Печь холодная.", "Ян Орелов", "2026-05-02")],
    ),
    "ukrainian": (
        "Дата;Хто;Цитата\n2 травня 2026;Ян Орелів;Піч холодна.\n",
        [("Піч холодна.", "Ян Орелів", "2026-05-02")],
    ),
    "polish": (
        "Data;Kto;Wypowiedź\n2 maja 2026;Jan Orzeł;Piec jest zimny.\n",
        [("Piec jest zimny.", "Jan Orzeł", "2026-05-02")],
    ),
    "author of a quote": ("author|quote\nJo Minter|Cold.\n", [("Cold.", "Jo Minter", None)]),
    "author of an article": ("author,article\nJo Minter,The kiln was cold.\n", [("The kiln was cold.", None, None)]),
    "day first by another row": (
        "date,speaker,quote\n12/05/2025,Jo Minter,Cold.\n25/05/2025,Al Boone,Hot.\n",
        [("Cold.", "Jo Minter", "2025-05-12"), ("Hot.", "Al Boone", "2025-05-25")],
    ),
    "month first by another row": (
        "date,speaker,quote\n05/12/2025,Jo Minter,Cold.\n05/25/2025,Al Boone,Hot.\n",
        [("Cold.", "Jo Minter", "2025-05-12"), ("Hot.", "Al Boone", "2025-05-25")],
    ),
    "an order that nothing settles": (
        "date,speaker,quote\n05/12/2025,Jo Minter,Cold.\n",
        [("Cold.", "Jo Minter", "05/12/2025")],
    ),
    "orders that contradict": (
        "date,speaker,quote\n05/12/2025,Jo,Cold.\n05/25/2025,Al,Hot.\n25/05/2025,Al,Hot.\n",
        [("Cold.", "Jo", "05/12/2025"), ("Hot.", "Al", "2025-05-25"), ("Hot.", "Al", "2025-05-25")],
    ),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES.keys())
def test_each_row_is_a_statement(table: str, expected: list[Row]) -> None:
    assert rows(read_csv(table.encode())) == expected


def test_a_sheet_with_a_title_above_its_head() -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["What they said", None, None])
    book.active.append(["Name", "Date", "Remark"])
    book.active.append(["Jo Minter", "2026-05-02", "The kiln is cold."])
    out = io.BytesIO()
    book.save(out)
    found = read_xlsx(out.getvalue())
    assert rows(found) == [("The kiln is cold.", "Jo Minter", "2026-05-02")]
    assert found[0].omitted == (("row above the columns' names", 1),)


def test_what_is_in_no_document_is_counted() -> None:
    table = "Quotes\nwho,party,quote\nJo,Reds,Cold.\nAl,Blues,\n"
    assert dict(read_csv(table.encode())[0].omitted) == {
        "row above the columns' names": 1,
        "row without a text": 1,
        "cell of party": 2,
    }


def test_a_table_without_texts_is_shown_line_by_line() -> None:
    (found,) = read_csv(b"Berth,Boats\nNorth,12\n")
    assert found.text == "Berth | Boats\nNorth | 12\n"


def test_an_empty_cell_keeps_its_column() -> None:
    (found,) = read_csv(b"pond,frogs,newts,note\nElm,4,,\nOak,,2,dry\n")
    assert found.text == "pond | frogs | newts | note\nElm | 4 |  |\nOak |  | 2 | dry\n"


def test_a_talk_in_cells_has_no_empty_ones() -> None:
    answer = "We came down to the harbour every morning. " * 6
    (found,) = read_csv(f"time,who,what,tags\n,AB:,{answer.strip()},\n,CD:,And then?,\n".encode())
    assert found.text == f"time | who | what | tags\nAB: | {answer.strip()}\nCD: | And then?\n"


def test_remarks_on_some_rows_are_no_texts() -> None:
    votes = b"member,party,vote,remark\nAda Brand,Reds,yes,\nIvo Pell,Reds,no,against her party\nMina Rusk,Blues,no,\n"
    (found,) = read_csv(votes)
    assert found.text.splitlines()[2] == "Ivo Pell | Reds | no | against her party"
    assert len(found.text.splitlines()) == 4
