"""Documents whose words are known, with changes, notes, boxes and tables: no word is lost, added, joined or moved.

A format is a row in `WRITERS`: a seed -> a file and the words that a reader of it must see, in order. Formats that can
keep the same things are written from one plan (`Plan`), so that each is tried on all of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from index.read.formats import READERS
from tests.index.readers.office.office_files import Paragraph, Piece, Plan, Table, as_open, as_rich, as_word

SEEDS = range(25)
_SYLLABLES = "ka lo mi ren sol tu vex dar nim pol żar né ük жи дом".split()


@dataclass(frozen=True)
class Written:
    """A file and what is seen in it; `unseen` are words that it keeps and nobody sees."""

    content: bytes
    seen: str
    unseen: tuple[str, ...] = ()
    omitted: Mapping[str, int] = field(default_factory=dict)


BESIDE = ("note", "box")
OMITTED = {"deleted": "tracked deletion", "hidden": "hidden passage", "comment": "comment"}


class Draw:
    """What a seed draws: words, pieces and blocks."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def word(self) -> str:
        """Return a word that no other is like."""
        self.count += 1
        return "".join(self.random.choices(_SYLLABLES, k=3)) + "abcdefghij"[self.count % 10] * (1 + self.count // 10)

    def words(self, number: int) -> str:
        return " ".join(self.word() for _ in range(number))

    def piece(self) -> Piece:
        kinds = "plain plain plain inserted deleted hidden note comment box field link control figure".split()
        kind = self.random.choice(kinds)
        if kind in BESIDE:
            return Piece(kind, self.words(2))
        if kind in ("deleted", "hidden", "comment"):
            return Piece(kind, "", self.words(2) + " ")
        if kind == "figure":
            return Piece("plain", f"{self.random.randrange(10, 99)} ")
        # Now and then a word goes on in the next piece.
        text = self.words(self.random.randrange(1, 4)) + self.random.choice([" ", " ", ""])
        return Piece(kind, text, self.word() if kind == "field" else "")

    def plan(self) -> Plan:
        blocks: Plan = []
        for _ in range(self.random.randrange(4, 9)):
            if self.random.random() < 0.25:
                rows = tuple(tuple(self.words(2) for _ in range(2)) for _ in range(2))
                blocks.append(Table(rows, self.words(2) if self.random.random() < 0.5 else ""))
            else:
                pieces = tuple(self.piece() for _ in range(self.random.randrange(1, 8)))
                blocks.append(Paragraph((Piece("plain", self.word() + " "), *pieces), self.random.random() < 0.2))
        return [*blocks, Paragraph((Piece("plain", self.words(3)),))]


def seen(plan: Plan) -> str:
    """Return the words of a plan as a reader sees them: boxes after their paragraph, notes after all."""
    done: list[str] = []
    notes: list[str] = []
    line, boxes = "", list[str]()
    for block in plan:
        if isinstance(block, Table):
            done += [line, *boxes, *(" ".join(row) for row in block.rows), block.inner]
            line, boxes = "", []
            continue
        line += "".join(each.text for each in block.pieces if each.kind not in BESIDE)
        boxes += [each.text for each in block.pieces if each.kind == "box"]
        notes += [each.text for each in block.pieces if each.kind == "note"]
        if not block.joins:
            done += [line, *boxes]
            line, boxes = "", []
    return " ".join([*done, line, *boxes, *notes])


def planned(write: Callable[[Plan], bytes], seed: int) -> Written:
    """Return a file of a plan that the seed draws."""
    plan = Draw(seed).plan()
    pieces = [each for block in plan if isinstance(block, Paragraph) for each in block.pieces]
    unseen = tuple(word for each in pieces for word in each.unseen.split())
    kinds = [OMITTED[each.kind] for each in pieces if each.kind in OMITTED]
    return Written(write(plan), seen(plan), unseen, {name: kinds.count(name) for name in kinds})


WRITERS: Mapping[str, Callable[[int], Written]] = {
    ".docx": lambda seed: planned(as_word, seed),
    ".odt": lambda seed: planned(as_open, seed),
    ".rtf": lambda seed: planned(as_rich, seed),
}


def words(text: str) -> list[str]:
    """Return the words in order."""
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost_added_joined_or_moved(suffix: str, seed: int) -> None:
    written = WRITERS[suffix](seed)
    (found,) = READERS[suffix](written.content)
    assert words(found.text) == words(written.seen)
    assert not set(written.unseen) & set(words(found.text))
    counts = dict(found.omitted)
    assert {name: counts.get(name) for name in written.omitted} == dict(written.omitted)
