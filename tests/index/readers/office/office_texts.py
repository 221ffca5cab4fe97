"""Pieces of Word documents that tests are put together of."""

from __future__ import annotations

from index.read.formats import READERS
from index.readers.parsed import Parsed
from tests.index.readers.office.office_files import (
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
    return only(READERS[".docx"](word_file(inside, NOTES))).text


def only(found: list[Parsed]) -> Parsed:
    (one,) = found
    return one


def ins(text: str) -> str:
    return f"<w:ins {BY}>{w_run(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {BY}>{w_run(text, 'delText')}</w:del>"


def rich(inside: str) -> bytes:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}{\f2\fcharset128 MS Mincho;}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0" + fonts + "\\f0 " + inside + "}").encode("ascii")
