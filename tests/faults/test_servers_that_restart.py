"""Servers that stop and start again under questions, runs and exports."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.servers import Servers
from errors import StoreUnreachableError
from index.backup import backup
from index.storage.catalog import open_catalog
from index.storage.store import open_store
from index.sync import sync
from rag.pipeline import open_pipeline
from rag.records import Turn
from rag.serve.owner import Current
from settings import Settings
from tests.faults.machine import BRIDGE, HARBOUR, content, papers, same


def restart(servers: Servers, kill: bool) -> None:
    servers.stop_postgres(kill)
    servers.stop_chroma(kill)
    servers.start()


@pytest.mark.parametrize("kill", [False, True], ids=["stopped", "killed"])
def test_servers_that_restart_in_a_question_cost_a_wait(servers: Servers, served: Settings, kill: bool) -> None:
    with closing(open_pipeline(served)) as pipeline:
        before = same(pipeline.ask(Turn(HARBOUR)))
        restarts = [lambda: restart(servers, kill)]

        def retrieve(*given: Any) -> Any:
            if restarts:
                restarts.pop()()
            return pipeline.retrieve(*given)

        assert same(replace(pipeline, retrieve=retrieve).ask(Turn(HARBOUR))) == before
        # Between two questions the connections that are kept die without being noticed.
        restart(servers, kill)
        assert same(pipeline.ask(Turn(HARBOUR))) == before


def test_what_is_away_is_named(servers: Servers, served: Settings) -> None:
    with closing(Current(replace(served, lock_seconds=0.3))) as current:
        servers.stop_chroma()
        with pytest.raises(StoreUnreachableError, match="The Chroma server 127.0.0.1 does not answer"):
            current.pipeline().ask(Turn(BRIDGE))
        with pytest.raises(StoreUnreachableError, match="The Chroma server 127.0.0.1 does not answer"):
            open_store(replace(served, chroma_database="default_database"))
        servers.stop_postgres()
        with pytest.raises(StoreUnreachableError, match="The catalog 127.0.0.1/postgres does not answer"):
            current.pipeline()
        servers.start()
        assert current.pipeline().ask(Turn(HARBOUR)).status == "answered"


@pytest.mark.parametrize("away", ["stop_postgres", "stop_chroma", "stop"])
def test_a_run_whose_servers_went_goes_on(servers: Servers, served: Settings, tmp_path: Path, away: str) -> None:
    folder = papers(tmp_path / "papers", 1, 5)
    with open_store(replace(served, lock_seconds=0.3)) as store:
        with pytest.raises(StoreUnreachableError, match="does not answer"):
            sync([folder], store, Settings().passage_tokens, progress=lambda where: getattr(servers, away)())
        servers.start_postgres()
        if away != "stop_postgres":
            servers.start_chroma()
        assert sync([folder], store, Settings().passage_tokens).failed == []
        stored = {each.document.id for each in content(store)["kept"]}
        assert stored >= {f"{number}.txt" for number in range(5)}
        assert len(stored) == 7


def test_an_export_whose_server_went_leaves_no_half(servers: Servers, served: Settings, tmp_path: Path) -> None:
    with closing(open_catalog(served)) as catalog:
        with pytest.raises(StoreUnreachableError):
            backup.export(catalog, tmp_path / "all.otr", lambda message: servers.stop_postgres())
        assert not list(tmp_path.glob("all*"))
        servers.start_postgres()
        assert backup.export(catalog, tmp_path / "all.otr")["documents"] == 2
