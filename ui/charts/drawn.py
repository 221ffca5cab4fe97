"""What Explore draws: statements over time, and by speaker and time; each mark can be chosen.

Loading what draws takes half a second, for which nobody need wait who sees no chart: import this where one is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from evals.reports.charts import FIRST, SECOND, Figure
from evals.reports.findings import clean
from rag.answer.explore import Spoken

PICKED = "picked"
ROW_HEIGHT, LEAST_HEIGHT = 26, 90
MOST_IN_WORDS = 40
"""So many marks are told in words to who cannot see them; all are in the CSV."""


def over_time(titles: Sequence[str], by_period: Sequence[Mapping[str, int]]) -> Figure:
    """Return bars of how many statements of each view are of which month or year, two views side by side."""
    names = [clean(each) for each in titles]
    rows = [
        {"period": period, "day": _day(period), "statements": count, "whose": name}
        for name, each in zip(names, by_period, strict=True)
        for period, count in each.items()
    ]
    picked = alt.selection_point(name=PICKED, fields=["period"])
    chart = (
        _chart(rows)
        .mark_bar()
        .encode(
            x=alt.X(f"{_unit(rows)}(day):O", title=None, axis=_times(rows)),
            y=alt.Y("statements:Q", title="Statements", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "whose:N",
                title=None,
                legend=alt.Legend(orient="top", labelLimit=300) if len(names) > 1 else None,
                sort=names,
                scale=alt.Scale(range=[FIRST, SECOND]),
            ),
            xOffset=alt.XOffset("whose:N", sort=names),
            opacity=alt.condition(picked, alt.value(1), alt.value(0.35)),
            tooltip=[alt.Tooltip("period:N", title="When"), alt.Tooltip("whose:N", title="Whose"), "statements:Q"],
        )
        .add_params(picked)
    )
    about = "Choose a bar to see its statements below."
    return Figure("over-time", "Statements over time", about, _in_words(rows), chart, 220)


def by_speaker(spoken: Sequence[Spoken]) -> Figure:
    """Return a field for each speaker and month or year, the darker the more statements are of it."""
    rows: list[dict[str, Any]] = [
        {
            "whose": clean(each.speaker),
            "period": each.period,
            "day": _day(each.period),
            "statements": each.statements,
        }
        for each in spoken
    ]
    names = list(dict.fromkeys(str(each["whose"]) for each in rows))
    picked = alt.selection_point(name=PICKED, fields=["whose", "period"])
    chart = (
        _chart(rows)
        .mark_rect(cornerRadius=2, stroke=FIRST, strokeWidth=0.5)
        .encode(
            x=alt.X(f"{_unit(rows)}(day):O", title=None, axis=_times(rows)),
            y=alt.Y("whose:N", title=None, sort=names, axis=alt.Axis(labelLimit=160, ticks=False, domain=False)),
            fill=alt.value(FIRST),
            fillOpacity=alt.FillOpacity("statements:Q", scale=alt.Scale(type="sqrt", range=[0.15, 1]), legend=None),
            opacity=alt.condition(picked, alt.value(1), alt.value(0.35)),
            tooltip=[alt.Tooltip("whose:N", title="Who"), alt.Tooltip("period:N", title="When"), "statements:Q"],
        )
        .add_params(picked)
    )
    about = "The darker, the more statements. Choose a field to see them."
    height = max(LEAST_HEIGHT, ROW_HEIGHT * len(names) + 40)
    return Figure("by-speaker", "Who spoke when", about, _in_words(rows), chart, height)


def _chart(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[dict(each) for each in rows]))


def _day(period: str) -> str:
    """Return the first day of a month or a year."""
    return f"{period}-01-01"[: len("YYYY-MM-DD")]


def _unit(rows: Sequence[Mapping[str, Any]]) -> str:
    return "yearmonth" if "-" in str(rows[0]["period"]) else "year"


def _times(rows: Sequence[Mapping[str, Any]]) -> alt.Axis:
    shown = "%b %Y" if _unit(rows) == "yearmonth" else "%Y"
    return alt.Axis(format=shown, labelAngle=0, labelOverlap="parity", labelFlush=True, grid=False)


def _in_words(rows: Sequence[Mapping[str, Any]]) -> str:
    told = "; ".join(f"{each['whose']}, {each['period']}: {each['statements']}" for each in rows[:MOST_IN_WORDS])
    left = len(rows) - MOST_IN_WORDS
    return f"{told}; and {left:,} more" if left > 0 else told
