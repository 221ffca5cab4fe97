"""How fast this machine multiplies at most, how much the networks have to multiply, and how near they come to it.

    python -m benchmarks.speed.limit [--texts 5] [--tokens 200]

The peak is that of one large product of matrices in onnxruntime, with float32 and with int8, on one and on two threads.
Each network is run over texts of so many tokens; its products are counted from the shapes with which its graph ran, and
the time is told by operator. Rates are by CPU time of all threads, so that other work on the machine counts little;
`wall` stands beside them, the best of several runs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from index.storage import embeddings
from index.weights import onnx_models
from index.weights.guards import without_guards
from index.weights.onnx_graph import rewritten
from rag.reader import model

ROUNDS = 12
ROWS, WIDTH = 1_024, 1_536
"""Of the large product: as many rows as a batch has tokens, the width of the networks' widest layer."""
PRODUCTS = {"MatMul", "FusedMatMul", "MatMulInteger", "MatMulIntegerToFloat", "DynamicQuantizeMatMul", "Gemm"}
LEAST_SHARE = 0.01
FLOAT, UINT8, INT8, INT32 = 1, 2, 3, 6
"""Types of elements in onnx.proto."""


class Run(NamedTuple):
    """What one run took, in seconds: of CPU, and of the clock at best."""

    cpu: float
    wall: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a JSON line a peak, then one a network with a table of its operators."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.limit", description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=int, default=5)
    parser.add_argument("--tokens", type=int, default=200)
    chosen = parser.parse_args(arguments)
    peaks: dict[str, float] = {}
    for kind in ("float32", "int8"):
        for threads in (1, 2):
            took = _product(kind, threads)
            operations = 2 * ROWS * WIDTH * WIDTH
            peaks.setdefault(kind, operations / took.cpu)
            figures = {"peak": kind, "threads": threads, "by_cpu": _billions(operations / took.cpu)}
            print(json.dumps({**figures, "by_wall": _billions(operations / took.wall)}), flush=True)
    for name, content in (("embedder", embeddings._model()), ("reader", model.FILE.read_bytes())):
        _network(name, content, (chosen.texts, chosen.tokens), peaks)
    return 0


def _network(name: str, content: bytes, shape: tuple[int, int], peaks: Mapping[str, float]) -> None:
    guarded, bare = (_run(_session(each, 1), shape) for each in (content, rewritten(content, without_guards)))
    both = _run(_session(rewritten(content, without_guards), 2), shape)
    seconds, operations = _operators(rewritten(content, without_guards), shape)
    of_all = sum(operations.values())
    kind = "int8" if any("Quantize" in each for each in operations) else "float32"
    figures = {
        "network": name,
        "texts_tokens": shape,
        "multiplies_in": kind,
        "million_operations_a_token": round(of_all / prod(shape) / 1e6, 1),
        "cpu_ms": round(bare.cpu * 1000, 1),
        "cpu_ms_with_guards": round(guarded.cpu * 1000, 1),
        "wall_ms_one_thread": round(bare.wall * 1000, 1),
        "wall_ms_two_threads": round(both.wall * 1000, 1),
        "by_cpu": _billions(of_all / bare.cpu),
        "share_of_peak": round(of_all / bare.cpu / peaks[kind], 3),
        "share_of_int8_peak": round(of_all / bare.cpu / peaks["int8"], 3),
    }
    print(json.dumps(figures))
    print("| operator | share of the time | share of the products | billion operations a second |\n|---|---|---|---|")
    whole = sum(seconds.values())
    for each, took in sorted(seconds.items(), key=lambda item: -item[1]):
        if took >= LEAST_SHARE * whole:
            made = operations.get(each, 0)
            rate = _billions(made / took) if made else "–"
            print(f"| {each} | {took / whole:.1%} | {made / of_all:.1%} | {rate} |")


def _billions(rate: float) -> float:
    return round(rate / 1e9, 1)


def _run(session: Any, shape: tuple[int, int]) -> Run:
    """Return the time of a run of a network over texts of so many tokens."""
    feed = _feed(session, shape)
    return _timed(lambda: session.run(None, feed))


def _feed(session: Any, shape: tuple[int, int]) -> dict[str, Any]:
    draw = np.random.default_rng(0)
    ids = draw.integers(1_000, 20_000, shape)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    return {each.name: feed[each.name] for each in session.get_inputs()}


def _timed(work: Callable[[], object]) -> Run:
    work()
    walls: list[float] = []
    cpu = time.process_time()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        walls.append(time.perf_counter() - began)
    return Run((time.process_time() - cpu) / ROUNDS, min(walls))


def _session(content: bytes, threads: int, profile: Path | None = None) -> Any:
    onnxruntime = onnx_models.imported()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if profile:
        options.enable_profiling = True
        options.profile_file_prefix = str(profile)
    return onnxruntime.InferenceSession(content, options)


def _operators(content: bytes, shape: tuple[int, int]) -> tuple[dict[str, float], dict[str, int]]:
    """Return the seconds of each operator in some runs, and how many multiplications and additions its products have.

    Shapes are those with which the graph ran, after onnxruntime has fused what it can.
    """
    seconds: defaultdict[str, float] = defaultdict(float)
    operations: defaultdict[str, int] = defaultdict(int)
    with tempfile.TemporaryDirectory() as folder:
        session = _session(content, 1, Path(folder) / "profile")
        feed = _feed(session, shape)
        for _ in range(ROUNDS):
            session.run(None, feed)
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    for each in events:
        if each.get("cat") != "Node" or not each["name"].endswith("_kernel_time"):
            continue
        operator = each["args"]["op_name"]
        seconds[operator] += each["dur"] / 1e6 / ROUNDS
        if operator in PRODUCTS:
            operations[operator] += _multiplied(each["args"])
    return seconds, {name: count // ROUNDS for name, count in operations.items()}


def _multiplied(node: Mapping[str, Any]) -> int:
    """Return the multiplications and additions of a product: each number of the output sums the input's last axis."""
    (output,), (given,) = node["output_type_shape"][0].values(), node["input_type_shape"][0].values()
    operations: int = 2 * prod(output) * given[-1]
    return operations


def _product(kind: str, threads: int) -> Run:
    """Return the time of the large product, whose right side is constant as a network's weights are."""
    draw = np.random.default_rng(0)
    if kind == "int8":
        left = draw.integers(0, 256, (ROWS, WIDTH)).astype(np.uint8)
        right: Any = draw.integers(-127, 128, (WIDTH, WIDTH)).astype(np.int8)
        content = _model("MatMulInteger", (UINT8, INT8, INT32), right)
    else:
        left = draw.standard_normal((ROWS, WIDTH)).astype(np.float32)
        right = draw.standard_normal((WIDTH, WIDTH)).astype(np.float32)
        content = _model("MatMul", (FLOAT, FLOAT, FLOAT), right)
    session = _session(content, threads)
    return _timed(lambda: session.run(None, {"left": left}))


def _model(operator: str, types: tuple[int, int, int], right: Any) -> bytes:
    """Return the file of a model that multiplies its input by a constant; the numbers are those of onnx.proto."""
    node = _field(1, b"left") + _field(1, b"right") + _field(2, b"product") + _field(4, operator.encode())
    dimensions = b"".join(_count(1, each) for each in right.shape)
    constant = dimensions + _count(2, types[1]) + _field(8, b"right") + _field(9, right.tobytes())
    given, made = (
        _field(1, name) + _field(2, _field(1, _count(1, kind)))
        for name, kind in ((b"left", types[0]), (b"product", types[2]))
    )
    graph = _field(1, node) + _field(2, b"product") + _field(5, constant) + _field(11, given) + _field(12, made)
    return _count(1, 8) + _field(7, graph) + _field(8, _count(2, 17))


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _count(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


if __name__ == "__main__":
    sys.exit(main())
