"""The documentation says what is there, in plain words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from index.read.formats import READERS
from settings import ROOT
from tests.index.readers.test_formats import ALIASES
from tests.project.files import files_of, pages, parsed, product_files
from tests.project.tree import PAGE, page

BANNED = re.compile(
    r"\b(?:as told by|is told|are told|reckon\w*|mend(?:s|ed|ing)?|anew|bears? out|borne out|bear (?:it|them) out|"
    r"is no (?:readable|mail|address)|parted by|glances?|stretch(?:es)?|let go|Nothing names|with so many|"
    r"is no (?:JSON|list|text|number|function|day)\b|holds? no|does not hold)\b"
)
"""Words that stop a reader; docs/glossary.md has ours."""
THREATS = ROOT / "docs" / "threat-model.md"
PATTERN = re.compile(r"[\\|]|\(\?")
"""What is a regular expression or a word list is not read by anybody."""
PLACES = re.compile(r"\b((?:index|rag|ui|evals|tests)/[\w/.]*\w)")


def messages(path: Path) -> Iterator[str]:
    """Yield the strings of a module that people may read: sentences, and what stands between their values."""
    tree = parsed(path)
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documentation:
            continue
        if " " in node.value.strip() and not PATTERN.search(node.value) and re.search(r"[A-Z.,;:]", node.value):
            yield node.value


def test_no_page_stops_a_reader_with_a_word_of_our_own() -> None:
    read = [*pages(), ROOT / "CHANGELOG.md", ROOT / "Makefile"]
    found = [(path.name, word) for path in read for word in BANNED.findall(path.read_text(encoding="utf-8"))]
    assert found == []


def test_no_message_stops_a_reader_with_a_word_of_our_own() -> None:
    found = [(path.name, text) for path in product_files() for text in messages(path) if BANNED.search(text)]
    assert found == []


def test_the_tree_of_the_packages_is_todays() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.project.tree"


def test_every_place_that_the_pages_name_is_there() -> None:
    missing = [
        place
        for page_ in (PAGE, ROOT / "CONTRIBUTING.md", THREATS)
        for place in PLACES.findall(page_.read_text(encoding="utf-8"))
        if not (ROOT / place).exists() and not (ROOT / f"{place}.py").exists()
    ]
    assert missing == []


def test_every_test_that_the_threat_model_names_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", THREATS.read_text(encoding="utf-8")))
    written = {
        node.name for path in files_of("tests") for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef)
    }
    assert named - written == set()
    assert named


def test_readme_names_every_suffix_that_is_read() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = readme.partition("Read are")[2].partition("and a `.zip`")[0]
    assert set(re.findall(r"\.\w+", named)) == set(READERS) - ALIASES
