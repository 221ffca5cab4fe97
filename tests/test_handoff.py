"""Commands while the chat is open: their work is done by the process that holds the store."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from errors import StoreBusyError
from index.__main__ import main as index
from index.handoff import FILE, Owner, Server, owner_of
from rag.__main__ import main as rag
from rag.pipeline import Pipeline, open_pipeline, over
from rag.service import server
from settings import Settings
from tests.conftest import GAZETTE, SAMPLE


class Chat:
    """What the chat's process does: holds the store, renews the pipeline, serves."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pipeline = open_pipeline(settings)
        self.server: Server = server(self.current, settings)
        self.server.start()

    def current(self) -> Pipeline:
        if self.pipeline.changes != self.pipeline.store.catalog.changes():
            self.pipeline = over(self.pipeline.store, self.settings)
        return self.pipeline

    def close(self) -> None:
        self.server.stop()
        self.pipeline.close()


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    opened = Chat(Settings(store=tmp_path / "store"))
    yield opened
    opened.close()


def test_the_question_of_another_command_sees_what_it_indexed(
    chat: Chat, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(chat.settings.store)]
    assert rag(["What did Odran Tell say about jobs?", *store]) == 1
    assert "holds no document yet" in capsys.readouterr().err
    (tmp_path / "papers").mkdir()
    for name, text in GAZETTE.items():
        (tmp_path / "papers" / name).write_text(text, encoding="utf-8")
    assert index([str(tmp_path / "papers"), *store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"]["added"] == 2
    assert rag(["What did Odran Tell say about jobs?", *store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "answered"
    (tmp_path / "papers" / "2031-03-02-harbour.txt").unlink()
    assert index([str(tmp_path / "papers"), *store, "--prune"]) == 0
    capsys.readouterr()
    assert rag(["What did Odran Tell say about jobs?", *store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "not_found"
    assert chat.pipeline.store.vectors.passages.ids() == chat.pipeline.store.catalog.vector_ids()


def test_a_batch_is_handed_over_too(chat: Chat, tmp_path: Path) -> None:
    store = ["--store", str(chat.settings.store)]
    assert index([str(SAMPLE), *store]) == 0
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    rows = [{"qid": "1", "question": "What did Lukashenko say about Poland?"}, {"qid": "2", "question": ""}]
    questions.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert rag(["--batch", str(questions), "--out", str(answers), *store]) == 0
    found = [json.loads(line)["status"] for line in answers.read_text(encoding="utf-8").splitlines()]
    assert found == ["answered", "error"]


def test_an_error_of_the_owner_is_the_commands_error(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert index(["/no/such/folder", "--store", str(chat.settings.store)]) == 1
    assert "no file or folder /no/such/folder" in capsys.readouterr().err


def test_vectors_are_rebuilt_by_the_owner_while_questions_run(chat: Chat, tmp_path: Path) -> None:
    store = ["--store", str(chat.settings.store)]
    assert index([str(SAMPLE), *store]) == 0
    failures: list[BaseException] = []
    stop = threading.Event()

    def ask() -> None:
        from rag.records import Turn

        while not stop.is_set():
            try:
                assert chat.current().ask(Turn("What did Lukashenko say about Poland?")).status == "answered"
            except BaseException as error:
                failures.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    for _ in range(3):
        assert index(["--rebuild-vectors", *store]) == 0
    stop.set()
    asking.join()
    assert failures == []


def test_a_correction_counts_in_the_open_chat(chat: Chat, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", str(chat.settings.store)]
    (tmp_path / "papers").mkdir()
    for name, text in GAZETTE.items():
        (tmp_path / "papers" / name).write_text(text, encoding="utf-8")
    assert index([str(tmp_path / "papers"), *store]) == 0
    (harbour, _) = GAZETTE
    assert index(["--set", harbour, "published=2031-03-05", *store]) == 0
    said = chat.pipeline.store.catalog.statements(harbour)[-1]
    assert index(["--set", f"{harbour}@{said.start}-{said.end}", "speaker=Berta Noll", *store]) == 0
    capsys.readouterr()
    assert rag(["What did Berta Noll say about the fishermen?", *store, "--json"]) == 0
    (citation, *_) = json.loads(capsys.readouterr().out)["citations"]
    assert (citation["speaker"], citation["said_on"], citation["check"]) == ("Berta Noll", "2031-03-05", "verified")
    assert index(["--set", "nowhere.txt", "title=x", *store]) == 1
    assert "no document 'nowhere.txt'" in capsys.readouterr().err
    assert index(["--unset", harbour, "published", *store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2031-03-02"


def test_two_syncs_at_once_are_done_one_after_the_other(chat: Chat, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for number in range(40):
            (tmp_path / name / f"{name}-{number}.txt").write_text(
                f"Berth {number} of harbour {name}.", encoding="utf-8"
            )
    codes: list[int] = []
    runs = [
        threading.Thread(
            target=lambda folder=name: codes.append(
                index([str(tmp_path / folder), "--store", str(chat.settings.store)])
            )
        )
        for name in ("one", "two")
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert codes == [0, 0]
    assert chat.current().store.catalog.counts()["documents"] == 80


def test_only_who_has_the_token_is_served(chat: Chat) -> None:
    owner = owner_of(chat.settings.store)
    assert owner is not None
    assert stat.S_IMODE((chat.settings.store / FILE).stat().st_mode) == 0o600
    with pytest.raises(StoreBusyError, match="does not take this work"):
        Owner(owner.store, owner.port, "guessed").call("ask", {"question": "Why?", "history": []})


def test_what_a_dead_owner_left_behind_is_passed_over(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / FILE).write_text(json.dumps({"port": 9, "token": "x", "process": 1}))
    assert owner_of(store) is None
    (store / FILE).write_text("no json")
    assert owner_of(store) is None
    assert index([str(SAMPLE), "--store", str(store)]) == 0
