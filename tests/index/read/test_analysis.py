"""A text whose analysis takes too long costs itself, and holds neither the others nor the interpreter."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from errors import DocumentError
from index.attribution.attribute import analyse
from index.read.sandbox import Isolated
from index.records import Document
from index.storage.store import open_store
from index.sync import sync
from tests.conftest import NewStore

WORDS = "The ferry sails on Monday,” Ana Ruiz said. She told Tomas Brandt that the harbour would close. “"


def document(text: str, name: str = "a.txt") -> Document:
    return Document(name, name, "", "2031-05-04", None, None, "en", text, "0")


@pytest.mark.parametrize(
    "text",
    [
        "“" + WORDS * 3,
        "Ana Ruiz met Tomas Brandt. He said that it rains. “We never said that we would go,” she said.",
        "ANA RUIZ: We go.\nTOMAS BRANDT: Why?\nANA RUIZ: It rains.\nTOMAS BRANDT: I see.",
        "Nobody speaks here.",
    ],
    ids=["quotations", "unsure and denied", "transcript", "nothing"],
)
def test_what_is_found_is_the_same_in_another_process(isolated: Isolated, text: str) -> None:
    assert isolated.analyse(document(text)) == analyse(document(text))


def test_an_analysis_that_takes_too_long_is_stopped_and_the_next_one_goes_on(isolated: Isolated) -> None:
    isolated.analyse(document(WORDS))
    isolated.seconds = -300.0
    with pytest.raises(DocumentError, match=r"took longer than .* seconds to analyse"):
        isolated.analyse(document(WORDS * 60_000))
    isolated.seconds = 60.0
    assert isolated.analyse(document("“" + WORDS)).statements


def test_other_threads_go_on_while_a_text_is_analysed(isolated: Isolated) -> None:
    isolated.analyse(document(WORDS))
    worker = threading.Thread(target=isolated.analyse, args=(document("“" + WORDS * 2_000),))
    started = time.process_time()
    worker.start()
    turns = 0
    while worker.is_alive():
        worker.join(0.01)
        turns += 1
    assert turns > 5
    # What this process does itself is to send the text and read what came back.
    assert time.process_time() - started < 5


def test_a_text_that_takes_too_long_is_named_and_the_rest_is_indexed(
    new_store: NewStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.txt", "slow.txt", "z.txt"):
        (folder / name).write_text(f"“The ferry sails on Monday,” Ana Ruiz said of {name}.", encoding="utf-8")
    whole = Isolated.analyse

    def slow(self: Isolated, each: Document) -> object:
        return whole(_hurried(self) if each.id == "slow.txt" else self, each)

    monkeypatch.setattr(Isolated, "analyse", slow)
    with open_store(new_store(tmp_path / "store")) as store:
        report = sync([folder], store, 200)
        (failed,) = report.failed
        assert failed["path"] == "slow.txt"
        assert failed["reason"].startswith("took longer than")
        assert report.added == 2
        monkeypatch.undo()
        assert sync([folder], store, 200).added == 1


def _hurried(isolated: Isolated) -> Isolated:
    return replace(isolated, seconds=0.0001, _process=None, _reading=threading.Lock())
