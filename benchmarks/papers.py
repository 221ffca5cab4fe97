"""A folder of documents that change while they are asked about, what each said when, and questions of them."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = 10
SPEAKERS = ("Odran Tell", "Mira Quill", "Palo Brandt", "Senna Voss")


@dataclass(frozen=True)
class Version:
    """What a document said, from when its file was written until the run that replaced it had ended."""

    text: str
    since: float
    until: float = float("inf")


class Papers:
    """A folder of documents that change, and what each said when."""

    def __init__(self, folder: Path, draw: random.Random) -> None:
        self.folder = folder
        self._draw = draw
        self._guard = threading.Lock()
        self._versions: dict[str, list[Version]] = {}
        self._count = 0
        for number in range(DOCUMENTS):
            self._write(number)

    def names(self) -> set[str]:
        """Return the documents that there are now."""
        return {each.name for each in self.folder.glob("*.txt")}

    def change(self) -> None:
        """Change, remove or add one document."""
        number = self._draw.randrange(DOCUMENTS)
        path = self.folder / f"berth-{number:03d}.txt"
        if path.exists() and self._draw.random() < 0.2:
            path.unlink()
        else:
            self._write(number)

    def _write(self, number: int) -> None:
        path = self.folder / f"berth-{number:03d}.txt"
        self._count += 1
        text = written(number, self._count)
        with self._guard:
            self._versions.setdefault(path.name, []).append(Version(text, time.monotonic()))
        half = path.with_suffix(".part")
        half.write_text(text, encoding="utf-8")
        half.replace(path)

    def settled(self) -> None:
        """Note that a run over the folder as it is now has ended: what was replaced is not to be seen any more."""
        now = time.monotonic()
        with self._guard:
            for name, versions in self._versions.items():
                exists = (self.folder / name).exists()
                for at, each in enumerate(versions):
                    if each.until == float("inf") and (at < len(versions) - 1 or not exists):
                        versions[at] = Version(each.text, each.since, now)

    def said(self, name: str, since: float, until: float) -> list[str]:
        """Return what a document may have said to a question asked and answered at these times."""
        with self._guard:
            versions = list(self._versions.get(name, ()))
        return [each.text for each in versions if each.since <= until and each.until >= since]


def written(number: int, version: int) -> str:
    """Return the text of a document: who says how many boats lie at a berth."""
    speaker = SPEAKERS[number % len(SPEAKERS)]
    return (
        f"date 2031-03-{1 + number % 28:02d} Report {version} on berth {number}.\n\n"
        f"“At berth {number} there are {number * 3 + version} boats,” Mayor {speaker} said.\n\n"
        f"The harbour master counts the boats of berth {number} every morning, in any weather, {version} times.\n"
    )


def question(draw: random.Random) -> str:
    """Return something to ask of the documents."""
    number = draw.randrange(DOCUMENTS)
    speaker = SPEAKERS[number % len(SPEAKERS)]
    return draw.choice(
        (
            f"What did {speaker} say about berth {number}?",
            f"How many boats are at berth {number}?",
            f"Who counts the boats of berth {number}?",
            f"Did {speaker} say “At berth {number} there are {number * 3 + draw.randrange(400)} boats”?",
            f"What did {draw.choice(SPEAKERS)} say about the boats?",
        )
    )
