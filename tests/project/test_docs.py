"""The documentation says what is there, in plain words."""

from __future__ import annotations

import re

from settings import ROOT
from tests.project.tree import PAGE, page

PLACES = re.compile(r"\b((?:index|rag|ui|evals|tests)/[\w/.]*\w)")


def test_the_tree_of_the_packages_is_todays() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.project.tree"


def test_every_place_that_the_page_names_is_there() -> None:
    missing = [
        place
        for place in PLACES.findall(PAGE.read_text(encoding="utf-8"))
        if not (ROOT / place).exists() and not (ROOT / f"{place}.py").exists()
    ]
    assert missing == []
