"""Speech whose closing mark is missing: the statement ends where the text shows that narration begins."""

from __future__ import annotations

import pytest

from index.cues.marks.quotation_marks import quoted_paragraphs
from tests.index.attribution.said import said


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        # at the paragraph's end
        ("“Nobody asked,” said Ana Ruiz. “We paid. She has farmed there since 1998 with her two brothers.", "We paid."),
        ('"I wept," Ana Ruiz said. "It went to the wrong address. Ruiz, 54, has led the board since May.',
         "It went to the wrong address."),
        ("Ana Ruiz spoke first. “The gate is ours. We built it. The board met on Friday and voted.",
         "The gate is ours. We built it."),
        ('"The roof is gone. We are thankful. A clerk told the paper that nine had died.',
         "The roof is gone. We are thankful."),
        # at the next opening mark
        ('"The harbour is shut. The master told us of it. "We have no pilots," said Ana Ruiz.', "The harbour is shut."),
        ('Ana Ruiz told them: "The dam is safe. The board voted, and Brandt left. "It is a scandal," he said.',
         "The dam is safe."),
        ("“The road is wet. Cars stood in a row. “You could walk,” said Ola Quill.", "The road is wet."),
    ],
)  # fmt: skip
def test_it_stops_before_narration(text: str, quoted: str) -> None:
    assert quoted in [words for _, kind, words in said(text) if kind == "direct"]


@pytest.mark.parametrize(
    "text",
    [
        "“The divers are late, said Ola Quill, who leads the search. The boat sank on Friday.",
        '"The road opens in June, Ola Quill said on Monday. The works began in 2029.',
        "“The gates shut late” said Ola Quill. “There was no warning, she added. The flood killed nine.",
    ],
)
def test_it_stops_before_who_says_it(text: str) -> None:
    found = said(text)
    assert {who for who, _, _ in found} == {"Ola Quill"}
    assert not any("said" in words or "flood" in words or "boat" in words for _, _, words in found)


@pytest.mark.parametrize(
    "text",
    [
        "“The mill is old. Its roof leaks. The wheel has stood since May.",
        "Ana Ruiz and Ola Quill wrote: “The mill is old. Its roof leaks.",
        'He shook his head. "It is wrong. So if somebody says, "I want ten," you wonder about it."',
        '"The mill is old. Its roof leaks," Ana Ruiz said.',
    ],
)
def test_what_nothing_tells_apart_stays_whole(text: str) -> None:
    found = quoted_paragraphs(text)[0].quotations[-1 if "ten" not in text else 0]
    words = text[found.start : found.end]
    assert "leaks" in words or "somebody" in words


@pytest.mark.parametrize("said_by", ["Ola Quill asked", "she said", "Ruiz replied"])
def test_a_mark_apart_from_its_words_closes_them(said_by: str) -> None:
    text = f'Ana Ruiz came. "It is late. Why do they wait? " {said_by} in the hall.'
    found = quoted_paragraphs(text)[0].quotations[0]
    assert text[found.start : found.end].strip() == "It is late. Why do they wait?"
