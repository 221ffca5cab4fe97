"""A run in a terminal makes room for the app and goes on in it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.running import give_way
from index.storage.lock import held
from rag.records import Turn
from rag.serve.owner import Current, server, take_over
from settings import ROOT, Settings


def test_a_run_makes_room_for_the_app_and_goes_on_there(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text('"The quay is safe and will stay open," said Odran Tell, the harbour master.')
    for number in range(150):
        words = f"Line {number} of the ferry was closed. " * 60
        (papers / f"b{number:03}.txt").write_text(words)
    settings = Settings(store=tmp_path / "store", lock_seconds=20)
    command = [sys.executable, "-m", "index", str(papers), "--store", str(settings.store)]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 30
        while not held(settings.store) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        assert run.poll() is None
        take_over(settings.store)
        app = Current(settings)
        serving = server(app.pipeline, settings)
        serving.start()
        try:
            assert run.poll() is None
            out, err = run.communicate(timeout=120)
            assert run.returncode == 0, err
            assert app.pipeline().overview().documents == 151
            assert app.pipeline().ask(Turn("What did Odran Tell say about the quay?")).status == "answered"
        finally:
            serving.stop()
            app.close()
    finally:
        run.kill()
    assert "documents from 151 of 151 files" in err
    assert "failed" in out
    assert not (settings.store / give_way.FILE).exists()


def test_nobody_is_asked_where_nobody_has_the_store(tmp_path: Path) -> None:
    take_over(tmp_path)
    assert not (tmp_path / give_way.FILE).exists()
    give_way.check(tmp_path)
    give_way.ask(tmp_path)
    with pytest.raises(give_way.GaveWayError):
        give_way.check(tmp_path)
    give_way.take_back(tmp_path)
    give_way.check(tmp_path)
    assert give_way.taken_by(tmp_path, 0.1) is None
