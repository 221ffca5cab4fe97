"""How long a second run takes when nothing changed, and when one document did.

    python -m benchmarks.speed.resync [--files 10000]

Each run is a whole command over a folder of one-sentence files.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Print one JSON line a run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.resync", description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=10_000)
    count = parser.parse_args().files
    with tempfile.TemporaryDirectory() as temporary:
        folder, store = Path(temporary) / "papers", Path(temporary) / "store"
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:06d}.txt").write_text(f"Berth {number} holds {number * 7} boats.\n", encoding="utf-8")
        _run("all new", folder, store)
        _run("unchanged", folder, store)
        (folder / "000007.txt").write_text("Berth 7 was closed for the winter.\n", encoding="utf-8")
        _run("one changed", folder, store)


def _run(name: str, folder: Path, store: Path) -> None:
    started = time.perf_counter()
    command = [sys.executable, "-m", "index", str(folder), "--store", str(store), "--json"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    report = json.loads(ran.stdout)
    figures = {"run": name, **{key: value for key, value in report["documents"].items() if key != "failed"}}
    seconds = round(time.perf_counter() - started, 2)
    print(json.dumps({**figures, "seconds": report["seconds"], "whole_command_seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()
