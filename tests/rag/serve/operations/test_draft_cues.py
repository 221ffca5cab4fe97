"""A full stop between a quotation and its cue is read as a comma, and no other one is."""

from __future__ import annotations

import pytest

from index.cues.marks.quotation_marks import quoted_paragraphs
from rag.serve.operations.draft_cues import with_commas


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("“It is late now.” Ana Ruiz said on Tuesday.", "“It is late now,” Ana Ruiz said on Tuesday."),
        ("“It is late now”. Ana Ruiz said on Tuesday.", "“It is late now”, Ana Ruiz said on Tuesday."),
        ("“It is late now.” Ana Ruiz told reporters.", "“It is late now,” Ana Ruiz told reporters."),
        ("“It is late now.” Ana Ruiz said she was sad.", None),
        ("“It is late now.” Ana Ruiz warned of floods.", None),
        ("Holm said: “It is late now.” Ana Ruiz said on Tuesday.", None),
        ("“It is late now.” Ana Ruiz said on Tuesday: “We wait.”", None),
        ("Nobody is quoted. Ana Ruiz said so.", None),
    ],
)
def test_a_full_stop_before_a_cue_alone_is_a_comma(text: str, read: str | None) -> None:
    assert with_commas(text, quoted_paragraphs(text)) == (read or text)
