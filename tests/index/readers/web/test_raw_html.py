"""Bodies of HTML in text files and in fields of tables and records: their words, where they plainly are HTML."""

from __future__ import annotations

import json

import pytest

from index.read.formats import READERS
from index.readers.web.raw_html import body, is_html, without_templates

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


PAGE = (
    "<html><body><h1>The bridge is shut</h1>\n{}\n"
    "<p>The bridge over the Vesk closed on Monday, said Odran Tell.</p>\n{}\n"
    "<p>The ferry runs every hour until the works end, and nobody was hurt.</p>\n{}</body></html>"
)
TEMPLATES = {
    "php": (
        '<?php if (1 > 0) { include "menu.php"; echo "secret"; } ?>',
        '<p><?= $a > 1 ? "x" : "y" ?></p>',
        "<? foot(); ?>",
    ),
    "braces": ("{% include share.html %}", "<p>{{ site.banner }}</p>", "{% if a > b %}{% endif %}"),
    "percent": ("<% if (a > b) { %>", "<%= banner %>", "<% } %>"),
}


@pytest.mark.parametrize("parts", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_instructions_for_the_maker_of_a_page_are_no_words(parts: tuple[str, str, str]) -> None:
    bare, made = (READERS[".html"](PAGE.format(*each).encode())[0] for each in (("", "", ""), parts))
    assert made.text == bare.text
    assert dict(made.omitted)["template part"] >= 3


def test_code_in_braces_stays_where_a_page_shows_code() -> None:
    source = "<p>Write the title as <code>{{ page.title }}</code> in the head of the page.</p>"
    assert without_templates(source) == (source, 0)


LINKS = [
    '<p><a href="1.html">&lt; Previous story</a> | <a href="3.html">Next story &gt;</a></p>',
    '<p>Next story: <a href="3.html">Ferry fares rise again this autumn</a></p>',
    '<p><a href="p.html">Printer-friendly version</a> <a href="m.html">E-mail this story</a></p>',
    "<p>Copyright 2031 Vesk Gazette. All rights reserved.</p>",
]


@pytest.mark.parametrize("link", LINKS)
def test_links_to_other_stories_and_rights_are_no_words(link: str) -> None:
    bare, linked = (READERS[".html"](PAGE.format("", "", each).encode())[0].text for each in ("", link))
    between = READERS[".html"](PAGE.format("", link, "").encode())[0].text
    assert (linked, between) == (bare, bare)


@pytest.mark.parametrize(
    "words", ["The mayor’s next story, she said, is <a href='x'>longer</a>.", "The copyright of 1904 is hers."]
)
def test_words_that_only_look_so_stay(words: str) -> None:
    text = READERS[".html"](PAGE.format("", f"<p>{words}</p>", "").encode())[0].text
    assert words.split("<")[0].strip() in text
