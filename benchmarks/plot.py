"""Draw how time, memory and disk grow with the passages, from measured figures: docs/growth.svg and a table.

    python -m benchmarks.plot

docs/growth.json has the figures with their commands (`python -m benchmarks.speed.scale`). Written are the drawing and
the table of docs/performance.md. Both axes are logarithmic, so what grows in proportion has a slope of 1.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from settings import ROOT

FIGURES = ROOT / "docs" / "growth.json"
DRAWING = ROOT / "docs" / "growth.svg"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- growth -->\n", "<!-- /growth -->"
PANELS = {
    "writing_s": "writing, seconds",
    "memory_mb": "memory at most, MB",
    "disk_mb": "disk, MB",
    "question_ms": "a question, ms",
}
COLORS = {"folder": "#3f7cc8", "servers": "#c2611f"}
WIDTH, HEIGHT, LEFT, TOP, GAP = 300, 200, 60, 40, 90
FIRST, LAST = 2.9, 6.1
"""The decades of passages that a panel shows: from below a thousand to above a million."""

Series = dict[str, Any]
Point = tuple[float, float]


def points(series: Series, field: str) -> list[Point]:
    """Return the decimal logarithms of passages and of what was measured at each."""
    return [(math.log10(run["passages"]), math.log10(run[field])) for run in series["runs"]]


def slope(found: Sequence[Point]) -> float:
    """Return by least squares how many decades are risen in each decade of passages, to two places."""
    across, up = (sum(each[axis] for each in found) / len(found) for axis in (0, 1))
    steep = sum((x - across) * (y - up) for x, y in found) / sum((x - across) ** 2 for x, _ in found)
    # Shown with two places, where there is no "-0.00".
    return round(steep, 2) + 0.0


def named(series: Series) -> str:
    """Return what a series is called: where it was stored, when it was measured, by which time."""
    return f"{series['store']}, {series['measured']} ({series['times']} time)"


def drawing(all_series: Sequence[Series]) -> str:
    """Return the panels as an SVG drawing."""
    wide, high = 2 * WIDTH + LEFT + 2 * GAP, 2 * (HEIGHT + GAP) + TOP + 22 * len(all_series)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        'role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1b1f24">',
        "<title>Time, memory and disk by the number of passages; both axes are logarithmic</title>",
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>',
    ]
    for number, (field, title) in enumerate(PANELS.items()):
        left, top = LEFT + number % 2 * (WIDTH + GAP), TOP + number // 2 * (HEIGHT + GAP)
        parts += _panel(all_series, field, title, left, top)
    for number, each in enumerate(all_series):
        y = TOP + 2 * (HEIGHT + GAP) - 20 + 22 * number
        parts.append(_line([(LEFT, y), (LEFT + 40, y)], each))
        parts.append(f'<text x="{LEFT + 50}" y="{y + 4}">{escape(named(each))}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _panel(all_series: Sequence[Series], field: str, title: str, left: int, top: int) -> Iterator[str]:
    values = [y for each in all_series for _, y in points(each, field)]
    low, high = math.floor(min(values)), math.ceil(max(values))

    def placed(point: Point) -> Point:
        x, y = (point[0] - FIRST) / (LAST - FIRST), (point[1] - low) / (high - low)
        return round(left + x * WIDTH, 1), round(top + (1 - y) * HEIGHT, 1)

    yield f'<text x="{left}" y="{top - 12}" font-weight="600">{escape(title)}</text>'
    for decade in range(low, high + 1):
        _, y = placed((FIRST, decade))
        yield f'<path d="M{left} {y}H{left + WIDTH}" stroke="#e1e5ea"/>'
        yield f'<text x="{left - 6}" y="{y + 4}" text-anchor="end" fill="#59636e">{10.0**decade:,.10g}</text>'
    for decade in range(math.ceil(FIRST), math.floor(LAST) + 1):
        x, y = placed((decade, low))
        yield f'<text x="{x}" y="{y + 18}" text-anchor="middle" fill="#59636e">{10**decade:,}</text>'
    for each in all_series:
        where = [placed(point) for point in points(each, field)]
        yield _line(where, each)
        x, y = where[-1]
        yield f'<text x="{x + 7}" y="{y + 4}" font-size="10">{slope(points(each, field)):.2f}</text>'


def _line(where: Sequence[Point], series: Series) -> str:
    """Return a line with a dot at each point, dashed where the clock was read."""
    color, dash = COLORS[series["store"]], ' stroke-dasharray="5 4"' if series["times"] == "clock" else ""
    path = "L".join(f"{x} {y}" for x, y in where)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3" fill="{color}"/>' for x, y in where)
    return f'<path d="M{path}" fill="none" stroke="{color}" stroke-width="2"{dash}/>{dots}'


def table(all_series: Sequence[Series]) -> str:
    """Return the figures as a table, each series followed by its slopes."""
    lines = [f"| passages | {' | '.join(PANELS.values())} |", "|---" * (len(PANELS) + 1) + "|"]
    for each in all_series:
        lines.append(f"| **{named(each)}**: {each['about']} |" + " |" * len(PANELS))
        for run in each["runs"]:
            lines.append(f"| {run['passages']:,} | {' | '.join(f'{run[field]:,}' for field in PANELS)} |")
        lines.append("| slope | " + " | ".join(f"{slope(points(each, field)):.2f}" for field in PANELS) + " |")
    return "\n".join(lines) + "\n"


def page(all_series: Sequence[Series]) -> str:
    """Return docs/performance.md with the table of these figures."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}{table(all_series)}{END}{rest.partition(END)[2]}"


def read() -> list[Series]:
    """Return the measured series."""
    series: list[Series] = json.loads(FIGURES.read_text(encoding="utf-8"))["series"]
    return series


def main() -> None:
    """Write the drawing and the table."""
    DRAWING.write_text(drawing(read()), encoding="utf-8")
    PAGE.write_text(page(read()), encoding="utf-8")


if __name__ == "__main__":
    main()
