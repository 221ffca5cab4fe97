"""XML: records of archives, entries of feeds, pages, and what is no text; nothing in a file is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from errors import DocumentError
from index.readers.markup.reader import read
from tests.index.readers.markup.sources import MORE, SAID, only, told


def test_a_record_of_an_archive() -> None:
    found = only(
        "<transcripts><transcript><transcript-id>12</transcript-id><title>At the quay</title>"
        "<prime-minister>Ruiz, Ana</prime-minister><release-date>23/10/2031</release-date>"
        f"<release-type>Speech</release-type><content><![CDATA[<p>{SAID}</p>\n<p>{MORE}&nbsp;</p>]]></content>"
        "</transcript></transcripts>"
    )
    assert found.text == f"{SAID}\n\n{MORE}"
    assert told(found) == {
        "title": "At the quay",
        "published": "23/10/2031",
        "author": "Ana Ruiz",
        "speaker": "Ana Ruiz",
        "source": "Prime Minister",
    }


def test_a_release_is_no_speech() -> None:
    found = only(f"<r><title>T</title><mayor>Ruiz, Ana</mayor><type>Release</type><text>{SAID}</text></r>")
    assert told(found)["author"] == "Ana Ruiz"
    assert "speaker" not in told(found)


def test_each_entry_of_a_feed_is_a_document() -> None:
    first, second = read(
        (
            '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
            "<channel><title>News of Vesk</title><description>All that happens in the harbour town</description>"
            "<item><title>Harbour</title><link>https://vesk.example/1</link><dc:creator>Ana Ruiz</dc:creator>"
            "<pubDate>Sun, 04 May 2031 08:00:00 +0000</pubDate><description>Short.</description>"
            f"<content:encoded><![CDATA[<p>{SAID}</p>]]></content:encoded></item>"
            f"<item><title>Quay</title><description>{MORE}</description></item></channel></rss>"
        ).encode()
    )
    assert (first.text, second.text) == (SAID, MORE)
    assert told(first) == {
        "title": "Harbour",
        "url": "https://vesk.example/1",
        "author": "Ana Ruiz",
        "published": "Sun, 04 May 2031 08:00:00 +0000",
    }
    assert (told(second)["title"], first.key, second.key) == ("Quay", "1", "2")


def test_a_page_in_xml_is_a_page() -> None:
    found = only(
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Harbour</title></head>'
        f"<body><article><h1>Harbour</h1><p>{SAID}</p><p>{MORE}</p></article></body></html>"
    )
    assert SAID in found.text
    assert told(found)["title"] == "Harbour"


BAD = {
    "not well-formed": (
        b"<doc><p The harbour is not to close, nor is the quay",
        r"not well-formed XML \(line 1\); fix it, or save it as",
    ),
    "empty": (b" \n", "not well-formed XML"),
    "values": (b"<project><name>harbour</name><version>1.2</version></project>", "no sentences, only values"),
}


@pytest.mark.parametrize(("content", "message"), BAD.values(), ids=BAD)
def test_what_is_no_text(content: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read(content)


def test_a_text_that_lacks_an_end_tag_is_read_and_says_so() -> None:
    said = f"<member>Ana Ruiz</member><membercontribution>: {SAID}"
    found = only(f"<sitting><p>{MORE}</p><p>{said}</p></sitting>")
    assert found.text == f"{MORE}\n\nAna Ruiz: {SAID}"
    assert "not well-formed XML (line 1)" in found.problems[0]


def test_nothing_is_fetched_or_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is quay.")
    found = only(f'<!DOCTYPE doc [<!ENTITY file SYSTEM "{secret.as_uri()}">]><doc><p>{SAID} &file;</p></doc>')
    assert found.text == f"{SAID} &file;"
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "quay " * 10}">' for n in range(9))
    with pytest.raises(DocumentError, match="not well-formed"):
        read(f"<!DOCTYPE doc [{bomb}]><doc><p>{SAID} &e8;</p></doc>".encode())


def test_a_tree_of_any_depth_is_read_or_refused() -> None:
    deep = f"{'<div>' * 5_000}<p>{SAID}</p>{'</div>' * 5_000}"
    with pytest.raises(DocumentError, match="not well-formed"):
        read(deep.encode())
