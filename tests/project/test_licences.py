"""What the product installs is listed with its licence, and each licence may be used by it."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from tests.project.licences import HEAD, LIST, NAMED, fits, listed, locked, row

WHAT_TO_DO = "docs/licences.md is stale: run make licences and read what it changed"


def test_the_list_is_what_the_command_writes() -> None:
    # A package that is not for this platform keeps its line, so the page is the same everywhere.
    assert LIST.read_text(encoding="utf-8") == HEAD + "".join(row(each) for each in locked()), WHAT_TO_DO


def test_what_is_installed_is_listed_in_its_version() -> None:
    here = [each.name for each in locked() if each.marker is None or each.marker.evaluate()]
    versions = {name: licensed for name, (licensed, _) in listed().items()}
    assert {name: version(name) for name in here} == {name: versions.get(name) for name in here}, WHAT_TO_DO


def test_every_licence_fits() -> None:
    refused = {name: licence for name, (_, licence) in listed().items() if not fits(licence)}
    assert not refused, "allow these in tests/project/licences.py with a reason, or do without the packages"


def test_no_package_is_named_that_is_not_installed() -> None:
    assert set(NAMED) <= {each.name for each in locked()}


@pytest.mark.parametrize(
    ("expression", "fit"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
        ("(MIT OR GPL-3.0-only) AND (GPL-2.0-only OR ISC)", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND (GPL-3.0-only OR AGPL-3.0-only)", False),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("Proprietary", False),
        ("not told", False),
    ],
)
def test_what_fits(expression: str, fit: bool) -> None:
    assert fits(expression) is fit
