"""Hundreds of hostile files, names, archives and questions by generator: no crash, nothing outside, nothing raised."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from index.intake import safe_name
from index.load import Failure, Found, load
from index.records import Document
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.index.test_formats import WRITERS

FILES_EACH, NAMES, QUESTIONS = 14, 150, 150
PIECES = [
    *("“", "”", '"', "'", "?", "!", "\\", "/", "..", "\x00", "\u202e", "\ud800", "<script>", "$x$", "[1]", "{S1}"),
    *("what did", "who said", "about", "on", "in", "2021", "since May", "list all", "timeline of", "how many times"),
    *(
        "Tell",
        "Odran",
        "harbour",
        "Лукашенко",
        "Łukaszenka",
        "𝕏",
        "é" * 30,
        "a" * 300,
        "%s%n",
        "OR 1=1 --",
        "NEAR(",
        "*",
    ),
]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_a_mangled_file_is_a_document_or_a_failure(suffix: str, tmp_path: Path) -> None:
    made = random.Random(suffix)
    whole = WRITERS[suffix]()
    for number in range(FILES_EACH):
        content = bytearray(whole)
        for _ in range(made.choice((1, 5, 50))):
            at = made.randrange(len(content))
            what = made.choice(("flip", "cut", "repeat", "drop"))
            if what == "flip":
                content[at] = made.randrange(256)
            elif what == "cut" and len(content) > 50:
                del content[max(20, at) :]
            elif what == "repeat":
                content[at:at] = content[at : at + 40] * made.choice((1, 50))
            elif len(content) > 50:
                del content[at : at + 10]
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(bytes(content))
        for each in load(Found(path, path.name)):
            assert isinstance(each, Document | Failure)
            if isinstance(each, Failure):
                assert "Traceback" not in each.reason


def test_archives_reach_nothing_outside(tmp_path: Path) -> None:
    made = random.Random(5)
    names = [
        "../../x.txt",
        "/etc/x.txt",
        "a/../../b.txt",
        "C:\\x.txt",
        "x" * 5_000 + ".txt",
        ".txt",
        "a\x00b.txt",
        "con.txt",
    ]
    before = sorted(each.name for each in tmp_path.parent.iterdir())
    for number in range(40):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in made.sample(names, 4):
                archive.writestr(name, made.choice((b"", b"words of Vesk", b"\x00" * 2_000_000, b"PK\x03\x04")))
        path = tmp_path / f"{number}.zip"
        content = packed.getvalue()
        path.write_bytes(content[: made.choice((len(content), len(content) // 2))])
        assert all(isinstance(each, Document | Failure) for each in load(Found(path, path.name)))
    assert sorted(each.name for each in tmp_path.parent.iterdir()) == before
    assert {each.suffix for each in tmp_path.iterdir()} == {".zip"}


def test_names_stay_in_their_folder(tmp_path: Path) -> None:
    made = random.Random(6)
    for _ in range(NAMES):
        name = safe_name(
            "".join(made.choices(PIECES, k=made.randint(1, 6))) + made.choice((".txt", "", ".pdf", "/.txt"))
        )
        assert name
        assert (tmp_path / name).resolve().parent == tmp_path.resolve()
        assert not name.startswith(".")
        assert len(name) <= 120


def test_no_question_raises(gazette: Pipeline) -> None:
    made = random.Random(7)
    for _ in range(QUESTIONS):
        question = made.choice((" ", "")).join(made.choices(PIECES, k=made.randint(1, 12)))
        history = tuple("".join(made.choices(PIECES, k=3)) for _ in range(made.randint(0, 3)))
        answer = gazette.answered(Turn(question, history, made.choice((None, None, "Tell", "\x00", '"'))))
        assert answer.status in ("answered", "not_found", "error")
        assert {each.check for each in answer.citations} <= {"verified"}
        json.dumps(answer.to_json())
