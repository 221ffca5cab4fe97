"""What people correct counts at once, outlives its file's changes, and is never put over other words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from errors import CorrectionError
from index import shown
from index.backup import backup
from index.correct import change
from index.corrected_values import LONGEST, field_named, value
from index.records import Document, Statement
from index.storage.catalog_writer import CatalogWriter
from index.storage.embeddings import query_vector
from index.storage.store import Store, open_store
from index.sync import sync
from rag.pipeline import over
from rag.records import Turn
from settings import Settings
from tests.conftest import GAZETTE, NewStore

HARBOUR, BRIDGE = GAZETTE
TELL, QUILL = "Odran Tell", "Mira Quill"
FISHERMEN = "Nobody asked the fishermen. They will lose their berths."
REMARKS = (
    "The ferry has to stay. I have crossed on it since I was a boy, and we shall pay for it.\n\n"
    "We never said that it was cheap. My own family lives by it.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in GAZETTE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def settings(new_store: NewStore, tmp_path: Path) -> Settings:
    return new_store(tmp_path / "store")


@pytest.fixture
def store(settings: Settings, folder: Path) -> Iterator[Store]:
    with open_store(settings) as opened:
        sync([folder], opened, 128)
        yield opened


def document(store: Store, name: str = HARBOUR) -> Document:
    found = store.catalog.document(name)
    assert found is not None
    return found


def saying(store: Store, words: str, name: str = HARBOUR) -> Statement:
    text = document(store, name).text
    return next(each for each in store.catalog.statements(name) if words in text[each.start : each.end])


def at(statement: Statement) -> str:
    return f"{statement.document_id}@{statement.start}-{statement.end}"


def set_(store: Store, named: str, **given: str) -> None:
    change(store, named, given, [], 128)


def unset(store: Store, named: str, *fields: str) -> None:
    change(store, named, {}, fields, 128)


def everything(store: Store) -> object:
    catalog = store.catalog
    return (
        [catalog.document(each.id) for each in catalog.documents()],
        {each.id: (catalog.statements(each.id), catalog.passages_of(each.id)) for each in catalog.documents()},
        catalog.vector_ids(),
        catalog.corrections(),
        catalog.version(),
        catalog.speakers(),
    )


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        pytest.param("title", "  On the  harbour ", "On the harbour", id="blanks"),
        pytest.param("title", "Cafe\u0301 talk", "Café talk", id="composed"),
        pytest.param("published", "2031-03-05", "2031-03-05", id="iso day"),
        pytest.param("published", "5 March 2031", "2031-03-05", id="day in words"),
        pytest.param("published", "March 5, 2031", "2031-03-05", id="month first"),
        pytest.param("published", "05.03.2031", "2031-03-05", id="full stops"),
        pytest.param("published", "2031-03", "2031-03", id="a month"),
        pytest.param("published", "", None, id="no day"),
        pytest.param("speaker", " ", None, id="no speaker"),
        pytest.param("speaker", "Міра Квіл", "Міра Квіл", id="cyrillic"),
        pytest.param("speaker", "Unknown", None, id="unknown"),
        pytest.param("speaker", "N/A", None, id="not applicable"),
        pytest.param("speaker", " - ", None, id="a dash"),
        pytest.param("speaker", "(none)", None, id="none in brackets"),
        pytest.param("speaker", "неизвестно", None, id="unknown in russian"),
        pytest.param("source", "unbekannt", None, id="unknown in german"),
        pytest.param("published", "No date", None, id="no date"),
        pytest.param("said_on", "1963", "1963", id="a year"),
        pytest.param("said_on", "none", None, id="said on no day"),
        pytest.param("title", "None", "None", id="a title that is a word for none"),
        pytest.param("title", "1984", "1984", id="a title of figures"),
        pytest.param("source", "20 Minutes", "20 Minutes", id="a paper with figures"),
        pytest.param("speaker", "Nona Unknown", "Nona Unknown", id="a name with such a word"),
        pytest.param("source", "The “Vesk” Gazette & Sons = <b>", "The “Vesk” Gazette & Sons = <b>", id="marks"),
    ],
)
def test_what_is_written_is_kept(field: str, written: str, kept: str | None) -> None:
    assert value(field, written) == kept


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        pytest.param("speaker", "12345", "has no letter", id="a speaker of figures"),
        pytest.param("speaker", "+49 30 1234", "has no letter", id="a number to call"),
        pytest.param(
            "published", "03/04/2026", "3 April 2026 or 4 March 2026; write it as 2026-04-03 or", id="two days"
        ),
        pytest.param("said_on", "11-12-1963", "11 December 1963 or 12 November 1963", id="two days with hyphens"),
        pytest.param("published", "on 5/6/2031", "5 June 2031 or 6 May 2031", id="two days in words"),
        pytest.param("title", " ", "title is empty", id="empty title"),
        pytest.param("title", "x" * (LONGEST["title"] + 1), "longer than 500", id="long title"),
        pytest.param("speaker", "Ana\nTell", "control character", id="line break"),
        pytest.param("speaker", "Ana\x00Tell", "control character", id="nul"),
        pytest.param("speaker", "Ana\ud800", "control character", id="lone surrogate"),
        pytest.param("source", "Gazette\u202e", "control character", id="order of letters turned"),
        pytest.param("speaker", "???", "no letter", id="no letter"),
        pytest.param("published", "the other day", "cannot be read", id="no day"),
        pytest.param("published", "2031-02-30", "cannot be read", id="a day that is none"),
        pytest.param("published", "31.31.2031", "cannot be read", id="a month that is none"),
        pytest.param("published", "9" * 100_000, "longer than", id="endless day"),
    ],
)
def test_what_cannot_be_kept_is_named(field: str, written: str, told: str) -> None:
    with pytest.raises(CorrectionError, match=told) as raised:
        value(field, written)
    assert "\n" not in str(raised.value)
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("name", ["Published", " SPEAKER ", "title", "Source\t"])
def test_a_fields_capitals_and_blanks_do_not_matter(name: str) -> None:
    assert field_named(name) == name.strip().lower()


@pytest.mark.parametrize("name", ["text", "id\n\x1b[2J", "", "said_on", "publish ed"])
def test_a_field_that_there_is_not_is_named(name: str) -> None:
    with pytest.raises(CorrectionError, match="field|said_on") as raised:
        field_named(name)
    assert str(raised.value).isprintable()


NEXT_YEAR = str(date.today().year + 1)
REMARKS_OF = {
    "a day to come": ({"published": f"{NEXT_YEAR}-01-01"}, f"1 January {NEXT_YEAR} is in the future"),
    "a year to come": ({"published": NEXT_YEAR}, f"{NEXT_YEAR} is in the future; it was stored as given."),
    "a month to come": ({"Published": f"{NEXT_YEAR}-02"}, f"February {NEXT_YEAR} is in the future"),
    "unknown": ({"published": "Unknown"}, "'Unknown' was taken to mean that there is no day."),
    "not applicable": ({"published": " n/a "}, "'n/a' was taken to mean that there is no day."),
    "the same beside another": (
        {"title": "Harbour", "published": "2020"},
        "The file says the same of the title; nothing was stored.",
    ),
}


@pytest.mark.parametrize(("given", "told"), REMARKS_OF.values(), ids=REMARKS_OF)
def test_it_is_said_how_a_value_was_taken(store: Store, given: dict[str, str], told: str) -> None:
    assert any(told in each for each in change(store, HARBOUR, given, [], 128)["remarks"])


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
    with pytest.raises(CorrectionError, match="The file says the same of the .*; nothing was stored"):
        change(store, HARBOUR, given, [], 128)
    assert everything(store) == before


def test_what_the_file_says_takes_a_correction_back(store: Store) -> None:
    before = everything(store)
    set_(store, HARBOUR, title="On the harbour")
    told = change(store, HARBOUR, {"title": "Harbour"}, [], 128)["remarks"]
    assert told == ["The file says the same of the title; your correction was taken back."]
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
    told = "'live.html' was read as 5 documents; name one of them: live.html#1, live.html#2, live.html#3 and 2 more"
    with pytest.raises(CorrectionError, match=told):
        set_(store, "live.html", title="x")
    with pytest.raises(CorrectionError, match=f"There is no document .*; there is {HARBOUR}"):
        set_(store, HARBOUR.upper(), title="x")


@pytest.mark.parametrize(
    ("named", "given", "taken", "told"),
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
    store: Store, named: str, given: dict[str, str], taken: list[str], told: str
) -> None:
    before = everything(store)
    with pytest.raises(CorrectionError, match=told):
        change(store, named, given, taken, 128)
    assert everything(store) == before


def test_fields_count_at_once_and_can_be_taken_back(store: Store) -> None:
    before = everything(store)
    vectors = store.catalog.vector_ids()
    set_(store, HARBOUR, title="The berths of the zander", published="9 March 2031", source="The Vesk Gazette")
    held = document(store)
    assert (held.title, held.published, held.source) == ("The berths of the zander", "2031-03-09", "The Vesk Gazette")
    assert dict(held.read) == {"title": "Harbour", "published": "2031-03-02", "source": None}
    assert {each.said_on for each in store.catalog.statements(HARBOUR)} == {"2031-03-09"}
    assert store.catalog.published()[HARBOUR] == "2031-03-09"
    (passage,) = store.catalog.passages_of(HARBOUR)
    assert [key for key, _ in store.catalog.search(["zander"], 5)] == [passage.id]
    assert store.catalog.vector_ids() != vectors
    assert store.vectors.passages.ids() == store.catalog.vector_ids()
    found = store.search(query_vector(store.embeddings, "zander"), 2)
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


def test_who_tells_what_is_quoted_inside_is_corrected_with_it(store: Store, folder: Path) -> None:
    (folder / "told.txt").write_text(
        "“I told Holt: ‘We will not sign.’ She answered: ‘Then we wait.’ Yes,” Odran Tell recalled of Runa Holt.\n",
        encoding="utf-8",
    )
    sync([folder], store, 128)
    told = saying(store, "I told Holt", "told.txt")
    before = {each.speaker: each.reported_by for each in store.catalog.statements("told.txt")}
    assert before == {"Odran Tell": "Odran Tell", "Runa Holt": "Odran Tell"}
    set_(store, at(told), speaker="Mira Quill")
    after = {each.speaker: each.reported_by for each in store.catalog.statements("told.txt")}
    assert after == {"Mira Quill": None, "Odran Tell": "Mira Quill", "Runa Holt": "Mira Quill"}


def test_they_outlive_indexing_pruning_and_rebuilding(store: Store, folder: Path) -> None:
    set_(store, HARBOUR, published="2031-03-05", title="Berths")
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    made = everything(store)
    assert sync([folder], store, 128).unchanged == 2
    assert everything(store) == made
    store.rebuild_vectors()
    assert everything(store) == made
    sync([folder], store, 64)
    assert (document(store).title, saying(store, "fishermen").speaker) == ("Berths", "Berta Noll")
    sync([folder], store, 128)
    text = (folder / HARBOUR).read_text(encoding="utf-8")
    (folder / HARBOUR).unlink()
    assert sync([folder], store, 128, prune=True).removed == 1
    assert len(store.catalog.corrections(HARBOUR)) == 3
    (folder / HARBOUR).write_text(text, encoding="utf-8")
    assert sync([folder], store, 128).added == 1
    assert everything(store) == made


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("on Sunday", "on a rainy Sunday morning"), id="words before it"),
        pytest.param(lambda text: f"{text}\nThe mayor left at noon.\n", id="words after it"),
        pytest.param(lambda text: text.replace("disagreed: “", "did not agree. “"), id="its cue"),
        pytest.param(lambda text: text.replace("fishermen. They", "fishermen; they"), id="its marks"),
    ],
)
def test_a_statement_is_known_again_where_it_moved(store: Store, folder: Path, changed: object) -> None:
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    assert callable(changed)
    (folder / HARBOUR).write_text(changed(GAZETTE[HARBOUR]), encoding="utf-8")
    assert sync([folder], store, 128).changed == 1
    (row,) = shown.document_object(document(store), store.catalog)["corrected_statements"]
    said = saying(store, "fishermen")
    assert (said.speaker, row["applied"], row["start"]) == ("Berta Noll", True, said.start)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("Nobody asked", "Everybody asked"), id="other words"),
        pytest.param(lambda text: text.replace("They will lose their berths.", ""), id="fewer words"),
        pytest.param(
            lambda text: f"It rained in Vesk.\n\nPalo Brandt agreed: “{FISHERMEN}”\n\n{text}",
            id="the same words twice, and moved",
        ),
    ],
)
def test_a_correction_of_words_that_are_gone_is_kept_and_not_applied(
    store: Store, folder: Path, changed: object
) -> None:
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    made = saying(store, "fishermen")
    assert callable(changed)
    (folder / HARBOUR).write_text(changed(GAZETTE[HARBOUR]), encoding="utf-8")
    sync([folder], store, 128)
    assert "Berta Noll" not in store.catalog.speakers()
    (row,) = shown.document_object(document(store), store.catalog)["corrected_statements"]
    assert row == {"start": made.start, "end": made.end, "speaker": "Berta Noll", "read": None, "applied": False}
    assert "not applied" in "\n".join(shown.document_lines(shown.document_object(document(store), store.catalog)))
    (folder / HARBOUR).write_text(GAZETTE[HARBOUR], encoding="utf-8")
    sync([folder], store, 128)
    assert saying(store, "fishermen").speaker == "Berta Noll"


def test_of_the_same_words_said_twice_the_same_one_is_meant(store: Store, folder: Path) -> None:
    text = "".join(f"On the ferry.\n\n“The ferry has to stay where it is,” {name} said.\n\n" for name in (TELL, QUILL))
    (folder / "ferry.txt").write_text(text, encoding="utf-8")
    sync([folder], store, 128)
    second = store.catalog.statements("ferry.txt")[1]
    set_(store, at(second), speaker="Berta Noll")
    assert [each.speaker for each in store.catalog.statements("ferry.txt")] == ["Odran Tell", "Berta Noll"]
    (folder / "ferry.txt").write_text(f"It rained in Vesk.\n\n{text}", encoding="utf-8")
    sync([folder], store, 128)
    assert [each.speaker for each in store.catalog.statements("ferry.txt")] == ["Odran Tell", "Berta Noll"]


def test_few_words_are_known_again_by_their_line(store: Store, folder: Path) -> None:
    (folder / "short.txt").write_text("“Never!” Odran Tell said at the pier.\n", encoding="utf-8")
    sync([folder], store, 128)
    (only,) = store.catalog.statements("short.txt")
    set_(store, at(only), speaker="Berta Noll")
    (folder / "short.txt").write_text("“Never!” Mira Quill said in the council.\n", encoding="utf-8")
    sync([folder], store, 128)
    assert [each.speaker for each in store.catalog.statements("short.txt")] == ["Mira Quill"]


def test_what_is_not_applied_can_be_taken_back(store: Store, folder: Path) -> None:
    said = saying(store, "fishermen")
    set_(store, at(said), speaker="Berta Noll")
    set_(store, HARBOUR, title="Berths")
    (folder / HARBOUR).write_text("The lighthouse burned down.\n", encoding="utf-8")
    sync([folder], store, 128)
    unset(store, at(said), "speaker")
    assert [each.field for each in store.catalog.corrections()] == ["title"]
    (folder / HARBOUR).unlink()
    sync([folder], store, 128, prune=True)
    assert [each["applied"] for each in shown.corrections_object(store.catalog)] == [False]
    unset(store, HARBOUR, "title")
    assert store.catalog.corrections() == []


def test_an_export_takes_them_along(store: Store, new_store: NewStore, folder: Path, tmp_path: Path) -> None:
    set_(store, HARBOUR, title="Berths", published="")
    set_(store, at(saying(store, "fishermen")), speaker="Berta Noll")
    set_(store, BRIDGE, source="The Gazette")
    (folder / BRIDGE).rename(tmp_path / BRIDGE)
    sync([folder], store, 128, prune=True)
    made = everything(store)
    backup.export(store.catalog, tmp_path / "store.otr")
    with open_store(new_store(tmp_path / "other")) as other:
        backup.import_(tmp_path / "store.otr", other, passage_tokens=128)
        assert everything(other) == made
        assert sync([folder], other, 128).unchanged == 1
        (tmp_path / BRIDGE).rename(folder / BRIDGE)
        sync([folder], other, 128)
        assert document(other, BRIDGE).source == "The Gazette"


def test_an_import_loses_no_correction_of_the_store(
    store: Store, new_store: NewStore, folder: Path, tmp_path: Path
) -> None:
    set_(store, HARBOUR, title="Berths")
    set_(store, BRIDGE, source="Of the export")
    (folder / HARBOUR).rename(tmp_path / HARBOUR)
    backup.export(store.catalog, tmp_path / "store.otr")
    with open_store(new_store(tmp_path / "other")) as other:
        (tmp_path / HARBOUR).rename(folder / HARBOUR)
        sync([folder], other, 128)
        set_(other, HARBOUR, published="2031-03-05")
        set_(other, at(saying(other, "fishermen")), speaker="Berta Noll")
        set_(other, BRIDGE, source="Of the store")
        backup.import_(tmp_path / "store.otr", other, passage_tokens=128)
        held = document(other)
        assert (held.title, held.published, saying(other, "fishermen").speaker) == (
            "Berths",
            "2031-03-05",
            "Berta Noll",
        )
        assert document(other, BRIDGE).source == "Of the export"
        assert other.vectors.passages.ids() == other.catalog.vector_ids()
        made = everything(other)
        backup.import_(tmp_path / "store.otr", other, passage_tokens=128)
        assert everything(other) == made


def test_a_reader_sees_the_one_or_the_other_state(store: Store) -> None:
    seen: set[tuple[str | None, str | None]] = set()
    failures: list[BaseException] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                with store.catalog.reading():
                    seen.add((document(store).published, saying(store, "fishermen").said_on))
            except BaseException as error:
                failures.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    for day in ("2031-03-09", "2031-03-16", ""):
        set_(store, HARBOUR, published=day)
    unset(store, HARBOUR, "published")
    stop.set()
    reading.join()
    assert failures == []
    assert all(one == other for one, other in seen)


def test_an_interrupted_correction_leaves_the_document_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(store)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(CatalogWriter, "_put_corrections", stop)
        with pytest.raises(KeyboardInterrupt):
            set_(store, HARBOUR, title="Berths")
    assert everything(store) == before


@pytest.mark.parametrize(
    ("name", "text", "days"),
    [
        pytest.param(HARBOUR, GAZETTE[HARBOUR], {}, id="one day"),
        pytest.param("2031-02-03-harbour.txt", GAZETTE[HARBOUR], {"the file's name": "2031-02-03"}, id="name and line"),
        pytest.param(
            "notes.txt", f"---\ndate: 2031-01-01\n---\n{GAZETTE[HARBOUR]}", {"the first line": "2031-03-02"}, id="front"
        ),
        pytest.param("notes.txt", "Nothing is dated.\n", {}, id="none"),
    ],
)
def test_days_that_disagree_are_told(store: Store, folder: Path, name: str, text: str, days: dict[str, str]) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    sync([folder], store, 128)
    told = shown.document_object(document(store, name), store.catalog)
    assert told["other_days"] == days
    assert all(f"another day: {day}" in "\n".join(shown.document_lines(told)) for day in days.values())
