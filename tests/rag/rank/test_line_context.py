"""What a line says by its place: an answer under its question, a row under its columns, an item under its heading."""

from __future__ import annotations

import pytest

from index.text.sentences import sentences
from rag.pipeline import Pipeline
from rag.rank.line_context import layout_of, whole_list
from rag.records import Turn
from tests.rag.conftest import Over

PAPERS = {
    "basin.txt": "2 April 2026\n\nThe silt will beat us\n\n"
    "Harbour master Leif Brandal speaks to our paper about dredging.\n\n"
    "How deep is the basin?\n\nFour metres, and it was nine when I began.\n\n"
    "Who pays for the dredging?\n\nThe town alone, since the shipowners left.\n",
    "choir.md": "# The choir of Eskby\n\n**When was the choir founded?** In 1911, by nine fishermen.\n\n"
    "**Where does it rehearse?** In the old net loft.\n",
    "union.txt": "20 March 2026\n\nDemands of the union:\n\n1. The night shift ends at four.\n"
    "2. Wages rise by 6 per cent.\n"
    "3. No one is dismissed before 2028.\n\nThe port has not answered.\n",
    "kiln.md": "# Kiln\n\nReasons for closing the kiln:\n- Coal has doubled in price.\n- The chimney is cracked.\n\n"
    "Nobody was asked.\n",
    "walks.txt": "The society met in May.\n\nRules of the mushroom walk\n\n(a) Nobody picks before seven.\n"
    "(b) Baskets only, no bags.\n\nThe walk is on Sunday.\n",
    "berths.txt": "20 March 2026\n\nFees of the port\n\nBerth | Fee | Owner\n"
    "North | 40 | Lund Line\nSouth | 55 | Kerr Sons\n",
    "rainfall.txt": "Rainfall\n\nStation | January | July\nEskby | 120 mm | 31 mm\nVelmark | 88 mm | 47 mm\n",
    "crew.txt": "Ships of the line\n\nShip | Crew | Built\n"
    "Aurora of the northern line, rebuilt and lengthened twice | 212 | 1988\n"
    "Borealis, the oldest ship that the northern line still has at sea | 94 | 1951\n",
    "hearing.txt": "Thursday, 15 January 2026\n\nMr. HALDEN. The sluice has sunk.\n\nEXAMINATION OF MR. OAKES\n\n"
    "Q. Who raised the sluice on the night of the storm?\nA. The foreman raised it by hand.\n"
    "Q. Where was the key of the sluice kept?\nA. In a tin under the stairs.\n\nThe CHAIR. The witness is excused.\n",
    "court.txt": "THE COURT: Go on.\n\nMR. WREN: "
    "When did the kiln house burn?\n\nTHE WITNESS: On the ninth of March, at dawn."
    "\n\nMR. WREN: Who lit the kiln house stove?\n\n"
    "THE WITNESS: My brother, as every morning.\n\nTHE COURT: Thank you.\n",
    "quill.md": "# The Amber Quill: winners\n\nAwarded in Vesk on 3 May.\n\n- Novel: Ines Holm, The Salt Road\n"
    "- Poetry: Tobias Wren, Nine Winters\n- Drama: not awarded this year\n",
    "border.txt": "22.03.2026\n\nПрезидент Ян Орелов сказал: «Мы откроем границу в пятницу».\n",
    "school.txt": "22.03.2026\n\nМинистр Ива Линдова заявила: «Все сельские школы останутся открытыми».\n",
    "ferry.txt": "22.03.2026\n\nКапитан Пётр Мохов сказал: «Паромная переправа закрывается осенью».\n",
}
ASKED = {
    "an answer in its own paragraph": ("How deep is the basin?", "Four metres"),
    "another question of the interview": ("Who pays for the dredging of the basin?", "The town alone"),
    "an answer behind its question": ("When was the choir founded?", "In 1911, by nine fishermen"),
    "numbered items": ("What are the demands of the union?", "Wages rise by 6 per cent"),
    "items with dashes": ("What are the reasons for closing the kiln?", "The chimney is cracked"),
    "lettered items under a bare heading": ("What are the rules of the mushroom walk?", "Baskets only"),
    "items below a line under the heading": ("Who won the Amber Quill for poetry?", "Tobias Wren"),
    "another item of them": ("Who are the winners of the Amber Quill?", "Ines Holm"),
    "a hearing's answer": ("Who raised the sluice on the night of the storm?", "The foreman raised it"),
    "another answer of it": ("Where was the key of the sluice kept?", "In a tin under the stairs"),
    "a court's answer": ("When did the kiln house burn?", "On the ninth of March"),
    "another answer of the court": ("Who lit the kiln house stove?", "My brother"),
    "a fee by berth": ("What is the fee of the South berth?", "South | 55"),
    "another row": ("What is the fee of the North berth?", "North | 40"),
    "rain by station and month": ("What was the rainfall in Velmark in July?", "Velmark | 88 mm | 47 mm"),
    "rows longer than a line": ("When was the ship Borealis built?", "94 | 1951"),
    "Russian, another case": ("Что сказал Орелов о границе?", "Мы откроем границу в пятницу"),
    "Russian, another number": ("Что сказала Линдова о школе?", "школы останутся открытыми"),
    "Russian, two words": ("Что сказал Мохов о паромной переправе?", "переправа закрывается осенью"),
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(("question", "words"), ASKED.values(), ids=ASKED.keys())
def test_what_its_place_says_is_found(papers: Pipeline, question: str, words: str) -> None:
    answer = papers.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in answer.citations[0].text
    assert not answer.citations[0].text.endswith("?")


def test_a_list_is_shown_with_its_heading(papers: Pipeline) -> None:
    (found, *_) = papers.ask(Turn("What are the demands of the union?")).citations
    assert "Demands of the union:" in found.text
    assert "No one is dismissed before 2028." in found.text


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Will it close? Nobody knows.", {"Nobody knows.": "Will it close?"}),
        ("Will it close? Why now? Nobody knows.", {"Nobody knows.": "Why now?"}),
        ("Q. Will it close?\nA. Nobody knows.\n", {"A. Nobody knows.": "Q. Will it close?"}),
        ("MR. LOW: Why?\n\nMS. BAY: It rained.\n", {"MS. BAY: It rained.": "MR. LOW: Why?"}),
        ("It will close. Nobody knows.", {}),
        ("Berth | Fee\nNorth | 40\n", {"North | 40": "Berth | Fee"}),
        ("North | 40\nSouth | 55\n", {}),
        ("North | Lund\nSouth | Kerr\n", {}),
        ("So it is.\n\n1. One thing.\n", {}),
        ("Things:\n- One thing.\n", {"- One thing.": "Things:"}),
    ],
)
def test_what_leads_a_sentence(text: str, leads: dict[str, str]) -> None:
    found = layout_of(text, sentences(text))
    assert {text[slice(*span)]: lead for span, lead in found.leads.items()} == leads


def test_a_long_list_is_not_shown_whole() -> None:
    text = "Things:\n" + "".join(f"- Thing {number} is one of very many things.\n" for number in range(40))
    span = sentences(text)[3]
    assert whole_list(text, span) == span


@pytest.mark.parametrize(
    ("text", "leading"),
    [
        ("Q. Will it close?\n\nRECESS\n", {"Q. Will it close?"}),
        ("Q. Will it close?\nQ. Will it open?\nA. No.\n", {"Q. Will it close?", "Q. Will it open?"}),
        ("**Q:** Will it close?\n\n**A:** No.\n", {"**Q:** Will it close?"}),
        ("Q1. Will it close?\n\nWe shall see.\n", {"Will it close?"}),
        ("It is late. Will it close?\n", set()),
    ],
)
def test_a_hearings_question_answers_nothing(text: str, leading: set[str]) -> None:
    assert {text[slice(*span)] for span in layout_of(text, sentences(text)).leading} == leading


@pytest.mark.parametrize("text", ["Why?\n\nIt rained.\n", "Q. Why?\nA. It rained.\n", "It is wet. Why? It rained.\n"])
def test_an_answer_that_begins_a_passage_has_its_question(text: str) -> None:
    span = sentences(text)[-1]
    assert layout_of(text, [span]).leads[span].endswith("Why?")
