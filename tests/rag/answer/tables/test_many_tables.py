"""Thirty questions over several invented tables beside each other, and those that none of them may answer."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

LEAGUE = """player,club,wins,draws,losses
Ada Brenn,Lorn,14,3,1
Ivo Pellar,Lorn,9,5,4
Mina Ruskin,Esk,14,1,3
Otto Fennick,Esk,6,6,6
Jan Weirly,Vesk,11,2,5
Sara Tolken,Vesk,2,4,12
Pip Asherton,Vesk,4,9,5
"""
PRICES = """year,loaf,butter,milk
2028,1.10,2.40,0.80
2029,1.25,2.10,0.90
2030,1.25,2.75,0.95
2031,1.50,3.00,1.00
2032,1.40,3.60,1.05
"""
RAIN = """<html><head><title>Rainfall at four stations</title></head><body><article>
<h1>Rainfall at four stations</h1>
<p>The weather office of Skell has measured rain at its four stations since 2029, and reports it here.</p>
<table><tr><th>Station</th><th>2030</th><th>2031</th><th>2032</th></tr>
<tr><td>Quill Rock</td><td>812</td><td>640</td><td>701</td></tr>
<tr><td>Skell Ness</td><td>455</td><td>910</td><td>455</td></tr>
<tr><td>Tarn Sound</td><td>1,204</td><td>1,180</td><td>1,311</td></tr>
<tr><td>Holm Head</td><td>388</td><td>402</td><td>390</td></tr></table>
<p>The office says that the instruments were checked every spring by its own people.</p>
</article></body></html>
"""
STAFF = """department,staff_2031,staff_2032,change
Harbour,40,52,12
Library,18,12,-6
Parks,31,31,0
Schools,210,233,23
"""
VOTES_2029 = """# Council election of 2029

| Ward | Brennick | Oskar | Turnout |
|---|---|---|---|
| Eastgate | 1,204 | 1,180 | 61% |
| Northgate | 850 | 902 | 48% |
| Millside | 431 | 977 | 55% |
| Total | 2,485 | 3,059 | |

The count ended at midnight.
"""
VOTES_2033 = """# Council election of 2033

| Ward | Brennick | Oskar | Turnout |
|---|---|---|---|
| Eastgate | 1,350 | 1,020 | 64% |
| Northgate | 910 | 870 | 51% |
| Millside | 520 | 990 | 55% |
| Total | 2,780 | 2,880 | |

The count ended at one in the morning.
"""
LEVEL = "Year,Mean,Uncertainty\n" + "".join(
    f"{year},{mean},0.20\n"
    for year, mean in ((2024, "12.31"), (2025, "12.40"), (2026, "12.98"), (2027, "13.02"), (2028, "13.70"))
)
RISE = "Year,Annual Increase,Uncertainty\n" + "".join(
    f"{year},{rise},0.05\n"
    for year, rise in ((2024, "0.04"), (2025, "0.09"), (2026, "0.58"), (2027, "0.04"), (2028, "0.68"))
)
TOWNS = """town,population,area,founded,mayor
Lorn,4200,12.5,1850,Bill Price
Esk,1900,8.1,1920,Ona Quell
Vesk,1900,30.2,1790,Rolf Tarn
Skell,760,4.4,1901,Ona Quell
"""
FERRIES = """# Ferry report 2031

The three lines carried fewer people than in 2030. Some passengers complained.

| Line | Passengers | Cancelled trips |
|---|---|---|
| Eskby to Lorn | 41,200 | 12 |
| Lorn to Vesk | 18,950 | 31 |
"""
GOALS = """season,Swans goals,Herons goals
2030,31,28
2031,45,30
2032,38,52
"""


@pytest.fixture(scope="module")
def tables(over: Over) -> Pipeline:
    return over(
        {
            "chess_league_2033.csv": LEAGUE,
            "grocery_prices.csv": PRICES,
            "rain.html": RAIN,
            "town-staff.csv": STAFF,
            "votes-2029.md": VOTES_2029,
            "votes-2033.md": VOTES_2033,
            "lake-annmean-esk.csv": LEVEL,
            "lake-gr-esk.csv": RISE,
            "goals.csv": GOALS,
            "towns.csv": TOWNS,
            "ferries.md": FERRIES,
            "talk.txt": "The council of Lorn spoke of herring, of the lake and of the chess league.\n",
        }
    )


CELLS = (
    ("What was the annual mean lake value for 2027?", "2027: 13.02 (“Mean”)"),
    ("How much rain fell at Skell Ness in 2031?", "Skell Ness: 910 (“2031”)"),
    ("What was the lake's yearly rise in 2026?", "2026: 0.58 (“Annual Increase”)"),
    ("How many votes did Oskar get in Northgate in 2033?", "Northgate: 870 (“Oskar”)"),
    ("What did butter cost in 2030?", "2030: 2.75 (“butter”)"),
)
COMPARED = (
    (
        "How much higher was turnout in Eastgate than in Northgate in 2033?",
        "Eastgate has 13 percentage points more than Northgate: 64% and 51% (“Turnout”) [",
    ),
    (
        "How did the yearly rise of the lake in 2028 compare with that of 2024?",
        "2028 has 0.64 more than 2024: 0.68 and 0.04 (“Annual Increase”), 17 times as much",
    ),
    (
        "How many more wins did Jan Weirly have than Sara Tolken?",
        "Jan Weirly has 9 more than Sara Tolken: 11 and 2 (“wins”), 5.5 times as much",
    ),
    (
        "Compare the price of butter and milk in 2032.",
        "“butter” has 2.55 more than “milk”: 3.60 and 1.05 (2032), about 3.43 times as much",
    ),
    (
        "How did rainfall at Quill Rock in 2030 compare with Holm Head?",
        "Quill Rock has 424 more than Holm Head: 812 and 388 (“2030”), about 2.09 times as much",
    ),
)
CHANGES = (
    (
        "How much did the staff of the Harbour department grow between 2031 and 2032?",
        "12 more: Harbour from 40 (“staff_2031”) to 52 (“staff_2032”)",
    ),
    (
        "How has the library staff changed from 2031 to 2032?",
        "6 less: Library from 18 (“staff_2031”) to 12 (“staff_2032”)",
    ),
    (
        "How much did the price of a loaf rise between 2028 and 2031?",
        "0.40 more: “loaf” from 1.10 (2028) to 1.50 (2031)",
    ),
    ("How has the price of milk changed since 2030?", "0.10 more: “milk” from 0.95 (2030) to 1.05 (2032)"),
    (
        "Compare the change in staff in Harbour and Schools between 2031 and 2032.",
        "Harbour 12 more (“staff_2031” 40 to “staff_2032” 52), Schools 23 more (“staff_2031” 210 to “staff_2032” 233):"
        " the change of Schools is 11 greater",
    ),
    (
        "Compare the change in rainfall at Quill Rock and Tarn Sound between 2030 and 2032.",
        "Quill Rock 111 less (“2030” 812 to “2032” 701), Tarn Sound 107 more (“2030” 1,204 to “2032” 1,311)",
    ),
    (
        "Compare the change in goals of the Swans and the Herons between 2030 and 2032.",
        "“Swans goals” 7 more (31 in 2030 to 38 in 2032), “Herons goals” 24 more (28 in 2030 to 52 in 2032):"
        " the change of “Herons goals” is 17 greater",
    ),
)
ORDERED = (
    (
        "Which town has the largest population and what is its area?",
        "Lorn, with 4200: the highest “population” of 4 rows [1]. Lorn: 12.5 (“area”) [1].",
    ),
    ("Who had the most wins in the chess league?", "Ada Brenn and Mina Ruskin, with 14: the highest “wins” of 7 rows"),
    (
        "Which player of the Vesk club had the fewest losses?",
        "Jan Weirly and Pip Asherton, with 5: the lowest “losses”",
    ),
    ("Which station had the least rain in 2032?", "Holm Head, with 390: the lowest “2032” of 4 rows"),
    (
        "Which player had the third most draws?",
        "Ivo Pellar, with 5: the third highest “draws” of 7 rows, behind Pip Asherton (9) and Otto Fennick (6)",
    ),
    (
        "Which player had the second most wins?",
        "with equal ones among them, the highest “wins” of 7 rows are in this order: Ada Brenn (14), Mina Ruskin (14)"
        " and Jan Weirly (11)",
    ),
    ("In which year was the loaf dearest?", "2031, with 1.50: the highest “loaf” of 5 rows"),
    (
        "What are the two highest prices of butter?",
        "2032 (3.60) and 2031 (3.00): the two highest “butter” of 5 rows",
    ),
)
COUNTED = (
    ("How many players had 5 losses?", "2 rows: Jan Weirly and Pip Asherton"),
    ("How many towns were founded after 1900?", "2 rows: Esk and Skell"),
    ("How many players had more than 8 wins?", "4 rows: Ada Brenn, Ivo Pellar, Mina Ruskin and Jan Weirly"),
    ("How many players of the Vesk club had fewer than 5 wins?", "2 rows: Sara Tolken and Pip Asherton"),
    ("In how many years did butter cost more than 2.50?", "3 rows: 2030, 2031 and 2032"),
    ("How many players had between 4 and 9 wins?", "3 rows: Ivo Pellar, Otto Fennick and Pip Asherton"),
)
ADDED = (
    ("How much rain fell at Tarn Sound in total between 2030 and 2032?", "3,695 in all"),
    ("How many goals did the Swans get after 2030 altogether?", "83 in all, “Swans goals” added up: 45 + 38"),
    ("How many wins did the players of the Vesk club have in total?", "17 in all, “wins” added up: 11 + 2 + 4"),
    (
        "What was the average price of milk?",
        "0.94 on average, “milk” of 5 rows: (0.80 + 0.90 + 0.95 + 1.00 + 1.05) / 5",
    ),
    (
        "How many goals did the Swans score in total between 2030 and 2032?",
        "114 in all, “Swans goals” added up: 31 + 45 + 38",
    ),
    (
        "What was the mean price of butter from 2029 to 2031?",
        "about 2.6167 on average, “butter” of 3 rows: (2.10 + 2.75 + 3.00) / 3",
    ),
)


@pytest.mark.parametrize(("question", "line"), [*CELLS, *COMPARED, *CHANGES, *ORDERED, *COUNTED, *ADDED])
def test_a_table_answers(tables: Pipeline, question: str, line: str) -> None:
    answer = tables.ask(Turn(question))
    assert answer.opening.startswith(line), answer.answer
    assert all(each.check == "verified" for each in answer.citations)


def test_two_tables_that_fit_alike_are_both_shown(tables: Pipeline) -> None:
    answer = tables.ask(Turn("How many votes did Brennick get in Millside?"))
    assert answer.opening.startswith("Two tables tell of it.")
    assert "Council election of 2029: Millside: 431 (“Brennick”)" in answer.opening
    assert "Council election of 2033: Millside: 520 (“Brennick”)" in answer.opening


@pytest.mark.parametrize(
    "question",
    [
        "How many wins did Bill Price have in total?",
        "How many passengers complained on the Lorn to Vesk line?",
        "How many passengers were on the Lorn to Vesk line in 2030?",
        "Which club had the most wins?",
        "How many Vesk players had no losses?",
        "How many goals did the Swans get in total between 2019 and 2032?",
        "What was the average turnout in 2033?",
        "How many departments grew between 2031 and 2032?",
        "How many stalemates did Ada Brenn have?",
        "How many wins did Greta Brenn have?",
        "How many wins did Karel Vondra have in the chess league?",
        "What did butter cost in 2019?",
        "How much did the price of a loaf rise between 2019 and 2031?",
        "What did butter cost in dollars in 2030?",
        "How many inches of rain fell at Skell Ness in 2031?",
        "What did cheese cost in 2030?",
        "How many players are not in the Vesk club?",
        "How did the staff of the Museum change between 2031 and 2032?",
        "Compare the change in staff in Harbour and the Museum between 2031 and 2032.",
        "How did the yearly rise of the lake in 2028 compare with that of 1999?",
        "What was the average age of the players?",
        "How many votes did Brennick get in Millside in 2041?",
        "Why did butter cost more in 2032?",
        "What will butter cost in 2040?",
    ],
)
def test_no_table_answers_what_it_does_not_hold(tables: Pipeline, question: str) -> None:
    answer = tables.ask(Turn(question))
    told = ("(“", "row", "in all", "more than", "on average", "more:", "less:", "Two tables")
    assert not any(sign in answer.opening for sign in told), answer.answer
