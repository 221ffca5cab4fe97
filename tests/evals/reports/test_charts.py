from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from evals.reports import charts
from evals.reports.charts import FIRST, INK, QUIET, SECOND, Scheme, figures, svg
from tests.evals.reports.invented_run import results

GROUNDS: dict[Scheme, tuple[str, ...]] = {"light": ("#ffffff", "#f6f7f9"), "dark": ("#1d222a", "#14171c")}
"""What charts are drawn on: cards and pages, of the report and of the chat."""


def luminance(colour: str) -> float:
    """Return WCAG's relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_marks_can_be_seen_on_their_ground(scheme: Scheme) -> None:
    for ground in GROUNDS[scheme]:
        assert all(contrast(each, ground) >= 4.5 for each in INK[scheme][:2])
        assert all(contrast(each, ground) >= 3 for each in (FIRST, SECOND, QUIET))


def test_every_curve_has_its_figure_with_its_numbers() -> None:
    drawn = {each.name: each.numbers.replace("\u00a0", " ") for each in figures(results())}
    assert list(drawn) == ["types", "recall", "risk", "reliability", "latency"]
    assert drawn["types"] == "fact 0 of 2, statement 2 of 2."
    assert drawn["recall"] == (
        "documents: 60 % at 1, 80 % at 3, 100 % at 5, 100 % at 10; evidence spans: 50 % at 1, 70 % at 3, 90 % at 5."
    )
    assert drawn["risk"] == (
        "0 % wrong with 25 % answered, 0 % wrong with 50 % answered, 33.3 % wrong with 75 % answered."
    )
    assert drawn["reliability"].startswith("0 % right where 10 % was given (1 questions)")
    assert drawn["latency"] == "p50 22 ms, p95 362 ms, from 20 ms to 400 ms."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn_without_anything_from_elsewhere(scheme: Scheme) -> None:
    for figure in figures(results()):
        drawn = svg(figure, scheme)
        root = ElementTree.fromstring(drawn)
        assert root.get("width") == str(charts.WIDTH)
        assert root.get("height") == str(figure.height)
        assert not re.search(r"<(?:script|image|style|foreignObject)|url\(|@import", drawn)
        assert INK[scheme][0] in drawn


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "\x1b[2J\x00\x9b", "a\u2028b", "\ufffe", "\ud800", "'\"\\", ""]
)
def test_a_type_of_any_name_is_text_in_the_drawing(name: str) -> None:
    run = results()
    run["types"][0]["type"] = name
    drawn = svg(figures(run)[0], "light")
    assert "<script" not in drawn
    assert ElementTree.fromstring(drawn) is not None


@pytest.mark.parametrize(
    "run",
    [
        {"curves": None, "types": []},
        {},
        {
            "curves": {
                "recall": [[1, None, None]],
                "risk_coverage": [],
                "reliability": [[0.5, 0.0, 0]],
                "latency_ms": [],
            }
        },
    ],
)
def test_what_has_no_numbers_has_no_figure(run: dict[str, Any]) -> None:
    assert figures(run) == []


@pytest.mark.parametrize("values", [[0.0], [5.0, 5.0], [0.2, 90_000.0]])
def test_latencies_of_any_spread_are_all_in_a_step(values: list[float]) -> None:
    (figure,) = figures({"curves": {"latency_ms": values}})
    drawn = figure.chart.to_dict()
    bars = drawn["datasets"][drawn["layer"][0]["data"]["name"]]
    assert sum(each["count"] for each in bars) == len(values)
    assert svg(figure, "light")


def test_quantiles_are_interpolated() -> None:
    assert charts._quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.5
    assert charts._quantile([1.0], 0.95) == 1.0
