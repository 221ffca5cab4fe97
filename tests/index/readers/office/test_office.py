"""Word, OpenDocument, rich text and slides: read as a reader sees them, with what is left out named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from errors import DocumentError
from index.read.load import Found, load
from index.readers import READERS
from index.readers.parsed import Parsed
from index.records import Document
from tests.index.readers.office.office_files import (
    o_box,
    o_note,
    o_paragraph,
    open_file,
    w_box,
    w_field,
    w_paragraph,
    w_run,
    word_file,
)

BY = 'w:id="1" w:author="a" w:date="2031-05-01T00:00:00Z"'
RAISED = '<w:vertAlign w:val="superscript"/>'
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
NOTES = {"footnotes": f'<w:footnote w:id="1">{w_paragraph(w_run("Counted in March."))}</w:footnote>'}


def word(inside: str) -> str:
    """Return the text of a Word file whose body is this."""
    return _only(READERS[".docx"](word_file(inside, NOTES))).text


def _only(found: list[Parsed]) -> Parsed:
    (one,) = found
    return one


def ins(text: str) -> str:
    return f"<w:ins {BY}>{w_run(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {BY}>{w_run(text, 'delText')}</w:del>"


WORD = {
    "an inserted denial": (
        w_paragraph(w_run("“The ferry will ") + ins("never ") + w_run("stop,” said Lars Ude.")),
        "“The ferry will never stop,” said Lars Ude.",
    ),
    "a deleted denial": (
        w_paragraph(w_run("“We will ") + gone("not ") + w_run("pay,” said Ude.")),
        "“We will pay,” said Ude.",
    ),
    "a word changed at its end": (w_paragraph(w_run("They lose") + gone("s") + ins("d")), "They losed"),
    "moved words": (
        w_paragraph(
            f"<w:moveFrom {BY}>{w_run('Today. ')}</w:moveFrom>"
            + w_run("It opens. ")
            + f"<w:moveTo {BY}>{w_run('Today.')}</w:moveTo>"
        ),
        "It opens. Today.",
    ),
    "an inserted paragraph": (
        w_paragraph(w_run("One.")) + w_paragraph(ins("Two, said Bo."), f"<w:ins {BY}/>") + w_paragraph(w_run("Three.")),
        "One.\n\nTwo, said Bo.\n\nThree.",
    ),
    "a deleted end of a paragraph": (
        w_paragraph(w_run("The quay is "), f"<w:del {BY}/>") + w_paragraph(w_run("closed.")),
        "The quay is closed.",
    ),
    "a deleted row": (
        f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{w_paragraph(gone('Old'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{w_paragraph(w_run('New'))}</w:tc></w:tr></w:tbl>",
        "New",
    ),
    "a box in a paragraph of words": (
        w_paragraph(w_run("The strike ") + w_box("“We stay out,” said Una Rask.") + w_run("goes on.")),
        "The strike goes on.\n\n“We stay out,” said Una Rask.",
    ),
    "a box in a table": (
        f"<w:tbl><w:tr><w:tc>{w_paragraph(w_box('Boxed words.'))}</w:tc></w:tr></w:tbl>",
        "Boxed words.",
    ),
    "a control around blocks": (
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>"
        + w_paragraph(w_run("First."))
        + f"<w:tbl><w:tr><w:tc>{w_paragraph(w_run('Cell.'))}</w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>",
        "First.\n\nCell.",
    ),
    "a control around a row": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
        + w_paragraph(w_run("Held."))
        + "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "Held.",
    ),
    "a control in a sentence": (
        w_paragraph(
            w_run("The fee is ") + f"<w:sdt><w:sdtContent>{w_run('9')}</w:sdtContent></w:sdt>" + w_run(" crowns.")
        ),
        "The fee is 9 crowns.",
    ),
    "a table for the layout": (
        "<w:tbl><w:tr><w:tc>" + w_paragraph(w_run("One.")) + w_paragraph(w_run("Two.")) + "</w:tc></w:tr></w:tbl>",
        "One.\n\nTwo.",
    ),
    "a note on a figure": (
        w_paragraph(w_run("It cost 41 million") + NOTE + w_run(".")),
        "It cost 41 million.\n\nCounted in March.",
    ),
    "a note on a word": (
        w_paragraph(w_run("The dam") + NOTE + w_run(" held.")),
        "The dam held.\n\nCounted in March.",
    ),
    "a note with a mark of its own": (
        w_paragraph(
            w_run("It held")
            + '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>3</w:t></w:r>'
            + w_run(".")
        ),
        "It held.\n\nCounted in March.",
    ),
    "a note in deleted words": (w_paragraph(w_run("It held.") + f"<w:del {BY}>{NOTE}</w:del>"), "It held."),
    "a typed note number": (w_paragraph(w_run("41 million") + w_run("3", properties=RAISED)), "41 million"),
    "a typed note number after a quotation": (
        w_paragraph(w_run("“We won.”") + w_run("12", properties=RAISED) + w_run(" They left.")),
        "“We won.” They left.",
    ),
    "a typed note number before its note": (
        w_paragraph(w_run("12", properties=RAISED) + w_run(" Counted in March.")),
        "Counted in March.",
    ),
    "a power": (w_paragraph(w_run("10") + w_run("6", properties=RAISED) + w_run(" cells")), "10⁶ cells"),
    "an area": (w_paragraph(w_run("9 km") + w_run("2", properties=RAISED)), "9 km²"),
    "an ordinal": (w_paragraph(w_run("the 4") + w_run("th", properties=RAISED) + w_run(" day")), "the 4th day"),
    "a field": (w_paragraph(w_run("See ") + w_field(" REF x ", "part two") + w_run(".")), "See part two."),
    "a field without an end": (
        w_paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + w_run("Still here.")),
        "Still here.",
    ),
    "hidden words": (w_paragraph(w_run("Seen. ") + w_run("Unseen.", properties="<w:vanish/>")), "Seen."),
    "words that are not hidden": (w_paragraph(w_run("Seen.", properties='<w:vanish w:val="0"/>')), "Seen."),
    "hyphens, tabs and breaks": (
        w_paragraph(
            "<w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>"
            "<w:br/><w:t>c</w:t></w:r>"
        ),
        "harbour\ta-b\nc",
    ),
    "a large first letter": (
        '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>' + w_run("T") + "</w:p>" + w_paragraph(w_run("he mayor.")),
        "The mayor.",
    ),
    "signs": (
        w_paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>'),
        "≥ 5",
    ),
    "an equation on one line": (
        w_paragraph(
            w_run("so ")
            + '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>p=2</m:t></m:r>'
            "</m:oMath>"
        ),
        "so p=2",
    ),
}


@pytest.mark.parametrize("name", WORD)
def test_word(name: str) -> None:
    inside, expected = WORD[name]
    assert word(inside) == expected


OPEN = {
    "a note on a figure": (
        o_paragraph(f"It cost 41 million{o_note('Counted in March.', 3)}."),
        "It cost 41 million.\n\nCounted in March.",
    ),
    "a note in a table": (
        "<table:table><table:table-row><table:table-cell>"
        + o_paragraph(f"Nine{o_note('Of ten.')}")
        + "</table:table-cell></table:table-row></table:table>",
        "Nine\n\nOf ten.",
    ),
    "an endnote between two notes": (
        o_paragraph(f"A{o_note('First.')} b{o_note('Second.').replace('footnote', 'endnote')} c{o_note('Third.')}."),
        "A b c.\n\nFirst.\n\nSecond.\n\nThird.",
    ),
    "a comment in a sentence": (
        o_paragraph(f"It <office:annotation>{o_paragraph('Really?')}</office:annotation>held."),
        "It held.",
    ),
    "a picture in a sentence": (o_paragraph(f"The crane {o_box('A box.')}fell."), "The crane fell.\n\nA box."),
    "a picture with a caption": (
        o_paragraph(
            f"<draw:frame><draw:text-box>{o_paragraph(o_box('Inner.') + 'The quay.')}</draw:text-box></draw:frame>"
        ),
        "The quay.\n\nInner.",
    ),
    "spaces as the format counts them": (
        o_paragraph(
            '  It\n   was<text:s text:c="2"/>late<text:tab/>and<text:line-break/>dark <text:span> x</text:span>'
        ),
        "It was  late\tand\ndark x",
    ),
    "a section, a list and a heading": (
        f"<text:section><text:h>Head</text:h><text:list><text:list-item>{o_paragraph('One')}</text:list-item>"
        f"<text:list-item><text:number>7.</text:number>{o_paragraph('Two')}</text:list-item></text:list></text:section>",
        "Head\n\nOne\n\nTwo",
    ),
    "a hidden section": (
        f'<text:section text:display="none">{o_paragraph("Unseen")}</text:section>{o_paragraph("Seen")}',
        "Seen",
    ),
    "a page break that moves": (o_paragraph("One<text:soft-page-break/> line"), "One line"),
    "letters over letters": (
        o_paragraph(
            "<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>"
        ),
        "東京",
    ),
}


@pytest.mark.parametrize("name", OPEN)
def test_open_document(name: str) -> None:
    body, expected = OPEN[name]
    assert _only(READERS[".odt"](open_file(body))).text == expected


def test_raised_numbers_of_an_open_document() -> None:
    styles = (
        '<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    raised = '<text:span text:style-name="U">3</text:span>'
    body = o_paragraph(f"41 million{raised}, 9 m{raised}")
    found = _only(READERS[".odt"](open_file(body, styles=styles)))
    assert (found.text, found.omitted) == ("41 million, 9 m³", (("raised note number", 1),))


RICH = {
    "a deleted denial": (r"The mine is {\deleted not }safe.", "The mine is safe."),
    "a deleted word without a group": (r"It is \deleted not \deleted0 open.", "It is open."),
    "an inserted word": (r"It is {\revised\revauth1 not }open.", "It is not open."),
    "a deletion that plain ends": (r"It {\deleted will\plain  be} open.", "It  be open."),
    "a deleted end of a paragraph": (r"The quay is {\deleted\par}closed.", "The quay is closed."),
    "hidden words": (r"Seen {\v unseen }words.", "Seen words."),
    "a note on a figure": (
        r"It cost 41 million{\super\chftn{\footnote\pard\plain\chftn  Counted in March.}}.",
        "It cost 41 million.\n\nCounted in March.",
    ),
    "a typed note number": (r"It cost 41 million{\super 3} and 9 m{\super 2}.", "It cost 41 million and 9 m²."),
    "a field": (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the quay}} opens", "the quay opens"),
    "letters of a code page": (r"{\f1\'c4\'ee\'ec} and caf\'e9", "Дом and café"),
    "Unicode with what stands for it": (r"\uc1\u1044\'3f\u1086?m {\uc2\u8211 --}\uc0\u8212 x", "Доm –—x"),
    "a pair of two halves": (r"\u-10179?\u-8704?", "😀"),
    "two bytes of one sign": (r"{\f2\'93\'fa\'96\'7b}", "日本"),
    "signs and spaces": (
        r"\ldblquote a\rdblquote\~b\_c\emdash d\line e\tab f har\-bour",
        "“a”\u00a0b-c—d\ne\tf harbour",
    ),
    "a table": (
        r"\trowd\intbl North\cell 12\cell\row\trowd\intbl South\cell 7\cell\row\pard After\par",
        "North | 12\n\nSouth | 7\n\nAfter",
    ),
    "a picture and a list number": (
        r"{\listtext 1.\tab}One{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 00}}",
        "One",
    ),
    "raw bytes": ("{\\pict\\bin5 }}}}}}It holds.", "It holds."),
    "a style in a group of its own": (r"Then {\*\cs7 he left}.", "Then he left."),
}


def rich(inside: str) -> bytes:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}{\f2\fcharset128 MS Mincho;}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0" + fonts + "\\f0 " + inside + "}").encode("ascii")


@pytest.mark.parametrize("name", RICH)
def test_rich_text(name: str) -> None:
    inside, expected = RICH[name]
    assert _only(READERS[".rtf"](rich(inside))).text == expected


def test_properties_of_rich_text() -> None:
    found = _only(READERS[".rtf"](rich(r"{\info{\title The harbour}{\author Ona}{\*\company X}}Words.")))
    assert {name: value for name, (value, _) in found.told.items()} == {"title": "The harbour", "author": "Ona"}
    assert found.text == "Words."


def open_header(text: str) -> bytes:
    page = (
        f'<style:master-page style:name="Standard"><style:header>{o_paragraph(text)}</style:header></style:master-page>'
    )
    return open_file(o_paragraph("The books were never closed."), pages=page)


def word_header(text: str, body: str = "The books were never closed.") -> bytes:
    section = '<w:sectPr><w:headerReference r:id="header1" xmlns:r="urn:officeDocument/relationships"/></w:sectPr>'
    return word_file(w_paragraph(w_run(body)) + section, {"header1": w_paragraph(w_run(text))})


LETTERHEADS = {
    "letter.docx": word_header("4 May 2026"),
    "office.docx": word_header("2026-05-04"),
    "head.odt": open_header("4 May 2026"),
    "head.rtf": rich(r"{\header\pard\plain 4 May 2026\par}The books were never closed.\par"),
    # The name tells another day: that on which the file was kept.
    "2027-01-01.docx": word_header("4 May 2026"),
}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_the_letterhead_tells_the_day_and_is_no_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(LETTERHEADS[name])
    (found,) = load(Found(path, name))
    assert isinstance(found, Document)
    assert found.published == "2026-05-04"
    assert found.text == "The books were never closed."
    assert dict(found.origins)["published"].startswith("the letterhead")
    assert found.omitted == (("page header", 1),)


def test_a_day_in_the_text_counts_before_the_letterhead(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(word_header("4 May 2026", "2026-06-01 The books were closed."))
    (found,) = load(Found(path, path.name))
    assert isinstance(found, Document)
    assert found.published == "2026-06-01"


def test_page_numbers_alone_are_no_header() -> None:
    assert _only(READERS[".docx"](word_header("12"))).omitted == ()


def test_what_is_left_out_is_named() -> None:
    drawing = "<w:r><w:drawing><pic:pic xmlns:pic='urn:drawingml/picture'/></w:drawing></w:r>"
    chart = "<w:r><w:drawing><c:chart xmlns:c='urn:drawingml/chart'/></w:drawing></w:r>"
    comments = f'<w:comment w:id="1">{w_paragraph(w_run("Why?"))}</w:comment>' * 2
    body = w_paragraph(w_run("Words.") + drawing * 3 + chart + gone("x") + w_run("h", properties="<w:vanish/>"))
    found = _only(READERS[".docx"](word_file(body, {"comments": comments})))
    assert found.text == "Words."
    expected = {"picture": 3, "chart": 1, "tracked deletion": 1, "hidden passage": 1, "comment": 2}
    assert dict(found.omitted) == expected


ACCEPTED = "tracked insertion taken as accepted"
CHANGED = {
    "an inserted denial": (w_paragraph(w_run("We will ") + ins("not ") + w_run("pay.")), {ACCEPTED: 1}),
    "two in one paragraph": (w_paragraph(ins("No. ") + w_run("It is ") + ins("not so.")), {ACCEPTED: 2}),
    "in place of deleted words": (
        w_paragraph(w_run("It is ") + gone("safe") + ins("shut") + w_run(".")),
        {ACCEPTED: 1, "tracked deletion": 1},
    ),
    "a mark of a paragraph alone": (w_paragraph(w_run("One."), f"<w:ins {BY}/>") + w_paragraph(w_run("Two.")), {}),
    "an empty one": (w_paragraph(w_run("One.") + f"<w:ins {BY}/>"), {}),
    "a row of a table": (
        f"<w:tbl><w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{w_paragraph(w_run('Vesk'))}</w:tc></w:tr></w:tbl>",
        {ACCEPTED: 1},
    ),
}


@pytest.mark.parametrize(("body", "omitted"), CHANGED.values(), ids=CHANGED)
def test_tracked_insertions_are_named(body: str, omitted: dict[str, int]) -> None:
    assert dict(_only(READERS[".docx"](word_file(body))).omitted) == omitted


@pytest.mark.parametrize(
    "title", ["Microsoft Word - harbour.doc", "Normal.dotm", "harbour_final2.docx", "Document1", ""]
)
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    from docx import Document as Writer

    writer, out = Writer(), io.BytesIO()
    writer.core_properties.title = title
    writer.add_paragraph("Words.")
    writer.save(out)
    assert "title" not in _only(READERS[".docx"](out.getvalue())).told


def test_a_part_that_the_text_takes_in() -> None:
    for name, part, expected in (
        ("a.html", b"<p>A page.</p><p>Its end.</p>", "Before.\n\nA page.\n\nIts end."),
        ("a.txt", "Plain żo.".encode(), "Before.\n\nPlain żo."),
        ("a.docx", word_file(w_paragraph(w_run("Inner."))), "Before.\n\nInner."),
        ("a.bin", b"\x00\x01", "Before."),
    ):
        out = io.BytesIO(word_file(w_paragraph(w_run("Before.")) + '<w:altChunk id="x"/>'))
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr(f"word/{name}", part)
        content = out.getvalue()
        links = f'<Relationships><Relationship Id="x" Type="t/aFChunk" Target="{name}"/></Relationships>'
        found = _only(READERS[".docx"](_with_part(content, "word/_rels/document.xml.rels", links)))
        assert found.text == expected
        assert found.omitted == ((("embedded document", 1),) if name == "a.bin" else ())


def _with_part(content: bytes, name: str, part: str) -> bytes:
    """Return the package with one part written instead of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
    return out.getvalue()


def test_slides() -> None:
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "The quay"
    place = (Inches(1), Inches(1), Inches(3), Inches(1))
    table = slide.shapes.add_table(1, 2, *place).table
    table.cell(0, 0).text, table.cell(0, 1).text = "North", "12"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(*place).text_frame.text = "In a group"
    frame = slide.shapes.add_textbox(*place).text_frame
    frame.text = "41 million"
    run = frame.paragraphs[0].add_run()
    run.text = "3"
    run.font._element.set("baseline", "30000")
    slide.notes_slide.notes_text_frame.text = "Say thanks."
    out = io.BytesIO()
    deck.save(out)
    found = _only(READERS[".pptx"](out.getvalue()))
    assert found.text.split("\n\n") == ["The quay", "North | 12", "In a group", "41 million", "Say thanks."]
    assert found.omitted == (("raised note number", 1),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no package",
        word_file("")[:200],
        _with_part(word_file(""), "word/document.xml", "<w:document"),
        _with_part(word_file(""), "word/document.xml", "<other/>"),
        _with_part(word_file(""), "_rels/.rels", "<Relationships/>"),
        word_file("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000),
    ],
    ids=["empty", "no package", "cut", "no XML", "another root", "no main part", "deep"],
)
def test_broken_files_are_refused_in_a_sentence(content: bytes) -> None:
    for suffix in (".docx", ".odt", ".pptx"):
        with pytest.raises(DocumentError):
            READERS[suffix](content)


def test_a_bomb_of_entities_and_groups_is_bounded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document>&b;</w:document>'
    with pytest.raises(DocumentError):
        READERS[".docx"](_with_part(word_file(""), "word/document.xml", bomb))
    with pytest.raises(DocumentError):
        READERS[".rtf"](b"{\\rtf1" + b"{" * 100_000)
