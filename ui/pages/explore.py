"""Explore: who speaks, what they said over time, two views side by side; every number leads to the words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from index.names.names import Speaker
from index.text.counts import counted
from rag.answer import explore
from rag.answer.explore import Spoken, View
from rag.phrasing import readable_date
from rag.pipeline import Pipeline
from rag.records import Citation, Evidence
from ui import navigation, render, session
from ui.charts import saved

if TYPE_CHECKING:
    from evals.reports.charts import Figure

SPEAKERS, STATEMENTS = 20, 10
"""So many people and statements are shown at once."""
SIDES = ("first", "second")
ALL = "All dates"
LEAST_PERIODS = 2
"""Of one month or year a list says more than a chart."""


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
            shown(views, pipeline, register)
        else:
            _by_speaker(explore.by_speaker(pipeline.store.catalog.spoken_by_month(), register))
            _register(register)


def _views(register: list[Speaker]) -> list[View]:
    """Draw the choice of what to look at; return one view, or two to compare, or none while nothing is chosen."""
    compare = st.toggle("Compare two searches", key="explore-compare")
    if compare:
        # Folded when both are chosen: on a phone the two forms are longer than the screen.
        form = st.expander("The two searches", expanded=not all(map(_is_chosen, SIDES)))
        columns = list(form.columns(2))
    else:
        columns = [st.container()]
    views = []
    for side, column in zip(SIDES, columns, strict=False):
        with column:
            view = _view(side, register, label=f", {side} search" if compare else "")
        if view.speaker or view.topic:
            views.append(view)
    return views


def _is_chosen(side: str) -> bool:
    """Return whether somebody or something is looked for on a side."""
    return any(st.session_state.get(f"explore-{field}-{side}") for field in ("speaker", "topic"))


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
        name.button(label, key=key, type="tertiary", on_click=_choose, args=(each.name,), wrap=True)
        with figures:
            days = [readable_date(day) for day in (each.first, each.last) if day]
            when = " to ".join(dict.fromkeys(days))
            said = counted(each.statements, "statement")
            st.html(render.bar_html(f"{said}{f', {when}' if when else ''}", each.statements / most))


def _choose(name: str) -> None:
    st.session_state["explore-speaker-first"] = name


def shown(views: list[View], pipeline: Pipeline, register: Sequence[Speaker]) -> None:
    """Draw what the views hold: how much when, and the words."""
    known = {each.name: each.statements for each in register}
    found = [_found(view, pipeline.changes, pipeline) for view in views]
    if len(views) == 1 and not views[0].speaker:
        _by_speaker(explore.by_speaker(explore.months_of(found[0]), register))
    by_period = explore.by_period(found)
    periods = sorted({period for each in by_period for period in each})
    period = _period(views, by_period, periods) if len(periods) > 1 else None
    for number, (column, view, evidence) in enumerate(zip(st.columns(len(views)), views, found, strict=True)):
        kept = _of_period(evidence, period)
        with column:
            of = known.get(view.speaker or "") if period in (None, ALL) and _is_whole(view) else None
            _statements(number, view, kept, pipeline, of)


def _of_period(evidence: tuple[Evidence, ...], period: str | None) -> list[Evidence]:
    """Return what was said in a month or a year, everything where none is chosen."""
    return [each for each in evidence if period in (None, ALL) or (each.said_on or "").startswith(str(period))]


def _period(views: list[View], by_period: list[dict[str, int]], periods: list[str]) -> str:
    """Draw how much was said when, and return the time that is chosen."""
    _chart(views, by_period)
    label = "Month" if "-" in periods[0] else "Year"
    return str(st.selectbox(label, [ALL, *periods], key="explore-period", format_func=_readable_period))


@st.cache_data(max_entries=16, show_spinner=False)
def _found(view: View, changes: int, _pipeline: Pipeline) -> tuple[Evidence, ...]:
    del changes
    return explore.found(view, _pipeline.store.catalog)


def _readable_period(period: str) -> str:
    return readable_date(f"{period}-01").split(" ", 1)[1] if "-" in period else period


def _chart(views: list[View], by_period: list[dict[str, int]]) -> None:
    # Imported here because it takes half a second, for which nobody need wait who sees no chart.
    from ui.charts import drawn

    titles = [view.title for view in views]
    figure = drawn.over_time(titles, by_period)
    st.header(figure.title)
    _drawn(figure, "explore-chart", _pick)
    rows: list[list[str | int]] = [
        [title, *each] for title, counts in zip(titles, by_period, strict=True) for each in counts.items()
    ]
    saved.draw(figure, ["search", "period", "statements"], rows)


def _by_speaker(spoken: list[Spoken]) -> None:
    """Draw who spoke when; a mark leads to what was said."""
    if len({each.period for each in spoken}) < LEAST_PERIODS:
        return
    from ui.charts import drawn

    figure = drawn.by_speaker(spoken)
    st.header(figure.title)
    _drawn(figure, "explore-speakers", _pick_speaker)
    saved.draw(
        figure, ["speaker", "period", "statements"], [[each.speaker, each.period, each.statements] for each in spoken]
    )


def _drawn(figure: Figure, key: str, pick: Callable[[], None]) -> None:
    from evals.reports.charts import dressed

    st.html(render.small_html(figure.about))
    # Without Streamlit's own theme, whose quiet labels have less contrast than small text needs.
    st.altair_chart(
        dressed(figure, "dark" if st.context.theme.type == "dark" else "light"),
        width="stretch",
        # Known before what draws is loaded: what stands below does not jump.
        height=figure.height,
        theme=None,
        key=key,
        on_select=pick,
        selection_mode="picked",
        alt=f"{figure.title}: {figure.numbers}",
    )


def _picked(key: str) -> dict[str, Any] | None:
    chart: Any = st.session_state[key]
    picked = chart.selection.get("picked", [])
    return dict(picked[0]) if picked else None


def _pick() -> None:
    """Show the time of the bar that was clicked, or all of it again."""
    picked = _picked("explore-chart")
    st.session_state["explore-period"] = str(picked["period"]) if picked else ALL


def _pick_speaker() -> None:
    """Show what the person said in the time of the mark that was clicked."""
    if picked := _picked("explore-speakers"):
        _choose(str(picked["whose"]))
        first, last = days_of(str(picked["period"]))
        st.session_state["explore-since-first"], st.session_state["explore-until-first"] = first, last


def days_of(period: str) -> tuple[date, date]:
    """Return the first and the last day of a month (YYYY-MM) or a year."""
    year, _, month = period.partition("-")
    first, last = int(month or 1), int(month or 12)
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def _is_whole(view: View) -> bool:
    """Return whether a view is all of a person's words, whatever they are about and whenever they were said."""
    return not (view.topic or view.since or view.until)


def _goes_on(cited: Citation, pipeline: Pipeline) -> bool:
    """Return whether only the beginning of a statement is shown."""
    statements = pipeline.store.catalog.statements(cited.doc)
    same = [each for each in statements if each.start == cited.start and each.speaker == cited.speaker]
    return bool(same) and all(each.end > cited.end for each in same)


def _summary(shown: int, of: int | None, unit: str) -> str:
    """Return how many of what are shown, and why these are fewer than were counted, where they are."""
    if not shown:
        return "Nothing was found."
    if of is None or of <= shown:
        return f"{counted(shown, unit)}, the earliest first."
    return f"{counted(of, 'statement')} in {counted(shown, 'passage')}, as some share their words; the earliest first."


def _statements(number: int, view: View, evidence: list[Evidence], pipeline: Pipeline, of: int | None) -> None:
    """Draw what was found; `of` is how many statements the register counts, where all of a person's are shown."""
    # The person's page has the name above.
    is_of_person = navigation.PERSON_PARAMETER in st.query_params
    st.header("All statements" if is_of_person else render.literal(view.title))
    # On a topic, what a document says itself is found too.
    unit = "sentence" if view.topic and not view.speaker else "statement"
    st.html(render.small_html(_summary(len(evidence), of, unit)))
    if view.speaker and not is_of_person:
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
