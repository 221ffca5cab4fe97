from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.check.normalize import bare, normal, places

TEXT = (
    "Odran Tell said: “We can’t wait — the ‘old’ bridge is unsafe.” The of\u00adfice of Tell\u2019s aide [Mira] agreed."
)


@pytest.mark.parametrize(
    "asked",
    [
        "We can’t wait — the ‘old’ bridge is unsafe.",
        "We can't wait - the 'old' bridge is unsafe.",
        'We can\'t wait – the "old" bridge is unsafe.',
        "We  can't\nwait — the 'old' bridge is unsafe",
        "We\u00a0can’t wait — the ‘old’ bridge is unsafe.",
        "The office of Tell's aide",
    ],
)
def test_typography_makes_no_difference(asked: str) -> None:
    found = places(bare(asked), TEXT)
    assert len(found) == 1
    start, end = found[0]
    assert normal(TEXT[start:end]).text == normal(bare(asked)).text


@pytest.mark.parametrize(
    "asked",
    [
        "We can wait — the ‘old’ bridge is unsafe.",
        "We can’t wait — the ‘old’ bridge is safe.",
        "We can’t wait — the bridge is unsafe.",
        "We can’t wait — the ‘new’ bridge is unsafe.",
    ],
)
def test_another_word_is_found_nowhere(asked: str) -> None:
    assert places(bare(asked), TEXT) == []


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        ("and they can", "They wait, and they can’t.", 0),
        ("we can", "WE CAN'T", 0),
        ("we can", "We can't stay, but we can go.", 1),
        ("we can", "“We can” the chair said", 1),
        ("the chair of Vesk", "The chair of Vesk's harbour", 1),
        ("I can", "I can 'till noon", 1),
    ],
)
def test_words_are_no_part_of_their_denial(asked: str, text: str, found: int) -> None:
    assert len(places(asked, text)) == found


@given(st.text(max_size=120))
def test_mapping_back_gives_spans_of_the_text_in_order(text: str) -> None:
    form = normal(text)
    end_before = 0
    for at in range(len(form.text)):
        start, end = form.back(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= end_before or start == form.back(at - 1, at)[0]
        end_before = max(end_before, start)


@given(st.text(alphabet="ab ’'“”\"—-\u00ad\u00a0ﬁ\n", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 60))
def test_what_is_found_reads_the_same(text: str, start: int, length: int) -> None:
    asked = bare(text[start : start + length])
    for left, right in places(asked, text) if asked.strip() else []:
        assert normal(text[left:right]).text.strip() == normal(asked).text.strip()
