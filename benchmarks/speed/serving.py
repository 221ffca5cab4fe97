"""The web app as its own process, for what is measured or tested in a browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from settings import ROOT

START_SECONDS = 60
_OFF = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *(
        "DestroyProfileOnBrowserClose",
        "HttpsUpgrades",
        "HttpsFirstBalancedModeAutoEnable",
        "LensOverlay",
        "MediaRouter",
    ),
    *("PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
)
"""The first two are pages that each window loads for its address line, which nobody sees: half a second of CPU time.

The others are what Playwright leaves off; Chromium hears only the last list that it is given.
"""
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", f"--disable-features={','.join(_OFF)}"),
)
"""For Chromium: nothing of its own goes over the network."""


@dataclass(frozen=True)
class Served:
    """A running app: where it is, over which store, and its process."""

    address: str
    store: Path
    process: int


def chromium() -> str | None:
    """Return where Chromium is on this machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


@contextmanager
def served(store: Path, log: Path, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve the app over a store on a free port of this machine until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {**os.environ, **(environment or {}), "ON_THE_RECORD_STORE": str(store)}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=out, stderr=out)
        try:
            _wait_until_up(f"http://127.0.0.1:{port}/_stcore/health")
            yield Served(f"http://127.0.0.1:{port}", store, server.pid)
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_until_up(url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urlopen(url, timeout=2) as answer:
                answer.read()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
