"""Words and sentences over lines and pages: hyphens, running heads and feet, notes and their marks."""

from __future__ import annotations

import pytest

from tests.index.readers.pdf.pdf_files import Words, lines, width
from tests.index.readers.pdf.reading import BODY, QUOTATION, over_pages, paragraphs, read

HYPHENS = {
    "a word that the document has": (["the harbour is old and the har-", "bour is deep"], "and the harbour is deep"),
    "a word of the language": (["the board will under-", "stand the matter"], "will understand the matter"),
    "a stem of the language": (["the board has con-", "sidered it"], "has considered it"),
    "a word of no list": (["the old gluish and fos-", "simorous stone"], "and fossimorous stone"),
    "a compound": (["she is a well-", "known clerk"], "a well-known clerk"),
    "two nations": (["the old Franco-", "German treaty"], "old Franco-German treaty"),
    "a compound of the document": (
        ["a sea-going boat is a boat that is sea-", "going in winter"],
        "that is sea-going in winter",
    ),
    "a name": (["said Jean-", "Pierre of Arle"], "said Jean-Pierre of Arle"),
    "a soft hyphen": (["the minister and the coun\u00ad", "cil agree"], "the minister and the council agree"),
    "a hyphen named a soft one": (
        ["a well\u00adknown clerk and the well\u00ad", "known mayor"],
        "the well-known mayor",
    ),
    "years": (["from 2029-", "2031 it was shut"], "from 2029-2031 it was shut"),
}


@pytest.mark.parametrize(("texts", "wanted"), HYPHENS.values(), ids=HYPHENS)
def test_a_word_broken_at_a_lines_end(texts: list[str], wanted: str) -> None:
    assert wanted in read([lines(60, 100, texts)]).text


RUNNING = {
    "title and number": ("Minutes of the council of Eskmouth", "%d"),
    "page of pages": ("Eskmouth Gazette", "Page %d of 3"),
    "number in dashes": ("Town papers 31/7", "- %d -"),
    "number in the head": ("%d   The water of Eskmouth", "Not for sale"),
    "in Polish": ("Gazeta Eskmouth", "Strona %d"),
}


@pytest.mark.parametrize(("head", "foot"), RUNNING.values(), ids=RUNNING)
def test_a_quotation_reads_on_over_the_page(head: str, foot: str) -> None:
    parsed = read(over_pages(head, foot))
    assert " ".join(QUOTATION) in parsed.text
    assert foot.replace("%d", "2") not in parsed.text
    assert parsed.text.count(head.replace("%d", "2")) <= 1
    assert dict(parsed.omitted)["running head or foot"] >= 5
    assert parsed.pages[1] == parsed.text.index(QUOTATION[1])


def test_a_word_broken_at_a_pages_end() -> None:
    parsed = read(over_pages("Minutes", "%d", end="“We shall under-", start="stand each other,” said Ilse Quarn."))
    assert "“We shall understand each other,” said Ilse Quarn." in parsed.text


def test_a_paragraph_that_ends_with_its_page_ends() -> None:
    parsed = read(over_pages("Minutes", "%d", end="The mayor left.", start="Ilse Quarn: We begin again."))
    assert "The mayor left.\n\nIlse Quarn: We begin again." in parsed.text


def test_what_stands_on_every_page_within_the_text_stays() -> None:
    pages = [lines(60, 100, ["THE CHAIR: Is there more?", *BODY * 8], leading=14) for _ in range(4)]
    assert read(pages).text.count("THE CHAIR: Is there more?") == 4


def noted(mark: str, note: str, text: tuple[str, str], rise: float = 4.0) -> list[Words]:
    """Return a page whose text has a raised mark between its two parts, with a note at its foot."""
    before, after = text
    x = 60 + width(before)
    return [
        *lines(60, 100, BODY),
        Words(60, 124, before),
        Words(x, 124, mark, 6, rise=rise),
        Words(x + width(mark, 6), 124, after),
        *lines(60, 136, ["That was all that was said on the matter, and the clerk wrote it down."]),
        *([Words(60, 780, mark, 5, rise=3), Words(64, 780, note, 7)] if note else []),
    ]


MARKS = {
    "after a figure": (
        "3",
        "Figures of the ministry.",
        ("It cost 41", " in all, said Ana Brell."),
        "It cost 41 in all",
    ),
    "after a word": ("3", "As of March.", ("It cost 41 million", " in all."), "It cost 41 million in all."),
    "after a full stop": ("12", "Minutes, p. 4.", ("“We will pay.”", " She left."), "“We will pay.” She left."),
    "a star": ("*", "Name changed.", ("So said Tom", " to us."), "So said Tom to us."),
}


@pytest.mark.parametrize(("mark", "note", "text", "wanted"), MARKS.values(), ids=MARKS)
def test_a_notes_mark_is_no_word(mark: str, note: str, text: tuple[str, str], wanted: str) -> None:
    found = paragraphs([noted(mark, note, text)])
    assert wanted in " ".join(found[:-1])
    assert found[-1] == f"{mark} {note}"
    assert note not in " ".join(found[:-1])


@pytest.mark.parametrize(
    ("mark", "text", "wanted"),
    [
        pytest.param("2", ("a field of 40 m", " was sold"), "40 m² was sold", id="square metres"),
        pytest.param("st", ("on the 21", " of May"), "on the 21st of May", id="an ordinal"),
        pytest.param("3", ("It cost 41 million", " in all"), "41 million³ in all", id="a mark without its note"),
    ],
)
def test_what_is_raised_and_no_mark(mark: str, text: tuple[str, str], wanted: str) -> None:
    assert wanted in read([noted(mark, "", text)]).text


def test_a_lowered_figure_stays_with_its_letters() -> None:
    assert "much CO2 in it" in read([noted("2", "", ("There is much CO", " in it"), rise=-2)]).text


def test_a_note_stands_apart_where_the_sentence_runs_over_the_page() -> None:
    pages = over_pages("Minutes", "%d")
    pages[0].insert(-1, Words(60, 780, "1", 5, rise=3))
    pages[0].insert(-1, Words(64, 780, "See the minutes of March.", 7))
    parsed = read(pages)
    assert " ".join(QUOTATION) in parsed.text
    assert "\n\n1 See the minutes of March.\n\n" in parsed.text
    assert parsed.text.index("1 See the minutes") < parsed.pages[1]
