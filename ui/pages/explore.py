"""Explore: who speaks, what they said over time, two views side by side; every number leads to the words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from index.names.names import Speaker
from index.text.counts import counted
from rag.answer import explore
from rag.answer.explore import View
from rag.phrasing import readable_date
from rag.pipeline import Pipeline
from rag.records import Citation, Evidence
from ui import navigation, render, session

SPEAKERS, STATEMENTS = 20, 10
"""So many people and statements are shown at once."""
SIDES = ("first", "second")
ALL = "All dates"


def page() -> None:
    """Draw the page."""
    st.html(render.STYLE)
    with st.container(key="otr-page"):
        st.title("Explore")
        pipeline = session.opened()
        if pipeline is None:
            return
        register = [each for each in pipeline.store.catalog.register() if each.statements]
        if not register:
            st.info("No statement is indexed yet. Add documents in the library.")
            navigation.link(navigation.LIBRARY, "Open the library")
            return
        views = _views(register)
        if views:
            shown(views, pipeline, {each.name: each.statements for each in register})
        else:
            _register(register)


def _views(register: list[Speaker]) -> list[View]:
    """Draw the choice of what to look at; return one view, or two to compare, or none while nothing is chosen."""
    compare = st.toggle("Compare two searches", key="explore-compare")
    columns = st.columns(2) if compare else [st.container()]
    views = []
    for side, column in zip(SIDES, columns, strict=False):
        with column:
            view = _view(side, register, label=f", {side} search" if compare else "")
        if view.speaker or view.topic:
            views.append(view)
    return views


def _view(side: str, register: list[Speaker], label: str) -> View:
    people = {each.name: each for each in register}
    name = st.selectbox(
        f"Speaker{label}",
        list(people),
        index=None,
        placeholder="Anybody",
        key=f"explore-speaker-{side}",
    )
    topic = st.text_input(f"Topic{label}", key=f"explore-topic-{side}", placeholder="Any topic")
    with st.container(horizontal=True):
        since = st.date_input(f"From{label}", None, key=f"explore-since-{side}", format="YYYY-MM-DD")
        until = st.date_input(f"Until{label}", None, key=f"explore-until-{side}", format="YYYY-MM-DD")
    person = people.get(name or "")
    return View(
        speaker=name,
        forms=(person.name, *person.forms) if person else (),
        topic=topic.strip(),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )


def _register(register: list[Speaker]) -> None:
    """Draw who speaks, with how much and when; a person leads to what he or she said."""
    st.header("Who speaks")
    most = register[0].statements
    ordered = sorted(register, key=lambda each: (-each.statements, each.name))
    for each in navigation.paged(ordered, SPEAKERS, "register-at"):
        name, figures = st.columns([2, 3], vertical_alignment="center", gap="small")
        label, key = render.literal(each.name), f"person-{each.name}"
        name.button(label, key=key, type="tertiary", on_click=_choose, args=(each.name,))
        with figures:
            days = [readable_date(day) for day in (each.first, each.last) if day]
            when = " to ".join(dict.fromkeys(days))
            said = counted(each.statements, "statement")
            st.html(render.bar_html(f"{said}{f', {when}' if when else ''}", each.statements / most))


def _choose(name: str) -> None:
    st.session_state["explore-speaker-first"] = name


def shown(views: list[View], pipeline: Pipeline, known: dict[str, int]) -> None:
    """Draw what the views hold: how much when, and the words; `known` is how many statements each speaker has."""
    found = [_found(view, pipeline.changes, pipeline) for view in views]
    by_period = explore.by_period(found)
    periods = sorted({period for each in by_period for period in each})
    period = _period(views, by_period, periods) if len(periods) > 1 else None
    for number, (column, view, evidence) in enumerate(zip(st.columns(len(views)), views, found, strict=True)):
        kept = [each for each in evidence if period in (None, ALL) or (each.said_on or "").startswith(str(period))]
        with column:
            of = known.get(view.speaker or "") if period in (None, ALL) and _is_whole(view) else None
            _statements(number, view, kept, pipeline, of)


def _period(views: list[View], by_period: list[dict[str, int]], periods: list[str]) -> str:
    """Draw how much was said when, and return the time that is chosen."""
    _chart(views, by_period)
    label = "Month" if "-" in periods[0] else "Year"
    return str(st.selectbox(label, [ALL, *periods], key="explore-period", format_func=_readable_period))


@st.cache_data(max_entries=16, show_spinner="Reading …")
def _found(view: View, changes: int, _pipeline: Pipeline) -> tuple[Evidence, ...]:
    del changes
    return explore.found(view, _pipeline.store.catalog)


def _readable_period(period: str) -> str:
    return readable_date(f"{period}-01").split(" ", 1)[1] if "-" in period else period


def _chart(views: list[View], by_period: list[dict[str, int]]) -> None:
    rows: list[dict[str, Any]] = [
        {"period": period, "day": f"{period}-01-01"[:10], "statements": count, "whose": view.title}
        for view, each in zip(views, by_period, strict=True)
        for period, count in each.items()
    ]
    unit = "yearmonth" if "-" in rows[0]["period"] else "year"
    # Imported here because it takes half a second, for which nobody need wait who sees no chart.
    import altair

    picked = altair.selection_point(name="picked", fields=["period"])
    dark = st.context.theme.type == "dark"
    chart = (
        altair.Chart({"values": rows})
        .mark_bar()
        .encode(
            x=altair.X(f"{unit}(day):T", title=None),
            y=altair.Y("statements:Q", title="Statements", axis=altair.Axis(tickMinStep=1)),
            color=altair.Color(
                "whose:N",
                title=None,
                legend=altair.Legend(orient="top") if len(views) > 1 else None,
                sort=[view.title for view in views],
                scale=altair.Scale(range=["#8ab4f0", "#f0b48a"] if dark else ["#1d4f91", "#b5541c"]),
            ),
            xOffset=altair.XOffset("whose:N", sort=[view.title for view in views]),
            opacity=altair.condition(picked, altair.value(1), altair.value(0.35)),
            tooltip=[altair.Tooltip("period:N", title="When"), "whose:N", "statements:Q"],
        )
        .add_params(picked)
        .properties(height=220)
    )
    described = "; ".join(f"{each['whose']}, {each['period']}: {each['statements']}" for each in rows[:40])
    st.altair_chart(
        chart,
        width="stretch",
        key="explore-chart",
        on_select=_pick,
        selection_mode="picked",
        alt=f"By time: {described}",
    )


def _pick() -> None:
    """Show the time of the bar that was clicked, or all of it again."""
    chart: Any = st.session_state["explore-chart"]
    picked = chart.selection.get("picked", [])
    st.session_state["explore-period"] = str(picked[0]["period"]) if picked else ALL


def _is_whole(view: View) -> bool:
    """Return whether a view is all of a person's words, whatever they are about and whenever they were said."""
    return not (view.topic or view.since or view.until)


def _goes_on(cited: Citation, pipeline: Pipeline) -> bool:
    """Return whether only the beginning of a statement is shown."""
    statements = pipeline.store.catalog.statements(cited.doc)
    same = [each for each in statements if each.start == cited.start and each.speaker == cited.speaker]
    return bool(same) and all(each.end > cited.end for each in same)


def _summary(shown: int, of: int | None) -> str:
    """Return how many statements are shown, and why these are fewer than were counted, where they are."""
    if not shown:
        return "Nothing was found."
    if of is None or of <= shown:
        return f"{counted(shown, 'statement')}, the earliest first."
    return f"{counted(of, 'statement')} in {counted(shown, 'passage')}, as some share their words; the earliest first."


def _statements(number: int, view: View, evidence: list[Evidence], pipeline: Pipeline, of: int | None) -> None:
    """Draw what was found; `of` is how many statements the register counts, where all of a person's are shown."""
    st.header(render.literal(view.title))
    st.html(render.small_html(_summary(len(evidence), of)))
    if view.speaker and view.speaker != st.query_params.get(navigation.PERSON_PARAMETER):
        label = f"About {render.literal(view.speaker)}"
        navigation.link(navigation.PERSON, label, {navigation.PERSON_PARAMETER: view.speaker})
    for one in navigation.paged(evidence, STATEMENTS, f"explore-at-{number}"):
        (each,) = explore.shown([one], pipeline.store.catalog)
        with st.container(gap=None, border=True):
            st.html(render.statement_html(each, _goes_on(each, pipeline)))
            navigation.link(
                navigation.DOCUMENT,
                "Show in the document",
                {**render.parameters(each), navigation.BACK: navigation.EXPLORE},
            )
