"""The Python files of the project, as the tests of its shape look at them."""

from __future__ import annotations

import ast
from pathlib import Path

from settings import ROOT

PRODUCT = ("index", "rag", "ui", "evals")
PAGES = ("README.md", "CONTRIBUTING.md", "THIRD_PARTY.md")
PACKAGES = (*PRODUCT, "benchmarks", "training", "tests")


def files_of(*packages: str) -> list[Path]:
    """Return the files of packages, in order."""
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def top_files() -> list[Path]:
    """Return the files that are in no package: settings, errors, the app."""
    return sorted(ROOT.glob("*.py"))


def product_files() -> list[Path]:
    """Return the files that a user runs."""
    return [*top_files(), *files_of(*PRODUCT)]


def all_files() -> list[Path]:
    """Return every file, those of the tests too."""
    return [*top_files(), *files_of(*PACKAGES)]


def pages() -> list[Path]:
    """Return the pages that people read: README and the documentation."""
    return [*(ROOT / name for name in PAGES), *sorted((ROOT / "docs").glob("*.md"))]


def name_of(path: Path) -> str:
    """Return a file's path as the project writes it: index/text/stems.py."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))
