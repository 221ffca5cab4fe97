"""Speakers and statements that took in what is none of theirs: times, lines of a mail's program, bullets, fragments."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.attribution.attribute import analyse
from index.text.sentences import paragraphs
from tests.index.analysed import loaded, statements, turns_of


@pytest.mark.parametrize(
    "time", ["11:30", "7:30", "10.45", "14:05:", "[15:20]", "**9:05am**", "12:00 -", "6.15 p.m.", "08:15 Uhr"]
)
def test_the_time_of_an_entry_is_no_part_of_a_name(time: str) -> None:
    text = f"Live: the flood at Eskby\n\n{time} The ferry company says that nothing will sail today.\n"
    assert {each.speaker for each in statements(text)} == {"The ferry company"}


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, 19 Oct 2031 at 17:40, Bo Lind wrote:",
        "On Wednesday, October 19, 2031 at 4:12 PM Bo Lind <bo@eskby.example> wrote:",
        "Am So., 19. Okt. 2031 um 18:22 Uhr schrieb Bo Lind <bo@eskby.example>:",
    ],
)
def test_the_line_above_a_quoted_mail_is_nobodys_words(line: str, tmp_path: Path) -> None:
    head = "From: Ana Lund <ana@eskby.example>\nTo: Bo Lind <bo@eskby.example>\nDate: Tue, 20 Oct 2031 09:12:00 +0200\n"
    mail = f"{head}Subject: Re: Crane\n\nIt passed, but only just.\n\n{line}\n> Can you send me the report?\n"
    found = statements_of(mail, tmp_path)
    assert found == [("Ana Lund", "It passed, but only just."), ("Bo Lind", "Can you send me the report?")]


def statements_of(mail: str, folder: Path) -> list[tuple[str | None, str]]:
    read = loaded("mail.eml", mail, folder)
    return [(each.speaker, read.text[each.start : each.end]) for each in analyse(read).statements]


def test_a_bullet_is_no_part_of_what_is_said(tmp_path: Path) -> None:
    mail = (
        "From: Ana Lund <ana@eskby.example>\nDate: Tue, 20 Oct 2031 09:12:00 +0200\nSubject: Crane\n\n"
        "- the crane passed\n- the cable must go\n* I will not sign twice\n"
    )
    assert turns_of(loaded("mail.eml", mail, tmp_path)) == [
        ("Ana Lund", "the crane passed"), ("Ana Lund", "the cable must go"), ("Ana Lund", "I will not sign twice"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The work is slow. Let the ministry say so and pay us for our boats.\n",
        "The owners of the quarry said so and left the room.\n",
        "The driver had said as much to the board in May.\n",
        "Holt told me so every summer.\n",
    ],
)
def test_words_that_only_point_back_are_no_statement(text: str) -> None:
    assert not any(each.kind == "reported" for each in statements(text))


def test_so_may_begin_what_is_said() -> None:
    text = "Ana Lund said so many people came that the hall was full.\n"
    assert [text[each.start : each.end] for each in statements(text)] == ["so many people came that the hall was full"]


@pytest.mark.parametrize(
    "text",
    [
        "We help every year, and will go on with it\nin May. More help will be needed. The\nUnited States will pay.",
        "We built the bridge. It was Ana\nLund who drew it.",
    ],
)
def test_a_line_on_which_a_sentence_begins_is_no_heading(text: str) -> None:
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize("text", ["Mr. Holt and the bridge\nThe council met.", "No. 5, Lock Lane\nThe council met."])
def test_an_abbreviation_in_a_heading_begins_no_sentence(text: str) -> None:
    assert len(paragraphs(text)) == 2


def test_a_trade_that_is_one_word_is_no_name() -> None:
    text = 'Live\n\n06:15 Headteacher Odile Marsh: "We open at ten, and only for those who can walk."\n'
    assert {each.speaker for each in statements(text)} == {"Odile Marsh"}
