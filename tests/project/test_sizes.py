"""No module, class or function is longer or more branched than a person can follow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from tests.project.files import all_files, name_of, parsed

MODULE_LINES, CLASS_LINES, COMPLEXITY = 400, 300, 15

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def measured() -> tuple[dict[tuple[str, str, int], int], dict[tuple[str, str, int], int]]:
    """Return the lines of each class and the complexity of each function, by file, name and line."""
    lines, complexity = {}, {}
    for path in all_files():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                lines[name_of(path), node.name, node.lineno] = (node.end_lineno or 0) - node.lineno + 1
            elif isinstance(node, Function):
                complexity[name_of(path), node.name, node.lineno] = 1 + sum(branches(each) for each in own(node))
    return lines, complexity


def branches(node: ast.AST) -> int:
    """Return by how much a node raises the cyclomatic complexity, as `radon cc` counts it; asserts are not counted."""
    match node:
        case ast.Try():
            return len(node.handlers) + bool(node.orelse)
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.If() | ast.IfExp():
            return 1
        case ast.For() | ast.While() | ast.AsyncFor():
            return 1 + bool(node.orelse)
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Match():
            return len(node.cases)
    return 0


def own(function: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a function without those of the functions in it."""
    for child in ast.iter_child_nodes(function):
        yield child
        if not isinstance(child, Function):
            yield from own(child)


def test_no_module_is_long() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in all_files()}
    assert {name: number for name, number in lines.items() if number > MODULE_LINES} == {}


def test_no_class_is_long() -> None:
    lines, _ = measured()
    assert len(lines) > 100
    assert {where: number for where, number in lines.items() if number > CLASS_LINES} == {}


def test_no_function_branches_more_than_can_be_followed() -> None:
    _, complexity = measured()
    assert len(complexity) > 1_000
    assert {where: number for where, number in complexity.items() if number > COMPLEXITY} == {}
