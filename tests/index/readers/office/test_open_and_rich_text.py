"""OpenDocument and rich text: the same as of Word, in their own words."""

from __future__ import annotations

import pytest

from index.read.formats import READERS
from tests.index.readers.office.office_files import (
    o_box,
    o_note,
    o_paragraph,
    open_file,
)
from tests.index.readers.office.office_texts import only, rich

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
    assert only(READERS[".odt"](open_file(body))).text == expected


def test_raised_numbers_of_an_open_document() -> None:
    styles = (
        '<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    raised = '<text:span text:style-name="U">3</text:span>'
    body = o_paragraph(f"41 million{raised}, 9 m{raised}")
    found = only(READERS[".odt"](open_file(body, styles=styles)))
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


@pytest.mark.parametrize("name", RICH)
def test_rich_text(name: str) -> None:
    inside, expected = RICH[name]
    assert only(READERS[".rtf"](rich(inside))).text == expected


def test_properties_of_rich_text() -> None:
    found = only(READERS[".rtf"](rich(r"{\info{\title The harbour}{\author Ona}{\*\company X}}Words.")))
    assert {name: value for name, (value, _) in found.about.items()} == {"title": "The harbour", "author": "Ona"}
    assert found.text == "Words."
