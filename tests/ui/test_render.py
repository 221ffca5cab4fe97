from __future__ import annotations

import re
import tomllib

from index.records import Document
from rag.records import Citation, Segment
from settings import ROOT
from tests.evals.reports.test_charts import contrast
from ui import render
from ui.answer.cards import answer_html
from ui.answer.sources import nearest_html, sources_html

EVIL = '<script>alert(1)</script><img src=x onerror="alert(1)"> $x^2$ :red[no] [9]'


PALETTE = r"--otr-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)"


def citation(n: int = 1, text: str = EVIL) -> Citation:
    return Citation(n, "a&b.txt", EVIL, "2031-01-01", None, None, 4, 0, 9, text, EVIL, None, "2031-01-01", "verified")


def test_words_of_documents_are_escaped_everywhere() -> None:
    cited = citation()
    segments = [Segment(f"{EVIL} said: “"), Segment(EVIL, cited), Segment("” [1]")]
    document = Document(EVIL, "p", EVIL, None, EVIL, None, None, EVIL * 3, "0")
    for html in (
        answer_html(segments, [cited], "0"),
        sources_html([cited], "0"),
        nearest_html([cited], "0"),
        render.document_html(document, 3, 9, render.heading_html(document.title, [EVIL])),
        render.status_html(EVIL),
    ):
        assert "<script" not in html
        assert "<img" not in html


def test_only_the_programs_markers_become_links() -> None:
    cited = citation()
    html = answer_html([Segment("“"), Segment("as in [1] and [2]", cited), Segment("” [1] [7]")], [cited])
    assert html.count('<a class="otr-marker"') == 1
    assert "doc=a%26b.txt&amp;start=0&amp;end=9" in html


def test_the_words_that_answer_are_set_off_and_escaped() -> None:
    html = answer_html([Segment("in <1954> it was", citation(), (4, 8))], [citation()])
    assert '<span class="quoted">in &lt;<strong>1954</strong>&gt; it was</span>' in html


def test_the_mark_has_exactly_the_cited_words() -> None:
    document = Document("a.txt", "p", "A", None, None, None, None, "One & two. Three <four>. Five.", "0")
    html = render.document_html(document, 11, 24)
    assert '<mark id="citation" tabindex="-1" aria-label="Cited words">Three &lt;four&gt;.</mark>' in html
    assert "One &amp; two. <mark" in html


def test_a_long_document_is_shown_as_a_window_around_the_words() -> None:
    text = "a" * 150_000 + "CITED" + "b" * 150_000
    document = Document("a.txt", "p", "A", None, None, None, None, text, "0")
    html = render.document_html(document, 150_000, 150_005)
    assert ">CITED</mark>" in html
    assert len(html) < render.WINDOW_CHARACTERS + 1_000


def test_coloured_text_can_be_seen_on_its_ground() -> None:
    style = render.STYLE.read_text(encoding="utf-8")
    colours = {name: (light, dark) for name, light, dark in re.findall(PALETTE, style)}
    assert {"ink", "quiet", "link", "good", "bad"} <= set(colours)
    for name in ("ink", "quiet", "link", "good", "bad"):
        for ground in ("ground", "raised"):
            assert all(contrast(*pair) >= 4.5 for pair in zip(colours[name], colours[ground], strict=True))


def test_no_text_has_a_colour_of_its_own_beside_the_palette() -> None:
    style = re.sub(PALETTE, "", render.STYLE.read_text(encoding="utf-8"))
    assert re.findall(r"[{; ]color: light-dark", style) == []


def test_the_theme_and_the_style_have_one_palette() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    colours = {name: pair for name, *pair in re.findall(PALETTE, render.STYLE.read_text(encoding="utf-8"))}
    for at, scheme in enumerate(("light", "dark")):
        for setting, name in (
            ("backgroundColor", "ground"),
            ("textColor", "ink"),
            ("linkColor", "link"),
            ("borderColor", "line"),
        ):
            assert theme[scheme][setting] == colours[name][at]


def test_literal_leaves_nothing_for_markdown() -> None:
    assert render.literal("a*b :red[c]") == r"a\*b \:red\[c\]"


def test_what_comes_after_the_first_quotations_is_folded() -> None:
    segments = [
        Segment("Yes [1].\n\n"),
        Segment("\n\nMore:"),
        Segment("\n\nB"),
        Segment("**Second**"),
        Segment("\n\nC"),
    ]
    html = answer_html(segments)
    assert html.count("<details") == html.count("</details>") == 1
    assert html.index("</details>") < html.index("<strong>Second</strong>")


def test_what_is_folded_ends_with_the_answer() -> None:
    html = answer_html([Segment("A"), Segment("\n\nMore:"), Segment("\n\nB")])
    assert html.endswith("B</div></details></div>")
