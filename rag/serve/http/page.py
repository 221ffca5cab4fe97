"""/docs: the service's description as one page that fetches nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>TITLE</title><style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
code { background: #f2f4f7; padding: .1rem .3rem; } table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #dde2e8; }
h2 { margin: 2rem 0 .2rem; font-size: 1.1rem; }
</style></head><body>
<h1>TITLE</h1><p>LEAD The whole description is at <a href="/openapi.json">/openapi.json</a>.</p>
BODY
</body></html>
"""


def page(description: Mapping[str, Any]) -> str:
    """Return the page of a description in OpenAPI's form."""
    info = description["info"]
    body = "\n".join(_operation(path, method, about, description) for path, method, about in _operations(description))
    filled = _PAGE.replace("TITLE", escape(info["title"])).replace("LEAD", escape(info["description"]))
    return filled.replace("BODY", body)


def _operations(description: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in description["paths"].items():
        for method, about in methods.items():
            yield path, method, about


def _operation(path: str, method: str, about: Mapping[str, Any], description: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(kind)}</td><td>{escape(told)}</td></tr>"
        for name, kind, told in _fields(about, description)
    )
    table = f"<table><tr><th>field</th><th>kind</th><th></th></tr>{rows}</table>" if rows else ""
    head = f"<h2><code>{escape(method.upper())} {escape(path)}</code></h2>"
    return f"{head}<p>{escape(about.get('description', ''))}</p>{table}"


def _fields(about: Mapping[str, Any], description: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for each in about.get("parameters", ()):
        yield each["name"], _kind(each["schema"]), each.get("description", "")
    bodies = about.get("requestBody", {}).get("content", {})
    shape = _followed(next((each.get("schema", {}) for each in bodies.values()), {}), description)
    for name, schema in shape.get("properties", {}).items():
        needed = "needed. " if name in shape.get("required", ()) else ""
        yield name, _kind(schema), needed + schema.get("description", "")


def _followed(schema: Mapping[str, Any], description: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a schema, or the one that it refers to."""
    name = schema.get("$ref", "").rpartition("/")[2]
    found: Mapping[str, Any] = description["components"]["schemas"][name] if name else schema
    return found


def _kind(schema: Mapping[str, Any]) -> str:
    kinds = [each.get("type", "object") for each in schema.get("anyOf", [schema])]
    return " or ".join(each for each in kinds if each != "null")
