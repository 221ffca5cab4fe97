"""What is stored, looked at through a real service: documents, quotations, feedback, corrections."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import httpx
import pytest

from rag.__main__ import main
from settings import Settings
from tests.conftest import GAZETTE, embedded, indexed, written
from tests.rag.serve.http.conftest import TEXTS, served

BRIDGE = "2031-04-11-bridge.md"


def test_documents_their_words_and_their_files(client: httpx.Client) -> None:
    listed = client.get("/v1/documents").json()
    assert [each["id"] for each in listed["documents"]] == sorted(TEXTS)
    whole = client.get(f"/v1/documents/{BRIDGE}").json()
    assert whole["text"].startswith("The bridge over the Lenn") or "bearings" in whole["text"]
    (said,) = (each for each in whole["statements"] if "worn out" in each["text"])
    part = client.get(f"/v1/documents/{BRIDGE}", params={"start": said["start"], "end": said["end"]}).json()
    assert part["text"] == said["text"]
    original = client.get(f"/v1/originals/{BRIDGE}")
    assert original.text == TEXTS[BRIDGE]
    assert original.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("path", ["..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "nothing.txt", "a%00b", "%ff"])
def test_nothing_but_documents_is_given(path: str, client: httpx.Client) -> None:
    for place in ("documents", "originals"):
        response = client.get(f"/v1/{place}/{path}")
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("words", "speaker", "verdict"),
    [
        ("The bearings are worn out", "Palo Brandt", "exact"),
        ("“The bearings are worn out.”", None, "exact"),
        ("We can repair it under traffic", "Palo Brandt", "altered"),
        ("The bearings are worn out", "Odran Tell", "other_speaker"),
        ("We shall sell the moon to the highest bidder", "Odran Tell", "not_found"),
    ],
)
def test_quotations(words: str, speaker: str | None, verdict: str, client: httpx.Client) -> None:
    found = client.post("/v1/quotations/check", json={"quotation": words, "speaker": speaker}).json()
    assert found["verdict"] == verdict
    assert bool(found["citations"]) == (verdict != "not_found")


def test_unknown_parameters_are_refused_by_name(client: httpx.Client) -> None:
    for path in ("statements?topik=x", "timeline?limit=0", "coverage?offset=3", "documents?start=1"):
        response = client.get(f"/v1/{path}")
        assert response.status_code == 422
        assert path.partition("?")[2].partition("=")[0] in response.json()["detail"]


def test_feedback_is_kept_for_the_evaluation(client: httpx.Client, service_store: Settings) -> None:
    given = {"question": "Who opened the harbour?", "good": False, "right": "Mayor Odran Tell", "qid": "h1"}
    assert client.post("/v1/feedback", json=given).json() == {"kept": True}
    path = service_store.store / "feedback.jsonl"
    kept = json.loads(path.read_text(encoding="utf-8").splitlines()[-1])
    assert (kept["qid"], kept["answers"], kept["good"]) == ("h1", ["Mayor Odran Tell"], False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_only_an_editor_corrects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = indexed(written(tmp_path / "docs", GAZETTE), embedded(tmp_path / "store")).store
    secrets = {}
    for name, options in (("ana", ["--edit"]), ("bo", [])):
        assert main(["token", "add", name, *options, "--store", str(store)]) == 0
        secrets[name] = capsys.readouterr().out.strip()
    right = {"document": BRIDGE, "set": {"published": "12 April 2031"}}
    with served(store) as address, httpx.Client(base_url=address, timeout=60) as opened:
        status = {
            name: opened.post("/v1/corrections", json=right, headers={"Authorization": f"Bearer {secret}"}).status_code
            for name, secret in {**secrets, "nobody": "otr_x"}.items()
        }
        assert status == {"ana": 200, "bo": 403, "nobody": 401}
        assert opened.post("/v1/corrections", json=right).status_code == 403
        editor = {"Authorization": f"Bearer {secrets['ana']}"}
        for wrong, refused in (
            *(({"document": "no.txt", "set": {"title": "x"}}, 404), ({"document": "no.txt", "unset": ["title"]}, 404)),
            *(({"document": "no.txt@3-9", "set": {"speaker": "x"}}, 404), ({**right, "set": {"tittle": "x"}}, 422)),
        ):
            response = opened.post("/v1/corrections", json=wrong, headers=editor)
            assert response.status_code == refused
            assert str(store) not in response.text
        shown = opened.get(f"/v1/documents/{BRIDGE}").json()
        assert shown["document"]["published"] == "2031-04-12"
