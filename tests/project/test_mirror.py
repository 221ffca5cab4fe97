"""Every module has a test file of its name in the mirrored folder, or that folder says where the module is tested."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from settings import ROOT
from tests.conftest import LONGEST
from tests.project.files import PRODUCT, files_of, name_of, parsed, top_files
from tests.project.test_rooms import modules_imported

MIRRORED = PRODUCT
LINE = re.compile(r"^    (\w+) +(tests/[\w/]+\.py)$", re.MULTILINE)
"""A module and its test file, in the docstring of the test folder that mirrors the module's."""


def modules() -> list[Path]:
    return [*top_files(), *(path for path in files_of(*MIRRORED) if path.name != "__init__.py")]


def mirror(module: Path) -> Path:
    """Return the test folder of a module: tests/project for what is in no package."""
    inside = module.parent.relative_to(ROOT)
    return ROOT / "tests" / (inside if inside.parts else "project")


def own_test(module: Path) -> Path:
    name = "command" if module.stem == "__main__" else module.stem
    return mirror(module) / f"test_{name}.py"


@cache
def elsewhere_of(folder: Path) -> dict[str, Path]:
    """Return where the modules of the folder are tested that have no test file of their name, by their names."""
    here = folder / "__init__.py"
    said = ast.get_docstring(parsed(here), clean=False) if here.is_file() else None
    return {name: ROOT / place for name, place in LINE.findall(said or "")}


@cache
def reached(path: Path) -> frozenset[str]:
    """Return the modules that a file imports, or starts: "app.py" as a page, "index" as a command."""
    texts = {node.value for node in ast.walk(parsed(path)) if isinstance(node, ast.Constant)}
    pages = {
        each.removesuffix(".py").replace("/", ".") for each in texts if isinstance(each, str) and each.endswith(".py")
    }
    return frozenset({*modules_imported(path), *pages, *(f"{each}.__main__" for each in texts & {*PRODUCT})})


@cache
def files_behind(name: str) -> list[Path]:
    """Return the files of the project that an import of this name reads."""
    place = ROOT.joinpath(*name.split("."))
    return [found for found in (place.with_suffix(".py"), place / "__init__.py") if found.is_file()]


def imports(test: Path, module: Path) -> bool:
    """Return whether a test file comes to a module by its imports and those of what it imports."""
    wanted, seen, left = name_of(module).removesuffix(".py").replace("/", "."), set[str](), [test]
    while left:
        for each in reached(left.pop()) - seen:
            if each == wanted:
                return True
            seen.add(each)
            left += files_behind(each)
    return False


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_every_module_is_tested_where_one_looks(module: Path) -> None:
    own, elsewhere = own_test(module), elsewhere_of(mirror(module)).get(module.stem)
    assert own.is_file() or elsewhere, f"write {name_of(own)}, or say in its folder's __init__.py where it is tested"
    assert not (own.is_file() and elsewhere), f"{name_of(own)} is there; strike the line"
    test = own if own.is_file() else elsewhere
    assert test is not None
    assert test.is_file()
    assert imports(test, module), f"{name_of(test)} does not come to {name_of(module)}"


def test_no_line_is_left_of_a_module_that_is_gone() -> None:
    there = {(mirror(module), module.stem) for module in modules()}
    folders = {path.parent for path in files_of("tests") if path.name == "__init__.py"}
    said = {(folder, name) for folder in folders for name in elsewhere_of(folder)}
    assert {(name_of(folder), name) for folder, name in said - there} == set()
    assert said


def test_the_files_that_are_begun_first_are_there() -> None:
    assert [each for each in LONGEST if not (ROOT / "tests" / each).is_file()] == []
