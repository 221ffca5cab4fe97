"""Bodies of HTML in text files and in fields of tables and records: their words, where they plainly are HTML."""

from __future__ import annotations

import json

import pytest

from index.readers import READERS
from index.readers.web.raw_html import body, is_html

BODIES = {
    "paragraphs": (
        "<p>Corvo said, &quot;We are\ngoing home.&quot;</p>\n<p>Orr <em>was not</em> asked about the name tag.</p>",
        'Corvo said, "We are going home."\n\nOrr was not asked about the name tag.',
    ),
    "broken lines": (
        "The quay is shut.<br><br>Nobody was told &mdash; not even Orr.<br />\nIt opens in May.",
        "The quay is shut.\n\nNobody was told — not even Orr.\nIt opens in May.",
    ),
    "entities alone": (
        "It&#39;s shut, Corvo said. &ldquo;Nobody knew,&rdquo; she said. &#8220;Not I.&#8221;",
        "It's shut, Corvo said. “Nobody knew,” she said. “Not I.”",
    ),
    "links and a script": (
        '<a href="http://q.example/x.html">Corvo</a> went <b>home</b>. <script>var x = 1;</script> <i>Orr</i> stayed.',
        "Corvo went home.  Orr stayed.",
    ),
    "a saved page": (
        "<!DOCTYPE html>\n<html><head><title>Quay</title></head>\n<body><p>HTML is fun, said Orr.</p></body></html>",
        "HTML is fun, said Orr.",
    ),
}


@pytest.mark.parametrize(("source", "words"), BODIES.values(), ids=BODIES.keys())
def test_a_body_of_html_is_read_as_its_page(source: str, words: str) -> None:
    (text,) = READERS[".txt"](source.encode())
    (record,) = READERS[".json"](json.dumps({"text": source}).encode())
    (row,) = READERS[".csv"](f'id,text\n1,"{source.replace(chr(34), chr(34) * 2)}"\n'.encode())
    assert [text.text, record.text, row.text] == [words] * 3
    counts = [sum(count for what, count in each.omitted if what == "HTML tag") for each in (text, record, row)]
    assert counts == [dict(body(source)[1]).get("HTML tag", 0)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Use <p> for a paragraph, <b> for bold words and <i> for words in italics, says the HTML guide.",
        "The <em> element stresses words: <em>so</em>. The <b> tag does not: <b>so</b>.",
        "If a < b, b < c and c < d, then AT&T and R&D agree; x &lt y.",
        "<ana> I agree.\n<ben> I do not.\n<ana> Then we are two.\n<ben> We are.",
        "Corvo wrote <corvo@quay.example> and <orr@quay.example>, see <https://quay.example>. " * 3,
    ],
)
def test_a_text_that_is_no_html_stays_as_it_is(text: str) -> None:
    assert not is_html(text)
    assert body(text) == (text, ())
