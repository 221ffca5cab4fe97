from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

BEFORE = "QUILL: Good morning. I am glad to be here.\n\nTELL: So am I, and we begin.\n\nQUILL: We have three plans.\n\n"
AFTER = "\n\nTELL: I thank you.\n\nQUILL: We all thank you.\n"


def said_by(text: str, words: str) -> str | None:
    found = [speaker for speaker, said in turns_of(document(text, title="A")) if words in said]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("word", ["Ferries", "Brandt"])
def test_nobody_is_named_by_a_word_that_stands_once_among_labels_in_capitals(word: str) -> None:
    assert said_by(f"{BEFORE}{word}: We have bought two boats this year.{AFTER}", "two boats") is None


def test_whoever_speaks_goes_on_where_such_a_word_begins_a_line_of_his() -> None:
    text = (
        f"{BEFORE}TELL: You are welcome here, and so is Mrs. Brand —\nBrandt: it is an honour to have you here.{AFTER}"
    )
    assert said_by(text, "an honour") == "TELL"


@pytest.mark.parametrize(
    ("label", "speaker"), [("Ana Ruiz", "Ana Ruiz"), ("BRANDT", "BRANDT"), ("The Mayor", "the mayor")]
)
def test_a_name_a_post_and_capitals_are_labels(label: str, speaker: str) -> None:
    found = said_by(f"{BEFORE}{label}: We have bought two boats this year.{AFTER}", "two boats")
    assert found is not None
    assert found.lower() == speaker.lower()


@pytest.mark.parametrize("words", ["Simply put", "Sad but true", "Put it so"])
def test_what_opens_a_sentence_before_a_colon_ends_nobodys_turn(words: str) -> None:
    text = f"{BEFORE}TELL: You are welcome here.\n\n{words}: We have bought two boats this year.{AFTER}"
    assert said_by(text, "two boats") == "TELL"
