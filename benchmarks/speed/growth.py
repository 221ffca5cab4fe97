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
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("index", "rag", "ui", "evals")
FLOORS = {"expression": 0.003, "analysis": 0.04, "passages": 0.15}
READING, A_FLOOR = (".txt", ".md", ".srt", ".vtt", ".eml", ".html", ".csv", ".rtf"), 0.02
TIMES = 9.0
"""Text four times as long takes 4 times as long where time is linear, 16 times where it grows with the square."""


@dataclass(frozen=True)
class Shape:
    """Awkward text of any length: a unit again and again, between what stands before and behind it once."""

    name: str
    unit: str
    before: str = ""
    after: str = ""

    def text(self, length: int) -> str:
        """Return about so many characters of it."""
        return self.before + self.unit * (length // len(self.unit)) + self.after


def _shapes() -> Iterator[Shape]:
    for name, units in _UNITS.items():
        for number, unit in enumerate(units):
            yield Shape(f"{name} {number + 1}" if len(units) > 1 else name, unit)
    for name, (before, unit, after) in _ENDED.items():
        yield Shape(name, unit, before, after)


_UNITS: dict[str, tuple[str, ...]] = {
    "full stops": (".", ". ", ".\n", "a.", "A.", "1."),
    "other sentence marks": ("!", "?", "?!", "…", "! ", "? A", "。", "！？"),
    "colons and semicolons": (":", ";", ": ", ":\n", "a:", "A: ", ";\n"),
    "commas": (",", ", ", "a, ", "A, "),
    "straight marks": ('"', '" ', '"a ', '"a" '),
    "curly marks": ("“", "”", "“”", "“a ", "“a” ", "a” "),
    "single marks": ("'", "’", "‘", "'a ", "‘a’ ", "’s ", "''", "``", "``a'' "),
    "other quotation marks": ("«", "«»", "„", "„a“ ", "‹›"),
    "small letters": ("a", "a ", "ab ", "a-", "a’", "é"),
    "capitals": ("A", "A ", "Ab ", "ANA RUIZ ", "Ana Ruiz ", "Ana ", "Ana-", "Mr. ", "Mr Ruiz "),
    "other writings": ("я", "Я ", "Ана Руис ", "م", "中", "か"),
    "digits": ("1", "1 ", "1,", "12:", "1/", "10.10.", "1-", "$1 ", "19"),
    "brackets": ("(", ")", "[", "]", "()", "(a) ", "[a] ", "<", ">", "<a ", "<b>", "{", "{\\"),
    "days": (
        "2026-05-04 ",
        "4 May 2026 ",
        "May 4, 2026, ",
        "04/05/2026 ",
        "May ",
        "Monday, ",
        "on Monday ",
        "in 2026 ",
    ),
    "blanks": (" ", "\n", "\t", " \n", "\n \n", "\r", "\f", "\u00a0", "\u200b", "\u2028"),
    "dashes": ("-", "–", "—", "- ", "— ", " – ", "-a", "--\n"),
    "marks of mail and markup": (
        ">",
        "> ",
        ">>",
        "> a\n",
        "|",
        " | ",
        "||\n",
        "#",
        "# a\n",
        "*",
        "* a\n",
        "_",
        "~",
        "=",
        "`",
    ),
    "symbols": ("&", "&amp;", "/", "\\", "@", "a@", "%", "§", "•", "\u00ad", "\u0301", "😀", "\x00"),
    "words of saying": (
        "said ",
        "said said, ",
        "he said ",
        "Ana said that ",
        "said Ana ",
        "according to ",
        "told her “a,” ",
    ),
    "words of grammar": (
        "the ",
        "of ",
        "and ",
        "who ",
        "not ",
        "if ",
        "not that if ",
        "that ",
        "I ",
        "he ",
        "her ",
        "to the ",
    ),
    "roles and places": (
        "the mayor of ",
        "the head of state ",
        "President ",
        "University of ",
        "Brandt’s ",
        "the mayor, ",
    ),
    "lines": (
        "A: b\n",
        "Ana: a\n",
        "Q. a\n",
        "a\n",
        "A\n",
        "Ana Ruiz\n",
        "ANA RUIZ\n",
        "“A b c.\n\n",
        "1. a\n",
        "- a\n",
    ),
    "cues": (
        "“a,” he said. ",
        "“I said ‘a ‘b ‘c ",
        "Ana said “x.’ Ba ",
        "“A b c d,” Ana Ruiz said. ",
        "She said she said that ",
    ),
    "asides": ("Ana Ruiz, the, the, ", ", who, ", "Ana Ruiz, a farmer, said. ", "(Ana, ", "— Ana — "),
}
_ENDED: dict[str, tuple[str, str, str]] = {
    "dots before a word": ("", ".", "a"),
    "dots in a sentence": ("Ana Ruiz said ", ".", " that it rains."),
    "blanks before a word": ("a", " ", "a"),
    "blanks before a line's end": ("Ana Ruiz:", " ", "\n"),
    "one word in marks": ("“", "a", "”"),
    "an open mark, then prose": ("“", "We will close the sluice. ", ""),
    "capitals before a colon": ("", "ANA ", ": we"),
    "small letters before a colon": ("", "a ", ": we"),
    "digits before a letter": ("", "1", "a"),
    "a label, then prose": ("Ana Ruiz: ", "we will close it and ", "."),
    "a dateline, then blanks": ("ROVENNA, 2 April –", " ", "\nThe mayor spoke."),
    "one long denial": ("I never said that ", "we and ", "would go."),
    "one long question": ("Did she say ", "that we, ", "?"),
    "a hook of markup": ("<a href=", "a", ">b</a>"),
}
SHAPES = tuple(_shapes())


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
    least = seconds(lambda: work(short))
    found = Growth(what, shape.name, least, first)
    if found.too_fast:
        found = Growth(what, shape.name, seconds(lambda: work(short), 4), min(first, seconds(lambda: work(long))))
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
    if isinstance(value, re.Pattern):
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


def own_shapes(pattern: re.Pattern[str]) -> list[Shape]:
    """Return shapes made of what an expression looks for: each part that may be repeated, again and again."""
    made = _Example()
    made.read(_parsed(pattern))
    found = {Shape(f"its own: {before[-20:]!r} and {unit!r} ...", unit, before) for before, unit in made.repeats}
    found |= {Shape(f"its own: {before[-20:] + unit!r} ...", before + unit) for before, unit in made.repeats if before}
    if made.text:
        found.add(Shape(f"its own: {made.text[:40]!r} ...", made.text))
        found.add(Shape(f"its own: {made.text[:40]!r} without its end", made.text[:-1] or made.text))
    return sorted(found, key=lambda each: each.name)


def _parsed(pattern: re.Pattern[str]) -> Any:
    parser: Any = importlib.import_module("re._parser")
    return parser.parse(pattern.pattern, pattern.flags)


LONG = 20
"""A part that may stand so often is worth a shape of its own."""


class _Example:
    """A text that an expression may match, made by taking the first way through it, and where it may repeat."""

    def __init__(self) -> None:
        self.text = ""
        self.repeats: set[tuple[str, str]] = set()

    def read(self, parts: Iterable[tuple[Any, Any]]) -> None:
        for operator, value in parts:
            self.take(str(operator), value)

    def take(self, operator: str, value: Any) -> None:
        if operator == "LITERAL":
            self.text += chr(value)
        elif operator in {"NOT_LITERAL", "ANY"}:
            self.text += "a"
        elif operator == "IN":
            self.text += _member(value)
        elif operator == "BRANCH":
            self.branch(value[1])
        elif operator in {"SUBPATTERN", "ATOMIC_GROUP"}:
            self.read(value[-1] if operator == "SUBPATTERN" else value)
        elif operator in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            self.repeat(*value)

    def branch(self, ways: list[Any]) -> None:
        before = self.text
        first = None
        for way in ways[:6]:
            self.text = before
            self.read(way)
            first = first if first is not None else self.text
        self.text = first or before

    def repeat(self, least: int, most: int, parts: Any) -> None:
        before = self.text
        self.read(parts)
        unit = self.text[len(before) :]
        if unit and int(most) >= LONG:
            self.repeats.add((before, unit))
        self.text = before + unit * max(1, int(least))


def _member(parts: list[tuple[Any, Any]]) -> str:
    """Return a character of a class."""
    operator, value = parts[0]
    if str(operator) == "NEGATE":
        excluded = re.compile("[^" + "".join(map(_class, parts[1:])) + "]")
        return next((each for each in "aA1 .,-“\n" if excluded.match(each)), "é")
    if str(operator) == "RANGE":
        return chr(value[0])
    return _MEMBERS.get(str(value), "a") if str(operator) == "CATEGORY" else chr(value)


_MEMBERS = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1", "CATEGORY_NOT_WORD": "."}
_CLASSES = {
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_NOT_DIGIT": r"\D",
}


def _class(part: tuple[Any, Any]) -> str:
    operator, value = part
    if str(operator) == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CLASSES[str(value)] if str(operator) == "CATEGORY" else re.escape(chr(value))


def works() -> dict[str, Callable[[str], object]]:
    """Return what is done with a text, by name: its analysis, its passages, its reading from files of several kinds."""
    from errors import DocumentError
    from index.attribution.attribute import analyse
    from index.readers import READERS
    from index.records import Document
    from index.text import passages

    def document(text: str) -> Document:
        return Document("a.txt", "a.txt", "", "2031-01-01", None, None, None, text, "0")

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
