"""Files of kinds that are not read are named with the reason, and the others are taken in."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from index.read.load import Failure, Found, load, unread
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("letter.doc", ".docx"),
        ("LETTER.DOC", ".docx"),
        ("slides.ppt", ".pptx"),
        ("figures.xls", ".xlsx"),
        ("archive.mbox", ".eml"),
        ("sub/film.ttml", ".srt"),
        ("scan.jpg", "picture"),
        ("talk.mp3", "recording"),
        ("talk.mp4", "film"),
        ("papers.rar", "unpack"),
        ("thing.xyz", "there is no reader"),
        ("README", "without a suffix"),
    ],
)
def test_each_is_named_with_what_to_do(tmp_path: Path, name: str, advice: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\xd0\xcf\x11\xe0 words")
    (failure,) = unread([tmp_path])
    assert failure.path == name
    assert advice in failure.reason


@pytest.mark.parametrize("name", [".DS_Store", ".git/config", "Thumbs.db", "~$letter.doc", "desktop.ini", "a.txt~"])
def test_files_of_the_system_are_not(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    assert not unread([tmp_path])


def test_a_folder_of_mixed_files_is_indexed(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("The school closes.", encoding="utf-8")
    (folder / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    command = [sys.executable, "-m", "index", str(folder), "--store", str(tmp_path / "store"), "--json"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    documents = json.loads(ran.stdout)["documents"]
    assert (ran.returncode, documents["added"]) == (0, 1)
    assert [each["path"] for each in documents["failed"]] == ["letter.doc"]


def test_they_are_named_in_a_zip_too(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "The school closes.")
        archive.writestr("inner/letter.doc", "x")
        archive.writestr("inner/Thumbs.db", "x")
    failures = [each for each in load(Found(path, path.name)) if isinstance(each, Failure)]
    assert [each.path for each in failures] == ["all.zip/inner/letter.doc"]
