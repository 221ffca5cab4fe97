"""Links and headings between the paragraphs of a page: nobody's words, and no speaker of what stands below."""

from __future__ import annotations

import pytest

from tests.index.analysed import over, statements

LINKS = [
    "LATEST FROM VESK:Brandt tells envoy that the harbour talks are over",
    "More:Brandt says the port needs 'a wholly new crew' to meet its goals",
    "November:Port director says the ferry is a threat, and he's 'very concerned'",
    "Read more: Brandt says that the harbour talks are over",
    "RELATED: Tomas Brandt said that the harbour talks are over.",
    "Watch: Brandt tells envoy “the talks are over”",
    "**READ NEXT:** Brandt says the talks are over",
    "You may also like: Brandt says the talks are over",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_nobodys_words(link: str) -> None:
    text = f"The quay is shut, Ana Ruiz said.\n\n{link}\n\nIt will be open in May, Ruiz said."
    start = text.index(link)
    assert [each for each in statements(text) if start <= each.start < start + len(link)] == []


@pytest.mark.parametrize("link", LINKS)
def test_a_link_names_no_speaker(link: str) -> None:
    text = f"The quay is old.\n\n{link}\n\n“Nobody paid for it.”\n\nThe gate is shut."
    assert [each.speaker for each in over(text, "Nobody paid")] in ([], [None])


def test_a_link_within_a_paragraph_is_left_out() -> None:
    text = "The quay is shut, Ana Ruiz said. Read more: Brandt says that the talks are over. She left, Ruiz said."
    assert {each.speaker for each in statements(text)} == {"Ana Ruiz"}


@pytest.mark.parametrize(
    "text",
    [
        "VESK: Mayor Ana Ruiz said on Monday that the quay would be shut until May.",
        "More than half of them said that the quay would be shut.",
        "Read the plan, Ana Ruiz said, and the quay will be open.",
        "Related plans for the quay were late, Ana Ruiz said.",
        "Ana Ruiz:“The quay is shut until May.”",
    ],
    ids=["a dateline", "more than", "read the plan", "related plans", "a name without a space behind the colon"],
)
def test_what_only_looks_like_a_link_is_said(text: str) -> None:
    assert statements(text)


HEADINGS = [
    pytest.param("'Everyone ran up the hill'", "Everyone ran up the hill", id="single marks"),
    pytest.param("“Everyone ran up the hill”", "Everyone ran up the hill", id="double marks"),
    pytest.param("## “They all ran”", "They all ran", id="Markdown"),
]


@pytest.mark.parametrize(("heading", "words"), HEADINGS)
def test_a_heading_in_marks_is_not_the_paragraphs_befores(heading: str, words: str) -> None:
    text = f"Ana Ruiz said: “The quay is shut.”\n\n{heading}\n\nThe boats of the quay were lost in the night."
    assert [each.speaker for each in over(text, words)] in ([], [None])


@pytest.mark.parametrize(("heading", "words"), HEADINGS)
def test_a_heading_that_stands_again_below_counts_once(heading: str, words: str) -> None:
    text = f"Ana Ruiz said: “The quay is shut.”\n\n{heading}\n\n“{words},” Tomas Brandt, a cook, said on Monday."
    assert [each.speaker for each in over(text, words)] in (["Tomas Brandt"], [])
    assert [each.speaker for each in statements(text) if words in text[each.start : each.end]] == ["Tomas Brandt"]


def test_words_alone_on_a_line_that_end_a_sentence_go_on() -> None:
    text = "Ana Ruiz said: “The quay is shut.”\n\n“Everyone ran up the hill.”"
    assert [each.speaker for each in over(text, "Everyone ran")] == ["Ana Ruiz"]
