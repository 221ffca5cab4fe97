"""Documents added, replaced and removed over HTTP as jobs: who may, what is refused, what a repeated request does."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from starlette.testclient import TestClient

from index.storage import lock
from rag.serve.desk import Desk
from rag.serve.http.app import access_of, application
from rag.serve.limits import Rate
from rag.serve.tokens import Tokens
from settings import Settings
from tests.conftest import GAZETTE, embedded, indexed, written

FERRY = "“The ferry sails at nine,” said Captain Jora Wend on 5 May 2031.\n"
LATER = "“The ferry sails at ten,” said Captain Jora Wend on 6 May 2031.\n"
OVER_SECONDS = 120


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = written(tmp_path_factory.mktemp("adding-texts"), GAZETTE)
    return indexed(folder, embedded(tmp_path_factory.mktemp("adding") / "store"))


@pytest.fixture(scope="module")
def rights(settings: Settings) -> dict[str, dict[str, str]]:
    tokens = Tokens(settings.store)
    secrets = {"editor": tokens.add("editor", "edit"), "second": tokens.add("second", "edit")}
    secrets["reader"] = tokens.add("reader", "read")
    return {name: {"Authorization": f"Bearer {secret}"} for name, secret in secrets.items()}


@pytest.fixture(scope="module")
def owner(settings: Settings) -> Iterator[Desk]:
    desk = Desk(settings)
    desk.open()
    yield desk
    desk.close()
    assert not lock.held(settings.store)


@pytest.fixture(scope="module", params=["owner", "another process"])
def client(
    settings: Settings, owner: Desk, rights: dict[str, dict[str, str]], request: pytest.FixtureRequest
) -> TestClient:
    """A client of a service that has the store open, and of one that asks whoever has."""
    desk = owner if request.param == "owner" else Desk(settings)
    app = application(desk, access_of(settings, "127.0.0.1"))
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False, headers=rights["editor"])


@contextmanager
def held_up(owner: Desk) -> Iterator[None]:
    """Let no job go on within the block."""
    current = owner._current
    assert current
    with current.pipeline().store.writing:
        yield


@pytest.fixture(autouse=True)
def no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rate, "wait", lambda self, who, now: 0.0)


def sent(*files: tuple[str, str | bytes]) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (name, content.encode() if isinstance(content, str) else content)) for name, content in files]


def over(client: TestClient, begun: httpx.Response) -> dict[str, Any]:
    assert begun.status_code == 202, begun.text
    place = begun.headers["location"]
    deadline = time.monotonic() + OVER_SECONDS
    while time.monotonic() < deadline:
        job: dict[str, Any] = client.get(place).json()
        if job["state"] in ("done", "failed", "cancelled"):
            return job
        time.sleep(0.02)
    raise AssertionError(f"the job is not over after {OVER_SECONDS} seconds")


def text_of(client: TestClient, document: str) -> str | None:
    found = client.get(f"/v1/documents/{document}")
    return found.json()["text"] if found.status_code == 200 else None


def is_problem(response: httpx.Response, status: int, *named: str) -> bool:
    told = response.json()
    return (response.status_code, response.headers["content-type"]) == (status, "application/problem+json") and all(
        each in told["detail"] for each in named
    )


def test_files_are_added_replaced_and_removed(client: TestClient) -> None:
    job = over(client, client.post("/v1/documents", files=sent(("ferry.txt", FERRY))))
    assert (job["state"], job["not_read"], job["share"]) == ("done", 0, 1.0)
    assert text_of(client, "uploads/ferry.txt") == FERRY
    asked = client.post("/v1/ask", json={"question": "What did Jora Wend say about the ferry?"}).json()
    assert "sails at nine" in asked["answer"]
    again = over(client, client.post("/v1/documents", files=sent(("ferry.txt", FERRY))))
    assert "already there" in again["message"]
    refused = client.post("/v1/documents", files=sent(("ferry.txt", LATER), ("new.txt", LATER)))
    assert is_problem(refused, 409, "ferry.txt", "same_name=replace")
    assert refused.json()["taken"] == ["ferry.txt"]
    assert text_of(client, "uploads/new.txt") is None
    over(client, client.post("/v1/documents", files=sent(("ferry.txt", LATER)), data={"same_name": "replace"}))
    assert text_of(client, "uploads/ferry.txt") == LATER
    over(client, client.post("/v1/documents", files=sent(("ferry.txt", FERRY)), data={"same_name": "both"}))
    assert text_of(client, "uploads/ferry (2).txt") == FERRY
    assert over(client, client.delete("/v1/documents/uploads/ferry.txt"))["state"] == "done"
    assert text_of(client, "uploads/ferry.txt") is None
    both = client.post("/v1/removals", json={"documents": ["uploads/ferry (2).txt"] * 2})
    assert over(client, both)["message"].startswith("1 removed")


def test_the_files_of_a_zip_are_read_and_what_is_not_is_named(client: TestClient, settings: Settings) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("harbour/quay.txt", "“The quay is closed,” said Odran Tell.")
        archive.writestr("harbour/plan.png", b"x")
        archive.writestr("harbour/broken.pdf", b"%PDF-1.4 nothing")
    files = sent(("papers.zip", packed.getvalue()), ("run.exe", b"x"))
    job = over(client, client.post("/v1/documents", files=files))
    assert job["state"] == "done"
    failed = {each["path"]: each["reason"] for each in job["failed"]}
    assert len(failed) == job["not_read"] == 3
    assert any("quay.txt" in each["id"] for each in client.get("/v1/documents").json()["documents"])
    assert all(reason.strip() for reason in failed.values())
    unread = client.get("/v1/unread").json()
    assert {each["path"]: each["reason"] for each in unread["files"]}.items() < failed.items()
    assert str(settings.store) not in str(unread)
    assert client.get("/v1/coverage").json()["unread"] == 1
    ids = [each["id"] for each in client.get("/v1/documents?document=uploads*").json()["documents"]]
    over(client, client.post("/v1/removals", json={"documents": ids}))


def test_a_text_is_added_under_its_title(client: TestClient) -> None:
    given = {"title": "On the ferry", "text": "The ferry is safe.", "published": "2031-05-01", "speaker": "Odran Tell"}
    over(client, client.post("/v1/texts", json=given))
    found = client.get("/v1/documents?document=uploads*ferry*").json()["documents"]
    assert [(each["title"], each["published"], each["speaker"]) for each in found] == [
        ("On the ferry", "2031-05-01", "Odran Tell")
    ]
    assert is_problem(client.post("/v1/texts", json={**given, "text": "Other words."}), 409, "On the ferry")
    for wrong in ({"published": "May"}, {"published": "2031-02-30"}, {"title": " "}, {"text": ""}, {"words": "x"}):
        assert is_problem(client.post("/v1/texts", json={**given, **wrong}), 422, *wrong)
    over(client, client.delete(f"/v1/documents/{quote(found[0]['id'])}"))


def test_a_request_that_is_sent_again_under_its_key_adds_no_job(
    client: TestClient, rights: dict[str, dict[str, str]]
) -> None:
    key = {"Idempotency-Key": f"ferry-{time.monotonic()}"}
    first = client.post("/v1/documents", files=sent(("ferry.txt", FERRY)), headers=key)
    done = over(client, first)
    over(client, client.delete("/v1/documents/uploads/ferry.txt"))
    again = client.post("/v1/documents", files=sent(("ferry.txt", FERRY)), headers=key)
    assert (again.status_code, again.json()["id"]) == (202, done["id"])
    assert text_of(client, "uploads/ferry.txt") is None
    other = client.post("/v1/documents", files=sent(("ferry.txt", LATER)), headers=key)
    assert is_problem(other, 422, "Idempotency-Key")
    # Another client's key is another one.
    theirs = client.post("/v1/documents", files=sent(("ferry.txt", FERRY)), headers={**key, **rights["second"]})
    assert over(client, theirs)["id"] != done["id"]
    over(client, client.delete("/v1/documents/uploads/ferry.txt"))


def test_a_job_is_cancelled_and_taken_up(client: TestClient, owner: Desk) -> None:
    with held_up(owner):
        begun = client.post("/v1/documents", files=sent(("ferry.txt", FERRY)))
        place = begun.headers["location"]
        waiting = client.get(place)
        assert waiting.json()["state"] in ("waiting", "running")
        assert waiting.headers["retry-after"] == "1"
        assert client.post(f"{place}/cancel").status_code == 200
    stopped = over(client, begun)
    assert (stopped["state"], stopped["may_go_on"]) == ("cancelled", True)
    resumed = client.post(f"{place}/resume")
    assert (resumed.status_code, resumed.json()["id"]) == (200, stopped["id"])
    assert over(client, begun)["state"] == "done"
    assert text_of(client, "uploads/ferry.txt") == FERRY
    # What is over stays so.
    assert client.post(f"{place}/resume").json()["state"] == client.post(f"{place}/cancel").json()["state"] == "done"
    assert stopped["id"] in [each["id"] for each in client.get("/v1/jobs").json()["jobs"]]
    over(client, client.delete("/v1/documents/uploads/ferry.txt"))


def test_so_many_jobs_wait(client: TestClient, owner: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.serve.operations.adding.MOST_WAITING", 2)
    with held_up(owner):
        begun = [client.post("/v1/texts", json={"title": f"Note {at}", "text": FERRY}) for at in range(3)]
        assert is_problem(begun[2], 429, "2 jobs")
    jobs = [over(client, each) for each in begun[:2]]
    assert [each["state"] for each in jobs] == ["done", "done"]
    ids = [each["id"] for each in client.get("/v1/documents?document=uploads*").json()["documents"]]
    over(client, client.post("/v1/removals", json={"documents": ids}))


def test_only_an_editor_changes_anything(client: TestClient, rights: dict[str, dict[str, str]]) -> None:
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("POST", "/v1/documents", {"files": sent(("ferry.txt", FERRY))}),
        ("POST", "/v1/texts", {"json": {"title": "x", "text": "y"}}),
        ("DELETE", f"/v1/documents/{next(iter(GAZETTE))}", {}),
        ("POST", "/v1/removals", {"json": {"documents": list(GAZETTE)}}),
        ("GET", "/v1/jobs", {}),
        ("POST", "/v1/jobs/x/cancel", {}),
        ("POST", "/v1/jobs/x/resume", {}),
    ]
    for method, path, more in calls:
        assert is_problem(client.request(method, path, headers=rights["reader"], **more), 403, "--edit"), path
        assert is_problem(client.request(method, path, headers={"Authorization": "Bearer otr_x"}, **more), 401), path
    assert client.get("/v1/documents").json()["count"] == len(GAZETTE)


def test_no_problem_tells_where_the_store_lies(client: TestClient, settings: Settings) -> None:
    wrong = {"document": "nothing.txt", "set": {"title": "x"}}
    refused = [
        client.delete("/v1/documents/nothing.txt"),
        client.post("/v1/removals", json={"documents": ["nothing.txt"]}),
        client.post("/v1/corrections", json=wrong),
        client.get("/v1/documents/nothing.txt"),
        client.get("/v1/originals/nothing.txt"),
    ]
    for response in refused:
        assert response.status_code in (404, 422)
        assert "nothing.txt" in response.json()["detail"]
        assert str(settings.store) not in response.text
        assert str(settings.store.parent) not in response.text


def test_what_cannot_be_done_is_said_with_what_to_do(client: TestClient) -> None:
    assert is_problem(client.post("/v1/documents", files=sent(("run.exe", b"x"))), 422, "run.exe", "no reader")
    assert is_problem(client.post("/v1/documents", data={"same_name": "both"}), 422, "files")
    wrong = client.post("/v1/documents", files=sent(("a.txt", "b")), data={"same_name": "other"})
    assert is_problem(wrong, 422, "same_name")
    unknown = client.post("/v1/documents", files=sent(("a.txt", "b")), data={"overwrite": "yes"})
    assert is_problem(unknown, 422, "overwrite: there is no field")
    assert is_problem(client.post("/v1/documents", content=b"x", headers={"Content-Type": "text/plain"}), 422, "files")
    assert is_problem(client.delete("/v1/documents/nothing.txt"), 404, "nothing.txt")
    both = client.post("/v1/removals", json={"documents": [next(iter(GAZETTE)), "nothing.txt"]})
    assert is_problem(both, 404, "nothing.txt")
    for method, path in (("GET", ""), ("POST", "/cancel"), ("POST", "/resume")):
        assert is_problem(client.request(method, f"/v1/jobs/none{path}"), 404, "none")
    assert client.get("/v1/documents").json()["count"] == len(GAZETTE)


def test_nothing_is_left_of_a_request(client: TestClient, settings: Settings) -> None:
    left = settings.store / "incoming-killed"
    left.mkdir(exist_ok=True)
    os.utime(left, (0, 0))
    client.post("/v1/documents", files=sent(("../../up.exe", b"x")))
    assert list(settings.store.glob("incoming-*")) == []


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.suffix == ".txt" else ""


def test_names_lead_nowhere(client: TestClient, settings: Settings) -> None:
    names = ("../../etc/passwd.txt", "/etc/shadow.txt", "a\\b.txt", "*?.txt", "x" * 300 + ".txt")
    over(client, client.post("/v1/documents", files=sent(*((name, f"{FERRY} {name}") for name in names))))
    ids = [each["id"] for each in client.get("/v1/documents?document=uploads*").json()["documents"]]
    folder = settings.store / "added" / "uploads"
    assert len(ids) == len(names)
    assert {path.parent for path in settings.store.parent.rglob("*") if "Wend" in _content(path)} == {folder}
    over(client, client.post("/v1/removals", json={"documents": ids}))
