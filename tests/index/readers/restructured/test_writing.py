"""Each kind of part is written with the marks that Markdown keeps, and no word is lost."""

from __future__ import annotations

import pytest

from index.readers.restructured.parsing import tree
from index.readers.restructured.reader import read
from index.readers.restructured.writing import Writer
from tests.index.readers.restructured.test_reader import text_of


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Harbour\n=======\n\nQuay\n----\n\nText.", "# Harbour\n\n## Quay\n\nText."),
        ("Short rule\n===\n\nText.", "Short rule ===\n\nText."),
        (
            "It is said:\n\n    No boat\n    left.\n\n    -- Mira Quill",
            "It is said:\n\n> No boat left.\n>\n> — Mira Quill",
        ),
        ("Boats:\n\n  - one\n  - two", "Boats:\n\n- one\n- two"),
        ("Mira Quill\n    Nobody asked us.", "Mira Quill\n\nNobody asked us."),
        ("Q. Why?\n\nA. To see.", "Q. Why?\n\nA. To see."),
        ("iv. four\nv. five", "iv. four\nv. five"),
        ("#. one\n#. two", "1. one\n2. two"),
        ("(b) one\n(c) two", "(b) one\n(c) two"),
        ("| One line,\n| *another*\n|   set in.", "One line,\nanother\nset in."),
        ("===== ====\nBerth Boats\n===== ====\nNorth 12\n\\     7\n===== ====", "Berth | Boats\nNorth | 12\n | 7"),
        ("+---+----+\n| a | b  |\n+---+----+\n| 1 | 2  |\n|   | 3  |\n+---+----+", "a | b\n1 | 2 3"),
        (".. table:: Berths\n\n   == ==\n   a  b\n   == ==", "Berths\n\na | b"),
        (".. figure:: quay.png\n   :alt: no words\n\n   The quay.\n\n   At dawn.", "The quay.\n\nAt dawn."),
        ("Typed::\n\n  a  *b*\n   c", "Typed:\n\na  *b*\n c"),
        ("-v  loud\n--out=FILE  where", "-v  loud\n--out=FILE  where"),
        ("Seen [Tell2019]_.\n\n.. [Tell2019] The book.", "Seen [Tell2019].\n\n[Tell2019] The book."),
        ("A bill of 10\\ :sup:`6` crowns, H\\ :sub:`2`\\ O.", "A bill of 10⁶ crowns, H2O."),
        ("**What is\na weir?**\n\nA wall.", "**What is a weir?**\n\nA wall."),
        ("snake_case, 2 * 3 * 4, \\*star\\*", "snake_case, 2 * 3 * 4, *star*"),
        ("Ana: Good morning.\nEmil: Good day.", "Ana: Good morning.\nEmil: Good day."),
        ("One\n\n----\n\nTwo", "One\n\nTwo"),
    ],
)
def test_parts_of_a_text(source: str, expected: str) -> None:
    assert text_of(source).rstrip("\n") == expected.rstrip()


def test_what_is_left_out_is_counted() -> None:
    (parsed,) = read(b".. image:: a.png\n\n.. a remark\n\nWords [#]_ here.\n\n.. [#] A note.")
    assert dict(parsed.omitted) == {"picture": 1, "comment": 1, "note mark": 1}
    assert parsed.text == "Words here.\n\nA note.\n"


def test_a_text_that_is_set_as_one_quotation_is_none() -> None:
    assert Writer(tree("  First.\n\n  Second.\n\n  Third.")).text() == "First.\n\nSecond.\n\nThird."
