"""Who was present at a meeting, in the lines of its minutes."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

MINUTES = {
    "skell-2031-05.md": (
        "# Skell Harbour Board\n\nMinutes of the meeting of 4 May 2031\n\n"
        "**Present:** Cllr Ona Quill (Chair), Odran Tell and\nIlse van der Brandt\n\n"
        "Petra Lund – Clerk and 3 members of the public\n\n"
        "**Apologies:** Anton Berg\n\n"
        "Cllr Quill welcomed all to the meeting. Odran Tell said that the crane of the harbour must be painted.\n"
    ),
    "vesk-2031-06.md": (
        "# Minutes of the Vesk Library Committee\n\n6 June 2031\n\n"
        "## Attendees\n\n* Runa Feld\n* Joren ‘Red’ Stell\n* Mirre (@mirre)\n\n"
        "## Also in attendance:\n\n- Dr. Halla Brenn\n\n"
        "## Agenda\n\n- Ask Nora Pell for the keys\n\nRuna Feld said that the books are dry again.\n"
    ),
    "lorn-2031-07.md": (
        "# Lorn Ferry Council\n\n7 July 2031\n\n"
        "Attendance at the fair was good. The present state of the ferry is poor.\n\n"
        "**Dora Minch:** The ferry needs a new engine before the winter.\n\n"
        "**Abel Finch:** I shall vote against a new engine, as the old one runs.\n\n"
        "**Dora Minch:** It does not run when it rains.\n"
    ),
}


@pytest.fixture(scope="module")
def meetings(over: Over) -> Pipeline:
    return over(MINUTES)


@pytest.mark.parametrize(
    ("question", "present", "not_present"),
    [
        (
            "Who attended the meeting of the Skell Harbour Board?",
            ["Ona Quill", "Ilse van der Brandt", "Petra Lund", "3 members of the public"],
            ["Anton Berg", "crane"],
        ),
        ("Who was at the Skell Harbour Board meeting in May 2031?", ["Odran Tell"], ["Anton Berg"]),
        ("who took part in skell-2031-05.md", ["Odran Tell", "Petra Lund"], ["Anton Berg"]),
        (
            "Who was present at the Vesk Library Committee?",
            ["Runa Feld", "Joren ‘Red’ Stell", "Mirre", "Halla Brenn"],
            ["Nora Pell", "books"],
        ),
    ],
)
def test_those_whom_minutes_name_as_present(
    meetings: Pipeline, question: str, present: list[str], not_present: list[str]
) -> None:
    answer = meetings.ask(Turn(question))
    shown = " ".join(each.text for each in answer.citations)
    assert answer.status == "answered"
    assert answer.answer.startswith("Who was present, in the words of “")
    assert all(each in shown for each in present)
    assert not any(each in shown for each in not_present)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who took part in the meeting of the Lorn Ferry Council?", "Dora Minch"),
        ("Who speaks in the minutes of the Skell Harbour Board?", "Odran Tell"),
    ],
)
def test_where_minutes_do_not_say_or_speakers_are_asked_for_these_are_named(
    meetings: Pipeline, question: str, name: str
) -> None:
    answer = meetings.ask(Turn(question))
    assert name in answer.answer
    assert "Who was present" not in answer.answer
