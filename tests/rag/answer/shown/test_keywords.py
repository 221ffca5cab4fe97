"""Bare lists of words are answered by the sentences in which they stand together."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over, unsupported

TOWN = {
    "2031-05-01-council.txt": (
        "The council\n\n“Quillon gave an odd interview. He fears the lighthouse. Now he blames Kestria for the storm,” "
        "Mayor Odran Tellmar told the council.\n\n“Our herring is cheap. The tax on it is not,” said Mira Brandt, a "
        "fisherman. “Nobody in Vesk mends the old nets.”\n\nThe council sold two cranes to a museum in Lorn.\n"
    ),
    "2031-06-11-fair.txt": (
        "The fair\n\nThe fair of Vesk opened with a parade of lanterns. A crane lifted the statue of the founder.\n\n"
        "“Lanterns are dear this year,” Ilse Varn said.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("quillon interview kestria", "Now he blames Kestria"),
        ("Quillon lighthouse storm", "He fears the lighthouse."),
        ("interview lighthouse kestria storm", "an odd interview"),
        ("herring cheap tax", "The tax on it is not"),
        ("herring tax?", "Our herring is cheap."),
        ("nets vesk mends", "Nobody in Vesk mends the old nets."),
        ("cranes museum lorn", "The council sold two cranes"),
        ("museum and cranes", "The council sold two cranes"),
        ("parade lanterns fair", "a parade of lanterns"),
        ("statue founder crane", "A crane lifted the statue"),
        ("lanterns dear year", "Lanterns are dear this year"),
        ("crane of the founder", "A crane lifted the statue"),
        ("council cranes museum sold price", "The council sold two cranes"),
    ],
)
def test_where_all_or_most_of_the_words_stand(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    assert words in answer.answer
    assert unsupported(answer, town.store.catalog) == ()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("quillon interview kestria", "“quillon”, “interview” and “kestria” stand together here:"),
        ("interview lighthouse kestria zeppelin", "“interview”, “lighthouse” and “kestria” stand together here:"),
    ],
)
def test_which_words_stand_there_is_told(town: Pipeline, question: str, line: str) -> None:
    assert town.ask(Turn(question)).answer.startswith(line)


@pytest.mark.parametrize(
    "question", ["zeppelin price vesk", "herring zeppelin", "lanterns herring", "uranium mine lorn"]
)
def test_words_that_stand_apart_are_not_found(town: Pipeline, question: str) -> None:
    assert town.ask(Turn(question)).status == "not_found"
