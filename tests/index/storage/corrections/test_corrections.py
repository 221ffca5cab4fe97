"""Corrections of documents and statements: what counts at once, and what can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from errors import CorrectionError
from index import shown
from index.correct import change
from index.storage.embeddings import question_vectors
from index.storage.store import Store
from index.sync import sync
from rag.pipeline import over
from rag.records import Turn
from settings import Settings
from tests.conftest import GAZETTE
from tests.index.storage.corrections.papers import (
    FISHERMEN,
    HARBOUR,
    QUILL,
    REMARKS,
    at,
    document,
    everything,
    saying,
    set_,
    unset,
)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"title": "Harbour"}, id="title"),
        pytest.param({"published": "2 March 2031"}, id="day"),
        pytest.param({"speaker": "   "}, id="blanks"),
        pytest.param({"speaker": "Unknown"}, id="unknown"),
        pytest.param({"source": "-", "title": " Harbour "}, id="two fields"),
    ],
)
def test_what_the_file_says_already_is_not_stored(store: Store, given: dict[str, str]) -> None:
    before = everything(store)
    with pytest.raises(CorrectionError, match="The file has the same .*; nothing was stored"):
        change(store, HARBOUR, given, [], 128)
    assert everything(store) == before


def test_what_the_file_says_takes_a_correction_back(store: Store) -> None:
    before = everything(store)
    set_(store, HARBOUR, title="On the harbour")
    notes = change(store, HARBOUR, {"title": "Harbour"}, [], 128)["remarks"]
    assert notes == ["The file has the same title; your correction was taken back."]
    assert everything(store) == before


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1963", "1963"),
        ("March 1963", "1963-03"),
        ("1963-03-05", "1963-03-05"),
        ("5 March 1963", "1963-03-05"),
        ("none", None),
    ],
)
def test_the_day_of_a_statement_is_corrected(store: Store, folder: Path, written: str, kept: str | None) -> None:
    before = everything(store)
    set_(store, at(saying(store, "fishermen")), said_on=written, speaker="Berta Noll")
    said = saying(store, "fishermen")
    assert (said.said_on, said.speaker) == (kept, "Berta Noll")
    rows = shown.document_object(document(store), store.catalog)["corrected_statements"]
    assert {"start": said.start, "end": said.end, "said_on": kept, "read": "2031-03-02", "applied": True} in rows
    unset(store, at(said), "speaker")
    assert (saying(store, "fishermen").said_on, saying(store, "fishermen").speaker) == (kept, QUILL)
    (folder / HARBOUR).write_text(GAZETTE[HARBOUR] + "\nThe ferry sails.\n", encoding="utf-8")
    sync([folder], store, 128)
    assert saying(store, "fishermen").said_on == kept
    answer = over(store, Settings(passage_tokens=128)).ask(Turn("What did Mira Quill say about the fishermen?"))
    assert answer.notice == "The day of [1] was corrected by hand."
    assert answer.citations[0].said_on == kept
    (folder / HARBOUR).write_text(GAZETTE[HARBOUR], encoding="utf-8")
    sync([folder], store, 128)
    unset(store, at(saying(store, "fishermen")), "said_on")
    assert everything(store) == before


def test_the_statements_near_words_that_are_none_are_named(store: Store) -> None:
    said = saying(store, "fishermen")
    with pytest.raises(CorrectionError, match="only statements can be corrected; near it: ") as raised:
        set_(store, f"{HARBOUR}@{said.start + 3}-{said.end}", speaker="Berta Noll")
    assert f"{said.start}-{said.end} (Mira Quill: “Nobody asked the fishermen." in str(raised.value)
    assert str(raised.value).isprintable()


def test_the_parts_of_a_file_are_named(store: Store, folder: Path) -> None:
    posts = "".join(
        f'<article class="post"><time datetime="2031-03-0{day}T10:00:00Z">{day} March 2031</time>'
        f"<p>The water of the lower river rose by {day} metres over night.</p></article>"
        for day in range(1, 6)
    )
    (folder / "live.html").write_text(f"<html><body><h1>Live: the flood</h1>{posts}</body></html>", encoding="utf-8")
    sync([folder], store, 128)
    message = "'live.html' was read as 5 documents; name one of them: live.html#1, live.html#2, live.html#3 and 2 more"
    with pytest.raises(CorrectionError, match=message):
        set_(store, "live.html", title="x")
    with pytest.raises(CorrectionError, match=f"There is no document .*; there is {HARBOUR}"):
        set_(store, HARBOUR.upper(), title="x")


@pytest.mark.parametrize(
    ("named", "given", "taken", "message"),
    [
        pytest.param("nowhere.txt", {"title": "x"}, [], "no document 'nowhere.txt'", id="no document"),
        pytest.param("nowhere.txt@1-2", {"speaker": "x"}, [], "no document", id="no document of the statement"),
        pytest.param("", {"title": "x"}, [], "names no document", id="nothing"),
        pytest.param("a\x00b", {"title": "x"}, [], "names no document", id="nul in a name"),
        pytest.param("a\udc80b", {"title": "x"}, [], "names no document", id="surrogate in a name"),
        pytest.param(f"{HARBOUR}@3-9", {"speaker": "x"}, [], "no statement at 3-9", id="no statement"),
        pytest.param(f"{HARBOUR}@3-9", {"title": "x"}, [], "only its speaker and day", id="a statement's title"),
        pytest.param(f"{HARBOUR}@9-3", {"speaker": "x"}, [], "no statement at 9-3", id="backwards"),
        pytest.param(HARBOUR, {"title": "y", "published": "soon"}, [], "cannot be read", id="one of two is wrong"),
        pytest.param(HARBOUR, {}, ["title"], "was not corrected", id="nothing to take back"),
        pytest.param(HARBOUR, {}, ["text"], "no field 'text'", id="no field to take back"),
        pytest.param(f"{HARBOUR}@3-9", {}, ["speaker"], "was not corrected", id="no statement to take back"),
        pytest.param("nowhere.txt", {}, ["title"], "no document", id="nothing to take back of none"),
    ],
)
def test_a_wrong_correction_changes_nothing(
    store: Store, named: str, given: dict[str, str], taken: list[str], message: str
) -> None:
    before = everything(store)
    with pytest.raises(CorrectionError, match=message):
        change(store, named, given, taken, 128)
    assert everything(store) == before


def test_fields_count_at_once_and_can_be_taken_back(store: Store) -> None:
    before = everything(store)
    vectors = store.catalog.vector_ids()
    set_(store, HARBOUR, title="The berths of the zander", published="9 March 2031", source="The Vesk Gazette")
    now = document(store)
    assert (now.title, now.published, now.source) == ("The berths of the zander", "2031-03-09", "The Vesk Gazette")
    assert dict(now.read) == {"title": "Harbour", "published": "2031-03-02", "source": None}
    assert {each.said_on for each in store.catalog.statements(HARBOUR)} == {"2031-03-09"}
    assert store.catalog.published()[HARBOUR] == "2031-03-09"
    (passage,) = store.catalog.passages_of(HARBOUR)
    assert [key for key, _ in store.catalog.search(["zander"], 5)] == [passage.id]
    assert store.catalog.vector_ids() != vectors
    assert store.vectors.passages.ids() == store.catalog.vector_ids()
    found = store.search(question_vectors(store.embeddings, "zander").vector, 2)
    assert found[0][0] == passage.id
    unset(store, HARBOUR, "title", "published", "source")
    assert everything(store) == before
    assert store.vectors.passages.ids() == vectors


def test_an_empty_value_says_none(store: Store) -> None:
    set_(store, HARBOUR, published="")
    assert document(store).published is None
    assert {each.said_on for each in store.catalog.statements(HARBOUR)} == {None}
    assert shown.document_object(document(store), store.catalog)["corrected"]["published"]["read"] == "2031-03-02"


def test_a_document_becomes_a_speech_and_no_speech_again(store: Store, folder: Path) -> None:
    (folder / "remarks.txt").write_text(f"Remarks by Mayor Odran Tell\n\n{REMARKS}", encoding="utf-8")
    sync([folder], store, 128)
    assert {each.speaker for each in store.catalog.statements("remarks.txt")} == {"Odran Tell"}
    set_(store, "remarks.txt", speaker="Mira Quill")
    said = store.catalog.statements("remarks.txt")
    assert {(each.speaker, each.kind) for each in said} == {("Mira Quill", "turn")}
    assert "Mira Quill" in store.catalog.names_for("quill")
    set_(store, "remarks.txt", speaker="")
    assert store.catalog.statements("remarks.txt") == []
    unset(store, "remarks.txt", "speaker")
    assert {each.speaker for each in store.catalog.statements("remarks.txt")} == {"Odran Tell"}


def test_a_statement_is_somebody_elses(store: Store) -> None:
    before = everything(store)
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    said = saying(store, "fishermen")
    assert (said.speaker, said.confidence, said.candidates) == ("Berta Noll", 1.0, ())
    assert store.catalog.names_for("noll") == ["Berta Noll"]
    assert [each.name for each in store.catalog.register() if each.name == "Berta Noll"]
    ask = over(store, Settings(passage_tokens=128)).ask
    answer = ask(Turn("What did Berta Noll say about the fishermen?"))
    assert (answer.citations[0].speaker, answer.citations[0].check) == ("Berta Noll", "verified")
    assert answer.notice == "The speaker of [1] was corrected by hand."
    assert ask(Turn(f"Did Berta Noll say “{FISHERMEN}”?")).verdict == "exact"
    assert ask(Turn(f"Did Mira Quill say “{FISHERMEN}”?")).verdict == "other_speaker"
    set_(store, at(said), speaker="")
    said = saying(store, "fishermen")
    assert (said.speaker, said.confidence) == (None, 0.0)
    unset(store, at(said), "speaker")
    assert everything(store) == before


def test_who_reports_what_is_quoted_inside_is_corrected_with_it(store: Store, folder: Path) -> None:
    (folder / "told.txt").write_text(
        "“I told Holt: ‘We will not sign.’ She answered: ‘Then we wait.’ Yes,” Odran Tell recalled of Runa Holt.\n",
        encoding="utf-8",
    )
    sync([folder], store, 128)
    reported = saying(store, "I told Holt", "told.txt")
    before = {each.speaker: each.reported_by for each in store.catalog.statements("told.txt")}
    assert before == {"Odran Tell": "Odran Tell", "Runa Holt": "Odran Tell"}
    set_(store, at(reported), speaker="Mira Quill")
    after = {each.speaker: each.reported_by for each in store.catalog.statements("told.txt")}
    assert after == {"Mira Quill": None, "Odran Tell": "Mira Quill", "Runa Holt": "Mira Quill"}


HELD = "A meeting of the council of Vesk was HELD THIS 12TH DAY OF FEBRUARY, 2031 at the harbour hall.\n"
OF_LINE = "line 1, perhaps of something else"


@pytest.mark.parametrize(
    ("name", "text", "days"),
    [
        pytest.param(HARBOUR, GAZETTE[HARBOUR], {}, id="one day"),
        pytest.param("2031-02-03-harbour.txt", GAZETTE[HARBOUR], {"the file's name": "2031-02-03"}, id="name and line"),
        pytest.param(
            "notes.txt", f"---\ndate: 2031-01-01\n---\n{GAZETTE[HARBOUR]}", {"the first line": "2031-03-02"}, id="front"
        ),
        pytest.param("notes.txt", "Nothing is dated.\n", {}, id="none"),
        pytest.param("2031-02-19-minutes.txt", HELD, {OF_LINE: "2031-02-12"}, id="name and running text"),
        pytest.param("2031-02-12-minutes.txt", HELD, {}, id="name and running text of one day"),
    ],
)
def test_days_that_disagree_are_shown(store: Store, folder: Path, name: str, text: str, days: dict[str, str]) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    sync([folder], store, 128)
    fields = shown.document_object(document(store, name), store.catalog)
    assert fields["other_days"] == days
    assert all(f"another day: {day}" in "\n".join(shown.document_lines(fields)) for day in days.values())


def test_a_day_that_was_set_is_none_of_the_others(store: Store, folder: Path) -> None:
    (folder / "2031-02-19-minutes.txt").write_text(HELD, encoding="utf-8")
    sync([folder], store, 128)
    set_(store, "2031-02-19-minutes.txt", published="2031-02-12")
    fields = shown.document_object(document(store, "2031-02-19-minutes.txt"), store.catalog)
    assert (fields["other_days"], fields["found_in"]["published"]) == ({}, shown.CORRECTED)
    assert fields["corrected"]["published"]["read_in"] == "the file's name"
