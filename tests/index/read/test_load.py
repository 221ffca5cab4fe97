from __future__ import annotations

import json
from pathlib import Path

import pytest

from errors import DocumentError
from index.dates.metadata import published, title
from index.dates.published import day
from index.read.load import Failure, Found, find, load
from index.readers.parsed import normalised
from index.records import Document


def read(path: Path, content: bytes) -> list[Document | Failure]:
    path.write_bytes(content)
    return list(load(Found(path, path.name)))


def documents(path: Path, content: bytes) -> list[Document]:
    found = read(path, content)
    assert all(isinstance(each, Document) for each in found), found
    return [each for each in found if isinstance(each, Document)]


def test_two_files_of_one_name_are_not_taken_for_one(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ferry.txt").write_text(f"The ferry of {folder}.", encoding="utf-8")
    roots = [tmp_path / "one", tmp_path / "other"]
    assert [(each.id, each.path) for each in find(roots)] == [
        ("ferry.txt", tmp_path / "one" / "ferry.txt"),
        ("other/ferry.txt", tmp_path / "other" / "ferry.txt"),
    ]
    assert find([each / "ferry.txt" for each in roots]) == find(roots)
    assert [each.id for each in find([tmp_path])] == ["one/ferry.txt", "other/ferry.txt"]
    assert [each.id for each in find([tmp_path / "one", tmp_path / "one" / "ferry.txt"])] == ["ferry.txt"]


def test_text_is_normalised_once(tmp_path: Path) -> None:
    (found,) = documents(tmp_path / "a.txt", "\ufeffOne\r\ntwo\rthree\fcafe\u0301".encode())
    assert found.text == "One\ntwo\nthree\ncafé"


def test_a_no_break_space_is_a_space_but_within_a_number(tmp_path: Path) -> None:
    text = "Q\u00a0\u00a0 Why\u202f? 12\u202f000 of 3\u00a0May\u00a02031,\u2009no"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    expected = "Q   Why ? 12\u202f000 of 3 May 2031, no"
    for name in ("a.txt", "b.jsonl"):
        assert [each.text for each in load(Found(tmp_path / name, name)) if isinstance(each, Document)] == [expected]


def test_utf16_with_a_mark_is_read(tmp_path: Path) -> None:
    assert documents(tmp_path / "a.txt", "Vesk — harbour".encode("utf-16"))[0].text == "Vesk — harbour"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.md", b" \n\n ", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is not text"),
        ("bad.jsonl", b'{"text": "fine"}\n{"no": 1}\n', "line 2"),
        ("all-bad.jsonl", b"[1]\n", "line 1 is not a JSON object"),
        ("no-text.jsonl", b'{"text": " "}\n', "contains no text"),
        ("report.xyz", b"words", "no reader"),
    ],
)
def test_what_cannot_be_taken_in_is_named(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    failure = read(tmp_path / name, content)[-1]
    assert isinstance(failure, Failure)
    assert (failure.path, reason in failure.reason) == (name, True)


@pytest.mark.parametrize(
    ("content", "reported"),
    [(b"{broken\n", 1), (b"[1]\n\n[2]\n", 2), (b'{"text": "fine"}\n[2]\n', 1), (b'{"text": ""}\n', 1)],
    ids=["one line", "two lines", "beside a good one", "an empty text"],
)
def test_each_bad_line_is_reported_once(tmp_path: Path, content: bytes, reported: int) -> None:
    found = read(tmp_path / "a.jsonl", content)
    assert sum(isinstance(each, Failure) for each in found) == reported


def test_json_lines_are_taken_as_they_stand(tmp_path: Path) -> None:
    lines = [
        {"_id": "d1", "title": "T", "text": "cafe\u0301\r\n", "date": "2031-01-02", "url": "https://example.org/1"},
        {"text": "two", "speaker": "Odran Tell"},
    ]
    found = documents(tmp_path / "c.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert [each.id for each in found] == ["c.jsonl#d1", "c.jsonl#2"]
    assert found[0].text == "cafe\u0301\r\n"
    assert (found[0].published, found[1].speaker) == ("2031-01-02", "Odran Tell")
    assert dict(found[0].origins) == {"title": "field title", "published": "field date", "url": "field url"}


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
        ("# The bridge\n\nThursday, 11 September 2031\n\nThe mayor spoke.", "x.md", "2031-09-11"),
        ("September 11, 2031\nThe mayor spoke.", "x.txt", "2031-09-11"),
        ("The mayor spoke on 11 September 2031.", "x.txt", None),
        ("---\ntitle: A\n---\ndate 2031-09-11 The mayor", "x.txt", "2031-09-11"),
        ("The mayor", "12031-09-112.txt", None),
    ],
)
def test_published(text: str, name: str, expected: str | None) -> None:
    found = published(text, name)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("# The bridge\n\nWords.", "x.md", "The bridge"),
        ("The bridge closes\n\nWords.", "x.txt", "The bridge closes"),
        ("The bridge closes.", "2031-04-11-bridge_news.txt", "Bridge news"),
        ("1\n\n- - -\nThe bridge closes\n\nWords.", "x.pdf", "The bridge closes"),
        ("The bridge closes.", "sub/2031-04-11.txt", "sub/2031-04-11.txt"),
    ],
)
def test_title(text: str, name: str, expected: str) -> None:
    assert title(text, name)[0] == expected


def test_normalising_twice_changes_nothing() -> None:
    text = normalised("a\r\nb\x00e\u0301")
    assert normalised(text) == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-09-11T10:00:00Z", "2031-09-11"),
        ("2031-09", "2031-09"),
        ("2031", "2031"),
        ("11 Sep 2031", "2031-09-11"),
        ("11.09.2031", "2031-09-11"),
        ("09/11/2031", None),
        ("soon", None),
    ],
)
def test_a_written_day(written: str, expected: str | None) -> None:
    assert day(written) == expected


def test_front_matter_is_read_and_is_no_word_of_the_text(tmp_path: Path) -> None:
    text = "---\ntitle: The bridge\ndate: 2031-04-11\nlang: en\n---\nIt closes.\n"
    (found,) = documents(tmp_path / "a.md", text.encode())
    assert found.text == "It closes.\n"
    assert (found.title, found.published, found.language) == ("The bridge", "2031-04-11", "en")
    assert dict(found.origins)["published"] == "front matter"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Мэр Одран Телл открыл гавань в воскресенье. Она стоила сорок миллионов крон и шесть лет работы. " * 3,
            "cp1251",
        ),
        (
            "Der Bürgermeister eröffnete den Hafen. Er kostete vierzig Millionen Kronen für große. " * 3,
            "cp1252",
        ),
    ],
)
def test_other_encodings_are_detected(tmp_path: Path, text: str, encoding: str) -> None:
    (found,) = documents(tmp_path / "a.txt", text.encode(encoding))
    assert found.text == text
    assert dict(found.origins)["encoding"] == "detected"
