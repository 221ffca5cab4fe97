"""What the formats of office programs share: letterheads, omissions, titles, parts and broken files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from errors import DocumentError
from index.read.formats import READERS
from index.read.load import Found, load
from index.records import Document
from tests.index.readers.office.office_files import (
    o_paragraph,
    open_file,
    w_paragraph,
    w_run,
    word_file,
)
from tests.index.readers.office.office_texts import BY, gone, ins, only, rich


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
    assert only(READERS[".docx"](word_header("12"))).omitted == ()


def test_what_is_left_out_is_named() -> None:
    drawing = "<w:r><w:drawing><pic:pic xmlns:pic='urn:drawingml/picture'/></w:drawing></w:r>"
    chart = "<w:r><w:drawing><c:chart xmlns:c='urn:drawingml/chart'/></w:drawing></w:r>"
    comments = f'<w:comment w:id="1">{w_paragraph(w_run("Why?"))}</w:comment>' * 2
    body = w_paragraph(w_run("Words.") + drawing * 3 + chart + gone("x") + w_run("h", properties="<w:vanish/>"))
    found = only(READERS[".docx"](word_file(body, {"comments": comments})))
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
    assert dict(only(READERS[".docx"](word_file(body))).omitted) == omitted


@pytest.mark.parametrize(
    "title", ["Microsoft Word - harbour.doc", "Normal.dotm", "harbour_final2.docx", "Document1", ""]
)
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    from docx import Document as Writer

    writer, out = Writer(), io.BytesIO()
    writer.core_properties.title = title
    writer.add_paragraph("Words.")
    writer.save(out)
    assert "title" not in only(READERS[".docx"](out.getvalue())).about


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
        found = only(READERS[".docx"](_with_part(content, "word/_rels/document.xml.rels", links)))
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
    found = only(READERS[".pptx"](out.getvalue()))
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
