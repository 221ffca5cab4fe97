from __future__ import annotations

import json
from pathlib import Path

import pytest

from errors import DocumentError
from index.dating import published, title
from index.load import Found, find, load, normalised


def one(path: Path, content: bytes) -> Found:
    path.write_bytes(content)
    return Found(path, path.name)


def test_text_is_normalised_once(tmp_path: Path) -> None:
    found = one(tmp_path / "a.txt", "\ufeffOne\r\ntwo\rthree\fcafe\u0301".encode())
    assert load(found)[0].text == "One\ntwo\nthree\ncafé"


def test_utf16_with_a_mark_is_read(tmp_path: Path) -> None:
    assert load(one(tmp_path / "a.txt", "Vesk — harbour".encode("utf-16")))[0].text == "Vesk — harbour"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "holds no text"),
        ("blank.md", b" \n\n ", "holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is not text"),
        ("latin.txt", "Zürich".encode("latin-1"), "is not UTF-8"),
        ("bad.jsonl", b'{"text": "fine"}\n{"no": 1}\n', "line 2"),
        ("list.jsonl", b"[1, 2]\n", "line 1"),
        ("report.xyz", b"words", "no reader"),
    ],
)
def test_what_cannot_be_taken_in_is_named(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as raised:
        load(one(tmp_path / name, content))
    assert name in str(raised.value)


def test_json_lines_are_taken_as_they_stand(tmp_path: Path) -> None:
    lines = [
        {"_id": "d1", "title": "T", "text": "cafe\u0301\r\n", "date": "2031-01-02", "url": "https://example.org/1"},
        {"text": "two", "speaker": "Odran Tell"},
    ]
    documents = load(one(tmp_path / "c.jsonl", "\n".join(map(json.dumps, lines)).encode()))
    assert [each.id for each in documents] == ["c.jsonl#d1", "c.jsonl#2"]
    assert documents[0].text == "cafe\u0301\r\n"
    assert (documents[0].published, documents[1].speaker) == ("2031-01-02", "Odran Tell")


def test_hidden_and_foreign_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", ".secret.txt", "c.png", ".git/d.txt", "sub/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    assert [each.id for each in find([tmp_path])] == ["a.txt", "b.md", "sub/e.txt"]


def test_a_root_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="nowhere"):
        find([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (" date 2031-09-11 The mayor", "x.txt", "2031-09-11"),
        ("Published: 2031-09-11\nThe mayor", "x.txt", "2031-09-11"),
        ("2031-09-11 The mayor", "x.txt", "2031-09-11"),
        ("The mayor", "2031-09-11-mayor.txt", "2031-09-11"),
        ("The mayor spoke on 2031-09-11", "x.txt", None),
        ("date 2031-02-30 The mayor", "x.txt", None),
        ("The mayor", "12031-09-112.txt", None),
    ],
)
def test_published(text: str, name: str, expected: str | None) -> None:
    assert published(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("# The bridge\n\nWords.", "x.md", "The bridge"),
        ("The bridge closes\n\nWords.", "x.txt", "The bridge closes"),
        ("The bridge closes.", "2031-04-11-bridge_news.txt", "Bridge news"),
        ("The bridge closes.", "sub/2031-04-11.txt", "sub/2031-04-11.txt"),
    ],
)
def test_title(text: str, name: str, expected: str) -> None:
    assert title(text, name) == expected


def test_normalising_twice_changes_nothing() -> None:
    text = normalised("a\r\nb\x00e\u0301")
    assert normalised(text) == text
