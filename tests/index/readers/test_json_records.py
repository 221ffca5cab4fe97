"""What of a JSON file is a text, whatever its field is called, and whose words the file itself says they are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from errors import DocumentError
from index.readers.json_records import read

SAID = "The lock of Vesk is shut in winter. It opens again in May."
LONG = f"{SAID} " * 12

TEXTS: dict[str, tuple[dict[str, Any], str]] = {
    "text": ({"text": SAID, "body": "Other words."}, SAID),
    "body": ({"title": "The lock", "body": SAID}, SAID),
    "content": ({"headline": "The lock", "Content": SAID}, SAID),
    "paragraphs": (
        {"title": "The lock", "body_paragraphs": ["It is shut.", "It opens in May."]},
        "It is shut.\n\nIt opens in May.",
    ),
    "pieces of sentences": (
        {"segments": [{"start": 0, "text": "The lock is"}, {"start": 2, "text": "shut in"}, {"text": "winter."}]},
        "The lock is shut in winter.",
    ),
    "by far the longest": ({"title": "The lock", "summary_en": "Shut.", "leader": LONG}, LONG),
}


@pytest.mark.parametrize(("record", "text"), TEXTS.values(), ids=TEXTS)
def test_the_text_of_a_record(record: dict[str, Any], text: str) -> None:
    (found,) = read(json.dumps(record).encode())
    assert found.text == text


def test_other_fields_are_known_by_their_names() -> None:
    record = {"headline": "The lock", "byline": "Ana Ruiz", "published_at": "2031-05-02", "article_body": SAID}
    (found,) = read(json.dumps(record).encode())
    assert {name: value for name, (value, _) in found.about.items()} == {
        "title": "The lock",
        "author": "Ana Ruiz",
        "published": "2031-05-02",
    }
    assert found.about["title"][1] == "field headline"


def test_who_says_what_by_the_file_itself() -> None:
    record = {
        "title": "Talk",
        "transcript": [{"speaker": "Ana Ruiz", "text": "It is shut."}, {"speaker": "Jon Holt", "text": "Why?"}],
    }
    (found,) = read(json.dumps(record).encode())
    assert [(found.text[start:end], speaker) for start, end, speaker, _ in found.turns] == [
        ("It is shut.", "Ana Ruiz"),
        ("Why?", "Jon Holt"),
    ]


def test_records_within_an_object_are_documents_of_their_own() -> None:
    record = {"count": 2, "articles": [{"title": "One", "body": SAID}, {"title": "Two", "body": "It is late."}]}
    assert [(each.text, each.about["title"][0]) for each in read(json.dumps(record).encode())] == [
        (SAID, "One"),
        ("It is late.", "Two"),
    ]


@pytest.mark.parametrize(
    "found", [{"name": "lock", "version": "1.2", "files": ["a", "b"]}, {"a": LONG, "b": LONG}, ["words"], 3]
)
def test_what_has_no_text_is_told_so(found: Any) -> None:
    with pytest.raises(DocumentError, match="no object with a text"):
        read(json.dumps(found).encode())
