import pytest

from index.text import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("tiktoken is great!", 6),
        ("antidisestablishmentarianism", 6),
        ("2 + 2 = 4", 7),
        ("お誕生日おめでとう", 9),
    ],
)
def test_counts_of_published_examples(text: str, expected: int) -> None:
    # From the tiktoken cookbook's comparison of encodings, column cl100k_base.
    assert tokens.count(text) == expected


def test_text_that_looks_like_a_special_token_is_counted_as_words() -> None:
    assert tokens.count("<|endoftext|>") > 1
