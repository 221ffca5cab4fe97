"""An ONNX network's graph -> the same without its guards against attention to nothing at all: the same numbers sooner.

A text whose tokens are all masked has no softmax, and an export of attention puts 0 for what is then no number. A text
here always has the tokens that open and end it, so that these two operators of each layer change nothing; they took an
eighth of the reader's CPU time and a twelfth of the embedder's (`python -m benchmarks.speed.limit`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from index.weights.onnx_graph import NODE, Field, Node, joined, node


def without_guards(graph: list[Field]) -> Iterator[Field]:
    """Yield the fields of a graph in which each guarded softmax gives what its guard gave, by the guard's name."""
    nodes = {at: node(each) for at, each in enumerate(graph) if _may_guard(each)}
    guards = _guards(nodes.values())
    left_out = {name for each in guards.values() for name in (each.output, each.inputs[0])}
    for at, field in enumerate(graph):
        found = nodes.get(at)
        if found and found.output in guards:
            yield joined(field, found.inputs, guards[found.output].output)
        elif not found or found.output not in left_out:
            yield field


def _guards(nodes: Collection[Node]) -> dict[str, Node]:
    """Return the choices between a softmax and 0, by what the softmax gives."""
    softmaxes = {each.output for each in nodes if each.operator == "Softmax"}
    tested = {each.output: each.inputs[0] for each in nodes if each.operator == "IsNaN"}
    choices = (each for each in nodes if each.operator == "Where" and each.inputs[2] in softmaxes)
    return {each.inputs[2]: each for each in choices if tested.get(each.inputs[0]) == each.inputs[2]}


def _may_guard(field: Field) -> bool:
    """Return whether a field of a graph is a node of one of the three operators; its other fields hold the weights."""
    if field.number != NODE:
        return False
    content = bytes(field.content)
    return b"IsNaN" in content or b"Where" in content or b"Softmax" in content
