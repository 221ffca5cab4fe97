"""Results -> report.html and report.md, for people; neither needs a network, a script or another file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from errors import GoldError
from evals.reports import html as report_html
from evals.reports import markdown as report_markdown


def write(results: Mapping[str, Any], folder: Path) -> None:
    """Write both reports of a run into a folder, which is made where it is missing.

    Raises:
        GoldError: they cannot be written.
    """
    pages = {"report.html": report_html.page(results), "report.md": report_markdown.page(results)}
    for name, text in pages.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        except OSError as error:
            problem = f"{folder / name} cannot be written ({error.strerror}); name another folder with --out."
            raise GoldError(problem) from None
