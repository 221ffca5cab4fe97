"""Passages tile the text: checked on generated text against what the words say, not against the code."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index import tokens
from index.records import Document
from index.sentences import sentences
from index.split import passages

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
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())


def test_an_empty_document_has_no_passage() -> None:
    assert passages(document(""), 128) == []


def test_one_endless_word_is_cut_to_the_budget() -> None:
    text = "x1y" * 2_000
    found = passages(document(text), 32)
    assert len(found) > 10
    assert max(each.tokens for each in found) <= 32
