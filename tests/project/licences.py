"""The licences of what requirements.txt installs, from metadata; `python -m tests.project.licences` writes the list."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata

from packaging.requirements import Requirement

from settings import ROOT

LOCK = ROOT / "requirements.txt"
LIST = ROOT / "docs" / "licences.md"

# What fits a project under Apache-2.0: SPDX identifiers. A GPL or AGPL is not among them, so it is refused.
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "MIT-CMU"),
    *("PSF-2.0", "Unlicense", "Zlib"),
    # The classifier does not tell how many clauses it has; none of them asks for more than naming the authors.
    "BSD",
    # Copyleft by file or by library: used unmodified, each as a package of its own.
    *("MPL-2.0", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),
}

# What packages without an SPDX expression write instead.
SPELLED = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License Version 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
}

# Packages whose metadata does not tell or is not there to be read, with the reason.
NAMED = {
    "colorama": "BSD-3-Clause",  # installed on Windows only
    "docutils": "BSD-2-Clause",  # the parts of it that are not in the public domain; its GPL file is not in the wheel
    "httpx2-jsfetch": "BSD-3-Clause",  # installed in browsers only
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # adds “dependency licenses”, which are files beside it
    "pywin32": "PSF-2.0",  # installed on Windows only
    "tiktoken": "MIT",  # gives the licence's text and no name
}

HEAD = """# Licences

What `requirements.txt` installs, each package with the licence that its metadata states; some wheels hold parts of
others, whose licences lie beside them. `make licences` writes this page, and `tests/project/licences.py` says which
licences may be in it. What comes otherwise is in THIRD_PARTY.md.

| package | version | licence |
|---|---|---|
"""


def locked() -> list[Requirement]:
    """Return each package of the lock, with its version and where it is installed."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return [Requirement(line.removesuffix("\\").strip()) for line in lines if line and not line.startswith((" ", "#"))]


def licence_of(package: str) -> str | None:
    """Return the licence of an installed package as an SPDX expression.

    `NAMED` goes first, then the expression, then a licence field of one line, then classifiers, all of which must fit.
    What is spelled as nobody else does comes back as it stands, and `fits` refuses it; None if nothing is told.

    Raises:
        PackageNotFoundError: the package is neither installed nor named.
    """
    if package in NAMED:
        return NAMED[package]
    fields = metadata(package)
    expressions: list[str] = fields.get_all("License-Expression") or []
    if expressions:
        return expressions[0]
    field = "\n".join(fields.get_all("License") or [])
    if field and "\n" not in field:
        return SPELLED.get(field, field)
    kinds = [each.split(" :: ")[-1] for each in fields.get_all("Classifier") or [] if each.startswith("License :: ")]
    return " AND ".join(SPELLED.get(kind, kind) for kind in kinds) or None


def fits(expression: str) -> bool:
    """Return whether what an SPDX expression asks for is allowed: all that AND joins, one of what OR parts."""
    if inner := re.search(r"\(([^()]*)\)", expression):
        return fits(expression.replace(inner[0], "MIT" if fits(inner[1]) else "refused"))
    return any(all(each.strip() in ALLOWED for each in way.split(" AND ")) for way in expression.split(" OR "))


def row(requirement: Requirement) -> str:
    """Return a package's line of the list; what is not installed here keeps the licence that the list tells."""
    (pin,) = requirement.specifier
    try:
        licence = licence_of(requirement.name)
    except PackageNotFoundError:
        licence = listed().get(requirement.name, ("", None))[1]
    return f"| {requirement.name} | {pin.version} | {licence or 'not told'} |\n"


def listed() -> dict[str, tuple[str, str]]:
    """Return the version and licence of each package in the list."""
    rows = re.findall(r"^\| (\S+) \| (\d\S*) \| (.+) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: (version, licence) for name, version, licence in rows}


if __name__ == "__main__":
    LIST.write_text(HEAD + "".join(row(each) for each in locked()), encoding="utf-8")
