"""The rooms of the packages: how full they are, and that their imports climb one way."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from settings import ROOT
from tests.project.files import PACKAGES, files_of, name_of, parsed

MOST_FILES = 15
MOST_ARROWS = 50
"""Eight of them from the service, which offers others what the rooms below it do."""
INDEX = (
    "records terminal weights text dates names readers cues senses people transcripts attribution read events "
    "corrected_values storage originals owner_rpc run_report running missing shown sync correct backup upload_jobs "
    "progress exit_codes __main__"
)
RAG = (
    "phrasing asked records ownership understand find rank reader check answer trace write timing pipeline serve "
    "__main__"
)
LADDERS = {"index": INDEX.split(), "rag": RAG.split()}
"""A room may import those that stand before it; modules at the top of a package count as rooms."""


@cache
def modules_imported(path: Path) -> frozenset[str]:
    """Return the full names of the modules that a file imports when it is imported itself."""
    tree = parsed(path)
    only_typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in only_typed:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found)


def room(module: str) -> tuple[str, str] | None:
    package, _, rest = module.partition(".")
    name = rest.partition(".")[0]
    return (package, name) if package in LADDERS and name in LADDERS[package] else None


@pytest.mark.parametrize("package", LADDERS)
def test_a_room_imports_only_those_below_it(package: str) -> None:
    rungs = {name: place for place, name in enumerate(LADDERS[package])}
    wrong = set()
    for path in files_of(package):
        own = path.relative_to(ROOT / package).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        rooms = {found[1] for each in modules_imported(path) if (found := room(each)) and found[0] == package}
        wrong |= {(name_of(path), other) for other in rooms if rungs[other] > rungs[own]}
    assert sorted(wrong) == []


@pytest.mark.parametrize("package", LADDERS)
def test_every_room_has_its_rung(package: str) -> None:
    names = {path.relative_to(ROOT / package).parts[0].removesuffix(".py") for path in files_of(package)}
    assert names - {"__init__"} == set(LADDERS[package])


def test_the_rooms_of_rag_have_few_arrows() -> None:
    arrows = {
        (path.relative_to(ROOT / "rag").parts[0].removesuffix(".py"), found[1])
        for path in files_of("rag")
        for each in modules_imported(path)
        if (found := room(each)) and found[0] == "rag"
    }
    assert len({(one, other) for one, other in arrows if one != other}) <= MOST_ARROWS


def test_no_folder_is_too_full_to_find_anything() -> None:
    counted = Counter(
        path.parent
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    assert {str(each.relative_to(ROOT)): number for each, number in counted.items() if number > MOST_FILES} == {}


def test_ladders_name_each_room_once() -> None:
    for rungs in LADDERS.values():
        assert len(rungs) == len(set(rungs))
