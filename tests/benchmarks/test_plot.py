"""How time, memory and disk grow: the slope is that of the figures, and what is published is drawn from them."""

from __future__ import annotations

import math
from xml.etree import ElementTree

import pytest

from benchmarks.plot import DRAWING, PAGE, PANELS, drawing, page, points, read, slope, table

STALE = "run: python -m benchmarks.plot"


def made(power: float) -> dict[str, object]:
    runs = [{"passages": size, **dict.fromkeys(PANELS, 3 * size**power)} for size in (1_000, 10_000, 100_000)]
    return {"store": "folder", "measured": "2 March 2031", "times": "CPU", "about": "invented", "runs": runs}


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_the_slope_is_the_power_of_growth(power: float) -> None:
    assert math.isclose(slope(points(made(power), "disk_mb")), power, abs_tol=1e-9)


def test_a_run_that_strays_moves_the_slope_a_little() -> None:
    assert 0.9 < slope([(3.0, 0.0), (4.0, 1.1), (5.0, 1.9)]) < 1.0


def test_each_series_is_drawn_in_each_panel_within_the_drawing() -> None:
    series = [made(1.0), {**made(0.5), "store": "servers", "times": "clock"}]
    root = ElementTree.fromstring(drawing(series))
    dots = [each for each in root.iter() if each.tag.endswith("circle")]
    assert len(dots) == len(PANELS) * 6 + 2 * 2
    wide, high = (float(root.attrib[name]) for name in ("width", "height"))
    assert all(0 < float(each.attrib["cx"]) < wide and 0 < float(each.attrib["cy"]) < high for each in dots)
    dashed = [each for each in root.iter() if "stroke-dasharray" in each.attrib]
    assert len(dashed) == len(PANELS) + 1


def test_the_table_has_a_line_for_each_run_and_one_for_the_slopes() -> None:
    lines = table([made(1.0)]).splitlines()
    assert lines[-1] == "| slope | 1.00 | 1.00 | 1.00 | 1.00 |"
    assert [line.split(" | ")[0] for line in lines[3:6]] == ["| 1,000", "| 10,000", "| 100,000"]


def test_what_is_published_is_drawn_from_the_figures() -> None:
    assert DRAWING.read_text(encoding="utf-8") == drawing(read()), STALE
    assert PAGE.read_text(encoding="utf-8") == page(read()), STALE
