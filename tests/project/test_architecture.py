"""The shape of the project, checked against its files."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from settings import ROOT
from tests.project.files import name_of, parsed, product_files

LAYERS = ("settings", "errors", "index", "rag", "ui", "evals", "app")
MAY_IMPORT = {
    "settings": {"errors"},
    "errors": set(),
    "index": {"settings", "errors", "index"},
    "rag": {"settings", "errors", "index", "rag"},
    "ui": {"settings", "errors", "index", "rag", "evals", "ui"},
    "evals": {"settings", "errors", "index", "rag", "evals"},
    "app": {"ui"},
}
OWNERS = {
    "tiktoken": {"index/text/tokens.py"},
    "chromadb": {"index/storage/vectors/chroma.py"},
    "onnxruntime": {"index/weights/onnx_models.py"},
    "tokenizers": {"index/weights/onnx_models.py"},
    "sqlalchemy": {"index/storage/engines/server.py"},
    "snowballstemmer": {"index/text/stems.py"},
    "fcntl": {"index/storage/lock.py"},
    "trafilatura": {"index/readers/web/html.py"},
    "pypdfium2": {f"index/readers/pdf/{each}.py" for each in ("characters", "extras", "original", "page")},
    "openpyxl": {"index/readers/tables.py"},
    "docutils": {f"index/readers/restructured/{each}.py" for each in ("parsing", "top", "writing")},
    "charset_normalizer": {"index/readers/encodings.py"},
    "yaml": {"index/readers/front_matter.py", "index/names/names.py"},
    "altair": {"evals/reports/charts.py", "ui/charts/drawn.py"},
    "vl_convert": {"evals/reports/charts.py"},
    "prometheus_client": {"rag/serve/prometheus.py"},
    "xllamacpp": {"rag/write/gguf.py"},
    "starlette": {"ui/gate.py", "rag/serve/http/library.py", "rag/serve/http/problems.py"},
    "uvicorn": {"rag/serve/http/connections.py"},
}


@cache
def imported(path: Path) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return frozenset(found)


@pytest.mark.parametrize("path", product_files(), ids=name_of)
def test_imports_flow_one_way(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0].removesuffix(".py")
    ours = {module.split(".")[0] for module in imported(path)} & set(LAYERS)
    assert ours <= MAY_IMPORT[layer], f"{name_of(path)} imports {ours - MAY_IMPORT[layer]}"


def test_only_the_service_knows_its_frameworks() -> None:
    users = {
        name_of(path).rpartition("/")[0]
        for path in product_files()
        if {"fastapi", "mcp"} & {each.split(".")[0] for each in imported(path)}
    }
    assert users == {"rag/serve/http", "rag/serve/http/openai", "rag/serve/mcp"}


@pytest.mark.parametrize("package", sorted(OWNERS))
def test_outside_package_has_one_owner(package: str) -> None:
    users = {name_of(path) for path in product_files() if package in {each.split(".")[0] for each in imported(path)}}
    assert users == OWNERS[package]


def test_only_the_user_interface_knows_streamlit() -> None:
    users = {name_of(path).split("/")[0] for path in product_files() if "streamlit" in imported(path)}
    assert users == {"ui", "app.py"}


def test_only_settings_read_the_environment() -> None:
    readers = {name_of(path) for path in product_files() if "os.environ" in path.read_text(encoding="utf-8")}
    assert readers == {"settings.py"}


def test_nothing_outlived_is_imported() -> None:
    for path in product_files():
        assert not {each.split(".")[0] for each in imported(path)} & {
            "langchain_community",
            "langchain_classic",
            "torch",
        }


def test_every_module_says_what_it_is_for() -> None:
    for path in product_files():
        tree = parsed(path)
        assert ast.get_docstring(tree) or not tree.body, name_of(path)


def test_locks_name_no_place_of_a_machine() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--index-url" not in text
        assert "file:" not in text
        assert "torch==" not in text
        pinned = [line for line in text.splitlines() if line and not line.startswith(" ")]
        assert pinned
        assert all("==" in line for line in pinned)
