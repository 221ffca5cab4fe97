"""Files that are added keep readable names of their own, and none takes another's place without being asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.running.jobs import Job
from index.storage.store import Store, open_store
from index.storage.uploads import Upload, Uploads, free_name, safe_name, safe_title
from index.upload_jobs import Intake, text_upload
from tests.conftest import embedded
from tests.index.test_upload_jobs import over


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(embedded(tmp_path / "store")) as opened:
        yield opened


def on_disk(store: Store) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted((store.folder / "added" / "uploads").iterdir())}


def texts(store: Store) -> list[str]:
    found = (store.catalog.document(each.id) for each in store.catalog.documents())
    return sorted(each.text for each in found if each)


def given(*files: tuple[str, str]) -> list[Upload]:
    return [Upload(name, text.encode(), safe_name(name)) for name, text in files]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Press conference 12/05/2025", "Interview 12/05/2025"),
        ("Press conference 12/05/2025", "Press conference 12-05-2025"),
        ("Budget: why now?", "Budget! why now!"),
        ("Budget: why now?", "Budget* why now|"),
        ("x" * 100 + " one", "x" * 100 + " two"),
        ("港" * 100, "港" * 100 + "口"),
        ("Ferry", "Ferry.jsonl"),
        ("...", "???"),
    ],
)
def test_pasted_texts_of_two_titles_are_two_documents(intake: Intake, store: Store, first: str, second: str) -> None:
    over(intake, intake.add([text_upload(first, "The first words.")]))
    assert intake.others([text_upload(second, "The second words.")]) == []
    done = over(intake, intake.add([text_upload(second, "The second words.")]))
    assert (done.state, done.message[:7]) == ("done", "1 added")
    assert texts(store) == ["The first words.", "The second words."]
    assert {each.title for each in store.catalog.documents()} == {first, second}
    assert len(on_disk(store)) == 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Press conference 12/05/2025", "Press conference 12-05-2025"),
        ("Budget! why now!", "Budget! why now!"),
        ("Łukaszenka o Polsce", "Łukaszenka o Polsce"),
        ("Tell & Quill, on the ferry", "Tell & Quill, on the ferry"),
    ],
)
def test_a_title_stays_readable_in_the_name_of_its_file(title: str, name: str) -> None:
    assert safe_title(title) == name


@pytest.mark.parametrize(
    "names",
    [
        ("Tell?.txt", "Tell*.txt"),
        ("notes.txt", "notes.txt"),
        ("2030/notes.txt", "2031/notes.txt"),
        ("x" * 100 + "1.txt", "x" * 100 + "2.txt"),
        ("Notes.txt", "notes.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
    ],
)
def test_files_of_one_upload_never_take_each_other_s_place(
    intake: Intake, store: Store, names: tuple[str, str]
) -> None:
    done = over(intake, intake.add(given((names[0], "One paper."), (names[1], "Another paper.")), "replace"))
    assert done.message.startswith("2 added")
    assert texts(store) == ["Another paper.", "One paper."]
    assert len(on_disk(store)) == 2


def later(intake: Intake, *files: tuple[str, str]) -> list[str]:
    return [each.name for each in intake.others(given(*files))]


def test_another_content_under_the_same_name_is_a_choice(intake: Intake, store: Store) -> None:
    over(intake, intake.add(given(("notes.txt", "The older."))))
    assert later(intake, ("notes.txt", "The newer."), ("other.txt", "Other."), ("NOTES.TXT", "Loud.")) == [
        "notes.txt",
        "NOTES.TXT",
    ]
    both = over(intake, intake.add(given(("notes.txt", "The newer."))))
    assert both.message.startswith("1 added")
    assert texts(store) == ["The newer.", "The older."]
    assert list(on_disk(store)) == ["notes (2).txt", "notes.txt"]
    replaced = over(intake, intake.add(given(("notes.txt", "The newest.")), "replace"))
    assert replaced.message.startswith("1 changed")
    assert texts(store) == ["The newer.", "The newest."]


def test_the_same_content_again_is_there_already(intake: Intake, store: Store) -> None:
    over(intake, intake.add(given(("notes.txt", "The older."))))
    over(intake, intake.add(given(("notes.txt", "The newer."))))
    for text in ("The older.", "The newer."):
        assert later(intake, ("notes.txt", text)) == []
        done = over(intake, intake.add(given(("notes.txt", text), ("notes.txt", text))))
        assert done.message.startswith("2 already there after")
    assert len(on_disk(store)) == 2


def test_a_name_that_was_changed_for_the_disk_is_known_again(intake: Intake, store: Store) -> None:
    over(intake, intake.add(given(("Tell?.txt", "The older."))))
    over(intake, intake.add(given(("Tell*.txt", "Another."))))
    assert later(intake, ("Tell*.txt", "New.")) == ["Tell*.txt"]
    assert later(intake, ("Tell*.txt", "Another."), ("Tell?.txt", "The older."), ("Tell<.txt", "New.")) == []
    over(intake, intake.add(given(("Tell*.txt", "New.")), "replace"))
    assert texts(store) == ["New.", "The older."]


def test_a_pasted_text_again_is_there_already_and_with_other_words_a_choice(intake: Intake, store: Store) -> None:
    over(intake, intake.add([text_upload("On the ferry: why?", "The ferry is safe.")]))
    again = over(intake, intake.add([text_upload("On the ferry: why?", "The ferry is safe.")]))
    assert again.message.startswith("1 already")
    other = text_upload("On the ferry: why?", "The ferry is not safe.")
    assert intake.others([other]) == [other]
    over(intake, intake.add([other]))
    assert texts(store) == ["The ferry is not safe.", "The ferry is safe."]


def test_a_removed_name_is_free_again(intake: Intake, store: Store) -> None:
    over(intake, intake.add(given(("Tell?.txt", "The older."))))
    over(intake, intake.remove(["uploads/Tell_.txt"]))
    assert on_disk(store) == {}
    over(intake, intake.add(given(("Tell*.txt", "Another."))))
    assert list(on_disk(store)) == ["Tell_.txt"]
    assert later(intake, ("Tell?.txt", "The older.")) == []


def test_files_that_are_not_read_are_named_and_the_others_taken_in(intake: Intake, store: Store) -> None:
    done = over(intake, intake.add(given(("letter.doc", "x"), ("ferry.txt", "The ferry."), ("talk.mp3", "x"))))
    assert [name for name, _ in done.failed] == ["letter.doc", "talk.mp3"]
    assert "save it as .docx" in done.failed[0][1]
    assert texts(store) == ["The ferry."]
    assert list(on_disk(store)) == ["ferry.txt"]


def test_many_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    jobs = [
        threading.Thread(target=uploads.keep, args=(given(("notes.txt", f"Paper {number}.")),)) for number in range(20)
    ]
    for each in jobs:
        each.start()
    for each in jobs:
        each.join()
    assert {each.read_text() for each in uploads.folder.iterdir()} == {f"Paper {number}." for number in range(20)}


def test_a_damaged_record_of_names_loses_nothing(intake: Intake, store: Store) -> None:
    over(intake, intake.add(given(("Tell?.txt", "The older."))))
    for content in (b"", b"[]", b'{"names": []}', b"\xff"):
        (store.folder / "added" / ".notes.json").write_bytes(content)
        over(intake, intake.add(given(("Tell?.txt", f"After {content!r}."))))
    assert len(texts(store)) == 5


@pytest.mark.parametrize(
    ("file", "expected"),
    [("a.txt", "a (3).txt"), ("A.TXT", "A (3).TXT"), ("b.txt", "b.txt"), ("a (2).txt", "a (2) (2).txt")],
)
def test_a_free_name_gets_a_number(file: str, expected: str) -> None:
    assert free_name(file, {"a.txt", "a (2).txt"}) == expected


def test_names_fit_a_file_system(tmp_path: Path) -> None:
    named: Callable[[str], str] = safe_name
    for name in ("港" * 300 + ".txt", "x" * 300 + ".txt", "é" * 300 + ".jsonl"):
        assert len(f"{named(name)} (999).part".encode()) <= 255
        (tmp_path / named(name)).write_text("x")


def test_a_job_says_what_it_adds(intake: Intake) -> None:
    job: Job = intake.add(given(("notes.txt", "Words.")))
    assert job.title == "Add notes.txt"
    over(intake, job)
