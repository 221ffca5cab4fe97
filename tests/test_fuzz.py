"""Hundreds of hostile files, names, archives and questions by generator: no crash, nothing outside, nothing raised."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from errors import OnTheRecordError
from index.read.load import Failure, Found, load
from index.records import Document
from index.storage.uploads import safe_name
from rag.__main__ import main
from rag.check import evidence_pack, recheck
from rag.pipeline import Pipeline
from rag.records import Turn
from settings import Settings
from tests.index.readers.test_formats import WRITERS
from ui.pages.document import place

FILES_EACH, NAMES, QUESTIONS, ADDRESSES, JSONS = 14, 150, 150, 300, 60
HOSTILE: list[Any] = [None, True, -1, 10**400, 1e999, "", "\ud800", "\x00", "<script>", "../../x", [], {}, [[[]]]]
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
    draw = random.Random(suffix)
    whole = WRITERS[suffix]()
    for number in range(FILES_EACH):
        content = bytearray(whole)
        for _ in range(draw.choice((1, 5, 50))):
            at = draw.randrange(len(content))
            what = draw.choice(("flip", "cut", "repeat", "drop"))
            if what == "flip":
                content[at] = draw.randrange(256)
            elif what == "cut" and len(content) > 50:
                del content[max(20, at) :]
            elif what == "repeat":
                content[at:at] = content[at : at + 40] * draw.choice((1, 50))
            elif len(content) > 50:
                del content[at : at + 10]
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(bytes(content))
        for each in load(Found(path, path.name)):
            assert isinstance(each, Document | Failure)
            if isinstance(each, Failure):
                assert "Traceback" not in each.reason


def test_archives_reach_nothing_outside(tmp_path: Path) -> None:
    draw = random.Random(5)
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
            for name in draw.sample(names, 4):
                archive.writestr(name, draw.choice((b"", b"words of Vesk", b"\x00" * 2_000_000, b"PK\x03\x04")))
        path = tmp_path / f"{number}.zip"
        content = packed.getvalue()
        path.write_bytes(content[: draw.choice((len(content), len(content) // 2))])
        assert all(isinstance(each, Document | Failure) for each in load(Found(path, path.name)))
    assert sorted(each.name for each in tmp_path.parent.iterdir()) == before
    assert {each.suffix for each in tmp_path.iterdir()} == {".zip"}


def test_names_stay_in_their_folder(tmp_path: Path) -> None:
    draw = random.Random(6)
    for _ in range(NAMES):
        name = safe_name(
            "".join(draw.choices(PIECES, k=draw.randint(1, 6))) + draw.choice((".txt", "", ".pdf", "/.txt"))
        )
        assert name
        assert (tmp_path / name).resolve().parent == tmp_path.resolve()
        assert not name.startswith(".")
        assert len(name) <= 120


def test_no_question_raises(gazette: Pipeline) -> None:
    draw = random.Random(7)
    for _ in range(QUESTIONS):
        question = draw.choice((" ", "")).join(draw.choices(PIECES, k=draw.randint(1, 12)))
        history = tuple("".join(draw.choices(PIECES, k=3)) for _ in range(draw.randint(0, 3)))
        answer = gazette.answered(Turn(question, history, draw.choice((None, None, "Tell", "\x00", '"'))))
        assert answer.status in ("answered", "not_found", "error")
        assert {each.check for each in answer.citations} <= {"verified"}
        json.dumps(answer.to_json())


def test_an_address_names_words_or_is_a_message(gazette: Pipeline) -> None:
    draw = random.Random(8)
    ids = [each.id for each in gazette.store.catalog.documents()]
    values = [*PIECES, "0", "5", "-1", "40", "9" * 5_000, "٣", "1e3", "harbour", ""]
    for _ in range(ADDRESSES):
        address = {name: draw.choice(values) for name in ("start", "end", "sha", "words") if draw.random() < 0.7}
        try:
            document = gazette.document(draw.choice([*ids, *ids, *PIECES]))
            (start, end), message = place(document, address)
        except OnTheRecordError:
            continue
        assert 0 <= start <= end <= len(document.text)
        assert message is None or message.startswith("This document changed since it was cited")


def test_an_address_may_have_any_number(gazette: Pipeline) -> None:
    document = gazette.document("2031-03-02-harbour.txt")
    span, message = place(document, {"sha": "0", "words": "forty million crowns", "start": "9" * 5_000})
    assert document.text[slice(*span)] == "forty million crowns"
    assert message == "This document changed since it was cited; the cited words were found again."


def hostile(value: Any, draw: random.Random) -> str:
    """Return JSON in which a value somewhere is another one, or which is cut or nested too deep."""
    value = json.loads(json.dumps(value))
    where = value
    while True:
        key = draw.choice([*where]) if isinstance(where, dict) else draw.randrange(len(where))
        inner = where[key]
        if not isinstance(inner, dict | list) or not inner or draw.random() < 0.3:
            break
        where = inner
    where[key] = draw.choice(HOSTILE)
    text = json.dumps(value)
    return draw.choice((text, text, text, text, text[: draw.randrange(len(text))], '{"answers": ' + "[" * 100_000))


def test_a_pack_of_anybodys_is_checked_or_named(
    gazette: Pipeline, gazette_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = random.Random(9)
    answers = [gazette.ask(Turn(each)).to_json() for each in ("What did Tell say about the harbour?", "Who is Mo?")]
    whole = evidence_pack.packed(answers, Settings())
    source = recheck.in_files([gazette_folder])
    path = tmp_path / "pack.json"
    for _ in range(3 * JSONS):
        path.write_text(hostile(whole, draw), encoding="utf-8")
        try:
            found = recheck.rechecked(recheck.read(path), source)
        except OnTheRecordError:
            continue
        json.dumps(recheck.to_json(found))
        print(recheck.readable(found))
    assert "citations hold" in capsys.readouterr().out


def test_a_file_of_questions_is_answered_or_named(
    sample_settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = random.Random(10)
    line = {"qid": "1", "question": "What is said of drones?", "history": ["Who is Tusk?"], "speaker": "Lukashenko"}
    line |= {"since": "2025", "until": "2026", "document": "*", "question_date": "2025-09-12"}
    for number in range(JSONS // 3):
        path, out = tmp_path / f"{number}.jsonl", tmp_path / f"{number}.out"
        path.write_text(hostile(line, draw) + "\n", encoding="utf-8")
        status = main(["--batch", str(path), "--out", str(out), "--store", str(sample_settings.store)])
        message = capsys.readouterr().err
        assert "Traceback" not in message
        if status:
            assert str(path) in message
        else:
            assert json.loads(out.read_text(encoding="utf-8"))["status"] in ("answered", "not_found", "error")
