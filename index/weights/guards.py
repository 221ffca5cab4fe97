"""An ONNX network's file -> the same without its guards against attention to nothing at all: the same numbers sooner.

A text whose tokens are all masked has no softmax, and an export of attention puts 0 for what is then no number. A text
here always has the tokens that open and end it, so that these two operators of each layer change nothing; they took an
eighth of the reader's CPU time and a twelfth of the embedder's (`python -m benchmarks.speed.limit`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

# Numbers of the fields in onnx.proto: the graph of a model; a node, and what stands in it.
_GRAPH, _NODE = 7, 1
_INPUT, _OUTPUT, _OPERATOR = 1, 2, 4
_VARIABLE, _EIGHT_BYTES, _COUNTED, _FOUR_BYTES = 0, 1, 2, 5


class _Field(NamedTuple):
    """A field of a message: its number, what it holds, and the bytes of both."""

    number: int
    content: memoryview
    whole: memoryview


class _Node(NamedTuple):
    """An operator with the names of what it reads and of what it gives."""

    operator: str
    inputs: list[str]
    output: str


def without_guards(model: bytes) -> bytes:
    """Return the model without the operators that put 0 where a softmax is no number."""
    parts: list[bytes | memoryview] = []
    for each in _fields(memoryview(model)):
        if each.number == _GRAPH:
            graph = list(_unguarded(each.content))
            parts += (_head(_GRAPH, sum(map(len, graph))), *graph)
        else:
            parts.append(each.whole)
    # Joined once: a copy of all weights takes as long as all else here.
    return b"".join(parts)


def _unguarded(graph: memoryview) -> Iterator[bytes | memoryview]:
    """Yield the parts of a graph in which each guarded softmax gives what its guard gave, by the guard's name."""
    fields = list(_fields(graph))
    nodes = {at: _node(each.content) for at, each in enumerate(fields) if _may_guard(each)}
    guards = _guards(nodes.values())
    left_out = {name for each in guards.values() for name in (each.output, each.inputs[0])}
    for at, field in enumerate(fields):
        node = nodes.get(at)
        if node and node.output in guards:
            yield from _giving(field.content, guards[node.output].output)
        elif not node or node.output not in left_out:
            yield field.whole


def _guards(nodes: Collection[_Node]) -> dict[str, _Node]:
    """Return the choices between a softmax and 0, by what the softmax gives."""
    softmaxes = {each.output for each in nodes if each.operator == "Softmax"}
    tested = {each.output: each.inputs[0] for each in nodes if each.operator == "IsNaN"}
    choices = (each for each in nodes if each.operator == "Where" and each.inputs[2] in softmaxes)
    return {each.inputs[2]: each for each in choices if tested.get(each.inputs[0]) == each.inputs[2]}


def _may_guard(field: _Field) -> bool:
    """Return whether a field of a graph is a node of one of the three operators; its other fields hold the weights."""
    if field.number != _NODE:
        return False
    content = bytes(field.content)
    return b"IsNaN" in content or b"Where" in content or b"Softmax" in content


def _node(content: memoryview) -> _Node:
    named: dict[int, list[str]] = {_INPUT: [], _OUTPUT: [], _OPERATOR: []}
    for each in _fields(content):
        if each.number in named:
            named[each.number].append(bytes(each.content).decode())
    return _Node(operator=named[_OPERATOR][0], inputs=named[_INPUT], output=named[_OUTPUT][0])


def _giving(node: memoryview, output: str) -> Iterator[bytes | memoryview]:
    """Yield the parts of a node, as a field of a graph, with another name for what it gives."""
    name = output.encode()
    renamed = (each.whole if each.number != _OUTPUT else _head(_OUTPUT, len(name)) + name for each in _fields(node))
    content = b"".join(renamed)
    yield _head(_NODE, len(content))
    yield content


def _fields(message: memoryview) -> Iterator[_Field]:
    """Yield the fields of a message in protobuf's encoding, in their order."""
    at = 0
    while at < len(message):
        begun = at
        tag, at = _number(message, at)
        number, kind = tag >> 3, tag & 7
        if kind == _COUNTED:
            size, at = _number(message, at)
        elif kind == _VARIABLE:
            size = _number(message, at)[1] - at
        else:
            size = {_EIGHT_BYTES: 8, _FOUR_BYTES: 4}[kind]
        yield _Field(number, content=message[at : at + size], whole=message[begun : at + size])
        at += size


def _number(message: memoryview, at: int) -> tuple[int, int]:
    """Return the number that is written at an offset, seven bits a byte, and the offset behind it."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _head(number: int, size: int) -> bytes:
    """Return what stands before a content of such a size in a field."""
    length = bytearray()
    while size > 127:
        length.append(size & 127 | 128)
        size >>= 7
    return bytes([number << 3 | _COUNTED, *length, size])
