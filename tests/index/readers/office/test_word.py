"""Word documents: what a reader sees of changes, notes, boxes, fields and lists."""

from __future__ import annotations

import pytest

from tests.index.readers.office.office_files import (
    w_box,
    w_field,
    w_paragraph,
    w_run,
)
from tests.index.readers.office.office_texts import BY, NOTE, RAISED, gone, ins, word

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
