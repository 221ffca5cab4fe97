"""Every inflection of a verb that attributes leads to its lemma, spelled as English spells it."""

from __future__ import annotations

import pytest

from index.cues.verbs import VERBS, Verb


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("says", "say", "s"),
        ("said", "say", "past"),
        ("replied", "reply", "past"),
        ("replies", "reply", "s"),
        ("announcing", "announce", "ing"),
        ("stresses", "stress", "s"),
        ("slammed", "slam", "past"),
        ("slamming", "slam", "ing"),
        ("agreeing", "agree", "ing"),
        ("wrote", "write", "past"),
        ("written", "write", "participle"),
        ("thought", "think", "past"),
    ],
)
def test_a_form_has_its_lemma(word: str, lemma: str, form: str) -> None:
    found = VERBS[word]
    assert (found.lemma, found.form) == (lemma, form)


@pytest.mark.parametrize("word", ["sayed", "slaming", "replyed", "announceing", "thinked", "stresss"])
def test_a_word_that_english_does_not_have_is_no_verb(word: str) -> None:
    assert word not in VERBS


def test_read_is_the_past_that_reports_use() -> None:
    assert VERBS["read"] == Verb("read", "past")
