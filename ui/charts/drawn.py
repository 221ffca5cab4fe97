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
        {"period": period, "statements": count, "whose": name}
        for name, each in zip(names, by_period, strict=True)
        for period, count in each.items()
    ]
    picked = alt.selection_point(name=PICKED, fields=["period"])
    chart = (
        _chart(rows)
        .mark_bar()
        .encode(
            x=_when(rows),
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
            x=_when(rows),
            y=alt.Y("whose:N", title=None, sort=names, axis=alt.Axis(labelLimit=160, ticks=False, domain=False)),
            fill=alt.value(FIRST),
            fillOpacity=alt.FillOpacity("statements:Q", scale=alt.Scale(type="sqrt", range=[0.15, 1]), legend=None),
            opacity=alt.condition(picked, alt.value(1), alt.value(0.35)),
            tooltip=[alt.Tooltip("whose:N", title="Who"), alt.Tooltip("period:N", title="When"), "statements:Q"],
        )
        .add_params(picked)
    )
    about = "The stronger the colour, the more statements. Choose a square to see them."
    height = max(LEAST_HEIGHT, ROW_HEIGHT * len(names) + 40)
    return Figure("by-speaker", "Who spoke when", about, _in_words(rows), chart, height)


def _chart(rows: Sequence[Mapping[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[dict(each) for each in rows]))


def _when(rows: Sequence[Mapping[str, Any]]) -> alt.X:
    """Return the axis of time, with a place for each month or year, also for those without words."""
    periods = _between(*_ends([str(each["period"]) for each in rows]))
    label = "utcFormat(toDate(datum.value + '-01'), '%b %Y')" if "-" in periods[0] else "datum.value"
    axis = alt.Axis(labelExpr=label, labelAngle=0, labelOverlap="greedy", labelSeparation=8, grid=False, ticks=False)
    return alt.X("period:O", title=None, scale=alt.Scale(domain=periods), axis=axis)


def _ends(periods: Sequence[str]) -> tuple[str, str]:
    return min(periods), max(periods)


def _between(first: str, last: str) -> list[str]:
    """Return the months, or the years, from the first to the last."""
    if "-" not in first:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    months = range(_month(first), _month(last) + 1)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]


def _month(period: str) -> int:
    return int(period[:4]) * 12 + int(period[5:]) - 1


def _in_words(rows: Sequence[Mapping[str, Any]]) -> str:
    told = "; ".join(f"{each['whose']}, {each['period']}: {each['statements']}" for each in rows[:MOST_IN_WORDS])
    left = len(rows) - MOST_IN_WORDS
    return f"{told}; and {left:,} more" if left > 0 else told
