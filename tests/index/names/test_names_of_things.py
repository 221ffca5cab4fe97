"""Names that are not what they seem: characters that nobody sees, line breaks, links, two people a letter apart."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from errors import SettingError, StoreError
from index.attribution.attribute import analyse
from index.backup.backup import export, import_
from index.names.names import NO_ALIASES, read_aliases, same_person
from index.read.file_list import listed
from index.readers.parsed import normalised
from index.storage.lock import StoreLock, held, holder
from index.storage.store import open_store
from index.sync import sync
from settings import Settings
from tests.index.analysed import document

UNSEEN = {
    "a space of no width": "Mi\u200bra Qui\u200bll",
    "a joiner": "Mira Qu\u200dill",
    "a joiner that parts": "Mir\u200ca Quill",
    "soft hyphens": "Mi\u00adra Quill",
    "a mark of byte order": "\ufeffMira Quill",
}


@pytest.mark.parametrize("written", UNSEEN.values(), ids=UNSEEN)
def test_what_nobody_sees_ends_no_name(written: str) -> None:
    text = normalised(f"“The weir will stay shut,” {written} said on Monday.")
    assert [each.speaker for each in analyse(document(text)).statements] == ["Mira Quill"]


@pytest.mark.parametrize("stressed", ["Алекса\u0301ндр Ры́женков", "Алекса\u0301ндр Рыженков"])
def test_marks_of_stress_are_no_letters(stressed: str) -> None:
    assert normalised(f"{stressed} й ї ў") == "Александр Рыженков й ї ў"


@pytest.mark.parametrize("kept", ["می\u200cخواهم", "👩\u200d🌾 met us", "क्\u200dष", "Zoë, Čapek, Ångström"])
def test_joiners_that_spell_stay(kept: str) -> None:
    assert normalised(kept) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Conti", "Mario Conti"),
        ("Daniel Rossi", "Daniela Rossi"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("Sergio Bonn", "Sergia Bonn"),
        ("John Smith Jr.", "John Smith Sr."),
        ("Odo Vance II", "Odo Vance III"),
        ("Paul Tarn I", "Paul Tarn II"),
        ("Mr. Tell", "Mrs Tell"),
        ("George H. W. Bruns", "George W. Bruns"),
        ("Alexander Ivanov", "Alexandra Ivanova"),
    ],
)
def test_two_people_a_letter_apart_are_two(one: str, other: str) -> None:
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("John Smith", "John Smith Jr."),
        ("Mr. Tell", "Odran Tell"),
        ("Dr. Ana Ruiz", "Mrs Ruiz"),
        ("George W. Bruns", "George Bruns"),
        ("J. F. Karr", "John F. Karr"),
        ("Dmytro Kuleba", "Dmitry Kuleba"),
    ],
)
def test_spellings_of_one_person_are_one(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1bb.txt", "a\u2028b.txt", "folder\n/a.txt"])
def test_a_name_of_two_lines_is_not_taken_in(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("“The quay is sold,” said Ana Ruiz.", encoding="utf-8")
    (tmp_path / "z.txt").write_text("“The quay is ours,” said Ana Ruiz.", encoding="utf-8")
    listing = listed([tmp_path])
    assert [each.id for each in listing.files] == ["z.txt"]
    (failure,) = listing.failures
    assert "line break or a control character" in failure.reason
    assert failure.path.isprintable()


def test_fields_of_a_record_are_of_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    record = {"id": "1\nb.txt  verified", "title": "A title\n\nMira Quill said:", "speaker": "Ana\u2028Ruiz"}
    (folder / "a.jsonl").write_text(json.dumps(record | {"text": "We go."}), encoding="utf-8")
    with open_store(Settings(store=tmp_path / "store")) as store:
        sync([folder], store, 128)
        (found,) = store.catalog.documents()
    fields = (found.id, found.title, found.speaker)
    assert fields == ("a.jsonl#1 b.txt verified", "A title Mira Quill said:", "Ana Ruiz")


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("My key is 1234.", encoding="utf-8")
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "own.txt").write_text("“We go,” said Ana Ruiz.", encoding="utf-8")
    (papers / "inside.txt").symlink_to(papers / "own.txt")
    (papers / "outside.txt").symlink_to(tmp_path / "elsewhere.txt")
    (papers / "environment.txt").symlink_to("/proc/self/environ")
    listing = listed([papers])
    assert {each.id for each in listing.files} == {"inside.txt", "own.txt"}
    assert {each.path for each in listing.failures} == {"environment.txt", "outside.txt"}
    assert all("outside the folder" in each.reason for each in listing.failures)
    assert not listing.covers(papers / "outside.txt")


def test_a_lock_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lock")
    assert not held(tmp_path)
    assert holder(tmp_path) == "another process"
    with pytest.raises(StoreError, match="is not a file"):
        StoreLock(tmp_path).acquire(0)


def test_a_lock_that_is_a_link_overwrites_nothing(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary", encoding="utf-8")
    store = tmp_path / "store"
    store.mkdir()
    (store / "lock").symlink_to(diary)
    with pytest.raises(StoreError, match="is not a file"):
        StoreLock(store).acquire(0)
    assert diary.read_text(encoding="utf-8") == "Dear diary"


def test_an_export_overwrites_nothing_but_an_export(tmp_path: Path) -> None:
    with open_store(Settings(store=tmp_path / "store")) as store:
        for taken in (tmp_path / "store" / "catalog.sqlite", tmp_path / "diary.txt"):
            taken.touch()
            before = taken.read_bytes()
            with pytest.raises(StoreError, match="is not an export"):
                export(store.catalog, taken)
            assert taken.read_bytes() == before
        export(store.catalog, tmp_path / "a.otr")
        export(store.catalog, tmp_path / "a.otr")


@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a device"])
def test_what_is_no_file_is_not_imported(tmp_path: Path, kind: str) -> None:
    path = Path("/dev/zero") if kind == "a device" else tmp_path / "given"
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    with open_store(Settings(store=tmp_path / "store")) as store, pytest.raises(StoreError, match="is not a file"):
        import_(path, store)


def test_aliases_that_are_named_are_there(tmp_path: Path) -> None:
    assert read_aliases(Settings.aliases) == NO_ALIASES
    for path in (tmp_path, tmp_path / "missing.yaml"):
        with pytest.raises(SettingError, match="where there is no file"):
            read_aliases(path)
