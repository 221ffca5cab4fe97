"""Evidence packs: what is in them in each form, and what a second look at the documents finds."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from errors import QuestionError
from rag.check import evidence_pack, recheck
from rag.pipeline import Pipeline
from rag.records import Turn
from settings import Settings
from tests.conftest import GAZETTE, written

HARBOUR = "2031-03-02-harbour.txt"


@pytest.fixture
def pack(gazette: Pipeline) -> evidence_pack.Pack:
    questions = ("What did Odran Tell say about the harbour?", "What did Mira Quill say about taxes?")
    return evidence_pack.packed([gazette.ask(Turn(each)).to_json() for each in questions], Settings())


def results(pack: evidence_pack.Pack, folder: Path) -> list[recheck.Result]:
    return recheck.rechecked(json.loads(evidence_pack.as_json(pack)), recheck.in_files([folder]))


def documents(folder: Path, change: Callable[[str], str] = str) -> Path:
    return written(folder, {name: change(text) for name, text in GAZETTE.items()})


def test_a_pack_has_what_a_second_check_needs(pack: evidence_pack.Pack) -> None:
    assert pack["settings"] == {"embedder": "local:all-MiniLM-L6-v2", "passage_tokens": Settings().passage_tokens}
    first, second = pack["answers"]
    assert (first["status"], second["status"]) == ("answered", "not_found")
    for each in first["citations"]:
        assert len(each["sha256"]) == 64
        assert each["text"] == GAZETTE[each["doc"]][each["start"] : each["end"]]
    assert len(first["index_version"]) == 12


def test_citations_of_unchanged_documents_are_verified(pack: evidence_pack.Pack, tmp_path: Path) -> None:
    found = results(pack, documents(tmp_path))
    assert found
    assert {each.state for each in found} == {"holds"}


@pytest.mark.parametrize(
    ("change", "state", "words"),
    [
        (lambda text: text.replace("forty", "fifty"), "altered", "The document now has: The harbour cost fifty"),
        (lambda text: text.replace("Mayor Odran Tell opened", "Odran Tell, mayor, opened"), "moved", "Found again at"),
        (lambda text: text + "\nCorrected in April.\n", "changed", "the document changed elsewhere"),
        (lambda text: text.replace(",” Tell said", ",” Mira Quill said"), "other_speaker", "attributed to Odran Tell"),
        (lambda text: text.replace("date 2031-03-02", "date 2031-03-05"), "altered", "a date"),
        (lambda text: "date 2031-03-02 Nothing here any more.\n", "not_found", "no longer in the document"),
    ],
    ids=["another word", "other offsets", "changed elsewhere", "another speaker", "another day", "words gone"],
)
def test_what_changed_is_named(
    pack: evidence_pack.Pack, tmp_path: Path, change: Callable[[str], str], state: str, words: str
) -> None:
    found = [each for each in results(pack, documents(tmp_path, change)) if each.doc == HARBOUR][0]
    assert (found.state, words in found.told) == (state, True)


def test_moved_words_are_found_at_their_new_offsets(pack: evidence_pack.Pack, tmp_path: Path) -> None:
    found = results(pack, documents(tmp_path, lambda text: text.replace("on Sunday", "on a Sunday")))[0]
    assert found.state == "moved"
    text = (tmp_path / HARBOUR).read_text(encoding="utf-8")
    assert text[found.start : found.end] == pack["answers"][0]["citations"][0]["text"]


def test_a_document_that_is_gone_is_missing_and_a_renamed_one_is_not(pack: evidence_pack.Pack, tmp_path: Path) -> None:
    (documents(tmp_path) / HARBOUR).rename(tmp_path / "2031-03-02-moved.txt")
    assert "(now 2031-03-02-moved.txt)" in results(pack, tmp_path)[0].told
    (tmp_path / "2031-03-02-moved.txt").unlink()
    assert results(pack, tmp_path)[0].state == "missing"


@pytest.mark.parametrize("field", ["answer", "question"])
def test_an_edited_pack_is_named(pack: evidence_pack.Pack, tmp_path: Path, field: str) -> None:
    pack["answers"][0][field] += " Surely."
    assert results(pack, documents(tmp_path))[0].state == "edited"


def test_an_edited_citation_fails_twice(pack: evidence_pack.Pack, tmp_path: Path) -> None:
    citation = pack["answers"][0]["citations"][0]
    citation["text"] = citation["text"].replace("forty", "four")
    assert [each.state for each in results(pack, documents(tmp_path))[:2]] == ["edited", "altered"]


def hostile(pack: evidence_pack.Pack) -> evidence_pack.Pack:
    citation: dict[str, Any] = pack["answers"][0]["citations"][0]
    citation |= {"text": "=cmd() <script>alert(1)</script> ![x](http://a.example/)", "title": "*bold* [a](b) | c"}
    return pack


def test_html_escapes_and_fetches_nothing(pack: evidence_pack.Pack) -> None:
    page = evidence_pack.as_html(hostile(pack))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert "src=" not in page


def test_markdown_escapes_what_would_be_markup(pack: evidence_pack.Pack) -> None:
    text = evidence_pack.as_markdown(hostile(pack))
    assert "\\<script\\>" in text
    assert "\\!\\[x\\](http\\://a.example/)" in text
    assert "\\*bold\\* \\[a\\](b) \\| c" in text


PIECES = st.sampled_from(
    [
        *("[1]", "[1]: http://evil.example", "\n[1]: http://evil.example 'x'\n"),
        *("[x](http://evil.example)", "![", "](", "<http://evil.example>", "<a href=http://evil.example>"),
        *("<!--", "-->", "<script>", "&#91;", "&lt;", "&colon;", "\n# Heading\n", "\n===\n", "\n---\n"),
        *("\n\n", "\n> ", "\n- ", "\n1. ", "\n12) ", "\n    code\n", "\t", "```", "~~~", "\r", "\r\n"),
        *("\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u202e", "\x1b]52;c;eA==\x07", "\\", "\\[", "`", "*"),
        *("_", "http://evil.example", "www.evil.example", "a@evil.example", "|", "|-|", "[^1]", "[^1]: x"),
        *("</small>", "</div>", "+ ", "said", "1", ".", " ", "  \n", "\ud800", "\x00", "{#id}", "$x$"),
        *("[ ] ", "[1][x]", "[x]: <evil>"),
    ]
)
WORDS = st.lists(PIECES | st.text(max_size=6), max_size=12).map("".join)
SHAPES = {"inline", "text", "softbreak", "hardbreak", "strong_open", "strong_close", "html_inline"}
SHAPES |= {f"{name}_{end}" for name in ("heading", "paragraph", "blockquote") for end in ("open", "close")}


@settings_of_hypothesis(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(question=WORDS, words=WORDS, title=WORDS, url=WORDS, answer=WORDS)
def test_nothing_of_a_document_is_live_in_markdown(
    pack: evidence_pack.Pack, question: str, words: str, title: str, url: str, answer: str
) -> None:
    """A pack has no link at all, one heading for itself and each answer, and no HTML but our own."""
    text = evidence_pack.as_markdown(with_words(pack, question, words, title, url, answer))
    environment: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text, environment)
    every = [each for token in tokens for each in (token, *(token.children or ()))]
    assert {each.type for each in every} <= SHAPES
    assert not environment.get("references")
    assert {each.content for each in every if each.type == "html_inline"} <= {"<small>", "</small>"}
    assert [each.tag for each in every if each.type == "heading_open"] == ["h1", *["h2"] * len(pack["answers"])]
    assert not re.search(r"(?<!\\):(?=//)|www\.|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def with_words(
    pack: evidence_pack.Pack, question: str, words: str, title: str, url: str, answer: str
) -> evidence_pack.Pack:
    changed: evidence_pack.Pack = copy.deepcopy(pack)
    changed["answers"][0] |= {"question": question, "answer": answer}
    changed["answers"][0]["citations"][0] |= {"text": words, "title": title, "url": url, "speaker": title, "doc": words}
    return changed


def test_csv_has_a_row_for_each_citation_and_no_formula(pack: evidence_pack.Pack) -> None:
    rows = list(csv.DictReader(io.StringIO(evidence_pack.as_csv(hostile(pack)))))
    assert len(rows) == sum(len(each["citations"]) + len(each["nearest"]) or 1 for each in pack["answers"])
    assert rows[0]["text"].startswith("'=cmd()")
    assert (rows[0]["speaker"], rows[0]["check"]) == ("Odran Tell", "verified")
    assert {each["role"] for each in rows if each["status"] == "not_found"} <= {"nearest, not an answer", ""}


@pytest.mark.parametrize("name", ["pack.docx", "pack", "no/such/folder/pack.md"])
def test_a_pack_that_cannot_be_written_is_a_user_error(pack: evidence_pack.Pack, tmp_path: Path, name: str) -> None:
    with pytest.raises(QuestionError):
        evidence_pack.write(pack, tmp_path / name)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"pack": 7, "answers": []}', '{"pack": 1, "answers": [{}]}'])
def test_a_file_that_is_no_pack_is_a_user_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "pack.json").write_text(content, encoding="utf-8")
    with pytest.raises(QuestionError):
        recheck.read(tmp_path / "pack.json")
