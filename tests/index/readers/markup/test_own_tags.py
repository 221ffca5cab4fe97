"""Tags of a text's own: what opens and closes again and again is none of the words, and parts paragraphs or nothing."""

from __future__ import annotations

import pytest

from index.readers.markup.own_tags import without_own_tags
from index.readers.plain import read

TURNS = "".join(f"<Newspeech>Mr. {name}: The ferry stays. </Newspeech> " for name in ("Tell", "Quill", "Tell", "Holt"))


def test_a_tag_around_each_speech_parts_paragraphs() -> None:
    text, omitted = without_own_tags(f"Sitting. {TURNS}")
    assert [each.strip() for each in text.split("\n\n") if each.strip()] == [
        "Sitting.",
        "Mr. Tell: The ferry stays.",
        "Mr. Quill: The ferry stays.",
        "Mr. Tell: The ferry stays.",
        "Mr. Holt: The ferry stays.",
    ]
    assert omitted == (("tag", 8),)


def test_a_tag_around_words_parts_nothing() -> None:
    text, _ = without_own_tags("<per>Ana</per> met <per>Jon</per>, and then <per type='x'>Mia</per> left the quay.")
    assert text == "Ana met Jon, and then Mia left the quay."


@pytest.mark.parametrize(
    "text",
    [
        "Write <name> and <day> there, then <name> and <name> again.",
        "If a <b and b> c, or a < b, the quay stays.",
        "<quay>Once</quay> and <quay>twice</quay>.",
        "Mail <ana@vesk.example> and <jon@vesk.example> and <mia@vesk.example>.",
        "<p>One.</p><p>Two.</p><p>Three.</p>",
    ],
)
def test_what_marks_up_nothing_stays(text: str) -> None:
    assert without_own_tags(text) == (text, ())


def test_a_text_file_says_how_many_were_left_out() -> None:
    (found,) = read(f"Sitting. {TURNS}".encode())
    assert "<" not in found.text
    assert ("tag", 8) in found.omitted
