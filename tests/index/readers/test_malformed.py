"""Two hundred files that are not what they say: each is reported or read, and the rest of the index stays right."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import GAZETTE, ROOT, written
from tests.index.readers.test_formats import WRITERS

MEMORY_KILOBYTES = 1_500_000


def malformed(folder: Path) -> set[str]:
    """Write the files and return their names."""
    draw = random.Random(4)
    contents = {suffix: writer() for suffix, writer in WRITERS.items()}
    suffixes = sorted(contents)
    names: set[str] = set()

    def keep(name: str, content: bytes) -> None:
        (folder / name).write_bytes(content)
        names.add(name)

    for suffix in suffixes:
        whole = contents[suffix]
        for number in range(5):
            keep(f"cut-{number}{suffix}", whole[: draw.randrange(1, len(whole))])
        for number in range(3):
            keep(f"random-{number}{suffix}", draw.randbytes(draw.randrange(10, 5_000)))
        for other in draw.sample([each for each in suffixes if each != suffix], 3):
            keep(f"really-{other[1:]}{suffix}", contents[other])
        keep(f"empty{suffix}", b"")
    flipped = {suffix: bytearray(contents[suffix]) for suffix in (".docx", ".xlsx", ".pdf", ".epub", ".odt", ".pptx")}
    for suffix, content in flipped.items():
        for _ in range(40):
            content[draw.randrange(len(content))] ^= 0xFF
        keep(f"flipped{suffix}", bytes(content))
    for name, members in {
        "nested.zip": {"inner.zip": b"PK\x05\x06" + bytes(18)},
        "escaping.zip": {"../../outside.txt": b"Nobody may write here.", "/root.txt": b"Nor here."},
        "empty.zip": {},
        "foreign.zip": {"picture.png": b"\x89PNG"},
    }.items():
        with zipfile.ZipFile(folder / name, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        names.add(name)
    for name in ("bomb.zip", "bomb.docx"):
        with (
            zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open("word/document.txt", "w", force_zip64=True) as stream,
        ):
            for _ in range(1_000):
                stream.write(bytes(1_000_000))
        names.add(name)
    keep("broken.zip", b"PK\x03\x04 this is no archive")
    return names


@pytest.mark.timeout(600)
def test_two_hundred_malformed_files(tmp_path: Path) -> None:
    folder, store = written(tmp_path / "papers", GAZETTE), tmp_path / "store"
    bad = malformed(folder)
    assert len(bad) >= 200
    program = (
        "import sys; from index.__main__ import main; code = main(sys.argv[1:])\n"
        # Of this program alone: what getrusage tells begins with the size of the process that started it.
        "print(next(each.split()[1] for each in open('/proc/self/status') if 'VmHWM' in each)); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder), "--store", str(store), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr[-2_000:]
    assert "Traceback" not in ran.stderr
    printed, memory = ran.stdout.splitlines()
    report = json.loads(printed)["documents"]
    assert int(memory) < MEMORY_KILOBYTES
    assert not (tmp_path / "outside.txt").exists()
    listed = subprocess.run(
        [sys.executable, "-m", "index", "--list", "--store", str(store), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    documents = [each["id"] for each in json.loads(listed.stdout)["documents"]]
    assert set(GAZETTE) <= set(documents)
    accounted = {each["path"].split("#")[0].split("/")[0] for each in report["failed"]}
    accounted |= {each.split("#")[0].split("/")[0] for each in documents}
    assert bad <= accounted, sorted(bad - accounted)
    assert all(each["reason"] for each in report["failed"])
    reported = {each["path"].split("/")[0] for each in report["failed"]}
    must_fail = {name for name in bad if name.startswith(("empty.", "random-", "bomb", "nested", "escaping", "broken"))}
    must_fail -= {name for name in must_fail if name.endswith((".rtf", ".eml"))}
    assert must_fail <= reported, sorted(must_fail - reported)
