"""Adding to the library, headless: a name that is there already is a choice, and what is not read is named."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.run_report import Progress
from index.storage.catalog import open_catalog
from index.upload_jobs import Intake
from settings import Settings
from tests.conftest import GAZETTE, embedded, indexed
from tests.ui.conftest import library_script
from ui import navigation, session

HARBOUR = "2031-03-02-harbour.txt"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    folder = tmp_path / "papers" / "uploads"
    folder.mkdir(parents=True)
    (folder / HARBOUR).write_text(GAZETTE[HARBOUR], encoding="utf-8")
    filled = indexed(folder.parent, embedded(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(filled.store))
    monkeypatch.setattr(navigation, "link", lambda name, label, parameters=None, icon=None: st.text(label))
    yield filled
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def app(settings: Settings) -> AppTest:
    return AppTest.from_function(library_script, default_timeout=60).run()


def add(app: AppTest, *files: tuple[str, str]) -> None:
    app.file_uploader[0].set_value([(name, text.encode(), "text/plain") for name, text in files]).run()
    finished(app)


def paste(app: AppTest, title: str, text: str) -> None:
    app.text_input[0].set_value(title)
    app.text_area[0].set_value(text)
    next(each for each in app.button if each.label == "Add text").click().run()
    finished(app)


def finished(app: AppTest) -> None:
    assert not app.exception
    deadline = time.monotonic() + 60
    while any(not each.is_over for each in session.intake().jobs()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    app.run()


def texts(settings: Settings) -> list[str]:
    catalog = open_catalog(settings)
    found = [catalog.document(each.id) for each in catalog.documents() if "harbour" not in each.id]
    catalog.close()
    return sorted(each.text for each in found if each)


def shown(app: AppTest) -> str:
    drawn = [*(str(each.proto.body) for each in app.get("html")), *(each.value for each in app.markdown)]
    return "\n".join([*drawn, *(each.value for each in app.warning)])


def choices(app: AppTest) -> list[str]:
    return [str(each.key) for each in app.button if str(each.key).startswith("same-name")]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("same-name-both", ["The newer.", "The older.", "The other."]),
        ("same-name-replace", ["The newer.", "The other."]),
        ("same-name-leave", ["The older.", "The other."]),
        (None, ["The older.", "The other."]),
    ],
)
def test_a_file_of_the_same_name_and_other_content_is_a_choice(
    app: AppTest, settings: Settings, choice: str | None, expected: list[str]
) -> None:
    add(app, ("notes.txt", "The older."))
    assert choices(app) == []
    add(app, ("notes.txt", "The newer."), ("other.txt", "The other."))
    assert choices(app) == ["same-name-both", "same-name-replace", "same-name-leave"]
    assert "**notes.txt** is in the library already, with other content." in shown(app)
    # What needs no choice does not wait for it.
    assert texts(settings) == ["The older.", "The other."]
    if choice:
        app.button(key=choice).click().run()
        finished(app)
        assert choices(app) == []
    assert texts(settings) == expected


def test_a_pasted_text_of_the_same_title_is_a_choice(app: AppTest, settings: Settings) -> None:
    paste(app, "Press conference 12/05/2025", "The ferry is safe.")
    paste(app, "Interview 12/05/2025", "The ferry is old.")
    assert choices(app) == []
    paste(app, "Press conference 12/05/2025", "The ferry is new.")
    assert "**Press conference 12/05/2025** is in the library already" in shown(app)
    app.button(key="same-name-both").click().run()
    finished(app)
    assert texts(settings) == ["The ferry is new.", "The ferry is old.", "The ferry is safe."]


def test_several_are_named_together_as_text(app: AppTest, settings: Settings) -> None:
    first = [(f"*a{number}*.txt", f"Paper {number}.") for number in range(12)]
    add(app, *first)
    add(app, *((name, f"{text} Again.") for name, text in first))
    assert "12 documents are in the library already" in shown(app)
    assert r"**\*a0\*.txt**" in shown(app)
    assert "and 2 more" in shown(app)
    app.button(key="same-name-replace").click().run()
    finished(app)
    assert texts(settings) == sorted(f"Paper {number}. Again." for number in range(12))


def test_two_files_of_one_name_in_one_upload_are_both_kept(app: AppTest, settings: Settings) -> None:
    add(app, ("notes.txt", "Of one folder."), ("notes.txt", "Of another folder."))
    assert texts(settings) == ["Of another folder.", "Of one folder."]


def test_two_documents_of_the_same_words_are_both_listed(app: AppTest, settings: Settings) -> None:
    add(app, ("notes.txt", "The same words."), ("other.txt", "The same words."))
    assert "uploads/notes.txt" in shown(app)
    assert "uploads/other.txt" in shown(app)


def test_the_same_file_again_is_there_already(app: AppTest, settings: Settings) -> None:
    add(app, ("notes.txt", "The older."))
    add(app, ("notes.txt", "The older."))
    assert choices(app) == []
    assert "1 already there" in shown(app)


def test_files_that_are_not_read_are_named_beside_those_that_are(app: AppTest, settings: Settings) -> None:
    add(app, ("letter.doc", "x"), ("notes.txt", "The older."), ("empty.txt", ""))
    assert "letter.doc: there is no reader for files that end in .doc; save it as .docx" in shown(app)
    assert "Done, 2 not read" in shown(app)
    assert "empty.txt: is empty" in shown(app)
    assert texts(settings) == ["The older."]
    app.file_uploader[0].set_value([("talk.mp3", b"x", "audio/mpeg")]).run()
    assert r"talk.mp3\: there is no reader" in shown(app)


def test_a_file_that_cannot_be_read_is_listed_until_it_is_removed(app: AppTest, settings: Settings) -> None:
    add(app, ("empty.txt", ""))
    add(app, ("notes.txt", "The older."))
    assert shown(app).count("not read") == shown(app).count("Done, 1 not read") == 1
    assert "1 file that could not be read" in [each.label for each in app.expander]
    remove = next(each for each in app.button if str(each.key).startswith("remove-unread-"))
    remove.click().run()
    finished(app)
    assert "1 file that could not be read" not in [each.label for each in app.expander]
    assert not (settings.store / "added" / "uploads" / "empty.txt").exists()


def test_what_is_over_is_folded_and_can_be_dismissed(app: AppTest) -> None:
    for name in "abc":
        add(app, (f"{name}.txt", f"Paper {name}."))
    assert [each.label for each in app.expander] == ["2 earlier", "Add documents"]
    dismissed = [each for each in app.button if each.label == "Dismiss"]
    assert len(dismissed) == 3
    dismissed[0].click().run()
    assert "Add c.txt" not in shown(app)
    assert [each.label for each in app.expander] == ["1 earlier", "Add documents"]
    for _ in range(2):
        next(each for each in app.button if each.label == "Dismiss").click().run()
    assert [each.label for each in app.expander] == ["Add documents"]


def test_removing_tells_which_files_leave_the_disk(app: AppTest, settings: Settings) -> None:
    """A folder of the user's own may be called as that of what is added."""
    assert "indexing the folder again brings it back" in shown(app)
    assert "deletes its file" not in shown(app)
    add(app, ("notes.txt", "The older."))
    assert "deletes its file" in shown(app)
    app.button(key=f"remove-it-uploads/{HARBOUR}").click().run()
    finished(app)
    assert (settings.store.parent / "papers" / "uploads" / HARBOUR).is_file()


def test_a_run_says_what_it_reads_and_can_be_cancelled_and_taken_up_again(
    app: AppTest, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, free = threading.Event(), threading.Event()
    tell = Intake._tell_progress

    def waits(self: Intake, number: int, where: Progress) -> None:
        tell(self, number, where)
        reached.set()
        free.wait(30)

    monkeypatch.setattr(Intake, "_tell_progress", waits)
    app.file_uploader[0].set_value([("quay.txt", b"The quay is closed, said Odran Tell.", "text/plain")]).run()
    assert reached.wait(30)
    app.run()
    (progress,) = [each.proto.text for each in app.get("progress")]
    assert "0 documents from 0 of 1 file" in progress
    assert "reading " in progress
    next(each for each in app.button if each.label == "Cancel").click().run()
    free.set()
    finished(app)
    assert "What was already indexed is kept" in shown(app)
    next(each for each in app.button if each.label == "Go on").click().run()
    finished(app)
    # Whether it was stopped before or after the only file was written is chance.
    assert len(texts(settings)) == 1
    assert " · Done" in shown(app)
    assert not [each for each in app.button if each.label in ("Cancel", "Go on")]


def test_what_an_earlier_app_left_half_done_is_told(settings: Settings) -> None:
    (settings.store / "unfinished").touch()
    app = AppTest.from_function(library_script, default_timeout=60).run()
    assert "The program ended before this was done" in shown(app)
    assert [each.label for each in app.button if each.label == "Go on"]
