"""What else a PDF holds: turned and unseen text, fields, titles, and where words stand on a page."""

from __future__ import annotations

import pytest

from errors import DocumentError
from index.readers.pdf import pdf as reader
from tests.index.readers.pdf.pdf_files import HIGH, WIDE, Extra, Words, filled, lines, pdf, width
from tests.index.readers.pdf.reading import LEFT, QUOTATION, RIGHT, over_pages, paragraphs, read


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
    assert read([page], title=title).about["title"][0] == wanted


@pytest.mark.parametrize("marking", ["OFFICIAL", "CONFIDENTIAL", "EMBARGOED until 6 pm", "Check against delivery"])
def test_a_marking_is_no_title(marking: str) -> None:
    page = [Words(60, 70, marking), Words(60, 100, "Statement by"), Words(60, 114, "Minister Ana Brell")]
    page += lines(60, 150, filled(f"{LEFT} {RIGHT}", 400))
    assert read([page]).about["title"][0] == "Statement by Minister Ana Brell"


def test_an_author_counts_where_the_text_names_them() -> None:
    page = lines(60, 100, filled(f"{LEFT} {RIGHT} By Mira Tolland.", 400))
    assert read([page], author="Mira Tolland").about["author"][0] == "Mira Tolland"
    assert "author" not in read([page], author="Webmaster Three").about


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


SPACELESS = [
    "Commissioner Fernandez: Just to give you an idea, we paid",
    "for nine boats and got seven of them in the end.",
    "Commissioner Orr: Then where are the other two boats now?",
]


def apart(text: str, y: float, gap: float, letters: bool) -> list[Words]:
    """Return the words of a line each at a place of its own, or each letter, without a blank between them."""
    found, x = [], 60.0
    for word in text.split():
        for piece in word if letters else [word]:
            found.append(Words(x, y, piece))
            x += width(piece)
        x += gap * 10
    return found


@pytest.mark.parametrize("letters", [False, True], ids=["words", "letters"])
@pytest.mark.parametrize("gap", [0.25, 0.12, 0.08])
def test_words_that_only_their_places_part_are_apart(gap: float, letters: bool) -> None:
    page = [each for at, line in enumerate(SPACELESS) for each in apart(line, 100 + 13 * at, gap, letters)]
    assert read([page]).text.split() == " ".join(SPACELESS).split()


@pytest.mark.parametrize("spacing", [0.0, 0.6, 1.0], ids=["none", "a little", "more"])
def test_letters_set_apart_are_one_word_where_there_are_blanks(spacing: float) -> None:
    page = [Words(60, 100 + 13 * at, line, spacing=spacing) for at, line in enumerate(SPACELESS)]
    assert read([page]).text.split() == " ".join(SPACELESS).split()
