"""Questions are kept by places: no word of a document stands in what is written, and each place is found again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.asked.lines import lines_of, write
from training.asked.places import DOCUMENTS, QUESTIONS, documents_of, found, main, questions_of

TEXT = "Mira Quill said: “The quay was\nshut in *May*, as the wall had cracked.” Nobody was hurt.\n"
QUOTE = "The quay was shut in May, as the wall had cracked."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path / "V"
    (here / "docs").mkdir(parents=True)
    (here / "docs" / "quay.md").write_text(TEXT, encoding="utf-8")
    source = {"document": "quay.md", "repo": "vesk/archive", "path": "notes/quay.md", "commit": "0" * 40}
    (here / "sources.jsonl").write_text(json.dumps(source), encoding="utf-8")
    asked = [
        {"id": "1", "kind": "why", "question": "why did they close the quay", "quote": [QUOTE], "document": "quay.md"},
        {"id": "2", "kind": "absent", "question": "who paid for the wall", "quote": [], "document": "quay.md"},
        {"id": "3", "kind": "why", "question": "why was it opened", "quote": ["It was mended."], "document": "quay.md"},
    ]
    (here / "questions.jsonl").write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    return here


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (QUOTE, "The quay was\nshut in *May*, as the wall had cracked"),
        ("nobody WAS hurt", "Nobody was hurt"),
        ("nobody was harmed", None),
        ("…", None),
    ],
    ids=["other marks and spaces", "other capitals", "other words", "no letters"],
)
def test_a_quote_is_found_by_its_letters(quote: str, shown: str | None) -> None:
    span = found(quote, TEXT)
    assert (TEXT[slice(*span)] if span else None) == shown


def test_places_stand_in_for_quotes_and_what_is_not_there_is_left_out(folder: Path) -> None:
    why, absent = questions_of(folder)
    ((name, start, end),) = why["quotes"]
    assert name == "quay.md"
    assert TEXT[start:end].startswith("The quay")
    assert TEXT[start:end].endswith("cracked")
    assert absent["quotes"] == []
    (document,) = documents_of(folder)
    assert (document["repo"], document["path"]) == ("vesk/archive", "notes/quay.md")


def test_what_is_written_has_no_word_of_a_document(folder: Path, tmp_path: Path) -> None:
    assert main([str(tmp_path), str(folder)]) == 0
    written = json.dumps([lines_of(tmp_path / each.name) for each in (QUESTIONS, DOCUMENTS)])
    assert "cracked" not in written
    assert "hurt" not in written


def test_the_same_lines_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(tmp_path / f"{name}.jsonl.gz", [{"a": 1}])
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "other.jsonl.gz").read_bytes()


def test_the_project_s_own_questions_hold_places_of_known_documents() -> None:
    known = {(each["set"], each["document"]) for each in lines_of(DOCUMENTS)}
    rows = lines_of(QUESTIONS)
    assert len(rows) > 1_500
    for row in rows:
        assert set(row) == {"set", "id", "kind", "question", "earlier", "document", "quotes", "also", "dev"}
        assert all((row["set"], name) in known and 0 <= start < end for name, start, end in row["quotes"])
