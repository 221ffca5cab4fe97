from __future__ import annotations

import re
from dataclasses import replace

import pytest

from index.records import StatementKind
from rag.check.cite import MORE
from rag.records import Answer, Check, Citation, Scope, Segment
from ui.answer.cards import answer_html, checked_html, fact_html
from ui.answer.copied import as_markdown, as_text
from ui.answer.sources import SHOWN, _height, sources_html


def cited(n: int, doc: str = "harbour.txt", check: Check = "verified", speaker: str = "Ilse Varn") -> Citation:
    words = f"The quay number {n} is open."
    return Citation(
        n, doc, f"Minutes {doc}", "2031-05-02", None, None, 4, 0, 9, words, speaker, None, "2031-05-02", check
    )


def quoted(citation: Citation) -> list[Segment]:
    return [Segment("\n\n“"), Segment(citation.text, citation), Segment(f"” [{citation.n}]")]


def test_the_first_line_is_set_apart_from_the_words_below() -> None:
    segments = [Segment("Two statements are shown."), Segment("\n\nIlse Varn said (2 May 2031):"), *quoted(cited(1))]
    html = answer_html(segments, [cited(1)], "0")
    assert '<p class="otr-opening">Two statements are shown.</p><figure' in html
    assert re.search(r'<div class="otr-lead"><a class="otr-person"[^>]*>Ilse Varn</a> said \(2 May 2031\)</div>', html)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "Nothing that Dr. Ilse Varn said was found. Searched 4 documents.",
            "Nothing that Dr. Ilse Varn said was found.",
        ),
        ("No change was found in 2 sentences. Side by side: 2 May [1].", "No change was found in 2 sentences."),
        ("Die Wörter wurden nicht gefunden. Durchsucht: 4 Dokumente.", "Die Wörter wurden nicht gefunden."),
        ("Varn speaks of the quay. [1] [2] Searched 4 documents.", "Varn speaks of the quay. [1] [2]"),
    ],
)
def test_only_the_answer_is_set_in_bold_not_how_it_was_found(line: str, answer: str) -> None:
    html = answer_html([Segment(line)])
    assert html.startswith(f'<div class="otr otr-answer"><p class="otr-opening">{answer} <span class="otr-scope">')


@pytest.mark.parametrize(
    "line",
    [
        "Both speak of it: Ilse Varn, “The quay must close.” [1]; Odo Tell, “It stays.” [2].",
        "“Is it open?” she asked, and nobody knew.",
        "Varn, “It closes.”, and Tell, “It stays.”",
    ],
)
def test_a_quoted_sentence_does_not_end_the_answer_that_goes_on_behind_it(line: str) -> None:
    assert answer_html([Segment(line)]) == f'<div class="otr otr-answer"><p class="otr-opening">{line}</p></div>'


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("direct", "The ferry stays.", "“The ferry stays.”"),
        ("turn", "No.", "“No.”"),
        ("turn", "“No,” you said?", "“No,” you said?"),
        ("reported", "Varn said that it stays.", "Varn said that it stays."),
        (None, "The ferry was late.", "The ferry was late."),
    ],
)
def test_only_what_is_quoted_stands_in_quotation_marks(kind: StatementKind | None, text: str, shown: str) -> None:
    assert f'<span class="quoted">{shown}</span>' in fact_html(
        "First words", replace(cited(1), text=text, statement=kind), "0"
    )


def test_a_point_of_a_summary_is_a_card_without_its_bullet() -> None:
    one, two = cited(1), cited(2)
    segments = [Segment("The main points, in its own words:")]
    for each in (one, two):
        segments += [Segment("\n\n• "), Segment("“"), Segment(each.text, each), Segment(f"” [{each.n}]")]
    html = answer_html(segments, [one, two], "0")
    assert html.count("<figure") == 2
    assert "•" not in html
    assert "otr-lead" not in html


def test_a_speaker_leads_to_what_is_known_of_the_person() -> None:
    evil = cited(1, speaker="<b>Ilse</b> & Varn")
    html = fact_html("First words", evil, "0")
    assert "<b>Ilse" not in html
    assert 'data-person="&lt;b&gt;Ilse&lt;/b&gt; &amp; Varn"' in html
    assert 'href="/person?name=%3Cb%3EIlse%3C%2Fb%3E+%26+Varn"' in html
    assert "data-person" not in fact_html("The clerk asked", cited(1, speaker=""), "0")


def test_a_card_says_what_its_line_does_not_say() -> None:
    segments = [Segment("Ilse Varn said (2 May 2031):"), *quoted(cited(1)), *quoted(cited(2))]
    first, second = re.findall(r"<figcaption.*?</figcaption>", answer_html(segments))
    assert "Ilse Varn" not in first
    assert "Ilse Varn</a> · 2 May 2031 · Minutes harbour.txt · page 4" in second
    assert "checked" not in second


def test_what_is_known_of_all_words_is_not_said_of_each() -> None:
    assert "Ilse Varn" in fact_html("First words", cited(1), "0")
    about = re.findall(r"<figcaption.*?</figcaption>", fact_html("First words", cited(1), "0", known="Ilse Varn"))
    topics = answer_html(quoted(cited(2)), [cited(2)], "0", known="Ilse Varn")
    about += re.findall(r"<figcaption.*?</figcaption>", topics)
    for each in about:
        said = re.sub(r"<span class=.otr-tip.*?</span>", "", each)
        assert "Ilse Varn" not in said
        assert "2 May 2031 · Minutes harbour.txt" in said


def test_a_name_from_right_to_left_does_not_tear_the_day_beside_it() -> None:
    arabic = replace(cited(1, speaker="ליאה ברנט"), title="بيان عن الميناء")
    for html in (sources_html([arabic], "0"), fact_html("First words", arabic, "0")):
        assert "<bdi>بيان عن الميناء</bdi>" in html
        assert "<bdi>ליאה ברנט</bdi> · 2 May 2031" in html
    assert "<bdi>" not in sources_html([cited(1)], "0")


def test_a_row_of_the_table_is_as_high_as_its_longest_words() -> None:
    short, long = cited(1), replace(cited(2), text="The quay is open. " * 20)
    assert _height([short]) < _height([short, replace(short, text="The quay is open. " * 3)]) < _height([short, long])
    assert _height([long]) == _height([replace(long, text=long.text * 9)])


def test_that_the_words_were_checked_is_said_once_for_the_answer() -> None:
    assert "✓ Words checked against the document" in checked_html([cited(1)])
    assert "✓ All words checked against the document<" in checked_html([cited(1), cited(2)])
    assert "✓ All words checked against the documents<" in checked_html([cited(1), cited(2, "quay.txt")])
    assert "✓ 1 of 2 words checked" not in checked_html([cited(1), cited(2, check="altered")])
    assert "✓ 1 of 2 citations: words checked" in checked_html([cited(1), cited(2, check="altered")])
    assert checked_html([]) == checked_html([cited(1, check="altered")]) == ""


def test_words_that_are_not_the_documents_say_so_in_their_card() -> None:
    altered = cited(1, check="altered")
    html = answer_html(quoted(altered))
    assert "the words differ from the document" in html
    assert "✓" not in html


def test_words_within_a_sentence_stay_in_it() -> None:
    one = cited(1)
    for segments in (
        [Segment("She called it “"), Segment(one.text, one), Segment("” [1], and left.")],
        [Segment("• “"), Segment(one.text, one), Segment("” (2 May 2031) [1]")],
    ):
        html = answer_html(segments, [one], "0")
        assert "<figure" not in html
        assert f'<span class="quoted">{one.text}</span>' in html


def test_no_word_of_an_answer_is_lost_in_its_cards() -> None:
    first, second, third = cited(1), cited(2), cited(3)
    segments = [
        Segment("Both speak of it. [1]"),
        Segment("\n\n**Varn**"),
        Segment("\n\nIlse Varn said:"),
        *quoted(first),
        *quoted(second),
        Segment(f"\n\n{MORE}"),
        Segment("\n\nIlse Varn, as reported by Tor Hale:"),
        *quoted(third),
        Segment("\n\nThe same words as [1] stand in Minutes [3]."),
    ]
    html = answer_html(segments, [first, second, third], "0")
    text = re.sub(r'<span class="otr-tip".*?</span>|<figcaption.*?</figcaption>', "", html)
    seen = re.sub(r"<[^>]+>", " ", text)
    said = "".join(each.text for each in segments).replace(f"{MORE}", "1 more").replace("**", "")
    words = [word for word in re.findall(r"\w+", re.sub(r"” \[\d\]", "", said))]
    assert re.findall(r"\w+", seen) == words
    assert html.count("<figure") == 3


def test_an_answer_that_still_streams_looks_as_it_will() -> None:
    segments = [Segment("Two are shown."), Segment("\n\nIlse Varn said:"), *quoted(cited(1))]
    whole = answer_html(segments)
    assert whole.replace("[1]", "").startswith(answer_html(segments[:2]).removesuffix("</div>")[:40])
    assert "<figure" in answer_html(segments[:4])


def test_sources_are_a_row_for_each_document_and_a_few_are_shown() -> None:
    citations = [cited(n, f"d{(n - 1) % 7}.txt") for n in range(1, 11)]
    html = sources_html(citations, "0")
    assert html.count("<li>") == 7
    shown, folded = html.split("<details")
    assert shown.count("<li>") == SHOWN
    assert "2 more documents" in folded
    assert re.search(r"\[1\].*\[8\].*Minutes d0\.txt · 2 May 2031 · page 4</span>", shown.split("</li>")[0])
    # The answer says of all its words at once that they were checked.
    assert "checked" not in html


def test_sources_tell_of_each_check_that_failed() -> None:
    html = sources_html([cited(1), cited(2, check="other_speaker")], "0")
    assert "1 somebody else’s words" in html


def test_an_answer_is_copied_as_text_and_as_markdown_that_shows_the_words() -> None:
    one = Citation(
        1, "a", "Minutes", None, None, None, None, 0, 9, "a *b* <i>c</i> [d]", "Ilse Varn", None, None, "verified"
    )
    answer = _answer([Segment("**Varn**"), *quoted(one)], one)
    assert "[1] Ilse Varn · Minutes" in as_text(answer)
    markdown = as_markdown(answer)
    assert markdown.startswith("## What of \\*it\\*?\n\n**Varn**\n\n“a \\*b\\* \\<i\\>c\\</i\\> \\[d\\]” \\[1\\]")
    assert markdown.endswith("- \\[1\\] Ilse Varn · Minutes\n")


def test_what_the_check_found_is_copied_with_the_sources() -> None:
    answer = _answer([Segment("Words")], cited(1), cited(2, check="other_speaker"))
    warning = " · WARNING: somebody else’s words"
    assert [each.endswith(warning) for each in as_text(answer).splitlines() if each[:1] == "["] == [False, True]
    assert as_markdown(answer).count(warning) == 1


def _answer(segments: list[Segment], *citations: Citation) -> Answer:
    scope = Scope(1, 1, None, None)
    asked = "What of *it*?"
    return Answer(
        None, asked, asked, "answered", "fact", tuple(segments), citations, (), (), scope, "extractive", "v", 1.0
    )
