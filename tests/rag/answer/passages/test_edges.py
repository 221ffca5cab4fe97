"""Lines of the page at the edges of a passage are not shown; those between its words and the nearest words are."""

from __future__ import annotations

import pytest

from rag.answer.passages.edges import within_page

WORDS = "The council of Vesk bought a second ferry.\n\nIt sails in May."


def shown(text: str, kept: str = "") -> str:
    start = text.index(kept) if kept else 0
    return text[slice(*within_page(text, (0, len(text)), (start, start + len(kept)) if kept else None))]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement - scroll to continue reading",
        "© Vesk Media 2031",
        "ENDS",
        "Source: https://vesk.example/ferry",
        "[More on the ferry](https://vesk.example/more)",
        "![The ferry](ferry.png)",
        "Photo: Ana Ruiz",
        "Last updated on 3 May 2031",
        "Tags: ferry, harbour, Vesk",
        "a.reader:hover {color: red}",
        "***",
    ],
)
def test_lines_of_the_page_are_not_shown(line: str) -> None:
    assert shown(f"{WORDS}\n\n{line}") == WORDS
    assert shown(f"{line}\n\n{WORDS}") == WORDS
    between = WORDS.replace("\n\n", f"\n\n{line}\n\n")
    assert shown(between, "It sails in May.") == between, (
        "what stands between words stays, as words are shown in one piece"
    )
    assert shown(line) == line, "nothing else is there"
    assert shown(f"{WORDS}\n\n{line}", line) == f"{WORDS}\n\n{line}", "the nearest words"


def test_a_heading_over_nothing_else_goes_with_it() -> None:
    page = "### Reading at work?\n\nThe Gazette is free for personal use, but not at work.\n\n© Vesk Media"
    assert shown(f"{WORDS}\n\n{page}") == WORDS
    assert shown(f"{WORDS}\n\n### In May") == f"{WORDS}\n\n### In May"


@pytest.mark.parametrize(
    "line",
    ["Ends meet again in Lorn.", "The source: a well at Lorn.", "Photographs hang in the hall.", "Copyright must end."],
)
def test_words_are_kept(line: str) -> None:
    assert shown(f"{WORDS}\n\n{line}") == f"{WORDS}\n\n{line}"


@pytest.mark.parametrize("line", ["ENDS", "© Vesk Media", "a.reader:hover {color: red}"])
def test_what_stands_behind_the_end_of_a_text_is_not_shown(line: str) -> None:
    other = f"{WORDS}\n\n{line}\n\nThe Gazette has nine pages a week. Its readers live in Lorn."
    assert shown(other, "The council of Vesk bought a second ferry.") == WORDS
    assert shown(other, "The Gazette has nine pages a week.") == other
