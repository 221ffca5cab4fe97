"""Files added to an open store: indexed by a thread of their own, removed again, never anywhere but in their folder."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from errors import DocumentError, StoreBusyError
from index.correct import change
from index.run_report import Progress
from index.running.jobs import Job, Request
from index.storage.store import Store
from index.storage.uploads import safe_name
from index.sync import sync
from index.upload_jobs import Intake, text_upload
from tests.conftest import GAZETTE, written

HARBOUR, BRIDGE = GAZETTE


FILES, GROUP = 200, 128
"""More than one group of passages, which are embedded together: 512 of them otherwise."""
OVER_SECONDS = 120
"""Adding 900 files took 10 to 14 s on two quiet cores and over 30 s on busy ones: this only ends what hangs."""


def over(intake: Intake, job: Job) -> Job:
    deadline = time.monotonic() + OVER_SECONDS
    while time.monotonic() < deadline:
        found = next(each for each in intake.jobs() if each.number == job.number)
        if found.is_over:
            return found
        time.sleep(0.02)
    raise AssertionError(f"the job is not over after {OVER_SECONDS} seconds")


def test_files_are_added_changed_and_removed(intake: Intake, store: Store) -> None:
    done = over(intake, intake.add({name: text.encode() for name, text in GAZETTE.items()}))
    assert (done.state, done.failed) == ("done", ())
    assert done.message.startswith("2 added")
    ids = [each.id for each in store.catalog.documents()]
    assert ids == [f"uploads/{HARBOUR}", f"uploads/{BRIDGE}"]
    other = {HARBOUR: GAZETTE[HARBOUR].replace("forty", "fifty").encode()}
    changed = over(intake, intake.add(other, "replace"))
    assert changed.message.startswith("1 changed")
    removed = over(intake, intake.remove([ids[0]]))
    assert removed.state == "done"
    assert [each.id for each in store.catalog.documents()] == [f"uploads/{BRIDGE}"]
    assert store.vector_count() == store.catalog.counts()["passages"]
    assert [each.name for each in (store.folder / "added" / "uploads").iterdir()] == [BRIDGE]
    assert over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode()})).message.startswith("1 added")


def test_a_removed_upload_takes_its_corrections_along(intake: Intake, store: Store) -> None:
    over(intake, intake.add({name: text.encode() for name, text in GAZETTE.items()}))
    for name in GAZETTE:
        change(store, f"uploads/{name}", {"title": "A secret title"}, [], 128)
    over(intake, intake.remove([f"uploads/{HARBOUR}"]))
    assert [each.document_id for each in store.catalog.corrections()] == [f"uploads/{BRIDGE}"]


def test_a_pasted_text_is_a_document_with_its_speaker(intake: Intake, store: Store) -> None:
    over(intake, intake.add([text_upload("On the ferry", "The ferry is safe.", "2031-05-01", "Odran Tell")]))
    (document,) = store.catalog.documents()
    assert (document.title, document.published, document.speaker) == ("On the ferry", "2031-05-01", "Odran Tell")
    assert store.catalog.speakers() == {"Odran Tell": 1}


def test_what_cannot_be_read_is_named_with_its_reason(intake: Intake, store: Store) -> None:
    done = over(intake, intake.add({"broken.pdf": b"%PDF-1.4 nothing", HARBOUR: GAZETTE[HARBOUR].encode()}))
    assert done.state == "done"
    assert [path for path, _ in done.failed] == ["uploads/broken.pdf"]
    assert len(store.catalog.documents()) == 1


@pytest.mark.parametrize(
    ("files", "message"), [({}, "no file"), ({"run.exe": b"x"}, "run.exe"), ({"no-suffix": b"x"}, "no-suffix")]
)
def test_what_is_no_document_is_refused(intake: Intake, files: dict[str, bytes], message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        intake.add(files)
    assert intake.jobs() == []


@pytest.mark.parametrize(("title", "text"), [("", "words"), ("title", " "), (" ", "")])
def test_a_text_without_title_or_words_is_refused(intake: Intake, title: str, text: str) -> None:
    with pytest.raises(DocumentError, match="title and words"):
        intake.add([text_upload(title, text)])


def test_a_job_waits_for_the_one_before_and_can_be_cancelled(intake: Intake, store: Store) -> None:
    with store.writing:
        first = intake.add({HARBOUR: GAZETTE[HARBOUR].encode()})
        second = intake.add({BRIDGE: GAZETTE[BRIDGE].encode()})
        intake.cancel(second.number)
    assert over(intake, first).state == "done"
    assert over(intake, second).state == "cancelled"
    # The file was kept, so the next job takes it in.
    assert over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode()})).state == "done"
    assert store.catalog.counts()["documents"] == 2


def test_a_running_job_can_be_cancelled_and_taken_up_again(
    intake: Intake, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.sync.GROUP_PASSAGES", GROUP)
    many = {
        f"paper-{number}.txt": f"The ferry {number} sails. “It is {number},” said Ana Tell." for number in range(FILES)
    }
    job = intake.add({name: text.encode() for name, text in many.items()})
    while not next(each for each in intake.jobs() if each.number == job.number).share:
        time.sleep(0.01)
    intake.cancel(job.number)
    assert over(intake, job).state == "cancelled"
    assert over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode()})).state == "done"
    assert store.catalog.counts()["documents"] == FILES + 1
    assert store.vector_count() == store.catalog.counts()["passages"]


def test_asking_goes_on_meanwhile(intake: Intake, store: Store) -> None:
    over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode()}))
    with store.writing:
        intake.add({BRIDGE: GAZETTE[BRIDGE].encode()})
        found: list[int] = []
        asking = threading.Thread(target=lambda: found.append(len(store.catalog.search(["harbor"], 5))))
        asking.start()
        asking.join(5)
        assert found == [1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\system.txt", "system.txt"),
        ("/absolute/path.pdf", "path.pdf"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("Łukaszenka o Polsce.pdf", "Łukaszenka o Polsce.pdf"),
        ("x" * 300 + ".txt", "x" * 100 + ".txt"),
        ("<script>.html", "_script_.html"),
    ],
)
def test_names_lead_nowhere(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_name_of_nothing_gets_one() -> None:
    assert safe_name("..").startswith("added-")


def slow(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let the next index run wait at its first step until it may go on."""
    free = threading.Event()
    tell = Intake._tell_progress

    def waits(self: Intake, number: int, where: Progress) -> None:
        free.wait(20)
        tell(self, number, where)

    monkeypatch.setattr(Intake, "_tell_progress", waits)
    return free


def test_what_was_stopped_goes_on(intake: Intake, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    free = slow(intake, monkeypatch)
    job = intake.add({name: text.encode() for name, text in GAZETTE.items()})
    intake.cancel(job.number)
    free.set()
    stopped = over(intake, job)
    assert (stopped.state, stopped.may_go_on) == ("cancelled", True)
    assert store.catalog.counts()["documents"] == 0
    intake.go_on(job.number)
    (again,) = intake.jobs()
    assert over(intake, again).message.startswith("2 added")
    intake.go_on(again.number)
    assert len(intake.jobs()) == 1


def test_what_another_process_left_half_done_is_told_and_goes_on(intake: Intake, store: Store) -> None:
    over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode()}))
    assert Intake(lambda: store, store.folder, 128).jobs() == []
    (store.folder / "unfinished").touch()
    later = Intake(lambda: store, store.folder, 128)
    (left,) = later.jobs()
    assert left.may_go_on
    assert "ended before this was done" in left.message
    later.go_on(left.number)
    assert over(later, later.jobs()[0]).state == "done"
    assert not (store.folder / "unfinished").exists()
    later.close()


def test_a_run_from_a_terminal_is_shown_and_stopped_like_others(intake: Intake, store: Store, folder: Path) -> None:
    heard: list[str] = []
    payload = {"paths": [str(folder)], "prune": False}
    report = intake.from_command(payload, heard.append)
    assert report["documents"]["added"] == 2
    (job,) = intake.jobs()
    assert (job.state, job.title) == ("done", "From a terminal: papers")
    assert heard[-1].startswith("100%: 2 documents from 2 of 2 files, 2 passages ready")

    def stops(message: str) -> None:
        intake.cancel(intake.jobs()[0].number)

    (folder / "third.txt").write_text("The quay is closed, said Odran Tell.")
    with pytest.raises(StoreBusyError, match="Stopped in the app"):
        intake.from_command(payload, stops)
    assert intake.jobs()[0].state == "cancelled"


def test_files_that_cannot_be_read_stay_known_until_they_can_or_are_removed(intake: Intake, store: Store) -> None:
    over(
        intake, intake.add({"broken.pdf": b"%PDF-1.4 nothing", HARBOUR: GAZETTE[HARBOUR].encode(), "rows.jsonl": b"{"})
    )
    assert [each.path.partition("#")[0] for each in store.catalog.unread()] == [
        "uploads/broken.pdf",
        "uploads/rows.jsonl",
    ]
    assert all(each.reason for each in store.catalog.unread())
    whole = b'{"id": "a", "text": "The quay is closed."}'
    over(intake, intake.add({"rows.jsonl": whole}, "replace"))
    assert [each.path for each in store.catalog.unread()] == ["uploads/broken.pdf"]
    assert over(intake, intake.remove(["uploads/broken.pdf"])).state == "done"
    assert store.catalog.unread() == []
    assert {each.name for each in (store.folder / "added" / "uploads").iterdir()} == {HARBOUR, "rows.jsonl"}
    assert over(intake, intake.add({BRIDGE: GAZETTE[BRIDGE].encode()})).failed == ()


def test_a_job_tells_of_its_own_files_that_cannot_be_read(intake: Intake, store: Store) -> None:
    broken = {"broken.pdf": b"%PDF-1.4 nothing"}
    assert [each[0] for each in over(intake, intake.add(broken)).failed] == ["uploads/broken.pdf"]
    assert over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode()})).failed == ()
    assert [each[0] for each in over(intake, intake.add(broken)).failed] == ["uploads/broken.pdf"]
    assert [each.path for each in intake.unread()] == ["uploads/broken.pdf"]


def test_files_of_a_folder_that_cannot_be_read_stay_known(store: Store, tmp_path: Path) -> None:
    first, second = written(tmp_path / "first", GAZETTE), written(tmp_path / "second", GAZETTE)
    for folder in (first, second):
        (folder / "plan.png").write_bytes(b"x")
    (first / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    sync([first, second], store, 128)
    assert [each.path for each in store.catalog.unread()] == ["broken.pdf", "plan.png", "plan.png"]
    (first / "broken.pdf").unlink()
    sync([second], store, 128)
    assert [each.path for each in store.catalog.unread()] == ["broken.pdf", "plan.png", "plan.png"]
    sync([first], store, 128)
    assert [each.path for each in store.catalog.unread()] == ["plan.png", "plan.png"]
    for each in first.iterdir():
        each.unlink()
    (first / "plan.png").write_bytes(b"x")
    sync([first], store, 128)
    assert len(store.catalog.unread()) == 2


def test_a_job_stays_known_when_its_process_has_ended(intake: Intake, store: Store) -> None:
    done = over(intake, intake.add({HARBOUR: GAZETTE[HARBOUR].encode(), "run.exe": b"x"}))
    with store.writing:
        waits = intake.add({BRIDGE: GAZETTE[BRIDGE].encode()}, request=Request("ana", "7"))
        # As a process sees it that opens the store after this one was killed.
        later = Intake(lambda: store, store.folder, 128)
    before = later.known.of(done.id)
    assert before
    assert (before.state, before.failed) == (done.state, done.failed)
    assert HARBOUR not in (store.folder / "jobs.json").read_text(encoding="utf-8")
    (left,) = later.jobs()
    assert (left.id, left.title, left.may_go_on) == (waits.id, waits.title, True)
    assert later.known.requested("ana") == left
    over(intake, waits)
    later.go_on(left.number)
    (again,) = later.jobs()
    assert over(later, again).id == waits.id
    later.close()


@pytest.mark.parametrize("content", ["", "[", "[{}]", '[{"id": 3}]', "7", '{"id": []}', "[" * 100_000])
def test_a_damaged_list_of_jobs_hides_nothing_else(content: str, store: Store) -> None:
    store.folder.mkdir(exist_ok=True)
    (store.folder / "jobs.json").write_text(content, encoding="utf-8")
    opened = Intake(lambda: store, store.folder, 128)
    assert opened.known.known() == []
    assert over(opened, opened.add({HARBOUR: GAZETTE[HARBOUR].encode()})).state == "done"
    opened.close()
