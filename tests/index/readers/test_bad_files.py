"""One bad file never stops a run: it is one line with the reason, and all the others are taken in."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import sync as syncing
from index.read import load
from index.read.file_list import shown
from index.storage.catalog_writer import CatalogWriter
from index.storage.store import Store, open_store
from index.sync import sync
from tests.conftest import ROOT, embedded, written

GB = 1_000_000_000


def sparse(path: Path, size: int, content: bytes = b"") -> None:
    with path.open("wb") as file:
        file.write(content)
        file.truncate(size)


def deep(folder: Path, levels: int = 1_500) -> None:
    here = os.getcwd()
    os.chdir(folder)
    try:
        for _ in range(levels):
            os.mkdir("d")
            os.chdir("d")
        Path("bottom.txt").write_text("Far down.")
    finally:
        os.chdir(here)


def not_utf8(folder: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))).write_text("The café.")


def folder_not_utf8(folder: Path) -> None:
    inner = Path(os.fsdecode(os.fsencode(folder) + b"/d\xff\xfe"))
    inner.mkdir()
    (inner / "inside.txt").write_text("Inside.")


def bound_socket(folder: Path) -> None:
    here = os.getcwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("talk.txt")
    finally:
        os.chdir(here)


BAD: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a name that is not UTF-8": (not_utf8, r"caf\xe9.txt", "not UTF-8"),
    "a folder's name that is not UTF-8": (folder_not_utf8, r"d\xff\xfe", "not UTF-8"),
    "a folder 1,500 deep": (deep, "d/d/d/…/d", "more than 100 folders deep"),
    "one line of 6 GB": (lambda folder: sparse(folder / "line.txt", 6 * GB), "line.txt", "over 200 MB"),
    "one JSON line of 6 GB": (
        lambda folder: sparse(folder / "line.jsonl", 6 * GB, b'{"text": "x'),
        "line.jsonl",
        "over 5 GB",
    ),
    "a sparse file of 40 GB": (lambda folder: sparse(folder / "hole.pdf", 40 * GB), "hole.pdf", "over 200 MB"),
    "a sparse archive of 40 GB": (lambda folder: sparse(folder / "hole.zip", 40 * GB), "hole.zip", "over 200 MB"),
    "a sparse corpus of 40 GB": (lambda folder: sparse(folder / "hole.jsonl", 40 * GB), "hole.jsonl", "over 5 GB"),
    "a pipe": (lambda folder: os.mkfifo(folder / "pipe.txt"), "pipe.txt", "not a file but a pipe"),
    "a socket": (bound_socket, "talk.txt", "not a file but a pipe"),
    "a device": (lambda folder: (folder / "zero.txt").symlink_to("/dev/zero"), "zero.txt", "not a file but a pipe"),
    "a link that leads nowhere": (
        lambda folder: (folder / "gone.txt").symlink_to("nowhere.txt"),
        "gone.txt",
        "leads nowhere",
    ),
    "links in a circle": (lambda folder: (folder / "loop.txt").symlink_to("loop.txt"), "loop.txt", "leads nowhere"),
    "a link to its own folder": (lambda folder: (folder / "self").symlink_to("."), "self", "is a link to a folder"),
}
BAD["a line end in the name of a kind that is not read"] = (
    lambda folder: (folder / "a\nb.doc").write_bytes(b"x"),
    r"a\nb.doc",
    "no reader",
)
BAD["a line end in the name of an empty file"] = (
    lambda folder: (folder / "a\nb.txt").write_bytes(b""),
    "a\\nb.txt",
    "line break",
)
KINDS = "doc ppt xls msg mbox ttml pages mobi key numbers odp ods rar 7z mp3 mp4 jpg tex xyz".split()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = written(tmp_path / "papers", {"a.txt": "The ferry sails.", "z.txt": "The bridge closes."})
    yield folder
    # shutil.rmtree calls itself for each folder within a folder.
    subprocess.run(["rm", "-rf", str(folder)], check=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(embedded(tmp_path / "store")) as opened:
        yield opened


def ids(store: Store) -> list[str]:
    return [each.id for each in store.catalog.documents()]


@pytest.mark.parametrize("bad", BAD)
def test_it_is_one_line_and_the_rest_is_taken_in(store: Store, folder: Path, bad: str) -> None:
    make, name, reason = BAD[bad]
    make(folder)
    report = sync([folder], store, 128)
    assert ids(store) == ["a.txt", "z.txt"]
    (failure,) = report.failed
    assert failure["path"].startswith(name)
    assert reason in failure["reason"]
    assert "\n" not in failure["reason"]
    assert sync([folder], store, 128, prune=True).unchanged == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_a_kind_that_is_not_read_is_named_with_what_to_do(folder: Path, kind: str) -> None:
    (folder / f"paper.{kind}").write_bytes(b"\xd0\xcf\x11\xe0")
    (failure,) = load.unread([folder])
    assert failure.path == f"paper.{kind}"
    assert failure.reason.startswith(f"there is no reader for files that end in .{kind}; ")


def told(stderr: str) -> list[str]:
    """Return what a run said, without the first sign of one that takes long on a busy machine."""
    return [each for each in stderr.splitlines() if each != "Opening the index"]


def test_a_folder_of_other_kinds_alone_names_each(tmp_path: Path) -> None:
    for kind in ("doc", "mbox"):
        (tmp_path / "papers").mkdir(exist_ok=True)
        (tmp_path / "papers" / f"a.{kind}").write_bytes(b"\xd0\xcf\x11\xe0")
    ran = command(tmp_path / "papers", tmp_path / "store")
    assert ran.returncode == 1
    assert [each.split(": there")[0] for each in told(ran.stderr)[:2]] == [
        "Not indexed: a.doc",
        "Not indexed: a.mbox",
    ]


def command(*paths: Path) -> subprocess.CompletedProcess[str]:
    given = [sys.executable, "-m", "index", *map(str, paths[:-1]), "--store", str(paths[-1])]
    return subprocess.run(given, cwd=ROOT, capture_output=True, text=True, errors="surrogateescape")


def test_the_command_names_each_in_a_line_of_its_own(folder: Path, tmp_path: Path) -> None:
    (folder / "a\nb.txt").write_bytes(b"")
    for make in (not_utf8, deep, BAD["a sparse file of 40 GB"][0], BAD["a pipe"][0]):
        make(folder)
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    ran = command(folder, tmp_path / "store")
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    lines = [each for each in ran.stderr.splitlines() if each.startswith("Not indexed: ")]
    assert len(lines) == sum("files," not in each for each in told(ran.stderr)) == 6
    assert ran.stdout.startswith("2 added, 0 changed, 0 removed, 0 unchanged, 6 failed")


@pytest.mark.parametrize("given", ["pipe.txt", "caf\udce9.txt"])
def test_a_bad_file_that_is_named_itself_stops_nothing(folder: Path, tmp_path: Path, given: str) -> None:
    os.mkfifo(folder / "pipe.txt")
    not_utf8(folder)
    ran = command(folder / given, folder / "a.txt", tmp_path / "store")
    assert (ran.returncode, ran.stderr.count("Not indexed: ")) == (0, 1)
    assert ran.stdout.startswith("1 added")


def test_a_file_that_is_removed_while_the_run_goes_on(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at, when in enumerate(("before it is read", "while it is analysed")):
        name = f"m{at}.txt"
        (folder / name).write_text(f"The market of {at} closes.", encoding="utf-8")
        of = {"before it is read": (load, "opened"), "while it is analysed": (syncing, "prepared")}[when]
        real = getattr(*of)

        def removing(*given: object, real: Callable[..., object] = real, name: str = name) -> object:
            (folder / name).unlink(missing_ok=True)
            return real(*given)

        monkeypatch.setattr(*of, removing)
        report = sync([folder], store, 128)
        monkeypatch.undo()
        assert {"a.txt", "z.txt"} <= set(ids(store))
        if when == "before it is read":
            assert [each["path"] for each in report.failed] == [name]
            assert "removed or renamed meanwhile" in report.failed[0]["reason"]
        else:
            assert (report.failed, name in ids(store)) == ([], True)
    assert sync([folder], store, 128, prune=True).removed == 1


def test_a_pipe_in_the_place_of_a_listed_file_is_not_waited_for(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = load.Reading

    def late(found: load.Found) -> load.Reading:
        if found.id == "a.txt":
            found.path.unlink()
            os.mkfifo(found.path)
        return real(found)

    monkeypatch.setattr(syncing, "Reading", late)
    report = sync([folder], store, 128)
    assert (ids(store), [each["path"] for each in report.failed]) == (["z.txt"], ["a.txt"])


@pytest.mark.parametrize("raised", [RecursionError, MemoryError, ValueError, UnicodeEncodeError])
def test_whatever_the_analysis_raises_costs_the_one_document(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, raised: type[Exception]
) -> None:
    real = syncing.analysed
    error = raised("utf-8", "x", 0, 1, "no") if raised is UnicodeEncodeError else raised("no")

    def failing(document: syncing.Document) -> object:
        if document.id == "a.txt":
            raise error
        return real(document)

    monkeypatch.setattr(syncing, "analysed", failing)
    report = sync([folder], store, 128)
    assert (ids(store), [each["path"] for each in report.failed]) == (["z.txt"], ["a.txt"])
    assert raised.__name__ in report.failed[0]["reason"]
    monkeypatch.undo()
    assert sync([folder], store, 128).added == 1


@pytest.mark.parametrize("field", ["id", "title", "source", "speaker", "text"])
def test_half_a_character_in_a_record_is_no_character(store: Store, folder: Path, field: str) -> None:
    record = {"id": "1", "title": "A title", "text": "Words of a record."} | {field: "half \ud800"}
    (folder / "c.jsonl").write_text(json.dumps(record) + "\n")
    assert sync([folder], store, 128).failed == []
    (found,) = (each for each in store.catalog.documents() if each.id.startswith("c.jsonl#"))
    whole = store.catalog.document(found.id)
    assert whole is not None
    value = whole.id.partition("#")[2] if field == "id" else getattr(whole, field)
    assert value == "half ?"


@pytest.mark.parametrize("end", [b"\n", b""], ids=["within the file", "at its end"])
def test_a_line_that_is_too_long_costs_itself(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, end: bytes
) -> None:
    monkeypatch.setattr(load, "LARGEST_LINE", 1_000)
    long = b'{"text": "' + b"x " * 5_000 + b'"}' + end
    first, last = b'{"id": "first", "text": "One."}\n', b'{"id": "last", "text": "Two."}\n' if end else b""
    (folder / "c.jsonl").write_bytes(first + long + last)
    report = sync([folder], store, 128)
    kept = [each for each in ids(store) if each.startswith("c.jsonl")]
    assert kept == ["c.jsonl#first", "c.jsonl#last"][: 1 + bool(end)]
    assert [each["reason"] for each in report.failed] == ["line 2 is over 0 MB; split it."]


def test_a_large_file_is_left_before_it_is_read(folder: Path) -> None:
    """The time of 40 GB is compared with that of no bytes, in one run."""

    def seconds(name: str, size: int) -> float:
        sparse(folder / name, size)
        started = time.process_time()
        list(load.load(load.Found(folder / name, name)))
        return time.process_time() - started

    assert seconds("large.txt", 40 * GB) < seconds("small.txt", 1) + 1


def test_a_folder_as_deep_as_people_sort_is_read(store: Store, folder: Path) -> None:
    inner = folder.joinpath(*["d"] * 60)
    inner.mkdir(parents=True)
    (inner / "low.txt").write_text("Far down.")
    assert sync([folder], store, 128).added == 3


def test_a_store_s_own_errors_still_end_the_run(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from errors import StoreError

    def full(*_: object, **__: object) -> None:
        raise StoreError("The disk is full.")

    with open_store(embedded(tmp_path / "own")) as store:
        monkeypatch.setattr(CatalogWriter, "put", full)
        with pytest.raises(StoreError, match="full"):
            sync([folder], store, 128)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("caf\udce9.txt", r"caf\xe9.txt"),
        ("a\nb.txt", r"a\nb.txt"),
        ("a\x1b[2J.txt", r"a\x1b[2J.txt"),
        ("half \ud800", r"half \ud800"),
        ("back\u202ewards", r"back\u202ewards"),
        ("Łukaszenka 港.txt", "Łukaszenka 港.txt"),
    ],
)
def test_a_name_is_shown_in_one_line(name: str, expected: str) -> None:
    assert shown(name) == expected
