"""Passages tile the text: checked on generated text against what the words say, not against the code."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.records import Document
from index.text import tokens
from index.text.passages import passages
from index.text.sentences import sentences

WORDS = st.sampled_from(
    ["harbour", "Mr.", "Tell", "“Yes.”", "U.S.", "3.5", "no", "Why?", "end.", "naïve", "橋", "\t", "…"]
)
LINES = st.lists(WORDS, max_size=40).map(" ".join)
STRUCTURED = st.lists(LINES, max_size=12).map("\n\n".join)
TEXTS = st.one_of(STRUCTURED, st.text(max_size=300), st.text(alphabet="ab.\n “”?", max_size=400))


def document(text: str) -> Document:
    return Document("a.txt", "a.txt", "A", None, None, None, None, text, "0")


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.integers(8, 60))
def test_passages_tile_the_text_within_the_budget(text: str, budget: int) -> None:
    found = passages(document(text), budget)
    assert "".join(text[each.start : each.end] for each in found) == text
    assert all(before.end == after.start for before, after in zip(found, found[1:], strict=False))
    assert all(each.tokens == tokens.count(text[each.start : each.end]) for each in found)
    assert all(each.tokens <= budget or each.end - each.start == 1 for each in found)


@settings(deadline=None, max_examples=100)
@given(STRUCTURED)
def test_no_sentence_that_fits_is_cut(text: str) -> None:
    budget = 30
    bounds = {each.start for each in passages(document(text), budget)}
    for start, end in sentences(text):
        # A sentence's own passage also holds the white space that follows it.
        following = next((s for s, _ in sentences(text) if s >= end), len(text))
        if tokens.count(text[start:following]) <= budget:
            assert not any(start < bound < end for bound in bounds)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_sentences_are_ordered_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))
    joined = "".join(text[start:end] for start, end in spans)
    assert "".join(joined.split()) == "".join(text.split())


def test_an_empty_document_has_no_passage() -> None:
    assert passages(document(""), 128) == []


def test_one_endless_word_is_cut_to_the_budget() -> None:
    text = "x1y" * 2_000
    found = passages(document(text), 32)
    assert len(found) > 10
    assert max(each.tokens for each in found) <= 32


SPANS = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 120)), max_size=6)


@settings(deadline=None, max_examples=100)
@given(STRUCTURED, SPANS)
def test_kept_spans_change_where_it_is_cut_and_nothing_else(text: str, drawn: list[tuple[int, int]]) -> None:
    kept = [(start, min(len(text), start + length)) for start, length in drawn if start < len(text)]
    found = passages(document(text), 40, kept)
    assert "".join(text[each.start : each.end] for each in found) == text
    assert all(each.tokens <= 40 or each.end - each.start == 1 for each in found)


def test_a_quotation_that_fits_is_not_parted() -> None:
    filler = "The council of Vesk met on Monday and spoke of berths and boats for many hours. " * 3
    quotation = "“We will build it. We will pay for it. Nobody shall stop us from doing so this year.”"
    text = f"{filler}Then the mayor said: {quotation} And so it went on until the evening came. {filler}"
    start = text.index("“") + 1
    kept = [(start, text.index("”"))]
    for budget in range(30, 90, 3):
        bounds = {each.start for each in passages(document(text), budget, kept)}
        assert not any(kept[0][0] < bound < kept[0][1] for bound in bounds)


def test_a_turn_of_several_paragraphs_that_fits_is_not_parted() -> None:
    first, second = "TELL: The harbour is open.\n\nIt is ours.\n\nWe paid.\n\n", "QUILL: Is it?\n\nI doubt it.\n\n"
    text = (first + second) * 3
    kept = [(text.index("The"), len(first) - 2)]
    kept = [
        (start + at * len(first + second), end + at * len(first + second)) for at in range(3) for start, end in kept
    ]
    bounds = {each.start for each in passages(document(text), 30, kept)}
    assert not any(start < bound < end for start, end in kept for bound in bounds)


def test_a_heading_stays_with_what_follows() -> None:
    body = "The council of Vesk met on Monday and spoke of berths and boats for many hours.\n\n"
    text = (body + "# Berths\n\n" + body + "Boats\n\n") * 4 + body
    for budget in range(24, 80, 4):
        for each in passages(document(text), budget):
            assert text[each.start : each.end].strip().rpartition("\n")[2] not in {"# Berths", "Boats"}
