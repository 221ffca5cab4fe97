from __future__ import annotations

import pytest

from rag.check.claims import unsupported
from rag.records import Citation
from rag.understand.answer_words import answering, value


def cited(text: str) -> Citation:
    return Citation(
        n=1, doc="vesk.txt", title="Vesk", published=None, source=None, url=None, page=None, start=0, end=len(text),
        text=text, speaker=None, reported_by=None, said_on=None, check="verified",
    )  # fmt: skip


def numbers_refused(claim: str, *evidence: str) -> list[str]:
    return [each.words for each in unsupported(claim, [cited(each) for each in evidence]) if each.claim == "number"]


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("There are 25 boats.", "There are twenty-five boats."),
        ("There are twenty-five boats.", "There are 25 boats."),
        ("There are 2,000,000 lamps.", "There are two million lamps."),
        ("There are 2 million lamps.", "There are 2m lamps."),
        ("It cost 1.5 million.", "It cost a million and a half."),
        ("It cost 1500000.", "It cost one and a half million."),
        ("There are a dozen boats.", "There are twelve boats."),
        ("It was 40 per cent.", "It was 40%."),
        ("It was forty percent.", "It was 40 to 50 per cent."),
        ("It was two hundred and five.", "It was 205."),
        ("It was 2/3.", "It was two thirds."),
        ("It was on 2 April.", "It was on 2nd April."),
        ("One of them left first.", "They left."),
        ("Half a million came.", "500,000 came."),
        ("In 2025 it shut.", "In twenty twenty-five it shut."),
        ("Two to three million came.", "2 to 3 million came."),
    ],
)
def test_a_number_that_the_evidence_has(claim: str, evidence: str) -> None:
    assert numbers_refused(claim, evidence) == []


@pytest.mark.parametrize(
    ("claim", "evidence", "refused"),
    [
        ("There are twenty boats.", "There are twenty-five boats.", "twenty"),
        ("There are five boats.", "There are twenty-five boats.", "five"),
        ("There are two boats.", "There are two hundred boats.", "two"),
        ("There are 2 boats.", "There are 2 million boats.", "2"),
        ("There are 2 million boats.", "There are 2 boats.", "2 million"),
        ("There are 2 billion boats.", "There are 2 million boats.", "2 billion"),
        ("There are 25 boats.", "There are 2.5 boats.", "25"),
        ("It was 40.", "It was 40 per cent.", "40"),
        ("It was 40 per cent.", "It was 40.", "40 per cent"),
        ("There are thousands of boats.", "There are hundreds of boats.", "thousands"),
        ("A third came.", "Two thirds came.", "A third"),
        ("There are a dozen boats.", "There are two dozen boats.", "a dozen"),
        ("It was 1,234.", "It was 12,345.", "1,234"),
        ("It was the 1990s.", "It was the 1980s.", "1990s"),
    ],
)
def test_a_number_that_the_evidence_does_not_have(claim: str, evidence: str, refused: str) -> None:
    assert numbers_refused(claim, evidence) == [refused]


def test_the_numbers_of_two_citations_never_join() -> None:
    assert numbers_refused("It was two hundred.", "It was two", "hundred boats") == ["two hundred"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forty per cent", "40%"), ("twenty-five", "25"), ("2 million", "2,000,000"), ("$5", "five"),
        ("2nd April 2026", "2 April 2026"),
    ],
)  # fmt: skip
def test_two_writings_of_one_value(one: str, other: str) -> None:
    assert value(one) == value(other)


@pytest.mark.parametrize(("one", "other"), [("40%", "40"), ("twenty", "twenty-five"), ("2 million", "2")])
def test_two_values(one: str, other: str) -> None:
    assert value(one) != value(other)


def test_where_the_answering_number_stands() -> None:
    text = "In 2031 it cost $2.5 million, one of them said."
    assert [text[slice(*each)] for each in answering("number", text, "How much did it cost?")] == ["$2.5 million"]
