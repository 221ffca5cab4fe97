"""Word, OpenDocument and rich text files written by hand: pieces of their markup, and whole files of one plan."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Piece:
    """A span of a paragraph: of what kind, its text, and the text that it keeps unseen."""

    kind: str
    text: str
    unseen: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Pieces in order; `joins` where the end of the paragraph is deleted."""

    pieces: tuple[Piece, ...]
    joins: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells, a text each; the inner table stands in a cell of its own after the last row."""

    rows: tuple[tuple[str, ...], ...]
    inner: str = ""


Plan = list[Paragraph | Table]


# Word.

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with this body; other parts (footnotes, comments, header1) by their name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELS}"><Relationship Id="a" Type="{_LINKS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        links = "".join(
            f'<Relationship Id="{name}" Type="{_LINKS}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
            for name in parts or {}
        )
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELS}">{links}</Relationships>')
        for name, part in (parts or {}).items():
            root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {_W}>{part}</w:{root}>")
    return out.getvalue()


def w_run(text: str, tag: str = "t", properties: str = "") -> str:
    """Return a run."""
    shown = f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{shown}</w:r>"


def w_paragraph(inside: str, mark: str = "") -> str:
    """Return a paragraph, its mark with these properties."""
    return f"<w:p>{f'<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>' if mark else ''}{inside}</w:p>"


_BY = 'w:id="1" w:author="a" w:date="2031-05-01T00:00:00Z"'


def w_box(text: str) -> str:
    """Return a text box in both of the forms that Word keeps of it."""
    inside = f"<w:txbxContent>{w_paragraph(w_run(text))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def w_field(instruction: str, result: str) -> str:
    """Return a field with its result."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end")]
    return marks[0] + w_run(instruction, "instrText") + marks[1] + w_run(result) + marks[2]


def as_word(plan: Plan) -> bytes:
    notes: list[str] = []
    comments: list[str] = []

    def piece(each: Piece) -> str:
        text = w_run(each.text)
        if each.kind == "note":
            notes.append(each.text)
            return f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
        if each.kind == "comment":
            comments.append(each.unseen)
            return f'<w:r><w:commentReference w:id="{len(comments)}"/></w:r>'
        return {
            "plain": text,
            "inserted": f"<w:ins {_BY}>{text}</w:ins>",
            "deleted": f"<w:del {_BY}>{w_run(each.unseen, 'delText')}</w:del>",
            "hidden": w_run(each.unseen, properties="<w:vanish/>"),
            "box": w_box(each.text) if each.kind == "box" else "",
            "field": w_field(f" {each.unseen} ", each.text),
            "link": f'<w:hyperlink w:anchor="x"><w:smartTag>{text}</w:smartTag></w:hyperlink>',
            "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{text}</w:sdtContent></w:sdt>",
        }[each.kind]

    def block(each: Paragraph | Table) -> str:
        if isinstance(each, Paragraph):
            return w_paragraph("".join(map(piece, each.pieces)), f"<w:del {_BY}/>" if each.joins else "")
        cells = [[w_paragraph(w_run(cell)) for cell in row] for row in each.rows]
        if each.inner:
            inner = f"<w:tbl><w:tr><w:tc>{w_paragraph(w_run(each.inner))}</w:tc></w:tr></w:tbl>"
            cells.append([inner + w_paragraph(""), w_paragraph("")])
        rows = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in cells)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    body = "".join(map(block, plan))
    mark = "<w:r><w:footnoteRef/></w:r>"
    parts = {
        "footnotes": "".join(
            f'<w:footnote w:id="{number}">{w_paragraph(mark + w_run(text))}</w:footnote>'
            for number, text in enumerate(notes, start=1)
        ),
        "comments": "".join(
            f'<w:comment w:id="{number}">{w_paragraph(w_run(text))}</w:comment>'
            for number, text in enumerate(comments, start=1)
        ),
    }
    return word_file(body, parts)


# OpenDocument.

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_O = " ".join(
    [
        *(f'xmlns:{each}="{_ODF}:{each}:1.0"' for each in ("office", "text", "table", "style")),
        f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:svg="{_ODF}:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)


def open_file(body: str, *, styles: str = "", pages: str = "") -> bytes:
    """Return an OpenDocument text with this body, styles of its own and pages."""
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_O}><office:automatic-styles>{hidden}{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {_O}>{pages}</office:document-styles>")
    return out.getvalue()


def o_paragraph(inside: str) -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="P">{inside}</text:p>'


def o_note(text: str, number: int = 1) -> str:
    """Return a footnote."""
    return (
        f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation><text:note-body>'
        f"{o_paragraph(escape(text))}</text:note-body></text:note>"
    )


def o_box(text: str) -> str:
    """Return a frame with text, and one with a picture that has a title and a description."""
    return (
        f"<draw:frame><draw:text-box>{o_paragraph(escape(text))}</draw:text-box></draw:frame>"
        '<draw:frame><draw:image xlink:href="Pictures/quay.png"/><svg:title>titleword</svg:title>'
        "<svg:desc>descword</svg:desc></draw:frame>"
    )


def as_open(plan: Plan) -> bytes:
    deleted: list[str] = []

    def piece(each: Piece) -> str:
        text = escape(each.text)
        if each.kind == "deleted":
            deleted.append(each.unseen)
            return f'<text:change text:change-id="d{len(deleted)}"/>'
        comment = f"<office:annotation>{o_paragraph(escape(each.unseen))}</office:annotation>"
        return {
            "plain": text,
            "inserted": f'<text:change-start text:change-id="i"/>{text}<text:change-end text:change-id="i"/>',
            "hidden": f'<text:span text:style-name="H">{escape(each.unseen)}</text:span>',
            "comment": comment,
            "note": o_note(each.text),
            "box": o_box(each.text),
            "field": f'<text:user-field-get text:name="{escape(each.unseen)}">{text}</text:user-field-get>',
            "link": f'<text:a xlink:href="{escape(each.unseen)}x">{text}</text:a>',
            "control": f"<text:span><text:span>{text}</text:span></text:span>",
        }[each.kind]

    def table(each: Table) -> str:
        cells = [[o_paragraph(escape(cell)) for cell in row] for row in each.rows]
        if each.inner:
            inner = f"<table:table-row><table:table-cell>{o_paragraph(each.inner)}</table:table-cell></table:table-row>"
            cells.append([f"<table:table>{inner}</table:table>", o_paragraph("")])
        rows = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in cells)
        return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"

    body, line = "", ""
    for block in plan:
        if isinstance(block, Table):
            body += (o_paragraph(line) if line else "") + table(block)
            line = ""
            continue
        # A deleted end of a paragraph leaves one paragraph in the text.
        line += "".join(map(piece, block.pieces))
        if not block.joins:
            body, line = body + o_paragraph(line), ""
    regions = "".join(
        f'<text:changed-region text:id="d{number}"><text:deletion>{o_paragraph(escape(text))}</text:deletion>'
        "</text:changed-region>"
        for number, text in enumerate(deleted, start=1)
    )
    return open_file(f"<text:tracked-changes>{regions}</text:tracked-changes>{body}")


# Rich text.


def r_text(text: str) -> str:
    """Return text as RTF writes it."""
    return "".join(each if ord(each) < 128 else f"\\u{ord(each)}?" for each in text)


def as_rich(plan: Plan) -> bytes:
    def piece(each: Piece) -> str:
        text, unseen = r_text(each.text), r_text(each.unseen)
        return {
            "plain": f"{{{text}}}",
            "inserted": f"{{\\revised\\revauth1 {text}}}",
            "deleted": f"{{\\deleted\\revauthdel1 {unseen}}}",
            "hidden": f"{{\\v {unseen}}}",
            "comment": f"{{\\*\\atnid A}}\\chatn{{\\*\\annotation\\pard\\plain {unseen}}}",
            "note": f"{{\\super\\chftn}}{{\\footnote\\pard\\plain{{\\super\\chftn}}{text}}}",
            "box": (
                f"{{\\shp{{\\*\\shpinst{{\\sp{{\\sn shapeType}}{{\\sv 202}}}}{{\\shptxt\\pard\\plain {text}\\par}}}}"
                f"{{\\shprslt{{\\*\\do{{\\dptxbxtext {text}\\par}}}}}}}}"
            ),
            "field": f"{{\\field{{\\*\\fldinst{{ {unseen} }}}}{{\\fldrslt{{{text}}}}}}}",
            "link": f'{{\\field{{\\*\\fldinst HYPERLINK "https://{unseen}vesk.example"}}{{\\fldrslt {text}}}}}',
            "control": f"{{\\*\\unknowngroup {{nothing}}}}{{\\b {text}}}",
        }[each.kind]

    def block(each: Paragraph | Table) -> str:
        if isinstance(each, Paragraph):
            end = "{\\deleted\\par}" if each.joins else "\\par"
            return "\\pard\\plain " + "".join(map(piece, each.pieces)) + end
        rows = [*each.rows, *([(each.inner, "")] if each.inner else [])]
        head = "\\trowd\\cellx3000\\cellx6000\\pard\\plain\\intbl "
        lines = ["".join("{" + r_text(cell) + "}\\cell " for cell in row) for row in rows]
        return "".join(f"{head}{line}\\row\n" for line in lines)

    fonts = "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset2 Symbol;}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0" + fonts + "".join(map(block, plan)) + "}").encode("ascii")
