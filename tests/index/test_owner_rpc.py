"""Commands while the chat is open: their work is done by the process that holds the store."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from errors import StoreBusyError
from index import owner_rpc
from index.__main__ import main as index
from index.owner_rpc import FILE, Owner, Server, owner_of
from index.storage import lock
from rag.__main__ import main as rag
from rag.pipeline import Pipeline, open_pipeline, over
from rag.serve.owner import server
from settings import Settings
from tests.conftest import GAZETTE, SAMPLE, written


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
    assert "contains no document yet" in capsys.readouterr().err
    written(tmp_path / "papers", GAZETTE)
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
    written(tmp_path / "papers", GAZETTE)
    assert index([str(tmp_path / "papers"), *store]) == 0
    (harbour, _) = GAZETTE
    assert index(["--set", harbour, "published=2031-03-09", *store]) == 0
    said = chat.pipeline.store.catalog.statements(harbour)[-1]
    assert index(["--set", f"{harbour}@{said.start}-{said.end}", "speaker=Berta Noll", *store]) == 0
    capsys.readouterr()
    assert rag(["What did Berta Noll say about the fishermen?", *store, "--json"]) == 0
    (citation, *_) = json.loads(capsys.readouterr().out)["citations"]
    assert (citation["speaker"], citation["said_on"], citation["check"]) == ("Berta Noll", "2031-03-09", "verified")
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


def test_only_who_has_the_secret_is_served(chat: Chat) -> None:
    owner = owner_of(chat.settings.store)
    assert owner is not None
    assert stat.S_IMODE((chat.settings.store / FILE).stat().st_mode) == 0o600
    with pytest.raises(StoreBusyError, match="is not the one that has it open"):
        Owner(owner.store, owner.port, "guessed").call("ask", {"question": "Why?", "history": []})


def test_what_a_dead_owner_left_behind_is_passed_over(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (store / FILE).write_text(json.dumps({"port": 9, "token": "x", "process": 1}))
    assert owner_of(store) is None
    (store / FILE).write_text("no json")
    assert owner_of(store) is None
    assert index([str(SAMPLE), "--store", str(store)]) == 0


def test_a_copy_of_an_open_store_is_not_the_original(chat: Chat, tmp_path: Path) -> None:
    papers, store, copy = tmp_path / "papers", chat.settings.store, tmp_path / "copy"
    written(papers, GAZETTE)
    assert index([str(papers), "--store", str(store)]) == 0
    shutil.copytree(store, copy)
    (papers / next(iter(GAZETTE))).unlink()
    assert owner_of(copy) is None
    assert index([str(papers), "--prune", "--store", str(copy)]) == 0
    assert len(chat.current().store.catalog.documents()) == len(GAZETTE)


@pytest.mark.parametrize("how", ["copied", "linked", "held by another"])
def test_a_folder_that_is_not_the_one_named_has_no_owner(chat: Chat, tmp_path: Path, how: str) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in (FILE, "lock"):
        (os.link if how == "linked" else shutil.copy)(chat.settings.store / name, copy / name)
    holder = lock.StoreLock(copy)
    if how == "held by another":
        holder.acquire(1)
    assert owner_of(chat.settings.store) is not None
    assert owner_of(copy) is None
    holder.release()


def test_a_store_that_was_moved_with_its_owner_is_served(chat: Chat, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").symlink_to(chat.settings.store)
    assert owner_of(tmp_path / "elsewhere") is not None


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[tuple[Path, list[bytes]]]:
    """A store whose owner was killed, and another user who listens on its port and says yes to everything."""
    store, heard = tmp_path / "store", list[bytes]()
    store.mkdir()
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                heard.append(connection.recv(100_000))
                reply = b'{"result": {"documents": {"added": 1}}, "challenge": "0", "proof": "0"}\n'
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(reply), reply))

    threading.Thread(target=answer, daemon=True).start()
    about = store.stat()
    owner = {
        "port": listening.getsockname()[1],
        "secret": "s3cret",
        "token": "s3cret",
        "process": 1,
        "folder": [about.st_dev, about.st_ino],
    }
    (store / FILE).write_text(json.dumps(owner))
    (store / FILE).chmod(0o600)
    yield store, heard
    # Closing alone does not wake who waits in accept.
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()


def test_a_dead_owner_cannot_be_impersonated(impostor: tuple[Path, list[bytes]]) -> None:
    store, heard = impostor
    assert owner_of(store) is None
    assert index([str(SAMPLE), "--store", str(store)]) == 0
    assert heard == []
    catalog = json.loads((store / FILE).read_text())
    assert catalog["process"] == 1


def test_who_cannot_answer_the_challenge_is_not_believed(impostor: tuple[Path, list[bytes]]) -> None:
    """While the lock is held, as by an index run, what stands in the file is asked, and has to prove itself."""
    store, heard = impostor
    holder = lock.StoreLock(store)
    holder.acquire(1)
    assert owner_of(store) is None
    with pytest.raises(StoreBusyError, match="is not the one that has it open"):
        Owner(store, json.loads((store / FILE).read_text())["port"], "s3cret").call("ask", {"question": "Why?"})
    holder.release()
    assert heard
    assert not [each for each in heard if b"s3cret" in each or b"Why?" in each]


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o622])
def test_what_others_may_read_or_write_is_not_believed(chat: Chat, mode: int) -> None:
    (chat.settings.store / FILE).chmod(mode)
    assert owner_of(chat.settings.store) is None


def test_a_link_is_not_followed(chat: Chat, tmp_path: Path) -> None:
    (chat.settings.store / FILE).rename(tmp_path / "moved.json")
    (chat.settings.store / FILE).symlink_to(tmp_path / "moved.json")
    assert owner_of(chat.settings.store) is None


REQUESTS = {
    "length no number": b"POST /ask HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    "length below zero": b"POST /ask HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "length of other digits": "POST /ask HTTP/1.1\r\nContent-Length: ²\r\n\r\n".encode("latin-1"),
    "two lengths": b"POST /ask HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "no length": b"POST /ask HTTP/1.1\r\n\r\n",
    "in pieces": b"POST /ask HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n",
    "too long": b"POST /ask HTTP/1.1\r\nContent-Length: 999999999999999\r\n\r\n",
    "proof no ASCII": "POST /ask HTTP/1.1\r\nAuthorization: é\r\nContent-Length: 2\r\n\r\n{}".encode("latin-1"),
    "no proof": b"POST /ask HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
    "another way": b"GET /ask HTTP/1.1\r\n\r\n",
    "no request": b"\x16\x03\x01\x02\x00\r\n\r\n",
    "no version": b"POST /ask HTTP/x\r\n\r\n",
    "a long header": b"POST /ask HTTP/1.1\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_a_bad_request_is_refused_without_a_traceback(
    chat: Chat, request_: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    owner = owner_of(chat.settings.store)
    assert owner is not None
    with socket.create_connection(("127.0.0.1", owner.port), timeout=20) as connection:
        found = b""
        # Of a request that it does not read to its end, the server may cut the connection before we have read.
        with suppress(ConnectionResetError, BrokenPipeError):
            connection.sendall(request_)
            found = connection.makefile("rb").read()
    assert not found or re.match(rb"HTTP/1.1 [45]\d\d |(?s:.*)Error code: 4\d\d", found)
    assert owner.answers()
    output = capfd.readouterr()
    assert "Traceback" not in output.err + output.out


def test_a_proof_counts_once_and_for_its_own_request(chat: Chat) -> None:
    owner = owner_of(chat.settings.store)
    assert owner is not None
    hello = b"POST /hello HTTP/1.1\r\nChallenge: c\r\nContent-Length: 0\r\n\r\n"
    for name, body, status in (("ping", b"{}", b"200"), ("rebuild", b"{}", b"403"), ("ping", b"[]", b"403")):
        with socket.create_connection(("127.0.0.1", owner.port), timeout=20) as connection:
            lines = connection.makefile("rb")
            connection.sendall(hello)
            length = 0
            while line := lines.readline().strip():
                length = int(line.split()[1]) if line.lower().startswith(b"content-length") else length
            challenge = json.loads(lines.read(length))["challenge"]
            proof = owner_rpc._proof(
                owner.secret, "command", challenge, "ping", owner_rpc.hashlib.sha256(b"{}").hexdigest()
            )
            head = f"POST /{name} HTTP/1.1\r\nAuthorization: {proof}\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.sendall(head.encode() + body)
            assert lines.readline().split()[1] == status


def test_silent_connections_are_cut_and_do_not_shut_out(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner_rpc, "REQUEST_SECONDS", 1.0)
    owner = owner_of(chat.settings.store)
    assert owner is not None
    silent = [socket.create_connection(("127.0.0.1", owner.port), timeout=20) for _ in range(100)]
    # Each is closed by the server, those past the limit at once; reading ends where it is closed.
    ended = []
    for each in silent:
        with each:
            try:
                ended.append(each.recv(1))
            except ConnectionResetError:
                ended.append(b"")
    assert ended == [b""] * 100
    assert owner.answers()


def test_a_pipe_in_its_place_delays_nothing(chat: Chat) -> None:
    (chat.settings.store / FILE).unlink()
    os.mkfifo(chat.settings.store / FILE, 0o600)
    assert owner_of(chat.settings.store) is None
    (chat.settings.store / FILE).unlink()
