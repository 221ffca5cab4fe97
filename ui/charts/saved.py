"""A chart as a file: a drawing, a picture, or its numbers as a table; made when somebody asks for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from rag.check.evidence_pack import cell

if TYPE_CHECKING:
    from evals.reports.charts import Figure

WIDTH = 900
Rows = Sequence[Sequence[str | int]]


def draw(figure: Figure, header: Sequence[str], rows: Rows) -> None:
    """Draw what saves a chart as SVG, PNG or CSV."""
    # The page need not be drawn again for a file.
    st.fragment(lambda: _draw(figure, header, rows))()


def _draw(figure: Figure, header: Sequence[str], rows: Rows) -> None:
    from evals.reports import charts

    forms: dict[str, tuple[Callable[[], str | bytes], str]] = {
        "SVG": (lambda: charts.svg(figure, "light", WIDTH), "image/svg+xml"),
        "PNG": (lambda: charts.png(figure, WIDTH), "image/png"),
        "CSV": (lambda: as_csv(header, rows), "text/csv"),
    }
    with st.popover("Save the chart", type="tertiary"):
        for form, (made, kind) in forms.items():
            key, name = f"save-{figure.name}-{form}", f"{figure.name}.{form.lower()}"
            st.download_button(form, made, name, kind, key=key, on_click="ignore", width="stretch")


def as_csv(header: Sequence[str], rows: Rows) -> str:
    """Return the numbers as a table that a spreadsheet opens; no name in it is run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[cell(each) if isinstance(each, str) else each for each in row] for row in rows])
    return out.getvalue()
