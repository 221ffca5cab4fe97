"""What of a page is its text: lists of links that are the author's own are, menus and other stories are not."""

from __future__ import annotations

import pytest

from index.readers.web import html

PROSE = (
    "<p>The weir of Eskby was built by the guild of millers in a dry year, and it has fed the mill ever since.</p>"
    "<p>It leaks at the northern gate, which the council has mended twice without much success so far.</p>"
)


def text_of(inside: str) -> str:
    """Return what is read of a page with these elements between two parts of its prose, and its menu around."""
    page = (
        "<html><head><title>The weir</title></head><body><nav><ul><li><a href='/'>Home</a></li></ul></nav>"
        f"<article><h1>The weir</h1>{PROSE}{inside}{PROSE.replace('Eskby', 'Harl')}</article></body></html>"
    )
    return "\n".join(each.text for each in html.read(page.encode()))


OWN = [
    pytest.param("<h2>See also</h2><ul><li><a href='/a'>Mills of Vesk</a></li><li><a href='/b'>Old quays</a></li></ul>",
                 ["Mills of Vesk", "Old quays"], id="below a heading"),
    pytest.param("<ul><li><a href='/a'>Sluices</a></li><li><a href='/b'>Gates</a> of oak and of iron</li></ul>",
                 ["Sluices", "Gates"], id="beside items with words"),
    pytest.param("<p>Drawings of it: <a href='/a'>north.pdf</a>, <a href='/b'>south.pdf</a></p>",
                 ["Drawings of it", "north.pdf", "south.pdf"], id="behind a label"),
    pytest.param("<ul><li><a href='#gate'>The gate</a></li><li><a href='#mill'>The mill</a></li></ul>",
                 ["The gate", "The mill"], id="a table of contents"),
    pytest.param("<div id='sharing-the-water'><h3>Sharing the water</h3><h4>By day</h4><pre>06-18 mill</pre></div>",
                 ["Sharing the water", "By day", "06-18 mill"], id="a section named by its heading"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "words"), OWN)
def test_links_of_the_text_are_read(inside: str, words: list[str]) -> None:
    read = text_of(inside)
    assert [each for each in words if each not in read] == []


OTHERS = [
    pytest.param("<h3>More stories</h3><ul><li><a href='/a'>Fire at Vesk</a></li></ul>", id="more stories"),
    pytest.param("<h2>Latest news</h2><ul><li><a href='/a'>Fire at Vesk</a></li></ul>", id="latest news"),
    pytest.param("<ul><li><a href='/a'>Fire at Vesk</a></li><li><a href='/b'>A fair</a></li></ul>", id="bare links"),
    pytest.param("<div id='sharing'><h3>Tell others</h3><p>Fire at Vesk</p></div>", id="a box for sharing"),
]  # fmt: skip


@pytest.mark.parametrize("inside", OTHERS)
def test_links_to_other_stories_are_not(inside: str) -> None:
    assert "Fire at Vesk" not in text_of(inside)
