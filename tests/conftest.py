"""What every test shares: no network, an index of the sample document, a folder for artefacts."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from benchmarks.servers import Servers, installed, running
from index.storage.embeddings import LocalEmbeddings
from index.storage.store import open_store
from index.sync import sync
from rag.pipeline import Pipeline, open_pipeline
from rag.reader.model import Reader
from settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "documents"
LOOPBACK = ("127.", "::1", "localhost")


LONGEST = (
    "test_growth.py",
    "test_endurance.py",
    "index/test_crash.py",
    "evals/test_faults.py",
    "index/readers/test_malformed.py",
    "web/test_ten_tasks.py",
    "web/test_answer_first.py",
    "web/test_accessibility.py",
    "web/test_pages.py",
    "web/test_newsroom.py",
    "web/test_browser.py",
)
"""Files that take a minute or more, begun in this order, so that no worker is left with one at the end.

Those with a browser stay behind the others: its loop would run on in a worker's later tests, which begin their own.
"""


def pytest_collection_finish() -> None:
    """Look no more for garbage among the packages, which stay."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; the others keep their order, those with a browser behind them."""
    order = {ROOT / "tests" / name: place for place, name in enumerate(LONGEST)}
    web = ROOT / "tests" / "web"
    items.sort(key=lambda item: (web in item.path.parents, order.get(item.path, len(order))))


@pytest.fixture(autouse=True, scope="session")
def _only_loopback() -> Iterator[None]:
    """Refuse every connection that leaves the machine, so that a test cannot fetch anything without our knowing."""
    if os.environ.get("ON_THE_RECORD_TEST_MODEL"):
        # Whoever names a hosted model for the tests lets them ask it.
        yield
        return
    patch = pytest.MonkeyPatch()
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to connect to {address}")
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
        if not name.startswith((*LOOPBACK, "0.0.0.0")):
            raise AssertionError(f"a test tried to look up {name}")
        return look_up(host, *rest, **named)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def _read_once() -> Iterator[None]:
    """Let the reader's network read a question with the same texts once a process.

    What it makes of them depends on nothing else and takes half of an answer's time, and many tests ask the same of the
    same documents: in a store of each kind, in several modules, before and after what must change no answer.
    """
    read = Reader.__call__
    kept = lru_cache(4_096)(lambda reader, question, texts: tuple(read(reader, question, texts)))
    patch = pytest.MonkeyPatch()
    patch.setattr(Reader, "__call__", lambda reader, question, texts: [*kept(reader, question, tuple(texts))])
    yield
    patch.undo()


EMBEDDED_TOKENS = 500
"""What has more is embedded each time: one result takes 1.5 kB a token."""


@pytest.fixture(autouse=True, scope="session")
def _embedded_once() -> Iterator[None]:
    """Let the embedder's network read the same tokens once a process, as many tests index and ask the same texts."""
    read = LocalEmbeddings._states
    kept = lru_cache(1_024)(lambda model, ids, width: read(model, [*map(list, ids)], width))
    models: dict[str, LocalEmbeddings] = {}

    def states(model: LocalEmbeddings, ids: list[list[int]], width: int | None) -> Any:
        if sum(map(len, ids)) > EMBEDDED_TOKENS:
            return read(model, ids, width)
        # All models have the same weights, whose digest is looked at when they are opened.
        return kept(models.setdefault("first", model), tuple(map(tuple, ids)), width)

    patch = pytest.MonkeyPatch()
    patch.setattr(LocalEmbeddings, "_states", states)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def _components_found_once() -> Iterator[None]:
    """Let Streamlit look for components among the installed packages once a process.

    Each app of a test reads the metadata of every package for them, which takes 0.12 s of CPU time.
    """
    if "streamlit.testing.v1" not in sys.modules:
        yield
        return
    from streamlit.components.v2 import manifest_scanner

    patch = pytest.MonkeyPatch()
    patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
    yield
    patch.undo()


_NUMBERS = count(1)


@pytest.fixture(scope="session")
def _unset_stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where stores would be that no test asked for."""
    return tmp_path_factory.mktemp("unset")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, _unset_stores: Path) -> None:
    """Keep every test away from the developer's own store and settings, and from another test's.

    The folder is not made: most tests need none, and making and removing one for each of thousands takes seconds.
    """
    for name in ("EMBEDDER", "PASSAGE_TOKENS", "QUESTION_CHARACTERS", "LOG", "METRICS_PORT", "QUESTIONS_PER_MINUTE"):
        monkeypatch.delenv(f"ON_THE_RECORD_{name}", raising=False)
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(_unset_stores / str(next(_NUMBERS))))
    monkeypatch.setenv("ON_THE_RECORD_LOCK_SECONDS", "0.3")


@pytest.fixture(scope="session")
def artifacts() -> Path:
    folder = ROOT / "artifacts"
    folder.mkdir(exist_ok=True)
    return folder


NewStore = Callable[[Path], Settings]
"""Gives the settings of a new store in a folder."""


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    if not installed():
        if os.environ.get("REQUIRE_SERVERS"):
            pytest.fail("PostgreSQL is not installed; .ci/run installs Debian's package postgresql")
        pytest.skip("PostgreSQL is not installed (Debian's package postgresql)")
    with running() as started:
        yield started


@pytest.fixture(scope="session", params=["embedded", "servers"])
def new_store(request: pytest.FixtureRequest) -> NewStore:
    """What makes stores, once with SQLite and a Chroma folder, once with PostgreSQL and a Chroma server."""
    if request.param == "servers":
        running: Servers = request.getfixturevalue("servers")
        return running.settings
    return embedded


def embedded(store: Path) -> Settings:
    return Settings(store=store, lock_seconds=0.3)


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write texts into files of these names in a folder, which need not exist yet, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


_READY: dict[tuple[object, ...], Path] = {}
"""Stores in folders that were indexed in this process, by what went into them."""


def indexed(folder: Path, settings: Settings) -> Settings:
    """Index a folder into a new store and return the settings that open it.

    A folder that was indexed before, with the same files and settings, is not indexed again: its store is copied.
    """
    if settings.catalog_url or settings.chroma_url or settings.store.exists():
        _index(folder, settings)
        return settings
    files = [(each, each.stat().st_mtime_ns, each.read_bytes()) for each in sorted(folder.rglob("*")) if each.is_file()]
    given = (folder, *files, repr(replace(settings, store=Path())))
    if given in _READY:
        shutil.copytree(_READY[given], settings.store)
        return settings
    _index(folder, settings)
    kept = mkdtemp(prefix="on-the-record-ready-")
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    _READY[given] = shutil.copytree(settings.store, Path(kept) / "store")
    return settings


def _index(folder: Path, settings: Settings) -> None:
    with open_store(settings) as opened:
        sync([folder], opened, settings.passage_tokens)


@contextmanager
def pipeline_over(texts: Mapping[str, str], folder: Path, new_store: NewStore = embedded) -> Iterator[Pipeline]:
    """Give the pipeline over documents with these texts, which are written and indexed within the folder."""
    pipeline = open_pipeline(indexed(written(folder / "documents", texts), new_store(folder / "store")))
    try:
        yield pipeline
    finally:
        pipeline.close()


@pytest.fixture(scope="session")
def sample_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return indexed(SAMPLE, embedded(tmp_path_factory.mktemp("sample") / "store"))


@pytest.fixture(scope="session")
def sample(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    """The pipeline over the sample document, in a store of its own so that commands can use the other one."""
    settings = indexed(SAMPLE, new_store(tmp_path_factory.mktemp("pipeline") / "store"))
    pipeline = open_pipeline(settings)
    yield pipeline
    pipeline.close()


# Invented people and places, so that no real person is given words they did not say.
GAZETTE = {
    "2031-03-02-harbour.txt": (
        "date 2031-03-02 Mayor Odran Tell opened the new harbour of Vesk on Sunday.\n\n"
        "“The harbour cost forty million crowns and took six years,” Tell said. “It will bring three hundred jobs.”\n\n"
        "Opposition leader Mira Quill disagreed: “Nobody asked the fishermen. They will lose their berths.”\n"
    ),
    "2031-04-11-bridge.md": (
        "# The bridge over the Lenn\n\n"
        "Engineer Palo Brandt said that the bridge would close for nine weeks in summer.\n\n"
        "“We cannot repair it under traffic,” Brandt told the Vesk Gazette. “The bearings are worn out.”\n\n"
        "Mayor Odran Tell called the closure a disaster for the market.\n"
    ),
}


@pytest.fixture(scope="session")
def gazette_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("gazette"), GAZETTE)


@pytest.fixture(scope="session")
def gazette(new_store: NewStore, gazette_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
    settings = new_store(tmp_path_factory.mktemp("gazette-store") / "store")
    pipeline = open_pipeline(indexed(gazette_folder, settings))
    yield pipeline
    pipeline.close()
