"""Every format, written by real writers, and read without a word lost or doubled."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from index.read.load import READERS, Failure, Found, load
from index.readers.pdf.pdf import left_out
from index.records import Document
from tests.conftest import ROOT

TITLE = "The harbour of Vesk"
PARAGRAPHS = [
    "Mayor Odran Tell opened the new harbour of Vesk on Sunday & praised the “fearless” builders.",
    "“The harbour cost forty million crowns and took six years,” Tell said. “It will bring three hundred jobs.”",
    "Opposition leader Mira Quill disagreed: “Nobody asked the fishermen. They will lose their berths — every one.”",
]
CELLS = [["Berth", "Boats"], ["North", "12"], ["South", "7"]]


def words(text: str) -> Counter[str]:
    return Counter(text.replace("|", " ").split())


def txt() -> bytes:
    return "\n\n".join(PARAGRAPHS).encode()


def html() -> bytes:
    body = "".join(f"<p>{each.replace('&', '&amp;')}</p>" for each in PARAGRAPHS * 2)
    return (
        '<html lang="en"><head><title>Other title</title><meta property="og:title" content="The harbour of Vesk">'
        '<meta property="article:published_time" content="2021-03-02T08:00:00Z">'
        '<meta property="og:site_name" content="Vesk Gazette">'
        '<link rel="canonical" href="https://gazette.example/harbour"></head><body>'
        "<nav><a href='/a'>Home</a><a href='/b'>Sports</a></nav>"
        f"<article><h1>{TITLE}</h1>{body}</article><footer>Cookies and imprint</footer></body></html>"
    ).encode()


def docx() -> bytes:
    from docx import Document as Writer

    document = Writer()
    document.core_properties.title = TITLE
    for each in PARAGRAPHS:
        document.add_paragraph(each)
    table = document.add_table(len(CELLS), 2)
    for row, cells in zip(table.rows, CELLS, strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt() -> bytes:
    from odfdo import Document as Writer
    from odfdo import Paragraph

    document = Writer("text")
    document.body.clear()
    document.meta.title = TITLE
    for each in PARAGRAPHS:
        document.body.append(Paragraph(each))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf() -> bytes:
    def escaped(text: str) -> str:
        return "".join(each if ord(each) < 128 else f"\\u{ord(each)}?" for each in text)

    return ("{\\rtf1\\ansi " + "\\par ".join(map(escaped, PARAGRAPHS)) + "}").encode("ascii")


def pptx() -> bytes:
    from pptx import Presentation

    deck = Presentation()
    deck.core_properties.title = TITLE
    for each in PARAGRAPHS:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = each
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def eml() -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "Press <press@vesk.example>"
    message["Date"] = "Sun, 02 Mar 2031 08:00:00 +0000"
    message.set_content("\n\n".join(PARAGRAPHS))
    return message.as_bytes()


def epub() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="O/p.opf"/></rootfiles></container>',
        )
        items = "".join(f'<item id="c{n}" href="c%20{n}.xhtml"/>' for n in range(3))
        order = "".join(f'<itemref idref="c{n}"/>' for n in range(3))
        archive.writestr(
            "O/p.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{TITLE}</dc:title><dc:date>2031-03-02</dc:date></metadata>"
            f"<manifest>{items}</manifest><spine>{order}</spine></package>",
        )
        for number, each in enumerate(PARAGRAPHS):
            page = f"<html><head><title>x</title></head><body><p>{each.replace('&', '&amp;')}</p></body></html>"
            archive.writestr(f"O/c {number}.xhtml", page)
    return out.getvalue()


def pdf(pages: list[str] | None = None) -> bytes:
    """Write a PDF by hand: a page for each text, in the built-in Helvetica."""
    texts = pages or [each.replace("“", '"').replace("”", '"').replace("—", "-") for each in PARAGRAPHS]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for text in texts:
        lines = [text[at : at + 90] for at in range(0, len(text), 90)]
        drawn = " ".join(f"({line.replace('(', '[').replace(')', ']')}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 11 Tf 40 760 Td {drawn} ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents "
            f"{len(objects) + 2} 0 R /Resources << /Font << /F1 "
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    out, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def csv_rows() -> bytes:
    quoted = [f'{number},2031-03-0{number},"{each}"' for number, each in enumerate(PARAGRAPHS, start=1)]
    return ("id,date,text\n" + "\n".join(quoted)).encode()


def xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["date", "text"])
    for number, each in enumerate(PARAGRAPHS, start=1):
        sheet.append([f"2031-03-0{number}", each])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def srt() -> bytes:
    blocks = [f"{n}\n00:00:0{3 * n},000 --> 00:00:0{3 * n + 2},000\n{each}\n" for n, each in enumerate(PARAGRAPHS)]
    return "\n".join(blocks).encode()


def vtt() -> bytes:
    blocks = [
        f"00:00:0{3 * n}.000 --> 00:00:0{3 * n + 2}.000\n{each.replace('&', 'and')}\n"
        for n, each in enumerate(PARAGRAPHS)
    ]
    return ("WEBVTT\n\n" + "\n".join(blocks)).encode()


def xml() -> bytes:
    marked = "".join(f"<p>{each.replace('&', '&amp;')}</p>" for each in PARAGRAPHS)
    return f"<text><head><title>{TITLE}</title></head><body>{marked}</body></text>".encode()


def json_list() -> bytes:
    return json.dumps([{"id": n, "text": each, "date": "2031-03-02"} for n, each in enumerate(PARAGRAPHS)]).encode()


def json_lines() -> bytes:
    return "\n".join(json.dumps({"text": each}) for each in PARAGRAPHS).encode()


WRITERS: dict[str, Callable[[], bytes]] = {
    **{
        ".txt": txt,
        ".md": txt,
        ".rst": txt,
        ".html": html,
        ".docx": docx,
        ".odt": odt,
        ".rtf": rtf,
        ".pptx": pptx,
        ".eml": eml,
    },
    **{".epub": epub, ".pdf": pdf, ".csv": csv_rows, ".xlsx": xlsx, ".srt": srt, ".vtt": vtt},
    **{".xml": xml, ".json": json_list, ".jsonl": json_lines},
}
ALIASES = {".htm", ".markdown", ".tsv"}


def documents(path: Path) -> list[Document]:
    found = list(load(Found(path, path.name)))
    assert not [each for each in found if isinstance(each, Failure)], found
    return [each for each in found if isinstance(each, Document)]


def test_every_suffix_is_tried() -> None:
    assert set(WRITERS) | ALIASES == set(READERS)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_no_word_is_lost_or_doubled(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(WRITERS[suffix]())
    expected = words(" ".join(PARAGRAPHS))
    if suffix == ".html":
        expected = words(" ".join(PARAGRAPHS * 2))
    if suffix == ".docx":
        expected += words(" ".join(cell for row in CELLS for cell in row))
    if suffix == ".vtt":
        expected = words(" ".join(PARAGRAPHS).replace("&", "and"))
    found = words(" ".join(each.text for each in documents(path)))
    if suffix == ".pdf":
        expected = words(" ".join(PARAGRAPHS).replace("“", '"').replace("”", '"').replace("—", "-"))
        # A line that ends inside a word in the test's own PDF parts it.
        assert "".join(sorted("".join(found.elements()))) == "".join(sorted("".join(expected.elements())))
        return
    if suffix == ".html":
        found -= words(TITLE)
    assert found == expected


def test_what_files_tell_of_themselves(tmp_path: Path) -> None:
    read_as = {}
    for suffix in (".html", ".docx", ".odt", ".pptx", ".eml", ".epub", ".xml"):
        path = tmp_path / f"paper{suffix}"
        path.write_bytes(WRITERS[suffix]())
        (found,) = documents(path)
        assert found.title == TITLE, suffix
        read_as[suffix] = found
    assert {read_as[each].published for each in (".eml", ".epub")} == {"2031-03-02"}
    # A page's date in the future is no date, so the invented page has one of the past.
    assert read_as[".html"].published == "2021-03-02"
    assert {read_as[each].published for each in (".docx", ".odt", ".pptx")} == {None}
    assert (read_as[".html"].source, read_as[".html"].url) == ("Vesk Gazette", "https://gazette.example/harbour")
    assert read_as[".html"].language == "en"
    assert "Sports" not in read_as[".html"].text
    assert "Cookies" not in read_as[".html"].text


def test_rows_are_documents_with_their_dates(tmp_path: Path) -> None:
    for suffix, ids in ((".csv", ["1", "2", "3"]), (".xlsx", ["2", "3", "4"])):
        path = tmp_path / f"paper{suffix}"
        path.write_bytes(WRITERS[suffix]())
        found = documents(path)
        assert [each.id for each in found] == [f"paper{suffix}#{each}" for each in ids]
        assert [each.published for each in found] == ["2031-03-01", "2031-03-02", "2031-03-03"]
        assert [each.text for each in found] == PARAGRAPHS


def test_subtitles_keep_their_times_and_voices(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Odran Tell>The harbour is open\n\n"
        "00:00:02.000 --> 00:00:04.000\nand it is ours.\n\n00:01:10.000 --> 00:01:12.000\n<v Mira Quill>Is it?\n"
    )
    (found,) = documents(path)
    assert found.text == "Odran Tell: The harbour is open and it is ours.\n\nMira Quill: Is it?\n"
    assert found.time_at(found.text.index("and it")) == 2.0
    assert found.time_at(found.text.index("Mira")) == 70.0


def test_a_pdf_knows_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(["The first page.", "The second page.", "The third page."]))
    (found,) = documents(path)
    assert len(found.pages) == 3
    for number, name in enumerate(("first", "second", "third"), start=1):
        assert found.page_at(found.text.index(name)) == number


def test_real_pages_of_several_languages() -> None:
    folder = ROOT.parent / "shared" / "data" / "unga2024_multilang" / "pdf"
    if not folder.is_dir():
        pytest.skip("the shared data sets are not here")
    import pypdf

    for path in sorted(folder.glob("*_en.pdf"))[:6]:
        found = list(load(Found(path, path.name)))
        document = next((each for each in found if isinstance(each, Document)), None)
        if document is None:
            # Its font names no letters: that is said, and nothing of it is kept.
            assert isinstance(found[0], Failure)
            assert "unreadable font" in found[0].reason
            continue
        reference = [page.extract_text() for page in pypdf.PdfReader(path).pages]
        assert len(document.pages) == len(reference)
        if any(sum(map(str.isalpha, other)) < 0.6 * len(other) for other in reference):
            # The reference could not read a page's font and gives codes for its letters.
            continue
        # Two libraries part a few words differently; the letters must be the same ones, heads and feet with them.
        ours = Counter("".join([*document.text.split(), *"".join(left_out(path.read_bytes())).split()]))
        theirs = Counter("".join("".join(reference).split()))
        difference = sum(((ours - theirs) + (theirs - ours)).values())
        assert difference <= 0.01 * sum(theirs.values()), path.name


def test_a_zip_of_them_all(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for suffix, writer in WRITERS.items():
            archive.writestr(f"inner/paper{suffix}", writer())
    found = documents(path)
    files = {each.id.partition("#")[0] for each in found}
    assert files == {f"all.zip/inner/paper{suffix}" for suffix in WRITERS}


def test_a_scanned_pdf_is_named_with_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([" ", " "]))
    (failure,) = load(Found(path, path.name))
    assert isinstance(failure, Failure)
    assert "no text on its 2 pages" in failure.reason
