"""The graph of an ONNX model's file as its fields, read and written without a library for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

# Numbers of the fields in onnx.proto: the graph of a model; a node of a graph and a table in it; and what stands in a
# node and in a table.
_GRAPH = 7
NODE, TABLE = 1, 5
_INPUT, _OUTPUT, _NAME, _OPERATOR = 1, 2, 3, 4
_SIZE, _TABLE_NAME = 1, 8
_VARIABLE, _EIGHT_BYTES, _COUNTED, _FOUR_BYTES = 0, 1, 2, 5


class Field(NamedTuple):
    """A field of a message: its number, what it holds, and the parts of its bytes."""

    number: int
    content: memoryview
    whole: tuple[bytes | memoryview, ...]


class Node(NamedTuple):
    """An operator with the names of what it reads and of what it gives."""

    operator: str
    inputs: list[str]
    output: str


class Table(NamedTuple):
    """A table of numbers by its name, with how many there are in each direction."""

    name: str
    size: list[int]


Rule = Callable[[list[Field]], Iterable[Field]]
"""The fields of a graph -> those of one that gives the same."""


def rewritten(model: bytes, *rules: Rule) -> bytes:
    """Return a model whose graph the rules have changed, one after another."""
    parts: list[bytes | memoryview] = []
    for each in fields(memoryview(model)):
        if each.number == _GRAPH:
            graph = list(fields(each.content))
            for rule in rules:
                graph = list(rule(graph))
            inner = [part for field in graph for part in field.whole]
            parts += (_head(_GRAPH, sum(map(len, inner))), *inner)
        else:
            parts += each.whole
    # Joined once: a copy of all weights takes as long as all else here.
    return b"".join(parts)


def fields(message: memoryview) -> Iterator[Field]:
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
        yield Field(number, content=message[at : at + size], whole=(message[begun : at + size],))
        at += size


def node(field: Field) -> Node:
    """Return the operator that a field of a graph holds."""
    named: dict[int, list[str]] = {_INPUT: [], _OUTPUT: [], _OPERATOR: []}
    for each in fields(field.content):
        if each.number in named:
            named[each.number].append(bytes(each.content).decode())
    return Node(operator=named[_OPERATOR][0], inputs=named[_INPUT], output=named[_OUTPUT][0])


def reads(field: Field, name: str) -> bool:
    """Return whether a field of a graph is an operator that reads what has a name."""
    written = name.encode()
    return field.number == NODE and _head(_INPUT, len(written)) + written in bytes(field.content)


def table(field: Field) -> Table:
    """Return the name and the size of the table that a field of a graph holds."""
    name, size = "", []
    for each in fields(field.content):
        if each.number == _TABLE_NAME:
            name = bytes(each.content).decode()
        elif each.number == _SIZE:
            size.append(_number(each.content, 0)[0])
    return Table(name, size)


def joined(field: Field, inputs: Sequence[str], output: str) -> Field:
    """Return an operator's field with other names for what it reads and gives."""
    names = [*((_INPUT, each) for each in inputs), (_OUTPUT, output)]
    parts = [_head(number, len(name.encode())) + name.encode() for number, name in names]
    kept = (each for each in fields(field.content) if each.number not in (_INPUT, _OUTPUT, _NAME))
    content = b"".join([*parts, *(part for each in kept for part in each.whole)])
    return Field(NODE, memoryview(content), (_head(NODE, len(content)), content))


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
