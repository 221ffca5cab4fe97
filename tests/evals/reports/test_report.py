"""The reports hold all that failed, need nothing else, and let no text out of its place."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from errors import GoldError
from evals.reports import html as report_html
from evals.reports import markdown as report_markdown
from evals.reports import report
from tests.evals.reports.invented_run import HARBOUR, WORDS, comparison, results
from tests.evals.reports.test_charts import contrast

EVIL = (
    '</script></style></title><script>alert(1)</script><img src=x onerror="alert(1)">'
    "'\"&amp;`\n```\n~~~\n# [x](http://e) | @a"
)
TAGS = set(
    """html head meta title style body main header section h1 h2 h3 h4 p a b i small code span div dl dt dd figure
    picture source img figcaption details summary table caption thead tbody tr th td ul ol li blockquote
    footer""".split()
)


class Page(HTMLParser):
    """Collects the elements with their attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "img", "source"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def hostile(value: dict[str, Any], evil: str = EVIL) -> dict[str, Any]:
    """Return the results with the text added to every text that is not the program's own."""
    return {**_hostile(value, evil), "run": {**_hostile(value["run"], evil), "name": evil, "settings": {evil: evil}}}


def _hostile(value: Any, evil: str) -> Any:
    if isinstance(value, dict):
        own = {"name", "group", "better", "status"}
        return {key: each if key in own else _hostile(each, evil) for key, each in value.items()}
    if isinstance(value, list):
        return [_hostile(each, evil) for each in value]
    return f"{value}{evil}" if isinstance(value, str) and value else value


def whole() -> dict[str, Any]:
    return {**results(), "compare": comparison()}


def test_both_reports_are_written_into_a_new_folder(tmp_path: Path) -> None:
    report.write(whole(), tmp_path / "new" / "run")
    assert sorted(each.name for each in (tmp_path / "new" / "run").iterdir()) == ["report.html", "report.md"]


def test_a_folder_that_cannot_be_written_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GoldError, match="cannot be written"):
        report.write(results(), tmp_path / "file")


def test_the_page_shows_every_failing_question_and_no_other() -> None:
    page = Page(report_html.page(whole()))
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("class") == "inside"]
    assert ids == ["2-refused", "3-broken"]
    assert {"#2-refused", "#3-broken"} <= {attributes["href"] for attributes in page.of("a")}
    for words in (WORDS, "refused, though the documents answer it", "ValueError: no such bridge", HARBOUR, "abc123"):
        assert words in page.text
    assert "How many jobs will the harbour bring?" in page.text


def test_links_to_questions_lead_to_questions_of_the_page() -> None:
    page = Page(report_html.page(whole()))
    ids = {f"#{attributes['id']}" for _, attributes in page.elements if "id" in attributes}
    assert all(attributes["href"] in ids for attributes in page.of("a"))


def test_figures_have_both_schemes_and_their_numbers_in_words() -> None:
    page = Page(report_html.page(whole()))
    assert len(page.of("picture")) == len(page.of("source")) == len(page.of("img")) == 5
    assert all(attributes["media"] == "(prefers-color-scheme: dark)" for attributes in page.of("source"))
    assert all(len(attributes["alt"] or "") > 40 for attributes in page.of("img"))


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    page = Page(report_html.page(hostile(whole())))
    assert {name for name, _ in page.elements} <= TAGS
    for _, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        for name in ("src", "srcset"):
            assert (attributes.get(name) or "data:image/svg+xml;base64,").startswith("data:image/svg+xml;base64,")
        assert (attributes.get("href") or "#").startswith("#")
    assert page.open == []
    policies = [attributes["content"] for attributes in page.of("meta") if attributes.get("http-equiv")]
    assert policies == [report_html.POLICY]


def test_hostile_text_is_shown_as_it_is() -> None:
    page = Page(report_html.page(hostile(whole())))
    shown = f"{WORDS}{EVIL}"
    assert page.text.count(shown) >= 3
    assert f"{HARBOUR}{EVIL}" in page.text


def test_a_run_with_nothing_to_show_has_a_report() -> None:
    bare: dict[str, Any] = {"run": {}, "metrics": [], "questions": []}
    assert "every question was answered correctly" in report_html.page(bare)
    assert "0 of 0" in report_markdown.page(bare)


@pytest.mark.parametrize(("scheme", "place"), [("light", 0), ("dark", 1)])
def test_text_can_be_seen_on_its_ground(scheme: str, place: int) -> None:
    blocks = re.findall(r":root \{(.*?)\}", report_html.STYLE.read_text(encoding="utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", blocks[place]))
    for ground in ("ground", "card"):
        for ink in ("text", "quiet", "accent", "good", "bad"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (scheme, ink, ground)
        assert contrast(colours["mark"], colours[ground]) >= 3


def tokens(text: str) -> list[Any]:
    flat = []
    for each in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        flat += [each, *(each.children or ())]
    return flat


def test_nothing_leaves_its_fence_or_span_in_markdown() -> None:
    plain, evil = (tokens(report_markdown.page(run)) for run in (whole(), hostile(whole())))
    kinds = {each.type for each in evil}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_block", "blockquote_open"}
    # The hostile text changes what is in the blocks, never which blocks there are.
    blocks = [[each.type for each in marks if each.block] for marks in (plain, evil)]
    assert blocks[0] == blocks[1]
    assert f"{WORDS}{EVIL}\n" in [each.content for each in evil if each.type == "fence"]


@given(st.text(alphabet=st.sampled_from("`~|\\ \n\tab<>[]#*_-\x1b\u2028"), max_size=40))
def test_any_text_stays_in_its_span(text: str) -> None:
    line = report_markdown.code(text)
    assert "\n" not in line
    rows = tokens(f"| a | b |\n| --- | --- |\n| {line} | end |\n")
    cells = [each for each in rows if each.type == "inline"][2:]
    assert [each.content for each in cells][1:] == ["end"]
    assert {each.type for each in cells[0].children} <= {"code_inline", "text"}
    if line != "–":
        assert [each.type for each in cells[0].children] == ["code_inline"]


@given(st.text(alphabet=st.sampled_from("`~\\ \nab<>#"), max_size=60))
def test_any_text_stays_in_its_fence(text: str) -> None:
    (found,) = tokens(report_markdown.fence(text))
    assert found.type == "fence"
    assert found.content.strip("\n") == text.strip("\n")


def test_a_terminal_is_not_commanded() -> None:
    for page in (report_markdown.page, report_html.page):
        assert "\x1b" not in page(json.loads(json.dumps(hostile(whole(), "\x1b]0;owned\x07\x9b31m"))))
