"""Results -> charts, each declared once for the report and the web page, with its numbers in words.

The two colours keep a contrast of 3 to 1 on light and on dark ground, so a chart is declared without a ground of its
own; who shows it brings the colours of text and lines. Series differ in shape and dash too, not in colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import vl_convert

from evals.reports.findings import clean, milliseconds, percent, plain

Scheme = Literal["light", "dark"]
FIRST, SECOND, QUIET = "#3f7cc8", "#c2611f", "#7f8a96"
INK: Mapping[Scheme, tuple[str, str, str]] = {
    "light": ("#1b1f24", "#59636e", "#e1e5ea"),
    "dark": ("#e6e9ee", "#a3adb8", "#363d47"),
}
"""Of each scheme: the colour of text, of quiet text, of lines behind."""
WIDTH, HEIGHT = 340, 240
BAR_HEIGHT = 24
BINS = 16


@dataclass(frozen=True)
class Figure:
    """A chart with its title, what it shows, and its numbers in words for who cannot see it."""

    name: str
    title: str
    about: str
    numbers: str
    chart: alt.Chart | alt.LayerChart
    height: int = HEIGHT


def figures(results: Mapping[str, Any]) -> list[Figure]:
    """Return the charts that the results have numbers for, in the order in which they are read."""
    curves = results.get("curves") or {}
    drawn = [
        _types(results.get("types") or ()),
        _recall(curves.get("recall") or ()),
        _risk(curves.get("risk_coverage") or ()),
        _reliability(curves.get("reliability") or ()),
        _latency(curves.get("latency_ms") or ()),
    ]
    return [each for each in drawn if each]


def dressed(figure: Figure, scheme: Scheme) -> alt.Chart | alt.LayerChart:
    """Return the chart in the colours of text and lines that a light or a dark ground asks for."""
    text, quiet, line = INK[scheme]
    shown: alt.Chart | alt.LayerChart = (
        figure.chart.properties(height=figure.height, background="transparent")
        .configure(font="system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif", padding=4)
        .configure_axis(
            labelColor=quiet, titleColor=text, gridColor=line, domainColor=quiet, tickColor=quiet, titleFontWeight=500
        )
        .configure_legend(labelColor=text, titleColor=text)
        .configure_text(color=text)
        .configure_rule(color=text)
        .configure_view(stroke=None)
    )
    return shown


def svg(figure: Figure, scheme: Scheme, width: int = WIDTH) -> str:
    """Return the chart as an SVG drawing on no ground, so many pixels wide; nothing is fetched for it."""
    return str(vl_convert.vegalite_to_svg(_fitted(figure, scheme, width), allowed_base_urls=[]))


def png(figure: Figure, width: int) -> bytes:
    """Return the chart as a picture on white, in twice so many pixels; nothing is fetched for it."""
    whole = {**_fitted(figure, "light", width), "background": "#ffffff"}
    return bytes(vl_convert.vegalite_to_png(whole, scale=2, allowed_base_urls=[]))


def _fitted(figure: Figure, scheme: Scheme, width: int) -> dict[str, Any]:
    fitted = dressed(figure, scheme).properties(width=width, autosize={"type": "fit", "contains": "padding"})
    return dict(fitted.to_dict())


def _data(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])


def _axis(title: str, **more: Any) -> alt.Axis:
    return alt.Axis(title=title, **more)


def _share(field: str, title: str, encoding: Callable[..., Any] = alt.Y, **more: Any) -> Any:
    """Return an encoding of a share, 0 to 1, shown in percent."""
    return encoding(f"{field}:Q", axis=_axis(title, format=".0%", tickCount=5), scale=alt.Scale(domain=[0, 1]), **more)


def _tooltip(**titles: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(field, title=title) for field, title in titles.items()]


def _recall(points: Sequence[Sequence[float | None]]) -> Figure | None:
    series = (("documents", 1), ("evidence spans", 2))
    rows: list[dict[str, Any]] = [
        {"k": point[0], "recall": point[place], "of": name}
        for name, place in series
        for point in points
        if point[place] is not None
    ]
    if not rows:
        return None
    shown = sorted({row["of"] for row in rows})
    legend = alt.Legend(orient="top", direction="horizontal", symbolSize=70, symbolStrokeWidth=0)
    color = alt.Color("of:N", title=None, scale=alt.Scale(domain=shown, range=[FIRST, SECOND]), legend=legend)
    shape = alt.Shape("of:N", title=None, scale=alt.Scale(domain=shown, range=["circle", "square"]), legend=legend)
    dash = alt.StrokeDash("of:N", scale=alt.Scale(domain=shown, range=[[1, 0], [6, 3]]), legend=None)
    base = alt.Chart(_data(rows)).encode(
        x=alt.X(
            "k:Q",
            axis=_axis("first k passages", format="d", tickMinStep=1),
            scale=alt.Scale(domain=[1, max(2, len(points))]),
        ),
        y=_share("recall", "found"),
        tooltip=_tooltip(**{"of:N": "of", "k:Q": "k", "recall:Q": "found"}),
    )
    points_drawn = base.mark_point(filled=True, size=45, opacity=1).encode(color=color, shape=shape)
    chart = base.mark_line(strokeWidth=2).encode(color=color, strokeDash=dash) + points_drawn
    numbers = [
        f"{name}: "
        + ", ".join(
            f"{percent(row['recall'])} at {row['k']}" for row in rows if row["of"] == name and row["k"] in (1, 3, 5, 10)
        )
        for name in shown
    ]
    about = "How much of what a right answer rests on is among the first k passages retrieved."
    return Figure(name="recall", title="Recall by k", about=about, numbers="; ".join(numbers) + ".", chart=chart)


def _risk(points: Sequence[Sequence[float]]) -> Figure | None:
    rows = [{"coverage": coverage, "risk": risk} for coverage, risk in points]
    if not rows:
        return None
    base = alt.Chart(_data(rows)).encode(
        x=_share("coverage", "questions answered, the surest first", alt.X),
        y=_share("risk", "of those, answered wrongly"),
        tooltip=[alt.Tooltip("coverage:Q", format=".1%"), alt.Tooltip("risk:Q", format=".1%")],
    )
    chart = base.mark_area(color=FIRST, opacity=0.18) + base.mark_line(color=FIRST, strokeWidth=2)
    about = "What share of answers is wrong when only the surest share of questions is answered; lower is better."
    numbers = ", ".join(
        f"{percent(row['risk'])} wrong with {percent(row['coverage'])} answered" for row in _nearest(rows, "coverage")
    )
    return Figure(name="risk", title="Risk against coverage", about=about, numbers=f"{numbers}.", chart=chart)


def _nearest(rows: Sequence[Mapping[str, float]], field: str) -> list[Mapping[str, float]]:
    """Return the rows nearest to a quarter, a half, three quarters and all, each once, in order."""
    found = [min(rows, key=lambda row: abs(row[field] - share)) for share in (0.25, 0.5, 0.75, 1.0)]
    return [row for number, row in enumerate(found) if row not in found[:number]]


def _reliability(points: Sequence[Sequence[float]]) -> Figure | None:
    rows = [{"said": said, "right": right, "count": count} for said, right, count in points if count]
    if not rows:
        return None
    line = alt.Chart(_data([{"said": 0, "right": 0}, {"said": 1, "right": 1}])).mark_line(
        color=QUIET, strokeDash=[4, 4], strokeWidth=1.5
    )
    base = alt.Chart(_data(rows)).encode(
        x=_share("said", "probability given", alt.X),
        y=_share("right", "really right"),
        tooltip=[
            alt.Tooltip("said:Q", title="probability", format=".1%"),
            alt.Tooltip("right:Q", format=".1%"),
            alt.Tooltip("count:Q", title="questions"),
        ],
    )
    dots = base.mark_circle(color=FIRST, opacity=1).encode(
        size=alt.Size("count:Q", legend=None, scale=alt.Scale(range=[40, 320], domainMin=0))
    )
    chart = line.encode(x="said:Q", y="right:Q") + base.mark_line(color=FIRST, strokeWidth=1.5) + dots
    about = "Whether a given probability holds: on the dashed line it does; larger dots stand for more questions."
    numbers = ", ".join(
        f"{percent(row['right'])} right where {percent(row['said'])} was given ({plain(row['count'])} questions)"
        for row in rows
    )
    return Figure(name="reliability", title="Reliability", about=about, numbers=f"{numbers}.", chart=chart)


def _latency(values: Sequence[float]) -> Figure | None:
    taken = sorted(max(0.1, float(value)) for value in values)
    if not taken:
        return None
    shares = ((0.5, "p50"), (0.95, "p95"))
    marks: list[dict[str, Any]] = [{"ms": _quantile(taken, share), "name": name} for share, name in shares]
    # A first question that loads the weights is tens of times slower than the rest, so the steps grow with the value.
    scale = alt.Scale(type="log", nice=False)
    bins = _bins(taken)
    room = alt.Scale(domain=[0, 1.15 * max(each["count"] for each in bins)], nice=False)
    bars = (
        alt.Chart(_data(bins))
        .mark_bar(color=FIRST, stroke=None)
        .encode(
            x=alt.X("from:Q", scale=scale, axis=_axis("milliseconds, growing steps", format="~s", tickCount=4)),
            x2="to:Q",
            y=alt.Y("count:Q", axis=_axis("questions", tickMinStep=1, format="d"), scale=room),
            y2=alt.datum(0),
            tooltip=[
                alt.Tooltip("from:Q", format=".0f"),
                alt.Tooltip("to:Q", format=".0f"),
                alt.Tooltip("count:Q", title="questions"),
            ],
        )
    )
    # A name stands on the side of its line where the drawing has more room.
    middle = (taken[0] * taken[-1]) ** 0.5
    half, most = (_mark(each, scale, leftwards=each["ms"] > middle) for each in marks)
    chart: alt.LayerChart = bars + half + most
    median, high = (milliseconds(each["ms"]) for each in marks)
    about = "How long a question takes; half take less than p50, 95 of 100 less than p95."
    numbers = f"p50 {median}, p95 {high}, from {milliseconds(taken[0])} to {milliseconds(taken[-1])}."
    return Figure(name="latency", title="Latency", about=about, numbers=numbers, chart=chart)


def _mark(mark: Mapping[str, Any], scale: alt.Scale, leftwards: bool) -> alt.LayerChart:
    """Return a line across the drawing with its name beside it."""
    base = alt.Chart(_data([mark])).encode(x=alt.X("ms:Q", scale=scale))
    name = base.mark_text(
        align="right" if leftwards else "left", dx=-4 if leftwards else 4, baseline="top", fontWeight=600
    ).encode(text="name:N", y=alt.value(2))
    drawn: alt.LayerChart = base.mark_rule(strokeWidth=2, strokeDash=[5, 3]) + name
    return drawn


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return the quantile by linear interpolation between the two nearest values."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _bins(ordered: Sequence[float]) -> list[dict[str, float]]:
    """Return how many values lie in each of `BINS` steps, every step as many times the one before."""
    low, high = ordered[0] * 0.98, ordered[-1] * 1.02
    edges = [low * (high / low) ** (number / BINS) for number in range(BINS + 1)]
    counts = [sum(start <= value < end for value in ordered) for start, end in zip(edges, edges[1:], strict=False)]
    return [
        {"from": start, "to": end, "count": count}
        for start, end, count in zip(edges, edges[1:], counts, strict=False)
        if count
    ]


def _types(types: Sequence[Mapping[str, Any]]) -> Figure | None:
    # The library that draws ends the whole process at a control character, and fails at a line separator.
    rows: list[dict[str, Any]] = [
        {
            "type": " ".join(clean(each["type"]).replace("_", " ").split()),
            "right": float(each["right"]),
            "label": f"{round(each['right'] * each['count'])} of {each['count']}",
        }
        for each in types
    ]
    if not rows:
        return None
    y = alt.Y("type:N", title=None, sort=None, axis=_axis("", labelLimit=150, ticks=False))
    # Beyond the whole there is room for the words, which would not be read well on the bars.
    scale = alt.Scale(domain=[0, 1.4], nice=False)
    axis = _axis("right", format=".0%", values=[0, 0.5, 1])
    base = alt.Chart(_data(rows)).encode(y=y, tooltip=_tooltip(**{"type:N": "type", "label:N": "right"}))
    chart = (
        base.mark_bar(color=QUIET, opacity=0.22).encode(x=alt.datum(1), x2=alt.datum(0))
        + base.mark_bar(color=FIRST).encode(x=alt.X("right:Q", axis=axis, scale=scale))
        + base.mark_text(align="left", dx=5, fontSize=10).encode(x=alt.datum(1), text="label:N")
    )
    numbers = ", ".join(f"{row['type']} {row['label']}" for row in rows)
    about = "Of each type of question, how many were answered correctly, or rightly refused."
    return Figure(
        name="types",
        title="Right by question type",
        about=about,
        numbers=f"{numbers}.",
        chart=chart,
        height=60 + BAR_HEIGHT * len(rows),
    )
