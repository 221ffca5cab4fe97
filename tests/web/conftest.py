"""A served app and a real Chromium for the tests of this folder; screenshots are kept in artifacts/.

Without a Chromium these tests skip and say so; with REQUIRE_BROWSER=1, as in CI, that is a failure.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from benchmarks.speed.serving import FLAGS, Served, chromium, served
from settings import Settings
from tests.conftest import SAMPLE, NewStore, embedded, indexed
from tests.evals.reports.invented_run import results

Opens = Callable[..., Page]
PATIENCE = 60_000
"""Milliseconds that anything may take: a busy machine needs ten times those of a quiet one."""


@pytest.fixture(scope="session")
def new_store() -> NewStore:
    """What makes stores: of one kind, as what is tested here lies above them and tests/rag asks both kinds."""
    return embedded


WATCH = Path(__file__).parent / "watch"
OWN = re.compile(r"127\.|::1|localhost|None|'0\.0\.0\.0'|/")


def left_the_machine(heard: str) -> list[str]:
    """Return the lines of a watched app that name an address of another machine."""
    return [line for line in heard.splitlines() if not OWN.search(line.split(" ", 1)[1])]


@pytest.fixture(autouse=True, scope="session")
def _nothing_leaves(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Watch every app that is served here, from its start on: what it looks up and connects to is this machine."""
    heard = tmp_path_factory.mktemp("watch") / "addresses"
    heard.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(WATCH))
        patch.setenv("ON_THE_RECORD_TEST_WATCH", str(heard))
        yield
    assert left_the_machine(heard.read_text(encoding="utf-8")) == []


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app over an index of the sample, with one run of an evaluation."""
    folder = tmp_path_factory.mktemp("served")
    settings: Settings = indexed(SAMPLE, embedded(folder / "store"))
    run = settings.store / "runs" / "harbour"
    run.mkdir(parents=True)
    (run / "results.json").write_text(json.dumps(_cited(settings)), encoding="utf-8")
    with served(settings.store, folder / "log") as running:
        yield running


@pytest.fixture
def address(app: Served) -> str:
    return app.address


def _cited(settings: Settings) -> dict[str, Any]:
    """Return results of a run over the store, whose expected evidence is words of the sample document."""
    values = results()
    values["run"]["settings"] = {"store": str(settings.store)}
    place = {"doc_id": next(SAMPLE.iterdir()).name, "start": 17, "end": 47}
    values["questions"][1]["expected"]["evidence"] = [{**place, "text": "Belarusian President Aleksandr"}]
    return values


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        reason = "there is no Chromium on this machine; install Debian's package chromium to run the browser tests"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def opens(browser: Browser) -> Iterator[Opens]:
    """What opens an address in a browser of its own; the test fails when a page reaches for anything but its server."""
    outside: list[str] = []
    with ExitStack() as stack:

        def open_(address: str, **named: Any) -> Page:
            context: BrowserContext = browser.new_context(**{"viewport": {"width": 1200, "height": 850}, **named})
            context.set_default_timeout(PATIENCE)
            stack.callback(context.close)
            page = context.new_page()
            origin = "/".join(address.split("/")[:3])
            page.on("request", lambda request: outside.append(request.url) if _leaves(request.url, origin) else None)
            page.goto(address)
            return page

        yield open_
    assert outside == []


@pytest.fixture
def page(opens: Opens, address: str) -> Page:
    """The chat, ready to be asked."""
    opened = opens(address)
    opened.get_by_test_id("stChatInputTextArea").wait_for(timeout=60_000)
    return opened


def _leaves(url: str, origin: str) -> bool:
    return not url.startswith((origin, origin.replace("http", "ws"), "data:", "blob:"))
