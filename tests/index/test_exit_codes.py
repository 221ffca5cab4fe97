"""A command whose output is cut by its reader, or that is stopped with Ctrl+C, ends without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from settings import Settings
from tests.conftest import ROOT, SAMPLE

NAME = next(SAMPLE.iterdir()).name
CUT = {
    "index --show": ["index", "--show", NAME],
    "index --text": ["index", "--text", NAME],
    "index --statements": ["index", "--statements", "*"],
    "index --list": ["index", "--list", "--json"],
    "index --help": ["index", "--help"],
    "rag": ["rag", "What did Lukashenko say about Poland?", "--json"],
    "evals --help": ["evals", "--help"],
}


def hear_interrupts() -> None:
    """Let a command hear Ctrl+C where the tests run in the background of a shell, which ignores it for them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def started(given: list[str], store: Path, **named: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "ON_THE_RECORD_STORE": str(store)}
    command = [sys.executable, "-m", *given]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, preexec_fn=hear_interrupts, **named
    )


@pytest.mark.parametrize("given", CUT.values(), ids=list(CUT))
def test_output_that_nobody_reads_any_more_ends_quietly(sample_settings: Settings, given: list[str]) -> None:
    read, written = os.pipe()
    os.close(read)
    running = started(given, sample_settings.store, stdout=written)
    os.close(written)
    _, errors = running.communicate(timeout=60)
    assert (running.returncode, errors) == (0, b"")


def test_the_first_line_alone_is_read_by_head(sample_settings: Settings) -> None:
    command = f"set -o pipefail; {sys.executable} -m index --text '{NAME}' | head -n 1"
    environment = {**os.environ, "ON_THE_RECORD_STORE": str(sample_settings.store)}
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr, ran.stdout.count("\n")) == (0, "", 1)


def test_a_run_whose_progress_nobody_reads_goes_on(tmp_path: Path) -> None:
    read, written = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "index", str(SAMPLE), "--store", str(tmp_path / "store")]
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=written, text=True)
    os.close(written)
    assert (ran.returncode, ran.stdout[:7]) == (0, "1 added")


def interrupted(given: list[str], store: Path, ready: Path) -> tuple[int, str]:
    running = started(given, store, stdout=subprocess.DEVNULL)
    while not ready.exists() and running.poll() is None:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    return running.returncode, errors.decode()


def test_ctrl_c_in_a_run_says_that_it_can_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number}.txt").write_text(f"Berth {number}. “It holds {number} boats,” said Ana Tell.")
    code, errors = interrupted(["index", str(folder)], tmp_path / "store", tmp_path / "store" / "catalog.sqlite")
    assert code == 1
    assert errors.splitlines()[-1] == "Stopped; what was indexed so far is kept, run the same command to go on."
    assert "Traceback" not in errors
    again = subprocess.run(
        [sys.executable, "-m", "index", str(folder), "--store", str(tmp_path / "store")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert again.returncode == 0
    assert ", 0 failed; 150 passages" in again.stdout


@pytest.mark.parametrize("after", ["index.storage.catalog", "sqlite3"])
def test_ctrl_c_while_something_is_shown_says_nothing(sample_settings: Settings, tmp_path: Path, after: str) -> None:
    # The command interrupts itself when it comes to import a part: a signal of ours would come too early or too late.
    program = (
        "import runpy, sys, signal, os\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {after!r} and sys.argv[0].endswith('__main__.py'): os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        f"sys.argv = ['index', '--show', {NAME!r}]\n"
        "runpy.run_module('index', run_name='__main__', alter_sys=True)\n"
    )
    environment = {**os.environ, "ON_THE_RECORD_STORE": str(sample_settings.store)}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        preexec_fn=hear_interrupts,
    )
    assert (ran.returncode, ran.stderr) == (130, "")
