"""An ONNX network's graph -> the same that scales the rows of a table when they are looked up, not the whole of it.

The embedder's table of 30,522 pieces is stored as bytes with a scale for each row. As published, all of it is made
numbers when the network is opened: 70 of 120 ms of CPU time and 100 of 155 MB. The rows that a text looks up are the
same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.weights.onnx_graph import NODE, TABLE, Field, Node, joined, node, reads, table


def scaled_when_looked_up(graph: list[Field]) -> Iterator[Field]:
    """Yield the fields of a graph in which nothing is looked up in a scaled table, but in one that is scaled then."""
    nodes = {at: node(each) for at, each in enumerate(graph) if _may_look_up(each)}
    sizes = dict(map(table, (each for each in graph if each.number == TABLE)))
    made = {each.output: (at, each) for at, each in nodes.items()}
    replaced: dict[int, list[Field]] = {}
    for at, found in nodes.items():
        if found.operator == "Gather" and (parts := _scaled(found.inputs[0], made, sizes)):
            (cast_at, cast), (scaled_at, scaled) = parts
            if sum(reads(each, found.inputs[0]) for each in graph) == 1:
                replaced[at] = _looked_up(graph, at, found, (cast_at, cast), (scaled_at, scaled))
                replaced[cast_at] = replaced[scaled_at] = []
    for at, field in enumerate(graph):
        yield from replaced.get(at, [field])


_Placed = tuple[int, Node]


def _scaled(name: str, made: dict[str, _Placed], sizes: dict[str, list[int]]) -> tuple[_Placed, _Placed] | None:
    """Return what makes a table numbers and what scales each of its rows, with their places; None of another table."""
    scaled = made.get(name)
    if scaled is None or scaled[1].operator != "Mul":
        return None
    cast = made.get(scaled[1].inputs[0])
    if cast is None or cast[1].operator != "Cast":
        return None
    stored, scale = sizes.get(cast[1].inputs[0], []), sizes.get(scaled[1].inputs[1], [])
    return (cast, scaled) if len(stored) == 2 and scale == [stored[0], 1] else None


def _looked_up(graph: list[Field], at: int, found: Node, cast: _Placed, scaled: _Placed) -> list[Field]:
    """Return the operators that look up rows and scales, and scale the rows."""
    places, output = found.inputs[1], found.output
    rows, numbers, scales = f"{output} rows", f"{output} numbers", f"{output} scales"
    return [
        joined(graph[at], [cast[1].inputs[0], places], rows),
        joined(graph[cast[0]], [rows], numbers),
        joined(graph[at], [scaled[1].inputs[1], places], scales),
        joined(graph[scaled[0]], [numbers, scales], output),
    ]


def _may_look_up(field: Field) -> bool:
    """Return whether a field of a graph is a node of one of the three operators."""
    if field.number != NODE:
        return False
    content = bytes(field.content)
    return b"Gather" in content or b"Cast" in content or b"Mul" in content
