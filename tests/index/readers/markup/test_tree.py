"""The paragraphs of a text in XML, with the marks, lines and signs within them."""

from __future__ import annotations

import pytest

from index.readers.markup.tree import paragraphs, parsed
from tests.index.readers.markup.sources import only, told

TEXTS = {
    "marks within a paragraph": ("<p>The harbour is <i>not</i> to <b>close</b>.</p>", "The harbour is not to close."),
    "a marked paragraph": ("<p><b>The harbour is not</b> <i>to close.</i></p>", "The harbour is not to close."),
    "lines of the file": ("<p>The harbour is\n      <i>not</i> to\n      close.</p>", "The harbour is not to close."),
    "a line break": ("<p>The harbour is not<lb/>to close.</p>", "The harbour is not\nto close."),
    "verses": ("<lg><l>The harbour is not</l><l>to close.</l></lg>", "The harbour is not\nto close."),
    "signs by name": ("<p>The harbour &mdash; &amp; quay&nbsp;&#8212; is not to &lt;close&gt;.</p>",
                      "The harbour — & quay\xa0— is not to <close>."),
    "headings": ("<h2>One</h2><p>The harbour is not to close.</p><h2>Two</h2><p>Nor the quay.</p>",
                 "One\n\nThe harbour is not to close.\n\nTwo\n\nNor the quay."),
    "a comment": ("<p>The harbour is <!-- surely -->not to close.</p>", "The harbour is not to close."),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "text"), TEXTS.values(), ids=TEXTS)
def test_the_paragraphs_of_a_text(inside: str, text: str) -> None:
    found = only(f"<doc><meta><title>Harbour</title><date when='2031-05-04'>4 May</date></meta>{inside}</doc>")
    assert found.text == text
    assert told(found) == {"title": "Harbour", "published": "2031-05-04"}


def test_elements_are_left_out_by_their_names() -> None:
    root = parsed(b"<doc><from>Ana Ruiz</from><p>The harbour stays.</p></doc>").root
    assert list(paragraphs(root, frozenset(("from",)))) == ["The harbour stays."]
