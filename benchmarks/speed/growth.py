"""How the time of each regular expression and of the whole analysis grows with awkward text: no faster than the text.

    python -m benchmarks.speed.growth [--length 40000] [--only "analysis"]

Whoever may add a document may add 160,000 dots, and Python's regular expressions hold the interpreter while they look
for a way through them. Every expression of the packages is run over the shapes below and over shapes made of what it
looks for itself; the analysis, the readers and the reading of questions over the shapes. Printed is each that took
more than `TIMES` as long for text four times as long, and the slowest for one character. Times are CPU time of this
process, the least of several.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from types import ModuleType

from benchmarks.speed.awkward_text import SHAPES, Shape, own_shapes
from index.text.expressions import Deferred

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("index", "rag", "ui", "evals")
FLOORS = {"expression": 0.003, "analysis": 0.04, "passages": 0.15}
READING, A_FLOOR = (".txt", ".md", ".srt", ".vtt", ".eml", ".html", ".csv", ".rtf"), 0.02
TIMES = 9.0
"""Text four times as long takes 4 times as long where time is linear, 16 times where it grows with the square."""
DOUBTFUL = 6.0
"""From here on the shorter text is measured again: it would have to take 2.7 times too long once to hide a square."""


def seconds(work: Callable[[], object], rounds: int = 2) -> float:
    """Return the least CPU time of this process that the work took."""
    least = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        work()
        least = min(least, time.process_time() - started)
    return least


@dataclass(frozen=True)
class Growth:
    """What was measured: the time for the shorter text, and for one four times as long."""

    what: str
    shape: str
    short: float
    long: float

    @property
    def too_fast(self) -> bool:
        """Return whether time grows faster than the text."""
        return self.long > TIMES * self.short


def growth(what: str, work: Callable[[str], object], shape: Shape, length: int, floor: float) -> Growth | None:
    """Return how the work's time grows from the length to four times it; None where it takes less than the floor.

    What seems to grow too fast is measured again, as another process may have had the caches between the two.
    """
    long = shape.text(4 * length)
    if (first := seconds(lambda: work(long), 1)) < floor:
        return None
    short = shape.text(length)
    least = seconds(lambda: work(short), 1)
    if first > DOUBTFUL * least:
        least = min(least, seconds(lambda: work(short), 1))
    found = Growth(what=what, shape=shape.name, short=least, long=first)
    if found.too_fast:
        found = Growth(
            what=what,
            shape=shape.name,
            short=seconds(lambda: work(short), 4),
            long=min(first, seconds(lambda: work(long))),
        )
    return found


def modules() -> list[ModuleType]:
    """Return the modules of the packages, imported."""
    names = [
        f"{each.name}"
        for package in PACKAGES
        for each in pkgutil.walk_packages([str(ROOT / package)], prefix=f"{package}.")
    ]
    return [importlib.import_module(name) for name in names]


@dataclass(frozen=True)
class Expression:
    """A regular expression, where it stands, and whether it is looked for everywhere or only at one place."""

    where: str
    pattern: re.Pattern[str]
    everywhere: bool

    def over(self, text: str) -> None:
        """Look for it as the packages do: everywhere in a text, or at its beginning and as the whole of it."""
        if self.everywhere:
            for _ in self.pattern.finditer(text):
                pass
        else:
            self.pattern.match(text)
            self.pattern.fullmatch(text)


def expressions() -> list[Expression]:
    """Return the packages' regular expressions, those without a name by file and line."""
    found: dict[tuple[str, int], Expression] = {}
    trees = [(each, ast.parse(Path(str(each.__file__)).read_text(encoding="utf-8"))) for each in modules()]
    everywhere = _searched(tree for _, tree in trees)
    for module, tree in trees:
        own = _searched([tree])
        named = [
            Expression(f"{module.__name__}.{name}", pattern, name in (own if name.startswith("_") else everywhere))
            for name, value in vars(module).items()
            for pattern in _patterns(value)
        ]
        for each in [*named, *_inline(module.__name__, tree)]:
            key = (each.pattern.pattern, each.pattern.flags)
            if key not in found or each.everywhere:
                found[key] = each
    return list(found.values())


def _searched(trees: Iterable[ast.AST]) -> set[str]:
    """Return the names that are used otherwise than by `NAME.match` and `NAME.fullmatch`."""
    found: set[str] = set()
    for tree in trees:
        placed = {
            id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in _AT_ONE_PLACE
        }
        found |= {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in placed
        }
    return found


_AT_ONE_PLACE = {"match", "fullmatch", "pattern"}
_CALLS = {"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


def _patterns(value: object, depth: int = 4) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Deferred):
        yield value.compiled()
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, dict):
        for each in value.values():
            yield from _patterns(each, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _patterns(each, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from _patterns(getattr(value, part.name, None), depth - 1)


def _inline(module: str, tree: ast.AST) -> Iterator[Expression]:
    """Yield the expressions that stand in a call of `re` as they are."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first, owner = node.args[0], node.func.value
        if not (isinstance(owner, ast.Name) and owner.id == "re" and isinstance(first, ast.Constant)):
            continue
        if isinstance(first.value, str) and node.func.attr in _CALLS:
            flags = re.IGNORECASE if "IGNORECASE" in ast.dump(node) else 0
            everywhere = node.func.attr not in _AT_ONE_PLACE
            yield Expression(f"{module} {first.value[:24]}", re.compile(first.value, flags), everywhere)


def works() -> dict[str, Callable[[str], object]]:
    """Return what is done with a text, by name: its analysis, its passages, its reading from files of several kinds."""
    from errors import DocumentError
    from index.attribution.attribute import analyse
    from index.read.formats import READERS
    from index.records import Document
    from index.text import passages

    def document(text: str) -> Document:
        return Document(
            id="a.txt",
            path="a.txt",
            title="",
            published="2031-01-01",
            source=None,
            url=None,
            language=None,
            text=text,
            sha256="0",
        )

    def reading(suffix: str) -> Callable[[str], object]:
        def read(text: str) -> None:
            with suppress(DocumentError):
                READERS[suffix](_HEADS.get(suffix, "").encode() + text.encode())

        return read

    found: dict[str, Callable[[str], object]] = {
        "analysis": lambda text: analyse(document(text)),
        "passages": lambda text: passages.passages(document(text), 200, []),
    }
    return found | {f"reading {suffix}": reading(suffix) for suffix in READING}


_HEADS = {
    ".srt": "1\n00:00:01,000 --> 00:00:09,000\n",
    ".vtt": "WEBVTT\n\n00:01.000 --> 00:09.000\n",
    ".eml": "From: Ana Ruiz <ana@example.org>\nSubject: The ferry\n\n",
    ".html": "<html><body><p>",
    ".csv": "speaker,quote\nAna Ruiz,",
    ".rtf": "{\\rtf1 ",
}


def main() -> None:
    """Print what grows too fast, and at last how many were measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.growth", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--length", type=int, default=40_000, help="characters of the shorter text; the other has four times as many"
    )
    parser.add_argument("--only", default="", help="part of the name of what is measured")
    chosen = parser.parse_args()
    count = 0
    for what, work in works().items():
        for shape in SHAPES if chosen.only in what else ():
            count += 1
            _print(growth(what, work, shape, chosen.length, FLOORS.get(what, A_FLOOR)))
    for each in expressions() if chosen.only in "expressions" else ():
        for shape in (*SHAPES, *own_shapes(each.pattern)):
            count += 1
            _print(growth(each.where, each.over, shape, min(chosen.length, 1_000), FLOORS["expression"]))
    print(f"{count:,} measured")


def _print(found: Growth | None) -> None:
    if found and found.too_fast:
        times = found.long / found.short
        print(
            f"{found.what}: {found.short:.3f} s, four times the text {found.long:.3f} s (x{times:.1f}): {found.shape}"
        )


if __name__ == "__main__":
    main()
