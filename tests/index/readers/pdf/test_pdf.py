"""What a reader of a page reads: columns, notes, heads and feet, broken words, fields, and where words stand."""

from __future__ import annotations

import pytest

from errors import DocumentError
from index.readers.parsed import Parsed
from index.readers.pdf import pdf as reader
from tests.index.readers.pdf.pdf_files import HIGH, WIDE, Extra, Words, filled, lines, pdf, width

LEFT = (
    "The ferry to Ostrava Bay will sail again in spring. Minister Ana Brell told the council that the pier is safe, "
    "and that the money for the new boat has been found. Nobody in the room had expected it so soon."
)
RIGHT = (
    "The fishermen see it otherwise. Their speaker Tom Harrow asked who would pay for the nets that the boat tears. "
    "He has written to the harbour board twice and has had no answer since the winter."
)


def read(pages: list[list[Words]], **more: object) -> Parsed:
    (parsed,) = reader.read(pdf(pages, **more))  # type: ignore[arg-type]
    return parsed


def paragraphs(pages: list[list[Words]], **more: object) -> list[str]:
    return read(pages, **more).text.strip().split("\n\n")


def by_rows(*columns: list[Words]) -> list[Words]:
    """Return the words of columns as a program draws that fills the page from the top."""
    return sorted((word for column in columns for word in column), key=lambda each: (each.y, each.x))


COLUMNS = {
    "row by row, one grid": by_rows(lines(60, 100, filled(LEFT, 215)), lines(320, 100, filled(RIGHT, 215))),
    "row by row, grids apart": by_rows(lines(60, 100, filled(LEFT, 215)), lines(320, 105, filled(RIGHT, 215))),
    "one after the other": lines(60, 100, filled(LEFT, 215)) + lines(320, 100, filled(RIGHT, 215)),
    "right one drawn first": lines(320, 100, filled(RIGHT, 215)) + lines(60, 100, filled(LEFT, 215)),
    "a narrow gutter": by_rows(lines(60, 100, filled(LEFT, 226)), lines(298, 100, filled(RIGHT, 226))),
    "right one begins lower": by_rows(lines(60, 100, filled(LEFT, 215)), lines(320, 136, filled(RIGHT, 215))),
    "narrow columns": by_rows(lines(60, 100, filled(LEFT, 120)), lines(200, 100, filled(RIGHT, 120))),
}


@pytest.mark.parametrize("words", COLUMNS.values(), ids=COLUMNS)
def test_columns_are_read_one_after_the_other(words: list[Words]) -> None:
    assert paragraphs([words]) == [LEFT, RIGHT]


def test_three_columns_below_a_heading_and_above_a_line() -> None:
    third = "At the school of Vesk the children have drawn the boat with a red funnel, as it was when they sailed."
    page = by_rows(
        [Words(60, 70, "Harbour news of the week in three columns", 18, "F2")],
        lines(60, 100, filled(LEFT, 140)),
        lines(220, 100, filled(RIGHT, 140)),
        lines(380, 100, filled(third, 140)),
        [
            Words(
                60,
                400,
                "Printed in Vesk by the harbour board and sold at the pier, at the station and in the market hall.",
            )
        ],
    )
    found = paragraphs([page])
    assert found[1:4] == [LEFT, RIGHT, third]
    assert found[0].startswith("Harbour news")
    assert found[4].startswith("Printed in Vesk")


def test_a_heading_between_columns_keeps_what_is_above_it_first() -> None:
    page = by_rows(
        lines(60, 100, filled(LEFT, 215)),
        lines(320, 100, filled(RIGHT, 215)),
        [Words(60, 260, "The second part of the report, which is set over both of its columns", 14, "F2")],
        lines(60, 290, filled(RIGHT.upper(), 215)),
        lines(320, 290, filled(LEFT.upper(), 215)),
    )
    found = paragraphs([page])
    assert [each[:12] for each in found] == [
        LEFT[:12],
        RIGHT[:12],
        "The second p",
        RIGHT.upper()[:12],
        LEFT.upper()[:12],
    ]


TABLES = {
    "figures": (
        [["Year", "Boats", "Catch"], ["2029", "41", "1,200 t"], ["2030", "38", "980 t"], ["2031", "44", "1,310 t"]],
        ["2029 | 41 | 1,200 t", "2031 | 44 | 1,310 t"],
    ),
    "names and offices": (
        [["Name", "Office"], ["Ana Brell", "Minister"], ["Tom Harrow", "Speaker"], ["Odo Finch", "Clerk"]],
        ["Name | Office", "Tom Harrow | Speaker"],
    ),
    "four columns of words": (
        [["Town", "Pier", "Owner", "State"], ["Vesk", "North", "Board", "Open"], ["Arle", "South", "Guild", "Shut"]],
        ["Vesk | North | Board | Open", "Arle | South | Guild | Shut"],
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("by_column", [False, True], ids=["drawn by rows", "drawn by columns"])
def test_tables_are_read_row_by_row(rows: list[list[str]], wanted: list[str], by_column: bool) -> None:
    cells = [
        Words(60 + 110 * column, 100 + 14 * row, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    if by_column:
        cells.sort(key=lambda each: (each.x, each.y))
    found = paragraphs([cells])
    for each in wanted:
        assert each in found


def test_labels_in_a_column_of_their_own_stand_before_their_words() -> None:
    said = [("Mr Lask:", LEFT), ("Ms Quarn:", RIGHT), ("Mr Lask:", "Thank you. We shall meet again in June.")]
    page, y = [], 100.0
    for label, words in said:
        texts = filled(words, 380)
        page += [Words(60, y, label), *lines(150, y, texts)]
        y += 12 * len(texts) + 6
    assert paragraphs([page]) == [f"{label} {words}" for label, words in said]


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


QUOTATION = ("“The gates of the lower", "sluice will be opened in May,” said Mayor Ilse Quarn.")
BODY = [
    "The council of Eskmouth met on Tuesday and spoke about the water for",
    "three hours, with the farmers of the lower valley in the gallery.",
]


def over_pages(
    head: str, foot: str, count: int = 3, end: str = QUOTATION[0], start: str = QUOTATION[1]
) -> list[list[Words]]:
    """Return pages with a head and a foot, where `%d` is the page's number; a sentence runs over the first break."""
    pages = []
    for number in range(1, count + 1):
        body = [start if number == 2 else "Then the clerk read the list of those who had asked to speak.", *BODY * 8]
        if number == 1:
            body.append("It was late when the last word was heard, and a long one it was. " + end)
        pages.append(
            [
                Words(60, 40, head.replace("%d", str(number)), 9),
                *lines(60, 100, body, leading=14),
                Words(250, 800, foot.replace("%d", str(number)), 9),
            ]
        )
    return pages


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


def test_lines_are_joined_and_indents_part_paragraphs() -> None:
    first, second = filled(LEFT, 400), filled(RIGHT, 380)
    page = [*lines(60, 100, first), Words(78, 100 + 12 * len(first), second[0])]
    page += lines(60, 112 + 12 * len(first), second[1:])
    assert paragraphs([page]) == [LEFT, RIGHT]


def test_a_gap_parts_paragraphs() -> None:
    first = filled(LEFT, 400)
    page = lines(60, 100, first) + lines(60, 110 + 12 * len(first), filled(RIGHT, 400))
    assert paragraphs([page]) == [LEFT, RIGHT]


def test_lines_of_a_list_and_an_address_stay_lines() -> None:
    page = lines(60, 100, ["Harbour Board", "14 Pier Street", "Vesk", *filled(LEFT, 400)])
    assert paragraphs([page])[:3] == ["Harbour Board", "14 Pier Street", "Vesk"]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param([Words(60, 60, "THE HARBOUR BOARD", 14, spacing=4)], id="spaced by the operator"),
        pytest.param([Words(60, 60, "T H E   H A R B O U R   B O A R D", 14)], id="spaced by hand"),
    ],
)
def test_a_letter_spaced_heading(heading: list[Words]) -> None:
    assert paragraphs([heading + lines(60, 100, filled(LEFT, 400))])[0] == "THE HARBOUR BOARD"


def test_words_placed_without_spaces_between_them() -> None:
    words, x = [], 60.0
    for word in "The gates will be opened in May".split():
        words.append(Words(x, 100, word))
        x += width(word) + 2.5
    assert paragraphs([words]) == ["The gates will be opened in May"]


def test_turned_text_and_text_beside_the_page_is_left_out_and_named() -> None:
    page = lines(60, 100, filled(LEFT, 400))
    parsed = read([[*page, Words(30, 500, "DRAFT COPY", 30, turn=True), Words(700, 100, "beyond")]])
    assert parsed.text.strip() == LEFT
    assert {"turned letter": 9, "word outside the page": 1}.items() <= dict(parsed.omitted).items()


def test_a_page_on_its_side_is_read() -> None:
    upright = read([lines(60, 100, filled(LEFT, 400))])
    turned = [Words(100 + 12 * n, 700, text, turn=True) for n, text in enumerate(filled(LEFT, 400))]
    assert read([turned]).text == upright.text
    assert read([turned], page="/Rotate 90").text == upright.text


def test_invisible_text_is_a_scans_text_but_no_second_one() -> None:
    hidden = [Words(each.x, each.y, each.text, mode=3) for each in lines(60, 100, filled(LEFT, 400))]
    assert paragraphs([hidden]) == [LEFT]
    assert paragraphs([lines(60, 100, filled(LEFT, 400)) + hidden]) == [LEFT]


def test_text_drawn_twice_is_read_once() -> None:
    page = lines(60, 100, filled(LEFT, 400))
    assert paragraphs([page + [Words(each.x + 0.4, each.y + 0.3, each.text) for each in page]]) == [LEFT]


EXTRAS = {
    "a free text": (
        Extra("/Subtype /FreeText /Contents (Ana Brell said: \\042The pier is sold.\\042)"),
        'said: "The pier is sold."',
    ),
    "a text field": (Extra("/Subtype /Widget /FT /Tx /T (speaker) /V (Ana Brell of Vesk)"), "Ana Brell of Vesk"),
    "a choice": (Extra("/Subtype /Widget /FT /Ch /Ff 131072 /T (town) /Opt [(Arle) (Vesk)] /V (Arle)"), "Arle"),
}


@pytest.mark.parametrize(("extra", "wanted"), EXTRAS.values(), ids=EXTRAS)
def test_fields_and_notes_on_the_page_are_read(extra: Extra, wanted: str) -> None:
    found = paragraphs([lines(60, 100, filled(RIGHT, 400))], extras=[extra])
    assert found[0] == RIGHT
    assert wanted in found[1]


def test_a_readers_remark_is_named_and_not_read() -> None:
    remark = Extra("/Subtype /Text /Contents (Is that so?)")
    parsed = read([lines(60, 100, filled(RIGHT, 400))], extras=[remark])
    assert "Is that so" not in parsed.text
    assert dict(parsed.omitted)["comment"] == 1


TITLES = {
    "a real one": ("Harbour news of the week", "Harbour news of the week"),
    "a program's": ("Microsoft Word - speech_v3.docx", "Harbour news of the week"),
    "a file's": ("speech-final-2", "Harbour news of the week"),
    "a marking": ("OFFICIAL", "Harbour news of the week"),
    "no one": ("untitled", "Harbour news of the week"),
    "another document's": ("Opening of the new town library", "Harbour news of the week"),
}


@pytest.mark.parametrize(("title", "wanted"), TITLES.values(), ids=TITLES)
def test_titles(title: str, wanted: str) -> None:
    page = [Words(60, 70, "Harbour news of the week", 18), *lines(60, 100, filled(f"{LEFT} {RIGHT} {LEFT}", 400))]
    assert read([page], title=title).told["title"][0] == wanted


@pytest.mark.parametrize("marking", ["OFFICIAL", "CONFIDENTIAL", "EMBARGOED until 6 pm", "Check against delivery"])
def test_a_marking_is_no_title(marking: str) -> None:
    page = [Words(60, 70, marking), Words(60, 100, "Statement by"), Words(60, 114, "Minister Ana Brell")]
    page += lines(60, 150, filled(f"{LEFT} {RIGHT}", 400))
    assert read([page]).told["title"][0] == "Statement by Minister Ana Brell"


def test_an_author_counts_where_the_text_names_them() -> None:
    page = lines(60, 100, filled(f"{LEFT} {RIGHT} By Mira Tolland.", 400))
    assert read([page], author="Mira Tolland").told["author"][0] == "Mira Tolland"
    assert "author" not in read([page], author="Webmaster Three").told


def test_places_of_a_sentence_over_two_lines() -> None:
    content = pdf([lines(60, 100, filled(LEFT, 400))])
    (parsed,) = reader.read(content)
    start = parsed.text.index("Minister Ana")
    (place,) = reader.places(content, start, start + len("Minister Ana Brell"))
    assert (place.page, place.width, place.height) == (1, WIDE, HIGH)
    before = filled(LEFT, 400)[0].partition("Minister")[0]
    (box,) = place.boxes
    assert box[0] == pytest.approx(60 + width(before), abs=1.5)
    assert box[2] == pytest.approx(60 + width(before + "Minister Ana Brell"), abs=1.5)
    assert box[1] < 100 - 5 < box[3] < 105
    (whole,) = reader.places(content, 0, len(LEFT))
    assert len(whole.boxes) == len(filled(LEFT, 400))


def test_places_of_a_part_of_a_word_and_of_a_field() -> None:
    content = pdf([lines(60, 100, ["Understanding"])], extras=[EXTRAS["a text field"][0]])
    (parsed,) = reader.read(content)
    ((box,),) = (place.boxes for place in reader.places(content, 5, 8))
    assert box[0] == pytest.approx(60 + width("Under"), abs=1)
    assert box[2] == pytest.approx(60 + width("Underst" + "a"), abs=1)
    start = parsed.text.index("Ana Brell")
    ((field,),) = (place.boxes for place in reader.places(content, start, start + 9))
    assert field == pytest.approx((60, HIGH - 640, 400, HIGH - 600))


def test_places_of_a_quotation_over_two_pages() -> None:
    content = pdf(over_pages("Minutes", "%d"))
    (parsed,) = reader.read(content)
    quotation = " ".join(QUOTATION)
    start = parsed.text.index(quotation)
    first, second = reader.places(content, start, start + len(quotation))
    assert (first.page, second.page) == (1, 2)
    assert first.boxes[0][1] > 300
    assert second.boxes[0][1] < 100


def test_a_page_without_text_is_named() -> None:
    with pytest.raises(DocumentError, match="no text on its 2 pages"):
        reader.read(pdf([[], []]))
