from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from index.people.people import People
from index.transcripts.heads.interviewed import answering
from tests.index.analysed import document, turns_of

ASKED = """
Q: How long have you been out here?
A: Eleven winters. The first one I nearly left.

Q: Did nobody warn you?
A: My uncle did. I did not listen.

Q: Would you do it again?
A: Tomorrow. But I would bring a better stove.
"""


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Interview with the marathon runner Ketty Arundel-Voss, The Courier, 21 August 2031", "Ketty Arundel-Voss"),
        ("A conversation with lighthouse keeper Marten Ibsgaard, 3 May 2031", "Marten Ibsgaard"),
        ("Q&A: novelist and bee-keeper Rosalind Achterberg", "Rosalind Achterberg"),
        ("Interview with Nobel laureate and former surgeon general Dr. Ifeoma Bastide", "Ifeoma Bastide"),
        ("Interview with the head of the Eskby Water Board, Ana Lund", "Ana Lund"),
        ("Interview with Eskby mayor Ana Lund about the bridge", "Ana Lund"),
        ("We talked to deep-sea welder Runa Castell. The Tidewater Review, 11 March 2031", "Runa Castell"),
        ("INTERVIEW WITH MARATHON RUNNER KETTY ARUNDEL-VOSS", "Ketty Arundel-Voss"),
        ("Harbour pilot Olav Reyk interviewed by Jonas Quill", "Olav Reyk"),
        ("Interview mit der Kapitänin Frauke Petersdotter", "Frauke Petersdotter"),
        ("Entretien avec la navigatrice Solveig Marchandeau", "Solveig Marchandeau"),
        ("Wywiad z trenerką kadry Hanną Dobrzycką", "Hanna Dobrzycka"),
        ("Интервью с директором музея Верой Логиновой", "Вера Логинова"),
    ],
)
def test_what_somebody_is_is_no_part_of_the_name(head: str, name: str) -> None:
    found = turns_of(document(head + "\n" + ASKED, title=head))
    assert [speaker for speaker, _ in found] == ["interviewer", name] * 3


@pytest.mark.parametrize(
    "head",
    [
        "Interview with Ana Lund and Olav Reyk",
        "Interview with the twins Ana and Olav Reyk",
        "An interview with The Eskby Gazette",
        "Wywiad z pisarzem Tomaszem Gawłem",
    ],
)
def test_two_people_a_paper_or_an_unsettled_name_answer_nothing(head: str) -> None:
    text = head + "\n" + ASKED
    assert answering(document(text, title=head), People(text)) is None


def test_a_credit_says_who_asked() -> None:
    text = "Q&A: novelist Rosalind Achterberg\n\nInterview: Jonas Quill. The Courier, 7 June 2031.\n" + ASKED
    assert answering(document(text, title="Q&A: novelist Rosalind Achterberg"), People(text)) == "Rosalind Achterberg"


def test_a_paper_asks_under_its_name_in_capitals() -> None:
    text = (
        "Three questions for goalkeeper Tunde Farrow-Lisle\n\nTHE COURIER: You saved two penalties. Did you guess?\n"
        "FARROW-LISLE: No. I looked at their feet.\n\nTHE COURIER: Will you stay?\n"
        "FARROW-LISLE: Ask my mother. I want to stay.\n"
    )
    assert {speaker for speaker, _ in turns_of(document(text))} == {"COURIER", "Tunde Farrow-Lisle"}


def test_who_is_interviewed_can_be_asked_for_by_a_trade() -> None:
    text = "A conversation with lighthouse keeper Marten Ibsgaard\n" + ASKED
    assert ("Marten Ibsgaard", "lighthouse keeper") in analyse(document(text, title="Out there")).names
