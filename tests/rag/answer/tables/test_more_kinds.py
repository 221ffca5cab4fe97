"""Questions for tables with times, shops, places of a race and votes, and rows that are shown with their columns."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

FUEL = """month,fuel,unit,Harbour Pumps,Quay Garage,County mean
2031-02,diesel,litre,1.62,1.59,1.61
2031-02,lamp oil,litre,2.05,2.10,2.07
2031-05,diesel,litre,1.70,1.66,1.69
2031-05,lamp oil,litre,2.01,2.15,2.08
2031-09,diesel,litre,1.58,1.71,1.64
2031-09,lamp oil,litre,2.20,2.12,2.17
"""
BEES = """week_starting,apiary,hives_lost,queens_marked,treated
2031-04-07,Upper Fell,3,12,no
2031-04-07,Millrace,0,9,no
2031-04-14,Upper Fell,11,4,yes
2031-04-14,Millrace,2,,yes
2031-04-21,Upper Fell,1,2,yes
"""
CHOIR = """singer,section,village,vote,note
Ada Brand,Altos,Skell,yes,
Ivo Pell,Altos,Lorn,yes,
Mina Rusk,Altos,Lorn,no,spoke against her section
Sara Tolk,Altos,Esk,yes,
Otto Fenn,Basses,Skell,no,
Jan Weir,Basses,Esk,no,
Pip Asher,Tenors,Lorn,absent,
"""
REGATTA = """place,boat,skipper,minutes,note
1,Grey Heron,Wanda Ilk,41,course record
2,Sandpiper,Rolf Unger,43,
3,Curlew,Tess Obrin,47,
"""
GAUGE = """# Depths at two gauges

| day | North gauge | South gauge |
|---|---:|---:|
| 3 June 2031 | 140 | 151 |
| 10 June 2031 | 152 | 149 |
| 17 June 2031 | 160 | 158 |
| 24 June 2031 | 147 | 155 |

Read by the harbour office.
"""


@pytest.fixture(scope="module")
def tables(over: Over) -> Pipeline:
    return over(
        {
            "fuel_prices_2031.csv": FUEL,
            "apiary_losses_2031.csv": BEES,
            "choir_vote_new_hall_2031.csv": CHOIR,
            "harbour_regatta_2031.csv": REGATTA,
            "gauges.md": GAUGE,
            "talk.txt": "The council of Lorn spoke of herring and of the new hall.\n",
        }
    )


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "What did a litre of diesel cost at Quay Garage in September?",
            "2031-09, diesel, litre: 1.71 (“Quay Garage”)",
        ),
        ("How many hives were lost at Upper Fell in the week starting 14 April?", "2031-04-14, Upper Fell: 11"),
        ("In which month was lamp oil cheapest at Harbour Pumps?", "2031-05, with 2.01: the lowest"),
        ("What is the latest price of lamp oil at Quay Garage?", "lamp oil, 2031-09: 2.12 (“Quay Garage”)"),
        (
            "How much has diesel gone up at Quay Garage this year?",
            "0.12 more: diesel, “Quay Garage” from 1.59 (2031-02)",
        ),
        ("How far has diesel fallen at Harbour Pumps?", "0.04 less: diesel, “Harbour Pumps” from 1.62"),
        ("How many hives were lost at Millrace altogether?", "2 in all"),
        (
            "How many more hives were lost at Upper Fell than at Millrace in the week starting 14 April?",
            "2031-04-14, Upper Fell has 9 more than 2031-04-14, Millrace: 11 and 2",
        ),
        ("Did Mina Rusk follow her section when the new hall was voted on?", "No: Mina Rusk has no (“vote”)"),
        ("Did Ada Brand vote with her section?", "Yes: Ada Brand has yes (“vote”)"),
        ("How did Rusk vote?", "Mina Rusk: no (“vote”)"),
        ("Who won the harbour regatta?", "Wanda Ilk: 1 (“place”)|Grey Heron: 1 (“place”)"),
        ("On how many days was the North gauge above the South gauge?", "2 of 4 rows have “North gauge” above"),
        (
            "On how many days was the North gauge above the South gauge, and on which for the first time?",
            "2 of 4 rows have “North gauge” above “South gauge”",
        ),
        ("How many times does Upper Fell come up in the apiary table?", "3 rows: "),
    ],
)
def test_rows_answer(tables: Pipeline, question: str, line: str) -> None:
    answer = tables.ask(Turn(question))
    assert answer.opening.startswith(tuple(line.split("|"))), answer.answer
    assert all(each.check == "verified" for each in answer.citations)


def test_two_questions_in_one_are_answered_in_turn(tables: Pipeline) -> None:
    question = "In which month was diesel cheapest at Harbour Pumps and what is the latest price there?"
    opening = tables.ask(Turn(question)).opening
    assert opening.startswith("2031-09, with 1.58: the lowest “Harbour Pumps” of 3 rows [1].")
    assert "2031-09: 1.58 (“Harbour Pumps”) [1]" in opening


def test_a_follow_up_asks_for_another_row(tables: Pipeline) -> None:
    answer = tables.ask(Turn("And lamp oil?", history=("How much has diesel gone up at Quay Garage this year?",)))
    assert answer.opening.startswith("0.02 more: lamp oil, “Quay Garage” from 2.10 (2031-02) to 2.12 (2031-09)")


@pytest.mark.parametrize(
    "question",
    [
        "What did a litre of petrol cost at Quay Garage in September?",
        "What did a litre of diesel cost at Hill Garage in September?",
        "What did a litre of diesel cost at Quay Garage in December?",
        "How many hives were sold at Upper Fell in the week starting 14 April?",
        "How many hives were lost at Lower Fell in the week starting 14 April?",
        "Did Greta Rusk follow her section when the new hall was voted on?",
        "Who won the harbour regatta in 2019?",
        "Why were 11 hives lost at Upper Fell?",
    ],
)
def test_no_row_answers_what_the_table_does_not_have(tables: Pipeline, question: str) -> None:
    answer = tables.ask(Turn(question))
    assert not any(sign in answer.opening for sign in ("(“", "row", "in all", "others of", "more than")), answer.answer


def test_an_empty_cell_is_no_other_columns(tables: Pipeline) -> None:
    answer = tables.ask(Turn("How many queens were marked at Millrace in the week starting 14 April?"))
    assert "yes (" not in answer.opening
    assert "2 (“queens" not in answer.opening


def test_rows_that_are_shown_have_their_columns_above(tables: Pipeline) -> None:
    answer = tables.ask(Turn("What is known of Millrace and of Upper Fell?"))
    shown = [each.text for each in (answer.citations or answer.nearest)]
    head = BEES.partition("\n")[0].replace(",", " | ")
    rows = [at for at, each in enumerate(shown) if "Upper Fell |" in each and head not in each]
    assert not rows or head in shown
