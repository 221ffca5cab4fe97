"""Rows that are scaled when they are looked up give the very same numbers, and another model stays as it is."""

from __future__ import annotations

from index.storage import embeddings
from index.weights.guards import without_guards
from index.weights.onnx_graph import NODE, Field, fields, node, rewritten
from index.weights.word_tables import scaled_when_looked_up
from tests.index.weights.test_guards import NETWORKS, TEXTS, outputs


def operators(model: bytes) -> list[list[str]]:
    """Return each operator's name and what it reads, in the order of a model's file."""
    graph = max(fields(memoryview(model)), key=lambda each: len(each.content))
    found = [node(each) for each in fields(graph.content) if each.number == NODE]
    return [[each.operator, *each.inputs] for each in found]


def test_the_numbers_are_the_same_to_the_last_bit() -> None:
    stored = embeddings._model()
    late = rewritten(stored, scaled_when_looked_up)
    for texts in ([TEXTS[0]], TEXTS[1:], TEXTS):
        for one, other in zip(outputs(stored, texts), outputs(late, texts), strict=True):
            assert one.tobytes() == other.tobytes()
    both = rewritten(stored, without_guards, scaled_when_looked_up)
    assert outputs(both, TEXTS)[0].tobytes() == outputs(stored, TEXTS)[0].tobytes()


def test_the_table_of_pieces_is_looked_up_as_it_is_stored() -> None:
    pieces = "inner.embeddings.word_embeddings.weight"
    stored = embeddings._model()
    assert ["Gather", pieces, "input_ids"] in operators(stored)
    late = operators(rewritten(stored, scaled_when_looked_up))
    assert ["Gather", f"{pieces}_q", "input_ids"] in late
    assert [each for each in late if pieces in each] == []


def test_a_network_without_such_a_table_stays_as_it_is() -> None:
    reader = NETWORKS["reader"]()
    assert rewritten(reader, scaled_when_looked_up) == reader


def test_a_table_that_something_else_reads_stays_whole() -> None:
    stored = embeddings._model()

    def reading_more(graph: list[Field]) -> list[Field]:
        lookup = next(each for each in graph if each.number == NODE and node(each).inputs[-1:] == ["input_ids"])
        return [*graph, lookup]

    more = rewritten(stored, reading_more)
    pieces = "inner.embeddings.word_embeddings.weight"
    assert ["Gather", pieces, "input_ids"] in operators(rewritten(more, scaled_when_looked_up))
