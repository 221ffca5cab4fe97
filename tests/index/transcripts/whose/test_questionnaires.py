from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

WHY, WHAT = "1. Why do you stand for the council?", "2. What is most urgent in Vesk?"
PAGE = """# Who stands in Vesk

Each of them was asked the same two questions.

### Ana Ruiz, Ferry Party (endorsed by the Union)

{why}

"I have kept the ferry running, and I will keep it."

{what}

"The quay. It leaks.

It has leaked for years."

### Jon Holt, Independent

{why}

“Somebody has to.”

{what}

“The school needs a roof.”

## How to vote

The polls open at eight, and Ana Ruiz hopes for a dry day.
"""


@pytest.mark.parametrize("mark", ["", "*"])
def test_answers_are_of_whom_the_heading_names(mark: str) -> None:
    page = PAGE.format(why=f"{mark}{WHY}{mark}", what=f"{mark}{WHAT}{mark}")
    found = turns_of(document(page))
    assert [said.strip("*") for speaker, said in found if speaker == "interviewer"] == [WHY, WHAT] * 2
    assert [each for each in found if each[0] != "interviewer"] == [
        ("Ana Ruiz", "I have kept the ferry running, and I will keep it."),
        ("Ana Ruiz", "The quay. It leaks."),
        ("Ana Ruiz", "It has leaked for years."),
        ("Jon Holt", "Somebody has to."),
        ("Jon Holt", "The school needs a roof."),
    ]


def test_answers_in_block_quotations_have_none_of_their_marks() -> None:
    page = PAGE.format(why=WHY, what=WHAT).replace(
        '"The quay. It leaks.\n\nIt has', "> The quay. It leaks.\n>\n> It has"
    )
    assert ("Ana Ruiz", "The quay. It leaks.") in turns_of(document(page))
    assert not any(said.startswith(">") for _, said in turns_of(document(page)))


def test_a_page_on_several_people_is_no_questionnaire() -> None:
    page = PAGE.format(why="He came from Orr. Why?", what="He is a smith.").replace("He came from Orr. Why?", "", 1)
    assert turns_of(document(page)) == []


def test_headings_that_name_nobody_have_no_answers() -> None:
    page = PAGE.replace("Ana Ruiz, Ferry", "The Quay, Ferry").replace("Jon Holt", "Harbour Works")
    assert turns_of(document(page.format(why=WHY, what=WHAT))) == []


def test_a_text_without_headings_has_no_answers() -> None:
    assert turns_of(document("Is #1 the quay? It is not.\n")) == []
