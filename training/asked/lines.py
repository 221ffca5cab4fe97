"""Files of JSON lines, packed or not."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Line = dict[str, Any]


def lines_of(file: Path) -> list[Line]:
    """Return the objects of a file of JSON lines, packed or not."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(file: Path, lines: Iterable[Line]) -> None:
    """Write a packed file of JSON lines, the same bytes for the same lines."""
    content = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in lines).encode()
    file.write_bytes(gzip.compress(content, mtime=0))
