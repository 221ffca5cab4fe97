"""The tree of the packages, a line for each file, as docs/architecture.md shows it: `python -m tests.project.tree`."""

from __future__ import annotations

import ast
from pathlib import Path

from settings import ROOT

PAGE = ROOT / "docs" / "architecture.md"
PACKAGES = ("index", "rag", "ui", "evals", "benchmarks", "training")
BEGIN, END = "<!-- tree -->\n```\n", "```\n<!-- /tree -->"


def purpose(path: Path) -> str:
    """Return the first sentence of a module's docstring."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = " ".join(said.split("\n\n")[0].split())
    return first.removesuffix(".")


def tree(folder: Path, depth: int = 0) -> list[str]:
    """Return a line for the folder and for each module in it, then those of its folders."""
    pad = "  " * depth
    head = purpose(folder / "__init__.py") if (folder / "__init__.py").exists() else ""
    lines = [f"{pad}{folder.name}/{'  ' + head if head else ''}"]
    lines += [
        f"{pad}  {path.stem:<22} {purpose(path)}" for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"
    ]
    for inner in sorted(each for each in folder.iterdir() if each.is_dir() and list(each.glob("*.py"))):
        lines += tree(inner, depth + 1)
    return lines


def page() -> str:
    """Return docs/architecture.md with the tree of today."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    today = "\n".join(line for package in PACKAGES for line in tree(ROOT / package))
    return f"{before}{BEGIN}{today}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
