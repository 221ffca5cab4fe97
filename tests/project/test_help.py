"""What README and the documentation show of the commands is what the commands take, by their own `--help`."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from evals.__main__ import COMMANDS
from evals.__main__ import main as evals
from index.__main__ import main as index
from rag.__main__ import main as rag
from rag.trace import main as trace
from settings import ROOT
from tests.project.files import PACKAGES, pages, parsed

Command = Callable[[Sequence[str]], int]
OURS: dict[str, tuple[Command, list[str]]] = {
    "index": (index, []),
    "rag": (rag, []),
    "rag verify": (rag, ["verify"]),
    "rag serve": (rag, ["serve"]),
    "rag token": (rag, ["token", "add"]),
    "rag mcp": (rag, ["mcp"]),
    "rag.trace": (trace, []),
    "evals": (evals, []),
    **{f"evals {name}": (evals, [name]) for name in COMMANDS},
}
DECLARED = {f"rag {word}": "rag.serve.commands" for word in ("serve", "token", "mcp")}
"""Where a command's arguments are declared that are not in its module."""
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z]")
RUN = re.compile(rf"python -m ((?:{'|'.join(PACKAGES)})[\w.]*)((?: [a-z]+)?)\b(.*)")


def help_of(command: str) -> str:
    main, words = OURS[command]
    shown = StringIO()
    with redirect_stdout(shown), pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    return shown.getvalue()


def codes(text: str) -> Iterator[str]:
    """Yield what a page shows as code: the lines of its blocks and the spans of its text."""
    for number, part in enumerate(text.split("```")):
        if number % 2:
            yield from part.splitlines()[1:]
        else:
            yield from (" ".join(span.split()) for span in re.findall(r"`([^`]+)`", part))


def runs() -> list[tuple[str, str, str]]:
    """Return each run of a module that a page shows: the page, the command and what is given to it."""
    found = []
    for page in pages():
        for code in codes(page.read_text(encoding="utf-8")):
            for module, word, rest in RUN.findall(code):
                name = f"{module}{word}" if f"{module}{word}" in OURS else module
                found.append((page.name, name, rest))
    return found


def source(module: str) -> Path:
    path = ROOT.joinpath(*module.split("."))
    return path / "__main__.py" if path.is_dir() else path.with_suffix(".py")


def arguments_of(path: Path) -> Iterator[ast.Call]:
    """Yield where a module declares an argument, without running it: benchmarks load much before they print help."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_argument":
            yield node


def options_in(path: Path) -> set[str]:
    named = {str(ast.literal_eval(call.args[0])) for call in arguments_of(path)}
    return {each for each in named if each.startswith("--")}


def known(name: str) -> set[str]:
    """Return the options of a command: those that it declares and, where it is one for users, shows in its help."""
    declared = options_in(source(DECLARED.get(name, name.split()[0])))
    return declared & set(OPTION.findall(help_of(name))) if name in OURS else declared


@pytest.mark.parametrize("module", sorted({name.split()[0] for name in OURS} | {*DECLARED.values()}))
def test_every_argument_of_a_command_has_its_line_of_help(module: str) -> None:
    calls = list(arguments_of(source(module)))
    assert calls
    silent = [ast.unparse(call.args[0]) for call in calls if "help" not in {each.arg for each in call.keywords}]
    assert silent == []


def test_every_module_that_a_page_runs_is_there() -> None:
    assert {(page, name) for page, name, _ in runs() if not source(name.split()[0]).is_file()} == set()
    assert {"index", "rag", "evals"} <= {name for _, name, _ in runs()}


def test_every_option_that_a_page_gives_to_a_command_is_one_of_its_own() -> None:
    wrong = set()
    for page, name, rest in runs():
        wrong |= {(page, name, option) for option in set(OPTION.findall(rest)) - known(name)}
    assert wrong == set()


def test_every_option_that_a_page_names_alone_is_one() -> None:
    there = {option for name in {*OURS, *(name for _, name, _ in runs())} for option in known(name)}
    named = {
        (page.name, option)
        for page in pages()
        for code in codes(page.read_text(encoding="utf-8"))
        if code.startswith("--")
        for option in OPTION.findall(code)
    }
    assert {(page, option) for page, option in named if option not in there} == set()
    assert ("README.md", "--prune") in named
