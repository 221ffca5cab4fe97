"""HTML: what a page says, when, and whose words its marked quotations are."""

from __future__ import annotations

import pytest
from lxml import html

from index.readers.parsed import Parsed
from index.readers.web.blocks import blocks
from index.readers.web.html import read
from index.readers.web.main_text import main_blocks

LONG = (
    "The town of Velmark has argued about its old theatre for years, and on Friday the council heard both camps in a "
    "long and heated sitting."
)


def page(body: str, head: str = "") -> bytes:
    return f'<!doctype html><html lang="en"><head><title>Row</title>{head}</head><body>{body}</body></html>'.encode()


def article(body: str, head: str = "") -> Parsed:
    (found,) = read(page(f"<article><p>{LONG}</p>{body}</article>", head))
    return found


BODIES = {
    "a note mark after a figure": ("<p>It cost 41 million<sup>3</sup> crowns.</p>", "It cost 41 million crowns."),
    "a linked note mark": ('<p>In 1990<sup><a href="#n">2</a></sup> it shut.</p>', "In 1990 it shut."),
    "a note mark in brackets": ('<p>It shut.<sup class="reference">[4]</sup> So.</p>', "It shut. So."),
    "a note mark after a word": ("<p>The council<sup>12</sup> met.</p>", "The council met."),
    "an area": ("<p>A hall of 50 m<sup>2</sup> stands.</p>", "A hall of 50 m² stands."),
    "an exponent": ("<p>Some 10<sup>6</sup> crowns.</p>", "Some 10⁶ crowns."),
    "an ordinal": ("<p>On the 1<sup>st</sup> of May.</p>", "On the 1st of May."),
    "struck out and put in": ("<p>We will <del>not</del> <ins>surely</ins> close.</p>", "We will surely close."),
    "hidden words": ('<p>It is <span style="display: none">not</span> shut.<b hidden>x</b></p>', "It is shut."),
    "a table": (
        "<table><tr><th>Berth</th><th>Fee</th></tr><tr><td>South</td><td>5<sup>1</sup></td></tr></table>",
        "Berth | Fee\nSouth | 5",
    ),
    "lists": ("<ul><li>One</li><li>Two <b>b</b>old</li></ul><ol><li>Three</li></ol>", "- One\n- Two bold\n\n1. Three"),
    "line ends": ("<p>One<br>two<br/>three</p>", "One\ntwo\nthree"),
    "a caption": ("<figure><img src=x><figcaption>The old theatre.</figcaption></figure>", "The old theatre."),
    "quotation marks of an element": ("<p>He said <q>never</q>.</p>", "He said “never”."),
    "parts of a word": ("<p>Sl<b>ui</b>ce, Donau&shy;dampf, a<wbr>b</p>", "Sluice, Donaudampf, ab"),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES.keys())
def test_what_a_reader_sees(body: str, text: str) -> None:
    assert article(body).text == f"{LONG}\n\n{text}\n"


def test_what_is_beside_the_text_is_not_in_it() -> None:
    beside = '<nav><a href="/">Home</a></nav><aside><p>Read this other story about the ferry today.</p></aside>'
    (found,) = read(
        page(f'{beside}<main><h1>Row</h1><p>{LONG}</p><div class="share">Share</div></main><footer>Imprint</footer>')
    )
    assert found.text == f"Row\n\n{LONG}\n"


def test_what_is_left_out_is_counted() -> None:
    found = article("<p>It<sup>1</sup> is <s>not</s> so.<img src=x></p>")
    assert found.omitted == (("picture", 1), ("note mark", 1), ("struck-out passage", 1))


QUOTED = {
    "cite": ("<blockquote><p>No sale.</p><cite>Councillor Ove Strandberg</cite></blockquote>",
             "Councillor Ove Strandberg"),
    "footer": ("<blockquote><p>No sale.</p><footer>— <cite>Ove Strandberg</cite>, councillor</footer></blockquote>",
               "Ove Strandberg"),
    "figure": ("<figure><blockquote>No sale.</blockquote><figcaption>Ove Strandberg, councillor</figcaption></figure>",
               "Ove Strandberg"),
    "dash": ("<blockquote><p>No sale.</p><p>– Ove Strandberg</p></blockquote>", "Ove Strandberg"),
    "class": ('<blockquote><p>No sale.</p><p class="attribution">Ove Strandberg</p></blockquote>', "Ove Strandberg"),
    "cite below": ("<blockquote><p>No sale.</p></blockquote><p><cite>Ove Strandberg</cite></p>", "Ove Strandberg"),
    "a book": ("<blockquote><p>No sale.</p><cite>The Long Way Down</cite></blockquote>", None),
    "nobody": ("<blockquote><p>No sale.</p></blockquote>", None),
    "an address": ("<blockquote><p>No sale.</p><cite>https://example.org/1</cite></blockquote>", None),
}  # fmt: skip


@pytest.mark.parametrize(("body", "speaker"), QUOTED.values(), ids=QUOTED.keys())
def test_who_is_quoted(body: str, speaker: str | None) -> None:
    found = article(body)
    turns = [(found.text[start:end], name) for start, end, name, _ in found.turns]
    assert turns == ([("No sale.", speaker)] if speaker else [])


MODIFIED = '<meta property="article:modified_time" content="2026-05-30T08:00:00Z">'
DAYS = {
    "meta": (f'{MODIFIED}<meta property="article:published_time" content="2026-05-29T22:00:00Z">', "2026-05-29"),
    "linked data": (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "dateModified": "2026-06-02", '
        '"datePublished": "2026-06-01T10:00:00+02:00"}]}</script>',
        "2026-06-01",
    ),
    "named by itemprop": (f'{MODIFIED}<meta itemprop="datePublished" content="2026-05-28">', "2026-05-28"),
    "Dublin Core": ('<meta name="DC.date.modified" content="2026-07-01">'
                    '<meta name="DC.date.issued" content="2026-05-27">',
                    "2026-05-27"),
    "in words": ('<meta name="pubdate" content="27 May 2026">', "2026-05-27"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "day"), DAYS.values(), ids=DAYS.keys())
def test_the_published_day(head: str, day: str) -> None:
    assert article("", head).about["published"][0] == day


POST = "<p>Police chief Una Raske said: “The bridge {} tonight, and everybody can take note of that.”</p>"
LIVE = {
    "posts in divisions": '<div class="post"><time datetime="2026-01-10T09:15Z">09:15</time>{}</div>'
    '<div class="post"><time datetime="2026-01-09T21:40Z">21:40</time>{}</div>',
    "articles with their time in a header": '<article><header><h3>Bridge</h3><time datetime="2026-01-10">now</time>'
    '</header>{}</article><article><header><h3>Ferry</h3><time datetime="2026-01-09">then</time></header>{}</article>',
    "items with a written day": '<ul><li><span class="date">10 January 2026</span>{}</li>'
    '<li><span class="date">9 January 2026</span>{}</li></ul>',
}


@pytest.mark.parametrize("body", LIVE.values(), ids=LIVE.keys())
def test_each_post_has_its_day(body: str) -> None:
    printed = body.format(POST.format("is shut"), POST.format("stays open"))
    found = read(page(f"<main><h1>Storm Edda</h1>{printed}</main>"))
    posts = [each for each in found if each.key]
    assert [each.about["published"][0] for each in posts] == ["2026-01-10", "2026-01-09"]
    assert ["is shut" in each.text for each in posts] == [True, False]
    assert ["stays open" in each.text for each in posts] == [False, True]


@pytest.mark.parametrize(
    "body",
    [
        f'<article><time datetime="2026-01-09">9 January</time><p>{LONG}</p><p>{LONG}</p></article>',
        f'<article><p>Published <time datetime="2026-01-09">9</time>, updated <time datetime="2026-01-10">10</time></p>'
        f"<p>{LONG}</p></article>",
        f'<article><p>{LONG} {LONG}</p></article><aside><ul><li><time datetime="2026-01-01">1</time> Another story'
        '</li><li><time datetime="2026-01-02">2</time> One more story</li></ul></aside>',
    ],
    ids=["one time", "published and updated", "other stories beside"],
)
def test_a_page_of_one_text_is_one_document(body: str) -> None:
    assert [each.key for each in read(page(body))] == [None]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("named", [True, False])
def test_its_encoding(encoding: str, named: bool) -> None:
    head = f'<meta charset="{"iso-8859-1" if encoding == "cp1252" else encoding[:5]}">' if named else ""
    words = "Der Bürgermeister eröffnete – „endlich“ – den Hafen für große Schiffe und für die Fähre nach Süden."
    (found,) = read(page(f"<article><p>{words}</p></article>", head).decode().encode(encoding))
    assert found.text == f"{words}\n"


LINKED = {
    "an item below one with words": (
        "<ul><li>Closed this week<ul><li><a href='/1'>Case 14, the broken south lamp</a></li></ul></li></ul>",
        "Case 14, the broken south lamp",
    ),
    "an item below a bold one": (
        "<ul><li><b>Berths</b><ul><li><a href='/2'>Berth nine is wide enough for two</a></li></ul></li></ul>",
        "Berth nine is wide enough",
    ),
    "an item below a paragraph": (
        "<ol><li><p>What the clerk noted:</p><ul><li><a href='/3'>The gate had no key at all</a></li></ul></li></ol>",
        "The gate had no key",
    ),
    "a credit in parentheses": ("<p>(<a href='/a'><em>Drawing: Mira Quill</em></a>)</p>", "(Drawing: Mira Quill)"),
    "an aside in parentheses": ("<p>(<a href='/b'>see the map of 1911</a>)</p>", "(see the map of 1911)"),
    "a credit that is all link": ("<p><a href='/c'>(Photo by Ott Tell)</a></p>", "(Photo by Ott Tell)"),
    "a written address": (
        "<ul><li><a href='https://velmark.test/plan'>https://velmark.test/plan</a></li></ul>",
        "test/plan",
    ),
    "an address in a list of numbers": (
        "<ol><li><a href='#'>http://velmark.test/a-b</a></li></ol>",
        "velmark.test/a-b",
    ),
    "an address in a paragraph": (
        "<p><a href='https://velmark.test/x'>https://velmark.test/x</a></p>",
        "velmark.test/x",
    ),
}


@pytest.mark.parametrize(("body", "text"), LINKED.values(), ids=LINKED.keys())
def test_a_link_that_is_a_part_of_the_text_is_kept(body: str, text: str) -> None:
    assert text in article(f"{body}<p>{LONG.replace('Friday', 'Monday')}</p>").text


TEASERS = {
    "a list": "<ul><li><a href='/1'>Five ways to mend a broken lamp</a></li><li><a href='/2'>More</a></li></ul>",
    "a numbered list": "<ol><li><a href='/1'>Five ways to mend a broken lamp</a></li></ol>",
    "a list below a link": (
        "<ul><li><a href='/0'>More</a><ul><li><a href='/1'>Five ways to mend a broken lamp</a></li></ul></ul>"
    ),
}


@pytest.mark.parametrize("body", TEASERS.values(), ids=TEASERS.keys())
def test_a_teaser_between_paragraphs_is_not_kept(body: str) -> None:
    assert "broken lamp" not in article(f"{body}<p>{LONG.replace('Friday', 'Monday')}</p>").text


BODY = "".join(f"<p>{LONG.replace('Friday', day)}</p>" for day in ("Monday", "Tuesday", "Thursday", "Sunday"))
LEADS = {
    "a summary above the body": "<div class='article'><h1>Row</h1><div>{}</div><div class='body'>{}</div></div>",
    "a heading under the headline": "<article><header><h1>Row</h1><h2>{}</h2></header><section>{}</section></article>",
    "the caption of the first picture": (
        "<div id='article-body'><div><img src=x><span>{}</span></div><article>{}</article></div>"
    ),
}


def main_text(body: str, kept: str) -> list[str]:
    """Return the blocks of the main text, where no more than `kept` is taken for it."""
    tree = html.document_fromstring(page(body).decode())
    return [each.text for each in main_blocks(blocks(tree).all, kept)]


@pytest.mark.parametrize("layout", LEADS.values(), ids=LEADS.keys())
def test_what_leads_into_an_article_is_kept(layout: str) -> None:
    lead = "Nobody in the town may cross the bridge after ten."
    menu = "<div class='menu'><p>Choose one of our many sections here.</p></div>"
    found = main_text(f"{menu}{layout.format(lead, BODY)}<p>All rights are reserved by the owners.</p>", BODY)
    assert lead in found
    assert not {"Choose one of our many sections here.", "All rights are reserved by the owners."} & {*found}


def card(number: int, heading: str = "h2") -> str:
    return (
        f"<article><{heading}>Story {number}</{heading}><p>Part {number} of the long tale of the theatre.</p></article>"
    )


FRONTS = {
    "a list": "<main><ol>{}</ol></main>".format("".join(f"<li>{card(each)}</li>" for each in range(1, 6))),
    "a grid": "<main><div>{}</div></main>".format("".join(card(each) for each in range(1, 6))),
    "sections": "<main><section>{}</section><section>{}</section></main>".format(
        "".join(card(each) for each in range(1, 4)), "".join(card(each) for each in range(4, 6))
    ),
}


@pytest.mark.parametrize("body", FRONTS.values(), ids=FRONTS.keys())
def test_each_story_of_a_front_page_is_kept(body: str) -> None:
    stories = [f"Part {each} of the long tale of the theatre." for each in range(1, 6)]
    found = main_text(body, stories[0])
    assert [each for each in stories if each in found] == stories


@pytest.mark.parametrize(
    "heading", ["<h1>Row</h1>", "<header><h1>Row</h1></header>", "<div><div><h1>Row</h1></div></div>"]
)
def test_the_stories_beside_a_short_article_are_not_its_own(heading: str) -> None:
    others = "".join(card(each) for each in range(2, 7))
    body = f"<main><article>{heading}<p>{LONG}</p></article>{others}</main>"
    assert main_text(body, LONG) == ["Row", LONG]
